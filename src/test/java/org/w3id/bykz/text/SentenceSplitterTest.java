package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @Test
  void tellsZonesOfAnArticle() {
    String text =
        """
        Brest and Aktobe sign a programme

        BREST, 3 May 2021 (agency) – Brest sold 5.2 tonnes of cheese to Aktobe. "We want more," Mr. Smith said.
        The list:
        - milk;
        - butter.

        New plans

        A plant will open soon.

        #Brest #Aktobe
        """;
    assertThat(SPLITTER.split(text, Language.EN))
        .extracting(sentence -> sentence.zone() + " " + of(text, sentence))
        .isEqualTo(
            List.of(
                "HEADLINE Brest and Aktobe sign a programme",
                "DATELINE BREST, 3 May 2021 (agency) –",
                "BODY Brest sold 5.2 tonnes of cheese to Aktobe.",
                "BODY \"We want more,\" Mr. Smith said.",
                "BODY The list:",
                "LIST_ITEM - milk;",
                "LIST_ITEM - butter.",
                "SUBHEADING New plans",
                "BODY A plant will open soon.",
                "BOILERPLATE #Brest #Aktobe"));
  }

  @Test
  void cutsWhatIsTooLongForASentence() {
    String parts = "the milk of Brest, ".repeat(200) + "was sold.";
    assertThat(SPLITTER.split(parts, Language.EN))
        .allMatch(sentence -> sentence.tokens().size() <= SentenceSplitter.MOST_TOKENS)
        .hasSize(3)
        .first()
        .matches(sentence -> of(parts, sentence).endsWith("of Brest,"));
    String words = "and milk ".repeat(600) + "were sold.";
    assertThat(SPLITTER.split(words, Language.EN))
        .extracting(sentence -> sentence.tokens().size())
        .containsExactly(500, 500, 203);
  }

  private static String of(String text, Sentence sentence) {
    return text.substring(sentence.begin(), sentence.end());
  }
}
