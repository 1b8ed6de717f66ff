package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.w3id.bykz.query.Explanation.Kind.ABSENT;
import static org.w3id.bykz.query.Explanation.Kind.BROKEN;
import static org.w3id.bykz.query.Explanation.Kind.UNSETTLED;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/** What somebody is told whose query gives nothing, in the small world. */
class ZeroRowsTest {

  private static final DatasetGraph DATA = SmallWorld.derived();
  private static final Endpoint ENDPOINT = Endpoint.of(DATA);

  private static final String PROLOGUE =
      "BASE <"
          + Prefixes.BASE
          + ">\n"
          + String.join(
              "\n",
              Stream.of("bykz", "rdfs", "skos", "prov", "xsd")
                  .map(prefix -> "PREFIX " + prefix + ": <" + Prefixes.all().get(prefix) + ">")
                  .toList())
          + "\n";

  private static Query query(String text) {
    return SparqlFile.parse(new TextFile("any.rq", "any", text)).query();
  }

  private static Explanation explain(Query query) {
    return ZeroRows.explain(query, ENDPOINT, ZeroRows.THOROUGH);
  }

  private record Case(String query, Explanation.Kind kind, String sentence) {}

  private static Case broken(String query, String sentence) {
    return new Case(query, BROKEN, sentence);
  }

  private static Case absent(String query, String sentence) {
    return new Case(query, ABSENT, sentence);
  }

