package org.w3id.bykz.loader;

/** What every stored text is: of an article's length, not blank, and writable in UTF-8. */
final class StoredText {

  /**
   * 2 MB: no article comes near it, and even a text of two million brackets, a token each, leaves
   * room in a heap of 256 MB. A text that is larger holds many articles, which are many sources.
   */
  static final int MOST_BYTES = 2 << 20;

  private static final int LONGEST_LINE = 500;

  private static final char REPLACEMENT = '\uFFFD';

  private StoredText() {}

  /**
   * The text of a record or page as it is stored. Control characters become spaces and halves of
   * surrogate pairs become replacement characters, one for one, so that offsets stay.
   */
  static String of(String place, String text) throws LoadException {
    if (isBlank(text)) {
      throw new LoadException(
          place
              + (text.isEmpty() ? " has no text" : " holds nothing but white space")
              + "; give it one or leave it out");
    }
    if (bytes(text) > MOST_BYTES) {
      throw tooLarge(place, MOST_BYTES);
    }
    return isStorable(text) ? text : storable(text);
  }

  /** A title or name as it is stored: one line, and no longer than such may be. */
  static String line(String text) {
    String line = storable(text.strip().replaceAll("[\\s\\p{Cntrl}]+", " "));
    return line.codePointCount(0, line.length()) <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE));
  }

  static LoadException tooLarge(String place, int mostBytes) {
    return new LoadException(
        place
            + " is larger than "
            + (mostBytes >> 20)
            + " MB, the most that is read of one source; split it into one file an article");
  }

  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.CONTROL);
  }

  /** How long the text is in UTF-8. */
  private static long bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(point -> isControl(point) || isHalf(point));
  }

  private static String storable(String text) {
    StringBuilder stored = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isControl(point) ? ' ' : isHalf(point) ? REPLACEMENT : point)
        .forEach(stored::appendCodePoint);
    return stored.toString();
  }

  private static boolean isControl(int point) {
    return point < ' ' && (point < '\t' || point > '\r') || point == 0x7F;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
