package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.query.Executables;
import org.w3id.bykz.query.Parameter;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.SmallWorld;

/** The questions as a client meets them, over HTTP, on the small world. */
class QuestionPagesTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.of(described(), Instant.parse("2026-03-04T05:06:07Z"), ANY_PORT);
    // The first explanation takes longer than a hint may.
    get("/explain?query=" + encode("SELECT * { ?a <urn:b> ?c }"));
    get("/explain?question=exports-of-region&region=BY-BR");
  }

  private static DatasetGraph described() {
    DatasetGraph data = SmallWorld.derived();
    String description =
        """
        BASE <https://w3id.org/bykz/>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <graph/description> {
          <id/dataset/bykz> dcat:version "0123456789ab" ; dcterms:title "Partners"@en , "Partner"@de ;
            dcterms:creator <id/agent/bykz> ; dcterms:modified "2022-06-09"^^xsd:date .
          <id/agent/bykz> foaf:name "The bykz project"@en .
        }
        """;
    Txn.executeWrite(data, () -> RDFParser.fromString(description, Lang.TRIG).parse(data));
    return data;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return get(server, path, headers);
  }

  private static HttpResponse<String> get(WebServer server, String path, String... headers) {
    URI uri = server.address().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  private static void assertRefused(int status, String sentence, String path, String... headers) {
    HttpResponse<String> response = get(path, headers);
    assertThat(response.body()).isEqualTo(sentence + "\n");
    assertThat(response.statusCode()).isEqualTo(status);
  }

  // The list

  @Test
  void listsAllQuestionsAsPageJsonAndRdf() {
    List<String> names = Questions.bundled().names();
    String page = get("/queries", "Accept", "text/html").body();
    assertThat(names)
        .allSatisfy(name -> assertThat(page).contains("href=\"/queries/" + name + "\""));
    assertThat(page).contains("Which oblasts trade a product");
    assertThat(get("/queries?language=ru", "Accept", "text/html").body())
        .contains("lang=\"ru\"", "Какие области");
    JsonArray json = JSON.parseAny(get("/queries").body()).getAsArray();
    assertThat(json.stream().map(each -> each.getAsObject().getString("name"))).isEqualTo(names);
    assertThat(json.get(0).getAsObject().getObj("title").keySet())
        .containsExactlyInAnyOrder("en", "de", "ru");
    Graph turtle = parse(get("/queries.ttl"), Lang.TURTLE);
    assertThat(turtle.isIsomorphicWith(Executables.of(Questions.bundled().all()))).isTrue();
    assertThat(parse(get("/queries", "Accept", "application/rdf+xml"), Lang.RDFXML))
        .matches(turtle::isIsomorphicWith);
    assertThat(parse(get("/queries.jsonld"), Lang.JSONLD11)).matches(turtle::isIsomorphicWith);
  }

  private static Graph parse(HttpResponse<String> response, Lang lang) {
    return RDFParser.source(
            new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
        .lang(lang)
        .toGraph();
  }

  @Test
  void describesEachQuestionAtItsOwnName() {
    Node thing = NodeFactory.createURI("https://w3id.org/bykz/queries/who-met-whom");
    Graph graph = parse(get("/queries/who-met-whom", "Accept", "text/turtle"), Lang.TURTLE);
    assertThat(graph.contains(thing, Node.ANY, Node.ANY)).isTrue();
    assertThat(parse(get("/queries/who-met-whom.nt"), Lang.NTRIPLES))
        .matches(graph::isIsomorphicWith);
  }

  // Answers

  @TestFactory
  Stream<DynamicTest> answersEveryQuestionInEveryForm() {
    return Questions.bundled().names().stream().map(name -> dynamicTest(name, () -> answers(name)));
  }

  private static void answers(String name) {
    String json = get("/queries/" + name + ".json").body();
    int rows = JSON.parse(json).getObj("results").get("bindings").getAsArray().size();
    assertThat(rows).isPositive();
    HttpResponse<String> tsv = get("/queries/" + name + ".tsv");
    assertThat(header(tsv, "Content-Type")).startsWith("text/tab-separated-values");
    assertThat(tsv.body().lines()).hasSize(rows + 1);
    assertThat(
            ResultSetMgr.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                ResultSetLang.RS_JSON))
        .toIterable()
        .as("read by a client that knows nothing of the metadata")
        .hasSize(rows);
    String page = get("/queries/" + name + ".html?language=ru").body();
    assertThat(page).contains("<h1 lang=\"ru\">", "<table>", "name=\"limit\"", "SELECT ");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, application/sparql-results+json",
    "application/json, application/json",
    "text/csv, text/csv",
    "text/tab-separated-values, text/tab-separated-values",
    "'text/html,*/*;q=0.8', text/html"
  })
  void negotiatesAnswers(String accept, String type) {
    HttpResponse<String> response = get("/queries/oblasts-trading", "Accept", accept);
    assertThat(header(response, "Content-Type")).startsWith(type);
    assertThat(header(response, "Vary")).contains("Accept");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Link"))
        .contains("</queries/oblasts-trading.csv>; rel=\"alternate\"; type=\"text/csv\"");
  }

  @Test
  void takesParametersAndAddsEvidence() {
    String path = "/queries/oblasts-trading.csv?product=milk-powder&language=ru";
    assertThat(get(path).body().lines().skip(1))
        .singleElement()
        .asString()
        .contains("region/BY-HR,Гродненская область,", "/id/country/KZ,Казахстан,");
    assertThat(get(path + "&evidence=true").body().lines().findFirst().orElseThrow())
        .endsWith(",claim,source,date,speaker,start,end,quote");
    String page =
        get("/queries/oblasts-trading.html?product=milk-powder&evidence=true&language=ru").body();
    assertThat(page)
        .contains("value=\"milk-powder\"", "checked", "<th scope=\"col\">quote</th>")
        .contains("<a href=\"/id/region/BY-HR\">Гродненская область</a>")
        .doesNotContain("regionLabel</th>");
  }

  @Test
  void saysWhereAnAnswerIsCutAndGoesOn() {
    HttpResponse<String> first = get("/queries/claims-about.json?limit=2");
    assertThat(header(first, "Bykz-Cut-After")).isEqualTo("2");
    assertThat(header(first, "Link"))
        .contains("</queries/claims-about?limit=2&offset=2>; rel=\"next\"");
    JsonObject metadata = JSON.parse(first.body()).getObj("head").getObj("metadata");
    assertThat(metadata.getBoolean("cut")).isTrue();
    assertThat(metadata.getNumber("limit").intValue()).isEqualTo(2);
    assertThat(get("/queries/claims-about.html?limit=2").body())
        .contains("Rows 1 to 2; there are more.", "rel=\"next\"");
    String all = get("/queries/claims-about.csv").body();
    StringBuilder parts = new StringBuilder();
    for (int offset = 0; offset < all.lines().count() - 1; offset += 2) {
      HttpResponse<String> part = get("/queries/claims-about.csv?limit=2&offset=" + offset);
      part.body()
          .lines()
          .skip(offset == 0 ? 0 : 1)
          .forEach(row -> parts.append(row).append("\r\n"));
    }
    assertThat(parts.toString()).isEqualTo(all);
    assertThat(header(get("/queries/claims-about"), "Bykz-Cut-After")).isEmpty();
  }

  @Test
  void refusesWithTheSentenceOfTheCommandLine() {
    assertRefused(
        404,
        "There is no question \"oblast-trading\"; did you mean \"oblasts-trading\"?"
            + " (\"bykz ask\" and /queries list them)",
        "/queries/oblast-trading.csv");
    assertRefused(
        400,
        "--product: there is no product \"diary-products\" in the store;"
            + " did you mean \"dairy-products\"?",
        "/queries/oblasts-trading?product=diary-products");
    assertRefused(
        400,
        "The question oblasts-trading has no parameter --prodct; did you mean \"product\"?"
            + " (it has --product, --language)",
        "/queries/oblasts-trading?prodct=milk");
    assertRefused(
        400,
        "--since should be a date such as 2022-06-09, not \"yesterday\"",
        "/queries/who-met-whom?since=yesterday");
    assertRefused(
        400,
        "The parameter product is given twice",
        "/queries/oblasts-trading?product=milk&product=meat");
    assertRefused(
        400, "limit should be a number from 1 to 10000, not \"0\"", "/queries/coverage?limit=0");
    assertRefused(
        400,
        "offset should be a number from 0 to 4611686018427387903, not \"-1\"",
        "/queries/coverage?offset=-1");
    assertRefused(
        400, "evidence should be true or false, not \"1\"", "/queries/coverage?evidence=1");
    assertThat(get("/queries/sources-and-their-claims?evidence=true&prefix=x").statusCode())
        .isEqualTo(400);
    HttpResponse<String> none = get("/queries/coverage", "Accept", "image/png");
    assertThat(none.statusCode()).isEqualTo(406);
    assertThat(none.body())
        .startsWith("This is had as application/sparql-results+json, text/csv")
        .contains("/queries/coverage.json gives JSON to every client.");
    assertThat(get("/queries", "Accept", "text/csv").statusCode()).isEqualTo(406);
  }

  // Citing

  @Test
  void pinsAnswersToTheVersionOfTheData() {
    HttpResponse<String> answer = get("/queries/oblasts-trading.csv?limit=1");
    String permalink =
        "https://w3id.org/bykz/queries/oblasts-trading"
            + "?language=en&limit=1&product=dairy-products&version=0123456789ab";
    assertThat(header(answer, "Bykz-Version")).isEqualTo("0123456789ab");
    assertThat(header(answer, "Link")).contains("<" + permalink + ">; rel=\"cite-as\"");
    String local = permalink.replace("https://w3id.org/bykz", "");
    assertThat(get(local, "Accept", "text/csv").body()).isEqualTo(answer.body());
    assertThat(header(get(local), "Link")).contains("<" + permalink + ">; rel=\"cite-as\"");
    JsonObject metadata = JSON.parse(get(local).body()).getObj("head").getObj("metadata");
    assertThat(metadata.getString("permalink")).isEqualTo(permalink);
    assertThat(get(local, "Accept", "text/html").body())
        .contains("version 0123456789ab", "oblasts-trading.bib?");
    assertRefused(
        404,
        "Version ba9876543210 of the data is not here, but version 0123456789ab;"
            + " without version= you get that.",
        "/queries/oblasts-trading?version=ba9876543210");
  }

  @Test
  void citesAnswersAndTheDataset() {
    HttpResponse<String> bib = get("/queries/oblasts-trading.bib?product=milk-powder&language=de");
    assertThat(header(bib, "Content-Type")).startsWith("application/x-bibtex");
    assertThat(bib.body())
        .contains(
            "{{Welche Gebiete mit einer Ware handeln}}",
            "date = {2022-06-09}",
            "?language=de&product=milk-powder&version=0123456789ab}");
    assertThat(get("/queries/oblasts-trading.cff").body()).startsWith("cff-version: 1.2.0\n");
    assertThat(get("/queries/oblasts-trading.ris").body()).startsWith("TY  - DATA\r\n");
    assertThat(get("/cite.bib").body()).contains("title = {{Partners}}", "id/dataset/bykz}");
    assertThat(get("/cite", "Accept", "application/x-research-info-systems").body())
        .contains("AU  - The bykz project\r\n");
    assertThat(get("/cite.cff").body()).contains("date-released: \"2022-06-09\"");
    assertThat(get("/cite", "Accept", "image/png").statusCode()).isEqualTo(406);
    try (WebServer unversioned =
        WebServer.of(SmallWorld.derived(), Instant.parse("2026-03-04T05:06:07Z"), ANY_PORT)) {
      assertThat(get(unversioned, "/cite.bib").statusCode()).isEqualTo(404);
      assertThat(get(unversioned, "/queries/coverage.bib").statusCode()).isEqualTo(404);
      assertThat(get(unversioned, "/queries/coverage?version=x").statusCode()).isEqualTo(404);
      assertThat(get(unversioned, "/queries/coverage").statusCode()).isEqualTo(200);
    }
  }

  // OpenAPI

  @Test
  void tellsItsInterfaceWithEveryQuestionAndParameter() {
    HttpResponse<String> response = get("/openapi.json");
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    JsonObject api = JSON.parse(response.body());
    assertThat(api.getString("openapi")).isEqualTo("3.1.0");
    assertThat(api.getObj("info").getString("version")).isEqualTo("0123456789ab");
    Matcher references = Pattern.compile("\"(#/[^\"]+)\"").matcher(response.body());
    assertThat(references.results().map(each -> each.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(find(api, each)).as(each).isNotNull());
    JsonObject paths = api.getObj("paths");
    for (Question question : Questions.bundled().all()) {
      JsonObject get = paths.getObj("/queries/" + question.name()).getObj("get");
      List<String> named =
          get.get("parameters").getAsArray().stream()
              .map(JsonValue::getAsObject)
              .filter(each -> each.hasKey("name"))
              .map(each -> each.getString("name"))
              .toList();
      assertThat(named).isEqualTo(question.parameters().stream().map(Parameter::name).toList());
    }
  }

  private static JsonValue find(JsonObject api, String reference) {
    JsonValue value = api;
    for (String step : reference.substring(2).split("/")) {
      value = value.getAsObject().get(step);
    }
    return value;
  }

  @Test
  void answersWhereItsInterfaceSaysSo() {
    JsonObject paths = JSON.parse(get("/openapi.json").body()).getObj("paths");
    assertThat(paths.keySet())
        .filteredOn(path -> !path.contains("{"))
        .allSatisfy(path -> assertThat(get(path).body()).as(path).doesNotContain("There is no /"));
  }

  // Nothing

  private static final String PREFIX = "PREFIX bykz: <https://w3id.org/bykz/ontology#> ";

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void saysInHeadersWhyAQueryGivesNothing() {
    String query = PREFIX + "SELECT * { ?claim bykz:exportr ?region }";
    HttpResponse<String> empty = get("/sparql?query=" + encode(query));
    assertThat(header(empty, "Bykz-Empty"))
        .isEqualTo(
            "Nothing matches ?claim bykz:exportr ?region on its own: bykz:exportr is no property"
                + " of this graph; did you mean bykz:exporter?");
    String link = header(empty, "Link");
    assertThat(link).startsWith("</explain?query=").endsWith(">; rel=\"help\"");
    JsonObject why = JSON.parse(get(link.substring(1, link.indexOf('>'))).body());
    assertThat(why.getString("kind")).isEqualTo("broken");
    assertThat(why.getString("detail")).isEqualTo(header(empty, "Bykz-Empty"));
    assertThat(why.get("suggestions").toString()).contains("bykz:exporter");
    String counted = PREFIX + "SELECT (COUNT(*) AS ?n) { ?claim bykz:exportr ?region }";
    assertThat(header(get("/sparql?query=" + encode(counted)), "Bykz-Empty")).contains("exportr");
    String some = PREFIX + "SELECT * { ?claim bykz:exporter ?region }";
    assertThat(header(get("/sparql?query=" + encode(some)), "Bykz-Empty")).isEmpty();
    String cyrillic = "SELECT * { ?a ?b \"Гродно область\" }";
    assertThat(header(get("/sparql?query=" + encode(cyrillic)), "Bykz-Empty"))
        .contains("\\u0413\\u0440")
        .matches("[ -~]+");
  }

  @Test
  void saysOnThePageWhyAQuestionIsAnsweredByNothing() {
    String path = "/queries/exports-of-region";
    HttpResponse<String> json = get(path + "?region=BY-BR&language=de");
    assertThat(header(json, "Bykz-Empty")).contains("region/BY-BR", "8 sources were read");
    assertThat(JSON.parse(json.body()).getObj("head").getObj("metadata").getString("empty"))
        .isEqualTo(header(json, "Bykz-Empty"));
    assertThat(header(json, "Link"))
        .contains("</explain?question=exports-of-region&language=de&region=BY-BR>; rel=\"help\"");
    assertThat(get(path + ".html?region=BY-BR&language=de").body())
        .contains("Nichts gefunden.", "8 sources were read");
  }

  @Test
  void explainsQueriesAndQuestionsAsJsonAndPage() {
    JsonObject absent =
        JSON.parse(get("/explain?question=exports-of-region&language=de&region=BY-BR").body());
    assertThat(absent.getString("kind")).isEqualTo("absent");
    assertThat(absent.getObj("reading").getNumber("sources").intValue()).isEqualTo(8);
    assertThat(get("/explain.html?query=" + encode("SELECT * { ?a <urn:b> ?c }")).body())
        .contains("no property of this graph", "&lt;urn:b&gt;", "<textarea");
    assertThat(get("/explain", "Accept", "text/html").body()).contains("<textarea");
    assertThat(get("/explain?query=" + encode("SELECT * { ?a ?b ?c }")).body())
        .contains("The query gives rows");
    assertThat(get("/explain?query=" + encode("ASK { ?a <urn:b> ?c }")).body())
        .contains("no property of this graph");
    assertRefused(400, "query:1:13: unexpected end", "/explain?query=" + encode("SELECT * { ?a"));
    assertRefused(
        400,
        "Give the query as the parameter query, or the name of one of /queries as question",
        "/explain");
    assertThat(get("/explain?query=ASK%7B%7D", "Accept", "text/turtle").statusCode())
        .isEqualTo(406);
  }

  @Test
  void answersFromARemoteEndpointAsFromItsOwn() {
    URI endpoint = server.address().resolve("/sparql");
    try (WebServer pages = WebServer.pagesOf(endpoint, ANY_PORT)) {
      for (String path :
          List.of(
              "/queries",
              "/queries/oblasts-trading.csv?evidence=true&product=dairy-products",
              "/queries/claims-about.html?limit=3",
              "/queries/oblasts-trading?product=diary-products",
              "/explain?question=exports-of-region&language=de&region=BY-BR")) {
        assertThat(get(pages, path).body()).isEqualTo(get(path).body());
      }
    }
  }

  @Test
  void thePageAboutTheDatasetSaysInTheReadersLanguageHowWellEachIsRead() {
    assertThat(get("/about?language=ru").body())
        .contains("Немецкий", "Насколько хорошо извлекается", "Какая часть")
        .doesNotContain("How well", "How much");
  }
}
