package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Which firm a bare noun means: the plant, the company, our enterprise. */
final class FirmReferences {

  private final Scene scene;
  private final Mentions m;
  private final Discourse discourse;

  /** The parties before the noun. */
  private final List<Party> found;

  FirmReferences(Scene scene, Discourse discourse, List<Party> found) {
    this.scene = scene;
    this.m = scene.m;
    this.discourse = discourse;
    this.found = found;
  }

  /** The firm that a word for one means; none where it means no certain one. */
  List<Value.Entity> organisation(Mention word) {
    if (scene.language() != Language.RU) {
      return isAlone(word) ? Few.of(spokenOf(word)).toList() : List.of();
    }
    return isTheFirm(word)
        ? firm()
        : isOfTheFirm(word) ? Few.of(firmBefore(word)).toList() : List.of();
  }

  /** The same for a plant, which is none where one is being set up. */
  List<Value.Entity> plant(Mention word) {
    return isAlone(word) && !discourse.isBuilding(scene.sentence().paragraph())
        ? Few.of(spokenOf(word)).toList()
        : List.of();
  }

  /**
   * In Russian a bare plant or company that does something is the one spoken of: no name, field or
   * adjective stands beside it, and its verb comes after it.
   */
  private boolean isTheFirm(Mention word) {
    int from = word.from();
    int to = word.to();
    int noun = to - 1;
    boolean bare =
        to < m.size()
            && (from == 0 || !m.token(from).isCapitalised())
            && (m.word(noun).is(Feature.SINGULAR) || !m.word(noun).is(Feature.PLURAL))
            && m.word(noun).is(Feature.NOMINATIVE)
            && (scene.isVerb(to)
                || m.token(to).is(",")
                || m.isWord(to, "and")
                || m.word(to).is(Feature.ADVERB)
                || m.word(to).is(Feature.FINITE)
                || m.isWord(to, "negation"));
    if (!bare || word.overlapsAny(scene.organisations)) {
      return false;
    }
    for (int i = from - 1; i >= scene.clauseBegin(scene.clause(from)); i--) {
      if (m.token(i).is(",")) {
        break;
      }
      if (scene.isVerb(i) && m.word(i).is(Feature.FINITE)) {
        return false;
      }
    }
    return from == 0
        || !m.word(from - 1).is(Feature.ADJECTIVE)
            && m.at(Layer.PARTY, from - 1).filter(Mention::isAdjective).isEmpty()
            && (!m.word(from - 1).is(Feature.NOUN)
                || !m.word(from - 1).is(Feature.NOMINATIVE)
                || m.at(Layer.PARTY, from - 1).filter(p -> !p.isAdjective()).isPresent())
            && m.token(from - 1).type() != Token.Type.NUMBER
            && !m.token(from - 1).is("один")
            && !m.token(from - 1).is("-");
  }

  /**
   * In Russian a bare plant or company in another case is the one spoken of, too: from the shops of
   * the plant, will supply the plant; but not what is being built, nor one that a name follows.
   */
  private boolean isOfTheFirm(Mention word) {
    int from = word.from();
    int to = word.to();
    var noun = m.word(from);
    boolean bare =
        from > 0
            && word.length() == 1
            && !m.token(from).isCapitalised()
            && noun.is(Feature.SINGULAR)
            && !noun.is(Feature.NOMINATIVE)
            && !word.overlapsAny(scene.organisations)
            && !discourse.isBuilding(scene.sentence().paragraph())
            && (to == m.size()
                || m.token(to).type() == Token.Type.PUNCTUATION && !m.token(to).is("\"")
                || scene.isVerb(to) && m.word(to).is(Feature.FINITE)
                || m.word(to).is(Feature.ADVERB)
                || m.word(to).is(Feature.PREPOSITION) && !m.token(to).is("по")
                || m.token(to).type() == Token.Type.NUMBER);
    boolean made =
        from > 0
            && !scene.isVerb(from - 1)
            && m.at(Layer.CUE, from - 1)
                .filter(c -> !c.concept().key().startsWith("facility"))
                .isPresent();
    boolean agent = noun.is(Feature.INSTRUMENTAL) && to < m.size() && scene.isVerb(to);
    return bare
        && !made
        && (agent
            || m.word(from - 1).is(Feature.PREPOSITION)
            || m.word(from - 1).is(Feature.NOUN)
            || scene.isVerb(from - 1)
                && (noun.is(Feature.DATIVE) || noun.is(Feature.INSTRUMENTAL)));
  }

  private List<Value.Entity> firm() {
    return Few.of(
            discourse
                .speaker()
                .flatMap(Discourse.Holder::of)
                .filter(of -> of.kind() == Value.Kind.ORGANISATION)
                .or(this::firmBefore))
        .toList();
  }

  /** The firm last spoken of in a sentence before this one, else in this one. */
  private Optional<Value.Entity> firmBefore() {
    Set<Value.Entity> here = new HashSet<>();
    found.forEach(p -> here.add(p.entity()));
    return discourse
        .organisation()
        .filter(o -> !here.contains(o))
        .or(() -> discourse.organisationBut(here))
        .or(discourse::organisation);
  }

  /** The same, where one's name has the noun that one. */
  private Optional<Value.Entity> firmBefore(Mention word) {
    return discourse.organisation(m.word(word.from()).lemma()).or(this::firmBefore);
  }

  /** The organisation last spoken of whose name has the noun, else the one last spoken of. */
  private Optional<Value.Entity> spokenOf(Mention word) {
    return discourse.organisation(m.token(word.from()).folded()).or(discourse::organisation);
  }

  /** Whether a kind of thing stands in the singular, right behind a definite article, unnamed. */
  boolean isAlone(Mention word) {
    if (word.from() == 0 || isNamedNext(word)) {
      return false;
    }
    // The Saran enterprise is still the one spoken of.
    int before = word.from() - 1;
    Token article =
        m.token(
            m.at(Layer.PARTY, before)
                .filter(p -> p.from() > 0 && !p.is("organisation"))
                .map(p -> p.from() - 1)
                .orElse(before));
    boolean either = article.is("die") || article.is("der");
    boolean definite =
        article.is("the") || article.is("das") || article.is("dem") || article.is("des");
    return definite || either && !m.word(word.from()).is(Feature.PLURAL);
  }

  /** Whether the name itself follows: the company Santo, the city of Rudny. */
  private boolean isNamedNext(Mention word) {
    int next = word.to();
    if (next >= m.size()) {
      return false;
    }
    return m.token(next).isCapitalised() && m.token(next).isWord() && !m.word(next).is(Feature.NOUN)
        || m.token(next).is("\"")
        || m.token(next).is("of") && scene.language() == Language.EN
        || m.at(Layer.PARTY, next).isPresent()
        || Few.of(scene.organisations).anyMatch(contains(next));
  }

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }
}
