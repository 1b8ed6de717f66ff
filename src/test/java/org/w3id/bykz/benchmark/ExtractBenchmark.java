package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
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
 * How many articles of 2.5 KB are read a second on one thread, in a heap of 256 MB and with the
 * launcher's options, beside what Lucene takes for their tokens alone. Run by {@code
 * .ci/benchmarks}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx256m",
      "-XX:+UseSerialGC",
      "-XX:FreqInlineSize=160",
      "-XX:InlineSmallCode=1000"
    })
@OperationsPerInvocation(ExtractBenchmark.ARTICLES)
public class ExtractBenchmark {

  static final int ARTICLES = 300;

  private final SentenceSplitter splitter = new SentenceSplitter();
  private final List<Document> documents = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private Pipeline pipeline;
  private Path folder;

  @Setup
  public void write() throws IOException, LoadException {
    pipeline = Pipeline.bundled();
    folder = Files.createTempDirectory("bykz-benchmark");
    for (String text : BenchmarkArticles.texts(ARTICLES)) {
      Path file = folder.resolve(files.size() + ".txt");
      Files.write(file, text.getBytes(UTF_8));
      files.add(new SourceFile(file, Optional.empty()));
    }
    fileToClaims(extraction -> documents.add(extraction.document()));
    if (documents.size() != ARTICLES) {
      throw new IllegalStateException(documents.size() + " articles were read, not " + ARTICLES);
    }
  }

  @TearDown
  public void delete() throws IOException {
    for (SourceFile file : files) {
      Files.delete(file.path());
    }
    Files.delete(folder);
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

  /** A text in memory to the tokens of Lucene. */
  @Benchmark
  public void textToLuceneTokens(Blackhole blackhole) throws IOException {
    for (Document document : documents) {
      tokenizer.setReader(new StringReader(document.text()));
      tokenizer.reset();
      int tokens = 0;
      while (tokenizer.incrementToken()) {
        tokens++;
      }
      tokenizer.end();
      tokenizer.close();
      blackhole.consume(tokens);
    }
  }
}
