package org.w3id.bykz.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.bykz.text.Language;

/**
 * Stems of forms that no dictionary has, names above all: the longest ending of the language's
 * nouns and adjectives is cut off. A stem is marked so that it never equals a lemma.
 */
final class Stem {

  /** Endings, longest first; what is left must keep three letters. */
  private static final Map<Language, List<String>> ENDINGS =
      Map.of(
          Language.EN, List.of("es", "s"),
          Language.DE, List.of("ern", "en", "er", "em", "es", "e", "n", "s"),
          Language.RU,
              List.of(
                  "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ях", "ах",
                  "ой", "ей", "ом", "ем", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ый",
                  "ий", "ов", "ев", "ам", "ям", "ою", "ею", "ия", "ию", "ии", "ью", "ых", "их",
                  "ым", "им", "ы", "и", "а", "я", "о", "е", "у", "ю", "ь", "й"));

  private static final int SHORTEST = 3;

  private Stem() {}

  static String of(String form, Language language) {
    String lower = language == Language.DE ? withoutGenitive(form) : form;
    for (String ending : ENDINGS.get(language)) {
      if (lower.length() - ending.length() >= SHORTEST && lower.endsWith(ending)) {
        return "~" + lower.substring(0, lower.length() - ending.length());
      }
    }
    return "~" + lower;
  }

  /** A name that ends in n or er takes its s behind that: Turkistans. */
  private static String withoutGenitive(String lower) {
    boolean genitive = lower.endsWith("s") && !lower.endsWith("ss");
    return genitive && lower.length() > SHORTEST + 1
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /** Lemmas that an unknown form may have by the regular endings of English. */
  static List<String> guesses(String lower, Language language) {
    List<String> guesses = new ArrayList<>();
    guesses.add(lower);
    if (language == Language.EN && lower.length() > 4) {
      if (lower.endsWith("ies")) {
        guesses.add(lower.substring(0, lower.length() - 3) + "y");
      } else if (lower.endsWith("s") && !lower.endsWith("ss")) {
        guesses.add(lower.substring(0, lower.length() - 1));
      } else if (lower.endsWith("ed") || lower.endsWith("ing")) {
        String bare = lower.substring(0, lower.length() - (lower.endsWith("ed") ? 2 : 3));
        guesses.add(bare);
        guesses.add(bare + "e");
      }
    }
    return guesses;
  }
}
