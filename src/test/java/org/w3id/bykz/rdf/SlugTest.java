package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vladimir Kravtsov                | vladimir-kravtsov",
        "Владимир Кравцов                 | vladimir-kravtsov",
        "Кра\u0301вцов                    | kravtsov",
        "ОАО «Минский тракторный завод»   | oao-minskiy-traktornyy-zavod",
        "Щучинский маслосырзавод          | shchuchinskiy-maslosyrzavod",
        "Объединение «Юность»             | obedinenie-yunost",
        "Гродзенскі аблвыканкам, Ўсход    | grodzenski-ablvykankam-uskhod",
        "Қостанай облысының әкімдігі      | qostanay-oblysynyng-akimdigi",
        "Müller & Söhne, Großenhain       | mueller-soehne-grossenhain",
        "Mu\u0308ller                     | mueller",
        "Agromashholding KZ               | agromashholding-kz",
        "Żabiński Łódź                    | zabinski-lodz",
        "  --INNOPROM. Kazakhstan!  2023  | innoprom-kazakhstan-2023",
        "L'Oréal ’n’ co                   | loreal-n-co",
        "ﬁbre ½                           | fibre-1-2",
        "中 国                            | u4e2d-u56fd",
        "vladimir-kravtsov                | vladimir-kravtsov",
      })
  void namesBecomeKeys(String name, String key) {
    assertThat(Slug.of(name)).isEqualTo(key);
  }

  @Test
  void aNameWithoutLettersStillHasAKey() {
    assertThat(Slug.of("!!!")).isEqualTo(ContentKey.of("!!!")).isNotEqualTo(Slug.of("???"));
  }

  @Test
  void longNamesThatDifferAtTheEndHaveDifferentKeys() {
    String name = "завод ".repeat(50);
    assertThat(Slug.of(name + "а")).isNotEqualTo(Slug.of(name + "б"));
  }

  @Property
  void everyNameGivesAShortAsciiKeyThatGivesItself(@ForAll String name) {
    String slug = Slug.of(name);
    assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(Slug.MAX_LENGTH);
    assertThat(Slug.of(slug)).isEqualTo(slug);
  }

  @Property
  void caseDoesNotMatter(@ForAll("names") String name) {
    assertThat(Slug.of(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(Slug.of(name));
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> names() {
    return net.jqwik.api.Arbitraries.strings()
        .withChars("абвгдеёжщьъыэюя іўқңөұүһ äöü -'abc09")
        .ofMinLength(1);
  }
}
