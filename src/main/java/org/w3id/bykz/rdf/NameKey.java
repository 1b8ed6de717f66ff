package org.w3id.bykz.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Language;

/**
 * What a name sounds like, the same for its spellings in several scripts and languages: Алексей
 * Богданов, Alexei Bogdanov and, in a German text, Alexej Bogdanow have one key. It rests on {@code
 * ontology/text/name-sounds.tsv}. Of a person's names the order does not matter, and a patronymic
 * beside two others is left out. What is translated and not transliterated has other keys.
 */
final class NameKey {

  private static final List<String[]> ROWS = rows();
  private static final Map<String, String> GERMAN =
      ROWS.stream()
          .filter(row -> row[0].equals("de"))
          .collect(Collectors.toMap(row -> row[1], row -> row[2], (a, b) -> a, LinkedHashMap::new));
  private static final Pattern GERMAN_LETTERS = Pattern.compile(String.join("|", GERMAN.keySet()));
  private static final Map<Pattern, String> SOUNDS =
      ROWS.stream()
          .filter(row -> row[0].equals("*"))
          .collect(
              Collectors.toMap(
                  row -> Pattern.compile(row[1]), row -> row[2], (a, b) -> a, LinkedHashMap::new));
  private static final Map<String, String> SAME = same();
  private static final Pattern PATRONYMIC =
      Pattern.compile(".+(avi[tSs]+|ivi[tSs]+|avna|ivna|uli|kisi)");

  private static final Recent<Value.Entity, String> KEYS = new Recent<>(NameKey::made);

  private NameKey() {}

  private static List<String[]> rows() {
    try (InputStream file = NameKey.class.getResourceAsStream("/ontology/text/name-sounds.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> same() {
    Map<String, String> same = new HashMap<>();
    ROWS.stream()
        .filter(row -> row[0].equals("="))
        .forEach(row -> same.put(sound(Slug.of(row[1])), sound(Slug.of(row[2]))));
    return same;
  }

  /** Of a person or organisation. */
  static String of(Value.Entity named) {
    return KEYS.of(named);
  }

  private static String made(Value.Entity named) {
    boolean isPerson = named.kind() == Value.Kind.PERSON;
    List<String> words = words(named.label(), named.language());
    Stream<String> key = words.stream();
    if (isPerson) {
      key = key.map(word -> SAME.getOrDefault(word, word)).sorted();
      if (words.size() > 2) {
        key = key.filter(word -> !PATRONYMIC.matcher(word).matches());
      }
    }
    return named.kind().key() + ":" + key.collect(Collectors.joining("-"));
  }

  private static List<String> words(String name, Language language) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain =
        language == Language.DE
            ? GERMAN_LETTERS.matcher(lower).replaceAll(found -> GERMAN.get(found.group()))
            : lower;
    return Stream.of(Slug.of(plain).split("-")).map(NameKey::sound).toList();
  }

  private static String sound(String word) {
    String sound = word;
    for (Map.Entry<Pattern, String> rule : SOUNDS.entrySet()) {
      Matcher matcher = rule.getKey().matcher(sound);
      sound = matcher.replaceAll(rule.getValue());
    }
    return sound;
  }
}
