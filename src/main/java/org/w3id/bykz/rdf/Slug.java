package org.w3id.bykz.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A name as a key: ASCII letters and digits in lower case, words joined by hyphens. Cyrillic
 * (Russian, Belarusian, Kazakh) and German letters are transliterated, other accents dropped, other
 * scripts written as code points. The same name always gives the same key, a key gives itself, and
 * no key is empty or longer than {@value #MAX_LENGTH} characters.
 */
final class Slug {

  static final int MAX_LENGTH = 100;
  private static final int KEPT_OF_LONG = 80;

  private static final Map<Character, String> LETTERS = letters();

  private Slug() {}

  private static Map<Character, String> letters() {
    try (InputStream file = Slug.class.getResourceAsStream("/ontology/text/transliteration.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.charAt(0), line -> line.substring(1).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
