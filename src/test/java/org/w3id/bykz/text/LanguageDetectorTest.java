package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Lida, Aktobe sign trade agreement",
        "en | Lida Oblast looks west",
        "en | Milk exports doubled",
        "en | The plant in Lida sold 5 tractors to the region.",
        "de | Gebiet Lida und Gebiet Aktobe rücken zusammen",
        "de | Neues Werk in Aktobe",
        "de | Lida liefert Traktoren in die Region.",
        "ru | Степь и леса",
        "ru | Завод поставит автобусы",
        "ru | Экспорт молока вырос",
        "ru | Лида и Актобе подписали соглашение",
        "be | Ліда і Актобэ падпісалі пагадненне",
        "be | Міністр сустрэўся з паслом у Мінску.",
        "be | Завод паставіць аўтобусы ў вобласць.",
        "kk | Лида мен Ақтөбе келісімге қол қойды",
        "kk | Зауыт облысқа автобус жеткізеді.",
        "fr | Le ministre a rencontré l'ambassadeur pour discuter du commerce.",
        "es | El ministro se reunió con el embajador para hablar del comercio.",
        "it | Il ministro ha incontrato l'ambasciatore per discutere del commercio.",
        "pt | O ministro encontrou-se com o embaixador para discutir o comércio.",
        "nl | De minister heeft de ambassadeur ontmoet om over de handel te spreken.",
        "sv | Ministern träffade ambassadören för att diskutera handeln.",
        "pl | Minister spotkał się z ambasadorem, aby omówić handel między krajami.",
        "cs | Ministr se setkal s velvyslancem, aby projednal obchod mezi zeměmi.",
        "lt | Ministras susitiko su ambasadoriumi ir aptarė prekybą tarp šalių.",
        "lv | Ministrs tikās ar vēstnieku, lai apspriestu tirdzniecību starp valstīm.",
        "tr | Bakan, büyükelçi ile görüştü ve iki ülke arasında anlaşma imzalandı.",
        "az | Nazir səfir ilə görüşərək iki ölkə arasında ticarəti müzakirə etdi.",
        "uz | Vazir elchi bilan uchrashib, ikki mamlakat o'rtasidagi savdo haqida suhbatlashdi.",
        "ro | Ministrul s-a întâlnit cu ambasadorul pentru a discuta despre comerț.",
        "fi | Ministeri tapasi suurlähettilään keskustellakseen maiden välisestä kaupasta.",
        "hu | A miniszter találkozott a nagykövettel, hogy megvitassák a kereskedelmet.",
        "uk | Міністр зустрівся з послом, щоб обговорити торгівлю між країнами.",
        "bg | Министърът се срещна с посланика, за да обсъдят търговията.",
        "sr | Министар се састао са амбасадором да разговара о трговини између две земље.",
        "ky | Министр элчи менен жолугушуп, эки өлкөнүн соодасы тууралуу сүйлөштү.",
        "tg | Вазир бо сафир вохӯрда, оид ба тиҷорати ду кишвар сӯҳбат кард.",
      })
  void knowsTheLanguageOfOneLine(String tag, String line) {
    assertThat(DETECTOR.tag(line)).contains(tag);
    assertThat(DETECTOR.detect(line)).isEqualTo(Language.ofTag(tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Lida",
        "Актобе",
        "12345 67",
        "BMZ MAZ MTZ",
        "白俄罗斯和哈萨克斯坦签署合作协议",
        "وزير يلتقي سفير",
        "საქართველო და ყაზახეთი",
        "#Lida #Aktobe"
      })
  void doesNotGuess(String text) {
    assertThat(DETECTOR.tag(text)).isEqualTo(Optional.empty());
  }

  @Test
  void keepsTheLanguageOfATextWithForeignNamesAndQuotations() {
    assertThat(
            DETECTOR.detect(
                "The newspaper «Лидская газета» writes that ТОО «Ақ бидай» and Müller GmbH will"
                    + " build a plant. Редакция газеты «Лидская газета»"))
        .contains(Language.EN);
  }

  @Test
  void splitterReadsAParagraphInAnotherLanguageByItsOwnConventions() {
    String text =
        "The plant in Lida has sold tractors to the region.\n\n"
            + "Завод в г. Лида продал тракторы. Их купили в 2024 г. для области.";
    assertThat(new SentenceSplitter().split(text, Language.EN))
        .extracting(Sentence::language)
        .containsExactly(Language.EN, Language.RU, Language.RU);
  }
}
