package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * Finds names that no vocabulary has: organisations by a legal form, quotation marks or the head of
 * their name, persons by the shape of a name beside an office or a verb of saying.
 */
public final class NameFinder {

  /** What a word of a name may be. */
  private static final Set<Feature> CONTENT =
      EnumSet.of(
          Feature.NOUN,
          Feature.ADJECTIVE,
          Feature.PROPER,
          Feature.SURNAME,
          Feature.UNKNOWN,
          Feature.VERB,
          Feature.PARTICIPLE,
          Feature.GERUND);

  private static final int LONGEST_NAME = 7;

  private NameFinder() {}

  /** The nominative of a Russian noun with the adjectives before it. */
  public static String russianNominative(Mentions m, int from, int head) {
    return RussianNames.nominative(m, from, head);
  }

  /**
   * Organisations that the vocabularies do not have, in the order of the text.
   *
   * @param firms the names that the whole text shows to be firms'
   */
  public static List<Mention> organisations(Mentions mentions, FirmNames firms) {
    List<Mention> found = new ArrayList<>();
    int i = 0;
    while (i < mentions.size()) {
      Optional<Mention> name = organisationAt(mentions, i);
      name = name.isPresent() ? name : firms.at(mentions, i);
      if (name.isPresent() && !isKnown(mentions, name.get())) {
        found.add(name.get());
        i = name.get().to();
      } else {
        i++;
      }
    }
    return found;
  }

  private static boolean isKnown(Mentions mentions, Mention name) {
    return Few.of(mentions.in(Layer.PARTY))
        .anyMatch(
            party ->
                party.overlaps(name)
                    && party.is("organisation")
                    && !(party.to() == name.to() - 1 && mentions.isWord(party.to(), "name-ending"))
                    && party.from() - name.from() <= 1
                    && party.length() + 2 >= name.length());
  }

  private static Optional<Mention> organisationAt(Mentions m, int i) {
    Token token = m.token(i);
    if (isOpeningQuote(m, i)) {
      return quoted(m, i);
    }
    if (token.isWord() && token.isCapitalised()) {
      if (m.isWord(i, "legal-form")) {
        return afterLegalForm(m, i);
      }
      return m.sentence().language() == Language.DE ? GermanNames.at(m, i) : capitalised(m, i);
    }
    return m.sentence().language() == Language.RU
        ? RussianNames.namedAfter(m, i)
        : Optional.empty();
  }

  private static boolean isOpeningQuote(Mentions m, int i) {
    return m.token(i).type() == Token.Type.PUNCTUATION
        && m.token(i).is("\"")
        && i + 1 < m.size()
        && !m.token(i + 1).spaceBefore()
        && (i == 0 || m.token(i).spaceBefore() || m.token(i - 1).is("("));
  }

  /** A quoted name after the head of an organisation's name or a legal form. */
  private static Optional<Mention> quoted(Mentions m, int i) {
    int end = i + 1;
    while (end < m.size() && end - i <= LONGEST_NAME && !m.token(end).is("\"")) {
      if (m.token(end).is(",") || m.token(end).is(";")) {
        return Optional.empty();
      }
      end++;
    }
    // A quotation inside a quotation: the outer one is what somebody says.
    if (end >= m.size()
        || !m.token(end).is("\"")
        || isOpeningQuote(m, end)
        || end == i + 1
        || !m.token(i + 1).isCapitalised()) {
      return Optional.empty();
    }
    boolean named = i > 0 && (isHead(m, i - 1) || m.isWord(i - 1, "legal-form"));
    boolean event = i > 0 && m.at(Layer.EVENT, i - 1).isPresent();
    if (event || (!named && m.sentence().language() != Language.RU)) {
      return Optional.empty();
    }
    boolean russian = m.sentence().language() == Language.RU;
    boolean other = m.at(Layer.PRODUCT, i).isPresent() || isSpoken(m, i, end);
    boolean zone =
        i > 0
            && m.isWord(i - 1, "kind-of-firm")
            && end == i + 2
            && m.at(Layer.PARTY, i + 1).filter(p -> !p.is("organisation")).isPresent();
    if (russian && (other || zone || i > 0 && m.isWord(i - 1, "no-firm"))) {
      return Optional.empty();
    }
    String name = russian && !named ? RussianNames.quoted(m, i, end) : m.text(i + 1, end);
    return Optional.of(open("organisation", name, i, end + 1, m));
  }

