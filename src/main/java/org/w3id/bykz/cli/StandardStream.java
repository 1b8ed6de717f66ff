package org.w3id.bykz.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/**
 * A stream of the process. Print streams keep it to themselves when nothing more can be written, so
 * this one throws what they let through; once, and passes over whatever follows.
 */
final class StandardStream extends FilterOutputStream {

  /** Nothing more can be written. */
  static final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Broken(IOException cause) {
      super("Cannot write the results: " + cause.getMessage(), cause);
    }

    /** Whether whoever read the results has left, as {@code head} does, which is no fault. */
    boolean isReaderGone() {
      return getCause().getMessage().startsWith("Broken pipe");
    }
  }

  private boolean broken;

  StandardStream(FileDescriptor file) {
    super(new FileOutputStream(file));
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (broken) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      throw new Broken(e);
    }
  }
}
