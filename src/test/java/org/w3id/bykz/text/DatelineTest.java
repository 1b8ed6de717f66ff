package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.text.Sentence.Zone;

class DatelineTest {

  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EN | PINSK, 29 August (BelTA) –",
        "EN | PINSK, 14 March 2025 (news agency) –",
        "EN | PINSK, March 14, 2025 (agency) -",
        "EN | PINSK, Nov. 5 (BelTA) –",
        "EN | USTJE-KAMEN, 2 October 2025 –",
        "EN | Pinsk, Belarus, 2 October 2025 –",
        "EN | PINSK (BelTA) –",
        "EN | PINSK –",
        "EN | PINSK. KAZINFORM –",
        "EN | date 2022-06-09",
        "EN | 2022-06-09",
        "EN | Published: 09.06.2022 14:30",
        "DE | PINSK, 29. August (BelTA) –",
        "DE | PINSK, 7. Mai 2025 (Agentur) –",
        "DE | Pinsk, 7. Mai –",
        "RU | 12 июня 2024, Пинск /Корр. агентства/.",
        "RU | 12 июня, Пинск /Анна Ким – БЕЛТА/.",
        "RU | ПИНСК, 3 сентября 2025 года (областная газета) –",
        "RU | ПИНСК, 17 апреля 2019 г. –",
        "RU | Пинск, 14 мая 2025 года.",
        "RU | Пинск, 27 ноября 2024 г.",
        "RU | г. Пинск, 27 ноября 2024 г.",
        "RU | Пинск, 5 мая – БелТА.",
        "RU | ПИНСК, 5 мая – Sputnik.",
        "RU | Пинск. 5 мая. Интерфакс-Запад –",
        "RU | Пинск. 5 мая. Interfax-West -",
        "RU | ПИНСК, 5 мая – Sputnik, Анна Ким.",
        "RU | ПИНСК. КАЗИНФОРМ –",
        "RU | 27.11.2024",
        "RU | Опубликовано 27.11.2024, 15:40",
        "BE | 12 чэрвеня, Пінск /Кар. БЕЛТА/.",
        "BE | ПІНСК, 5 студзеня 2024 года –",
      })
  void standsBeforeTheFirstSentence(Language language, String dateline) {
    String body =
        switch (language) {
          case EN -> "Pinsk sold milk to the neighbouring region.";
          case DE -> "Pinsk hat Milch in das Nachbargebiet verkauft.";
          case BE -> "Пінск прадаў малако суседняй вобласці.";
          default -> "Пинск продал молоко соседней области.";
        };
    assertThat(split(dateline + " " + body + "\n\n" + body, language))
        .isEqualTo(List.of("DATELINE " + dateline, "BODY " + body, "BODY " + body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PINSK, 5 May 2021",
        "5 May 2021",
        "May 5, 2021",
        "Pinsk, 5 May 2021, 14:30",
        "PINSK, 5 May 2021 (agency)"
      })
  void mayBeAParagraphOfItsOwn(String dateline) {
    assertThat(split("Headline here\n" + dateline + "\nMilk is sold.", Language.EN))
        .isEqualTo(List.of("HEADLINE Headline here", "DATELINE " + dateline, "BODY Milk is sold."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 22 May, Minister Lee received the guests.",
        "On July 9-10, the Ambassador paid a visit.",
        "In May 2021 – for the first time – milk was sold.",
        "Today, 5 May, the minister came.",
        "5 May is a holiday.",
        "5 May 2021 was a holiday.",
        "Belarus, Kazakhstan – these two trade.",
        "Orbit (Pinsk) – a factory – sells milk.",
        "The EAEU – Belarus, Kazakhstan, Russia – met on 5 May.",
        "2024 brought growth.",
        "EAEU – The five trade.",
        "BELARUS – KAZAKHSTAN: they trade.",
        "BELARUS – a country of lakes.",
        "12.05 million was paid.",
      })
  void isNotMadeOfASentence(String sentence) {
    assertThat(split(sentence + "\n\nMilk is sold.", Language.EN))
        .isEqualTo(List.of("BODY " + sentence, "BODY Milk is sold."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24–25 октября Чрезвычайный и Полномочный Посол посетил Пинск.",
        "С 3 по 5 сентября гости были в Пинске.",
        "3 сентября состоялась встреча.",
        "Вчера, 5 мая, аким приехал в Пинск.",
        "Пинск, как и Лида, растет.",
        "Май 2021 года был теплым.",
      })
  void isNotMadeOfARussianSentence(String sentence) {
    assertThat(split(sentence + "\n\nМолоко продано.", Language.RU))
        .isEqualTo(List.of("BODY " + sentence, "BODY Молоко продано."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Минск – Астана", "«МАЗ» – это сила"})
  void isNoHeadline(String headline) {
    List<Sentence> sentences = SPLITTER.split(headline + "\n\nМолоко продано.", Language.RU);
    assertThat(sentences.get(0).zone()).isEqualTo(Zone.HEADLINE);
  }

  private static List<String> split(String text, Language language) {
    return SPLITTER.split(text, language).stream()
        .map(sentence -> sentence.zone() + " " + text.substring(sentence.begin(), sentence.end()))
        .toList();
  }
}
