package org.w3id.bykz.mention;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Token;

/**
 * Names of Russian bodies: adjectives, of which the first is capitalised, and their head noun; the
 * person it is named after or the town it stands in may follow. Quoted names in the nominative.
 */
final class RussianNames {

  private static final int LONGEST = 5;

  /** Adjectives of places: Лидский, Таразского. */
  private static final Pattern OF_PLACE =
      Pattern.compile(".*(ск|цк)(ий|ого|ому|им|ом|ая|ой|ую|ое)");

  /** Abbreviated words whose nominative ends as an instrumental does: Беллегпром, Белтелеком. */
  private static final Pattern ABBREVIATED = Pattern.compile(".*(?<!пром|ком|дом)(пром|ком|дом)");

  private RussianNames() {}

  /** The body whose name starts at a token, in the nominative. */
  static Optional<Mention> body(Mentions m, int from) {
    int i = from;
    int adjectives = 0;
    while (i < m.size() && adjectives < LONGEST) {
      int next = afterAdjective(m, i, i == from);
      if (next == i) {
        break;
      }
      i = next;
      adjectives++;
    }
    boolean named =
        i < m.size()
            && m.isWord(i, "organisation-head")
            && (m.token(i).isCapitalised() == (i == from) || isAllCapitals(m, i))
            && (m.word(i).is(Feature.SINGULAR) || !m.word(i).is(Feature.PLURAL))
            && (i > from || from > 0);
    if (!named) {
      return Optional.empty();
    }
    int to = tail(m, from, i, i + 1);
    boolean chain =
        adjectives > 1
            && m.isWord(i, "kind-of-firm")
            && i + 1 < m.size()
            && m.token(i + 1).is("\"");
    if (to == i + 1 && (i == from || chain || adjectives == 1 && isKind(m, from, i))) {
      return Optional.empty();
    }
    String name = nominative(m, from, i);
    return Optional.of(
        NameFinder.open(
            "organisation", to > i + 1 ? name + " " + m.text(i + 1, to) : name, from, to, m));
  }

  /**
   * Whether an adjective and a noun only say what kind of firm a quoted one is, or name no firm at
   * all: the Minsk company, Belarusian factory, agriculture.
   */
  private static boolean isKind(Mentions m, int from, int head) {
    boolean quoted = head + 1 < m.size() && m.token(head + 1).is("\"");
    boolean land =
        head == from + 1 && m.at(Layer.PARTY, from).filter(p -> p.is("country")).isPresent();
    boolean thing =
        Stream.of(Layer.SECTOR, Layer.CUE)
            .anyMatch(l -> m.at(l, from).filter(t -> t.to() > head).isPresent());
    return quoted || land || thing || m.isWord(head, "kind-of-firm");
  }

  /** A body that is called after a person only: the theatre named after Yakub Kolas. */
  static Optional<Mention> namedAfter(Mentions m, int head) {
    int to = head + 1 < m.size() ? afterPerson(m, head + 1) : head + 1;
    return to > head + 1 && m.isWord(head, "organisation-head")
        ? Optional.of(
            NameFinder.open(
                "organisation", m.word(head).lemma() + " " + m.text(head + 1, to), head, to, m))
        : Optional.empty();
  }

  /** The end of what belongs to the name after its head noun. */
  private static int tail(Mentions m, int from, int noun, int head) {
    int person = afterPerson(m, head);
    if (person > head) {
      return person;
    }
    int genitive = afterPerson(m, afterGenitives(m, noun));
    boolean part = m.isWord(noun, "part-of-body");
    int body = part ? afterBody(m, Math.max(head, genitive)) : head;
    if (body > Math.max(head, genitive)) {
      return afterField(m, body);
    }
    if (genitive > head) {
      return genitive;
    }
    boolean placed =
        from < noun
            && (m.at(Layer.PARTY, from).isPresent() || m.at(Layer.SECTOR, from).isEmpty())
            && !part;
    int place =
        placed
            ? head
            : m.at(Layer.PARTY, head)
                .filter(p -> p.is("place") && p.from() == head)
                .map(Mention::to)
                .orElse(head);
    if (from == noun && place == head && isNameNext(m, head)) {
      return head + 1;
    }
    return part ? afterField(m, place) : place;
  }

  /** After the body that a branch belongs to: отделение БелТПП. */
  private static int afterBody(Mentions m, int i) {
    Optional<Mention> known = m.at(Layer.PARTY, i).filter(p -> p.is("organisation"));
    if (known.isPresent() || i >= m.size()) {
      return known.map(Mention::to).orElse(i);
    }
    Optional<Mention> region =
        m.at(Layer.PARTY, i).filter(p -> p.is("region") && p.from() == i && p.length() > 1);
    if (region.isPresent()) {
      return region.get().to();
    }
    int own = isAdjective(m, i, true) ? body(m, i).map(Mention::to).orElse(i) : i;
    if (own > i) {
      return own;
    }
    boolean initials = m.token(i).text().chars().filter(Character::isUpperCase).count() > 1;
    if (!initials) {
      return i;
    }
    return m.at(Layer.PARTY, i + 1).filter(p -> p.is("country")).map(Mention::to).orElse(i + 1);
  }

