package org.w3id.bykz.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command reads and writes, always in UTF-8.
 *
 * @param out for results
 * @param err for everything else
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {

  /** Which of {@code out} and {@code err} are terminals, as the launcher saw it: Java cannot. */
  private static final List<String> TERMINALS =
      List.of(System.getProperty("bykz.terminals", "").split(","));

  static Console ofProcess() {
    return new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor file) {
    return new PrintStream(
        new BufferedOutputStream(new StandardStream(file)), false, StandardCharsets.UTF_8);
  }

  /** Whether people look at standard error. */
  boolean isErrTerminal() {
    return TERMINALS.contains("err");
  }

  /** Whether people look at the results as they come. */
  boolean isOutTerminal() {
    return TERMINALS.contains("out");
  }

  /** A line for people, not part of the result. */
  void tell(String line) {
    out.flush();
    err.println(line);
    err.flush();
  }
}
