package org.w3id.bykz.claim;

import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Finds the title of a forum, exhibition or commission beside the word for it. */
final class EventNames {

  private static final int LONGEST = 12;

  private EventNames() {}

  static Optional<String> of(Scene scene, Mention noun) {
    Mentions m = scene.m;
    if (noun.concept().key().equals("commission") && scene.language() == Language.RU) {
      return quoted(m, noun).or(() -> field(m, noun));
    }
    return quoted(m, noun)
        .or(
            () ->
                !noun.concept().key().equals("commission")
                        && m.text(noun.from(), noun.to()).split(" ").length > 2
                    ? Optional.of(m.text(noun.from(), noun.to()))
                    : bilateral(m, noun))
        .or(() -> m.sentence().language() == Language.DE ? german(m, noun) : around(m, noun))
        .filter(name -> name.length() > 3);
  }

  /** A quotation after the word, with nothing but small words between. */
  private static Optional<String> quoted(Mentions m, Mention noun) {
    for (int i = noun.to(); i < Math.min(m.size(), noun.to() + 4); i++) {
      if (m.token(i).is("\"")) {
        int end = i + 1;
        while (end < m.size() && !m.token(end).is("\"") && end - i < LONGEST) {
          end++;
        }
        return end < m.size() && end > i + 1 ? Optional.of(m.text(i + 1, end)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A Russian commission is called by its field: комиссия по торговому сотрудничеству. */
  private static Optional<String> field(Mentions m, Mention noun) {
    int to = noun.to();
    boolean between = to < m.size() && m.token(to).is("по");
    if (!between) {
      return Optional.empty();
    }
    int end = to + 1;
    while (end < m.size() && end - to < LONGEST && isOfField(m, end)) {
      end++;
    }
    String head = m.token(noun.to() - 1).text().replaceFirst("(ии|ию|ией|ия)$", "ия");
    return end > to + 1 && m.word(end - 1).is(Feature.NOUN)
        ? Optional.of(head + " " + m.text(to, end))
        : Optional.empty();
  }

  private static boolean isOfField(Mentions m, int i) {
    return m.token(i).is("-") && !m.token(i).spaceBefore()
        || i + 1 < m.size() && m.token(i + 1).is("-") && !m.token(i + 1).spaceBefore()
        || m.word(i).is(Feature.DATIVE) && !m.word(i).is(Feature.FINITE) && m.token(i).isWord();
  }

  /** Two countries' adjectives before the word: the Belarusian-Kazakh business forum. */
  private static Optional<String> bilateral(Mentions m, Mention noun) {
    if (noun.concept().key().equals("commission") || m.sentence().language() == Language.RU) {
      return Optional.empty();
    }
    int from = noun.from();
    while (from > 0
        && noun.from() - from < 5
        && (m.token(from - 1).is("-")
            || m.word(from - 1).is(Feature.ADJECTIVE)
            || m.at(Layer.PARTY, from - 1).filter(Mention::isAdjective).isPresent())) {
      from--;
    }
    long adjectives = 0;
    for (Mention party : m.in(Layer.PARTY)) {
      adjectives +=
          party.isAdjective() && party.from() >= from && party.to() <= noun.from() ? 1 : 0;
    }
    return adjectives == 2 ? Optional.of(m.text(from, noun.to())) : Optional.empty();
  }

  /**
   * German nouns are all capitalised: a title goes on with der, des or für, and names no country.
   */
  private static Optional<String> german(Mentions m, Mention noun) {
    boolean commission = noun.concept().key().equals("commission");
    int to = noun.to();
    boolean opens =
        to < m.size()
            && (m.token(to).is("für")
                || !commission && (m.token(to).is("der") || m.token(to).is("des")));
    if (!opens) {
      return isCapital(m, to) && m.word(to).is(Feature.UNKNOWN) && m.at(Layer.PARTY, to).isEmpty()
          ? Optional.of(m.text(to, to + 1))
          : Optional.empty();
    }
    to++;
    int last = noun.to();
    while (to < m.size() && to - noun.to() < LONGEST && m.at(Layer.PARTY, to).isEmpty()) {
      boolean inside =
          m.word(to).is(Feature.ADJECTIVE) || m.token(to).is("und") || m.token(to).is(",");
      if (isCapital(m, to)) {
        last = to + 1;
      } else if (!inside) {
        break;
      }
      to++;
    }
    return last > noun.to() ? Optional.of(m.text(noun.from(), last)) : Optional.empty();
  }

  /** Capitalised words that the word for the event is part of or stands beside. */
  private static Optional<String> around(Mentions m, Mention noun) {
    int from = noun.from();
    while (from > 1 && isCapital(m, from - 1) && !isOrigin(m, from - 1)) {
      from--;
    }
    int to = noun.to();
    boolean capital = isCapital(m, noun.to() - 1);
    boolean phrase = isCapital(m, to) && !m.word(to).is(Feature.UNKNOWN);
    while (to < m.size()
        && (isCapital(m, to)
            || joins(m, to, capital || phrase && to > noun.to())
            || isYear(m, to))) {
      to++;
    }
    boolean title = capital && to - from >= 2;
    if (title) {
      return Optional.of(m.text(from, to));
    }
    if (to > noun.to()) {
      return Optional.of(m.text(noun.to(), to));
    }
    boolean land = m.at(Layer.PARTY, from).filter(p -> p.to() == noun.from()).isPresent();
    return from < noun.from() && !land ? Optional.of(m.text(from, noun.from())) : Optional.empty();
  }

  private static boolean isOrigin(Mentions m, int i) {
    return m.at(Layer.PARTY, i).filter(Mention::isAdjective).isPresent();
  }

  private static boolean isCapital(Mentions m, int i) {
    return i < m.size() && m.token(i).isWord() && m.token(i).isCapitalised();
  }

  /** A small word between two capitalised ones, as in Commission on Trade and Cooperation. */
  private static boolean joins(Mentions m, int i, boolean inTitle) {
    return inTitle
        && m.token(i).isWord()
        && m.token(i).text().length() <= 4
        && i + 1 < m.size()
        && isCapital(m, i + 1)
        && !m.isWord(i + 1, "calendar")
        && !m.token(i + 1).is("may");
  }

  private static boolean isYear(Mentions m, int i) {
    boolean hyphen = m.token(i).is("-") && !m.token(i).spaceBefore() && i + 1 < m.size();
    return hyphen && m.token(i + 1).type() == Token.Type.NUMBER
        || m.token(i).type() == Token.Type.NUMBER && i > 0 && m.token(i - 1).is("-");
  }
}
