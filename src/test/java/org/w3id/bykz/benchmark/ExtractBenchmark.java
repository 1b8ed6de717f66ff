package org.w3id.bykz.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.Extraction;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.SourceFile;
import org.w3id.bykz.Version;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.SentenceSplitter;

/**
 * How many documents of the corpus, 2.5 KB on average, are read a second on one thread, in a heap
 * of 256 MB. Run by {@code .ci/benchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@OperationsPerInvocation(ExtractBenchmark.DOCUMENTS)
public class ExtractBenchmark {

  static final int DOCUMENTS = 5;

  private final SentenceSplitter splitter = new SentenceSplitter();
  private final List<Document> documents = new ArrayList<>();
  private Pipeline pipeline;
  private List<SourceFile> files;

  @Setup
  public void read() throws IOException, LoadException {
    pipeline = Pipeline.bundled();
    files = Corpus.bundled().files();
    long bytes = 0;
    for (SourceFile file : files) {
      bytes += Files.size(file.path());
    }
    fileToClaims(extraction -> documents.add(extraction.document()));
    if (documents.size() != DOCUMENTS) {
      throw new IllegalStateException("The corpus has " + documents.size() + " documents");
    }
    System.out.printf("%n# %,d bytes a document%n", bytes / DOCUMENTS);
  }

  /** A file end to end to N-Quads. */
  @Benchmark
  public long fileToQuads() throws IOException, LoadException {
    try (QuadWriter quads = QuadWriter.of(OutputStream.nullOutputStream(), Version.CURRENT)) {
      fileToClaims(extraction -> extraction.writeTo(quads));
      return quads.quads();
    }
  }

  /** A file to claims. */
  @Benchmark
  public void fileToClaims(Blackhole blackhole) throws IOException, LoadException {
    fileToClaims(blackhole::consume);
  }

  private void fileToClaims(Consumer<Extraction> sink) throws IOException, LoadException {
    try (Articles articles = SourceFile.articles(files)) {
      while (articles.hasNext()) {
        sink.accept(pipeline.read(articles.next()));
      }
    }
  }

  /** A text in memory to tokens and sentences. */
  @Benchmark
  public void textToSentences(Blackhole blackhole) {
    documents.forEach(document -> blackhole.consume(splitter.split(document)));
  }
}
