package org.w3id.bykz.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/**
 * The keys of records within one file, each once. A record that brings an identifier of letters,
 * digits and hyphens has that as its key; any other identifier becomes one, told apart by its
 * digest. The id of the source is the file's, an underscore, which no file's id has, and the key.
 */
final class RecordKeys {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
  private static final int KEPT = 40;
  private static final int DIGEST = 10;

  /** Digests of the keys seen, an open hash table: a few bytes a record, however many there are. */
  private long[] seen = new long[1 << 10];

  private int used;

  /** The key of a record with this identifier. */
  static String of(String identifier) {
    if (PLAIN.matcher(identifier).matches()) {
      return identifier;
    }
    String safe = identifier.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String kept = safe.length() <= KEPT ? safe : safe.substring(0, KEPT);
    String digest = HexFormat.of().formatHex(digest(identifier)).substring(0, DIGEST);
    return kept.isEmpty() ? digest : kept + "-" + digest;
  }

  /** The id of a record of the file {@code file}. */
  static String id(Source file, String key) {
    return file.id() + "_" + key;
  }

  /** The language that a column names by a tag, a three-letter code or its English name. */
  static Optional<String> tag(String language) {
    String name = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    Optional<Language> ours =
        Arrays.stream(Language.values())
            .filter(
                each -> {
                  Locale locale = Locale.forLanguageTag(each.tag());
                  return name.equals(locale.getISO3Language())
                      || name.equalsIgnoreCase(locale.getDisplayLanguage(Locale.ENGLISH));
                })
            .findFirst();
    return ours.map(Language::tag)
        .or(() -> Optional.of(name).filter(tag -> tag.matches("[a-z]{2,3}(-[a-z0-9]{1,8})*")));
  }

  /** Whether no record had this key before. */
  boolean add(String key) {
    byte[] digest = digest(key);
    long hash = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      hash = hash << 8 | digest[i] & 0xFF;
    }
    if (used * 2 >= seen.length) {
      grow();
    }
    // 0 marks a free place.
    boolean added = put(seen, hash == 0 ? 1 : hash);
    used += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] larger = new long[seen.length * 2];
    for (long hash : seen) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    seen = larger;
  }

  private static boolean put(long[] table, long hash) {
    int place = (int) hash & table.length - 1;
    while (table[place] != 0) {
      if (table[place] == hash) {
        return false;
      }
      place = place + 1 & table.length - 1;
    }
    table[place] = hash;
    return true;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