  /** Whether a quotation is what somebody says, not a name: it has a verb or a speaker follows. */
  private static boolean isSpoken(Mentions m, int from, int end) {
    boolean speaker = end + 2 < m.size() && m.token(end + 1).is(",") && m.token(end + 2).is("-");
    for (int i = from + 1; i < end; i++) {
      boolean small = m.token(i).isWord() && !m.token(i).isCapitalised();
      boolean verb = m.word(i).is(Feature.FINITE) && !m.word(i).is(Feature.NOUN);
      if (small && verb && !m.word(i).is(Feature.ADJECTIVE)) {
        return true;
      }
    }
    return speaker || m.token(end - 1).is(".") || from > 0 && m.token(from - 1).is(":");
  }

  private static Optional<Mention> afterLegalForm(Mentions m, int i) {
    int end = i + 1;
    while (end < m.size() && m.token(end).isCapitalised() && m.token(end).isWord()) {
      end++;
    }
    return end == i + 1
        ? Optional.empty()
        : Optional.of(open("organisation", m.text(i + 1, end), i, end, m));
  }

  /**
   * Capitalised words of which the last is the head of an organisation's name, or a name that no
   * dictionary has right after such a head.
   */
  private static Optional<Mention> capitalised(Mentions m, int i) {
    int end = i;
    int head = -1;
    while (end < m.size()
        && end - i < LONGEST_NAME
        && (isNamePart(m, end) || end > i && joinsAdjectives(m, end))) {
      if (end > i && isHead(m, end) && m.token(end).isCapitalised()) {
        head = end + 1;
      }
      end++;
    }
    Language language = m.sentence().language();
    if (language == Language.RU) {
      int latin = afterLatin(m, i);
      if (latin >= i + 2 && partyFree(m, i, latin) && isFreeOfKind(m, i)) {
        return Optional.of(open("organisation", m.text(i, latin), i, latin, m));
      }
      Optional<Mention> body = RussianNames.body(m, i);
      if (body.isPresent()) {
        return body;
      }
    }
    boolean named =
        m.at(Layer.PARTY, i).filter(p -> p.is("organisation") && p.from() == i).isPresent();
    for (int last = i + 1; language == Language.EN && named && last < end; last++) {
      if (m.isWord(last, "name-ending")) {
        return Optional.of(open("organisation", m.text(i, last + 1), i, last + 1, m));
      }
    }
    if (language == Language.EN && (m.token(i).is("the") || i == 0 && isFunctionWord(m, i))) {
      return Optional.empty();
    }
    int plant = language == Language.EN ? plantEnd(m, i) : i;
    if (plant > i) {
      return Optional.of(open("organisation", m.text(i, plant), i, plant, m));
    }
    if (head > 0 && language == Language.EN && !isOneParty(m, i, head)) {
      if (head < m.size() && (m.token(head).is("of") || m.token(head).is("for"))) {
        int to = m.isWord(head - 1, "governing") ? head : ofWhat(m, head);
        return to > head + 1
            ? Optional.of(open("organisation", m.text(i, to), i, to, m))
            : m.token(head).is("of")
                ? Optional.empty()
                : Optional.of(open("organisation", m.text(i, head), i, head, m));
      }
      return Optional.of(open("organisation", m.text(i, head), i, head, m));
    }
    if (language == Language.EN
        && isHead(m, i)
        && !m.word(i).is(Feature.PLURAL)
        && i + 1 < m.size()
        && (m.token(i + 1).is("of") || m.token(i + 1).is("for"))) {
      int to = ofWhat(m, i + 1);
      if (to > i + 2) {
        return Optional.of(open("organisation", m.text(i, to), i, to, m));
      }
    }
    boolean afterHead =
        i > 0
            && isHead(m, i - 1)
            && !m.isWord(i - 1, "no-firm")
            && !m.token(i).is("of")
            && !isRussianPerson(m, i, end);
    boolean title = language == Language.EN && end - i > 1 && m.at(Layer.OFFICE, i).isEmpty();
    if (afterHead && end > i && (title || looksStrange(m, i, end)) && partyFree(m, i, end)) {
      return Optional.of(open("organisation", m.text(i, end), i, end, m));
    }
    if (language == Language.EN
        && (end - i >= 2 && isBesideFirm(m, i, end) || isSigner(m, i, end))) {
      return Optional.of(open("organisation", m.text(i, end), i, end, m));
    }
    if (end - i <= 2 && isFromPlace(m, i, end)) {
      return Optional.of(open("organisation", m.text(i, end), i, end, m));
    }
    if (end == i + 1 && isStrangeSubject(m, i)) {
      return Optional.of(open("organisation", m.token(i).text(), i, end, m));
    }
    if (language == Language.EN
        && m.at(Layer.PARTY, i).isEmpty()
        && isCamel(m.token(i).text())
        && !isEventNamed(m, i)) {
      return Optional.of(open("organisation", m.text(i, end), i, end, m));
    }
    return Optional.empty();
  }

