package org.w3id.bykz.rdf;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A name as a key: ASCII letters and digits in lower case, words joined by hyphens. Cyrillic
 * (Russian, Belarusian, Kazakh) and German letters are transliterated, other accents dropped, other
 * scripts written as code points. The same name always gives the same key, a key gives itself, and
 * no key is empty or longer than {@value #MAX_LENGTH} characters.
 */
final class Slug {

  static final int MAX_LENGTH = 100;
  private static final int KEPT_OF_LONG = 80;

  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          // Russian
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('ё', "e"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('й', "y"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ъ', ""),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"),
          // Belarusian, Ukrainian and Kazakh
          Map.entry('і', "i"),
          Map.entry('є', "ye"),
          Map.entry('ў', "u"),
          Map.entry('ә', "a"),
          Map.entry('ғ', "gh"),
          Map.entry('қ', "q"),
          Map.entry('ң', "ng"),
          Map.entry('ө', "o"),
          Map.entry('ұ', "u"),
          Map.entry('ү', "u"),
          Map.entry('һ', "h"),
          // Latin letters that are more, or other, than a letter with an accent
          Map.entry('ä', "ae"),
          Map.entry('ö', "oe"),
          Map.entry('ü', "ue"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          // Apostrophes stand inside words
          Map.entry('\'', ""),
          Map.entry('’', ""),
          Map.entry('ʼ', ""),
          Map.entry('ʹ', ""));

  private Slug() {}

  static String of(String name) {
    StringBuilder slug = new StringBuilder(name.length() + 8);
    String lower = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
      append(slug, lower.codePointAt(i));
    }
    int length = slug.length();
    if (length > 0 && slug.charAt(length - 1) == '-') {
      slug.setLength(length - 1);
    }
    if (slug.isEmpty()) {
      return ContentKey.of(lower);
    }
    return slug.length() > MAX_LENGTH ? shorten(slug.toString(), lower) : slug.toString();
  }

  private static void append(StringBuilder slug, int letter) {
    if (isKeyCharacter(letter)) {
      slug.append((char) letter);
      return;
    }
    String known = letter <= Character.MAX_VALUE ? LETTERS.get((char) letter) : null;
    if (known != null) {
      slug.append(known);
    } else if (letter < 0x80) {
      hyphen(slug);
    } else {
      appendDecomposed(slug, letter);
    }
  }

  /** Letters with accents as their base letters; what has no ASCII base as its code point. */
  private static void appendDecomposed(StringBuilder slug, int letter) {
    String decomposed =
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    decomposed
        .codePoints()
        .forEach(
            part -> {
              if (part <= Character.MAX_VALUE && LETTERS.containsKey((char) part)) {
                slug.append(LETTERS.get((char) part));
              } else if (isKeyCharacter(part)) {
                slug.append((char) part);
              } else if (Character.isLetterOrDigit(part)) {
                slug.append('u').append(Integer.toHexString(part));
              } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                hyphen(slug);
              }
            });
  }

  private static boolean isKeyCharacter(int letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }

  private static void hyphen(StringBuilder slug) {
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  private static String shorten(String slug, String name) {
    String kept = slug.substring(0, KEPT_OF_LONG);
    return (kept.endsWith("-") ? kept : kept + "-") + ContentKey.of(name);
  }
}
