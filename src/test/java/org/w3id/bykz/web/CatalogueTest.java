package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.publish.Release;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.SmallWorld;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Store;

/** What a portal, a crawler and a SPARQL client learn of the dataset over HTTP. */
class CatalogueTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path temp;
  private static Store store;
  private static WebServer server;

  @BeforeAll
  static void serve() throws IOException {
    Path quads = SmallWorld.write(temp.resolve("example.nq"));
    Publication.into(temp.resolve("store"), Gate.bundled()).publish(List.of(quads));
    store = Store.open(temp.resolve("store"));
    server = WebServer.of(store.dataset(), store.published(), WebServer.Settings.local().port(0));
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private static Graph graph(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(type)).toGraph();
  }

  private static boolean ask(Graph graph, String pattern) {
    StringBuilder query = new StringBuilder("BASE <" + Prefixes.BASE + ">\n");
    Prefixes.all()
        .forEach((prefix, iri) -> query.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    return QueryExec.graph(graph).query(query + "ASK { " + pattern + " }").build().ask();
  }

  @Test
  void givesTheCatalogueInEachFormByNameAndByAccept() throws Exception {
    Graph turtle = graph(get("catalog.ttl"));
    assertThat(graph(get("catalog", "Accept", "application/ld+json")).isIsomorphicWith(turtle))
        .isTrue();
    assertThat(graph(get("catalog.rdf")).isIsomorphicWith(turtle)).isTrue();
    assertThat(
            ask(
                turtle,
                """
                <catalog> a dcat:Catalog ; dcat:dataset ?dataset ; dcat:service/dcat:endpointURL <sparql> .
                ?dataset dcat:version ?version ; dcterms:temporal/dcat:startDate ?start ;
                  dcat:distribution/dcterms:license ?licence
                """))
        .isTrue();
    assertThat(ask(turtle, "?x void:propertyPartition ?part")).isFalse();
    assertThat(get("catalog", "Accept", "text/html").body()).contains("Catalogue of bykz");
  }

  @Test
  void listsTheFilesOfTheReleaseThatIsServed() throws Exception {
    Path folder = temp.resolve("releases");
    Path release = Release.export(store.dataset(), folder, Optional.empty()).folder();
    Path other = Files.createDirectory(folder.resolve("0123456789ab"));
    Files.copy(release.resolve("bykz.nq.gz"), other.resolve("bykz.nq.gz"));
    try (WebServer releasing =
        WebServer.of(
            store.dataset(),
            store.published(),
            WebServer.Settings.local().port(0).releases(folder))) {
      Client client = Client.of(releasing);
      Graph catalogue = graph(client.get("/catalog.ttl"));
      String file =
          """
          <id/distribution/%1$s/bykz.nq.gz> dcat:downloadURL <dumps/%1$s/bykz.nq.gz> ; dcat:byteSize "%2$d"^^xsd:nonNegativeInteger ;
            spdx:checksum/spdx:checksumValue ?sum .
          """
              .formatted(release.getFileName(), Files.size(release.resolve("bykz.nq.gz")));
      assertThat(ask(catalogue, file + "<id/dataset/bykz> dcat:distribution ?one")).isTrue();
      assertThat(
              ask(
                  graph(
                      client.get(
                          "/id/distribution/%s/bykz.nq.gz".formatted(release.getFileName()))),
                  file))
          .isTrue();
      HttpResponse<String> elsewhere = client.get("/queries/coverage.csv?version=0123456789ab");
      assertThat(elsewhere.statusCode()).isEqualTo(404);
      assertThat(elsewhere.body()).contains("All of it is in /dumps/0123456789ab/bykz.nq.gz.");
      assertThat(Client.header(elsewhere, "Link")).contains("</dumps/0123456789ab/bykz.nq.gz>");
      assertThat(client.get("/queries/coverage.csv?version=..").body()).doesNotContain("/dumps/");
    }
  }

  @Test
  void countsInVoidAtTheWellKnownPlace() throws Exception {
    Graph described = graph(get(".well-known/void"));
    assertThat(
            ask(
                described,
                """
                <.well-known/void> a void:DatasetDescription ; foaf:primaryTopic ?dataset .
                ?dataset void:triples ?n ; void:classPartition/void:class bykz:TradeFlowClaim ;
                  void:propertyPartition/void:property bykz:exporter ;
                  void:subset/void:objectsTarget <id/dataset/hs-2022>
                """))
        .isTrue();
  }

  @Test
  void tellsAllOfTheEndpointInOneGet() throws Exception {
    Graph service = graph(get("sparql", "Accept", "text/turtle"));
    assertThat(
            ask(
                service,
                """
                ?service a sd:Service ; sd:endpoint <sparql> ; sd:feature sd:UnionDefaultGraph ; bykz:queryTimeout 30.000 .
                ?dataset dcat:version ?version ; void:triples ?n .
                ?any sh:declare/sh:prefix "bykz"
                """))
        .isTrue();
    assertThat(get("sparql", "Accept", "text/turtle").headers().firstValue("Bykz-Version"))
        .isPresent()
        .isEqualTo(get("sparql?query=ASK%7B%7D").headers().firstValue("Bykz-Version"));
    int questions = Questions.bundled().all().size();
    assertThat(
            service
                .find(Node.ANY, Node.ANY, org.apache.jena.shacl.vocabulary.SHACL.SPARQLExecutable)
                .toList())
        .hasSize(questions);
    assertThat(graph(get("sparql", "Accept", "application/rdf+xml")).isIsomorphicWith(service))
        .isTrue();
    assertThat(graph(get("sparql", "Accept", "*/*")).isIsomorphicWith(service)).isTrue();
  }

  @Test
  void tellsWhoAsksNothingAndTakesNoRdfHowToAsk() throws Exception {
    assertThat(get("sparql").body()).contains("No query: send one");
    assertThat(get("sparql", "Accept", "text/html,*/*;q=0.8").body())
        .contains("No query: send one");
    assertThat(get("sparql?query=ASK%20%7B%7D", "Accept", "text/turtle").statusCode())
        .isNotEqualTo(404);
  }

  /** The page holds data, which nothing in it can end before its time. */
  @Test
  void tellsSearchEnginesInPages() throws Exception {
    for (String page : List.of("", "catalog", "id/dataset/bykz")) {
      HttpResponse<String> response = get(page, "Accept", "text/html");
      Matcher block =
          Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
              .matcher(response.body());
      assertThat(block.find()).as(page).isTrue();
      assertThat(block.group(1)).doesNotContain("<", ">", "&");
      assertThat(
              ask(
                  RDFParser.fromString(block.group(1), Lang.JSONLD).toGraph(),
                  """
                  <id/dataset/bykz> a schema:Dataset ; schema:name ?name ; schema:description ?text ;
                    schema:license <https://creativecommons.org/licenses/by/4.0/> ; schema:version ?version ;
                    schema:distribution/schema:contentUrl <data>
                  """))
          .as("%s: %s", page, block.group(1))
          .isTrue();
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'");
    }
    assertThat(get("id/country/KZ", "Accept", "text/html").body()).doesNotContain("ld+json");
  }
}
