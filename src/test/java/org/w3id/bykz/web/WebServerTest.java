package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;

/** The server as a client meets it, over HTTP. */
class WebServerTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);
  private static final Instant PUBLISHED = Instant.parse("2026-03-04T05:06:07.890Z");
  private static final String PREFIX = "PREFIX bykz: <https://w3id.org/bykz/ontology#> ";
  private static final String ASK = PREFIX + "ASK { ?claim a bykz:Claim }";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.of(example(), PUBLISHED, ANY_PORT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static DatasetGraph example() {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    Store.asServed(data);
    String file = WebServerTest.class.getResource("/org/w3id/bykz/web/two-claims.trig").toString();
    Txn.executeWrite(data, () -> RDFDataMgr.read(data, file));
    return data;
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> post(String path, String type, String body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String sparql(String query) {
    return "/sparql?query=" + encode(query);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static void assertRefused(int status, String text, HttpResponse<String> response) {
    assertThat(response.body()).contains(text);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).doesNotContain("\tat ");
  }

  // SPARQL 1.1 Protocol

  @Test
  void answersQueriesByGetFormAndBody() {
    for (HttpResponse<String> response :
        List.of(
            get(sparql(ASK)),
            post("/sparql", "application/x-www-form-urlencoded", "query=" + encode(ASK)),
            post("/sparql", "application/sparql-query", ASK))) {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("<boolean>true</boolean>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json",
    "application/sparql-results+xml, application/sparql-results+xml",
    "text/csv, text/csv",
    "text/tab-separated-values, text/tab-separated-values",
    "*/*, application/sparql-results+json"
  })
  void negotiatesRows(String accept, String type) {
    HttpResponse<String> response = get(sparql("SELECT * { ?s ?p ?o }"), "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith(type);
  }

  @Test
  void answersFromTheUnionOfNamedGraphs() {
    assertThat(get(sparql(PREFIX + "ASK { GRAPH ?g { ?c a bykz:Claim } }")).body())
        .contains("true");
    String from =
        "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/bykz/graph/vocabulary/all> {?s a ?t}";
    assertThat(get(sparql(from), "Accept", "text/csv").body()).isEqualTo("n\r\n4\r\n");
    String parameter = "&default-graph-uri=" + encode("https://w3id.org/bykz/graph/vocabulary/all");
    assertThat(
            get(sparql("SELECT (COUNT(*) AS ?n) {?s a ?t}") + parameter, "Accept", "text/csv")
                .body())
        .isEqualTo("n\r\n4\r\n");
  }

  @Test
  void refusesMalformedRequests() {
    assertRefused(400, "query:1:12: unexpected end", get(sparql("SELECT ?x { ")));
    assertRefused(
        400,
        "bykz:Claim; begin with PREFIX bykz: <https://w3id.org/bykz/ontology#>",
        get(sparql("ASK { ?claim a bykz:Claim }")));
    String long5 = "ASK { }" + " ".repeat(5_000_000);
    assertRefused(413, "1,000,000 bytes", post("/sparql", "application/sparql-query", long5));
    assertRefused(
        413, "bytes", post("/sparql", "application/x-www-form-urlencoded", "query=" + long5));
    assertRefused(
        406,
        "application/sparql-results+json, application/json, text/csv",
        get(sparql("SELECT * { ?s ?p ?o }"), "Accept", "image/png"));
    assertRefused(400, "No query", get("/sparql"));
    assertRefused(400, "No query", get("/sparql?qery=x"));
    assertRefused(400, "Multiple", get(sparql(ASK) + "&query=" + encode(ASK)));
    assertRefused(415, "text/plain", post("/sparql", "text/plain", ASK));
    assertThat(send(request(sparql(ASK)).DELETE()).statusCode()).isEqualTo(405);
    assertThat(send(request(sparql(ASK)).PUT(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(405);
  }

  @Test
  void refusesUpdates() {
    String update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }";
    assertThat(post("/sparql", "application/sparql-update", update).statusCode()).isEqualTo(415);
    assertThat(
            post("/sparql", "application/x-www-form-urlencoded", "update=" + encode(update))
                .statusCode())
        .isEqualTo(400);
    assertThat(get(sparql(update)).statusCode()).isEqualTo(400);
    assertThat(get("/sparql?update=" + encode(update)).statusCode()).isEqualTo(400);
    for (String path : List.of("/update", "/upload", "/$/ping", "/$/datasets", "/$/server")) {
      assertThat(post(path, "application/sparql-update", update).statusCode()).isIn(404, 405);
    }
    assertThat(get(sparql("ASK { <urn:a> ?p ?o }")).body()).contains("false");
  }

  @Test
  void refusesToAskOthers() {
    assertRefused(
        400,
        "SERVICE is refused",
        get(sparql("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }")));
    assertRefused(
        400,
        "FROM <http://127.0.0.1:1/x> names no graph of this store, and nothing outside is fetched",
        get(sparql("SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }")));
    assertRefused(
        400,
        "nothing outside is fetched",
        get(sparql("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }")));
    assertRefused(
        400,
        "nothing outside is fetched",
        get(sparql("ASK {}") + "&named-graph-uri=" + encode("http://127.0.0.1:1/x")));
  }

  @Test
  void endsQueriesThatTakeTooLong() {
    try (WebServer hasty =
        WebServer.of(example(), PUBLISHED, ANY_PORT.timeout(Duration.ofMillis(300)))) {
      String endless =
          "SELECT (COUNT(*) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";
      URI uri = hasty.address().resolve(sparql(endless));
      assertThat(send(HttpRequest.newBuilder(uri)).statusCode()).isEqualTo(503);
      URI longer = URI.create(uri + "&timeout=60");
      assertThat(send(HttpRequest.newBuilder(longer)).statusCode()).isEqualTo(503);
      String many = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";
      HttpResponse<String> cut =
          send(
              HttpRequest.newBuilder(hasty.address().resolve(sparql(many)))
                  .header("Accept", "text/csv"));
      assertThat(cut.statusCode()).as("no half answers").isEqualTo(503);
    }
  }

  @Test
  void cutsLongAnswersAndSaysSoInHeadersAndBody() {
    try (WebServer brief = WebServer.of(example(), PUBLISHED, ANY_PORT.rows(3))) {
      Client client = Client.of(brief);
      String query = sparql("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 5");
      HttpResponse<String> first = client.get(query, "Accept", "text/csv");
      assertThat(first.body().lines()).hasSize(4);
      assertThat(header(first, "Bykz-Cut-After")).isEqualTo("3");
      JsonObject json = JSON.parse(client.get(query, "Accept", "application/json").body());
      assertThat(json.getObj("results").getArray("bindings")).hasSize(3);
      assertThat(json.getObj("head").getObj("metadata").getNumber("limit").intValue()).isEqualTo(3);
      String next = json.getObj("head").get("link").getAsArray().get(0).getAsString().value();
      assertThat(header(first, "Link")).isEqualTo("<" + next + ">; rel=\"next\"");
      HttpResponse<String> rest = client.get(next, "Accept", "text/csv");
      assertThat(rest.body().lines())
          .hasSize(3)
          .doesNotContainAnyElementsOf(first.body().lines().skip(1).toList());
      assertThat(header(rest, "Bykz-Cut-After")).isEmpty();
      HttpResponse<String> xml = client.get(query, "Accept", "application/sparql-results+xml");
      assertThat(xml.body()).contains("<link href=\"" + next.replace("&", "&amp;") + "\"/>");
      assertThat(xml.body().split("<result>")).hasSize(4);
      ByteArrayInputStream rows =
          new ByteArrayInputStream(xml.body().getBytes(StandardCharsets.UTF_8));
      assertThat(ResultSetFactory.fromXML(rows).materialise().hasNext()).isTrue();
      for (String graph :
          List.of("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "DESCRIBE * { ?s ?p ?o }")) {
        HttpResponse<String> cut = client.get(sparql(graph), "Accept", "application/n-triples");
        assertThat(cut.body().lines()).as(graph).hasSize(3);
        assertThat(header(cut, "Bykz-Cut-After")).isEqualTo("3");
      }
      assertThat(client.get("/sparql", "Accept", "text/turtle").body())
          .containsPattern("bykz:mostRows +3");
    }
    assertThat(header(get(sparql("SELECT * { ?s ?p ?o }")), "Bykz-Cut-After")).isEmpty();
    assertThatThrownBy(() -> ANY_PORT.rows(0)).isInstanceOf(UsageException.class);
  }

  @Test
  void addsEvidenceToTheRowsOfAnySelect() {
    String query = PREFIX + "SELECT ?value { ?claim bykz:value ?value } ORDER BY ?value";
    for (HttpResponse<String> response :
        List.of(
            get(sparql(query) + "&evidence=true", "Accept", "text/csv"),
            send(
                request("/sparql?evidence=true")
                    .headers("Content-Type", "application/sparql-query", "Accept", "text/csv")
                    .POST(BodyPublishers.ofString(query))),
            send(
                request("/sparql")
                    .headers(
                        "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/csv")
                    .POST(BodyPublishers.ofString("evidence=true&query=" + encode(query)))))) {
      assertThat(response.body().lines())
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("value,source,date,speaker,start,end,quote"),
              line -> assertThat(line).contains("500000,", "/id/source/902", "butter, too."),
              line -> assertThat(line).contains("/id/source/901", "Ivan Ivanov"));
    }
    assertRefused(400, "binds ?claim", get(sparql("SELECT ?s { ?s ?p ?o }") + "&evidence=true"));
    assertRefused(400, "true or false", get(sparql(query) + "&evidence=maybe"));
  }

  // Graph Store Protocol

  @Test
  void givesGraphs() {
    String graph = "/data?graph=" + encode("https://w3id.org/bykz/graph/source/902");
    HttpResponse<String> one = get(graph, "Accept", "application/n-triples");
    assertThat(one.body().lines()).hasSize(18);
    assertThat(get("/data?default", "Accept", "application/n-triples").body().lines().count())
        .isEqualTo(get("/data", "Accept", "application/n-quads").body().lines().count());
    assertThat(get("/data?graph=urn:none").statusCode()).isEqualTo(404);
    assertThat(send(request(graph).method("HEAD", BodyPublishers.noBody())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void takesNoGraphs() {
    String graph = "/data?graph=" + encode("https://w3id.org/bykz/graph/source/902");
    String triple = "<urn:a> <urn:b> <urn:c> .";
    assertThat(send(request(graph).DELETE()).statusCode()).isEqualTo(405);
    assertThat(post(graph, "text/turtle", triple).statusCode()).isEqualTo(405);
    assertThat(
            send(request(graph)
                    .header("Content-Type", "text/turtle")
                    .PUT(BodyPublishers.ofString(triple)))
                .statusCode())
        .isEqualTo(405);
    assertThat(post("/data", "application/n-quads", triple).statusCode()).isEqualTo(405);
  }

  // Things

  @ParameterizedTest
  @CsvSource({
    "text/turtle, text/turtle, ttl",
    "application/ld+json, application/ld+json, jsonld",
    "application/n-triples, application/n-triples, nt",
    "application/rdf+xml, application/rdf+xml, rdf",
    "text/html, text/html, html",
    "*/*, text/turtle, ttl",
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html, html",
    "'text/turtle;q=0.1, application/rdf+xml;q=0.9', application/rdf+xml, rdf",
    "'text/html;q=0, */*', text/turtle, ttl",
    "'application/*', application/ld+json, jsonld",
    "'TEXT/HTML', text/html, html"
  })
  void negotiatesDescriptions(String accept, String type, String suffix) {
    HttpResponse<String> response = get("/id/region/BY-HR", "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith(type);
    assertThat(response.headers().allValues("Vary")).contains("Accept");
    assertThat(header(response, "Content-Location")).isEqualTo("/id/region/BY-HR." + suffix);
    assertThat(header(response, "Link"))
        .contains("</id/region/BY-HR.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"");
    assertThat(response.body()).contains("Grodno Oblast");
    HttpResponse<String> named = get("/id/region/BY-HR." + suffix, "Accept", "image/png");
    assertThat(named.body()).isEqualTo(response.body());
    assertThat(header(named, "Content-Type")).startsWith(type);
  }

  @Test
  void writesTheSameGraphInEverySyntax() {
    Graph turtle = parse(get("/id/source/901.ttl"), Lang.TURTLE);
    assertThat(turtle.size()).isGreaterThan(20);
    assertThat(parse(get("/id/source/901.jsonld"), Lang.JSONLD11).isIsomorphicWith(turtle))
        .isTrue();
    assertThat(parse(get("/id/source/901.nt"), Lang.NTRIPLES).isIsomorphicWith(turtle)).isTrue();
    assertThat(parse(get("/id/source/901.rdf"), Lang.RDFXML).isIsomorphicWith(turtle)).isTrue();
  }

  private static Graph parse(HttpResponse<String> response, Lang lang) {
    return RDFParser.source(
            new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
        .lang(lang)
        .base("http://example.org/")
        .toGraph();
  }

  @Test
  void describesAThingWithItsClaimsAndTheirWords() {
    String turtle = get("/id/region/BY-HR").body();
    assertThat(turtle)
        .contains("bykz:Region", "Гродненская область", "claim/901-aaaaaaaaaa", "butter, too.")
        .contains("POINT(23.8 53.7)")
        .contains("\"Kazakhstan\"@en")
        .doesNotContain("Vitebsk");
    String page = get("/id/region/BY-HR.html").body();
    assertThat(page)
        .contains(
            "<h1>Grodno Oblast</h1>", "href=\"/id/country/KZ\">Kazakhstan</a>", "butter, too.");
  }

  @Test
  void escapesWhatTheDataSay() {
    String page = get("/id/organisation/evil.html").body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>", "href=\"javascript:");
    assertThat(header(get("/id/organisation/evil.html"), "Content-Security-Policy"))
        .startsWith("default-src 'none'");
  }

  @Test
  void tellsWhatItDoesNotKnowOrHave() {
    assertRefused(
        404, "Nothing is known of https://w3id.org/bykz/id/region/BY-XX", get("/id/region/BY-XX"));
    assertRefused(404, "did you mean \"region/BY-HR\"?", get("/id/region/BY-HRR"));
    assertRefused(404, "Nothing is known", get("/id/region/BY-XX.html"));
    assertRefused(404, "Nothing is known", get("/id/region/%3E%20%7B%7D"));
    assertRefused(404, "Nothing is known", get("/graph/source/999"));
    assertRefused(404, "There is no /nowhere here", get("/nowhere"));
    HttpResponse<String> none = get("/id/region/BY-HR", "Accept", "image/png, text/turtle;q=0");
    assertRefused(406, "text/turtle, application/ld+json", none);
    assertThat(none.headers().allValues("Vary")).contains("Accept");
    HttpResponse<String> posted = post("/id/region/BY-HR", "text/turtle", "");
    assertRefused(405, "for reading", posted);
    assertThat(header(posted, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/health", "/id/region/BY-HR", "/id/region/BY-HR.html", "/assets/bykz.css"})
  void answersHeadAsGetWithoutBodyAndKnowsWhatTheClientHas(String path) {
    HttpResponse<String> got = get(path);
    HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("Content-Type", "ETag", "Content-Length")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(got, name));
    }
    HttpResponse<String> again = get(path, "If-None-Match", "\"other\", W/" + header(got, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void tellsSinceWhenTheDataAreAsTheyAre() {
    for (String path : List.of("/id/region/BY-HR", "/data?default", sparql(ASK))) {
      HttpResponse<String> got = get(path);
      assertThat(header(got, "Last-Modified")).isEqualTo("Wed, 04 Mar 2026 05:06:07 GMT");
      assertThat(header(got, "ETag")).as(path).isNotEmpty();
      HttpResponse<String> since = get(path, "If-Modified-Since", "Wed, 04 Mar 2026 05:06:07 GMT");
      assertThat(since.statusCode()).isEqualTo(304);
      assertThat(get(path, "If-Modified-Since", "Wed, 04 Mar 2026 05:06:06 GMT").statusCode())
          .isEqualTo(200);
      assertThat(get(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
      assertThat(get(path, "If-None-Match", header(got, "ETag")).statusCode()).isEqualTo(304);
      assertThat(
              get(path, "If-None-Match", "\"x\"", "If-Modified-Since", header(got, "Last-Modified"))
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(header(get("/"), "Last-Modified")).isEmpty();
  }

  @Test
  void runsAgainWhatIsAnotherEachTime() {
    HttpResponse<String> random = get(sparql("SELECT (RAND() AS ?n) {}"), "Accept", "text/csv");
    assertThat(header(random, "ETag")).isEmpty();
    HttpResponse<String> rows = get(sparql(ASK), "Accept", "text/csv");
    assertThat(header(rows, "ETag")).isNotEqualTo(header(get(sparql(ASK)), "ETag"));
  }

  @Test
  void givesTheGraphsByTheirNames() {
    Graph graph = parse(get("/graph/source/901.ttl"), Lang.TURTLE);
    assertThat(
            graph.isIsomorphicWith(
                parse(get(graph("source/901"), "Accept", "text/turtle"), Lang.TURTLE)))
        .isTrue();
    assertThat(get("/graph/source/902.html").body()).contains("butter, too.");
  }

  private static String graph(String name) {
    return "/data?graph=" + encode("https://w3id.org/bykz/graph/" + name);
  }

  @Test
  void namesThingsUnderTheBaseThatIsAsked() {
    String own = "http://127.0.0.1:3030/";
    try (WebServer local = WebServer.of(example(), PUBLISHED, ANY_PORT.base(own))) {
      for (String suffix : List.of(".ttl", ".jsonld", ".nt", ".rdf")) {
        URI thing = local.address().resolve("/id/region/BY-HR" + suffix);
        assertThat(send(HttpRequest.newBuilder(thing)).body())
            .as(suffix)
            .contains(own)
            .doesNotContain("https://w3id.org/bykz/");
      }
      URI query =
          local.address().resolve(sparql("ASK { <https://w3id.org/bykz/id/country/KZ> ?p ?o }"));
      assertThat(send(HttpRequest.newBuilder(query)).body()).contains("true");
    }
  }

  @Test
  void refusesInJsonWhereJsonIsAsked() {
    HttpResponse<String> unknown =
        get("/id/region/BY-XX", "Accept", "application/ld+json, application/json;q=0.9");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(header(unknown, "Content-Type")).startsWith("application/problem+json");
    JsonObject problem = JSON.parse(unknown.body());
    assertThat(problem.getString("title")).isEqualTo("Not Found");
    assertThat(problem.getNumber("status").intValue()).isEqualTo(404);
    assertThat(problem.getString("detail"))
        .startsWith("Nothing is known of https://w3id.org/bykz/id/region/BY-XX");
    HttpResponse<String> malformed =
        get(sparql("SELECT ?x { § }"), "Accept", "application/sparql-results+json");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(malformed.body()).getString("detail")).contains("Lexical error");
    assertThat(header(get("/id/region/BY-XX", "Accept", "*/*"), "Content-Type"))
        .startsWith("text/plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | /id/region/BY-XX | did you mean",
        "404 | /id/region/%3Cscript%3E | &lt;script&gt;",
        "400 | /?since=soon | --since should be a year",
        "400 | /sparql?query=SELECT | unexpected end",
      })
  void refusesOnAPageWhatABrowserAsks(int status, String path, String text) {
    HttpResponse<String> refused = get(path, "Accept", "text/html,*/*;q=0.8");
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(header(refused, "Content-Type")).startsWith("text/html");
    assertThat(refused.body()).contains(text, "<a class=\"brand\" href=\"/\">");
  }

  @Test
  void doesNotRepeatAllOfALongMistake() {
    String path = "/queries/oblasts-trading?product=" + "a".repeat(10_000);
    assertThat(get(path, "Accept", "text/html").body()).contains("aaa …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/region/BY-HR.ttl", "/id/region/BY-HR.html", "/data?default", "/"})
  void packsAnswersForClientsThatTakeIt(String path) throws IOException {
    HttpResponse<String> plain = get(path);
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    HttpResponse<byte[]> packed = bytes(path, "Accept-Encoding", "gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
    }
    HttpResponse<byte[]> again =
        bytes(path, "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  private static HttpResponse<byte[]> bytes(String path, String... headers) {
    try {
      return CLIENT.send(request(path).headers(headers).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void describesTheOntology() {
    assertThat(get("/ontology").body()).contains("bykz:Claim", "owl:Class");
    assertThat(get("/ontology.html").body()).contains("What a text says");
    assertThat(get("/ontology", "Accept", "text/html").body()).contains("<h1>");
  }

  // Around it

  @Test
  void letsAnySiteReadDataAndNothingElse() {
    for (String path : List.of(sparql(ASK), "/data?default", "/id/region/BY-HR", "/ontology.ttl")) {
      HttpResponse<String> response = get(path, "Origin", "https://example.org");
      assertThat(header(response, "Access-Control-Allow-Origin")).as(path).isEqualTo("*");
      assertThat(header(response, "Access-Control-Allow-Credentials")).isEmpty();
    }
    assertThat(header(get("/", "Origin", "https://example.org"), "Access-Control-Allow-Origin"))
        .isEmpty();
    HttpResponse<String> preflight =
        send(
            request("/sparql")
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
    HttpResponse<String> refused = get(sparql("SELECT"), "Origin", "https://example.org");
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void leadsFromTheCubeAsATableToItsDescription() {
    HttpResponse<String> table = get("/cube.csv");
    assertThat(table.statusCode()).isEqualTo(200);
    assertThat(header(table, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
    assertThat(header(table, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(table.body()).startsWith("observation,reporter,reporter_label,partner,");
    assertThat(header(table, "Link"))
        .isEqualTo("<cube.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
    HttpResponse<String> description = get("/cube.csv-metadata.json");
    assertThat(header(description, "Content-Type")).isEqualTo("application/csvm+json");
    assertThat(description.body()).contains("\"url\": \"cube.csv\"");
  }

  @Test
  void tellsItsHealth() {
    HttpResponse<String> health = get("/health");
    assertThat(health.body()).isEqualTo("{\"status\": \"ok\"}\n");
    assertThat(header(health, "Content-Type")).startsWith("application/json");
  }

  @Test
  void welcomesReaders() {
    assertThat(get("/").body()).contains("<!DOCTYPE html>", "href=\"/sparql\"");
    for (String output : List.of("text", "csv", "tsv", "json")) {
      HttpResponse<String> answer =
          get(sparql("SELECT ?s { ?s a ?type }") + "&output=" + output, "Accept", "text/html");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("country/KZ");
    }
  }

  @Test
  void saysThatAPortIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("localhost"))) {
      assertThatThrownBy(
              () -> WebServer.of(example(), PUBLISHED, ANY_PORT.port(taken.getLocalPort())))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(
              "Cannot serve at port " + taken.getLocalPort() + " of localhost (Address already")
          .hasMessageContaining("--port");
    }
    assertThatThrownBy(
            () -> WebServer.of(example(), PUBLISHED, ANY_PORT.host("no.such.host.invalid")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no.such.host.invalid");
    assertThatThrownBy(() -> ANY_PORT.port(70000)).isInstanceOf(UsageException.class);
  }

  @Test
  void servesPagesOfAnotherEndpoint() {
    URI endpoint = server.address().resolve("/sparql");
    try (WebServer pages = WebServer.pagesOf(endpoint, ANY_PORT)) {
      URI thing = pages.address().resolve("/id/region/BY-HR.html");
      // All but for where its queries are answered.
      assertThat(send(HttpRequest.newBuilder(thing)).body().replace(endpoint.toString(), "/sparql"))
          .isEqualTo(get("/id/region/BY-HR.html").body());
      assertThat(send(HttpRequest.newBuilder(pages.address())).body())
          .contains("href=\"" + endpoint + "\"");
    }
    try (WebServer pages = WebServer.pagesOf(URI.create("http://127.0.0.1:1/"), ANY_PORT)) {
      URI thing = pages.address().resolve("/id/region/BY-HR.html");
      assertRefused(502, "does not answer", send(HttpRequest.newBuilder(thing)));
    }
  }
}
