package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
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
    if (m.at(Layer.EVENT, noun.from()).isEmpty()) {
      return Optional.of(m.text(noun.from(), noun.to()));
    }
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

  /**
   * Names of fairs in the tokens that nothing calls a fair: at AgriTek, auf der Belagro, на
   * «Белагро». Whether anybody takes part is for the caller to know.
   */
  static List<Mention> fairs(Scene scene, int from, int to) {
    List<Mention> fairs = new ArrayList<>();
    for (Mention name : scene.organisations) {
      boolean house = false;
      for (int i = name.from(); i < name.to(); i++) {
        house |= scene.m.isWord(i, "organisation-head") || scene.m.isWord(i, "name-ending");
      }
      boolean here = from <= name.from() && name.to() <= to;
      if (here && !house && isVisited(scene.m, name.from())) {
        fairs.add(fair(scene, name.from(), name.to()));
      }
    }
    for (int i = from; i < to; i++) {
      boolean strange =
          isCapital(scene.m, i)
              && scene.m.word(i).is(Feature.UNKNOWN)
              && scene.m.at(Layer.PARTY, i).isEmpty()
              && isVisited(scene.m, i);
      int at = i;
      if (strange && Few.of(fairs).noneMatch(f -> f.from() <= at && at < f.to())) {
        fairs.add(fair(scene, i, i + 1));
      }
    }
    return fairs;
  }

  private static Mention fair(Scene scene, int from, int to) {
    boolean quoted = scene.m.token(from).is("\"");
    Concept kind = scene.entities.lexicon().concept("event-kind/exhibition").orElseThrow();
    return new Mention(quoted ? from + 1 : from, quoted ? to - 1 : to, kind, Label.Form.HIDDEN);
  }

  /** Whether the words before a name are those that go before a fair's, not before a firm's. */
  private static boolean isVisited(Mentions m, int name) {
    if (name < 2) {
      return false;
    }
    return switch (m.sentence().language()) {
      case EN ->
          m.token(name - 1).is("at") || m.token(name - 1).is("in") && m.token(name - 2).is("part");
      case DE ->
          name > 1
              && (m.token(name - 1).is("der") || m.token(name - 1).is("dem"))
              && (m.token(name - 2).is("auf") || m.token(name - 2).is("an"));
      case RU -> m.token(name).is("\"") && m.token(name - 1).is("на");
      default -> false;
    };
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
      boolean place = m.at(Layer.PARTY, to).filter(p -> !p.is("organisation")).isPresent();
      return isCapital(m, to) && m.word(to).is(Feature.UNKNOWN) && !place
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
