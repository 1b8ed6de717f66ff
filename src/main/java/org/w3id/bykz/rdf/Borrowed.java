package org.w3id.bykz.rdf;

import static org.eclipse.rdf4j.model.util.Values.iri;

import org.eclipse.rdf4j.model.IRI;

/** Terms of other vocabularies that RDF4J has no constants for. */
final class Borrowed {

  private static final String EDTF_NS = "http://id.loc.gov/datatypes/edtf/";
  private static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String SCHEMA = "https://schema.org/";

  static final IRI EDTF = iri(EDTF_NS, "EDTF");

  static final IRI NIF_CONTEXT = iri(NIF, "Context");
  static final IRI NIF_IS_STRING = iri(NIF, "isString");
  static final IRI NIF_SENTENCE = iri(NIF, "Sentence");
  static final IRI NIF_BEGIN_INDEX = iri(NIF, "beginIndex");
  static final IRI NIF_END_INDEX = iri(NIF, "endIndex");

  static final IRI OA_SPECIFIC_RESOURCE = iri(OA, "SpecificResource");
  static final IRI OA_TEXT_POSITION_SELECTOR = iri(OA, "TextPositionSelector");
  static final IRI OA_TEXT_QUOTE_SELECTOR = iri(OA, "TextQuoteSelector");
  static final IRI OA_END = iri(OA, "end");
  static final IRI OA_EXACT = iri(OA, "exact");
  static final IRI OA_HAS_SELECTOR = iri(OA, "hasSelector");
  static final IRI OA_HAS_SOURCE = iri(OA, "hasSource");
  static final IRI OA_START = iri(OA, "start");

  static final IRI SCHEMA_END_DATE = iri(SCHEMA, "endDate");
  static final IRI SCHEMA_SOFTWARE_VERSION = iri(SCHEMA, "softwareVersion");
  static final IRI SCHEMA_START_DATE = iri(SCHEMA, "startDate");

  private Borrowed() {}
}
