package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.lexicon.Label.Form;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.text.Language;

class MentionsTest {

  private static final Lexicon LEXICON =
      new Lexicon(
          Language.EN,
          List.of(
              concept("product", "milk", "milk"),
              concept("product", "milk-powder", "milk powder"),
              concept("sector", "food-processing", "milk"),
              concept("place", "rudny", "Rudny"),
              concept("region", "KZ-39", "Rudny"),
              concept("word", "goal", "to"),
              concept("word", "planned", "is to")));

  private static Concept concept(String kind, String key, String label) {
    Label preferred = new Label(label, Language.EN, Form.PREFERRED);
    return new Concept(kind, key, List.of(preferred), Map.of());
  }

  private static Mentions find(String text) {
    return Mentions.find(Scanners.sentence(text, Language.EN), LEXICON);
  }

  private static List<String> in(Layer layer, Mentions mentions) {
    return mentions.in(layer).stream()
        .map(m -> mentions.text(m.from(), m.to()) + "=" + m.concept().id())
        .toList();
  }

  @Test
  void keepsTheLongestLabelOfALayer() {
    assertThat(in(Layer.PRODUCT, find("They sell milk powder and milk.")))
        .containsExactly("milk powder=product/milk-powder", "milk=product/milk");
  }

  @Test
  void letsLayersNotDisturbEachOther() {
    assertThat(in(Layer.SECTOR, find("They sell milk powder.")))
        .containsExactly("milk=sector/food-processing");
  }

  @Test
  void letsSeveralConceptsShareASpan() {
    assertThat(in(Layer.PARTY, find("They live in Rudny.")))
        .containsExactlyInAnyOrder("Rudny=place/rudny", "Rudny=region/KZ-39");
  }

  @Test
  void knowsTheSteeringWordsOfAToken() {
    Mentions mentions = find("Milk is to go to Rudny.");
    assertThat(mentions.isWord(1, "planned")).isTrue();
    assertThat(mentions.isWord(2, "planned")).isTrue();
    assertThat(mentions.isWord(2, "goal")).isFalse();
    assertThat(mentions.isWord(4, "goal")).isTrue();
  }

  @Test
  void knowsNothingOutsideTheSentence() {
    Mentions mentions = find("Rudny");
    assertThat(mentions.words(-1)).isEmpty();
    assertThat(mentions.words(1)).isEmpty();
    assertThat(mentions.at(Layer.PARTY, 1)).isEmpty();
  }

  @Test
  void givesTheTextOfTokensAsItStands() {
    assertThat(find("Kazakhstan's (old) milk").text(0, 6)).isEqualTo("Kazakhstan's (old) milk");
  }
}
