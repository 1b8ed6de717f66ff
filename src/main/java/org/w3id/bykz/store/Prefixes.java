package org.w3id.bykz.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** The short forms of IRIs that people read, one spelling in every file and output. */
public final class Prefixes {

  /** What all our names begin with. */
  public static final String BASE = "https://w3id.org/bykz/";

  private static final String THINGS = BASE + "id/";
  private static final String EU_TABLES = "http://publications.europa.eu/resource/authority/";

  private static final Map<String, String> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("bykz", BASE + "ontology#"),
              Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
              Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
              Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
              Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
              Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
              Map.entry("dcterms", "http://purl.org/dc/terms/"),
              Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
              Map.entry("org", "http://www.w3.org/ns/org#"),
              Map.entry("rov", "http://www.w3.org/ns/regorg#"),
              Map.entry("schema", "https://schema.org/"),
              Map.entry("prov", "http://www.w3.org/ns/prov#"),
              Map.entry("oa", "http://www.w3.org/ns/oa#"),
              Map.entry("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"),
              Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
              Map.entry("sf", "http://www.opengis.net/ont/sf#"),
              Map.entry("time", "http://www.w3.org/2006/time#"),
              Map.entry("qb", "http://purl.org/linked-data/cube#"),
              Map.entry("sdmx-attribute", "http://purl.org/linked-data/sdmx/2009/attribute#"),
              Map.entry("sdmx-concept", "http://purl.org/linked-data/sdmx/2009/concept#"),
              Map.entry("sdmx-dimension", "http://purl.org/linked-data/sdmx/2009/dimension#"),
              Map.entry("sdmx-measure", "http://purl.org/linked-data/sdmx/2009/measure#"),
              Map.entry("qudt", "http://qudt.org/schema/qudt/"),
              Map.entry("unit", "http://qudt.org/vocab/unit/"),
              Map.entry("void", "http://rdfs.org/ns/void#"),
              Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
              Map.entry("dqv", "http://www.w3.org/ns/dqv#"),
              Map.entry("ldqd", "http://www.w3.org/2016/05/ldqd#"),
              Map.entry("sh", "http://www.w3.org/ns/shacl#"),
              Map.entry("dcatap", "http://data.europa.eu/r5r/"),
              Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
              Map.entry("spdx", "http://spdx.org/rdf/terms#"),
              Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
              Map.entry("edtf", "http://id.loc.gov/datatypes/edtf/")));

  private Prefixes() {}

  /** Prefix to namespace, sorted by prefix. */
  public static Map<String, String> all() {
    return Collections.unmodifiableMap(ALL);
  }

  /** The same as writers of RDF want it. */
  public static PrefixMap map() {
    PrefixMap map = PrefixMapFactory.create();
    ALL.forEach(map::add);
    return map;
  }

  /**
   * A node as a reader wants it: a thing of ours as {@code region/BY-HR}, other IRIs with their
   * prefix, a literal without datatype and language.
   */
  public static String shorten(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? shorten(node.getURI()) : "_:" + node.getBlankNodeLabel();
  }

  /** The last part of the name of a thing of ours, as {@code BY-HR} of {@code region/BY-HR}. */
  public static String key(Node thing) {
    return thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
  }

  public static String shorten(String iri) {
    if (iri.startsWith(THINGS)) {
      return iri.substring(THINGS.length());
    }
    if (iri.startsWith(EU_TABLES)) {
      return iri.substring(EU_TABLES.length());
    }
    for (Map.Entry<String, String> prefix : ALL.entrySet()) {
      String local =
          iri.startsWith(prefix.getValue()) ? iri.substring(prefix.getValue().length()) : "";
      if (local.matches("[\\p{L}\\p{N}_-]+")) {
        return prefix.getKey() + ":" + local;
      }
    }
    boolean isOurs = iri.startsWith(BASE) && !iri.equals(BASE);
    return isOurs ? iri.substring(BASE.length()) : "<" + iri + ">";
  }
}
