package org.w3id.bykz.loader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes web pages: by their byte order mark, else as UTF-8 if they are that, else as their server
 * or they themselves say. Bytes that the named encoding does not have are never replaced, and
 * Cyrillic in another encoding than is named is not let through.
 */
final class HtmlDecoder {

  /** Where a page names its encoding; the standard asks for 1024, pages take more. */
  private static final int PRESCAN = 1 << 13;

  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.()-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.()-]{1,40})");

  /** Names that stand for another encoding on the web, as the Encoding Standard has it. */
  private static final Map<String, String> LABELS =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "utf-16", "utf-8",
          "utf-16le", "utf-8",
          "utf-16be", "utf-8",
          "win-1251", "windows-1251",
          "cp-1251", "windows-1251",
          "koi8r", "koi8-r");

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final Charset KOI8_R = Charset.forName("KOI8-R");

  /** So many Cyrillic letters show in which encoding they are. */
  private static final int ENOUGH_LETTERS = 200;

  private static final int CLEAR = 2;

  private final String place;
  private final byte[] bytes;

  private HtmlDecoder(String place, byte[] bytes) {
    this.place = place;
    this.bytes = bytes;
  }

  /**
   * What the page says.
   *
   * @param place where it stands, for messages
   * @param served the encoding that came with it, as in {@code Content-Type: text/html;
   *     charset=...}
   */
  static String decode(String place, byte[] bytes, Optional<String> served) throws LoadException {
    String text = new HtmlDecoder(place, bytes).decode(served);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The encoding that the first bytes name by a byte order mark. */
  static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(bytes, 0xFF, 0xFE)
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private String decode(Optional<String> served) throws LoadException {
    Optional<Charset> marked = byteOrderMark(bytes);
    if (marked.isPresent()) {
      return decode(marked.get())
          .orElseThrow(() -> fault("begins as " + marked.get() + " but is not"));
    }
    Optional<String> utf8 = decode(StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8.get();
    }
    Set<String> names = new LinkedHashSet<>();
    served.ifPresent(names::add);
    named().ifPresent(names::add);
    for (String name : names) {
      Charset charset = charset(name);
      Optional<String> text =
          charset.equals(StandardCharsets.UTF_8) ? Optional.empty() : decode(charset);
      if (text.isPresent()) {
        check(charset);
        return text.get();
      }
    }
    throw fault(
        names.isEmpty()
            ? "is not UTF-8 and names no other encoding" + Utf8.guess(bytes)
            : "is not in the encoding " + String.join(" or ", names) + " that it names");
  }

  private Optional<String> named() {
    String start =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(start);
    Matcher meta = META.matcher(start);
    return meta.find()
        ? Optional.of(meta.group(1))
        : xml.find() ? Optional.of(xml.group(1)) : Optional.empty();
  }

  private Charset charset(String name) throws LoadException {
    String label = name.toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(LABELS.getOrDefault(label, label));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new LoadException(
          place + " names the encoding " + name + ", which is not known; save it as UTF-8", e);
    }
  }

  private Optional<String> decode(Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Both encodings of Cyrillic have a letter for almost every byte, so nothing fails where one is
   * taken for the other; but most letters are small, and those stand in different halves.
   */
  private void check(Charset charset) throws LoadException {
    int lowerHalf = 0;
    int upperHalf = 0;
    for (byte b : bytes) {
      lowerHalf += (b & 0xE0) == 0xC0 ? 1 : 0;
      upperHalf += (b & 0xE0) == 0xE0 ? 1 : 0;
    }
    if (lowerHalf + upperHalf < ENOUGH_LETTERS) {
      return;
    }
    if (charset.equals(WINDOWS_1251) && lowerHalf > CLEAR * upperHalf) {
      throw fault("says that it is in windows-1251, but looks like KOI8-R");
    }
    if (charset.equals(KOI8_R) && upperHalf > CLEAR * lowerHalf) {
      throw fault("says that it is in KOI8-R, but looks like windows-1251");
    }
  }

  private LoadException fault(String what) {
    return new LoadException(place + " " + what + "; save it as UTF-8");
  }
}
