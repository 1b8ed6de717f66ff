package org.w3id.bykz.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Passes bytes on as they are and stops with a {@link CharacterCodingException} that names the line
 * at the first byte that is not UTF-8 (RFC 3629, section 4) or is NUL, where readers further on
 * would put a replacement character and go on.
 */
final class Utf8Stream extends FilterInputStream {

  private long line = 1;
  private IOException failure;

  /** How many bytes of the current character are still to come. */
  private int missing;

  /** Range of the next of them: narrower after E0, ED, F0 and F4. */
  private int low;

  private int high;

  Utf8Stream(InputStream in) {
    super(in);
  }

  /** What stopped the reading, for readers that take any exception for the end. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return readChecked(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int readChecked(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      int next = buffer[i] & 0xFF;
      if (missing == 0 && next < 0x80 && next > '\n') {
        continue;
      }
      check(next);
    }
    if (count < 0) {
      end();
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check(int next) throws CharacterCodingException {
    if (missing > 0) {
      if (next < low || next > high) {
        throw bad("not UTF-8");
      }
      missing--;
      expect(missing, 0x80, 0xBF);
    } else if (next == '\n') {
      line++;
    } else if (next == 0) {
      throw bad("binary, not text");
    } else if (next >= 0x80) {
      lead(next);
    }
  }

  private void lead(int next) throws CharacterCodingException {
    switch (next) {
      case 0xE0 -> expect(2, 0xA0, 0xBF);
      case 0xED -> expect(2, 0x80, 0x9F);
      case 0xF0 -> expect(3, 0x90, 0xBF);
      case 0xF4 -> expect(3, 0x80, 0x8F);
      default -> {
        if (next >= 0xC2 && next <= 0xDF) {
          expect(1, 0x80, 0xBF);
        } else if (next >= 0xE1 && next <= 0xEF) {
          expect(2, 0x80, 0xBF);
        } else if (next >= 0xF1 && next <= 0xF3) {
          expect(3, 0x80, 0xBF);
        } else {
          throw bad("not UTF-8");
        }
      }
    }
  }

  private void expect(int bytes, int from, int to) {
    missing = bytes;
    low = from;
    high = to;
  }

  private void end() throws CharacterCodingException {
    if (missing > 0) {
      throw bad("not UTF-8");
    }
  }

  private BadText bad(String what) {
    return new BadText(line, what);
  }

  /** Where and what. */
  static final class BadText extends CharacterCodingException {

    private static final long serialVersionUID = 1L;
    private final long line;
    private final String what;

    private BadText(long line, String what) {
      this.line = line;
      this.what = what;
    }

    long line() {
      return line;
    }

    @Override
    public String getMessage() {
      return what;
    }
  }
}
