package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Writes text as UTF-8 without the locks and copies of the JDK's writers: N-Quads is mostly ASCII
 * in many short strings. For one thread. Half a surrogate pair is refused, as no file can hold it.
 */
final class Utf8Writer extends Writer {

  private static final int MAX_BYTES_A_CHARACTER = 4;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int size;
  private char high;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int character) throws IOException {
    if (size > buffer.length - MAX_BYTES_A_CHARACTER) {
      drain();
    }
    char c = (char) character;
    if (c < 0x80 && high == 0) {
      buffer[size++] = (byte) c;
    } else {
      encode(c);
    }
  }

  /** Writes what is in ASCII already. */
  void writeAscii(byte[] text) throws IOException {
    if (high != 0 || text.length > buffer.length - size) {
      write(new String(text, US_ASCII), 0, text.length);
      return;
    }
    System.arraycopy(text, 0, buffer, size, text.length);
    size += text.length;
  }

  /** RFC 3629, section 3. */
  private void encode(char c) throws IOException {
    if (high != 0) {
      pair(c);
    } else if (c < 0x800) {
      buffer[size++] = (byte) (0xC0 | c >> 6);
      buffer[size++] = (byte) (0x80 | c & 0x3F);
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (Character.isLowSurrogate(c)) {
      throw new IOException("Half a surrogate pair cannot be written as UTF-8");
    } else {
      buffer[size++] = (byte) (0xE0 | c >> 12);
      buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
      buffer[size++] = (byte) (0x80 | c & 0x3F);
    }
  }

  private void pair(char low) throws IOException {
    if (!Character.isLowSurrogate(low)) {
      throw new IOException("Half a surrogate pair cannot be written as UTF-8");
    }
    int point = Character.toCodePoint(high, low);
    high = 0;
    buffer[size++] = (byte) (0xF0 | point >> 18);
    buffer[size++] = (byte) (0x80 | point >> 12 & 0x3F);
    buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | point & 0x3F);
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    write(String.valueOf(characters, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int end = from + length;
    int i = from;
    while (i < end) {
      if (size > buffer.length - MAX_BYTES_A_CHARACTER) {
        drain();
      }
      i = copyAscii(text, i, end);
      if (i < end) {
        write(text.charAt(i++));
      }
    }
  }

  /** Copies as much ASCII as there is and as fits; returns where it stopped. */
  private int copyAscii(String text, int from, int end) {
    if (high != 0) {
      return from;
    }
    int stop = Math.min(end, from + buffer.length - size);
    int to = size;
    int i = from;
    while (i < stop) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      buffer[to++] = (byte) c;
      i++;
    }
    size = to;
    return i;
  }

  @Override
  public Writer append(CharSequence text) throws IOException {
    String string = text.toString();
    write(string, 0, string.length());
    return this;
  }

  @Override
  public Writer append(char character) throws IOException {
    write(character);
    return this;
  }

  private void drain() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    drain();
    out.close();
  }
}
