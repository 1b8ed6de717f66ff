package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;

/** What the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol ask, each request in turn. */
class ProtocolTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String ONE = "https://w3id.org/bykz/graph/source/901";
  private static final String TWO = "https://w3id.org/bykz/graph/source/902";

  private WebServer reading;
  private WebServer writing;
  private Client reader;
  private Client writer;

  @BeforeEach
  void start() {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    Store.asServed(data);
    reading = WebServer.of(example(data), Instant.EPOCH, ANY_PORT);
    writing = WebServer.writable(example(DatasetGraphFactory.createTxnMem()), ANY_PORT);
    reader = Client.of(reading);
    writer = Client.of(writing);
  }

  @AfterEach
  void stop() {
    reading.close();
    writing.close();
  }

  private static DatasetGraph example(DatasetGraph data) {
    String file = ProtocolTest.class.getResource("two-claims.trig").toString();
    Txn.executeWrite(data, () -> RDFDataMgr.read(data, file));
    return data;
  }

  private static String parameter(String name, String value) {
    return name + "=" + Client.encode(value);
  }

  private boolean ask(Client client, String query) {
    return client
        .get("/sparql?" + parameter("query", query), "Accept", "application/sparql-results+json")
        .body()
        .contains("true");
  }

  private static void assertStatus(int expected, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
    assertThat(response.body()).doesNotContain("\tat ", "Exception");
  }

  // Queries

  @ParameterizedTest
  @CsvSource({
    "ASK {}, application/sparql-results+json application/sparql-results+xml",
    "SELECT * {}, application/sparql-results+json application/sparql-results+xml text/csv"
        + " text/tab-separated-values",
    "DESCRIBE <urn:a>, text/turtle application/rdf+xml application/n-triples application/ld+json",
    "CONSTRUCT {} {}, text/turtle application/rdf+xml application/n-triples application/ld+json"
  })
  void everyKindOfQueryIsAnsweredInEveryShapeOfRequestAndAnyTypeItOffers(
      String query, String types) {
    for (String type : types.split(" ")) {
      for (HttpResponse<String> response :
          List.of(
              reader.get("/sparql?" + parameter("query", query), "Accept", type),
              reader.send(
                  "POST",
                  "/sparql",
                  parameter("query", query),
                  "Accept",
                  type,
                  "Content-Type",
                  FORM),
              reader.send("POST", "/sparql", query, "Accept", type, "Content-Type", QUERY))) {
        assertStatus(200, response);
        assertThat(Client.header(response, "Content-Type")).startsWith(type);
      }
    }
  }

  @Test
  void theDatasetIsThatOfTheRequestAndGoesBeforeThatOfTheQuery() {
    String claims = "?claim a <https://w3id.org/bykz/ontology#Claim>";
    String first = "FILTER EXISTS { ?claim ?p <https://w3id.org/bykz/id/source/901> }";
    String second = "FILTER EXISTS { ?claim ?p <https://w3id.org/bykz/id/source/902> }";
    String defaults = parameter("default-graph-uri", ONE);
    assertAsks(true, "ASK { " + claims + first + " }", defaults);
    assertAsks(false, "ASK { " + claims + second + " }", defaults);
    assertAsks(false, "ASK { GRAPH ?g { " + claims + " } }", defaults);
    String both = defaults + "&" + parameter("default-graph-uri", TWO);
    assertAsks(true, "ASK { { " + claims + first + " } }", both);
    assertAsks(true, "ASK { { " + claims + second + " } }", both);
    String named = parameter("named-graph-uri", ONE) + "&" + parameter("named-graph-uri", TWO);
    assertAsks(
        true, "ASK { GRAPH <" + ONE + "> { ?s ?p ?o } GRAPH <" + TWO + "> { ?a ?b ?c } }", named);
    assertAsks(false, "ASK { ?s ?p ?o }", named);
    String full = defaults + "&" + parameter("named-graph-uri", TWO);
    assertAsks(true, "ASK { " + claims + first + " GRAPH ?g { ?other a ?type } }", full);
    assertAsks(false, "ASK { GRAPH <" + ONE + "> { ?s ?p ?o } }", full);
    assertAsks(false, "ASK FROM <" + TWO + "> { " + claims + second + " }", defaults);
  }

  private void assertAsks(boolean expected, String query, String dataset) {
    String form = parameter("query", query) + "&" + dataset;
    String json = "application/sparql-results+json";
    for (HttpResponse<String> response :
        List.of(
            reader.get("/sparql?" + form, "Accept", json),
            reader.send("POST", "/sparql", form, "Accept", json, "Content-Type", FORM),
            reader.send(
                "POST", "/sparql?" + dataset, query, "Accept", json, "Content-Type", QUERY))) {
      assertStatus(200, response);
      assertThat(response.body()).as(query).contains(Boolean.toString(expected));
    }
  }

  @Test
  void whatIsNoRequestOfTheProtocolIsRefused() {
    String query = parameter("query", "ASK {}");
    assertStatus(405, reader.send("PUT", "/sparql?" + query, "x", "Content-Type", QUERY));
    assertStatus(400, reader.get("/sparql?" + query + "&" + query));
    assertStatus(400, reader.post("/sparql", FORM, query + "&" + query));
    assertStatus(415, reader.post("/sparql", "text/plain", "ASK {}"));
    for (String body : List.of(query, "ASK {}")) {
      assertThat(reader.send("POST", "/sparql", body).statusCode()).isIn(400, 415);
    }
    assertStatus(400, reader.get("/sparql?" + parameter("query", "ASK { WHERE }")));
    assertStatus(400, reader.post("/sparql", FORM, parameter("query", "ASK { WHERE }")));
    assertStatus(400, reader.post("/sparql", QUERY, "ASK { WHERE }"));
    assertStatus(400, inUtf16(reader, "/sparql", QUERY, "ASK {}"));
  }

  private static HttpResponse<String> inUtf16(
      Client client, String path, String type, String text) {
    return Client.send(
        client
            .request(path)
            .header("Content-Type", type + "; charset=UTF-16")
            .POST(BodyPublishers.ofString(text, StandardCharsets.UTF_16)));
  }

  // Updates, of a server made for it

  @Test
  void updatesAreDoneByFormAndBody() {
    String first = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }";
    String second =
        "INSERT DATA { <urn:a> <urn:b> 2 } ; DELETE DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }";
    assertDone(writer.post("/update", FORM, parameter("update", first)));
    assertThat(ask(writer, "ASK { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }")).isTrue();
    assertDone(writer.post("/update", UPDATE, second));
    assertThat(
            ask(
                writer,
                "ASK { <urn:a> <urn:b> 2 FILTER NOT EXISTS { GRAPH <urn:g> { ?s ?p ?o } } }"))
        .isTrue();
  }

  @Test
  void updatesSeeTheDatasetOfTheRequest() {
    String copy = "INSERT { GRAPH <urn:%s> { ?s a ?type } } WHERE { %s }";
    assertUpdates(String.format(copy, "default", "?s a ?type"), parameter("using-graph-uri", ONE));
    assertThat(ask(writer, "ASK { GRAPH <urn:default> { ?s a ?type } }")).isTrue();
    assertThat(
            ask(
                writer,
                "ASK { GRAPH <urn:default> { <https://w3id.org/bykz/id/source/902> ?p ?o } }"))
        .isFalse();
    assertUpdates(
        String.format(copy, "both", "?s a ?type"),
        parameter("using-graph-uri", ONE) + "&" + parameter("using-graph-uri", TWO));
    assertThat(
            ask(
                writer,
                "ASK { GRAPH <urn:both> { ?s a ?type } GRAPH <" + TWO + "> { ?s a ?type } }"))
        .isTrue();
    assertUpdates(
        String.format(copy, "named", "GRAPH ?g { ?s a ?type }"),
        parameter("using-named-graph-uri", ONE));
    assertThat(
            ask(
                writer,
                "ASK { GRAPH <urn:named> { ?s a ?type } GRAPH <" + ONE + "> { ?s a ?type } }"))
        .isTrue();
  }

  private void assertUpdates(String update, String dataset) {
    assertDone(writer.post("/update?" + dataset, UPDATE, update));
  }

  private static void assertDone(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isIn(200, 204);
  }

  @Test
  void updatesThatAreNoneAreRefusedWhole() {
    String update = "INSERT DATA { <urn:a> <urn:b> 1 }";
    String form = parameter("update", update);
    assertStatus(405, writer.get("/update?" + form));
    assertStatus(400, writer.post("/update", FORM, form + "&" + form));
    assertStatus(415, writer.post("/update", "text/plain", update));
    assertThat(writer.send("POST", "/update", form).statusCode()).isIn(400, 415);
    assertStatus(400, inUtf16(writer, "/update", UPDATE, update));
    assertStatus(400, writer.post("/update", UPDATE, update + " ; DELETE EVERYTHING"));
    for (String conflict :
        List.of(
            "INSERT { <urn:a> <urn:b> 1 } USING <" + ONE + "> WHERE {}",
            "WITH <" + ONE + "> INSERT { <urn:a> <urn:b> 1 } WHERE {}")) {
      HttpResponse<String> refused =
          writer.post("/update?" + parameter("using-graph-uri", TWO), UPDATE, conflict);
      assertStatus(400, refused);
      assertThat(refused.body()).contains("leave out using-graph-uri");
    }
    assertStatus(400, writer.post("/update", UPDATE, update + " ; LOAD <file:///etc/hostname>"));
    assertThat(ask(writer, "ASK { <urn:a> ?p ?o }")).isFalse();
  }

  @Test
  void noWebPageMayWriteNorAnyOtherMachine() {
    HttpResponse<String> page =
        writer.send(
            "POST", "/update", "CLEAR ALL", "Content-Type", UPDATE, "Origin", "http://localhost");
    assertStatus(403, page);
    assertThat(ask(writer, "ASK { GRAPH ?g { ?s ?p ?o } }")).isTrue();
    assertThatThrownBy(
            () -> WebServer.writable(DatasetGraphFactory.createTxnMem(), ANY_PORT.host("0.0.0.0")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("localhost");
  }

  // Graphs

  @ParameterizedTest
  @ValueSource(strings = {"graph=urn%3Anew", "default"})
  void aGraphIsMadeReplacedExtendedReadAndDeleted(String name) {
    String graph = "/data?" + name;
    boolean isNamed = !name.equals("default");
    assertStatus(isNamed ? 404 : 200, writer.get(graph, "Accept", "application/n-triples"));
    assertThat(put(graph, "<urn:a> <urn:b> 1 .").statusCode()).isEqualTo(isNamed ? 201 : 200);
    assertHolds(graph, "<urn:a> <urn:b> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
    assertDone(put(graph, "<urn:a> <urn:b> <urn:c> ."));
    assertHolds(graph, "<urn:a> <urn:b> <urn:c> .\n");
    assertDone(writer.post(graph, "text/turtle", "<urn:a> <urn:b> <urn:d> ."));
    assertThat(writer.get(graph, "Accept", "application/n-triples").body().lines()).hasSize(2);
    assertStatus(400, put(graph, "<urn:a> <urn:b>"));
    assertStatus(
        400, writer.send("PUT", graph, "<urn:a> <urn:b> <urn:c> .", "Content-Type", "text/xml"));
    assertThat(writer.get(graph, "Accept", "application/n-triples").body().lines()).hasSize(2);
    assertThat(writer.send("HEAD", graph, "").statusCode()).isEqualTo(200);
    assertDone(writer.send("DELETE", graph, ""));
    assertStatus(isNamed ? 404 : 200, writer.get(graph, "Accept", "application/n-triples"));
  }

  private HttpResponse<String> put(String graph, String turtle) {
    return writer.send("PUT", graph, turtle, "Content-Type", "text/turtle");
  }

  private void assertHolds(String graph, String triples) {
    HttpResponse<String> response = writer.get(graph, "Accept", "application/n-triples");
    assertStatus(200, response);
    assertThat(response.body()).isEqualTo(triples);
  }

  @Test
  void aGraphPostedWithoutANameGetsOne() {
    HttpResponse<String> made = writer.post("/data", "text/turtle", "<urn:a> <urn:b> <urn:c> .");
    assertStatus(201, made);
    assertHolds(Client.header(made, "Location"), "<urn:a> <urn:b> <urn:c> .\n");
    assertStatus(201, writer.post("/data?graph=urn:other", "text/turtle", "<urn:a> <urn:b> 1 ."));
  }

  @Test
  void aGraphMayComeAsTheFilesOfAForm() {
    String part =
        """
        --x
        Content-Disposition: form-data; name="%1$s"; filename="%1$s.ttl"
        Content-Type: text/turtle

        <urn:%1$s> <urn:b> <urn:c> .
        """;
    String body = part.formatted("a") + part.formatted("b") + "--x--\n";
    HttpResponse<String> taken =
        writer.post(
            "/data?" + parameter("graph", ONE),
            "multipart/form-data; boundary=x",
            body.replace("\n", "\r\n"));
    assertDone(taken);
    assertThat(
            ask(writer, "ASK { GRAPH <" + ONE + "> { <urn:a> ?p ?o . <urn:b> ?q ?o . ?s a ?t } }"))
        .isTrue();
  }

  @Test
  void graphsThatAreNotThereAreNot() {
    assertStatus(404, writer.get("/data?graph=urn:none"));
    assertThat(writer.send("HEAD", "/data?graph=urn:none", "").statusCode()).isEqualTo(404);
    assertStatus(404, writer.send("DELETE", "/data?graph=urn:none", ""));
    assertStatus(400, writer.get("/data?graph=urn:none&default"));
  }
}
