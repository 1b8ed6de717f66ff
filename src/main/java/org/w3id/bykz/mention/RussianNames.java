package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.bykz.lexicon.Feature;
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

  private RussianNames() {}

  /** The body whose name starts at a token, in the nominative. */
  static Optional<Mention> body(Mentions m, int from) {
    int i = from;
    while (i < m.size() && i - from < LONGEST && isAdjective(m, i, i == from)) {
      i++;
    }
    boolean named =
        i > from
            && i < m.size()
            && m.isWord(i, "organisation-head")
            && !m.token(i).isCapitalised()
            && !m.word(i).is(Feature.PLURAL);
    if (!named) {
      return Optional.empty();
    }
    int to = tail(m, from, i + 1);
    String name = nominative(m, from, i);
    return Optional.of(
        NameFinder.open(
            "organisation", to > i + 1 ? name + " " + m.text(i + 1, to) : name, from, to, m));
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
  private static int tail(Mentions m, int from, int head) {
    int person = afterPerson(m, head);
    if (person > head) {
      return person;
    }
    boolean placed = m.at(Layer.PARTY, from).isPresent() || m.at(Layer.SECTOR, from).isEmpty();
    return placed
        ? head
        : m.at(Layer.PARTY, head)
            .filter(p -> p.is("place") && p.from() == head)
            .map(Mention::to)
            .orElse(head);
  }

  private static int afterPerson(Mentions m, int i) {
    if (i >= m.size() || !m.token(i).is("имени") && !m.token(i).is("им")) {
      return i;
    }
    int to = i + 1;
    while (to < m.size()
        && to - i < LONGEST
        && (m.token(to).isCapitalised() || m.token(to).is("."))) {
      to++;
    }
    return to > i + 1 && !m.token(to - 1).is(".") ? to : i;
  }

  private static boolean isAdjective(Mentions m, int i, boolean first) {
    String text = m.token(i).folded();
    boolean ending =
        text.endsWith("ий")
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
    return m.token(i).isWord()
        && ending
        && (first
            ? m.token(i).isCapitalised()
                && (OF_PLACE.matcher(text).matches() || m.word(i).is(Feature.ADJECTIVE))
            : m.word(i).is(Feature.ADJECTIVE));
  }

  private static String nominative(Mentions m, int from, int head) {
    String noun = m.word(head).lemma();
    boolean feminine = noun.endsWith("а") || noun.endsWith("я");
    boolean neuter = noun.endsWith("е") || noun.endsWith("о");
    List<String> words = new ArrayList<>();
    for (int i = from; i < head; i++) {
      String stem = m.token(i).text().replaceFirst("(ого|ому|ий|ый|ой|ом|им|ым|ая|ую|ое)$", "");
      boolean soft = stem.endsWith("к") || stem.endsWith("г") || stem.endsWith("х");
      words.add(stem + (feminine ? "ая" : neuter ? "ое" : soft ? "ий" : "ый"));
    }
    words.add(noun);
    return String.join(" ", words);
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
    if (!one || !m.word(from + 1).is(Feature.UNKNOWN) || from == 0) {
      return name;
    }
    boolean genitive = m.word(from - 1).is(Feature.NOUN) || m.isWord(from - 1, "source");
    if (name.endsWith("ом") || name.endsWith("ем") || name.endsWith("ью")) {
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