  /** After the field that a centre is for: по земледелию. */
  private static int afterField(Mentions m, int i) {
    boolean field =
        i + 1 < m.size()
            && m.token(i).is("по")
            && Few.of(m.words(i)).allMatch(w -> w.length() == 1)
            && m.word(i + 1).is(Feature.DATIVE)
            && !m.word(i + 1).is(Feature.NOMINATIVE);
    return field ? i + 2 : i;
  }

  /**
   * After the genitives that go on with a name: medical preparations, oil and gas. A noun that
   * could be a subject or object counts behind its adjective or beside one that could not.
   */
  private static int afterGenitives(Mentions m, int noun) {
    int end = noun + 1;
    boolean acted = m.word(noun).is(Feature.INSTRUMENTAL) && !m.word(noun).is(Feature.NOMINATIVE);
    int i = end;
    // A capital inside a sentence says that a name begins: Институт почвоведения.
    boolean name = noun > 0 && m.token(noun).isCapitalised();
    boolean sure = name;
    while (!acted && i < m.size() && i - noun < 2 * LONGEST) {
      int next = i;
      boolean adjective = false;
      while (next < m.size() && isGenitiveAdjective(m, next)) {
        next++;
        adjective = true;
      }
      if (next >= m.size() || !isGenitive(m, next, name)) {
        break;
      }
      sure |= adjective || !m.word(next).is(Feature.NOMINATIVE);
      i = next + 1;
      end = sure ? i : end;
      boolean more =
          i + 1 < m.size()
              && (m.token(i).is("и") || m.token(i).is(","))
              && (isGenitive(m, i + 1, name) || isGenitiveAdjective(m, i + 1));
      if (!more) {
        break;
      }
      i++;
    }
    return end;
  }

  private static boolean isGenitiveAdjective(Mentions m, int i) {
    String text = m.token(i).folded();
    return m.token(i).isWord()
        && !m.token(i).isCapitalised()
        && m.word(i).is(Feature.ADJECTIVE)
        && (text.endsWith("ого")
            || text.endsWith("его")
            || text.endsWith("ых")
            || text.endsWith("их")
            || text.endsWith("ой")
            || text.endsWith("ей"))
        && m.at(Layer.PARTY, i).isEmpty();
  }

  /** Whether a noun can go on a name, a word for what is done only where a name is sure. */
  private static boolean isGenitive(Mentions m, int i, boolean sure) {
    return m.token(i).isWord()
        && !m.token(i).isCapitalised()
        && m.word(i).is(Feature.NOUN)
        && m.word(i).is(Feature.GENITIVE)
        && !m.token(i).is("имени")
        && !m.word(i).is(Feature.FINITE)
        && !m.word(i).is(Feature.PREPOSITION)
        && (!m.isWord(i, "transparent") || m.isWord(i - 1, "part-of-body"))
        && !m.isWord(i, "organisation-head")
        && m.at(Layer.PARTY, i).isEmpty()
        && m.at(Layer.OFFICE, i).isEmpty()
        && m.at(Layer.EVENT, i).isEmpty()
        && m.at(Layer.AGREEMENT, i).isEmpty()
        && (sure || m.at(Layer.CUE, i).isEmpty() || m.isWord(i - 1, "part-of-body"));
  }

  /** Whether a name that no vocabulary has goes on a name: Университет Аризоны. */
  private static boolean isNameNext(Mentions m, int i) {
    return i < m.size()
        && m.token(i).isWord()
        && m.token(i).isCapitalised()
        && m.word(i).is(Feature.UNKNOWN)
        && m.at(Layer.PARTY, i).isEmpty();
  }

  private static int afterPerson(Mentions m, int i) {
    if (i >= m.size() || !m.token(i).is("имени") && !m.token(i).is("им")) {
      return i;
    }
    int to = i + 1;
    while (to < m.size()
        && to - i < 2 * LONGEST
        && (m.token(to).isCapitalised() || m.token(to).is("."))
        && m.at(Layer.OFFICE, to).isEmpty()) {
      to++;
    }
    to -= m.token(to - 1).is(".") ? 1 : 0;
    return to > i + 1 ? to : i;
  }

  /** After an adjective of a name, be it one of two with a hyphen: камвольно-прядильная. */
  private static int afterAdjective(Mentions m, int i, boolean first) {
    boolean compound =
        i + 2 < m.size()
            && m.token(i).isWord()
            && m.token(i + 1).is("-")
            && !m.token(i + 1).spaceBefore()
            && (!first || m.token(i).isCapitalised());
    if (compound) {
      return hasEnding(m.token(i + 2).folded()) ? i + 3 : i;
    }
    return isAdjective(m, i, first) ? i + 1 : i;
  }

