package org.w3id.bykz.claim;

import java.util.Locale;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.mention.NameFinder;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Finds the public body that a sentence gives as its source: a ministry, a statistics office. */
final class Bodies {

  /** Most tokens between the word of saying and the name of the body. */
  private static final int REACH = 6;

  private Bodies() {}

  /** The body that is the subject of a verb of saying, right before or after it. */
  static Optional<Discourse.Holder> subjectOf(Scene scene, Mention verb, boolean[] quoted) {
    Mentions m = scene.m;
    if (verb.length() == 1 && !scene.isVerb(verb.from()) && !isHead(m, verb.from() - 1)) {
      return Optional.empty();
    }
    int reach = named(scene, verb.from() - 1).map(Mention::from).orElse(verb.from()) - REACH;
    for (int i = verb.from() - 1; i >= Math.max(0, reach); i--) {
      if (isHead(m, i) && !quoted[i]) {
        return holder(scene, i);
      }
      if (m.token(i).is(",") || m.token(i).is("\"") || isFinite(scene, i) && !isAuxiliary(m, i)) {
        break;
      }
    }
    for (int i = verb.to(); i < Math.min(m.size(), verb.to() + REACH); i++) {
      if (isHead(m, i) && !quoted[i] && scene.language() != Language.EN) {
        boolean inside = scene.language() == Language.RU && m.token(begin(m, i) - 1).is("в");
        return isMarked(m, i) && !inside ? Optional.empty() : holder(scene, headEnd(m, i));
      }
      if (!m.token(i).isWord()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The body after according to or laut. */
  static Optional<Discourse.Holder> after(Scene scene, Mention word, boolean[] quoted) {
    Mentions m = scene.m;
    for (int i = word.to(); i < Math.min(m.size(), word.to() + REACH); i++) {
      if (isHead(m, i) && !quoted[i]) {
        return holder(scene, headEnd(m, i));
      }
      if (!m.token(i).isWord() && !m.token(i).is("-")) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean isFinite(Scene scene, int i) {
    return scene.m.word(i).is(Feature.FINITE) && scene.isVerb(i);
  }

  private static boolean isAuxiliary(Mentions m, int i) {
    return m.word(i).hasLemma("have") || m.word(i).hasLemma("haben") || m.word(i).hasLemma("be");
  }

  private static boolean isHead(Mentions m, int i) {
    return m.isWord(i, "body");
  }

  /** The last token of the noun that heads a body's name from a token on: executive committee. */
  private static int headEnd(Mentions m, int head) {
    for (Mention word : m.words(head)) {
      if (word.concept().key().equals("body")) {
        return word.to() - 1;
      }
    }
    return head;
  }

  /** The organisation whose name a token is part of. */
  private static Optional<Mention> named(Scene scene, int token) {
    return Few.of(scene.organisations)
        .filter(name -> name.from() <= token && token < name.to())
        .findFirst();
  }

  /** Whether a preposition stands before the noun phrase: told the ministry's guests in. */
  private static boolean isMarked(Mentions m, int head) {
    int from = begin(m, head);
    return from > 0
        && (m.word(from - 1).is(Feature.PREPOSITION)
            || m.isWord(from - 1, "location")
            || m.isWord(from - 1, "companion"));
  }

  /**
   * A press service only passes on what its body has to say: nobody's voice but the publisher's.
   */
  private static Optional<Discourse.Holder> holder(Scene scene, int head) {
    Mentions m = scene.m;
    for (int i = Math.max(0, head - REACH); i < Math.min(m.size(), head + 3); i++) {
      if (m.isWord(i, "relay")) {
        return Optional.empty();
      }
    }
    Optional<Mention> known =
        m.at(Layer.PARTY, head)
            .or(() -> m.at(Layer.PARTY, head + 1))
            .filter(p -> p.is("organisation"))
            .or(() -> named(scene, head));
    Value.Entity body =
        known
            .map(mention -> asNamed(scene, mention))
            .orElseGet(
                () -> {
                  String name = name(scene, head);
                  return new Value.Entity(
                      Value.Kind.ORGANISATION, name, name, scene.language(), false);
                });
    return Optional.of(
        new Discourse.Holder(
            body,
            Optional.empty(),
            Optional.empty(),
            Optional.of(scene.discourse.countryOf(body)).filter(c -> !c.isEmpty())));
  }

  /** A body that a vocabulary knows, by the name that the text gives it, in the nominative. */
  private static Value.Entity asNamed(Scene scene, Mention mention) {
    Value.Entity body = scene.entity(mention);
    Mentions m = scene.m;
    if (scene.language() == Language.RU) {
      return Few.of(mention.concept().labels())
          .filter(l -> l.language() == Language.RU && isForm(m, mention, l.text()))
          .findFirst()
          .<Value.Entity>map(
              l -> new Value.Entity(body.kind(), body.key(), l.text(), Language.RU, body.linked()))
          .orElse(body);
    }
    int last = mention.to() - 1;
    boolean bent = scene.language() == Language.DE && isGenitive(m, last);
    String text = m.text(bent ? last : mention.from(), mention.to());
    String name = bent ? text.substring(0, text.length() - 1) : text;
    return new Value.Entity(body.kind(), body.key(), name, scene.language(), body.linked());
  }

  /** Whether a name of the text is a label but for its endings: Белстата, Белстат. */
  private static boolean isForm(Mentions m, Mention mention, String label) {
    String[] words = label.toLowerCase(Locale.ROOT).split(" ");
    boolean form = words.length == mention.length();
    for (int i = 0; form && i < words.length; i++) {
      int stem = Math.max(2, words[i].length() - 3);
      form =
          m.token(mention.from() + i)
              .folded()
              .startsWith(words[i].substring(0, Math.min(stem, words[i].length())));
    }
    return form;
  }

  private static int begin(Mentions m, int head) {
    int from = head;
    while (from > 0 && isPart(m, from - 1)) {
      from--;
    }
    return from;
  }

  private static boolean isPart(Mentions m, int i) {
    Token token = m.token(i);
    if (token.is("-") && !token.spaceBefore()) {
      return true;
    }
    return token.isWord()
        && !m.word(i).is(Feature.PREPOSITION)
        && !m.isWord(i, "of")
        && !m.isWord(i, "according-to")
        && (m.word(i).is(Feature.ADJECTIVE)
            || token.isCapitalised() && i > 0 && m.sentence().language() == Language.EN
            || m.word(i).is(Feature.NOUN) && m.sentence().language() == Language.EN)
        && !m.word(i).hasLemma("the")
        && !m.word(i).hasLemma("der");
  }

  private static String name(Scene scene, int head) {
    Mentions m = scene.m;
    int from = begin(m, head);
    int to = head + 1;
    if (scene.language() == Language.DE) {
      String text = m.token(head).text();
      String bare = isGenitive(m, head) ? text.substring(0, text.length() - 1) : text;
      String name =
          from == head || !m.token(from).isCapitalised() ? bare : m.text(from, head) + " " + bare;
      return to < m.size() && m.token(to).is("für") ? name + " " + m.text(to, field(m, to)) : name;
    }
    if (scene.language() == Language.RU) {
      String lemma = m.word(head).lemma();
      return from < head || m.token(head).isCapitalised()
          ? NameFinder.russianNominative(m, from, head)
          : lemma;
    }
    if (scene.language() == Language.EN && to + 1 < m.size() && m.token(to).is("of")) {
      int end = to + 1;
      while (end < m.size() && (m.token(end).isCapitalised() || joins(m, end))) {
        end++;
      }
      to = end > to + 1 ? end : to;
    }
    return m.text(from, to);
  }

  /** Whether a German noun has the ending of the genitive that it or its article shows. */
  private static boolean isGenitive(Mentions m, int noun) {
    int i = noun - 1;
    while (i > 0 && m.word(i).is(Feature.ADJECTIVE)) {
      i--;
    }
    return m.token(noun).text().endsWith("s")
        && (m.word(noun).is(Feature.GENITIVE) || i >= 0 && m.token(i).is("des"));
  }

  /** After the field of a ministry: für Industrie und Handel. */
  private static int field(Mentions m, int from) {
    int to = from + 1;
    while (to < m.size()
        && (m.token(to).isCapitalised()
            || m.word(to).is(Feature.ADJECTIVE)
            || (m.token(to).is("und") || m.token(to).is(","))
                && to + 1 < m.size()
                && m.token(to + 1).isCapitalised())) {
      to++;
    }
    return to;
  }

  private static boolean joins(Mentions m, int i) {
    return (m.token(i).is("and") || m.token(i).is("the"))
        && i + 1 < m.size()
        && m.token(i + 1).isCapitalised();
  }
}
