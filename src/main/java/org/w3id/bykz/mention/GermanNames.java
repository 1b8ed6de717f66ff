package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Token;

/**
 * Names of German bodies and firms. All German nouns are capitalised, so what tells a name is its
 * place: behind a kind of firm (die Handelskette Dostar), a kind of house before its town
 * (Universität Pinsk) or behind the town's adjective (Pinsker Motorenwerk), or else words that no
 * dictionary has and that are no compounds, where the sentence speaks of trade or making.
 */
final class GermanNames {

  private static final int LONGEST = 4;

  /** Endings of words that are never the names of firms. */
  private static final List<String> COMMON =
      List.of(
          "erei",
          "ereien",
          "ung",
          "ungen",
          "heit",
          "keit",
          "schaft",
          "schaften",
          "amt",
          "ämter",
          "ien",
          "tum",
          "ismus",
          "innen");

  private GermanNames() {}

  /** The organisation whose name starts at a token. */
  static Optional<Mention> at(Mentions m, int i) {
    return house(m, i)
        .or(() -> behindKind(m, i))
        .or(() -> foreign(m, i))
        .or(() -> ofHead(m, i))
        .or(() -> bare(m, i));
  }

  /** A strange word that a hyphen joins to the office of its head: Belintertrans-Direktor. */
  private static Optional<Mention> ofHead(Mentions m, int i) {
    boolean joined = isGlued(m, i + 1) && m.at(Layer.OFFICE, i + 2).isPresent();
    return joined && isCapital(m, i) && isStrange(m, i)
        ? Optional.of(NameFinder.open("organisation", m.token(i).text(), i, i + 1, m))
        : Optional.empty();
  }

  /** A strange word or a place and a word that ends names of firms: Qazaq Trucks, Astana Motors. */
  private static Optional<Mention> foreign(Mentions m, int i) {
    boolean place = m.at(Layer.PARTY, i).filter(p -> !p.isAdjective()).isPresent();
    int to = i + 1;
    while (to < m.size() && to - i < LONGEST && isPart(m, to) && !m.isWord(to, "name-ending")) {
      to++;
    }
    boolean ends = to < m.size() && isCapital(m, to) && m.isWord(to, "name-ending");
    return isCapital(m, i) && ends && !NameFinder.isEventNamed(m, i) && (place || isStrange(m, i))
        ? Optional.of(NameFinder.open("organisation", m.text(i, to + 1), i, to + 1, m))
        : Optional.empty();
  }

  /** A kind of house with its town or field: Staatliche Universität Pinsk, Institut für Flachs. */
  private static Optional<Mention> house(Mentions m, int from) {
    int head = from;
    while (head < m.size() && head - from < LONGEST && isAttribute(m, head)) {
      head++;
    }
    boolean several =
        head < m.size() && m.word(head).is(Feature.PLURAL) && !m.word(head).is(Feature.SINGULAR);
    if (head >= m.size()
        || several
        || !isKind(m, head)
        || isPlain(m, head)
        || !isCapital(m, head)) {
      return Optional.empty();
    }
    // A capital adjective inside a sentence is part of a name: die Belarussische Warenbörse.
    boolean local = head > from && (from > 0 || m.token(head - 1).folded().endsWith("er"));
    int last = kindEnd(m, head) - 1;
    int to = tail(m, last);
    boolean named = to == last + 1 && isCapital(m, to) && m.word(to).is(Feature.UNKNOWN);
    if (named || to == last + 1 && !local || from > 0 && isPart(m, from - 1)) {
      return Optional.empty();
    }
    return Optional.of(
        NameFinder.open("organisation", nominative(m, from, head, last, to), from, to, m));
  }

  /** After the town or field behind a kind of house. */
  private static int tail(Mentions m, int head) {
    int i = head + 1;
    if (i >= m.size()) {
      return i;
    }
    boolean school = m.isWord(head, "school");
    boolean town =
        m.at(Layer.PARTY, i)
            .filter(p -> isTown(p) || p.is("country") && !p.isAdjective())
            .isPresent();
    boolean strange = school && isCapital(m, i) && isStrange(m, i);
    boolean goesOn = isGlued(m, i + 1) || isCapital(m, i + 1) && isStrange(m, i + 1);
    if ((town || strange) && !goesOn) {
      return i + 1;
    }
    int noun = i + 1;
    while (noun < m.size() && !isCapital(m, noun) && m.word(noun).is(Feature.ADJECTIVE)) {
      noun++;
    }
    if (noun >= m.size()) {
      return i;
    }
    boolean sciences = school && m.word(i).hasLemma("der") && m.word(noun).is(Feature.PLURAL);
    boolean field =
        (sciences || m.token(i).is("für"))
            && isCapital(m, noun)
            && m.at(Layer.PARTY, noun).isEmpty();
    boolean described = head > 0 && isAttribute(m, head - 1);
    return field && (school || described) ? noun + 1 : i;
  }

