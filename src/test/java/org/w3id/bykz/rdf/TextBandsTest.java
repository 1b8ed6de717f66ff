package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On the texts of the repository, as they are and as a paper would change them. */
class TextBandsTest {

  private static final List<String> TEXTS = texts();

  private static List<String> texts() {
    Path folder = Path.of("src/test/resources/org/w3id/bykz/evaluate");
    return Stream.of(folder.resolve("held-out"), folder.resolve("worked-on"), Path.of("corpus"))
        .flatMap(each -> files(each).stream())
        .map(TextBandsTest::read)
        .toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noTwoOfTheTextsShareABand() {
    List<String> bands = TEXTS.stream().flatMap(text -> TextBands.of(text).stream()).toList();
    assertThat(bands).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
  }

  @Test
  void aTextWhoseRunsOfWordsAreFourFifthsTheSameSharesOne() {
    Random random = new Random(1);
    int found = 0;
    int tried = 0;
    for (String text : TEXTS) {
      String reprint = changed(text, random);
      if (likeness(text, reprint) >= 0.8) {
        tried++;
        found += shareABand(text, reprint) ? 1 : 0;
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(found / (double) tried).isGreaterThan(0.97);
  }

  @Test
  void caseAndPunctuationChangeNothingAndAFewWordsHaveNoBand() {
    String text = TEXTS.get(0);
    assertThat(TextBands.of(text.toUpperCase(Locale.ROOT).replace(",", " –")))
        .isEqualTo(TextBands.of(text))
        .hasSize(TextBands.BANDS);
    assertThat(TextBands.of("Minsk and Astana signed an agreement.")).isEmpty();
  }

  /** Words replaced here and there until about a fifth of the runs differ. */
  private static String changed(String text, Random random) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+")));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    String reprint = text;
    for (int place : places) {
      words.set(place, "changed" + place);
      String next = String.join(" ", words);
      if (likeness(text, next) < 0.8) {
        return reprint;
      }
      reprint = next;
    }
    return reprint;
  }

  private static double likeness(String one, String other) {
    Set<List<String>> both = runs(one);
    Set<List<String>> all = runs(other);
    int size = both.size() + all.size();
    both.retainAll(all);
    return both.size() / (double) (size - both.size());
  }

  private static Set<List<String>> runs(String text) {
    List<String> words =
        Pattern.compile("[\\p{L}\\p{N}]+")
            .matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .toList();
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      runs.add(words.subList(i, i + 4));
    }
    return runs;
  }

  private static boolean shareABand(String one, String other) {
    return TextBands.of(one).stream().anyMatch(TextBands.of(other)::contains);
  }
}
