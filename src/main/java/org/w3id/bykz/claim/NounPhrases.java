package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** What belongs to one noun phrase: its determiners and adjectives, the head that names share. */
final class NounPhrases {

  private static final Set<String> DETERMINERS =
      new HashSet<>(
          Set.of(
              "the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einem",
              "einen", "einer", "five", "two", "three", "four", "several", "six", "beiden", "other",
              "этот", "эту", "этой"));

  private final Scene scene;
  private final Mentions m;

  NounPhrases(Scene scene) {
    this.scene = scene;
    this.m = scene.m;
  }

  boolean isInside(int i) {
    var word = m.word(i);
    if (!m.token(i).isWord()) {
      return m.token(i).is("\"")
          || m.token(i).is("-")
          || m.token(i).type() == Token.Type.NUMBER
          || m.token(i).is(".") && isOfTown(i - 1);
    }
    return word.is(Feature.ADJECTIVE) && !word.is(Feature.FINITE)
        || isDeterminer(i)
        || isOfTown(i)
        || m.at(Layer.PARTY, i)
            .filter(
                p ->
                    p.isAdjective() || m.isWord(p.to(), "organisation-head") || isBased(p.to() + 1))
            .isPresent()
        || isBased(i)
        || m.isWord(i, "legal-form")
        || m.isWord(i, "organisation-head");
  }

  /** Whether a hyphen ties based to a town: the Lida-based company. */
  private boolean isBased(int i) {
    return i > 0 && i < m.size() && m.token(i).is("based") && m.token(i - 1).is("-");
  }

  boolean isDeterminer(int i) {
    return DETERMINERS.contains(m.token(i).folded());
  }

  /** The г. before a town's name. */
  private boolean isOfTown(int i) {
    return i >= 0
        && scene.language() == Language.RU
        && (m.token(i).is("г") || m.token(i).is("гор"));
  }

  boolean isPossessiveEnd(int i) {
    return m.token(i).is("'s") || m.token(i).is("'") && !m.token(i).spaceBefore();
  }

  Optional<Mention> partyBefore(int to) {
    return Few.of(m.in(Layer.PARTY)).filter(p -> p.to() == to).findFirst();
  }

  /** The region that ends a list of regions with one head: Akmola and Kostanay Regions. */
  Optional<Mention> sharedHead(Mention mention) {
    if (!mention.is("region")) {
      return Optional.empty();
    }
    int i = mention.to();
    while (i < m.size()) {
      int at = i;
      if (m.token(i).is(",") || m.isWord(i, "and")) {
        i++;
        continue;
      }
      Optional<Mention> next =
          Few.of(m.in(Layer.PARTY)).filter(p -> p.from() == at && p.is("region")).findFirst();
      if (next.isEmpty() || i == mention.to()) {
        return Optional.empty();
      }
      if (!next.get().isAdjective() && next.get().form() != Label.Form.AMBIGUOUS) {
        return next;
      }
      i = next.get().to();
    }
    return Optional.empty();
  }
}
