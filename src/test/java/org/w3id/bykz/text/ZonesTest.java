package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes a test of each folder in {@code text/zones/}: {@code article.txt} is split into the
 * sentences of {@code sentences.txt}, one a line after its zone, with an empty line between
 * paragraphs.
 */
class ZonesTest {

  private static final Path CASES = Path.of("src/test/resources/text/zones");
  private static final SentenceSplitter SPLITTER = new SentenceSplitter();
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @TestFactory
  List<DynamicTest> tellsZonesAndSentences() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .sorted()
          .map(
              folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)))
          .toList();
    }
  }

  private static void run(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("article.txt"));
    Language language = DETECTOR.detect(text).orElseThrow();
    assertThat(shown(SPLITTER.split(text, language), text))
        .isEqualTo(Files.readString(folder.resolve("sentences.txt")).strip());
  }

  private static String shown(List<Sentence> sentences, String text) {
    return sentences.stream()
        .collect(Collectors.groupingBy(Sentence::paragraph, Collectors.toList()))
        .values()
        .stream()
        .map(
            paragraph ->
                paragraph.stream()
                    .map(sentence -> sentence.zone() + ": " + flat(text, sentence))
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  private static String flat(String text, Sentence sentence) {
    return text.substring(sentence.begin(), sentence.end()).replaceAll("\\s+", " ");
  }
}
