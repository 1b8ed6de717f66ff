package org.w3id.bykz.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.bykz.store.Store;

/**
 * The program in processes of its own, and what it leaves behind.
 *
 * @param log takes what the processes print
 */
record Program(Path log) {

  Process start(Object... words) throws IOException {
    return start(List.of(), words);
  }

  /**
   * @param before words before those of the program, as a shell's that sets limits
   */
  Process start(List<String> before, Object... words) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(command());
    Stream.of(words).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log.toFile()))
        .start();
  }

  /** How it is called; its words come after. */
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.w3id.bykz.cli.App");
    return command;
  }

  /** Lets it end, as it should. */
  void run(Object... words) throws IOException, InterruptedException {
    assertThat(start(words).waitFor()).as("exit code of %s; see %s", List.of(words), log).isZero();
  }

  /** All quads of a store, as a digest; of one that is not there, nothing. */
  static String stateOf(Path store) {
    if (!Store.exists(store)) {
      return "";
    }
    try (Store opened = Store.open(store)) {
      DatasetGraph data = opened.dataset();
      return Txn.calculateRead(
          data, () -> digest(data.stream().map(NodeFmtLib::strNQ).sorted().toList()));
    }
  }

  /** All files of a folder with what they hold, as a digest; of one that is not there, nothing. */
  static String filesOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        files.add(folder.relativize(file) + " " + HexFormat.of().formatHex(sha(bytes)));
      }
    }
    return files.isEmpty() ? "" : digest(files);
  }

  private static String digest(List<String> lines) {
    byte[] all = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return lines.size() + ":" + HexFormat.of().formatHex(sha(all), 0, 6);
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
