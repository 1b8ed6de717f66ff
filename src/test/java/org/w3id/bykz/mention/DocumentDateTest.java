package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.SentenceSplitter;

class DocumentDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | MINSK, 29. August (BelTA) – Belarus ist bereit zu helfen.                     | XXXX-08-29
          en | GRODNO, 14 March 2025 (agency) – Grodno sold cheese.                          | 2025-03-14
          ru | БРЕСТ, 17 апреля 2019 г. – Область продала товары.                            | 2019-04-17
          en | Bulletin of the Chamber, No. 11, November 2023                                | 2023-11
          de | Mitteilungen der Kammer, Ausgabe April 2025                                   | 2025-04
          de | Molkereiblatt, Heft 11/2023                                                   | 2023-11
          ru | Районная газета, 12.03.2024                                                  | 2024-03-12
          en | On 22 May, the minister received the ambassador.                              | -
          en | In 2024 the trade grew.                                                       | -
          """)
  void isThatOfTheDateline(String language, String text, String date) {
    Language in = Language.ofTag(language).orElseThrow();
    String document = "A headline\n\n" + text + "\n\nThe text itself is here.\n";
    assertThat(Scanners.DATES.documentDate(new SentenceSplitter().split(document, in)).orElse("-"))
        .isEqualTo(date);
  }
}
