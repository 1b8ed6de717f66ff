package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.bykz.benchmark.Figures.Measured;

/**
 * How long the program takes from its start to the first claim, and to the first answer of its
 * server, and how much memory it has held by then; that is told by Linux only.
 */
public final class StartBenchmark {

  private static final int RUNS = 7;
  private static final String SERVING = "Serving at ";

  private StartBenchmark() {}

  /** What one start took. */
  private record Start(double seconds, double megabytes) {}

  /** Takes a text, and a store that is there already. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Figures figures = Figures.of("start");
    List<Start> extracting = new ArrayList<>();
    List<Start> serving = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      extracting.add(start(line -> true, "extract", args[0]));
      serving.add(start(StartBenchmark::isAnswering, "serve", "--port", "0", "--store", args[1]));
    }
    figures.add("from the command", "extract: first claim", medians(extracting));
    figures.add("from the command", "serve: first answer", medians(serving));
    System.exit(0);
  }

  private static Start start(Told awaited, String... words)
      throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("./bykz"), Stream.of(words)).toList();
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      while (line != null && !awaited.by(line)) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IOException(command + " ended before it answered");
      }
      return new Start((System.nanoTime() - start) / 1e9, megabytes(process));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Whether a line tells that what was waited for is there. */
  private interface Told {
    boolean by(String line) throws IOException, InterruptedException;
  }

  private static boolean isAnswering(String line) throws IOException, InterruptedException {
    if (!line.startsWith(SERVING)) {
      return false;
    }
    URI health = URI.create(line.substring(SERVING.length()).split(" ")[0]).resolve("health");
    HttpRequest request = HttpRequest.newBuilder(health).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException(health + " answers " + status);
    }
    return true;
  }

  /** The most that a process has held of the machine's memory. */
  private static double megabytes(Process process) throws IOException {
    try (Stream<String> status =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return status
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    }
  }

  private static List<Measured> medians(List<Start> starts) {
    double[] seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
    double[] megabytes = starts.stream().mapToDouble(Start::megabytes).sorted().toArray();
    return List.of(
        new Measured("s", seconds[RUNS / 2]), new Measured("held MB", megabytes[RUNS / 2]));
  }
}
