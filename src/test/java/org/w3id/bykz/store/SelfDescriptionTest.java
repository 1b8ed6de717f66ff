package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.query.SmallWorld;

/** What the small world of the questions says of itself when it is published. */
class SelfDescriptionTest {

  private static final String PREFIXES =
      """
      BASE <https://w3id.org/bykz/>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  @TempDir private static Path temp;
  private static Path file;
  private static Path store;

  @BeforeAll
  static void publishTheSmallWorld() throws IOException {
    file = SmallWorld.write(temp.resolve("example.nq"));
    store = temp.resolve("store");
    publish(store);
  }

  private static void publish(Path folder) {
    Publication.into(folder, Gate.bundled()).publish(List.of(file));
  }

  private static Graph description(Path folder) {
    try (Store opened = Store.open(folder)) {
      Graph copy = GraphFactory.createDefaultGraph();
      Txn.executeRead(
          opened.dataset(),
          () ->
              opened
                  .dataset()
                  .getGraph(SelfDescription.GRAPH)
                  .find()
                  .forEachRemaining(triple -> copy.add(triple)));
      return copy;
    }
  }

  private static List<String> rows(String query) {
    try (Store opened = Store.open(store)) {
      return Txn.calculateRead(
          opened.dataset(),
          () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec exec =
                QueryExec.dataset(opened.dataset()).query(PREFIXES + query).build()) {
              RowSet found = exec.select();
              while (found.hasNext()) {
                var row = found.next();
                List<String> cells = new ArrayList<>();
                found
                    .getResultVars()
                    .forEach(
                        var -> cells.add(row.contains(var) ? Prefixes.shorten(row.get(var)) : ""));
                rows.add(String.join(" ", cells));
              }
            }
            return rows;
          });
    }
  }

  @Test
  void keepsItsPromises() {
    Report report =
        Report.of(
            Gate.shapes(TextFile.read(Path.of("ontology/description-shapes.ttl"))),
            description(store));
    assertThat(report.violations()).isEmpty();
    assertThat(report.remarks()).isEmpty();
  }

  @Test
  void sameDataSayTheSameWithoutClockOrBlankNodes() {
    Path other = temp.resolve("other");
    publish(other);
    publish(other);
    assertThat(description(other).isIsomorphicWith(description(store))).isTrue();
    assertThat(
            description(store)
                .find()
                .filterKeep(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank())
                .toList())
        .isEmpty();
  }

  /** Each count, and the same counted by a query over all but the description. */
  @TestFactory
  Stream<DynamicTest> countsAsQueriesDo() {
    String all =
        "{ SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER (?g != <graph/description>) } }";
    return Stream.of(
            new String[] {"triples", "COUNT(*)"},
            new String[] {"distinctSubjects", "COUNT(DISTINCT ?s)"},
            new String[] {"distinctObjects", "COUNT(DISTINCT ?o)"},
            new String[] {"properties", "COUNT(DISTINCT ?p)"})
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each[0],
                    () ->
                        assertThat(
                                rows(
                                    "SELECT ?n { <id/dataset/bykz> void:%s ?n }"
                                        .formatted(each[0])))
                            .isEqualTo(rows("SELECT (%s AS ?n) { %s }".formatted(each[1], all)))));
  }

  @Test
  void countsEachPropertyAsAQueryDoes() {
    assertThat(
            rows(
                """
                SELECT ?p ?n ?subjects ?objects {
                  <id/dataset/bykz> void:propertyPartition ?part .
                  ?part void:property ?p ; void:triples ?n ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects
                } ORDER BY ?p
                """))
        .isNotEmpty()
        .isEqualTo(
            rows(
                """
                SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) {
                  SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER (?g != <graph/description>) }
                } GROUP BY ?p ORDER BY ?p
                """));
  }

  @Test
  void countsEachClassAsAQueryDoes() {
    assertThat(
            rows(
                """
                SELECT ?class ?things {
                  <id/dataset/bykz> void:classPartition ?part .
                  ?part void:class ?class ; void:entities ?things
                } ORDER BY ?class
                """))
        .isNotEmpty()
        .isEqualTo(
            rows(
                """
                SELECT ?class (COUNT(DISTINCT ?s) AS ?things) {
                  GRAPH ?g { ?s a ?class } FILTER (?g != <graph/description>)
                } GROUP BY ?class ORDER BY ?class
                """));
  }

  @Test
  void tellsTheTimeOfItsSourcesAndTheirLinks() {
    assertThat(
            rows(
                "SELECT ?from ?to ?modified { <id/dataset/bykz> dcterms:modified ?modified ;"
                    + " dcterms:temporal ?t . ?t dcat:startDate ?from ; dcat:endDate ?to }"))
        .containsExactly("2021-11-18 2023-05-10 2023-05-10");
    assertThat(rows("SELECT ?n { <id/dataset/bykz#hs-2022-notation> void:triples ?n }"))
        .isEqualTo(
            rows(
                "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
                    + " SELECT (COUNT(*) AS ?n) { ?x skos:notation ?c"
                    + " FILTER (DATATYPE(?c) = <ontology#hs2022>) }"));
  }
}
