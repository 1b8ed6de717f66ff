package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.fuseki.auth.Auth;
import org.apache.jena.fuseki.auth.AuthPolicy;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.harness.Elsewhere;
import org.w3id.bykz.publish.Mirror;
import org.w3id.bykz.publish.RemoteStore;
import org.w3id.bykz.query.Credentials;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.web.WebServer;

/** What is published here comes to be what a stock Fuseki beside it holds. */
class PublishElsewhereTest {

  private static final Path CORPUS = Path.of("corpus");

  private static final DatasetGraph SMALL =
      RDFParser.fromString(
              """
              BASE <https://w3id.org/bykz/>
              PREFIX dcat: <http://www.w3.org/ns/dcat#>
              GRAPH <graph/source/000> { <id/source/000> <ontology#reason> "Größe" , 1.5 }
              GRAPH <graph/description> { <id/dataset/bykz> dcat:version "1" }
              """,
              Lang.TRIG)
          .toDatasetGraph();

  /** Shows the union of its graphs, as a store for the pages should. */
  private final DatasetGraph there = DatabaseMgr.createDatasetGraph();

  /** Methods and graphs of what changed it, in order. */
  private final List<String> writes = new ArrayList<>();

  /** How many graphs it still takes. */
  private int patience = Integer.MAX_VALUE;

  private FusekiServer fuseki = start(there);

  @TempDir private static Path once;
  @TempDir private Path folder;

  @BeforeAll
  static void publishHere() throws IOException {
    Path quads = once.resolve("told.nq");
    Files.writeString(
        quads,
        Run.of(
                "extract",
                "--format=nquads",
                "--catalog",
                CORPUS.resolve("catalog.ttl"),
                text("000"),
                text("003"))
            .out());
    Run run = Run.on(once.resolve("store"), "publish", quads);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private FusekiServer start(DatasetGraph data) {
    Store.asServed(data);
    return start(builder -> builder.add("/store", data));
  }

  private FusekiServer start(UnaryOperator<FusekiServer.Builder> more) {
    return more.apply(
            FusekiServer.create()
                .port(0)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .addFilter(
                    "/*",
                    (request, response, chain) -> {
                      HttpServletRequest asked = (HttpServletRequest) request;
                      if (asked.getRequestURI().endsWith("/data")
                          && !asked.getMethod().equals("GET")) {
                        if (patience-- <= 0) {
                          ((HttpServletResponse) response).setStatus(500);
                          response.getWriter().print("Disk is full");
                          return;
                        }
                        writes.add(asked.getMethod() + " " + key(request.getParameter("graph")));
                      }
                      chain.doFilter(request, response);
                    }))
        .start();
  }

  private static String key(String graph) {
    return graph.substring("https://w3id.org/bykz/graph/".length());
  }

  @AfterEach
  void stop() {
    fuseki.stop();
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + fuseki.getPort() + path);
  }

  private Run publish(Object... words) {
    writes.clear();
    List<Object> all = new ArrayList<>(List.of("publish", "--endpoint", at("/store/sparql")));
    all.addAll(List.of(words));
    return Run.on(store(), all.toArray());
  }

