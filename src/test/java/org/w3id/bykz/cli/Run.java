package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command that was run in this process, and what came of it. */
record Run(int code, String out, String err) {

  static Run of(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = App.run(Stream.of(words).map(Object::toString).toArray(String[]::new), console);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same with a store named at the end. */
  static Run on(Path store, Object... words) {
    return of(Stream.concat(Stream.of(words), Stream.of("--store", store)).toArray());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** One sentence on stderr, nothing on stdout. */
  void assertRefused(int exitCode, String sentence) {
    assertThat(err).startsWith("bykz: ").contains(sentence).endsWith("\n");
    assertThat(err.lines()).hasSize(1);
    assertThat(out).isEmpty();
    assertThat(code).isEqualTo(exitCode);
  }
}
