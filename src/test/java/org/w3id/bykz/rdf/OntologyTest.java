package org.w3id.bykz.rdf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Namespace;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;

class OntologyTest {

  private static final Path ONTOLOGY = Path.of("ontology/bykz.ttl");
  private static final IRI ITSELF = Values.iri("https://w3id.org/bykz/ontology");

  private final Model ontology = read(ONTOLOGY);
  private final Set<IRI> terms =
      ontology.subjects().stream()
          .filter(IRI.class::isInstance)
          .map(IRI.class::cast)
          .filter(term -> term.stringValue().startsWith(Bykz.NAMESPACE))
          .collect(toCollection(() -> new TreeSet<>((a, b) -> compare(a, b))));

  @Test
  void isOwl2Dl() throws OWLOntologyCreationException {
    assertThat(new OWL2DLProfile().checkOntology(owl()).getViolations()).isEmpty();
  }

  @Test
  void isConsistentAndEveryClassCanHaveMembers() throws OWLOntologyCreationException {
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    Reasoner reasoner = new Reasoner(configuration, owl());
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    reasoner.dispose();
  }

  @Test
  void everyTermIsLabelledInThreeLanguagesDefinedAndShown() {
    for (IRI term : terms) {
      assertThat(languages(term, RDFS.LABEL))
          .as("labels of %s", term)
          .containsExactly("de", "en", "ru");
      assertThat(ontology.filter(term, SKOS.DEFINITION, null))
          .as("definition of %s", term)
          .hasSize(1);
      assertThat(ontology.filter(term, SKOS.EXAMPLE, null)).as("example of %s", term).isNotEmpty();
      assertThat(ontology.contains(term, RDFS.ISDEFINEDBY, ITSELF)).as("%s is ours", term).isTrue();
    }
  }

  @Test
  void everyConstantIsDeclared() {
    Set<String> constants =
        Stream.of(Bykz.class.getFields())
            .filter(field -> field.getType() == IRI.class)
            .map(OntologyTest::constant)
            .collect(toCollection(TreeSet::new));
    for (Frame frame : Frame.values()) {
      constants.add(Bykz.claimClass(frame).getLocalName());
      for (Role role : frame.roles()) {
        constants.add(Bykz.property(frame, role).getLocalName());
      }
    }
    assertThat(terms.stream().map(IRI::getLocalName)).containsAll(constants);
  }

  @Test
  void everyTermThatAFileUsesIsDeclared() throws IOException {
    Set<String> declared = names(terms);
    for (Path file : files("ontology", ".ttl")) {
      assertThat(declared).as("terms of %s", file).containsAll(names(ours(read(file))));
    }
    for (Path file : files("queries", ".rq")) {
      List<String> used =
          Pattern.compile("bykz:(\\w[\\w-]*)")
              .matcher(Files.readString(file))
              .results()
              .map(term -> term.group(1))
              .toList();
      assertThat(declared).as("terms of %s", file).containsAll(used);
    }
  }

  @Test
  void everyTermIsUsedByCodeShapesQueriesOrVocabularies() throws IOException {
    StringBuilder users = new StringBuilder();
    for (Path file : files("src/main/java", ".java")) {
      users.append(Files.readString(file));
    }
    for (Path file : files("queries", ".rq")) {
      users.append(Files.readString(file));
    }
    Set<String> used = new TreeSet<>();
    for (Path file : files("ontology", ".ttl")) {
      if (!file.equals(ONTOLOGY)) {
        used.addAll(names(ours(read(file))));
      }
    }
    assertThat(
            names(terms).stream()
                .filter(term -> !used.contains(term))
                .filter(term -> users.indexOf("bykz:" + term) < 0)
                .filter(term -> users.indexOf("\"" + term + "\"") < 0)
                .filter(term -> !ontology.contains(null, RDFS.RANGE, iri(term))))
        .isEmpty();
  }

  private static IRI iri(String term) {
    return Values.iri(Bykz.NAMESPACE, term);
  }

  private static Set<IRI> ours(Model file) {
    return file.stream()
        .flatMap(
            statement ->
                Stream.of(
                    statement.getSubject(),
                    statement.getPredicate(),
                    statement.getObject(),
                    statement.getObject() instanceof Literal text ? text.getDatatype() : ITSELF))
        .filter(IRI.class::isInstance)
        .map(IRI.class::cast)
        .filter(term -> term.stringValue().startsWith(Bykz.NAMESPACE))
        .collect(toCollection(HashSet::new));
  }

  private static Set<String> names(Set<IRI> terms) {
    return terms.stream().map(IRI::getLocalName).collect(toCollection(TreeSet::new));
  }

  @Test
  void prefixesAreTheSameInEveryTurtleFile() throws IOException {
    TreeMap<String, String> declared = new TreeMap<>();
    for (Value prefix : ontology.filter(ITSELF, SHACL.DECLARE, null).objects()) {
      declared.put(
          only((Resource) prefix, SHACL.PREFIX_PROP),
          only((Resource) prefix, SHACL.NAMESPACE_PROP));
    }
    for (Path file : files("ontology", ".ttl")) {
      for (Namespace namespace : read(file).getNamespaces()) {
        if (namespace.getName().equals(Iris.BASE + "id/" + namespace.getPrefix() + "/")) {
          continue; // things of one kind, by the kind's name
        }
        assertThat(declared)
            .as("prefixes of %s", file)
            .containsEntry(namespace.getPrefix(), namespace.getName());
      }
    }
  }

  private String only(Resource subject, IRI property) {
    return ontology.filter(subject, property, null).objects().iterator().next().stringValue();
  }

  private List<String> languages(IRI term, IRI property) {
    return ontology.filter(term, property, null).objects().stream()
        .map(label -> ((Literal) label).getLanguage().orElse(""))
        .sorted()
        .toList();
  }

  private static String constant(Field field) {
    try {
      return ((IRI) field.get(null)).getLocalName();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static int compare(IRI a, IRI b) {
    return a.stringValue().compareTo(b.stringValue());
  }

  private static OWLOntology owl() throws OWLOntologyCreationException {
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(new File(ONTOLOGY.toString()));
  }

  private static Model read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Rio.parse(in, Iris.BASE, RDFFormat.TURTLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder, String end) throws IOException {
    if (!Files.exists(Path.of(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
