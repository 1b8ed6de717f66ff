package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.benchmark.Figures.Measured;

/**
 * Tells what {@link ExtractBenchmark} measures as articles and megabytes a second and as a share of
 * Lucene's tokenizer in the same run; then, in this process, how one and two threads go on as the
 * text grows.
 */
public final class Throughput {

  private Throughput() {}

  /** Takes how many megabytes of text to go on with. */
  public static void main(String[] args) throws RunnerException, IOException {
    Figures figures = Figures.of("extract");
    List<String> texts = BenchmarkArticles.texts(ExtractBenchmark.ARTICLES);
    double size = texts.stream().mapToInt(text -> text.getBytes(UTF_8).length).average().orElse(0);
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(ExtractBenchmark.class.getName()).build()).run();
    double lucene =
        results.stream()
            .filter(result -> name(result).equals("textToLuceneTokens"))
            .mapToDouble(Throughput::score)
            .findFirst()
            .orElseThrow();
    String part = String.format(Locale.ROOT, "%,.0f bytes an article, one thread", size);
    for (RunResult result : results) {
      figures.add(
          part,
          name(result),
          List.of(
              new Measured("articles/s", score(result)),
              new Measured("± articles/s", result.getPrimaryResult().getScoreError()),
              new Measured("MB/s", score(result) * size / 1e6),
              new Measured("of Lucene's tokenizer %", 100 * score(result) / lucene)));
    }
    Pipeline pipeline = Pipeline.bundled();
    grow(pipeline, texts, size, 50, 1);
    for (String megabytes : args) {
      List<Measured> measured = new ArrayList<>();
      for (int threads = 1; threads <= 2; threads++) {
        double speed = grow(pipeline, texts, size, Integer.parseInt(megabytes), threads);
        measured.add(new Measured("on " + threads + " articles/s", speed));
      }
      figures.add("as the text grows, to claims", megabytes + " MB", measured);
    }
    Runtime runtime = Runtime.getRuntime();
    long held = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    figures.add("heap at the end", "extraction", List.of(new Measured("in use MB", held)));
  }

  /** Articles a second. */
  private static double grow(
      Pipeline pipeline, List<String> texts, double size, int megabytes, int threads)
      throws IOException {
    long count = Math.round(megabytes * 1e6 / size);
    long start = System.nanoTime();
    BatchExtractor.extract(
        BenchmarkArticles.repeated(texts, count), threads, pipeline::read, extraction -> {});
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static String name(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