  private static final List<Case> CASES =
      List.of(
          // Mistyped terms
          broken(
              "SELECT * { ?c a bykz:Claimm }",
              "Nothing matches ?c a bykz:Claimm on its own: bykz:Claimm is no class of this graph;"
                  + " did you mean bykz:Claim?"),
          broken(
              "SELECT * { ?c a bykz:Claim ; bykz:exportr ?x }",
              "Nothing matches ?c bykz:exportr ?x on its own: bykz:exportr is no property of this"
                  + " graph; did you mean bykz:exporter?"),
          broken("SELECT * { ?c skos:label ?x }", "did you mean rdfs:label?"),
          broken(
              "SELECT * { ?c <https://w3id.org/bykz/ontology/exporter> ?x }",
              "did you mean bykz:exporter?"),
          broken(
              "SELECT * { ?c bykz:exporter <id/region/BY-RH> }",
              "<id/region/BY-RH> is not in this graph; did you mean <id/region/BY-HR>?"),
          broken(
              "SELECT * { ?c bykz:exporter <http://w3id.org/bykz/id/region/BY-HR> }",
              "did you mean <id/region/BY-HR>?"),
          broken("SELECT * { ?c bykz:exporter <region/BY-HR> }", "<id/region/BY-HR>?"),
          broken("SELECT * { ?c bykz:exporter bykz:BY-HR }", "<id/region/BY-HR>?"),
          broken("SELECT * { ?c bykz:exporter <id/country/BY-HR> }", "<id/region/BY-HR>?"),
          broken("SELECT * { ?c bykz:exporter/rdfs:labl ?b }", "did you mean rdfs:label?"),
          broken(
              "SELECT * { ?a skos:broadr* <id/product/cheese> . ?a a bykz:Claim }",
              "did you mean skos:broader?"),
          broken("SELECT * { ?a ^bykz:exportr ?b }", "did you mean bykz:exporter?"),
          broken("SELECT * { ?a (bykz:exportr|bykz:importr) ?b }", "did you mean bykz:exporter?"),
          broken("ASK { ?c bykz:exportr ?x }", "did you mean bykz:exporter?"),
          // wherever they stand
          broken(
              "SELECT * { { ?a bykz:exportr ?b } UNION { ?a bykz:importr ?b } }",
              "No branch of UNION matches; one of them: Nothing matches ?a bykz:exportr ?b"),
          broken("SELECT * { { SELECT ?x { ?c bykz:exportr ?x } } ?x ?y ?z }", "bykz:exporter?"),
          broken(
              "SELECT * { ?a bykz:exporter ?b FILTER EXISTS { ?a bykz:exportr ?x } }",
              "did you mean bykz:exporter?"),
          broken(
              "SELECT * { ?a bykz:exporter ?b OPTIONAL { ?a bykz:valeu ?c } FILTER (?c > 1) }",
              "did you mean bykz:value?"),
          broken(
              "SELECT * { VALUES ?x { <id/region/BY-XR> } ?c bykz:exporter ?x }",
              "mean <id/region/BY-"),
          broken(
              "SELECT * { ?c bykz:exporter ?x } VALUES ?x { <id/region/BY-XR> }",
              "mean <id/region/BY-"),
          broken(
              "SELECT * { GRAPH <graph/source/0O1> { ?s ?p ?o } }",
              "<graph/source/0O1> is no graph of this store; did you mean <graph/source/001>?"),
          broken("SELECT * { GRAPH <graph/source/001> { ?s a bykz:Claimm } }", "bykz:Claim?"),
          broken(
              "SELECT * { GRAPH <graph/source/001> { ?s a skos:Concept } }",
              "in this graph; it stands in others, such as <graph/vocabulary/"),
          // Literals
          broken("SELECT * { ?c bykz:value 5000000 }", "it is written 5000000.0"),
          broken("SELECT * { ?c bykz:value \"5000000.0\" }", "it is written 5000000.0"),
          broken("SELECT * { ?c bykz:value ?v FILTER (?v = \"5000000.0\") }", "written 5000000.0"),
          broken("SELECT * { ?c skos:prefLabel \"belarus\" }", "it is written \"Belarus\"@"),
          broken("SELECT * { ?c rdfs:label \"Belarus\"@en }", "stands with skos:prefLabel"),
          broken("SELECT * { ?c skos:prefLabel \"Grodno\"@be }", "it is written \"Grodno\"@"),
          broken("SELECT * { ?c skos:prefLabel ?l FILTER (LANG(?l) = 'EN') }", "\"en\""),
          broken("SELECT * { ?c skos:prefLabel ?l FILTER (?l = 'Belarus') }", "\"Belarus\"@"),
          broken("SELECT * { ?c bykz:exporter \"BY-HR\" }", "there stand things, such as <id/"),
          broken("SELECT * { ?c bykz:value <id/region/BY-HR> }", "there stand texts or numbers"),
          broken(
              "SELECT * { ?c a bykz:TradeValueClaim ; bykz:value ?v . ?c bykz:value 5000000 }",
              "it is written 5000000.0"),
          // Variables and modifiers
          broken(
              "SELECT * { ?x skos:prefLabel ?label FILTER (?lable = 'Belarus'@en) }",
              "uses ?lable, which no pattern beside it binds; did you mean ?label?"),
          broken(
              "SELECT * { ?x rdfs:label ?l { ?x skos:prefLabel ?m FILTER (?l = ?m) } }",
              "uses ?l, which no pattern beside it binds"),
          broken("SELECT (COUNT(?clam) AS ?n) { ?claim a bykz:Claim }", "did you mean ?claim?"),
          broken("SELECT (COUNT(*) AS ?n) { ?c bykz:exportr ?x }", "bykz:exporter?"),
          broken("SELECT * { ?c bykz:exporter ?x } OFFSET 1000", "OFFSET 1000 lies behind"),
          broken("SELECT * { ?c bykz:exporter ?x } LIMIT 0", "LIMIT 0 asks for no rows."),
          // The wrong way round
          broken(
              "SELECT * { <id/region/BY-HR> bykz:exporter ?c }",
              "the other way round there is ?c bykz:exporter <id/region/BY-HR>"),
          broken(
              "SELECT * { ?r a bykz:Region ; bykz:exporter ?c }",
              "the other way round there is ?c bykz:exporter ?r"),
          // Known terms, and nothing said
          absent(
              "SELECT * { ?c a bykz:TradeFlowClaim ; bykz:exporter <id/region/KZ-55> }",
              "Nothing matches ?c bykz:exporter <id/region/KZ-55> on its own, though its terms are"
                  + " known: the sources do not say it, or it was not found in them; this would"
                  + " match: ?c bykz:importer <id/region/KZ-55>. 8 sources were read, 40"
                  + " sentences, of which 3 gave no claim; 2 of the sources speak of"
                  + " <id/region/KZ-55>, and 0 of the silent sentences name it."),
          absent(
              "SELECT * { ?c bykz:exporter <id/region/BY-HR> ; bykz:product <id/product/tractors> }",
              "Each part matches on its own, but not together:"
                  + " ?c bykz:exporter <id/region/BY-HR> . ?c bykz:product <id/product/tractors>"),
          absent(
              "SELECT * { ?x skos:prefLabel ?l . ?c bykz:exporter ?x ; a bykz:Claim ;"
                  + " bykz:product <id/product/tractors> ; bykz:importer <id/country/RU> }",
              "Nothing matches ?c bykz:importer <id/country/RU> on its own"),
          absent(
              "SELECT * { ?c bykz:value ?v FILTER (?v > 99999999999) }",
              "Nothing passes FILTER ( ?v > 99999999999 ); there, ?v is "),
          absent(
              "SELECT * { ?a bykz:exporter ?b MINUS { ?a a bykz:Claim } }",
              "taken away by MINUS { ?a a bykz:Claim }"),
          absent(
              "SELECT * { ?a bykz:exporter ?b FILTER NOT EXISTS { ?a a bykz:Claim } }",
              "left out by FILTER NOT EXISTS { ?a a bykz:Claim }"),
          absent(
              "SELECT ?x { ?c bykz:exporter ?x } GROUP BY ?x HAVING (COUNT(*) > 1000)",
              "The pattern matches, but no group passes HAVING ( count(*) > 1000 )"),
          absent(
              "SELECT * { ?a skos:broader+ <id/product/cheese> }", "though its terms are known"));

