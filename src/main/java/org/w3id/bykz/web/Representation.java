package org.w3id.bykz.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;

/** What a thing can be shown as, the first being what somebody gets who takes anything. */
enum Representation {
  TURTLE("ttl", "text/turtle", "Turtle", RDFFormat.TURTLE_PRETTY),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD", RDFFormat.JSONLD_PRETTY),
  N_TRIPLES("nt", "application/n-triples", "N-Triples", RDFFormat.NTRIPLES_UTF8),
  RDF_XML("rdf", "application/rdf+xml", "RDF/XML", RDFFormat.RDFXML_PLAIN),
  HTML("html", "text/html", "HTML", null);

  private final String suffix;
  private final String mediaType;
  private final String title;
  private final RDFFormat format;

  Representation(String suffix, String mediaType, String title, RDFFormat format) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.title = title;
    this.format = format;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return this == HTML || this == TURTLE ? mediaType + "; charset=utf-8" : mediaType;
  }

  String title() {
    return title;
  }

  /** How RDF is written; empty for HTML. */
  Optional<RDFFormat> format() {
    return Optional.ofNullable(format);
  }

  /** The one that a path's ending asks for. */
  static Optional<Representation> ofSuffix(String path) {
    return Arrays.stream(values()).filter(each -> path.endsWith("." + each.suffix)).findFirst();
  }

  /** The one that a client likes best; empty if it takes none. */
  static Optional<Representation> accepted(Accept accept) {
    return accept.best(List.of(values()), Representation::mediaType);
  }

  /** All media types, for a message. */
  static String allMediaTypes() {
    return Arrays.stream(values()).map(Representation::mediaType).collect(Collectors.joining(", "));
  }
}
