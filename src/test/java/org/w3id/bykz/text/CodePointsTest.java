package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodePointsTest {

  /** Emoji, a letter beyond the basic plane, and halves of pairs that stand alone. */
  private static final String STRANGE = "a\ud83d\ude00b\ud800c\udc00\ud835\udd38d\ud83d";

  @Test
  void givesTheSpansThatSpanGives() {
    for (String text : new String[] {"", "plain", STRANGE}) {
      CodePoints points = new CodePoints(text);
      for (int from = 0; from <= text.length(); from++) {
        for (int to = from; to <= text.length(); to++) {
          if (splits(text, from) || splits(text, to)) {
            continue;
          }
          assertThat(points.span(from, to)).isEqualTo(Span.ofUtf16(text, from, to));
        }
      }
    }
  }

  private static boolean splits(String text, int unit) {
    return unit > 0
        && unit < text.length()
        && Character.isSurrogatePair(text.charAt(unit - 1), text.charAt(unit));
  }

  @Test
  void refusesWhatIsNotInTheText() {
    assertThatThrownBy(() -> new CodePoints("abc").span(1, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
