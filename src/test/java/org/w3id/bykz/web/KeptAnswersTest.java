package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

  private static WebServer server;
  private static Client client;

  @BeforeAll
  static void serve() {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    data.getDefaultGraph().add(SSE.parseTriple("(<urn:a> <urn:b> 'ü')"));
    data.getDefaultGraph().add(SSE.parseTriple("(<urn:a> <urn:b> 'v')"));
    server = WebServer.of(data, Instant.EPOCH, WebServer.Settings.local().port(0).rows(1));
    client = Client.of(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static HttpResponse<String> ask(String query, String... headers) {
    return client.get("/sparql?query=" + Client.encode(query), headers);
  }

  private static boolean isKept(HttpResponse<String> answer) {
    return !Client.header(answer, "Age").isEmpty();
  }

  @Test
  void areWhatWasAnsweredBefore() {
    String query = "SELECT ?x { <urn:a> <urn:b> ?x } ORDER BY ?x";
    HttpResponse<String> first = ask(query, "Accept", "application/sparql-results+json");
    HttpResponse<String> second = ask(query, "Accept", "application/sparql-results+json");
    assertThat(isKept(first)).isFalse();
    assertThat(isKept(second)).isTrue();
    assertThat(second.body()).isEqualTo(first.body()).contains("\"cut\" : true");
    for (String header :
        new String[] {"Content-Type", "ETag", "Vary", "Link", Descriptions.CUT, "Last-Modified"}) {
      assertThat(second.headers().allValues(header))
          .as(header)
          .isNotEmpty()
          .isEqualTo(first.headers().allValues(header));
    }
  }

  @Test
  void areOfOneFormOnly() {
    String query = "SELECT ?x { ?x <urn:b> 'v' }";
    ask(query, "Accept", "text/csv");
    assertThat(isKept(ask(query, "Accept", "text/csv"))).isTrue();
    HttpResponse<String> other = ask(query, "Accept", "text/tab-separated-values");
    assertThat(isKept(other)).isFalse();
    assertThat(other.body()).startsWith("?x");
  }

  @Test
  void areWorkedOutAnewForWhoAsks() {
    String query = "ASK { <urn:a> ?b ?c }";
    ask(query);
    assertThat(isKept(ask(query, "Cache-Control", "no-cache"))).isFalse();
    assertThat(isKept(ask(query))).isTrue();
  }

  @Test
  void areNeitherRefusalsNorWhatChanges() {
    for (String query : new String[] {"SELECT", "SELECT (RAND() AS ?x) {}"}) {
      assertThat(ask(query).statusCode()).isEqualTo(ask(query).statusCode());
      assertThat(isKept(ask(query))).as(query).isFalse();
    }
  }
}