  /** Whether a word has a capital but because it opens the sentence: at, when, both. */
  private static boolean isFunctionWord(Mentions m, int i) {
    return m.word(i).is(Feature.PREPOSITION)
        || CONTENT.stream().noneMatch(m.word(i)::is)
        || m.word(i).is(Feature.ADVERB) && !m.word(i).is(Feature.NOUN);
  }

  /**
   * The end of a plant told by its town and what it makes: the Skidel compound feed plant; {@code
   * i} if there is none.
   */
  private static int plantEnd(Mentions m, int i) {
    Optional<Mention> town = m.at(Layer.PARTY, i).filter(p -> p.from() == i);
    boolean named =
        town.isPresent()
            && !town.get().isAdjective()
            && (town.get().is("place") || town.get().is("region"))
            && i > 0
            && m.token(i - 1).is("the");
    int end = named ? town.get().to() : m.size();
    for (int j = end; j < Math.min(m.size(), end + 6); j++) {
      if (j > end && m.isWord(j, "the-plant")) {
        return j + 1;
      }
      boolean part =
          m.token(j).is("-")
              || m.token(j).isWord()
                  && !m.token(j).isCapitalised()
                  && (m.word(j).is(Feature.NOUN) || m.word(j).is(Feature.ADJECTIVE));
      if (!part) {
        return i;
      }
    }
    return i;
  }

  /** The end of the capitalised words in Latin letters from a token on: Qazaq Trucks. */
  private static int afterLatin(Mentions m, int i) {
    int end = i;
    while (end < m.size()
        && m.token(end).isWord()
        && m.token(end).isCapitalised()
        && m.token(end).text().charAt(0) < 0x250) {
      end++;
    }
    return end;
  }

  /** Whether no kind of goods or event stands before a name: автомобили LADA Vesta. */
  private static boolean isFreeOfKind(Mentions m, int i) {
    return i == 0
        || m.at(Layer.PRODUCT, i - 1).isEmpty()
            && m.at(Layer.EVENT, i - 1).isEmpty()
            && !m.isWord(i - 1, "no-firm");
  }

