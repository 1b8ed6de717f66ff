package org.w3id.bykz.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How fast texts become tokens, sentences and languages; {@code bytes} a second are of UTF-8. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TextBenchmark {

  private final SentenceSplitter splitter = new SentenceSplitter();
  private final LanguageDetector detector = new LanguageDetector();
  private final List<Document> documents = read(Path.of("corpus"));
  private final long bytes =
      documents.stream()
          .mapToLong(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
          .sum();

  /** Counts what the texts of one call weigh. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Weight {
    public long bytes;
  }

  @Benchmark
  public void tokens(Weight weight, Blackhole blackhole) {
    for (Document document : documents) {
      blackhole.consume(Tokenizer.tokenize(document.text()));
    }
    weight.bytes += bytes;
  }

  @Benchmark
  public void sentences(Weight weight, Blackhole blackhole) {
    for (Document document : documents) {
      blackhole.consume(splitter.split(document));
    }
    weight.bytes += bytes;
  }

  @Benchmark
  public void languages(Weight weight, Blackhole blackhole) {
    for (Document document : documents) {
      blackhole.consume(detector.detect(document.text()));
    }
    weight.bytes += bytes;
  }

  private List<Document> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Document> read = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Language language = detector.detect(text).orElseThrow();
        read.add(new Document(Source.of(file.getFileName().toString()), language, text));
      }
      return read;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Reading the texts in " + folder, e);
    }
  }
}
