package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.text.Language;

/**
 * One test a line of {@code src/test/resources/mention}: a sentence, an arrow, and what is found in
 * it, {@code -} for nothing. A line {@code @2025-08-29} says when the sentences after it were
 * published.
 */
class ScannerCasesTest {

  private static final Path CASES = Path.of("src/test/resources/mention");

  @TestFactory
  Stream<DynamicTest> findsFigures() throws IOException {
    return Stream.of(Language.EN, Language.DE, Language.RU)
        .flatMap(
            language ->
                lines("figures", language).stream()
                    .map(line -> test(line, Scanners.figures(line.split(" => ")[0], language))));
  }

  @TestFactory
  Stream<DynamicTest> findsDates() {
    return Stream.of(Language.EN, Language.DE, Language.RU).flatMap(this::dates);
  }

  private Stream<DynamicTest> dates(Language language) {
    List<DynamicTest> tests = new ArrayList<>();
    DateContext context = DateContext.UNKNOWN;
    for (String line : lines("dates", language)) {
      if (line.startsWith("@")) {
        context = DateContext.issued(line.substring(1));
      } else {
        tests.add(test(line, Scanners.dates(line.split(" => ")[0], language, context)));
      }
    }
    return tests.stream();
  }

  private static DynamicTest test(String line, String found) {
    String[] parts = line.split(" => ");
    return dynamicTest(parts[0], () -> assertThat(found).isEqualTo(parts[1]));
  }

  private static List<String> lines(String stem, Language language) {
    try {
      return Files.readAllLines(CASES.resolve(stem + "." + language.tag() + ".txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In January-July it rose.       | 2025-07-30 | 2024-01/2024-07
          In January-July it rose.       | 2025-07-31 | 2025-01/2025-07
          In January-July it rose.       | 2018       | XXXX-01/XXXX-07
          In January-July it rose.       | XXXX-08-29 | XXXX-01/XXXX-07
          Last year it rose.             | 2018       | 2017
          Last year it rose.             | XXXX-08-29 | ?
          They met today.                | 2018       | 2018
          They met today.                | XXXX-08-29 | XXXX-08-29
          They met yesterday.            | XXXX-08-29 | XXXX-08-28
          They met yesterday.            | XXXX-08-01 | ?
          They met yesterday.            | 2018       | ?
          They met yesterday.            | 2024-03-01 | 2024-02-29
          They met on Monday.            | 2018       | ?
          They met on 25 September.      | 2018       | XXXX-09-25
          They met on 31 December.       | 2026-01-10 | 2025-12-31
          It will open in January.       | 2025-12-10 | 2026-01
          """)
  void resolvesAsFarAsTheDateOfTheTextIsKnown(String text, String issued, String edtf) {
    assertThat(Scanners.dates(text, Language.EN, DateContext.issued(issued))).contains("] " + edtf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A year earlier it was $5 million.            | en | 2024-01/2024-07 | 2023-01/2023-07 PERIOD
          It was 5 in the same period of 2022.         | en | 2024-01/2024-07 | 2022-01/2022-07 PERIOD
          It was 5 in the same period.                 | en | 2024-01/2024-07 | 2024-01/2024-07 PERIOD
          It was 5% less than a year ago.              | en | XXXX-01/XXXX-07 | ? BASE
          Im selben Zeitraum waren es 5.               | de | 2021            | 2021 PERIOD
          Ein Jahr darauf waren es 5.                  | de | 2021            | 2022 PERIOD
          Годом ранее было 319 миллионов.              | ru | 2023            | 2022 PERIOD
          За тот же период прошлого года – 5 тонн.     | ru | 2024-01/2024-10 | 2023-01/2023-10 PERIOD
          За этот же период оборот равнялся 5 млн.     | ru | 2022            | 2022 PERIOD
          """)
  void countsFromThePeriodOfThePassage(
      String text, String language, String period, String expected) {
    DateContext context =
        DateContext.issued("2024-11-27")
            .after(
                Scanners.sentence("x", Language.EN),
                List.of(
                    new DateMention(
                        0, 1, java.util.Optional.of(period), DateMention.Role.PERIOD, false)));
    String found = Scanners.dates(text, Language.ofTag(language).orElseThrow(), context);
    assertThat(found).endsWith("] " + expected);
  }
}