  @TestFactory
  Stream<DynamicTest> tellsWhatMatchesNothing() {
    return CASES.stream()
        .map(
            each ->
                dynamicTest(
                    each.query,
                    () -> {
                      Query query = query(PROLOGUE + each.query);
                      assertThat(ZeroRows.isNothing(query, rows(query)) || query.isAskType())
                          .isTrue();
                      Explanation why = explain(query);
                      assertThat(why.sentence()).contains(each.sentence);
                      assertThat(why.kind()).isEqualTo(each.kind);
                    }));
  }

  private static List<Binding> rows(Query query) {
    return query.isSelectType()
        ? ENDPOINT.answer(query, exec -> exec.select().stream().limit(2).toList())
        : List.of();
  }

  private static final Pattern TERM = Pattern.compile("\\b(?:bykz|skos|prov|oa|rdfs):[A-Za-z]+");

  /** Every question, each of its terms in turn with a letter too many. */
  @TestFactory
  Stream<DynamicTest> findsTheMistypedTermOfAnyQuestion() {
    return Questions.bundled().all().stream()
        .map(question -> dynamicTest(question.name(), () -> assertFindsMistyped(question)));
  }

  private static void assertFindsMistyped(Question question) {
    String text = question.sparql();
    Set<String> terms = new LinkedHashSet<>();
    Matcher matcher = TERM.matcher(text.substring(text.indexOf("SELECT")));
    while (matcher.find()) {
      terms.add(matcher.group());
    }
    for (String term : terms) {
      Query mistyped = query(text.replaceAll(term + "\\b", term + "x"));
      if (ZeroRows.isNothing(mistyped, rows(mistyped))) {
        Explanation why = explain(mistyped);
        assertThat(why.kind()).as(term + ": " + why.sentence()).isEqualTo(BROKEN);
        assertThat(why.sentence()).contains(term + "x is no");
        assertThat(why.suggestions()).contains(term);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?c a bykz:Claim }",
        "SELECT (COUNT(*) AS ?n) { ?c a bykz:Claim }",
        "SELECT (0 AS ?n) {}",
        "SELECT ?x (COUNT(?v) AS ?n) { ?x a bykz:Region OPTIONAL { ?x bykz:no ?v } } GROUP BY ?x",
        "SELECT (SUM(?v) AS ?n) { ?x bykz:no ?v }",
        "ASK { ?c a bykz:Sea }"
      })
  void leavesAnswersThatSaySomething(String text) {
    Query query = query(PROLOGUE + text);
    assertThat(ZeroRows.isNothing(query, rows(query))).isFalse();
  }

  @Test
  void givesUpInTime() {
    Query endless =
        query(
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
                + " FILTER (CONCAT(STR(?a), STR(?o), STR(?l), STR(?f)) = '') }");
    long start = System.nanoTime();
    Explanation why = ZeroRows.explain(endless, ENDPOINT, Duration.ofMillis(300));
    assertThat(why.kind()).isEqualTo(UNSETTLED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }
}
