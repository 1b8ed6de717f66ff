package org.w3id.bykz.query;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.bykz.store.TextFile;

/**
 * A name as it is compared: one script, no accents, no punctuation, and one spelling where English,
 * German, Russian and scholarly transliterations differ, so that Щучин, Shchuchin, Schtschutschin
 * and Ščučin are one.
 */
final class Folded {

  private static final Map<Integer, String> LETTERS =
      TextFile.bundled("ontology/text/transliteration.tsv")
          .text()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.codePointAt(0), line -> line.substring(1).strip()));

  /** Ways to write a sound, and the one that stays. */
  private static final Map<String, String> SPELLINGS = spellings();

  private static final Pattern SPELLING =
      Pattern.compile(
          SPELLINGS.keySet().stream()
                  .sorted(Comparator.comparingInt(spelling -> -spelling.length()))
                  .collect(Collectors.joining("|"))
              + "|([a-z])\\1");

  private Folded() {}

  private static Map<String, String> spellings() {
    Map<String, String> spellings = new HashMap<>();
    String[][] sounds = {
      {"s", "schtsch", "shch", "sch", "sh"},
      {"c", "tsch", "tch", "ch", "tz", "ts"},
      {"z", "dsch", "dzh", "zh", "dj", "j"},
      {"h", "kh", "gh", "x"},
      {"k", "ck", "q"},
      {"i", "iy", "yi", "ij", "ii", "y"},
      {"e", "ae", "ye"},
      {"o", "oe"},
      {"u", "ue"},
      {"v", "w"},
      {"f", "ph"}
    };
    for (String[] sound : sounds) {
      for (int i = 1; i < sound.length; i++) {
        spellings.put(sound[i], sound[0]);
      }
    }
    return spellings;
  }

  /** Words of ASCII letters and digits with one space between; empty if there is none. */
  static String of(String name) {
    StringBuilder latin = new StringBuilder(name.length() + 8);
    Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> append(letter, latin));
    Matcher matcher = SPELLING.matcher(latin);
    return matcher
        .replaceAll(found -> SPELLINGS.getOrDefault(found.group(), found.group(1)))
        .strip();
  }

  private static void append(int letter, StringBuilder latin) {
    String known = LETTERS.get(letter);
    if (known != null) {
      latin.append(known);
    } else if (letter < 0x80 && Character.isLetterOrDigit(letter)) {
      latin.append((char) letter);
    } else {
      String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
      for (int part : parts.codePoints().toArray()) {
        if (Character.isLetterOrDigit(part)) {
          latin.append(LETTERS.getOrDefault(part, Character.toString(part)));
        } else if (Character.getType(part) != Character.NON_SPACING_MARK
            && !latin.isEmpty()
            && latin.charAt(latin.length() - 1) != ' ') {
          latin.append(' ');
        }
      }
    }
  }
}
