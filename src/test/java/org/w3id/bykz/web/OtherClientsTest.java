package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.system.Txn;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.query.SmallWorld;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Store;

/** The small world as the remote clients of Jena and RDF4J see it. */
class OtherClientsTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);
  private static final String CLAIMS =
      "SELECT ?claim { ?claim a <https://w3id.org/bykz/ontology#Claim> } ORDER BY ?claim";
  private static final String SOURCE = "https://w3id.org/bykz/graph/source/001";

  @TempDir private static Path temp;
  private static Store store;
  private static WebServer server;

  @BeforeAll
  static void serve() throws IOException {
    Path quads = SmallWorld.write(temp.resolve("example.nq"));
    Publication.into(temp.resolve("store"), Gate.bundled()).publish(List.of(quads));
    store = Store.open(temp.resolve("store"));
    server = WebServer.of(store.dataset(), store.published(), ANY_PORT);
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static RDFConnection jena(WebServer of) {
    return RDFConnectionRemote.newBuilder()
        .destination(of.address().toString())
        .queryEndpoint("sparql")
        .updateEndpoint("update")
        .gspEndpoint("data")
        .build();
  }

  @Test
  void clientsOfBothLibrariesReadTheSame() {
    SPARQLRepository repository = new SPARQLRepository(server.address() + "sparql");
    try (RDFConnection jena = jena(server);
        RepositoryConnection rdf4j = repository.getConnection()) {
      List<String> claims = new ArrayList<>();
      jena.querySelect(CLAIMS, row -> claims.add(row.getResource("claim").getURI()));
      assertThat(claims).hasSizeGreaterThan(10);
      assertThat(
              rdf4j.prepareTupleQuery(CLAIMS).evaluate().stream()
                  .map(row -> row.getValue("claim").stringValue()))
          .isEqualTo(claims);
      assertThat(jena.queryAsk("ASK { GRAPH <" + SOURCE + "> { ?s ?p ?o } }")).isTrue();
      assertThat(
              rdf4j.prepareBooleanQuery("ASK { GRAPH <" + SOURCE + "> { ?s ?p ?o } }").evaluate())
          .isTrue();
      Model graph = jena.fetch(SOURCE);
      assertThat(graph.size()).isPositive();
      String all = "CONSTRUCT { ?s ?p ?o } { GRAPH <" + SOURCE + "> { ?s ?p ?o } }";
      assertThat(jena.queryConstruct(all).isIsomorphicWith(graph)).isTrue();
      assertThat(QueryResults.asModel(rdf4j.prepareGraphQuery(all).evaluate()))
          .hasSize((int) graph.size());
      assertThat(rdf4j.size()).isEqualTo(jena.fetch().size());
    } finally {
      repository.shutDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/trig", "application/n-quads"})
  void allGraphsComeAndGoBetweenBothLibraries(String type) throws IOException {
    Client client = Client.of(server);
    String text = client.get("/data", "Accept", type).body();
    RDFFormat format = Rio.getParserFormatForMIMEType(type).orElseThrow();
    var read = Rio.parse(new StringReader(text), "", format);
    StringWriter written = new StringWriter();
    Rio.write(read, written, format);
    DatasetGraph ours = parse(text, type);
    DatasetGraph back = parse(written.toString(), type);
    assertThat(read).hasSize((int) ours.stream().count());
    assertThat(IsoMatcher.isomorphic(ours, back)).isTrue();
  }

  private static DatasetGraph parse(String text, String type) {
    return RDFParser.fromString(text, RDFLanguages.contentTypeToLang(type)).toDatasetGraph();
  }

  @Test
  void clientsOfBothLibrariesWriteWhereTheyMay() {
    try (WebServer writable = WebServer.writable(store.copy(), ANY_PORT);
        RDFConnection jena = jena(writable)) {
      Model model = ModelFactory.createDefaultModel();
      model.getGraph().add(SSE.parseTriple("(<urn:x-test:a> <urn:x-test:b> 1)"));
      jena.put("urn:x-test:graph", model);
      assertThat(jena.fetch("urn:x-test:graph").isIsomorphicWith(model)).isTrue();
      SPARQLRepository repository =
          new SPARQLRepository(writable.address() + "sparql", writable.address() + "update");
      try (RepositoryConnection rdf4j = repository.getConnection()) {
        rdf4j
            .prepareUpdate(
                "INSERT DATA { GRAPH <urn:x-test:graph> { <urn:x-test:a> <urn:x-test:b> 2 } }")
            .execute();
        assertThat(jena.fetch("urn:x-test:graph").size()).isEqualTo(2);
        jena.update("DELETE WHERE { GRAPH <urn:x-test:graph> { ?s ?p 1 } }");
        var graph = rdf4j.getValueFactory().createIRI("urn:x-test:graph");
        assertThat(rdf4j.getStatements(null, null, null, graph).stream()).hasSize(1);
      }
      jena.delete("urn:x-test:graph");
      assertThat(jena.queryAsk("ASK { GRAPH <urn:x-test:graph> { ?s ?p ?o } }")).isFalse();
      Dataset all = jena.fetchDataset();
      assertThat(all.containsNamedModel(SOURCE)).isTrue();
      assertThat(Txn.calculateRead(store.dataset(), () -> store.dataset().stream().count()))
          .isEqualTo(all.asDatasetGraph().stream().count());
    }
  }
}
