package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/** When two sources that tell of one measure disagree, and in what. */
class DisagreementsTest {

  private static final SparqlFile RULE =
      SparqlFile.parse(TextFile.read(Path.of("queries/rules/figures-disagree.rq")));
  private static final Node GRAPH = NodeFactory.createURI(Prefixes.BASE + "graph/source/tried");

  private static final String PREFIXES =
      """
      @base <https://w3id.org/bykz/id/> .
      @prefix : <https://w3id.org/bykz/ontology#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      <unit/kt> :baseUnit <unit/t> ; :factor 1000 .
      """;

  /** What both sources tell of. */
  private static final Map<String, String> MEASURES =
      Map.of(
          "goods sold",
          ":exporter <country/KZ> ; :importer <country/BY> ; :period <period/2021> ; ",
          "goods made",
          ":producer <organisation/neman-furniture> ; :period <period/2021> ; ",
          "a project",
          ":partner <organisation/mtz> , <country/BY> ; :place <place/rudny> ; ",
          "turnover",
          ":reporter <country/BY> ; :partner <country/RU> ; :flow <flow/turnover> ; ");

  /** Where a source makes two claims, a slash parts them. */
  @ParameterizedTest(name = "{0}: {1} | {2}")
  @CsvFileSource(resources = "disagreements.csv", delimiter = '|', numLinesToSkip = 1)
  void areOfTheKind(String measure, String one, String other, String kind) {
    String claims =
        PREFIXES
            + claims(MEASURES.get(measure), "one", one)
            + claims(MEASURES.get(measure), "other", other);
    DatasetGraph data = SmallWorld.stated();
    Txn.executeWrite(
        data,
        () ->
            RDFDataMgr.read(
                data.getGraph(GRAPH), new StringReader(claims), Prefixes.BASE, Lang.TURTLE));
    assertThat(kinds(data)).isEqualTo(Optional.ofNullable(kind).map(List::of).orElse(List.of()));
  }

  private static String claims(String measure, String source, String told) {
    StringBuilder claims = new StringBuilder();
    for (String each : told.split(" / ")) {
      String modality = each.contains(":modality") ? "" : " ; :modality <modality/fact>";
      claims.append(
          "<claim/%s-%s> %s%s%s ; :polarity <polarity/positive> ; prov:wasDerivedFrom <source/%s> .\n"
              .formatted(source, claims.length(), measure, each, modality, source));
    }
    return claims.toString();
  }

  /** In what the claims of the table disagree; the small world has disagreements of its own. */
  private static List<String> kinds(DatasetGraph data) {
    String question =
        """
        BASE <https://w3id.org/bykz/>
        PREFIX bykz: <https://w3id.org/bykz/ontology#>
        SELECT DISTINCT ?kind WHERE {
          ?disagreement bykz:disagreementKind ?kind ; <http://www.w3.org/ns/prov#wasDerivedFrom> ?claim .
          FILTER (STRSTARTS(STR(?claim), "https://w3id.org/bykz/id/claim/o"))
        }
        """;
    return Txn.calculateRead(
        data,
        () -> {
          try (QueryExec made = QueryExec.dataset(data).query(RULE.query()).build();
              QueryExec exec = QueryExec.graph(made.construct()).query(question).build()) {
            return exec.select().stream()
                .map(row -> row.get("kind").getURI().replaceFirst(".*/", ""))
                .toList();
          }
        });
  }
}
