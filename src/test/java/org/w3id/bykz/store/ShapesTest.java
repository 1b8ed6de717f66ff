package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Shapes shapes = Shapes.parse(shapesGraph);
  private final PrefixMapping prefixes = shapesGraph.getPrefixMapping();
  private final Graph ontology = read(ONTOLOGY.resolve("bykz.ttl"));
  private final Graph context = read(EXAMPLES.resolve("context.ttl"));

  @TestFactory
  Stream<DynamicTest> goodExamplesConform() throws IOException {
    return examples("good");
  }

  @TestFactory
  Stream<DynamicTest> badExamplesFailWhereTheySay() throws IOException {
    return examples("bad");
  }

  @Test
  void badExamplesFail() throws IOException {
    for (Path example : files("bad")) {
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

  private Stream<DynamicTest> examples(String folder) throws IOException {
    return files(folder).stream()
        .map(
            example ->
                dynamicTest(
                    example.getFileName().toString(),
                    () -> assertThat(found(example)).isEqualTo(expected(example))));
  }

  private static java.util.List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static Set<String> expected(Path example) throws IOException {
    Set<String> lines = new TreeSet<>();
    EXPECTED.matcher(Files.readString(example)).results().forEach(line -> lines.add(line.group(1)));
    return lines;
  }

  private Set<String> found(Path example) {
    Graph data = GraphFactory.createDefaultGraph();
    for (Graph part : new Graph[] {ontology, context, read(example)}) {
      part.find().forEachRemaining(data::add);
    }
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
