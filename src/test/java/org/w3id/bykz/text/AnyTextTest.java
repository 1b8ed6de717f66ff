package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any string, however strange. */
class AnyTextTest {

  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @Property
  void tokensCoverAllThatIsNoSpaceInOrderWithoutOverlap(@ForAll("texts") String text) {
    int end = 0;
    for (Token token : Tokenizer.tokenize(text)) {
      assertThat(token.begin()).isGreaterThanOrEqualTo(end);
      assertThat(token.end()).isGreaterThan(token.begin());
      assertThat(text.substring(end, token.begin()).codePoints()).allMatch(AnyTextTest::isGap);
      end = token.end();
    }
    assertThat(text.substring(end).codePoints()).allMatch(AnyTextTest::isGap);
  }

  @Property
  void tokensLeadBackToTheText(@ForAll("texts") String text) {
    for (Token token : Tokenizer.tokenize(text)) {
      assertThat(token.text()).isEqualTo(text.substring(token.begin(), token.end()));
      assertThat(Span.ofUtf16(text, token.begin(), token.end()).in(text)).isEqualTo(token.text());
      assertThat(token.folded()).isEqualTo(Tokenizer.fold(token.text()));
    }
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll("texts") String text) {
    for (Token token : Tokenizer.tokenize(text.replaceAll("\\p{M}", ""))) {
      assertThat(Tokenizer.fold(token.folded())).isEqualTo(token.folded());
    }
  }

  @Property
  void sentencesHoldEachTokenOnceAndInOrder(
      @ForAll("texts") String text, @ForAll Language language) {
    List<Sentence> sentences = SPLITTER.split(text, language);
    assertThat(sentences.stream().flatMap(sentence -> sentence.tokens().stream()).toList())
        .isEqualTo(Tokenizer.tokenize(text));
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      List<Token> tokens = sentence.tokens();
      assertThat(sentence.index()).isEqualTo(i);
      assertThat(sentence.begin()).isEqualTo(tokens.get(0).begin());
      assertThat(sentence.end()).isEqualTo(tokens.get(tokens.size() - 1).end());
      assertThat(sentence.paragraph()).isBetween(i == 0 ? 0 : sentences.get(i - 1).paragraph(), i);
    }
  }

  @Property
  void splittingTwiceGivesTheSame(@ForAll("texts") String text) {
    assertThat(SPLITTER.split(text, Language.RU)).isEqualTo(SPLITTER.split(text, Language.RU));
  }

  private static boolean isGap(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.getType(point) == Character.CONTROL
        || Character.getType(point) == Character.FORMAT;
  }

  /** Strings of any code points, and strings of pieces that mean something to the code. */
  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
    Arbitrary<String> pieces =
        Arbitraries.of(
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\u2028",
            "\u00A0",
            "\u00AD",
            "\u200B",
            "\uFEFF",
            ".",
            ".",
            "...",
            "!",
            "?",
            ",",
            ":",
            ";",
            "-",
            "–",
            "—",
            "(",
            ")",
            "[",
            "/",
            "\"",
            "«",
            "»",
            "„",
            "“",
            "”",
            "'",
            "’",
            "#",
            "@",
            "•",
            "*",
            "$",
            "%",
            "№",
            "5",
            "29",
            "2024",
            "22.4",
            "117,500",
            "Minsk",
            "MINSK",
            "of",
            "The",
            "in",
            "Mr",
            "U.S",
            "г",
            "млн",
            "долл",
            "США",
            "В",
            "А",
            "Иванов",
            "области",
            "Mio",
            "Die",
            "August",
            "мая",
            "мая",
            "BelTA",
            "сям",
            "я",
            "www.a.by",
            "a@b.by",
            "👍",
            "\u0301",
            "e\u0301",
            "İ",
            "ß",
            "漢",
            "\uD83D",
            "м³",
            "'s",
            "A3");
    return Arbitraries.oneOf(any, pieces.list().ofMaxSize(80).map(list -> String.join("", list)));
  }
}