  /** The end of what a body's name says it is of: Chamber of Commerce and Industry. */
  private static int ofWhat(Mentions m, int of) {
    int end = of;
    while (end + 1 < m.size() && end - of < LONGEST_NAME) {
      boolean and = m.token(end).is("and");
      boolean joins = m.token(end).is("of") || and || end == of;
      boolean goesOn = isCapital(m, joins ? end + 1 : end);
      if (!goesOn || and && isOther(m, end + 1)) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Whether the words are the name of one known land or union: the Russian Federation. */
  private static boolean isOneParty(Mentions m, int from, int to) {
    return m.at(Layer.PARTY, from).filter(p -> p.to() >= to).isPresent();
  }

  /** Whether a name starts that is no part of the one before: another party or a strange word. */
  private static boolean isOther(Mentions m, int i) {
    return m.at(Layer.PARTY, i).isPresent() || m.word(i).is(Feature.UNKNOWN);
  }

  /** Whether what is named is an exhibition or forum: the trade fair "KazBuild". */
  static boolean isEventNamed(Mentions m, int i) {
    int before = i > 1 && m.token(i - 1).is("\"") ? i - 2 : i - 1;
    return before >= 0 && m.at(Layer.EVENT, before).isPresent() && !isHead(m, before);
  }

  /** In Russian a person may stand right after a plant: the director of the plant Irina Kokhan. */
  private static boolean isRussianPerson(Mentions m, int from, int to) {
    return m.sentence().language() == Language.RU
        && (m.word(from).is(Feature.PROPER) || to - from >= 2 && officeBefore(m, from).isPresent());
  }

  /**
   * Whether a name that no dictionary has, and that is no person's, is the subject of a verb of
   * trade or making: Kaztechnology assembled, Santo liefert.
   */
  private static boolean isStrangeSubject(Mentions m, int i) {
    Language language = m.sentence().language();
    String text = m.token(i).text();
    boolean name =
        language != Language.RU
            && text.length() > 4
            && m.word(i).is(Feature.UNKNOWN)
            && m.at(Layer.PARTY, i).isEmpty()
            && m.at(Layer.OFFICE, i).isEmpty()
            && m.at(Layer.PRODUCT, i).isEmpty()
            && m.at(Layer.CUE, i).isEmpty()
            && !PersonNames.isSurname(text)
            && (i == 0 || !m.token(i - 1).isCapitalised() || i == 1);
    if (!name || language == Language.DE && PersonNames.isCompound(text)) {
      return false;
    }
    for (int j = i + 1; j < Math.min(m.size(), i + 4); j++) {
      int at = j;
      boolean acts = Few.of(m.in(Layer.CUE)).anyMatch(c -> c.from() == at && isOfTrade(c));
      if (acts && m.word(j).is(Feature.VERB)) {
        return true;
      }
      boolean auxiliary =
          (m.word(j).is(Feature.FINITE) || m.word(j).is(Feature.ADVERB))
                  && !m.word(j).is(Feature.NOUN)
              || m.token(j).is("to")
              || m.token(j).is("will")
              || m.token(j).is("plans");
      if (!auxiliary || m.token(j).isCapitalised()) {
        return false;
      }
    }
    return false;
  }

  /** Whether and joins a name that no dictionary has, and that is no person's, to a known firm. */
  private static boolean isBesideFirm(Mentions m, int i, int end) {
    boolean after = i >= 2 && m.isWord(i - 1, "and") && isFirm(m, i - 2);
    boolean before = end + 1 < m.size() && m.isWord(end, "and") && isFirm(m, end + 1);
    return (after || before)
        && looksStrange(m, i, end)
        && partyFree(m, i, end)
        && m.at(Layer.OFFICE, i).isEmpty()
        && (personEnd(m, i) == i || m.word(end - 1).is(Feature.PLURAL))
        && !PersonNames.isSurname(m.token(end - 1).text());
  }

  /** Whether a strange name is whom a document is signed with: a memorandum with Kazcosmos. */
  private static boolean isSigner(Mentions m, int i, int end) {
    return i >= 2
        && m.isWord(i - 1, "companion")
        && !m.in(Layer.AGREEMENT).isEmpty()
        && m.word(i).is(Feature.UNKNOWN)
        && m.token(i).text().length() > 4
        && partyFree(m, i, end)
        && m.at(Layer.OFFICE, i).isEmpty()
        && !PersonNames.isSurname(m.token(end - 1).text());
  }

  private static boolean isFirm(Mentions m, int i) {
    return m.at(Layer.PARTY, i).filter(p -> p.is("organisation")).isPresent();
  }

  /** Whether a name that no dictionary has is said to be from a town: BATE aus Borissow. */
  private static boolean isFromPlace(Mentions m, int i, int end) {
    Language language = m.sentence().language();
    String last = m.token(end - 1).text();
    boolean name =
        language != Language.RU
            && m.token(i).text().length() > 2
            && m.word(i).is(Feature.UNKNOWN)
            && partyFree(m, i, end)
            && m.at(Layer.OFFICE, i).isEmpty()
            && m.at(Layer.PRODUCT, i).isEmpty()
            && !PersonNames.isSurname(last)
            && (i == 0 || !m.token(i - 1).isCapitalised() || isHead(m, i - 1));
    return name
        && end + 1 < m.size()
        && (m.isWord(end, "source") || m.isWord(end, "of"))
        && m.at(Layer.PARTY, end + 1).filter(p -> p.is("place") || p.is("region")).isPresent()
        && !(language == Language.DE && PersonNames.isCompound(last));
  }

  private static boolean isOfTrade(Mention cue) {
    List<String> frames = cue.concept().values("evokes");
    return cue.concept().partOfSpeech().equals("verb")
        && (frames.contains("frame/trade-flow")
            || frames.contains("frame/production")
            || frames.contains("frame/project"));
  }

  /** Whether a word has capitals inside, beside small letters. */
  static boolean isCamel(String text) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < text.length(); i++) {
      upper |= i > 0 && Character.isUpperCase(text.charAt(i));
      lower |= Character.isLowerCase(text.charAt(i));
    }
    return text.length() > 4 && upper && lower;
  }

  /** Whether and joins two adjectives of a name: the Scientific and Practical Centre. */
  private static boolean joinsAdjectives(Mentions m, int i) {
    return m.token(i).is("and")
        && isCapital(m, i + 1)
        && m.word(i - 1).is(Feature.ADJECTIVE)
        && m.word(i + 1).is(Feature.ADJECTIVE);
  }

  private static boolean isNamePart(Mentions m, int i) {
    Token token = m.token(i);
    boolean glued = token.is("-") && !token.spaceBefore() && i + 1 < m.size();
    return glued || (token.isWord() && token.isCapitalised() && !m.isWord(i, "legal-form"));
  }

  private static boolean isHead(Mentions m, int i) {
    return m.isWord(i, "organisation-head");
  }

  private static boolean partyFree(Mentions m, int from, int to) {
    return Few.of(m.in(Layer.PARTY)).noneMatch(p -> p.from() < to && from < p.to());
  }

