package org.w3id.bykz.text;

/**
 * A piece of a text, start inclusive, end exclusive, both counted in Unicode code points from 0, as
 * RFC 5147 and the claims' JSON count them. Java counts UTF-16 units: this class is the only place
 * that converts.
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Span [" + start + ", " + end + ") is not a range from 0");
    }
  }

  /**
   * The span of {@code text.substring(from, to)}; {@code from} and {@code to} count UTF-16 units.
   */
  public static Span ofUtf16(String text, int from, int to) {
    int start = text.codePointCount(0, from);
    return new Span(start, start + text.codePointCount(from, to));
  }

  /** What the span covers in {@code text}. */
  public String in(String text) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
