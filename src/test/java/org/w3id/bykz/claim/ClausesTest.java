package org.w3id.bykz.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

class ClausesTest {

  private static final Concept CONJUNCTION =
      new Concept(
          "word",
          "conjunction",
          List.of(
              label("and", Language.EN), label("while", Language.EN), label("und", Language.DE)),
          Map.of());

  private static Label label(String text, Language language) {
    return new Label(text, language, Label.Form.ALTERNATIVE);
  }

  /** The tokens of a sentence with a stroke between its clauses. */
  private static String cut(String text, Language language) {
    Mentions mentions = find(text, language);
    int[] clauses = Clauses.of(mentions);
    return IntStream.range(0, clauses.length)
        .mapToObj(
            i -> (i > 0 && clauses[i] != clauses[i - 1] ? "| " : "") + mentions.token(i).text())
        .collect(Collectors.joining(" "));
  }

  private static Mentions find(String text, Language language) {
    List<Token> tokens = Tokenizer.tokenize(text);
    Sentence sentence = new Sentence(0, 0, Sentence.Zone.BODY, language, 0, text.length(), tokens);
    return Mentions.find(sentence, new Lexicon(language, List.of(CONJUNCTION)));
  }

  @Test
  void cutsAtAConjunctionBetweenFiniteVerbs() {
    assertThat(cut("Exports were big while imports were small.", Language.EN))
        .isEqualTo("Exports were big | while imports were small .");
  }

  @Test
  void keepsAListInOneClause() {
    assertThat(cut("They were in Brest, Gomel and Minsk.", Language.EN)).doesNotContain("|");
  }

  @Test
  void cutsAtASemicolonAlways() {
    assertThat(cut("In January, 5 tonnes; in May, 6.", Language.EN))
        .isEqualTo("In January , 5 tonnes | ; in May , 6 .");
  }

  @Test
  void cutsAtADashBetweenSpacesOnly() {
    assertThat(cut("The Astana-Minsk train – it is new.", Language.EN))
        .isEqualTo("The Astana - Minsk train | – it is new .");
  }

  @Test
  void keepsAnApposition() {
    assertThat(cut("Aigul Bekova, mayor of Rudny, was there.", Language.EN)).doesNotContain("|");
  }

  @Test
  void takesAnInfinitiveAtTheEndForNoVerbOfItsOwn() {
    assertThat(cut("Sie wollen Fleisch, Milch und Eier liefern.", Language.DE)).doesNotContain("|");
  }

  @Test
  void saysWhetherASentenceIsAMereList() {
    assertThat(Clauses.isVerbless(find("Meat, milk, eggs.", Language.EN))).isTrue();
    assertThat(Clauses.isVerbless(find("Meat is good.", Language.EN))).isFalse();
  }
}
