package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2018,            2018-01-01, 2018-12-31",
    "2022-06-09,      2022-06-09, 2022-06-09",
    "2024-02,         2024-02-01, 2024-02-29",
    "2025-01/2025-07, 2025-01-01, 2025-07-31",
    "2019/..,         2019-01-01, none",
    "../2019,         none,       2019-12-31",
    "2019/,           2019-01-01, none",
    "2021-XX,         2021-01-01, 2021-12-31",
    "2021-05-XX,      2021-05-01, 2021-05-31",
    "XXXX-09-25,      none,       none",
    "XXXX-01/XXXX-07, none,       none",
    "202X,            none,       none",
    "2021~,           none,       none",
    "2021-21,         none,       none",
    "2021-02-30,      none,       none",
    "0000,            none,       none",
    "gibberish,       none,       none",
  })
  void hasFirstAndLastDayWhereTheYearIsKnown(String edtf, String start, String end) {
    Period period = Period.parse(edtf);
    assertThat(period.start().map(Object::toString).orElse("none")).isEqualTo(start);
    assertThat(period.end().map(Object::toString).orElse("none")).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018",
        "2022-06-09",
        "XXXX-09-25",
        "XXXX-01/XXXX-07",
        "2019/..",
        "../2019",
        "2021~"
      })
  void knowsEdtf(String text) {
    assertThat(Period.isEdtf(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9 June 2022", "2022-6-9", "2022/2023/2024", "2022-06-09T10:00", "/", ".."})
  void refusesOtherDates(String text) {
    assertThat(Period.isEdtf(text)).isFalse();
  }

  @Property
  void noTextIsTooOddToParse(@ForAll String text) {
    assertThat(Period.parse(text).edtf()).isEqualTo(text);
  }
}
