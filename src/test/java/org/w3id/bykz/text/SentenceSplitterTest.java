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

  private static String of(String text, Sentence sentence) {
    return text.substring(sentence.begin(), sentence.end());
  }
}
