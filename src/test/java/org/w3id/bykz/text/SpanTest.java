package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void countsCodePoints() {
    String text = "👍 é 𝒳 да";
    assertThat(Span.ofUtf16(text, 0, 2)).isEqualTo(new Span(0, 1));
    assertThat(Span.ofUtf16(text, 5, 7)).isEqualTo(new Span(4, 5));
    assertThat(Span.ofUtf16(text, 8, 10)).isEqualTo(new Span(6, 8));
    assertThat(new Span(6, 8).in(text)).isEqualTo("да");
    assertThat(new Span(0, 5).in(text)).isEqualTo("👍 é 𝒳");
  }

  @Test
  void overlapsWhereItSharesAPoint() {
    assertThat(new Span(0, 2).overlaps(new Span(1, 3))).isTrue();
    assertThat(new Span(0, 2).overlaps(new Span(2, 3))).isFalse();
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatThrownBy(() -> new Span(3, 2)).hasMessage("Span [3, 2) is not a range from 0");
  }
}
