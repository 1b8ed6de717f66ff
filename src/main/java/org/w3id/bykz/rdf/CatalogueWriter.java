package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/**
 * Adds entries to {@code corpus/catalog.ttl}. What stands there stays as it was written, comments
 * and all; the new follows at the end, in the form that the rest has.
 */
public final class CatalogueWriter {

  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("bykz", Bykz.NAMESPACE);
    PREFIXES.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    PREFIXES.put("dcterms", "http://purl.org/dc/terms/");
    PREFIXES.put("org", "http://www.w3.org/ns/org#");
    PREFIXES.put("dcat", "http://www.w3.org/ns/dcat#");
    PREFIXES.put("edtf", "http://id.loc.gov/datatypes/edtf/");
  }

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  private final String path;
  private final Map<String, Source> before;
  private final Model catalogue = new LinkedHashModel();
  private final StringBuilder text;
  private final Map<String, String> added = new LinkedHashMap<>();

  private CatalogueWriter(String path, byte[] content) throws IOException {
    this.path = path;
    this.before = CatalogueReader.read(path, new ByteArrayInputStream(content));
    this.text = new StringBuilder(new String(content, UTF_8));
    new TurtleFile(path, content).parse("file:///", new StatementCollector(catalogue));
  }

  /** For a folder that has no catalogue yet. */
  public static CatalogueWriter empty(String path) throws IOException {
    String first = "# What each text of this folder is, whose and of when.\n";
    return new CatalogueWriter(path, first.getBytes(UTF_8));
  }

  /**
   * For a catalogue.
   *
   * @param path where it stands, for messages
   * @throws IllegalArgumentException if it cannot be read
   */
  public static CatalogueWriter of(String path, byte[] content) throws IOException {
    return new CatalogueWriter(path, content);
  }

  /** What the catalogue said before anything was added, by the names of the files. */
  public Map<String, Source> before() {
    return before;
  }

  /** Adds the text in {@code file}, which stands beside the catalogue. */
  public void add(Source source, Language language, String file) {
    if (added.isEmpty()) {
      prefixes();
    }
    added.put(file, source.id());
    IRI iri = Iris.source(source.id());
    IRI distribution = Iris.thing("source", source.id() + "/text");
    line("");
    line("<" + iri + "> a bykz:Source , dcat:Dataset ;");
    line("  dcterms:identifier " + quoted(source.id()) + " ;");
    source
        .title()
        .ifPresent(title -> line("  dcterms:title " + quoted(title) + "@" + language.tag() + " ;"));
    Optional<IRI> publisher = source.publisher().map(Iris::publisher);
    publisher.ifPresent(who -> line("  dcterms:publisher <" + who + "> ;"));
    line("  dcterms:language <" + Iris.language(language) + "> ;");
    source.issued().ifPresent(date -> line("  dcterms:issued " + quoted(date) + "^^edtf:EDTF ;"));
    source
        .page()
        .ifPresent(page -> line("  dcterms:source <" + encoded(page.toASCIIString()) + "> ;"));
    line("  dcat:distribution <" + distribution + "> .");
    line("");
    line("<" + distribution + "> a dcat:Distribution ;");
    line("  dcat:downloadURL <" + address(file) + "> .");
    publisher.filter(this::isNew).ifPresent(who -> describe(who, source));
    for (Resource collection : catalogue.filter(null, RDF.TYPE, DCAT.CATALOG).subjects()) {
      line("");
      line("<" + collection + "> dcat:dataset <" + iri + "> .");
    }
  }

  /** Those that the catalogue does not have yet, or has for something else. */
  private void prefixes() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    StringBuilder missing = new StringBuilder();
    PREFIXES.forEach(
        (name, namespace) -> {
          Pattern declared =
              Pattern.compile(
                  "(?i:@?prefix)\\s+" + name + ":\\s*<" + Pattern.quote(namespace) + ">");
          if (!declared.matcher(text).find()) {
            missing.append("@prefix ").append(name).append(": <").append(namespace).append("> .\n");
          }
        });
    text.append(missing.isEmpty() ? "" : "\n").append(missing);
  }

  private boolean isNew(IRI publisher) {
    return catalogue.filter(publisher, RDF.TYPE, ORG.ORGANIZATION).isEmpty();
  }

  private void describe(IRI publisher, Source source) {
    catalogue.add(publisher, RDF.TYPE, ORG.ORGANIZATION);
    String country =
        source
            .publisherCountry()
            .map(code -> " ;\n  bykz:inCountry <" + Iris.thing("country", code) + ">")
            .orElse("");
    line("");
    line("<" + publisher + "> a org:Organization ;");
    line("  rdfs:label " + quoted(source.publisher().orElseThrow()) + country + " .");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String quoted(String value) {
    return '"' + TurtleUtil.encodeString(value) + '"';
  }

  /** What no IRI may have in Turtle. */
  private static String encoded(String address) {
    StringBuilder encoded = new StringBuilder();
    address
        .chars()
        .forEach(
            c -> {
              if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                encoded.append('%').append(String.format("%02X", c));
              } else {
                encoded.append((char) c);
              }
            });
    return encoded.toString();
  }

  private static String address(String file) {
    try {
      return PLAIN_NAME.matcher(file).matches()
          ? file
          : new URI(null, null, "/" + file, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The name " + file + " cannot be written", e);
    }
  }

  /**
   * The catalogue with what was added, read once more to see that it says just that.
   *
   * @throws IllegalArgumentException if what stood there before makes it say anything else
   */
  public byte[] content() throws IOException {
    byte[] content = text.toString().getBytes(UTF_8);
    Map<String, Source> after = CatalogueReader.read(path, new ByteArrayInputStream(content));
    boolean all =
        added.entrySet().stream()
            .allMatch(
                entry ->
                    Optional.ofNullable(after.get(entry.getKey()))
                        .filter(source -> source.id().equals(entry.getValue()))
                        .isPresent());
    if (!all || after.size() != before.size() + added.size()) {
      throw new IllegalArgumentException(
          path + " cannot be added to, as its @base or prefixes change what follows; remove these");
    }
    return content;
  }
}