  private static boolean isTown(Mention party) {
    return (party.is("place") || party.is("region")) && !party.isAdjective();
  }

  /** What stands before a kind of house as part of its name: Medizinische, Pinsker. */
  private static boolean isAttribute(Mentions m, int i) {
    Word word = m.word(i);
    return isCapital(m, i)
        && i + 1 < m.size()
        && isCapital(m, i + 1)
        && !isKind(m, i)
        && (word.is(Feature.ADJECTIVE)
            || isAllCapitals(m, i)
            || isAdjectiveOfTown(m, i)
                && m.at(Layer.PARTY, i).filter(GermanNames::isTown).isPresent()
            || m.at(Layer.PARTY, i).filter(Mention::isAdjective).isPresent());
  }

  /** A case ending is taken off what shows one: der Medizinischen Universität. */
  private static String nominative(Mentions m, int from, int head, int last, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < head; i++) {
      String text = m.token(i).text();
      boolean neuter = text.endsWith("e") && from > 0 && m.token(from - 1).is("das");
      name.append(text.endsWith("en") ? text.substring(0, text.length() - 1) : text)
          .append(neuter ? "s " : " ");
    }
    String noun = m.text(head, last + 1);
    boolean unknown = m.word(last).is(Feature.UNKNOWN) && from > 0 && m.token(from - 1).is("des");
    boolean genitive = noun.endsWith("s") && (unknown || m.word(last).is(Feature.GENITIVE));
    name.append(genitive ? noun.substring(0, noun.length() - 1) : noun);
    return to > last + 1 ? name + " " + m.text(last + 1, to) : name.toString();
  }

  /** What is called so right behind a kind of firm: die Firma Turan Tex. */
  static Optional<Mention> behindKind(Mentions m, int i) {
    boolean kind =
        i > 0
            && isKind(m, i - 1)
            && (!m.word(i - 1).is(Feature.GENITIVE) || m.word(i - 1).is(Feature.NOMINATIVE));
    boolean sure = i > 0 && isKind(m, i - 1) && isPlain(m, i - 1);
    if (!kind && !sure || !isCapital(m, i) || m.at(Layer.OFFICE, i).isPresent()) {
      return Optional.empty();
    }
    int to = end(m, i);
    boolean strange = false;
    for (int j = i; j < to; j++) {
      strange |= m.token(j).isWord() && (m.word(j).is(Feature.UNKNOWN) || isAllCapitals(m, j));
    }
    boolean person =
        !sure && to - i >= 2 && isSurname(m, to - 1) && !m.token(to - 2).is("-") && !isKind(m, i);
    return to == i || !strange || person || isPlace(m, i, to)
        ? Optional.empty()
        : Optional.of(NameFinder.open("organisation", m.text(i, to), i, to, m));
  }

  /** Words that no dictionary has where one trades or makes something: Santo liefert. */
  private static Optional<Mention> bare(Mentions m, int i) {
    boolean ofTown =
        isCapital(m, i) && m.at(Layer.PARTY, i).filter(GermanNames::isTown).isPresent();
    boolean starts =
        ofTown
            ? i + 1 < m.size() && isCapital(m, i + 1) && isStrange(m, i + 1)
            : isCapital(m, i)
                && (m.token(i).text().length() > 3 || isPart(m, i + 1))
                && isStrange(m, i)
                && !isAdjectiveOfTown(m, i);
    if (!starts
        || m.isWord(i - 1, "no-firm")
        || NameFinder.isEventNamed(m, i)
        || i > 0 && (isPart(m, i - 1) || !ofTown && isMarkedPlace(m, i - 1) || isSum(m, i - 1))
        || !speaksOfFirms(m)) {
      return Optional.empty();
    }
    int to = i + 1;
    while (to < m.size() && to - i < LONGEST && (isGlued(m, to) || isPart(m, to))) {
      to++;
    }
    boolean tied = to < m.size() && m.token(to).is("-") && !m.token(to).spaceBefore();
    boolean person =
        isSurname(m, to - 1)
            || m.isWord(to, "say")
            || m.isWord(i - 1, "say")
            || i > 0 && m.at(Layer.OFFICE, i - 1).isPresent();
    boolean thing =
        to - i > 2
            && m.token(to - 2).is("-")
            && m.word(to - 1).is(Feature.NOUN)
            && !isKind(m, to - 1);
    return tied || person || thing || m.text(i, to).endsWith("-")
        ? Optional.empty()
        : Optional.of(NameFinder.open("organisation", m.text(i, to), i, to, m));
  }

  /** After in, nach or aus a strange word is rather a town; behind it a kind is. */
  private static boolean isMarkedPlace(Mentions m, int i) {
    Token token = m.token(i);
    return token.is("in")
        || token.is("nach")
        || token.is("aus")
        || token.is("bei")
        || token.is("im")
        || token.is("am")
        || m.isWord(i, "transparent")
        || token.is("kreis")
        || token.is("rajon")
        || token.is("herr")
        || token.is("frau");
  }

  /** The adjective of a town that no vocabulary has: der Kobryner Betrieb. */
  static boolean isAdjectiveOfTown(Mentions m, int i) {
    return m.token(i).folded().endsWith("er") && isCapital(m, i + 1);
  }

  /** Whether a number stands there: what is counted is no firm. */
  private static boolean isSum(Mentions m, int i) {
    return m.token(i).type() == Token.Type.NUMBER
        || m.word(i).hasLemma("million")
        || m.word(i).hasLemma("milliarde")
        || m.token(i).is("mio")
        || m.token(i).is("mrd")
        || m.token(i).is(".") && i > 0 && isSum(m, i - 1);
  }

  private static boolean speaksOfFirms(Mentions m) {
    for (Mention cue : m.in(Layer.CUE)) {
      if (cue.concept().key().equals("take-part")) {
        return true;
      }
      for (String frame : cue.concept().values("evokes")) {
        boolean trade =
            frame.equals("frame/trade-flow")
                || frame.equals("frame/production")
                || frame.equals("frame/project")
                || frame.equals("frame/agreement");
        if (trade && !m.in(Layer.PRODUCT).isEmpty() || frame.equals("frame/agreement")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The end of a name that starts at a token: at the first common noun behind it. */
  private static int end(Mentions m, int from) {
    int to = from;
    while (to < m.size() && to - from < LONGEST && (isGlued(m, to) || isCapital(m, to))) {
      boolean joined = to > from && m.token(to - 1).is("-");
      boolean common =
          m.word(to).is(Feature.NOUN)
                  && !m.word(to).is(Feature.PROPER)
                  && m.at(Layer.PARTY, to).isEmpty()
              || isCompound(m, to)
              || m.at(Layer.PRODUCT, to).isPresent()
              || m.at(Layer.OFFICE, to).isPresent();
      boolean ending = to > from && m.isWord(to, "name-ending");
      if (to > from && common && !joined && !ending && m.token(to).isWord()) {
        break;
      }
      to++;
    }
    return to > from && m.token(to - 1).is("-") ? to - 1 : to;
  }

  private static boolean isGlued(Mentions m, int i) {
    return i > 0
        && i < m.size()
        && m.token(i).is("-")
        && !m.token(i).spaceBefore()
        && i + 1 < m.size()
        && !m.token(i + 1).spaceBefore();
  }

  /** Whether all that is named is a town, as in Agrarbetrieb Rudny: then it is rather there. */
  private static boolean isPlace(Mentions m, int from, int to) {
    return m.at(Layer.PARTY, from).filter(p -> p.from() <= from && p.to() >= to).isPresent();
  }

  /** Whether a word can be part of a name that starts before it. */
  private static boolean isPart(Mentions m, int i) {
    return isCapital(m, i) && isStrange(m, i)
        || isCapital(m, i) && i > 0 && m.token(i - 1).is("-") && !m.token(i).spaceBefore();
  }

  private static boolean isStrange(Mentions m, int i) {
    String text = m.token(i).folded();
    return m.token(i).isWord()
        && Few.of(COMMON).noneMatch(text::endsWith)
        && m.word(i).is(Feature.UNKNOWN)
        && m.at(Layer.PARTY, i).isEmpty()
        && m.at(Layer.OFFICE, i).isEmpty()
        && m.at(Layer.PRODUCT, i).isEmpty()
        && m.at(Layer.SECTOR, i).isEmpty()
        && m.at(Layer.CUE, i).isEmpty()
        && m.at(Layer.EVENT, i).isEmpty()
        && m.at(Layer.AGREEMENT, i).isEmpty()
        && !m.isWord(i, "body")
        && !isKind(m, i)
        && !isCompound(m, i);
  }

  private static boolean isCompound(Mentions m, int i) {
    return m.word(i).is(Feature.UNKNOWN) && PersonNames.isCompound(m.token(i).text());
  }

  private static boolean isSurname(Mentions m, int i) {
    return m.token(i).isWord() && PersonNames.isSurname(m.token(i).text());
  }

  private static boolean isAllCapitals(Mentions m, int i) {
    String text = m.token(i).text();
    return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
  }

  /** Where a kind of house ends that may have several words: Industrie- und Handelskammer. */
  private static int kindEnd(Mentions m, int head) {
    return Few.of(m.in(Layer.WORD))
        .filter(w -> w.from() == head && w.concept().key().equals("organisation-head"))
        .last()
        .map(Mention::to)
        .orElse(head + 1);
  }

  private static boolean isKind(Mentions m, int i) {
    return m.isWord(i, "organisation-head");
  }

  /** Whether it says nothing of a firm but that it is one: no name without a word of its own. */
  private static boolean isPlain(Mentions m, int i) {
    return m.isWord(i, "kind-of-firm");
  }

  private static boolean isCapital(Mentions m, int i) {
    return i >= 0 && i < m.size() && m.token(i).isWord() && m.token(i).isCapitalised();
  }
}
