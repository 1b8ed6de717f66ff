package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.w3id.bykz.rdf.Examples.known;
import static org.w3id.bykz.rdf.Examples.number;
import static org.w3id.bykz.rdf.Examples.roles;
import static org.w3id.bykz.rdf.Examples.unknown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value.Date;
import org.w3id.bykz.claim.Value.Kind;
import org.w3id.bykz.text.Document;

/** Documents of 2.4 KB with ten claims, about 260 quads each, written per second. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class QuadWriterBenchmark {

  private final Document document = Examples.document("003", text());
  private final List<Claim> claims = IntStream.range(0, 10).mapToObj(this::claim).toList();
  private final Graph graph = graph();
  private final QuadWriter plain = QuadWriter.of(OutputStream.nullOutputStream(), "0.1.0");
  private final QuadWriter gzip = gzip();
  private final RDFWriter rio = started(new NQuadsWriter(OutputStream.nullOutputStream()));
  private final List<Quad> quads = quads();
  private final StreamRDF jena = toJena();
  private final RDFWriter lines =
      started(new QuadLines(new Utf8Writer(OutputStream.nullOutputStream())));

  /** From claims to lines. */
  @Benchmark
  public void claimsToLines() {
    plain.write(document, claims, new Coverage(17, List.of()));
  }

  /** From claims to compressed lines. */
  @Benchmark
  public void claimsToGzip() {
    gzip.write(document, claims, new Coverage(17, List.of()));
  }

  /** From statements to lines. */
  @Benchmark
  public void statementsToLines() {
    graph.forEach(lines::handleStatement);
  }

  /** The same by Jena's writer of streams, from statements of its own. */
  @Benchmark
  public void statementsToLinesByJena() {
    quads.forEach(jena::quad);
  }

  /** The same by Rio's own writer. */
  @Benchmark
  public void statementsToLinesByRio() {
    graph.forEach(rio::handleStatement);
  }

  /** The statements as Jena has them. */
  private List<Quad> quads() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    RDFWriter writer = started(new NQuadsWriter(written));
    graph.forEach(writer::handleStatement);
    writer.endRDF();
    return RDFParser.fromString(written.toString(UTF_8), Lang.NQUADS).toDatasetGraph().stream()
        .toList();
  }

  private static StreamRDF toJena() {
    StreamRDF stream =
        StreamRDFWriter.getWriterStream(OutputStream.nullOutputStream(), Lang.NQUADS);
    stream.start();
    return stream;
  }

  private Claim claim(int index) {
    String quote = document.text().substring(index * 200, index * 200 + 150);
    return Examples.claim(
        document,
        Frame.TRADE_VALUE,
        roles(
            Role.REPORTER, unknown(Kind.ORGANISATION, "Slonim Dairy"),
            Role.PARTNER, known(Kind.COUNTRY, "KZ", "Kazakhstan"),
            Role.FLOW, known(Kind.FLOW, "export", "export"),
            Role.VALUE, number("22300000"),
            Role.CURRENCY, known(Kind.CURRENCY, "USD", "US dollar"),
            Role.PERIOD, new Date("XXXX-01/XXXX-07")),
        quote);
  }

  private Graph graph() {
    Graph graph = new Graph(Iris.sourceGraph(document.id()));
    ClaimStatements statements =
        new ClaimStatements(graph, document, Iris.source("003"), Iris.extraction("003", "0.1.0"));
    claims.forEach(claim -> statements.add(claim, Optional.empty()));
    return graph;
  }

  private static String text() {
    try {
      return Files.readString(Path.of("corpus/003_0732d7178afb622a.txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static QuadWriter gzip() {
    try {
      return QuadWriter.gzip(OutputStream.nullOutputStream(), "0.1.0");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RDFWriter started(RDFWriter writer) {
    writer.startRDF();
    return writer;
  }
}
