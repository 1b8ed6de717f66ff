package org.w3id.bykz.rdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.curation.Curated.Touched;
import org.w3id.bykz.text.Document;

/**
 * Writes documents and their claims as N-Quads, one named graph a document, in the order in which
 * they come. Nothing is kept from one document to the next. The same documents, claims and version
 * give the same bytes. For one thread; closing it closes what it writes to.
 */
public final class QuadWriter implements Closeable {

  private final Utf8Writer out;
  private final RDFWriter rio;
  private final String version;
  private long quads;

  private QuadWriter(OutputStream out, String version) {
    this.out = new Utf8Writer(out);
    this.rio = new QuadLines(this.out);
    this.version = version;
    rio.startRDF();
  }

  /**
   * @param version of the software that made the claims
   */
  public static QuadWriter of(OutputStream out, String version) {
    return new QuadWriter(out, version);
  }

  /** Like {@link #of}, compressed; the same JDK gives the same bytes. */
  public static QuadWriter gzip(OutputStream out, String version) throws IOException {
    return new QuadWriter(new FastGzip(out), version);
  }

  /** Writes the graph of a document whose claims nobody corrected. */
  public void write(Document document, List<Claim> claims, Coverage coverage) {
    write(document, Curated.untouched(claims), coverage);
  }

  /**
   * Writes the graph of a document: what it is, its claims in the order given, and how they were
   * corrected.
   */
  public void write(Document document, Curated curated, Coverage coverage) {
    IRI source = Iris.source(document.id());
    Graph graph = new Graph(Iris.sourceGraph(document.id()));
    SourceStatements description = new SourceStatements(graph, source);
    description.describe(document, coverage);
    IRI extraction = description.extraction(document.id(), version);
    ClaimStatements statements = new ClaimStatements(graph, document, source, extraction);
    IdentityHashMap<Claim, Touched> touched = new IdentityHashMap<>();
    curated.touched().forEach(each -> touched.put(each.claim(), each));
    for (Claim claim : curated.claims()) {
      statements.add(claim, Optional.ofNullable(touched.get(claim)));
    }
    new CurationStatements(graph, document.id(), document.language()).add(curated);
    write(graph);
  }

  /** Writes the ontology, the vocabularies and the frames, each file as a graph of its own. */
  public void write(OntologyFiles files) {
    files.published().forEach(this::write);
  }

  private void write(Graph graph) {
    try {
      graph.forEach(rio::handleStatement);
    } catch (RDFHandlerException e) {
      throw e.getCause() instanceof IOException cause ? new UncheckedIOException(cause) : e;
    }
    quads += graph.size();
  }

  /** How many quads were written so far. */
  public long quads() {
    return quads;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
