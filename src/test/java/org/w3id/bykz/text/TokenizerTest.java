package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  /**
   * Tokens are shown with a space between, and glued with {@code +} where the text has no space.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "one two, three. | one two+, three+.",
        "Grodno-made mini-tractors | Grodno+-+made mini+-+tractors",
        "Kazakhstan's and ministers' | Kazakhstan+'s and ministers+'",
        "MTZ’s OBLAST'S 1990's | MTZ+’s OBLAST+'S 1990+'s",
        "don't 'some' it'sa | don+'+t '+some+' it+'+sa",
        "сям'я аб’ём | сям'я аб’ём",
        "Қазақстан Өскемен Ұлытау ғылым үй һәм әкім | Қазақстан Өскемен Ұлытау ғылым үй һәм әкім",
        "ўсё ёсць Ўладзімір | ўсё ёсць Ўладзімір",
        "22.4 117,500 1.200 2,5 1,000,000.50 | 22.4 117,500 1.200 2,5 1,000,000.50",
        "5, 6. 7,x 8.y | 5+, 6+. 7+,+x 8+.+y",
        "10 000 1 640,5 | 10 000 1 640,5",
        "2022-06-09 25.09.2022 | 2022+-+06+-+09 25.09.2022",
        "10:30 1/3 2–3 | 10+:+30 1+/+3 2+–+3",
        "5th 1-го 2024г. 300-м | 5+th 1+-+го 2024+г+. 300+-+м",
        "$22.4 €5 12% №3 A&B +7 | $+22.4 €+5 12+% №+3 A+&+B ++7",
        "MTZ-82 A319 H1 м2 B2B G20 | MTZ+-+82 A319 H1 м2 B2B G20",
        "USD100 BYN2.5 Br2.5 COVID19 2G | USD+100 BYN+2.5 Br+2.5 COVID+19 2+G",
        "м³ km² CO₂ 5² | м³ km² CO₂ 5+²",
        "www.a.by/b, (http://a.by/?q=1). https://a.by/(x) | www.a.by/b+, (+http://a.by/?q=1+)+. https://a.by/(x)",
        "press.office@mfa.gov.by, @belta a@b | press.office@mfa.gov.by+, @+belta a+@+b",
        "#Minsk #Two words | #+Minsk #+Two words",
        "wait... what?! end.. | wait+... what+?+! end+..",
        "„So“ «так» “yes” | „+So+“ «+так+» “+yes+”",
        "z.B. т.е. U.S. | z+.+B+. т+.+е+. U+.+S+.",
        "𝟓𝟔 7𝟓 x𝟓 𝟓.5 | 𝟓+𝟔 7+𝟓 x+𝟓 𝟓.5",
        "白俄罗斯 👍🏽ok | 白俄罗斯 👍+🏽+ok",
        "x_y *z* a/b | x+_+y *+z+* a+/+b",
      })
  void cuts(String text, String tokens) {
    assertThat(shown(text)).isEqualTo(tokens);
  }

  @Test
  void treatsNoBreakAndZeroWidthSpacesAsSpace() {
    assertThat(shown("10\u00A0000\u202Fт\u2009и\u200Bда\uFEFF\u3000нет"))
        .isEqualTo("10 000 т и да нет");
  }

  @Test
  void keepsSoftHyphenAndJoinersInsideAWordButNotInItsFoldedForm() {
    assertThat(Tokenizer.tokenize("Wirt\u00ADschaft\u00AD a\u200Db"))
        .extracting(Token::text, Token::folded)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Wirt\u00ADschaft", "wirtschaft"),
            org.assertj.core.groups.Tuple.tuple("a\u200Db", "ab"));
  }

  @Test
  void keepsCombiningMarksWithTheirLetter() {
    assertThat(folded("Мили\u0301цией Й И\u0306 е\u0308 cafe\u0301"))
        .containsExactly("милицией", "й", "й", "е", "café");
  }

  @Test
  void foldsCaseQuotesDashesAndRaisedDigits() {
    assertThat(folded("ЁЛКА „“”«»\" ‘’‚`´' –—−‐- … м³ ÄẞÖ İstanbul ٣"))
        .containsExactly(
            "елка",
            "\"",
            "\"",
            "\"",
            "\"",
            "\"",
            "\"",
            "'",
            "'",
            "'",
            "'",
            "'",
            "'",
            "-",
            "-",
            "-",
            "-",
            "-",
            "...",
            "м3",
            "äßö",
            "istanbul",
            "3");
  }

  @Test
  void keepsOffsetsAfterEmoji() {
    String text = "👍👍 Minsk";
    Token minsk = Tokenizer.tokenize(text).get(2);
    assertThat(minsk.begin()).isEqualTo(5);
    assertThat(Span.ofUtf16(text, minsk.begin(), minsk.end())).isEqualTo(new Span(3, 8));
  }

  @Test
  void tellsTypes() {
    assertThat(Tokenizer.tokenize("Цена: $5 – 7% http://a.by ½ 's"))
        .extracting(Token::type)
        .containsExactly(
            Token.Type.WORD,
            Token.Type.PUNCTUATION,
            Token.Type.SYMBOL,
            Token.Type.NUMBER,
            Token.Type.PUNCTUATION,
            Token.Type.NUMBER,
            Token.Type.SYMBOL,
            Token.Type.ADDRESS,
            Token.Type.NUMBER,
            Token.Type.PUNCTUATION,
            Token.Type.WORD);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(Tokenizer.tokenize("")).isEmpty();
    assertThat(Tokenizer.tokenize(" \n\u00A0\u0007\uFEFF")).isEmpty();
  }

  @Test
  void sharesTheStringsOfWordsSeenBefore() {
    List<Token> tokens = Tokenizer.tokenize("Экспорт Экспорт");
    assertThat(tokens.get(0).folded()).isSameAs(tokens.get(1).folded());
  }

  private static List<String> folded(String text) {
    return Tokenizer.tokenize(text).stream().map(Token::folded).toList();
  }

  private static String shown(String text) {
    return Tokenizer.tokenize(text).stream()
        .map(token -> (token.spaceBefore() || token.begin() == 0 ? " " : "+") + token.text())
        .collect(Collectors.joining())
        .strip();
  }
}
