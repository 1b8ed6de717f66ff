package org.w3id.bykz.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, always in UTF-8.
 *
 * @param out for results
 * @param err for everything else
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {

  static Console ofProcess() {
    return new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor file) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(file)), false, StandardCharsets.UTF_8);
  }

  /** A line for people, not part of the result. */
  void tell(String line) {
    out.flush();
    err.println(line);
    err.flush();
  }
}