  /** Runs the command that the README shows. */
  private Run asInReadme() throws IOException {
    writes.clear();
    String command =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("./bykz publish --endpoint"))
            .findFirst()
            .orElseThrow();
    String here = command.replace("http://localhost:3131/", at("/").toString());
    return Run.on(store(), (Object[]) here.split(" ", 2)[1].split(" "));
  }

  private Path store() {
    Path own = folder.resolve("store");
    return Files.exists(own) ? own : once.resolve("store");
  }

  private List<String> quads(DatasetGraph data) {
    return Txn.calculateRead(
        data,
        () ->
            data.stream()
                .map(NodeFmtLib::strNQ)
                .filter(line -> !line.contains("/graph/copied>"))
                .sorted()
                .toList());
  }

  private List<String> here() {
    try (Store opened = Store.open(store())) {
      return quads(opened.dataset());
    }
  }

  @Test
  void sendsEachGraphOnceAndServesPagesAndQuestionsFromThere() throws IOException {
    Run run = publish();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("Sent \\d+ graphs to .*; 0 were there as they are here\\.\n");
    assertThat(quads(there)).isEqualTo(here());
    assertThat(writes).startsWith("DELETE description").endsWith("PUT description", "POST copied");

    Run again = asInReadme();
    assertThat(again.out()).startsWith("Sent 0 graphs").contains("(nothing changed)");
    assertThat(writes).isEmpty();

    assertThat(Elsewhere.differences(store(), at("/store/sparql"))).isEmpty();
  }

  @Test
  void sendsOnlyWhatChangedAndDeletesWhatIsGone() throws IOException {
    Path store = folder.resolve("store");
    try (Stream<Path> files = Files.walk(once.resolve("store"))) {
      for (Path file : files.toList()) {
        Files.copy(file, store.resolve(once.resolve("store").relativize(file)));
      }
    }
    assertThat(publish().code()).isZero();
    assertThat(Run.on(store, "withdraw", "003", "--reason", "Retracted.").code()).isZero();
    Txn.executeWrite(
        there,
        () ->
            there.removeGraph(
                NodeFactory.createURI("https://w3id.org/bykz/graph/vocabulary/flows")));

    Run both = publish(once.resolve("told.nq"));
    assertThat(both.lines()).hasSize(2);
    assertThat(both.err()).contains("003 stays withdrawn");
    assertThat(quads(there)).isEqualTo(here());
    assertThat(writes)
        .contains("PUT source/003", "PUT derived", "PUT vocabulary/flows")
        .doesNotContain("PUT source/000", "PUT ontology");
  }

  private static Path text(String source) throws IOException {
    try (var files = Files.newDirectoryStream(CORPUS, source + "*.txt")) {
      return files.iterator().next();
    }
  }

  @Test
  void goesOnWhereAStoreFailed() {
    patience = 11;
    Run broken = publish();
    broken.assertRefused(1, "Disk is full");
    assertThat(broken.err())
        .contains(at("/store/data") + " failed at a PUT of the graph https://w3id.org/bykz/graph/")
        .matches("(?s).*; [1-9] of \\d+ graphs are there as they are here.*");
    List<String> sent = writes.stream().filter(each -> each.startsWith("PUT")).toList();
    assertThat(quads(there)).noneMatch(line -> line.contains("/graph/description>"));

    patience = Integer.MAX_VALUE;
    assertThat(publish().code()).isZero();
    assertThat(writes)
        .doesNotContainAnyElementsOf(
            sent.stream().filter(each -> !each.contains("copied")).toList());
    assertThat(quads(there)).isEqualTo(here());
  }

  @Test
  void takesWhatWasLoadedInBulkForWhatItIs() {
    try (Store opened = Store.open(store())) {
      Txn.executeRead(
          opened.dataset(),
          () -> Txn.executeWrite(there, () -> opened.dataset().stream().forEach(there::add)));
    }
    assertThat(publish().out()).startsWith("Sent 0 graphs");
    assertThat(writes).containsExactly("POST copied");
    assertThat(publish().code()).isZero();
    assertThat(writes).isEmpty();
  }

  @Test
  void saysWhatToDoWhereAStoreRefuses() throws IOException {
    Path store = once.resolve("store");
    String closed = "http://localhost:" + freePort() + "/sparql";
    Run.on(store, "publish", "--endpoint", closed).assertRefused(1, closed + " cannot be reached");
    Run.on(store, "publish", "--endpoint", at("/nothing/sparql")).assertRefused(2, "(404");
    Run.on(store, "publish", "--endpoint", "http://me:secret@localhost/sparql")
        .assertRefused(2, "BYKZ_PASSWORD");
    Run.on(store, "publish", "--graph-store", at("/store/data")).assertRefused(2, "--endpoint");
    try (Store opened = Store.open(store);
        WebServer reading =
            WebServer.of(
                DatasetGraphFactory.createTxnMem(),
                opened.published(),
                WebServer.Settings.local().port(0))) {
      Run.on(store, "publish", "--endpoint", reading.address().resolve("/sparql"))
          .assertRefused(2, "--graph-store");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void remarksThatADefaultGraphIsEmpty() {
    fuseki.stop();
    fuseki = start(DatasetGraphFactory.createTxnMem());
    Run run = publish();
    assertThat(run.code()).isZero();
    assertThat(run.err()).startsWith("remark: ").contains("tdb2:unionDefaultGraph");
  }

  @Test
  void writesAsTheUserThatTheStoreAsksFor() throws IOException {
    Path passwords = Files.writeString(Path.of("target", "passwords"), "writer: secret\n");
    for (AuthScheme scheme : List.of(AuthScheme.BASIC, AuthScheme.DIGEST)) {
      fuseki.stop();
      DatasetGraph guarded = DatabaseMgr.createDatasetGraph();
      Store.asServed(guarded);
      // Queries go by Jena's client, whose answers to Digest not every server takes.
      AuthPolicy asking = scheme == AuthScheme.BASIC ? Auth.ANY_USER : Auth.ANY_ANON;
      fuseki =
          start(
              builder ->
                  builder
                      .passwordFile(passwords.toString())
                      .realm("store")
                      .auth(scheme)
                      .add(
                          "/store",
                          DataService.newBuilder(guarded)
                              .addEndpoint(Operation.Query, "sparql", asking)
                              .addEndpoint(Operation.GSP_RW, "data", Auth.ANY_USER)));
      Run.on(once.resolve("store"), "publish", "--endpoint", at("/store/sparql"))
          .assertRefused(2, "set the variables BYKZ_USER and BYKZ_PASSWORD");
      assertThatThrownBy(() -> copy("wrong"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("does not accept")
          .hasMessageNotContaining("wrong");
      copy("secret");
      assertThat(quads(guarded)).isEqualTo(quads(SMALL));
    }
  }

  private void copy(String password) throws DataException {
    RemoteStore remote =
        new RemoteStore(
            at("/store/sparql"),
            at("/store/data"),
            Optional.of(new Credentials("writer", password)));
    Mirror.of(SMALL, remote, graphs -> graphs);
  }
}
