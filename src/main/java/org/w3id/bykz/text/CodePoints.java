package org.w3id.bykz.text;

/** Spans of one text, for who asks for many of them: each costs the same wherever it stands. */
public final class CodePoints {

  private final String text;

  /** For each UTF-16 unit how many code points stand before it; empty where both are the same. */
  private final int[] before;

  public CodePoints(String text) {
    this.text = text;
    boolean same = text.codePointCount(0, text.length()) == text.length();
    this.before = same ? new int[0] : new int[text.length() + 1];
    for (int unit = 1; unit < before.length; unit++) {
      boolean second =
          Character.isLowSurrogate(text.charAt(unit - 1))
              && unit > 1
              && Character.isHighSurrogate(text.charAt(unit - 2));
      before[unit] = before[unit - 1] + (second ? 0 : 1);
    }
  }

  /** The span of {@code text.substring(from, to)}, both in UTF-16 units. */
  public Span span(int from, int to) {
    if (from < 0 || to > text.length()) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") is not in the text");
    }
    return before.length == 0 ? new Span(from, to) : new Span(before[from], before[to]);
  }
}
