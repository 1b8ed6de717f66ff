package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

class QuestionTest {

  private static final DatasetGraph DATA = Example.read("two-claims.trig");

  private static final String EXPORTS =
      """
      # title-en: What a party exports
      # title-ru: Что вывозит сторона
      # question-en: What does it export?
      # parameter: party  iri country|region  default BY-HR  The exporter
      # parameter: atLeast  number  default none  In USD
      # parameter: title  string  default "Milk goes east"  Where it stands
      # column: product  what
      # column: value  how much
      PREFIX bykz: <https://w3id.org/bykz/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      SELECT ?product ?value {
        ?claim bykz:exporter ?party ; bykz:product ?product ; bykz:value ?value .
        ?claim prov:wasDerivedFrom/dcterms:title ?other
        FILTER (STR(?other) = COALESCE(?title, STR(?other)))
        FILTER (?value >= COALESCE(?atLeast, 0))
      } ORDER BY ?value
      """;

  private static Question question(String text) {
    return Question.of(new TextFile("queries/answers/exports.rq", "exports", text));
  }

  private static List<String> rows(Map<String, String> arguments) {
    return rows(question(EXPORTS).bind(arguments, Endpoint.of(DATA)));
  }

  private static List<String> rows(Query query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FreeQuery(query, false, Format.CSV).run(DATA, out);
    List<String> lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    lines.remove(0);
    return lines;
  }

  @Test
  void readsTheOpeningLines() {
    Question question = question(EXPORTS);
    assertThat(question.title("ru")).isEqualTo("Что вывозит сторона");
    assertThat(question.question("ru")).isEqualTo("What does it export?");
    assertThat(question.columns())
        .extracting(Question.Column::name)
        .containsExactly("product", "value");
    assertThat(question.parameters())
        .extracting(Parameter::placeholder)
        .containsExactly("COUNTRY|REGION", "NUMBER", "STRING");
    assertThat(question.parameters())
        .extracting(Parameter::description)
        .containsExactly("The exporter", "In USD", "Where it stands");
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void areSparqlWhateverParameterIsSet(Question question) {
    for (Parameter parameter : question.parameters()) {
      Node value =
          parameter.type() == Parameter.Type.IRI
              ? NodeFactory.createURI(Prefixes.BASE + "id/thing")
              : NodeFactory.createLiteralString("2024");
      String text = question.bind(Map.of(Var.alloc(parameter.name()), value)).toString();
      assertThatCode(() -> QueryFactory.create(text))
          .as(parameter.name())
          .doesNotThrowAnyException();
    }
  }

  private static List<Question> bundled() {
    return Questions.bundled().all();
  }

  @Test
  void bindsInitialValuesAndThoseGiven() {
    String dairy = Prefixes.BASE + "id/product/dairy-products,";
    assertThat(rows(Map.of())).containsExactly(dairy + "1500000");
    assertThat(rows(Map.of("title", ""))).containsExactly(dairy + "500000", dairy + "1500000");
    assertThat(rows(Map.of("title", "", "atLeast", "600000.5"))).containsExactly(dairy + "1500000");
    assertThat(rows(Map.of("title", "", "party", "KZ"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BY-HR", "region/BY-HR", "https://w3id.org/bykz/id/region/BY-HR"})
  void takesKeysPathsAndIris(String party) {
    assertThat(rows(Map.of("party", party))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BY-HR> ?p ?o } #",
        "x> } UNION { ?s ?p ?o",
        "https://evil.example/BY-HR",
        "product/dairy-products",
        "../graph/derived",
        "a b",
        "\"",
        "BY-HR\n",
        "a/b/c"
      })
  void refusesWhatIsNoKey(String party) {
    assertThatThrownBy(() -> rows(Map.of("party", party)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--party should be the key of a country or region");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Milk goes east\" || true || \"",
        "\\\"",
        "'''",
        "x\") } { ?s ?p ?o } #",
        "?claim",
        "${title}"
      })
  void takesTextAsTextWhateverItHolds(String title) {
    assertThat(rows(Map.of("title", title))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 || true", "ten", "1e3", " ", "٣"})
  void refusesWhatIsNoNumber(String number) {
    assertThatThrownBy(() -> rows(Map.of("atLeast", number)))
        .isInstanceOf(UsageException.class)
        .hasMessage("--atLeast should be a number such as 10 or 0.5, not \"" + number + "\"");
  }

  @Test
  void saysWhatIsUnknownAndWhatMayBeMeant() {
    assertThatThrownBy(() -> rows(Map.of("party", "BY-RH")))
        .hasMessage(
            "--party: there is no country or region \"BY-RH\" in the store;"
                + " did you mean \"BY-HR\"?");
    assertThatThrownBy(() -> rows(Map.of("partie", "KZ")))
        .hasMessage(
            "The question exports has no parameter --partie; did you mean \"party\"?"
                + " (it has --party, --atLeast, --title)");
    assertThatThrownBy(() -> Questions.in(Path.of("queries/pages")).named("evidnce"))
        .hasMessage(
            "There is no question \"evidnce\"; did you mean \"evidence\"?"
                + " (\"bykz ask\" and /queries list them)");
  }

  @Test
  void checksDatesYearsAndLanguages() {
    Things things = new Things(Endpoint.of(DATA));
    assertThat(Parameter.parse("day date default none").value("2024-02-29", things).toString())
        .contains("2024-02-29");
    assertThat(Parameter.parse("year year default none").value("2024", things).toString())
        .contains("gYear");
    assertThat(Parameter.parse("in language default en").value("RU", things).toString())
        .isEqualTo("\"ru\"");
    for (String bad : List.of("date|2024-02-30", "date|May 2024", "year|24", "language|en us")) {
      String[] parts = bad.split("\\|");
      Parameter parameter = Parameter.parse("x " + parts[0] + " default none");
      assertThatThrownBy(() -> parameter.value(parts[1], things))
          .isInstanceOf(UsageException.class);
    }
  }

  @Test
  void namesFileAndLineOfABadOpening() {
    assertThatThrownBy(() -> question("# title-en: T\n# parameter: party iri default x\n"))
        .hasMessageStartingWith("queries/answers/exports.rq:2: ");
    assertThatThrownBy(() -> question("# parameter: party thing default x\n"))
        .hasMessage("queries/answers/exports.rq:1: there is no parameter type thing");
    assertThatThrownBy(() -> question("SELECT * {}")).hasMessageContaining("# title-en");
  }

  @Test
  void namesFileAndLineOfBadSparql() {
    String opening = "# title-en: T\n# question-en: Q\n# column: a  A\n";
    assertThatThrownBy(() -> question(opening + "SELECT ?a {\n ?a ?b }").query())
        .hasMessageStartingWith("queries/answers/exports.rq:5:");
    assertThatThrownBy(() -> question(opening + "SELECT ?b { ?a ?b 1 }").query())
        .hasMessage("queries/answers/exports.rq selects [b] but its opening lines describe [a]");
    assertThatThrownBy(() -> question(opening + "ASK {}").query()).hasMessageContaining("SELECT");
    String sets = opening + "# parameter: a number default 1\nSELECT ?a { BIND (2 AS ?a) }";
    assertThatThrownBy(() -> question(sets).bind(Map.of(), Endpoint.of(DATA)))
        .hasMessageContaining("sets a parameter itself");
  }
}
