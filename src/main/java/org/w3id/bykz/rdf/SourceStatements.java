package org.w3id.bykz.rdf;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.PROV;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Source;
import org.w3id.bykz.text.Span;

/** Describes a source: what is known of it, its text, and the run of the extractor that read it. */
final class SourceStatements {

  private final Graph graph;
  private final IRI source;

  SourceStatements(Graph graph, IRI source) {
    this.graph = graph;
    this.source = source;
  }

  void describe(Document document, Coverage coverage) {
    graph
        .add(source, RDF.TYPE, Bykz.SOURCE)
        .add(source, RDF.TYPE, Borrowed.NIF_CONTEXT)
        .add(source, RDF.TYPE, PROV.ENTITY)
        .add(source, DCTERMS.IDENTIFIER, Literals.plain(document.id()))
        .add(source, DCTERMS.LANGUAGE, Iris.language(document.language()))
        .add(source, Bykz.SENTENCES, Literals.integer(coverage.sentences()))
        .add(source, Bykz.SENTENCES_WITH_CLAIMS, Literals.integer(coverage.withClaims()))
        .add(source, Borrowed.NIF_IS_STRING, Literals.plain(document.text()));
    TextBands.of(document.text())
        .forEach(band -> graph.add(source, Bykz.TEXT_BAND, Literals.plain(band)));
    catalogued(document);
    coverage.silent().forEach(span -> silent(document.id(), span));
  }

  /** What a sentence says stands in its source's text, so only its place is told. */
  private void silent(String id, Span span) {
    IRI sentence = Iris.evidence(id, span);
    graph
        .add(source, Bykz.SILENT_SENTENCE, sentence)
        .add(sentence, RDF.TYPE, Borrowed.NIF_SENTENCE)
        .add(sentence, Borrowed.NIF_BEGIN_INDEX, Literals.index(span.start()))
        .add(sentence, Borrowed.NIF_END_INDEX, Literals.index(span.end()));
  }

  private void catalogued(Document document) {
    Source known = document.source();
    known
        .title()
        .ifPresent(
            title -> graph.add(source, DCTERMS.TITLE, Literals.text(title, document.language())));
    known.issued().ifPresent(date -> graph.add(source, DCTERMS.ISSUED, Literals.edtf(date)));
    known
        .page()
        .ifPresent(
            page ->
                graph.add(
                    source,
                    DCTERMS.SOURCE,
                    SimpleValueFactory.getInstance().createIRI(page.toASCIIString())));
    known.publisher().ifPresent(name -> publisher(name, known));
  }

  /** A publisher is known by name alone, so its name has no language. */
  private void publisher(String name, Source known) {
    IRI publisher = Iris.publisher(name);
    graph
        .add(source, DCTERMS.PUBLISHER, publisher)
        .add(publisher, RDF.TYPE, ORG.ORGANIZATION)
        .add(publisher, RDFS.LABEL, Literals.plain(name));
    known
        .publisherCountry()
        .ifPresent(
            code ->
                graph.add(publisher, Bykz.IN_COUNTRY, Iris.thing(Value.Kind.COUNTRY.key(), code)));
  }

  /** The run's activity: no time of its own, so that the same run writes the same bytes. */
  IRI extraction(String id, String version) {
    IRI activity = Iris.extraction(id, version);
    IRI software = Iris.software(version);
    graph
        .add(activity, RDF.TYPE, PROV.ACTIVITY)
        .add(activity, PROV.USED, source)
        .add(activity, PROV.WAS_ASSOCIATED_WITH, software)
        .add(software, RDF.TYPE, PROV.SOFTWARE_AGENT)
        .add(software, RDFS.LABEL, Literals.plain("bykz " + version))
        .add(software, Borrowed.SCHEMA_SOFTWARE_VERSION, Literals.plain(version));
    return activity;
  }
}
