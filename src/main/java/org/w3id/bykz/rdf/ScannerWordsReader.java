package org.w3id.bykz.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.w3id.bykz.mention.ScannerWord;
import org.w3id.bykz.text.Language;

/**
 * Reads the words of numbers and dates in the form that the files in {@code ontology/scanners}
 * explain: a word's kind is its broader concept, its code what it is related to.
 */
public final class ScannerWordsReader {

  private static final Set<IRI> LABELS = Set.of(SKOS.PREF_LABEL, SKOS.ALT_LABEL, SKOS.HIDDEN_LABEL);

  private ScannerWordsReader() {}

  /** The words of all scanners; a kind or language that no scanner knows is an error. */
  public static List<ScannerWord> read(OntologyFiles files) {
    return files.scanners().flatMap(ScannerWordsReader::read).toList();
  }

  private static Stream<ScannerWord> read(TurtleFile file) {
    Collector collector = new Collector();
    file.parse(Iris.BASE, collector);
    return collector.entries.values().stream().flatMap(entry -> entry.words(file.path()));
  }

  /** What a file says of one concept. */
  private static final class Entry {
    private final List<Literal> labels = new ArrayList<>();
    private Optional<String> kind = Optional.empty();
    private Optional<BigDecimal> number = Optional.empty();
    private Optional<String> code = Optional.empty();

    Stream<ScannerWord> words(String path) {
      return kind.stream().flatMap(key -> words(kind(key, path), path));
    }

    private Stream<ScannerWord> words(ScannerWord.Kind known, String path) {
      return labels.stream()
          .map(
              label ->
                  new ScannerWord(label.getLabel(), language(label, path), known, number, code));
    }

    private static ScannerWord.Kind kind(String key, String path) {
      return ScannerWord.Kind.ofKey(key)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "No scanner knows words of the kind '" + key + "'; correct " + path));
    }

    private static Optional<Language> language(Literal label, String path) {
      Optional<Language> language = label.getLanguage().flatMap(Language::ofTag);
      if (label.getLanguage().isPresent() && language.isEmpty()) {
        throw new IllegalArgumentException(
            "No scanner reads the language of " + label + "; correct " + path);
      }
      return language;
    }
  }

  private static final class Collector extends AbstractRDFHandler {
    private final Map<Resource, Entry> entries = new LinkedHashMap<>();

    @Override
    public void handleStatement(Statement statement) {
      IRI property = statement.getPredicate();
      Value value = statement.getObject();
      Entry entry = entries.computeIfAbsent(statement.getSubject(), subject -> new Entry());
      if (LABELS.contains(property)) {
        entry.labels.add((Literal) value);
      } else if (property.equals(SKOS.BROADER)) {
        entry.kind = Optional.of(key(value));
      } else if (property.equals(SKOS.RELATED)) {
        entry.code = Optional.of(key(value));
      } else if (property.equals(Bykz.NUMERIC_VALUE)) {
        entry.number = Optional.of(((Literal) value).decimalValue());
      }
    }

    private static String key(Value iri) {
      String text = iri.stringValue();
      return text.substring(text.lastIndexOf('/') + 1);
    }
  }
}
