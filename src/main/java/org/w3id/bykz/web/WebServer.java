package org.w3id.bykz.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.w3id.bykz.publish.CubeTable;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Executables;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.UsageException;

/**
 * The server: reading only unless it is made to be written to, on one address and port, from when
 * it is started until it is closed.
 */
public final class WebServer implements AutoCloseable {

  private static final Query ANYTHING = QueryFactory.create("ASK { ?s ?p ?o }");

  private final FusekiServer server;
  private final String host;

  private WebServer(FusekiServer server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Where, how long, and by which names.
   *
   * @param port 0 for any that is free
   * @param timeout after which a query is ended with 503; no client can raise it
   * @param base what the names of our things begin with where they are described, so that a server
   *     of one's own can be followed from link to link
   * @param releases the folder of the releases that are served, if any
   * @param rows of an answer at {@code /sparql}, or its statements, at most; that it was cut is
   *     told
   */
  public record Settings(
      String host, int port, Duration timeout, String base, Optional<Path> releases, long rows) {

    public Settings {
      if (port < 0 || port > 65535) {
        throw new UsageException("There is no port " + port + "; choose one from 0 to 65535");
      }
      if (rows < 1) {
        throw new UsageException("An answer should have 1 row or more, not " + rows);
      }
    }

    /** Reached from this machine only, at port 3030. */
    public static Settings local() {
      return new Settings(
          "localhost", 3030, Duration.ofSeconds(30), Prefixes.BASE, Optional.empty(), 100_000);
    }

    public Settings host(String other) {
      return new Settings(other, port, timeout, base, releases, rows);
    }

    public Settings port(int other) {
      return new Settings(host, other, timeout, base, releases, rows);
    }

    public Settings timeout(Duration other) {
      return new Settings(host, port, other, base, releases, rows);
    }

    public Settings base(String other) {
      return new Settings(host, port, timeout, other, releases, rows);
    }

    public Settings rows(long most) {
      return new Settings(host, port, timeout, base, releases, most);
    }

    /**
     * @throws UsageException if there is no such folder
     */
    public Settings releases(Path folder) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "There is no folder of releases " + folder + "; \"bykz export\" makes one");
      }
      return new Settings(host, port, timeout, base, Optional.of(folder), rows);
    }
  }

  /**
   * Serves a dataset, its endpoint and its pages.
   *
   * @param data does not change while it is served
   * @param published since when it is as it is
   */
  public static WebServer of(DatasetGraph data, Instant published, Settings settings) {
    data.getContext().set(ARQ.queryTimeout, Long.toString(settings.timeout.toMillis()));
    Endpoint endpoint = Endpoint.of(data);
    Names names = new Names(endpoint);
    Descriptions descriptions =
        new Descriptions(
            endpoint,
            names,
            settings.base,
            Optional.of(published),
            new Releases(settings.releases));
    KeptPages kept = new KeptPages();
    FusekiServer.Builder builder = builder(endpoint, names, kept::of);
    Supplier<Optional<Edition>> edition = new Kept<>(() -> Edition.of(endpoint));
    for (String path : List.of("/sparql", "/data")) {
      builder.addFilter(path, new DataFilter());
      builder.addFilter(path, new Validators(published));
      builder.addFilter(
          path,
          (request, response, chain) -> {
            edition
                .get()
                .ifPresent(
                    each ->
                        ((HttpServletResponse) response)
                            .setHeader(CitePage.VERSION, each.version()));
            chain.doFilter(request, response);
          });
    }
    Questions questions = Questions.bundled();
    builder.addFilter(
        "/sparql",
        new ServiceDescription(
            new PageServlet(
                request -> descriptions.dataset(request, service(questions, settings)))));
    builder.addFilter("/sparql", new CutNotes());
    addPages(builder, endpoint, names, settings, Optional.of(published), kept::of);
    builder.registerOperation(Operation.Query, new SparqlQueries(settings.rows));
    builder.registerOperation(Operation.GSP_R, new GraphStore());
    builder.add(
        "/",
        DataService.newBuilder(data)
            .addEndpoint(Operation.Query, "sparql")
            .addEndpoint(Operation.GSP_R, "data"));
    WebServer server = start(builder, settings);
    warm(names);
    return server;
  }

  /** Reads names and claims before anybody asks for them. */
  private static void warm(Names names) {
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

  /** Serves the pages of what a SPARQL service elsewhere holds. */
  public static WebServer pagesOf(URI service, Settings settings) {
    Endpoint endpoint = Endpoint.at(service);
    // What is elsewhere may change: nothing is kept of it.
    Names names = new Names(endpoint);
    FusekiServer.Builder builder = builder(endpoint, names, UnaryOperator.identity());
    addPages(builder, endpoint, names, settings, Optional.empty(), UnaryOperator.identity());
    return start(builder, settings);
  }

  /**
   * Serves the protocols alone, writing as well as reading, for trying clients. Web pages are
   * refused, since a browser would let any of them write.
   *
   * @throws UsageException if other machines could reach it
   */
  public static WebServer writable(DatasetGraph data, Settings settings) {
    if (!address(settings.host).isLoopbackAddress()) {
      throw new UsageException(
          "Who may write is not asked, so --writable serves localhost, not " + settings.host);
    }
    data.getContext().set(ARQ.queryTimeout, Long.toString(settings.timeout.toMillis()));
    data.getContext().set(ARQ.httpServiceAllowed, false);
    FusekiServer.Builder builder =
        protocols()
            .addFilter("/*", (request, response, chain) -> fromNoPage(request, response, chain))
            .addFilter("/data", new NewGraphs());
    builder.registerOperation(Operation.Query, new SparqlQueries(settings.rows));
    builder.registerOperation(Operation.Update, new Updates());
    builder.add(
        "/",
        DataService.newBuilder(data)
            .addEndpoint(Operation.Query, "sparql")
            .addEndpoint(Operation.Update, "update")
            .addEndpoint(Operation.GSP_RW, "data"));
    page(builder, "/*", WebServer::unknown);
    return start(builder, settings);
  }

  private static void fromNoPage(
      ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (asked.getHeader("Origin") == null) {
      chain.doFilter(request, response);
    } else {
      Reply.problem(403, "This server can be written to, so it answers no web page.")
          .send(asked, (HttpServletResponse) response);
    }
  }

  private static FusekiServer.Builder builder(
      Endpoint endpoint, Names names, UnaryOperator<Function<HttpServletRequest, Reply>> keeping) {
    HomePage home = new HomePage(endpoint, names, Questions.bundled());
    return protocols()
        .addFilter("/*", new Readers())
        .addFilter("/*", new FirstPage(new PageServlet(keeping.apply(home::reply))));
  }

  private static FusekiServer.Builder protocols() {
    return FusekiServer.create()
        .fusekiModules(FusekiModules.empty())
        .addFilter("/*", new SafetyFilter())
        .addFilter("/*", new Problems())
        .addFilter("/*", new Lengths());
  }

  /** What is said of the endpoint beside the dataset: the questions, prefixes and its limits. */
  private static Graph service(Questions questions, Settings settings) {
    Graph graph = Executables.of(questions.all());
    String seconds = BigDecimal.valueOf(settings.timeout.toMillis(), 3).toPlainString();
    limit(graph, "queryTimeout", NodeFactory.createLiteralDT(seconds, XSDDatatype.XSDdecimal));
    String rows = Long.toString(settings.rows);
    limit(graph, "mostRows", NodeFactory.createLiteralDT(rows, XSDDatatype.XSDinteger));
    return graph;
  }

  private static void limit(Graph graph, String property, Node value) {
    graph.add(
        NodeFactory.createURI(Prefixes.BASE + "id/service/sparql"),
        NodeFactory.createURI(Prefixes.BASE + "ontology#" + property),
        value);
  }

  private static void addPages(
      FusekiServer.Builder builder,
      Endpoint endpoint,
      Names names,
      Settings settings,
      Optional<Instant> published,
      UnaryOperator<Function<HttpServletRequest, Reply>> keeping) {
    Releases releases = new Releases(settings.releases);
    Descriptions descriptions =
        new Descriptions(endpoint, names, settings.base, published, releases);
    addDescriptions(builder, keeping.apply(descriptions::reply));
    data(builder, "/sources/*", keeping.apply(descriptions::source));
    addQuestions(builder, endpoint, settings.base, releases, keeping);
    addTables(builder, new Reconciliation(endpoint, names, settings.base));
    addCube(builder, new CubePages(endpoint, published));
    page(builder, "/health", request -> health(endpoint));
    settings.releases.ifPresent(
        folder -> {
          builder.addFilter("/dumps/*", new DataFilter());
          builder.addServlet("/dumps/*", new Dumps(folder));
        });
    page(
        builder,
        AboutPage.PATH,
        keeping.apply(new AboutPage(endpoint, Questions.bundled())::reply));
    page(
        builder,
        EditorPage.PATH,
        keeping.apply(new EditorPage(endpoint, Questions.bundled())::reply));
    page(builder, SearchPage.PATH, new SearchPage(names, endpoint)::reply);
    page(
        builder,
        DisagreementsPage.PATH,
        keeping.apply(new DisagreementsPage(endpoint, Questions.bundled())::reply));
    page(builder, Assets.PATH + "*", new Assets()::reply);
    data(builder, MapData.PATH, keeping.apply(new MapData(endpoint)::reply));
    page(builder, "/*", WebServer::unknown);
  }

  private static void addDescriptions(
      FusekiServer.Builder builder, Function<HttpServletRequest, Reply> descriptions) {
    for (String path : List.of("/id/*", "/vocabulary/*", "/graph/*", "/ontology/*")) {
      data(builder, path, descriptions);
    }
    for (String path : List.of("/ontology", "/catalog", "/.well-known/void")) {
      data(builder, path, descriptions);
      for (Representation each : Representation.values()) {
        data(builder, path + "." + each.suffix(), descriptions);
      }
    }
  }

  private static void addTables(FusekiServer.Builder builder, Reconciliation tables) {
    builder.addFilter("/reconcile", new DataFilter());
    builder.addServlet("/reconcile", new PageServlet(tables::reply, true));
    data(builder, "/reconcile/suggest/entity", tables::suggestEntities);
    data(builder, "/reconcile/suggest/type", tables::suggestTypes);
    data(builder, "/reconcile/suggest/property", tables::suggestProperties);
    data(builder, "/reconcile/properties", tables::proposeProperties);
    data(builder, "/reconcile/preview", tables::preview);
  }

  private static void addQuestions(
      FusekiServer.Builder builder,
      Endpoint endpoint,
      String base,
      Releases releases,
      UnaryOperator<Function<HttpServletRequest, Reply>> keeping) {
    Questions questions = Questions.bundled();
    data(builder, OpenApi.PATH, keeping.apply(new OpenApi(endpoint, questions)::reply));
    CitePage citations = new CitePage(endpoint, base);
    CitePage.paths().forEach(path -> data(builder, path, citations::reply));
    ExplainPage explanations = new ExplainPage(endpoint, questions);
    ExplainPage.paths().forEach(path -> data(builder, path, explanations::reply));
    Function<HttpServletRequest, Reply> pages =
        keeping.apply(new QuestionPages(endpoint, questions, base, releases)::reply);
    for (String path : List.of("/queries", "/queries/*")) {
      data(builder, path, pages);
    }
    QuestionPages.paths().forEach(path -> data(builder, path, pages));
  }

  private static void addCube(FusekiServer.Builder builder, CubePages cube) {
    data(builder, "/" + CubeTable.NAME, request -> cube.table());
    data(builder, "/" + CubeTable.DESCRIPTION, request -> cube.description());
  }

  /** A page that pages of other sites may read, too. */
  private static void data(
      FusekiServer.Builder builder, String path, Function<HttpServletRequest, Reply> page) {
    builder.addFilter(path, new DataFilter());
    page(builder, path, page);
  }

  private static void page(
      FusekiServer.Builder builder, String path, Function<HttpServletRequest, Reply> page) {
    builder.addServlet(path, new PageServlet(page));
  }

  private static Reply unknown(HttpServletRequest request) {
    return Reply.problem(
        404, "There is no " + request.getRequestURI() + " here; / tells what there is.");
  }

  private static Reply health(Endpoint endpoint) {
    boolean holdsData = endpoint.answer(ANYTHING, exec -> exec.ask());
    String json = "{\"status\": \"%s\"}\n".formatted(holdsData ? "ok" : "empty");
    return new Reply(200, "application/json", json, Map.of());
  }

  private static WebServer start(FusekiServer.Builder builder, Settings settings) {
    InetAddress address = address(settings.host);
    FusekiServer server = builder.port(settings.port).build();
    compress(server.getJettyServer());
    try {
      for (Connector connector : server.getJettyServer().getConnectors()) {
        ((ServerConnector) connector).setHost(address.getHostAddress());
      }
      server.start();
    } catch (RuntimeException e) {
      server.stop();
      throw cannotServe(settings, e);
    }
    return new WebServer(server, settings.host);
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UsageException("There is no host " + host + " to serve at", e);
    }
  }

  /** Packs answers with gzip for clients that take it. */
  private static void compress(Server server) {
    CompressionHandler packing = new CompressionHandler(server.getHandler());
    packing.putCompression(new GzipCompression());
    server.setHandler(packing);
  }

  private static RuntimeException cannotServe(Settings settings, RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof IOException || cause instanceof UnresolvedAddressException) {
      return new UsageException(
          "Cannot serve at port %d of %s (%s); choose another with --port, or 0 for any that is free"
              .formatted(settings.port, settings.host, cause.getMessage()),
          e);
    }
    return e;
  }

  /** Where the first page is. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.getPort() + "/");
  }

  /** Waits until the server is closed. */
  public void join() {
    server.join();
  }

  /** Ends what is being answered and frees the port. */
  @Override
  public void close() {
    server.stop();
  }
}
