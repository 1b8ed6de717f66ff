package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.store.Prefixes;

/** What a tool that collects example queries reads of the questions. */
class ExecutablesTest {

  private static final List<Question> QUESTIONS = Questions.bundled().all();
  private static final Graph GRAPH = Executables.of(QUESTIONS);

  private static Set<String> values(String select) {
    String prefixes =
        Prefixes.all().entrySet().stream()
            .map(each -> "PREFIX " + each.getKey() + ": <" + each.getValue() + ">\n")
            .collect(Collectors.joining());
    try (QueryExec exec = QueryExec.graph(GRAPH).query(prefixes + select).build()) {
      return exec.select().stream()
          .map(
              row -> {
                Node node = row.get(row.vars().next());
                return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
              })
          .collect(Collectors.toSet());
    }
  }

  private static String all(String path) {
    return "SELECT ?value { ?query a sh:SPARQLSelectExecutable , sh:SPARQLExecutable ; %s ?value }"
        .formatted(path);
  }

  @Test
  void tellEveryQuestionInThreeLanguagesWithItsEndpoint() {
    assertThat(values("SELECT ?query { ?query a sh:SPARQLSelectExecutable }"))
        .isEqualTo(QUESTIONS.stream().map(Question::iri).collect(Collectors.toSet()));
    for (String language : List.of("en", "de", "ru")) {
      String of = " FILTER (LANG(?value) = '" + language + "') }";
      assertThat(values(all("rdfs:label").replace("}", of))).hasSameSizeAs(QUESTIONS);
      assertThat(values(all("rdfs:comment").replace("}", of))).hasSameSizeAs(QUESTIONS);
    }
    assertThat(values(all("schema:target"))).containsExactly(Prefixes.BASE + "sparql");
  }

  @Test
  void giveTextsThatParseWithTheDeclaredPrefixesBeforeThem() {
    String declared =
        values(
                "SELECT (CONCAT('PREFIX ', ?prefix, ': <', STR(?namespace), '>') AS ?line)"
                    + " { ?any sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] }")
            .stream()
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(values(all("sh:select")))
        .hasSameSizeAs(QUESTIONS)
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContain("# title-en");
              Query query = QueryFactory.create(declared + text);
              assertThat(query.isSelectType()).isTrue();
            });
  }

  /** SHACL, section 6.2.1: the variable is the end of the path. */
  @Test
  void nameVariablesOfTheTextAsParameters() {
    assertThat(
            values(
                "SELECT ?parameter { ?query sh:select ?text ; sh:parameter ?parameter ."
                    + " ?parameter sh:path ?path ; sh:name ?name"
                    + " FILTER (!CONTAINS(?text, CONCAT('?', STRAFTER(STR(?path), '#')))"
                    + " || STRAFTER(STR(?path), '#') != ?name) }"))
        .isEmpty();
    assertThat(values("SELECT ?parameter { ?parameter a sh:Parameter }"))
        .hasSize(QUESTIONS.stream().mapToInt(each -> each.parameters().size()).sum());
  }

  @Test
  void giveDefaultsThatFitTheirParameter() {
    assertThat(
            values(
                "SELECT ?parameter { ?parameter sh:pattern ?pattern ; sh:defaultValue ?value"
                    + " FILTER (!ISIRI(?value) || !REGEX(STR(?value), ?pattern)) }"))
        .isEmpty();
    assertThat(
            values(
                "SELECT ?parameter { ?parameter sh:datatype ?type ; sh:defaultValue ?value"
                    + " FILTER (DATATYPE(?value) != ?type) }"))
        .isEmpty();
  }

  @Test
  void giveTheDefaultsThatAreAskedWith() {
    DatasetGraph data = SmallWorld.derived();
    Things things = new Things(Endpoint.of(data));
    for (Question question : QUESTIONS) {
      for (Parameter parameter : question.parameters()) {
        if (parameter.type() == Parameter.Type.IRI) {
          assertThat(parameter.initialTerm()).isEqualTo(parameter.initialValue(things));
        }
      }
    }
  }

  @Test
  void haveNoBlankNodesAndKeepTheirPrefixes() {
    assertThat(GRAPH.find().toList())
        .noneMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank());
    assertThat(GRAPH.getPrefixMapping().getNsPrefixMap()).isEqualTo(Map.copyOf(Prefixes.all()));
  }
}
