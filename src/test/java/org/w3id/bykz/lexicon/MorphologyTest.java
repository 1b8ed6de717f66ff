package org.w3id.bykz.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.w3id.bykz.text.Language;

class MorphologyTest {

  private static Word en(String form) {
    return Morphology.of(Language.EN).word(form);
  }

  private static Word de(String form) {
    return Morphology.of(Language.DE).word(form);
  }

  private static Word ru(String form) {
    return Morphology.of(Language.RU).word(form);
  }

  @Test
  void knowsTheLemmaOfAnInflectedForm() {
    assertThat(en("supplied").hasLemma("supply")).isTrue();
    assertThat(de("lieferte").lemma()).isEqualTo("liefern");
    assertThat(ru("поставляла").lemma()).isEqualTo("поставлять");
  }

  @Test
  void keepsNounAndVerbOfOneFormApart() {
    Word exports = en("exports");
    assertThat(exports.keys()).contains("export", Word.verbKey("export"));
    assertThat(exports.is(Feature.NOUN) && exports.is(Feature.VERB)).isTrue();
  }

  @Test
  void tellsWhatAFormCanBe() {
    assertThat(de("geliefert").is(Feature.PARTICIPLE)).isTrue();
    assertThat(de("liefern").is(Feature.INFINITIVE)).isTrue();
    assertThat(ru("области").is(Feature.GENITIVE)).isTrue();
  }

  @Test
  void givesTheCasesOfANameTheDictionaryLacksOneStem() {
    Word bare = ru("Кравцовский");
    assertThat(bare.is(Feature.UNKNOWN)).isTrue();
    assertThat(ru("Кравцовского").keys()).containsAnyElementsOf(bare.keys());
  }

  @Test
  void readsRussianYoAsYe() {
    assertThat(ru("самолёты").keys()).isEqualTo(ru("самолеты").keys());
  }

  @Test
  void looksUpACapitalisedWordInLowerCaseToo() {
    assertThat(en("Supplied").hasLemma("supply")).isTrue();
  }

  @Test
  void guessesTheLemmasOfAnUnknownEnglishForm() {
    assertThat(en("zorgbified").keys()).contains("zorgbifi", "zorgbified");
    assertThat(en("zorgbies").keys()).contains("zorgby");
  }

  @Test
  void neverLacksAKey() {
    assertThat(en("").keys()).isNotEmpty();
    assertThat(en("😀").keys()).isNotEmpty();
    assertThat(de("ß").keys()).isNotEmpty();
  }

  @Test
  void refusesALanguageWithoutADictionary() {
    assertThatThrownBy(() -> Morphology.of(Language.KK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no morphology for kk");
  }
}
