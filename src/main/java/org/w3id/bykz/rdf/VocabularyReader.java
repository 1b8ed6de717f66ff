package org.w3id.bykz.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.text.Language;

/**
 * Reads vocabularies and frames as concepts: everything in their files that has an IRI of ours and
 * a label. Labels in languages that are not read are left out. A property is known by its local
 * name, a notation by that of its datatype; a thing of ours as {@code kind/key}, any other by its
 * IRI.
 */
public final class VocabularyReader {

  private static final Map<IRI, Label.Form> FORMS =
      Map.of(
          SKOS.PREF_LABEL, Label.Form.PREFERRED,
          SKOS.ALT_LABEL, Label.Form.ALTERNATIVE,
          SKOS.HIDDEN_LABEL, Label.Form.HIDDEN,
          Bykz.ADJECTIVE, Label.Form.ADJECTIVE,
          Bykz.AMBIGUOUS_LABEL, Label.Form.AMBIGUOUS);

  private VocabularyReader() {}

  /** The concepts in the order in which the files name them first. */
  public static List<Concept> read(OntologyFiles files) {
    Map<IRI, Entry> entries = new LinkedHashMap<>();
    files.labelled().forEach(file -> file.parse(Iris.BASE, new Collector(entries)));
    return entries.entrySet().stream()
        .flatMap(entry -> entry.getValue().concept(entry.getKey()).stream())
        .toList();
  }

  private static final class Entry {
    final List<Label> labels = new ArrayList<>();
    final Map<String, List<String>> properties = new LinkedHashMap<>();

    Optional<Concept> concept(IRI iri) {
      if (labels.isEmpty()) {
        return Optional.empty();
      }
      return Iris.kindAndKey(iri)
          .map(
              id -> {
                int slash = id.indexOf('/');
                return new Concept(
                    id.substring(0, slash), id.substring(slash + 1), labels, properties);
              });
    }
  }

  private static final class Collector extends AbstractRDFHandler {
    private final Map<IRI, Entry> entries;

    Collector(Map<IRI, Entry> entries) {
      this.entries = entries;
    }

    @Override
    public void handleStatement(Statement statement) {
      if (statement.getSubject() instanceof IRI subject) {
        Entry entry = entries.computeIfAbsent(subject, iri -> new Entry());
        Label.Form form = FORMS.get(statement.getPredicate());
        if (form == null) {
          property(entry.properties, statement.getPredicate(), statement.getObject());
        } else if (statement.getObject() instanceof Literal text) {
          text.getLanguage()
              .flatMap(Language::ofTag)
              .ifPresent(language -> entry.labels.add(new Label(text.getLabel(), language, form)));
        }
      }
    }

    private static void property(
        Map<String, List<String>> properties, IRI predicate, Value object) {
      if (predicate.equals(RDF.TYPE)) {
        return;
      }
      if (object instanceof IRI iri) {
        add(properties, predicate, Iris.kindAndKey(iri).orElse(iri.stringValue()));
      } else if (object instanceof Literal literal) {
        IRI name = predicate.equals(SKOS.NOTATION) ? literal.getDatatype() : predicate;
        add(properties, name, literal.getLabel());
      }
    }

    private static void add(Map<String, List<String>> properties, IRI name, String value) {
      Collection<String> values =
          properties.computeIfAbsent(name.getLocalName(), key -> new ArrayList<>(2));
      values.add(value);
    }
  }
}
