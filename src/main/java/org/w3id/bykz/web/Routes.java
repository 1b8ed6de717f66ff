package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.w3id.bykz.publish.CubeTable;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Executables;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Prefixes;

/** Which page answers at which path. */
final class Routes {

  private static final Query ANYTHING = QueryFactory.create("SELECT * { ?s ?p ?o } LIMIT 1");

  private final FusekiServer.Builder builder;
  private final Endpoint endpoint;
  private final WebServer.Settings settings;
  private final UnaryOperator<Function<HttpServletRequest, Reply>> keeping;
  private final Questions questions = Questions.bundled();
  private final Names names;
  private final Releases releases;
  private final Descriptions descriptions;
  private final CubePages cube;
  private final ChangesPages changes;

  /**
   * @param published when the data were, where that is known
   * @param keeping what keeps pages that were made before
   */
  Routes(
      FusekiServer.Builder builder,
      Endpoint endpoint,
      WebServer.Settings settings,
      Optional<Instant> published,
      UnaryOperator<Function<HttpServletRequest, Reply>> keeping) {
    this.builder = builder;
    this.endpoint = endpoint;
    this.settings = settings;
    this.keeping = keeping;
    this.names = new Names(endpoint);
    this.releases = new Releases(settings.releases());
    this.descriptions = new Descriptions(endpoint, names, settings.base(), published, releases);
    this.cube = new CubePages(endpoint, published);
    this.changes = new ChangesPages(endpoint, questions, descriptions, releases);
  }

  /** Reads names and claims before anybody asks for them. */
  void warm() {
    Thread reading =
        new Thread(
            () -> {
              names.claims();
              names.index();
            },
            "names");
    reading.setDaemon(true);
    reading.start();
  }

  /** Adds all of them. */
  void add() {
    HomePage home = new HomePage(endpoint, names, questions);
    builder
        .addFilter("/*", new Readers())
        .addFilter("/*", new FirstPage(new PageServlet(keeping.apply(home::reply))));
    addDescriptions();
    addQuestions();
    addReconciliation();
    addReleases();
    addChanges();
    data("/" + CubeTable.NAME, request -> cube.table());
    data("/" + CubeTable.DESCRIPTION, request -> cube.description());
    data(MapData.PATH, keeping.apply(new MapData(endpoint)::reply));
    page(AboutPage.PATH, keeping.apply(new AboutPage(endpoint, questions)::reply));
    page(EditorPage.PATH, keeping.apply(new EditorPage(endpoint, questions)::reply));
    page(DisagreementsPage.PATH, keeping.apply(new DisagreementsPage(endpoint, questions)::reply));
    page(SearchPage.PATH, new SearchPage(names, endpoint)::reply);
    page(Assets.PATH + "*", new Assets()::reply);
    page("/health", request -> health());
    page("/*", Routes::unknown);
  }

  private void addDescriptions() {
    data("/sources/*", keeping.apply(descriptions::source));
    Function<HttpServletRequest, Reply> replies = keeping.apply(descriptions::reply);
    for (String path : List.of("/id/*", "/vocabulary/*", "/graph/*", "/ontology/*")) {
      data(path, replies);
    }
    for (String path : List.of("/ontology", "/catalog", "/.well-known/void")) {
      data(path, replies);
      for (Representation each : Representation.values()) {
        data(path + "." + each.suffix(), replies);
      }
    }
  }

  private void addQuestions() {
    data(OpenApi.PATH, new OpenApi(endpoint, questions)::reply);
    CitePage citations = new CitePage(endpoint, settings.base());
    CitePage.paths().forEach(path -> data(path, citations::reply));
    ExplainPage explanations = new ExplainPage(endpoint, questions);
    ExplainPage.paths().forEach(path -> data(path, explanations::reply));
    Function<HttpServletRequest, Reply> pages =
        keeping.apply(new QuestionPages(endpoint, questions, settings.base(), releases)::reply);
    for (String path : List.of("/queries", "/queries/*")) {
      data(path, pages);
    }
    QuestionPages.paths().forEach(path -> data(path, pages));
  }

  private void addReconciliation() {
    Reconciliation tables = new Reconciliation(endpoint, names, settings.base());
    builder.addFilter("/reconcile", new DataFilter());
    builder.addServlet("/reconcile", new PageServlet(tables::reply, true));
    data("/reconcile/suggest/entity", tables::suggestEntities);
    data("/reconcile/suggest/type", tables::suggestTypes);
    data("/reconcile/suggest/property", tables::suggestProperties);
    data("/reconcile/properties", tables::proposeProperties);
    data("/reconcile/preview", tables::preview);
  }

  private void addReleases() {
    settings
        .releases()
        .ifPresent(
            folder -> {
              builder.addFilter("/dumps/*", new DataFilter());
              builder.addServlet(
                  "/dumps/*", new Dumps(folder, new PageServlet(changes::ofRelease)));
            });
  }

  private void addChanges() {
    ChangesPages.paths().forEach(path -> data(path, changes::list));
    data(ChangesPages.PATH + "/*", keeping.apply(changes::one));
  }

  /** A page that pages of other sites may read, too. */
  private void data(String path, Function<HttpServletRequest, Reply> page) {
    builder.addFilter(path, new DataFilter());
    page(path, page);
  }

  private void page(String path, Function<HttpServletRequest, Reply> page) {
    builder.addServlet(path, new PageServlet(page));
  }

  static Reply unknown(HttpServletRequest request) {
    return Reply.problem(
        404, "There is no " + request.getRequestURI() + " here; / tells what there is.");
  }

  private Reply health() {
    boolean holdsData = endpoint.answer(ANYTHING, exec -> exec.select().hasNext());
    String json = "{\"status\": \"%s\"}\n".formatted(holdsData ? "ok" : "empty");
    return new Reply(200, "application/json", json, Map.of());
  }

  /** What is said of the endpoint: the dataset, the questions, prefixes and limits. */
  Reply service(HttpServletRequest request) {
    Graph graph = Executables.of(questions.all());
    String seconds = BigDecimal.valueOf(settings.timeout().toMillis(), 3).toPlainString();
    limit(graph, "queryTimeout", NodeFactory.createLiteralDT(seconds, XSDDatatype.XSDdecimal));
    String rows = Long.toString(settings.rows());
    limit(graph, "mostRows", NodeFactory.createLiteralDT(rows, XSDDatatype.XSDinteger));
    return descriptions.dataset(request, graph);
  }

  private static void limit(Graph graph, String property, Node value) {
    graph.add(
        NodeFactory.createURI(Prefixes.BASE + "id/service/sparql"),
        NodeFactory.createURI(Prefixes.BASE + "ontology#" + property),
        value);
  }
}
