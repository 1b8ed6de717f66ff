package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.Pipeline;

/**
 * Prints what {@link ExtractBenchmark} measures as articles and megabytes a second and as a share
 * of Lucene's tokenizer in the same run; then, in this process, how one and two threads go on as
 * the text grows.
 */
public final class Throughput {

  private static final int[] MEGABYTES = {1, 10, 100, 1_000};

  private Throughput() {}

  public static void main(String[] args) throws RunnerException, IOException {
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
    print("%,.0f bytes an article, one thread:", size);
    for (RunResult result : results) {
      print(
          "%-20s %,9.0f articles/s %8.2f MB/s   1/%.1f of Lucene's StandardTokenizer",
          name(result), score(result), score(result) * size / 1e6, lucene / score(result));
    }
    Pipeline pipeline = Pipeline.bundled();
    grow(pipeline, texts, size, 50, 1);
    for (int megabytes : MEGABYTES) {
      for (int threads = 1; threads <= 2; threads++) {
        print(
            "%,6d MB on %d: %,8.0f articles/s to claims",
            megabytes, threads, grow(pipeline, texts, size, megabytes, threads));
      }
    }
    Runtime runtime = Runtime.getRuntime();
    print("heap in use at the end %,d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
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

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
