package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The good examples conform to the shapes, the bad ones break those that they name, and no other.
 */
class ShapesTest {

  private static final Path ONTOLOGY = Path.of("ontology");
  private static final Path EXAMPLES = ONTOLOGY.resolve("examples");
  private static final Pattern EXPECTED = Pattern.compile("(?m)^# ((fails|warns): .*)$");

  private final Graph shapesGraph = read(ONTOLOGY.resolve("shapes.ttl"));
  private final Graph curationShapes = read(ONTOLOGY.resolve("curation-shapes.ttl"));
  private final PrefixMapping prefixes = shapesGraph.getPrefixMapping();
  private final Graph ontology = read(ONTOLOGY.resolve("bykz.ttl"));
  private final Graph context = read(EXAMPLES.resolve("context.ttl"));

  @TestFactory
  Stream<DynamicTest> goodExamplesConform() {
    return examples("good");
  }

  @TestFactory
  Stream<DynamicTest> badExamplesFailWhereTheySay() {
    return examples("bad");
  }

  @TestFactory
  Stream<DynamicTest> filesOfCorrectionsConformOrFailWhereTheySay() {
    return Stream.of("curation", "bad-curation").flatMap(this::examples);
  }

  @Test
  void badExamplesFail() throws IOException {
    List<Path> bad = new ArrayList<>(files("bad"));
    bad.addAll(files("bad-curation"));
    for (Path example : bad) {
      assertThat(expected(example)).as("%s", example).anyMatch(line -> line.startsWith("fails"));
    }
    for (Path example : files("good")) {
      assertThat(expected(example)).as("%s", example).noneMatch(line -> line.startsWith("fails"));
    }
  }

  @Test
  void everyNamedShapeTellsInASentenceWhatItWants() {
    assertThat(
            shapesGraph
                .find(Node.ANY, org.apache.jena.shacl.vocabulary.SHACL.message, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList())
        .allMatch(message -> message.matches("[A-Z0-9].*[.?]"));
  }

  private Stream<DynamicTest> examples(String folder) {
    return files(folder).stream()
        .map(
            example ->
                dynamicTest(
                    example.getFileName().toString(),
                    () -> assertThat(found(example)).isEqualTo(expected(example))));
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> expected(Path example) throws IOException {
    Set<String> lines = new TreeSet<>();
    EXPECTED.matcher(Files.readString(example)).results().forEach(line -> lines.add(line.group(1)));
    return lines;
  }

  /** Files of corrections are held against their own shapes, and stand on nothing. */
  private Set<String> found(Path example) {
    boolean isPublished = !String.valueOf(example.getParent().getFileName()).endsWith("curation");
    Graph data = GraphFactory.createDefaultGraph();
    for (Graph part :
        isPublished
            ? new Graph[] {ontology, context, read(example)}
            : new Graph[] {read(example)}) {
      part.find().forEachRemaining(data::add);
    }
    Shapes shapes = Shapes.parse(isPublished ? shapesGraph : curationShapes);
    ValidationReport report = ShaclValidator.get().validate(shapes, data);
    Set<String> found = new TreeSet<>();
    report.getEntries().forEach(entry -> found.add(line(entry)));
    return found;
  }

  private String line(ReportEntry entry) {
    String force = entry.severity().equals(Severity.Warning) ? "warns: " : "fails: ";
    return entry.source().isURI()
        ? force + name(entry.source())
        : force + name(entry.sourceConstraintComponent()) + " " + path(entry);
  }

  private String path(ReportEntry entry) {
    return ShaclPaths.pathToString(shapesGraph, entry.resultPath());
  }

  private String name(Node node) {
    return prefixes.shortForm(node.getURI());
  }

  private static Graph read(Path file) {
    return RDFDataMgr.loadGraph(file.toString());
  }
}