  private static boolean isAdjective(Mentions m, int i, boolean first) {
    String text = m.token(i).folded();
    boolean known = m.word(i).is(Feature.ADJECTIVE);
    return m.token(i).isWord()
        && hasEnding(text)
        && (first
            ? m.token(i).isCapitalised() && (OF_PLACE.matcher(text).matches() || known)
            : known || m.word(i).is(Feature.UNKNOWN));
  }

  private static boolean hasEnding(String text) {
    return text.endsWith("ий")
        || text.endsWith("ый")
        || text.endsWith("ой")
        || text.endsWith("ого")
        || text.endsWith("ом")
        || text.endsWith("ому")
        || text.endsWith("им")
        || text.endsWith("ым")
        || text.endsWith("ая")
        || text.endsWith("ую")
        || text.endsWith("ое");
  }

  static String nominative(Mentions m, int from, int head) {
    String noun = m.word(head).lemma();
    boolean soft = noun.endsWith("ь") && isFeminine(m.token(Math.max(from, head - 1)).folded());
    boolean feminine = soft || noun.endsWith("а") || noun.endsWith("я");
    boolean neuter = noun.endsWith("е") || noun.endsWith("о");
    StringBuilder name = new StringBuilder();
    for (int i = from; i < head; i++) {
      String text = m.token(i).text();
      boolean glued = m.token(i).is("-") || i > from && m.token(i - 1).is("-");
      boolean declined = m.token(i).isWord() && !m.token(i + 1).is("-");
      name.append(i > from && !glued ? " " : "")
          .append(declined ? nominative(text, m.word(i), feminine, neuter) : text);
    }
    boolean capital = m.token(head).isCapitalised();
    String last =
        isAllCapitals(m, head)
            ? m.token(head).text()
            : capital ? Character.toUpperCase(noun.charAt(0)) + noun.substring(1) : noun;
    return head == from ? last : name.append(' ').append(last).toString();
  }

  /** Whether a head is but its initials, which do not decline: НИИ, НПЗ. */
  private static boolean isAllCapitals(Mentions m, int i) {
    String text = m.token(i).text();
    return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isFeminine(String adjective) {
    return adjective.endsWith("ая") || adjective.endsWith("ую") || adjective.endsWith("ой");
  }

  /** Whether a word can but be an adjective in an oblique case. */
  private static boolean isOblique(Mentions m, int i) {
    String text = m.token(i).folded();
    return m.word(i).is(Feature.ADJECTIVE)
        && !m.word(i).is(Feature.NOMINATIVE)
        && (text.endsWith("ого")
            || text.endsWith("ому")
            || text.endsWith("им")
            || text.endsWith("ым")
            || text.endsWith("ую")
            || text.endsWith("ой"));
  }

  private static String nominative(String adjective, Word word, boolean feminine, boolean neuter) {
    if (!feminine && !neuter && word.is(Feature.ADJECTIVE) && word.lemma().endsWith("ой")) {
      return adjective.charAt(0) + word.lemma().substring(1);
    }
    String stem = adjective.replaceFirst("(ого|ому|ий|ый|ой|ом|им|ым|ая|ую|ое)$", "");
    boolean soft = stem.endsWith("к") || stem.endsWith("г") || stem.endsWith("х");
    return stem + (feminine ? "ая" : neuter ? "ое" : soft ? "ий" : "ый");
  }

  /**
   * A name in quotation marks in the nominative: it declines where no noun before it takes its
   * case, as in wires of Mozyrkabel.
   *
   * @param from the opening mark
   */
  static String quoted(Mentions m, int from, int to) {
    String name = m.text(from + 1, to);
    boolean one = to == from + 2 && m.token(from + 1).type() == Token.Type.WORD;
    if (to == from + 3 && isOblique(m, from + 1) && m.word(from + 2).is(Feature.NOUN)) {
      String noun = m.word(from + 2).lemma();
      boolean plural = m.word(from + 2).is(Feature.PLURAL);
      return plural || m.token(from + 2).is(noun) ? name : nominative(m, from + 1, from + 2);
    }
    if (!one || from == 0) {
      return name;
    }
    boolean genitive =
        m.word(from - 1).is(Feature.NOUN) && !hasEnding(m.token(from - 1).folded())
            || m.isWord(from - 1, "source");
    Word word = m.word(from + 1);
    if (!word.is(Feature.UNKNOWN)) {
      boolean declined = word.is(Feature.GENITIVE) && !word.is(Feature.NOMINATIVE);
      return genitive && declined ? PersonNames.capitalised(word) : name;
    }
    boolean own = ABBREVIATED.matcher(name).matches();
    if (!own && (name.endsWith("ом") || name.endsWith("ем") || name.endsWith("ью"))) {
      return name.substring(0, name.length() - 2) + (name.endsWith("ью") ? "ь" : "");
    }
    if (genitive && name.endsWith("а")) {
      return name.substring(0, name.length() - 1);
    }
    if (genitive && name.endsWith("я")) {
      return name.substring(0, name.length() - 1) + "ь";
    }
    boolean inside = m.isWord(from - 1, "goal") && name.endsWith("е");
    return inside ? name.substring(0, name.length() - 1) : name;
  }
}
