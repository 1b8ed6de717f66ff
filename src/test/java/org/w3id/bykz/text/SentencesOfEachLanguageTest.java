package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes a test of each paragraph in {@code text/sentences/TAG.txt}, whose lines are its sentences.
 */
class SentencesOfEachLanguageTest {

  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @TestFactory
  Stream<DynamicTest> splitsParagraphIntoItsLines() {
    return Arrays.stream(Language.values()).flatMap(SentencesOfEachLanguageTest::tests);
  }

  private static Stream<DynamicTest> tests(Language language) {
    return Arrays.stream(read(language).split("\n\n"))
        .map(block -> block.lines().filter(line -> !line.startsWith("#")).toList())
        .filter(sentences -> !sentences.isEmpty())
        .map(
            sentences ->
                DynamicTest.dynamicTest(
                    language.tag() + ": " + sentences.get(0),
                    () -> assertThat(split(sentences, language)).isEqualTo(sentences)));
  }

  /** A sentence in front keeps the first line from being read as a headline or dateline. */
  private static List<String> split(List<String> sentences, Language language) {
    String text = "-\n\n" + String.join(" ", sentences);
    return SPLITTER.split(text, language).stream()
        .skip(1)
        .map(sentence -> text.substring(sentence.begin(), sentence.end()))
        .toList();
  }

  private static String read(Language language) {
    String file = "/text/sentences/" + language.tag() + ".txt";
    try (InputStream stream = SentencesOfEachLanguageTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file, e);
    }
  }
}
