package org.w3id.bykz.loader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly, and says of other bytes where they are wrong and what they may be. */
final class Utf8 {

  /** How many bytes a byte order mark has. */
  static final int MARK = 3;

  private static final char REPLACEMENT = '\uFFFD';

  /** Bytes that are no text in UTF-8; the message goes on after the file's name. */
  static final class NotText extends Exception {

    private static final long serialVersionUID = 1L;

    NotText(String message) {
      super(message);
    }
  }

  private Utf8() {}

  static String decode(byte[] bytes) throws NotText {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new NotText("is in UTF-16, as its first two bytes say; save it as UTF-8");
    }
    int control = firstControl(bytes);
    if (control >= 0) {
      throw new NotText(
          "has the control character 0x"
              + hex(bytes[control])
              + " at byte "
              + control
              + (isUtf16(bytes)
                  ? " and looks like UTF-16; save it as UTF-8"
                  : " and is no plain text; give a text file in UTF-8"));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int bad = text.indexOf(REPLACEMENT) < 0 ? -1 : firstMalformed(bytes);
    if (bad >= 0) {
      throw new NotText(
          "is not UTF-8: the byte 0x"
              + hex(bytes[bad])
              + " at offset "
              + bad
              + " does not belong there"
              + guess(bytes)
              + "; save it as UTF-8");
    }
    return text;
  }

  /** Whether {@code bytes}, at least {@value #MARK}, begin with a byte order mark of UTF-8. */
  static boolean isMarked(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB) && (bytes[2] & 0xFF) == 0xBF;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Where the first byte is that no text has: a control character other than white space. */
  private static int firstControl(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && (bytes[i] < '\t' || bytes[i] > '\r')
          || bytes[i] == 0x7F) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    return Math.max(zeros[0], zeros[1]) > 8 * Math.min(zeros[0], zeros[1])
        && Math.max(zeros[0], zeros[1]) > bytes.length / 20;
  }

  /** Where the first byte is that is no part of a character; -1 if there is none. */
  private static int firstMalformed(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  /**
   * What the bytes look like. Cyrillic in an 8-bit encoding is mostly bytes above 0x7F, and mostly
   * small letters: from 0xE0 on in Windows-1251, from 0xC0 to 0xDF in KOI8-R. Western texts have
   * few such bytes.
   */
  static String guess(byte[] bytes) {
    int letters = 0;
    int high = 0;
    int upperHalf = 0;
    int lowerHalf = 0;
    for (byte b : bytes) {
      int unsigned = b & 0xFF;
      letters += Character.isLetter(b) || b < 0 ? 1 : 0;
      high += b < 0 ? 1 : 0;
      upperHalf += unsigned >= 0xE0 ? 1 : 0;
      lowerHalf += unsigned >= 0xC0 && unsigned < 0xE0 ? 1 : 0;
    }
    if (high * 4 < letters) {
      return " (the file looks like Windows-1252 or ISO 8859-1)";
    }
    if (upperHalf + lowerHalf < high * 3 / 4) {
      return "";
    }
    return upperHalf > lowerHalf
        ? " (the file looks like Windows-1251)"
        : " (the file looks like KOI8-R)";
  }

  private static String hex(byte b) {
    return String.format("%02X", b);
  }
}
