package org.w3id.bykz.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.lexicon.Label.Form;
import org.w3id.bykz.text.Language;

class NamesTest {

  private static final Names NAMES =
      Names.of(
          List.of(
              new Concept(
                  "organisation",
                  "mtz",
                  List.of(
                      new Label("Minsk Tractor Works", Language.EN, Form.PREFERRED),
                      new Label("МТЗ", Language.RU, Form.ALTERNATIVE)),
                  Map.of()),
              new Concept(
                  "place",
                  "lida",
                  List.of(
                      new Label("Lida", Language.EN, Form.PREFERRED),
                      new Label("Лида", Language.RU, Form.PREFERRED),
                      new Label("Lidaer", Language.DE, Form.ADJECTIVE)),
                  Map.of()),
              new Concept(
                  "region",
                  "KZ-39",
                  List.of(new Label("Kostanay Region", Language.EN, Form.PREFERRED)),
                  Map.of("iso3166-2-former", List.of("KZ-KUS"))),
              new Concept(
                  "region",
                  "KZ-71",
                  List.of(
                      new Label("Astana", Language.EN, Form.PREFERRED),
                      new Label("Nur-Sultan", Language.EN, Form.HIDDEN)),
                  Map.of())));

  @ParameterizedTest
  @CsvSource({
    "BY-HR, by-hr",
    "Müller, muller",
    "Groß, GROSS",
    "Алёшин, Алешин",
    "Tyre-Plant OJSC, «Tyre Plant»",
    "ОАО «Завод шин», Завод шин",
    "Ivan Novik, Ivan  Novik",
    "Novik, Ivan Novik",
    "mtz, Minsk Tractor Works",
    "МТЗ, Minsk tractor works",
    "Лида, Lida",
    "KZ-KUS, KZ-39",
    "Nur-Sultan, KZ-71",
    "Astana, KZ-71",
  })
  void areTheSame(String one, String other) {
    assertThat(NAMES.same(one, other)).isTrue();
    assertThat(NAMES.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "BY, BY-HR",
    "Kim, Anna Kim",
    "Novik, Novikova",
    "milk, milk-powder",
    "Lidaer, Lida",
    "Kostanay Region, KZ-39",
    "2024, 2024-03",
  })
  void differ(String one, String other) {
    assertThat(NAMES.same(one, other)).isFalse();
    assertThat(NAMES.same(other, one)).isFalse();
  }
}
