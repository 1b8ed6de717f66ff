package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Language;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alexei Bogdanov     | EN | Alexej Bogdanow         | DE",
        "Yuri Gorlov         | EN | Juri Gorlow             | DE",
        "Yury Gorlov         | EN | Юрий Горлов             | RU",
        "Aidarbek Saparov    | EN | Ajdarbek Saparow        | DE",
        "Olzhas Bektenov     | EN | Olschas Bektenow        | DE",
        "Олжас Бектенов      | RU | Olschas Bektenow        | DE",
        "Darkhan Satybaldy   | EN | Darchan Satybaldy       | DE",
        "Timur Yessenov      | EN | Тимур Есенов            | RU",
        "Yerlan Mukashev     | EN | Jerlan Mukaschew        | DE",
        "Dauren Akhmetzhanov | EN | Dauren Achmetschanow    | DE",
        "Dmitry Zaretsky     | EN | Дмитрий Зарецкий        | RU",
        "Dmitry Zaretsky     | EN | Dmitri Sarezki          | DE",
        "Aleh Kavaliou       | EN | Олег Ковалев            | RU",
        "Uladzimir Karpovich | EN | Владимир Карпович       | RU",
        "Alexander Turchin   | EN | Александр Турчин        | RU",
        "Pyotr Parkhomchik   | EN | Пётр Пархомчик          | RU",
        "Vladimir Kravtsov   | EN | Кравцов Владимир Семёнович | RU",
        "Kassym-Jomart Tokayev | EN | Касым-Жомарт Токаев   | RU",
      })
  void spellingsOfAPersonsNameHaveOneKey(String one, Language in, String other, Language otherIn) {
    assertThat(key(Value.Kind.PERSON, one, in)).isEqualTo(key(Value.Kind.PERSON, other, otherIn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mogotex         | EN | Моготекс        | RU",
        "Vityaz          | EN | Witjas          | DE",
        "Bobruiskagromash | EN | Бобруйскагромаш | RU",
        "Bobruiskagromash | EN | Bobruiskagromasch | DE",
        "Qyzyljar Agro   | EN | Кызылжар Агро   | RU",
      })
  void spellingsOfAFirmsNameHaveOneKey(String one, Language in, String other, Language otherIn) {
    assertThat(key(Value.Kind.ORGANISATION, one, in))
        .isEqualTo(key(Value.Kind.ORGANISATION, other, otherIn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Marat Ospanov     | Murat Ospanov",
        "Andrei Zaretsky   | Dmitry Zaretsky",
        "Dauren Akhmetzhanov | Daulet Akhmetzhanov",
        "Igor Latushko     | Igor Lapshin",
        "Igor Shuk         | Igor Zhukov",
      })
  void differentNamesHaveDifferentKeys(String one, String other) {
    assertThat(key(Value.Kind.PERSON, one, Language.EN))
        .isNotEqualTo(key(Value.Kind.PERSON, other, Language.EN));
  }

  private static String key(Value.Kind kind, String name, Language language) {
    return NameKey.of(new Value.Entity(kind, name, name, language, false));
  }
}
