package org.w3id.bykz.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/** Reads {@code corpus/catalog.ttl}: what each text is, whose, of when. */
public final class CatalogueReader {

  /** What a relative address in a catalogue is resolved against: the folder it stands in. */
  private static final String FOLDER = "file:///";

  private final String path;
  private final Model catalogue = new LinkedHashModel();

  private CatalogueReader(String path, byte[] content) {
    this.path = path;
    new TurtleFile(path, content).parse(FOLDER, new StatementCollector(catalogue));
  }

  /**
   * The sources by the name of the file that holds their text, in the catalogue's order.
   *
   * @param path where the catalogue stands, for messages
   */
  public static Map<String, Source> read(String path, InputStream in) throws IOException {
    return new CatalogueReader(path, in.readAllBytes()).sources();
  }

  private Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Resource entry : catalogue.filter(null, RDF.TYPE, Bykz.SOURCE).subjects()) {
      Source source = source(entry);
      Source earlier = sources.put(file(entry), source);
      if (earlier != null) {
        throw fault(entry, "describes the file of " + earlier.id() + " again");
      }
    }
    return sources;
  }

  private Source source(Resource entry) {
    Optional<Resource> publisher = resource(entry, DCTERMS.PUBLISHER);
    return new Source(
        text(entry, DCTERMS.IDENTIFIER)
            .orElseThrow(() -> fault(entry, "has no dcterms:identifier")),
        text(entry, DCTERMS.TITLE),
        publisher.flatMap(who -> text(who, RDFS.LABEL)),
        publisher.flatMap(who -> resource(who, Bykz.IN_COUNTRY)).map(CatalogueReader::lastPart),
        resource(entry, DCTERMS.LANGUAGE).map(iri -> language(entry, iri)),
        text(entry, DCTERMS.ISSUED).map(date -> edtf(entry, date)),
        resource(entry, DCTERMS.SOURCE).map(page -> URI.create(page.stringValue())));
  }

  private String file(Resource entry) {
    String address =
        resource(entry, DCAT.HAS_DISTRIBUTION)
            .flatMap(file -> resource(file, DCAT.DOWNLOAD_URL))
            .map(Value::stringValue)
            .orElseThrow(() -> fault(entry, "names no file by dcat:distribution/dcat:downloadURL"));
    String name = address.startsWith(FOLDER) ? address.substring(FOLDER.length()) : "";
    if (name.isEmpty() || name.contains("/") || name.equals("..")) {
      throw fault(entry, "names " + address + ", not a file in the catalogue's own folder");
    }
    return java.net.URLDecoder.decode(
        name.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Language language(Resource entry, Resource authority) {
    return Arrays.stream(Language.values())
        .filter(language -> Iris.language(language).equals(authority))
        .findFirst()
        .orElseThrow(() -> fault(entry, "is in a language that is not read: " + authority));
  }

  private String edtf(Resource entry, String date) {
    if (!Period.isEdtf(date)) {
      throw fault(entry, "is issued on " + date + ", which is not a date in EDTF");
    }
    return date;
  }

  private Optional<String> text(Resource subject, IRI property) {
    return one(subject, property, value -> value.isLiteral() ? value.stringValue() : null);
  }

  private Optional<Resource> resource(Resource subject, IRI property) {
    return one(subject, property, value -> value instanceof Resource resource ? resource : null);
  }

  private <T> Optional<T> one(Resource subject, IRI property, Function<Value, T> as) {
    return catalogue.filter(subject, property, null).objects().stream().findFirst().map(as);
  }

  private static String lastPart(Resource iri) {
    return iri.stringValue().substring(iri.stringValue().lastIndexOf('/') + 1);
  }

  private IllegalArgumentException fault(Resource entry, String what) {
    return new IllegalArgumentException("In " + path + " the entry " + entry + " " + what);
  }
}
