package org.w3id.bykz.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {

  private static final Pattern SAID = Pattern.compile("(?:sheet|reader)\\.say\\(\"([^\"]+)\"[,)]");

  @Test
  void saysTheSameInEveryLanguage() throws IOException {
    Set<Object> english = words("en").keySet();
    for (String language : Reader.LANGUAGES) {
      assertThat(words(language).keySet()).as(language).isEqualTo(english);
      assertThat(words(language).values()).as(language).doesNotContain("");
    }
  }

  @Test
  void hasAWordForAllThatPagesSay() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      Set<String> said =
          files
              .filter(file -> file.toString().matches(".*\\.(jte|java)"))
              .flatMap(file -> SAID.matcher(read(file)).results())
              .map((MatchResult found) -> found.group(1))
              .collect(Collectors.toSet());
      assertThat(said).hasSizeGreaterThan(30);
      assertThat(words("en").keySet()).containsAll(said);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2024-05-06, 6 May 2024",
    "ru, 2024-05-06, 6 мая 2024 г.",
    "de, 2024-05-06, 6. Mai 2024",
    "ru, 2024-05, май 2024",
    "en, 2024, 2024",
    "en, XXXX-01/XXXX-07, XXXX-01/XXXX-07"
  })
  void writesDatesAsItsReadersDo(String language, String edtf, String written) {
    assertThat(new Reader(language).date(edtf)).isEqualTo(written);
  }

  @Test
  void writesNumbersAsItsReadersDo() {
    assertThat(Reader.ENGLISH.number(22_182_500.5)).isEqualTo("22,182,500.5");
    assertThat(new Reader("de").number(1_234.5)).isEqualTo("1.234,5");
    assertThat(Reader.ENGLISH.growth(new BigDecimal("0.176"))).isEqualTo("+17.6 %");
    assertThat(new Reader("de").growth(new BigDecimal("-0.004"))).isEqualTo("-0,4 %");
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            ReaderTest.class.getResourceAsStream("words_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
