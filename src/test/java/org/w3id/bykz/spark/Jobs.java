package org.w3id.bykz.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs jobs in local mode, one after the other, in a process of its own: what Spark brings changes
 * the one that it runs in, so that some of it is not even on the class path of other tests.
 */
final class Jobs implements AutoCloseable {

  private static final String END = "\u0004";

  /** What came of a job: its exit code and what it printed. */
  record Ended(int code, List<String> lines) {}

  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;

  private Jobs(Process process) {
    this.process = process;
    this.to = process.outputWriter(UTF_8);
    this.from = process.inputReader(UTF_8);
  }

  static Jobs start() throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspark.master=local[2]",
                "-cp",
                System.getProperty("java.class.path") + System.getProperty("bykz.spark", ""),
                Jobs.class.getName())
            .redirectError(Redirect.INHERIT);
    process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return new Jobs(process.start());
  }

  Ended run(Object... words) throws IOException {
    return tell("extract", words);
  }

  /** The claims of tables in a folder, a line each. */
  List<String> claims(Path folder) throws IOException {
    return tell("claims", folder).lines();
  }

  /** Makes a table in Parquet of articles in JSON Lines. */
  void writeTable(Path lines, Path table) throws IOException {
    tell("table", lines, table);
  }

  private Ended tell(String act, Object... words) throws IOException {
    to.write(act + "\t");
    to.write(Stream.of(words).map(Object::toString).collect(Collectors.joining("\t")));
    to.newLine();
    to.flush();
    List<String> lines = new ArrayList<>();
    for (String line = from.readLine(); ; line = from.readLine()) {
      if (line == null) {
        throw new IOException("The process ended after " + lines);
      }
      if (line.startsWith(END)) {
        return new Ended(Integer.parseInt(line.substring(1)), lines);
      }
      lines.add(line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Takes the words of an act a line, until there are no more. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split("\t");
      out.println(END + done(words[0], Arrays.copyOfRange(words, 1, words.length), out));
    }
  }

  private static int done(String act, String[] words, PrintStream out) throws IOException {
    switch (act) {
      case "claims" -> ParquetFiles.claims(Path.of(words[0])).forEach(out::println);
      case "table" -> ParquetFiles.write(Path.of(words[0]), Path.of(words[1]));
      default -> {
        return ExtractionJob.run(words, out, out);
      }
    }
    return 0;
  }
}
