package org.w3id.bykz.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;

/**
 * The server: reading only unless it is made to be written to, on one address and port, from when
 * it is started until it is closed.
 */
public final class WebServer implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 1_000;

  /** How long an answer may take to be read, in seconds, beside what its query takes. */
  private static final int GRACE = 30;

  /** Of a request, in bytes: an address and headers. */
  private static final int LONGEST_HEAD = 64 << 10;

  private final FusekiServer server;
  private final Shown shown;
  private final Settings settings;

  private WebServer(FusekiServer server, Shown shown, Settings settings) {
    this.server = server;
    this.shown = shown;
    this.settings = settings;
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
    Site site = site(data, published, settings);
    WebServer server = start(site.builder, settings);
    site.routes.warm();
    return server;
  }

  /**
   * Serves another dataset from now on. What is being answered from the one before is still
   * answered from it; it is let go when the longest query that is allowed has ended.
   *
   * @param before closes what was served until now
   */
  public void show(DatasetGraph data, Instant published, Runnable before) {
    Site site = site(data, published, settings);
    Server next = site.builder.port(0).build().getJettyServer();
    Handler handler = next.getHandler();
    next.setHandler((Handler) null);
    refuseInOurWords(handler);
    Handler old = shown.show(handler);
    site.routes.warm();
    CompletableFuture.delayedExecutor(settings.timeout.toSeconds() + GRACE, TimeUnit.SECONDS)
        .execute(
            () -> {
              LifeCycle.stop(old);
              before.run();
            });
  }

  /** What a dataset is shown by. */
  private record Site(FusekiServer.Builder builder, Routes routes) {}

  private static Site site(DatasetGraph data, Instant published, Settings settings) {
    data.getContext().set(ARQ.queryTimeout, Long.toString(settings.timeout.toMillis()));
    Endpoint endpoint = Endpoint.of(data);
    FusekiServer.Builder builder = protocols();
    Routes routes =
        new Routes(builder, endpoint, settings, Optional.of(published), new KeptPages()::of);
    routes.add();
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
    builder.addFilter("/sparql", new ServiceDescription(new PageServlet(routes::service)));
    builder.addFilter("/sparql", new KeptAnswers());
    builder.addFilter("/sparql", new CutNotes());
    builder.registerOperation(Operation.Query, new SparqlQueries(settings.rows));
    builder.registerOperation(Operation.GSP_R, new GraphStore());
    builder.add(
        "/",
        DataService.newBuilder(data)
            .addEndpoint(Operation.Query, "sparql")
            .addEndpoint(Operation.GSP_R, "data"));
    return new Site(builder, routes);
  }

  /**
   * Serves the pages of what a SPARQL service elsewhere holds. Names and claims are read once;
   * other changes there show at once.
   */
  public static WebServer pagesOf(URI service, Settings settings) {
    FusekiServer.Builder builder = protocols();
    Endpoint endpoint = Endpoint.at(service, settings.timeout);
    new Routes(builder, endpoint, settings, Optional.empty(), UnaryOperator.identity()).add();
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
    Store.bounded(data);
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
    builder.addServlet("/*", new PageServlet(Routes::unknown));
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

  private static FusekiServer.Builder protocols() {
    return FusekiServer.create()
        .fusekiModules(FusekiModules.empty())
        .addFilter("/*", new SafetyFilter())
        .addFilter("/*", new Problems())
        .addFilter("/*", new Lengths());
  }

  private static WebServer start(FusekiServer.Builder builder, Settings settings) {
    InetAddress address = address(settings.host);
    FusekiServer server = builder.port(settings.port).build();
    Shown shown = guard(server.getJettyServer());
    try {
      for (Connector connector : server.getJettyServer().getConnectors()) {
        ((ServerConnector) connector).setHost(address.getHostAddress());
        connector
            .getConnectionFactory(HttpConnectionFactory.class)
            .getHttpConfiguration()
            .setRequestHeaderSize(LONGEST_HEAD);
      }
      server.start();
    } catch (RuntimeException e) {
      server.stop();
      throw cannotServe(settings, e);
    }
    return new WebServer(server, shown, settings);
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UsageException("There is no host " + host + " to serve at", e);
    }
  }

  /**
   * Gives a request a thread when most of it is there, so that who sends slowly holds up nobody;
   * refuses in our own words; packs answers for those that take it.
   *
   * @return what has the server's own handler, which may become another
   */
  private static Shown guard(Server server) {
    Handler handler = server.getHandler();
    refuseInOurWords(handler);
    Shown shown = new Shown(handler);
    CompressionHandler packing = new CompressionHandler(shown);
    packing.putCompression(new GzipCompression());
    server.setHandler(
        new EagerContentHandler(
            packing,
            new EagerContentHandler.RetainedContentLoaderFactory(Lengths.MOST, -1, false)));
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(new Refusals());
    return shown;
  }

  /** What answers, which another may take the place of between two requests. */
  private static final class Shown extends Handler.Abstract {

    private volatile Handler handler;

    Shown(Handler first) {
      this.handler = first;
    }

    /** Starts another, and gives the one before, which still answers what it was asked. */
    Handler show(Handler next) {
      start(next);
      Handler before = handler;
      handler = next;
      return before;
    }

    private void start(Handler each) {
      each.setServer(getServer());
      LifeCycle.start(each);
    }

    @Override
    protected void doStart() throws Exception {
      start(handler);
      super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
      super.doStop();
      handler.stop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return handler.handle(request, response, callback);
    }
  }

  private static void refuseInOurWords(Handler handler) {
    Stream.concat(
            Stream.of(handler).filter(ContextHandler.class::isInstance),
            handler instanceof Handler.Container all
                ? all.getDescendants(ContextHandler.class).stream()
                : Stream.empty())
        .map(ContextHandler.class::cast)
        .forEach(context -> context.setErrorHandler(new Refusals()));
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
    String name = settings.host.contains(":") ? "[" + settings.host + "]" : settings.host;
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
