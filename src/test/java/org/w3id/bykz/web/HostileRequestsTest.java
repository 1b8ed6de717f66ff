package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.query.Parameter;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Store;

/**
 * What somebody may send who means ill. Whatever it is, the answer is one sentence and no stack,
 * the data stay as they are, and an inner address, at which the test listens, is never called.
 */
class HostileRequestsTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);
  private static final String UPDATE = "INSERT DATA { GRAPH <urn:evil> { <urn:a> <urn:b> 1 } }";
  private static final String QUADS = "<urn:a> <urn:b> \"1\" <urn:evil> .";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final List<String> INJECTIONS =
      List.of(
          "x> ?p ?o } UNION { ?claim ?p ?o } #",
          "\" } UNION { ?s ?p ?o } #",
          "x\\u003E } ; DROP ALL #",
          "en\") || true || (\"\" = \"",
          "2020\"^^<urn:x> . ?s ?p ?o . FILTER(1=1) #",
          "https://w3id.org/bykz/id/region/BY-HR> } ; SELECT * { ?s ?p ?o } #",
          "1\r\nX-Evil: 1");

  private static DatasetGraph data;
  private static long statements;
  private static WebServer server;
  private static Client client;
  private static ServerSocket inside;
  private static final AtomicInteger CALLS = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    data = DatabaseMgr.createDatasetGraph();
    Store.asServed(data);
    String file =
        HostileRequestsTest.class.getResource("/org/w3id/bykz/web/two-claims.trig").toString();
    Txn.executeWrite(data, () -> RDFDataMgr.read(data, file));
    statements = Txn.calculateRead(data, () -> data.stream().count());
    server = WebServer.of(data, Instant.EPOCH, ANY_PORT.timeout(Duration.ofSeconds(2)));
    client = Client.of(server);
    inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(HostileRequestsTest::listen, "inside");
    listener.setDaemon(true);
    listener.start();
  }

  private static void listen() {
    while (!inside.isClosed()) {
      try {
        inside.accept().close();
        CALLS.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterAll
  static void nothingHasChangedAndNobodyWasCalled() throws IOException {
    assertThat(client.get("/sparql?query=" + Client.encode("ASK { GRAPH <urn:evil> {} }")).body())
        .contains("false");
    assertThat(Txn.calculateRead(data, () -> data.stream().count())).isEqualTo(statements);
    assertThat(CALLS).as("calls to an inner address").hasValue(0);
    inside.close();
    server.close();
  }

  private static void assertHarmless(HttpResponse<String> response) {
    assertThat(response.body()).doesNotContain("\tat ", "Exception", "<script>alert", "root:x:");
    assertThat(response.headers().map()).doesNotContainKeys("x-evil", "X-Evil");
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertHarmless(response);
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    assertThat(response.body()).isNotBlank();
  }

  // SPARQL through parameters

  static Stream<String> everyQuestion() {
    return Questions.bundled().names().stream();
  }

  @ParameterizedTest
  @MethodSource("everyQuestion")
  void noParameterOfAQuestionIsReadAsSparql(String name) {
    Question question = Questions.bundled().named(name);
    List<String> parameters =
        Stream.concat(
                question.parameters().stream().map(Parameter::name),
                Stream.of("limit", "offset", "version", "evidence", "language", "x> } #"))
            .toList();
    for (String parameter : parameters) {
      for (String injection : INJECTIONS.subList(0, 4)) {
        String path =
            "/queries/%s.csv?%s=%s"
                .formatted(name, Client.encode(parameter), Client.encode(injection));
        HttpResponse<String> response = client.get(path);
        assertHarmless(response);
        assertThat(response.statusCode()).as(path).isIn(200, 400, 404);
        if (response.statusCode() == 200) {
          assertThat(response.body().lines()).as(path).hasSize(1);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?kind=",
        "/?thing=",
        "/?product=",
        "/?sector=",
        "/?modality=",
        "/?since=",
        "/?until=",
        "/?offset=",
        "/?language=",
        "/search?q=",
        "/search?offset=",
        "/map.json?kind=",
        "/map.json?thing=",
        "/explain?question=",
        "/explain?question=claims&kind=",
        "/explain?query=",
        "/disagreements?party=",
        "/disagreements?offset=",
        "/changes?offset=",
        "/changes.atom?language=",
        "/editor?query=",
        "/cite?version=",
        "/reconcile?queries=",
        "/reconcile?extend=",
        "/reconcile/suggest/entity?prefix=",
        "/reconcile/suggest/type?prefix=",
        "/reconcile/suggest/property?prefix=",
        "/reconcile/properties?type=",
        "/reconcile/properties?limit=",
        "/reconcile/preview?id=",
        "/sparql?query=",
        "/sparql?query=ASK%7B%7D&evidence=",
        "/sparql?query=ASK%7B%7D&timeout=",
        "/sparql?query=ASK%7B%7D&default-graph-uri=",
        "/sparql?query=ASK%7B%7D&output=",
        "/data?graph=",
        "/queries?language=",
        "/health?",
        "/catalog?",
        "/assets/bykz.css?"
      })
  void noParameterOfAPageIsReadAsSparqlOrAsMarkup(String parameter) {
    for (String injection : INJECTIONS) {
      assertHarmless(client.get(parameter + Client.encode(injection)));
    }
    for (String accept : List.of("text/html", "application/json", "*/*")) {
      HttpResponse<String> response =
          client.get(parameter + Client.encode("'\"><script>alert(1)</script>"), "Accept", accept);
      if (Client.header(response, "Content-Type").startsWith("text/html")) {
        assertHarmless(response);
      }
      assertThat(response.statusCode()).isLessThan(500);
    }
  }

  // Writing

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST   | /sparql | application/sparql-update",
        "PUT    | /sparql | application/sparql-update",
        "PATCH  | /sparql | application/sparql-update",
        "DELETE | /sparql | application/sparql-update",
        "POST   | /sparql | application/sparql-query",
        "POST   | /sparql | application/n-quads",
        "POST   | /sparql?update= | application/x-www-form-urlencoded",
        "POST   | /sparql?query=ASK%7B%7D&update= | application/sparql-update",
        "POST   | /update | application/sparql-update",
        "POST   | /update | application/x-www-form-urlencoded",
        "POST   | /data/update | application/sparql-update",
        "POST   | /data | application/n-quads",
        "PUT    | /data | application/n-quads",
        "PUT    | /data?graph=urn:evil | text/turtle",
        "PATCH  | /data?graph=urn:evil | application/rdf-patch",
        "DELETE | /data?graph=https://w3id.org/bykz/graph/source/901 | text/turtle",
        "DELETE | /data?default | text/turtle",
        "POST   | /data?graph=urn:evil | multipart/form-data; boundary=x",
        "POST   | /upload | multipart/form-data; boundary=x",
        "PUT    | /graph/source/901 | text/turtle",
        "DELETE | /id/source/901 | text/turtle",
        "PUT    | /dumps/x.nq | application/n-quads",
        "POST   | /$/datasets | application/x-www-form-urlencoded",
        "POST   | /$/compact/ | application/x-www-form-urlencoded",
        "POST   | / | application/sparql-update",
      })
  void nothingIsWrittenByAnyRoute(String method, String path, String type) {
    for (String body : List.of(UPDATE, "update=" + Client.encode(UPDATE), QUADS)) {
      for (String override : List.of("Accept", "X-HTTP-Method-Override")) {
        assertRefused(client.send(method, path, body, "Content-Type", type, override, "POST"));
      }
    }
  }

  // Asking others

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <INSIDE> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <INSIDE> { ?s ?p ?o } }",
        "SELECT * { BIND (<INSIDE> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <INSIDE> { ?s ?p ?o } } } }",
        "ASK { FILTER EXISTS { SERVICE <INSIDE> { ?s ?p ?o } } }",
        "ASK { ?s ?p ?o MINUS { SERVICE <INSIDE> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <INSIDE> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <INSIDE> { ?s ?p ?o } }",
        "SELECT * { SERVICE <loop:INSIDE> { ?s ?p ?o } }",
        "SELECT * { SERVICE <cache:INSIDE> { ?s ?p ?o } }",
        "ASK FROM <INSIDE> { ?s ?p ?o }",
        "ASK FROM NAMED <INSIDE> { GRAPH ?g { ?s ?p ?o } }",
        "ASK FROM <file:///etc/passwd> { ?s ?p ?o }",
        "DESCRIBE <INSIDE> FROM <INSIDE>",
        "LOAD <INSIDE>",
        "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:evil>",
      })
  void noQueryReachesAnInnerAddressOrAFile(String query) {
    String text = query.replace("INSIDE", inside());
    assertRefused(client.get("/sparql?query=" + Client.encode(text)));
    assertRefused(client.post("/sparql", "application/sparql-query", text));
    assertRefused(client.post("/sparql", FORM, "query=" + Client.encode(text)));
  }

  @Test
  void noCallOfCodeNorOfAnInnerAddressIsAnsweredAsAFunction() {
    for (String query :
        List.of(
            "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
            "SELECT (<java:org.apache.jena.sparql.function.library.sha1sum>(\"a\") AS ?x) {}",
            "PREFIX js: <http://jena.apache.org/ARQ/jsFunction#> SELECT (js:print(1) AS ?x) {}",
            "SELECT * { ?x <java:java.lang.Runtime> ?y }",
            "SELECT (<%s>(1) AS ?x) {}".formatted(inside()))) {
      HttpResponse<String> response =
          client.get("/sparql?query=" + Client.encode(query), "Accept", "text/csv");
      assertHarmless(response);
      assertThat(response.body().lines().skip(1).filter(row -> !row.equals(""))).isEmpty();
    }
    for (String parameter : List.of("default-graph-uri=", "named-graph-uri=")) {
      String graph = parameter + Client.encode(inside());
      assertRefused(client.get("/sparql?query=ASK%7B%7D&" + graph));
    }
    assertRefused(client.get("/data?graph=" + Client.encode(inside())));
  }

  private static String inside() {
    return "http://127.0.0.1:%d/".formatted(inside.getLocalPort());
  }

  // Too much

  @ParameterizedTest
  @ValueSource(strings = {"application/sparql-query", FORM})
  void aBodyIsNotUnpackedBeyondWhatIsRead(String type) throws IOException {
    byte[] query =
        (type.equals(FORM) ? "query=ASK%7B%7D" : "ASK {}").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(query);
      for (int i = 0; i < 300; i++) {
        out.write(" ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
      }
    }
    HttpResponse<String> response =
        Client.send(
            client
                .request("/sparql")
                .headers("Content-Type", type, "Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    assertRefused(response);
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyWithoutALengthIsCutOff() {
    String body = "ASK {}" + " ".repeat(Lengths.MOST);
    HttpResponse<String> response =
        Client.send(
            client
                .request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "SELECT * { BIND (REGEX(LONG, \"(.*)(.*)(.*)(.*)(.*)(.*)x$\") AS ?x) }",
        "SELECT * { VALUES ?s { LONG } FILTER (REGEX(?s, \"(.*)(.*)(.*)(.*)(.*)(.*)x$\")) }",
        "SELECT * { VALUES ?s { LONG } FILTER NOT EXISTS { FILTER REGEX(?s, \"(a|a)*(a|aa)+\\\\1b\") } }",
        "SELECT (REPLACE(LONG, \"(.*)(.*)(.*)(.*)(.*)x$\", \"\") AS ?x) {}",
        "SELECT ?s { VALUES ?s { LONG \"b\" } } ORDER BY REPLACE(?s, \"(.*)(.*)(.*)(.*)x$\", \"\") ?s",
      })
  void aPatternThatNeverEndsIsEnded(String query) {
    String text = query.replace("LONG", "\"" + "a".repeat(5_000) + "\"");
    HttpResponse<String> response = client.post("/sparql", "application/sparql-query", text);
    assertRefused(response);
    assertThat(response.body()).contains("can match in too many ways");
  }

  @Test
  void patternsMatchAsEver() {
    String query =
        "SELECT ?r { VALUES (?s ?p ?f) { (\"Гродно 🌊\"@ru \"^ГРОД.*🌊$\" \"i\") (\"a\" \"b\" \"\") }"
            + " BIND (REPLACE(?s, \"[а-я]+\", \"-\") AS ?r) FILTER REGEX(?s, ?p, ?f) }";
    HttpResponse<String> answer =
        client.get("/sparql?query=" + Client.encode(query), "Accept", "text/csv");
    assertThat(answer.body()).isEqualTo("r\r\nГ- 🌊\r\n");
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "SELECT * { CROSS } ORDER BY ?o1 ?o2 LIMIT 5 OFFSET 100000000",
        "SELECT DISTINCT ?o1 ?o2 ?o3 ?o4 { CROSS }",
        "SELECT (COUNT(*) AS ?n) { CROSS }",
        "SELECT (GROUP_CONCAT(DISTINCT ?o1) AS ?n) { CROSS } GROUP BY ?o2 ?s1",
        "ASK { CROSS FILTER (CONCAT(STR(?o1), STR(?o5)) = \"none\") }",
        "CONSTRUCT { ?s1 ?p2 ?o3 } { CROSS FILTER (CONCAT(STR(?o1), STR(?o5)) = \"none\") }",
        "SELECT * { CROSS MINUS { CROSS } }",
      })
  void aQueryThatNeverEndsIsEndedAndHoldsUpNoOther(String query) throws Exception {
    String cross = "?s1 ?p1 ?o1 . ?s2 ?p2 ?o2 . ?s3 ?p3 ?o3 . ?s4 ?p4 ?o4 . ?s5 ?p5 ?o5";
    CompletableFuture<HttpResponse<String>> endless =
        HttpClient.newHttpClient()
            .sendAsync(
                client
                    .request("/sparql")
                    .timeout(Duration.ofSeconds(55))
                    .header("Content-Type", "application/sparql-query")
                    .POST(BodyPublishers.ofString(query.replace("CROSS", cross)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(client.get("/health").statusCode()).isEqualTo(200);
    assertThat(endless.get().statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @Timeout(60)
  @CsvSource({
    "'{', '}', 40000, ASK, nested too deeply",
    "'(', ')', 40000, SELECT (1 AS ?x) { FILTER, nested too deeply",
    "'{ ?s ?p ?o } UNION', '{}', 20000, ASK {, ''",
    "'?s ?p ?o .', '}', 20000, ASK {, ''",
  })
  void aQueryOfAnyDepthIsAnsweredOrRefused(
      String open, String close, int times, String start, String sentence) {
    String query = start + open.repeat(times) + (close.length() == 1 ? close.repeat(times) : close);
    HttpResponse<String> response = client.post("/sparql", "application/sparql-query", query);
    assertHarmless(response);
    assertThat(response.statusCode()).isIn(200, 400, 503);
    assertThat(response.body()).contains(sentence);
  }

  @Test
  void moreMemoryThanThereIsEndsTheQueryAndNotTheServer() {
    StringBuilder text = new StringBuilder("BIND (\"" + "a".repeat(1000) + "\" AS ?v0) ");
    for (int i = 0; i < 21; i++) {
      text.append("BIND (CONCAT(?v%d, ?v%d) AS ?v%d) ".formatted(i, i, i + 1));
    }
    String query = "SELECT (STRLEN(?v21) AS ?n) { " + text + "}";
    assertThat(client.post("/sparql", "application/sparql-query", query).statusCode())
        .isIn(400, 503);
    assertThat(client.get("/health").statusCode()).isEqualTo(200);
  }

  // Below HTTP

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not UTF-8                     | 400 | GET /%ff HTTP/1.1",
        "NUL                           | 400 | GET /%00 HTTP/1.1",
        "NUL in a name                 | 400 | GET /id/region/%00 HTTP/1.1",
        "no escape                     | 400 | GET /%zz HTTP/1.1",
        "line break in a path          | 400 | GET /id/a%0d%0aX-Evil:1 HTTP/1.1",
        "line break in a parameter     | 200 | GET /search?q=%0d%0aX-Evil:1 HTTP/1.1",
        "parameter that is not UTF-8   | 400 | GET /search?q=%ff HTTP/1.1",
        "query that is not UTF-8       | 400 | GET /sparql?query=%ff HTTP/1.1",
        "upwards                       | 400 | GET /assets/../../../etc/passwd HTTP/1.1",
        "upwards, written otherwise    | 400 | GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
        "upwards with a parameter      | 400 | GET /assets/..;/..;/etc/passwd HTTP/1.1",
        "upwards with back slashes     | 400 | GET /sources/..%5c..%5cetc HTTP/1.1",
        "upwards with packed slashes   | 400 | GET /sources/..%2f..%2fetc%2fpasswd HTTP/1.1",
        "upwards, escaped twice        | 40. | GET /sources/%252e%252e%252fetc HTTP/1.1",
        "overlong UTF-8                | 400 | GET /sources/%c0%ae%c0%ae/etc HTTP/1.1",
        "no name                       | 400 | GET //etc/passwd HTTP/1.1",
        "a file                        | 40. | GET /sources/etc/passwd HTTP/1.1",
        "a class                       | 404 | GET /assets/WebServer.class HTTP/1.1",
        "inner folder                  | 404 | GET /WEB-INF/web.xml HTTP/1.1",
        "no host                       | 400 | GET / HTTP/1.1¶Host:",
        "two lengths                   | 400 | POST /sparql HTTP/1.1¶Content-Length: 5¶Content-Length: 6",
        "length and pieces             | 400 | POST /sparql HTTP/1.1¶Content-Length: 5¶Transfer-Encoding: chunked",
        "unknown coding                | 400 | POST /sparql HTTP/1.1¶Transfer-Encoding: evil",
        "length below zero             | 400 | POST /sparql HTTP/1.1¶Content-Length: -1",
        "header without a name         | 400 | GET / HTTP/1.1¶: evil",
        "folded header                 | 400 | GET / HTTP/1.1¶X-A: 1¶ evil",
        "NUL in a header               | 400 | GET / HTTP/1.1¶X-A: NULL",
        "no version                    | 505 | GET / EVIL",
        "version of tomorrow           | 505 | GET / HTTP/9.9",
        "back to the sender            | 405 | TRACE / HTTP/1.1",
        "another protocol              | 400 | CLIENTHELLO",
        "long header                   | 431 | GET / HTTP/1.1¶X-A: LONG",
        "many headers                  | 431 | GET / HTTP/1.1¶MANY",
        "long path                     | 414 | GET /LONG HTTP/1.1",
        "long cookie                   | 431 | GET / HTTP/1.1¶Cookie: language=LONG",
      })
  void whatIsNoRequestIsRefusedInOurOwnWords(String name, String status, String request)
      throws IOException {
    String text =
        request
            .replace("¶", "\n")
            .replace("NULL", "\0")
            .replace("CLIENTHELLO", "\u0016\u0003\u0001")
            .replace("LONG", "a".repeat(100_000))
            .replace("MANY", "X-A: evil\n".repeat(20_000).strip());
    String host = text.contains("Host:") ? "" : "\nHost: localhost";
    for (String accept : List.of("*/*", "text/html", "application/json")) {
      String answer = raw(text + host + "\nConnection: close\nAccept: " + accept + "\n\n");
      assertThat(answer).as(accept).matches("(?s)HTTP/1.1 " + status + " .*");
      assertThat(answer).doesNotContain("\tat ", "Exception", "Jetty", "root:x:", "\nX-Evil");
      assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.address().getPort())) {
      socket.setSoTimeout(20_000);
      try {
        socket
            .getOutputStream()
            .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      } catch (SocketException refused) {
        // Refused before all of it was sent: the answer is there to be read.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  // Slowly

  @Test
  @Timeout(60)
  void manyWhoSendSlowlyKeepNobodyFromReading() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Socket socket = new Socket("localhost", server.address().getPort());
      String half =
          i % 2 == 0
              ? "GET / HTTP/1.1\r\nHost: loc"
              : "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                  + "Content-Length: 500000\r\n\r\nASK {";
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    long begun = System.nanoTime();
    assertThat(client.get("/id/region/BY-HR").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void thePathsThatAreServedAreThoseOfTheDescription() {
    TreeSet<String> paths =
        new TreeSet<>(JSON.parse(client.get("/openapi.json").body()).getObj("paths").keys());
    assertThat(paths).contains("/sparql", "/data").noneMatch(path -> path.contains("$"));
  }
}
