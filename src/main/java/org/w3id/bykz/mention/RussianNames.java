package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;

/** Names of Russian bodies: adjectives, of which the first is capitalised, and their head noun. */
final class RussianNames {

  private static final int LONGEST = 5;

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
    return named
        ? Optional.of(NameFinder.open("organisation", nominative(m, from, i), from, i + 1, m))
        : Optional.empty();
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
            || text.endsWith("ую");
    return m.token(i).isWord()
        && ending
        && (first
            ? m.token(i).isCapitalised() && !m.word(i).is(Feature.NOUN)
            : m.word(i).is(Feature.ADJECTIVE));
  }

  private static String nominative(Mentions m, int from, int head) {
    String noun = m.word(head).lemma();
    boolean feminine = noun.endsWith("а") || noun.endsWith("я");
    List<String> words = new ArrayList<>();
    for (int i = from; i < head; i++) {
      String stem = m.token(i).text().replaceFirst("(ого|ому|ий|ый|ой|ом|им|ым|ая|ую)$", "");
      boolean soft = stem.endsWith("к") || stem.endsWith("г") || stem.endsWith("х");
      words.add(stem + (feminine ? "ая" : soft ? "ий" : "ый"));
    }
    words.add(noun);
    return String.join(" ", words);
  }
}