  /** Whether no dictionary has a word of the name, so that it can only be a name. */
  private static boolean looksStrange(Mentions m, int from, int to) {
    for (int i = from; i < to; i++) {
      if (m.token(i).isWord() && m.word(i).is(Feature.UNKNOWN)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Persons named in full beside an office or a verb of saying, in the order of the text.
   *
   * @param organisations names of which a part is no person: Tien Shan Capital
   */
  public static List<Mention> persons(Mentions m, List<Mention> organisations) {
    List<Mention> found = persons(m);
    found.removeIf(
        person ->
            Few.of(organisations)
                .anyMatch(
                    o ->
                        o.overlaps(person)
                            && (o.length() > person.length()
                                || m.isWord(person.from() - 1, "kind-of-firm"))));
    return found;
  }

  static List<Mention> persons(Mentions m) {
    List<Mention> found = new ArrayList<>();
    int i = 0;
    while (i < m.size()) {
      int end = personEnd(m, i);
      boolean held =
          end > i
              && !isHeaded(m, i, end)
              && !isBehindKind(m, i, end)
              && (besideOffice(m, i, end)
                  || besideSaying(m, i, end)
                  || counterpartBefore(m, i).isPresent()
                  || isLeader(m, i)
                  || isJoined(m, i, found)
                  || meets(m, i, end));
      int start = i;
      if (held) {
        Optional<Mention> title = officeBefore(m, i).or(() -> counterpartBefore(m, start));
        String name = PersonNames.nominative(m, i, end, title);
        found.add(open("person", name, i, end, m));
        i = end;
      } else {
        i++;
      }
    }
    return found;
  }

  /**
   * Whether a title says that it is of what is named: the head of Ontustik Tehnika, Ertis Energo
   * Director Aidana Mukasheva.
   */
  static boolean isHeaded(Mentions m, int from, int to) {
    boolean before =
        from >= 2
            && m.token(from - 1).is("of")
            && m.at(Layer.OFFICE, from - 2).filter(o -> o.to() == from - 1).isPresent();
    return m.sentence().language() == Language.EN && (before || isHeadNext(m, to));
  }

  /**
   * Whether a noun right before says that a name without a surname's ending is a firm's, unless the
   * noun tells what its holder heads: the director of the plant Askar Mamin.
   */
  private static boolean isBehindKind(Mentions m, int from, int to) {
    if (m.sentence().language() == Language.RU
        || from == 0
        || !isHead(m, from - 1)
        || PersonNames.isSurname(m.token(to - 1).text())) {
      return false;
    }
    int title = officeBefore(m, from).map(Mention::to).orElse(from);
    for (int i = title; i < from; i++) {
      if (m.isWord(i, "and")) {
        return true;
      }
    }
    return title == from;
  }

  /** Whether a title follows and then who holds it. */
  static boolean isHeadNext(Mentions m, int to) {
    return m.at(Layer.OFFICE, to)
        .filter(o -> o.from() == to && personEnd(m, o.to()) > o.to())
        .isPresent();
  }

  /**
   * Whether who is named meets, calls or visits somebody: A met with B; with an ending of surnames,
   * or in Russian a name that the dictionary has.
   */
  private static boolean meets(Mentions m, int from, int to) {
    boolean name = PersonNames.isSurname(m.token(to - 1).text());
    for (int i = from; i < to && m.sentence().language() == Language.RU; i++) {
      name |= m.word(i).is(Feature.PROPER) || m.word(i).is(Feature.SURNAME);
    }
    return name && (isMeeting(m, to) || isMet(m, from));
  }

  /** Whether a verb of meeting follows, with no more than another name or an adverb between. */
  private static boolean isMeeting(Mentions m, int to) {
    for (int i = to; i < Math.min(m.size(), to + 7); i++) {
      if (isOfPeople(m, i)) {
        return true;
      }
      boolean between =
          m.token(i).isCapitalised()
              || m.token(i).type() == Token.Type.NUMBER
              || i > 0 && m.token(i - 1).type() == Token.Type.NUMBER
              || m.token(i).is("-")
              || m.isWord(i, "and")
              || m.isWord(i, "calendar")
              || m.word(i).is(Feature.ADVERB)
              || m.word(i).hasLemma("have")
              || m.word(i).hasLemma("be")
              || m.word(i).hasLemma("will");
      if (!between) {
        return false;
      }
    }
    return false;
  }

  /** Whether with before a name joins it to who meets. */
  private static boolean isMet(Mentions m, int from) {
    if (isOfEvent(m, m.isWord(from - 1, "of") ? from - 1 : from)) {
      return true;
    }
    if (from < 1 || !m.isWord(from - 1, "companion") && !m.isWord(from - 1, "between")) {
      return false;
    }
    for (int i = 0; i < from; i++) {
      if (isOfPeople(m, i)) {
        return true;
      }
    }
    return Few.of(m.in(Layer.EVENT))
        .anyMatch(
            e ->
                e.to() <= from
                    && (e.concept().key().equals("meeting") || e.concept().key().equals("call")));
  }

  /** Whether a noun for a visit, meeting or call ends at a token: a visit of. */
  private static boolean isOfEvent(Mentions m, int to) {
    return Few.of(m.in(Layer.EVENT))
        .anyMatch(
            e ->
                e.to() == to
                    && (e.concept().key().equals("meeting")
                        || e.concept().key().equals("visit")
                        || e.concept().key().equals("call")));
  }

  private static boolean isOfPeople(Mentions m, int i) {
    for (Mention cue : m.in(Layer.CUE)) {
      String key = cue.concept().key();
      if (cue.from() == i && (key.equals("meet") || key.equals("call") || key.equals("visit"))) {
        return cue.length() > 1 || m.word(i).is(Feature.VERB);
      }
    }
    return false;
  }

  /** Whether and joins a name to that of an office holder: the ministers A and B. */
  private static boolean isJoined(Mentions m, int i, List<Mention> found) {
    if (i < 2 || found.isEmpty() || !m.isWord(i - 1, "and")) {
      return false;
    }
    Mention last = found.get(found.size() - 1);
    return last.to() == i - 1 && (isOfSeveral(m, last.from()) || isMet(m, last.from()));
  }

  /** Whether the title before a name is a plural one. */
  private static boolean isOfSeveral(Mentions m, int name) {
    return officeBefore(m, name).filter(title -> isPlural(m, title)).isPresent();
  }

  /** Whether a title is one of several holders: prime ministers. */
  public static boolean isPlural(Mentions m, Mention title) {
    for (int i = title.from(); i < title.to(); i++) {
      boolean plural = m.word(i).is(Feature.PLURAL);
      if (plural && (!m.word(i).is(Feature.SINGULAR) || isBehindPlural(m, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a German article makes a form that may be singular a plural: die Außenminister. */
  private static boolean isBehindPlural(Mentions m, int i) {
    int article = i > 1 && m.word(i - 1).is(Feature.ADJECTIVE) ? i - 2 : i - 1;
    return m.sentence().language() == Language.DE
        && article >= 0
        && (m.token(article).is("die") || m.token(article).is("beiden"))
        && !m.token(i).folded().endsWith("e");
  }

  /** The word for the holder of the same office on the other side right before a name. */
  public static Optional<Mention> counterpartBefore(Mentions m, int name) {
    int i = name > 0 && m.token(name - 1).is(",") ? name - 2 : name - 1;
    return m.isWord(i, "counterpart")
        ? Few.of(m.words(i)).filter(w -> w.concept().key().equals("counterpart")).findFirst()
        : Optional.empty();
  }

  /** The end of two or three words, or initials and a word, that can be a person's name. */
  private static int personEnd(Mentions m, int i) {
    if (!isCapital(m, i)) {
      return i;
    }
    int end = i;
    int words = 0;
    boolean strange = false;
    while (end < m.size() && words < 3) {
      Token token = m.token(end);
      if (token.is(".") && end > i && m.token(end - 1).text().length() == 1) {
        end++;
        continue;
      }
      if (token.is("-") && end > i && !token.spaceBefore()) {
        end++;
        continue;
      }
      if (!token.isWord()
          || !token.isCapitalised()
          || isTaken(m, end)
          || isCommonNoun(m, end, words)
          || words == 2 && isPlainNoun(m, end)
          || words == 0 && isAbbreviation(m, end)
          || end == 0 && m.word(end).is(Feature.PREPOSITION)
          || (end > i
              && m.token(end - 1).type() == Token.Type.PUNCTUATION
              && token.spaceBefore()
              && !m.token(end - 1).is("."))) {
        break;
      }
      strange |=
          m.word(end).is(Feature.UNKNOWN) && !isCompound(m, end)
              || m.word(end).is(Feature.PROPER)
              || m.word(end).is(Feature.SURNAME);
      words++;
      end++;
    }
    boolean spaced = false;
    for (int j = i + 1; j < end; j++) {
      spaced |= m.token(j).isWord() && m.token(j).spaceBefore();
    }
    boolean cut = end > i && m.token(end - 1).is("-");
    return words >= 2 && strange && spaced && !cut && !opensEvent(m, end) ? end : i;
  }

  /** Whether the words open a body's or event's name: the Eurasian Economic Commission. */
  private static boolean opensEvent(Mentions m, int end) {
    return isCapital(m, end)
        && m.sentence().language() == Language.EN
        && m.at(Layer.EVENT, end).isPresent();
  }

  /** A German noun before a full name is none of it: Amtskollege Marat, Landwirtschaft Anna. */
  private static boolean isCommonNoun(Mentions m, int i, int words) {
    return words == 0
        && m.sentence().language() == Language.DE
        && (m.word(i).is(Feature.NOUN) || m.isWord(i, "body") || isHead(m, i))
        && !m.word(i).is(Feature.PROPER)
        && isCapital(m, i + 1)
        && (isCapital(m, i + 2) || isHead(m, i));
  }

  private static boolean isCompound(Mentions m, int i) {
    return m.sentence().language() == Language.DE && PersonNames.isCompound(m.token(i).text());
  }

  /**
   * A German noun behind a full name is none of it: teilte Pjotr Parchomtschik Journalisten mit.
   */
  private static boolean isPlainNoun(Mentions m, int i) {
    return m.sentence().language() == Language.DE
        && m.word(i).is(Feature.NOUN)
        && !m.word(i).is(Feature.PROPER)
        && !m.word(i).is(Feature.SURNAME);
  }

  /** In Russian a word with capitals inside is a body's short name, no given name: БелТПП. */
  private static boolean isAbbreviation(Mentions m, int i) {
    String text = m.token(i).text();
    return m.sentence().language() == Language.RU
        && text.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static boolean isCapital(Mentions m, int i) {
    return i < m.size() && m.token(i).isWord() && m.token(i).isCapitalised();
  }

  private static boolean isTaken(Mentions m, int i) {
    return m.at(Layer.OFFICE, i).isPresent()
        || m.at(Layer.PARTY, i).filter(p -> isNoGivenName(m, i, p)).isPresent()
        || m.isWord(i, "legal-form")
        || m.isWord(i, "transparent")
        || m.isWord(i, "academic-title")
        || m.isWord(i, "calendar")
        || m.sentence().language() == Language.EN
            && (m.isWord(i, "organisation-head")
                || m.isWord(i, "name-ending")
                || m.isWord(i, "title-by")
                || m.isWord(i, "body"))
        || m.at(Layer.EVENT, i).isPresent();
  }

  /** Whether a place, whose name may be a person's, too, is meant: but rector Altai Dyusupov. */
  private static boolean isNoGivenName(Mentions m, int i, Mention place) {
    boolean titled = follows(m, i, Layer.OFFICE);
    boolean surname =
        place.length() == 1 && isCapital(m, i + 1) && PersonNames.isSurname(m.token(i + 1).text());
    return titled ? !surname : place.form() != Label.Form.AMBIGUOUS || m.isWord(i - 1, "of");
  }

  /** Whether a mention of the layer ends right before a token. */
  private static boolean follows(Mentions m, int i, Layer layer) {
    return i > 0 && m.at(layer, i - 1).isPresent();
  }

  /** Whether the words before say that somebody heads a delegation: led by, во главе с. */
  private static boolean isLeader(Mentions m, int from) {
    int by = from - 1;
    boolean companion = m.isWord(by, "companion") || m.isWord(by, "of");
    return m.at(Layer.CUE, companion ? by - 1 : by)
        .filter(c -> c.concept().key().equals("led-by"))
        .isPresent();
  }

  private static boolean besideOffice(Mentions m, int from, int to) {
    // A title with a name behind it is that one's: the firm Dala Trade, Governor Petr Petrov said.
    return officeBefore(m, from).isPresent()
        || officeAfter(m, to).filter(o -> personEnd(m, o.to()) == o.to()).isPresent();
  }

  /** The office whose holder is named by the tokens from {@code from} on. */
  public static Optional<Mention> officeBefore(Mentions m, int from) {
    int name = withTitles(m, from);
    for (int i = name - 1; i >= 0 && name - i <= 16; i--) {
      Optional<Mention> office = m.at(Layer.OFFICE, i);
      if (office.isPresent()) {
        return office;
      }
      if (m.token(i).is(")")) {
        i = opening(m, i);
        continue;
      }
      Token token = m.token(i);
      boolean lastComma = token.is(",") && i == name - 1;
      if (token.type() == Token.Type.PUNCTUATION
          && !lastComma
          && !token.is("-")
          && !token.is("\"")) {
        return Optional.empty();
      }
      boolean is = i == name - 1 && (token.is("is") || token.is("ist"));
      if (!is
          && !m.isWord(i, "appoint")
          && m.word(i).is(Feature.FINITE)
          && !m.word(i).is(Feature.NOUN)
          && !token.isCapitalised()) {
        return Optional.empty();
      }
      if (m.isWord(i, "companion") || m.isWord(i, "agent") || token.is("as")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where a name begins with the titles before it: Mr. Pavel Utsiupin, Prof. Dr. Meier. */
  private static int withTitles(Mentions m, int from) {
    int i = from;
    while (i > 0 && m.isWord(i - 1, "academic-title")
        || i > 1 && m.token(i - 1).is(".") && m.isWord(i - 2, "academic-title")) {
      i--;
    }
    return i;
  }

  /** Where the bracket opens that closes at a token; the token itself if none does. */
  private static int opening(Mentions m, int close) {
    for (int i = close - 1; i >= 0; i--) {
      if (m.token(i).is("(")) {
        return i;
      }
    }
    return close;
  }

  /** The office that a sentence says the person was appointed to: was elected rector of. */
  private static Optional<Mention> officeOfAppointment(Mentions m, int to) {
    int end = Math.min(m.size(), to + 14);
    boolean appointed = false;
    for (int i = to; i < end; i++) {
      appointed |= m.isWord(i, "appoint");
    }
    boolean be =
        to < m.size()
            && (m.word(to).hasLemma("be")
                || m.word(to).hasLemma("have")
                || m.word(to).hasLemma("werden")
                || m.isWord(to, "appoint"));
    boolean is =
        to < m.size() && (m.token(to).is("is") || m.token(to).is("ist") || m.token(to).is("was"));
    if (!be || !appointed && !is) {
      return Optional.empty();
    }
    for (int i = to + 1; i < Math.min(m.size(), to + (appointed ? 9 : 4)); i++) {
      Optional<Mention> office = m.at(Layer.OFFICE, i);
      if (office.isPresent()) {
        return office;
      }
      if (m.token(i).type() == Token.Type.PUNCTUATION) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The office that an apposition gives to the person whose name ends before {@code to}. */
  public static Optional<Mention> officeAfter(Mentions m, int to) {
    if (to >= m.size() || !(m.token(to).is(",") || m.token(to).is("(") || m.token(to).is("-"))) {
      return officeOfAppointment(m, to);
    }
    for (int i = to + 1; i < m.size() && i - to <= 8; i++) {
      Optional<Mention> office = m.at(Layer.OFFICE, i);
      if (office.isPresent()) {
        return office;
      }
      boolean inTitle =
          m.at(Layer.PARTY, i).isPresent()
              || m.word(i).is(Feature.ADJECTIVE)
              || m.token(i).is("a")
              || m.token(i).is("an")
              || m.token(i).is("the")
              || m.token(i).is("'s")
              || m.token(i).is("'")
              || m.token(i).is("its")
              || m.token(i).is("-")
              || m.word(i).hasLemma("der")
              || isWho(m, to, i);
      if (!inTitle) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a relative clause gives the office: who is now the head of. */
  private static boolean isWho(Mentions m, int to, int i) {
    return m.sentence().language() == Language.EN
        && m.token(to + 1).is("who")
        && (i == to + 1 || m.word(i).hasLemma("be") || m.word(i).is(Feature.ADVERB));
  }

  /** The verb of a relative clause that says what the person heads: who leads, der leitet. */
  public static Optional<Mention> heads(Mentions m, int to) {
    boolean relative = to + 2 < m.size() && m.token(to).is(",") && m.isWord(to + 1, "relative");
    for (int i = to + 2; relative && i < m.size() && !m.token(i).is(","); i++) {
      if (m.isWord(i, "heads") && m.word(i).is(Feature.VERB)) {
        return Few.of(m.words(i)).filter(w -> w.concept().key().equals("heads")).findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean besideSaying(Mentions m, int from, int to) {
    return isSaying(m, to)
        || heads(m, to).isPresent()
        || m.isWord(from - 1, "heads")
        || m.isWord(to, "heads")
        || isHeadlineSpeaker(m, from, to)
        || (to + 1 < m.size() && m.word(to).lemma().equals("be") && isSaying(m, to + 1))
        || isSaying(m, from - 1);
  }

  /** A headline names its speaker before or after a colon. */
  private static boolean isHeadlineSpeaker(Mentions m, int from, int to) {
    return m.sentence().zone() == Sentence.Zone.HEADLINE
        && (from == 0 && m.size() > to && m.token(to).is(":")
            || to == m.size() && from > 0 && m.token(from - 1).is(":"));
  }

  private static boolean isSaying(Mentions m, int i) {
    return m.isWord(i, "say") || m.isWord(i, "according-to");
  }

  static Mention open(String kind, String name, int from, int to, Mentions m) {
    Concept concept = Concept.unlinked(kind, name, m.sentence().language());
    return new Mention(from, to, concept, Label.Form.PREFERRED);
  }
}
