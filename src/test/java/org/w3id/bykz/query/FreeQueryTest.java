package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

class FreeQueryTest {

  private static final DatasetGraph DATA = Example.read("two-claims.trig");
  private static final String PREFIXES =
      "PREFIX bykz: <https://w3id.org/bykz/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> "
          + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

  private static String run(String query, boolean evidence, Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TextFile text = new TextFile("any.rq", "any", PREFIXES + query);
    new FreeQuery(SparqlFile.parse(text).query(), evidence, format).run(DATA, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String table(String query) {
    return run(query, false, Format.TABLE);
  }

  @Test
  void alignsColumnsShortensIrisAndPutsNumbersToTheRight() {
    assertThat(
            table(
                "SELECT ?claim ?value ?source"
                    + " { ?claim bykz:value ?value ; prov:wasDerivedFrom ?source } ORDER BY ?claim"))
        .isEqualTo(
            """
            claim                   value  source
            --------------------  -------  ----------
            claim/901-aaaaaaaaaa  1500000  source/901
            claim/902-bbbbbbbbbb   500000  source/902
            """);
  }

  @Test
  void alignsWideLettersAndKeepsOneLineACell() {
    assertThat(
            table(
                "SELECT ?a ?b { VALUES (?a ?b)"
                    + " { ('Витебск' 'x') ('奶制品' 'y\\n\\tz') ('e\\u0301🐄' '\\u001B[2Jq') } }"))
        .isEqualTo("a        b\n-------  -----\nВитебск  x\n奶制品   y  z\ne\u0301🐄       [2Jq\n");
  }

  @Test
  void saysThatThereAreNoRows() {
    assertThat(table("SELECT ?a ?b { ?a bykz:nothing ?b }")).isEqualTo("no rows: a, b\n");
  }

  @Test
  void writesCsvTsvAndJson() {
    String query = "SELECT ?thing ?label { ?thing a bykz:Country ; rdfs:label ?label }";
    assertThat(run(query, false, Format.CSV))
        .isEqualTo("thing,label\r\nhttps://w3id.org/bykz/id/country/KZ,Kazakhstan\r\n");
    assertThat(run(query, false, Format.TSV))
        .isEqualTo("?thing\t?label\n<https://w3id.org/bykz/id/country/KZ>\t\"Kazakhstan\"@en\n");
    assertThat(run(query, false, Format.JSON))
        .contains("\"vars\"", "\"xml:lang\": \"en\"", "\"value\": \"Kazakhstan\"");
  }

  @Test
  void answersAskConstructAndDescribe() {
    assertThat(table("ASK { ?claim a bykz:Claim }")).isEqualTo("true\n");
    assertThat(run("ASK { ?claim a bykz:Sea }", false, Format.JSON))
        .containsPattern("\"boolean\"\\s*:\\s*false");
    assertThat(table("CONSTRUCT { ?c rdfs:label ?l } { ?c a bykz:Country ; rdfs:label ?l }"))
        .contains("PREFIX rdfs:", "<https://w3id.org/bykz/id/country/KZ>", "\"Kazakhstan\"@en");
    assertThat(table("DESCRIBE <id/country/KZ>")).contains("bykz:Country");
    assertThatThrownBy(() -> run("DESCRIBE <id/country/KZ>", false, Format.CSV))
        .hasMessageContaining("leave out --format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { <a> <b> <c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "DROP ALL",
        "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }"
      })
  void refusesUpdates(String update) {
    assertThatThrownBy(() -> table(update))
        .isInstanceOf(UsageException.class)
        .hasMessage("any.rq is an update; the store changes by publishing only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT ?s { SERVICE ?s { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT (EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } AS ?x) {}",
        "ASK { OPTIONAL { GRAPH ?g { SERVICE <http://127.0.0.1:1/> {} } } }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:1/> {} })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)"
            + " (EXISTS { SERVICE SILENT <http://127.0.0.1:1/> {} })",
        "SELECT * { { SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)"
            + " (EXISTS { SERVICE SILENT <http://127.0.0.1:1/> {} }) } }"
      })
  void refusesServiceWhereverItStands(String query) {
    assertThatThrownBy(() -> table(query))
        .isInstanceOf(UsageException.class)
        .hasMessage("SERVICE is refused: queries run on this store only");
  }

  @Test
  void refusesGraphsFromOutsideAndTakesItsOwn() {
    assertThatThrownBy(() -> table("SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }"))
        .hasMessageContaining("nothing outside is fetched");
    assertThatThrownBy(
            () -> table("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }"))
        .hasMessageContaining("FROM <file:///etc/passwd> names no graph");
    assertThat(table("SELECT (COUNT(*) AS ?n) FROM <graph/vocabulary/all> { ?s a ?t }"))
        .endsWith("4\n");
    assertThat(table("SELECT (COUNT(*) AS ?n) FROM NAMED <graph/vocabulary/all> { GRAPH ?g {} }"))
        .endsWith("1\n");
    assertThat(table("SELECT (COUNT(*) AS ?n) FROM NAMED <graph/vocabulary/all> { ?s a ?t }"))
        .endsWith("0\n");
    assertThat(table("SELECT (COUNT(*) AS ?n) { GRAPH <graph/vocabulary/all> { ?s a ?t } }"))
        .endsWith("4\n");
  }

  @Test
  void addsEvidenceToRowsThatShowTheirClaim() {
    assertThat(
            run(
                "SELECT ?value ?claim { ?claim bykz:value ?value } ORDER BY DESC(?value)",
                true,
                Format.TABLE))
        .isEqualTo(
            """
              value  claim                 source      date        speaker      start  end  quote
            -------  --------------------  ----------  ----------  -----------  -----  ---  ------------------------
            1500000  claim/901-aaaaaaaaaa  source/901  2024-05-06  Ivan Ivanov      0   24  Grodno sells milk, he 🐄
             500000  claim/902-bbbbbbbbbb  source/902                               7   19  butter, too.
            """);
  }

  @Test
  void addsEvidenceBehindSums() {
    assertThat(
            run(
                "SELECT ?exporter (SUM(?value) AS ?sum) (COUNT(?claim) AS ?source) {"
                    + " ?claim bykz:exporter ?exporter ; bykz:value ?value } GROUP BY ?exporter",
                true,
                Format.TABLE))
        .isEqualTo(
            """
            exporter          sum  source  evidenceSource  date        speaker      start  end  quote
            ------------  -------  ------  --------------  ----------  -----------  -----  ---  ------------------------
            region/BY-HR  2000000       2  source/901      2024-05-06  Ivan Ivanov      0   24  Grodno sells milk, he 🐄
            region/BY-HR  2000000       2  source/902                                   7   19  butter, too.
            """);
  }

  @Test
  void addsEvidenceToRowsOfSomeGraphs() {
    String query =
        "SELECT ?value FROM <graph/source/902> { ?claim bykz:value ?value } ORDER BY ?value";
    assertThat(run(query, true, Format.CSV).lines().skip(1))
        .singleElement()
        .asString()
        .contains("butter, too.");
  }

  @Test
  void addsAllEvidenceWhereOneClaimIsPicked() {
    String query =
        "SELECT (MIN(?each) AS ?claim) (MAX(?value) AS ?most) { ?each bykz:value ?value }";
    assertThat(run(query, true, Format.CSV).lines()).hasSize(3);
  }

  @Test
  void separatesEvidenceByWhatIsComputedFromThePattern() {
    String query =
        "SELECT ?large (COUNT(*) AS ?n) { ?claim bykz:value ?value }"
            + " GROUP BY (?value > 1000000 AS ?large) ORDER BY ?large";
    assertThat(run(query, true, Format.TABLE).lines().skip(2))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("false  1  source/902"),
            line -> assertThat(line).startsWith("true   1  source/901"));
  }

  @Test
  void keepsRowsThatRestOnNoClaim() {
    String query =
        "SELECT ?region (COUNT(?claim) AS ?claims) { ?region a bykz:Region"
            + " OPTIONAL { ?claim bykz:exporter ?region } } GROUP BY ?region ORDER BY ?region";
    assertThat(run(query, true, Format.TSV).lines().skip(1))
        .hasSize(3)
        .anyMatch(line -> line.contains("BY-VI>\t0\t\t"));
  }

  @Test
  void saysWhenEvidenceCannotBeAdded() {
    assertThatThrownBy(() -> run("SELECT ?s { ?s ?p ?o }", true, Format.TABLE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("binds ?claim");
    assertThatThrownBy(() -> run("ASK { ?claim ?p ?o }", true, Format.TABLE))
        .hasMessageContaining("ask without evidence");
  }
}
