package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.eclipse.rdf4j.collection.factory.api.CollectionFactory;
import org.eclipse.rdf4j.collection.factory.impl.DefaultCollectionFactory;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLResultsXMLWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.nativerdf.NativeStore;
import org.w3id.bykz.benchmark.Figures.Measured;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

/**
 * Asks 24 of the questions over HTTP of what is published of graphs that {@link GrownGraph} made,
 * at this server, at stock Fuseki on the same database and at RDF4J's NativeStore with the same
 * quads behind a handler of the JDK, one after the other, all in this process. Stores that are
 * there already and hold the same are taken as they are. Of each peer is told whether it gave the
 * same rows. RDF4J's default graph has a statement as often as graphs hold it, and takes a path of
 * any length from where it stands, so that its answers may be others, or come too late.
 */
public final class QueryBenchmark {

  private static final String BASE = "https://w3id.org/bykz/";
  private static final int RUNS = 30;
  private static final int WARM = 5;
  private static final Duration MOST = Duration.ofSeconds(5);

  /** This server, when it works each answer out, and when it may give one that it has kept. */
  private static final String ANEW = "bykz";

  private static final String KEPT = "kept";

  private static final Pattern VALUE = Pattern.compile(">([^<>]+)</(?:uri|literal)>");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Questions and what they are asked with; none where they are all of it. */
  private static final List<String> QUESTIONS =
      List.of(
          "agreements-between party=country/KZ",
          "agreements-by-kind",
          "claims-about thing=product/dairy-products",
          "claims-by-speaker speaker=person/ergali-bulegenov",
          "claims-of-source source=131",
          "coverage",
          "doubtful-claims below=0.8",
          "enterprises-selling-to",
          "events-by-place within=country/KZ",
          "exports-of-region",
          "fields-of-cooperation party=region/BY-HR",
          "figures-of-trade reporter=region/BY-HR",
          "goods-most-told-of",
          "investment-and-jobs",
          "joint-projects within=country/KZ",
          "neighbours-within-two-steps thing=region/BY-HR",
          "oblasts-trading",
          "offices-held office=minister",
          "partners-of-region",
          "quantities-traded product=meat",
          "region-in-one-view",
          "sources-and-their-claims",
          "trade-over-time",
          "who-met-whom participant=country/KZ");

  private QueryBenchmark() {}

  /** Takes a file of N-Quads that were read, a folder to work in, and sizes in statements. */
  public static void main(String[] args) throws IOException {
    Figures figures = Figures.of("questions");
    GrownGraph.each(args, grown -> measure(grown, figures));
  }

  private static void measure(GrownGraph.Sized grown, Figures figures) throws IOException {
    String part = String.format(Locale.ROOT, "%,d statements", grown.size());
    Path folder = grown.folder();
    Path ontology = GrownGraph.ontology(folder);
    Path database = folder.resolve("store");
    Publication publication = Publication.into(database, Gate.bundled());
    publication.publish(List.of(ontology, grown.quads()));
    try (Store store = Store.open(database)) {
      DatasetGraph data = store.dataset();
      String version = Edition.of(Endpoint.of(data)).orElseThrow().version();
      Path loaded = folder.resolve("rdf4j-" + version);
      if (!Files.exists(loaded)) {
        Path all = folder.resolve("all.nq");
        Txn.executeRead(data, () -> write(data, all));
        load(all, folder.resolve("rdf4j"), loaded);
      }
      SailRepository rdf4j = new SailRepository(new Native(loaded));
      HttpServer peer = serve(rdf4j);
      FusekiServer stock =
          FusekiServer.create()
              .fusekiModules(FusekiModules.empty())
              .port(0)
              .add("/ds", data)
              .build()
              .start();
      try (WebServer ours =
          WebServer.of(data, store.published(), WebServer.Settings.local().port(0))) {
        Map<String, URI> servers = new LinkedHashMap<>();
        servers.put(ANEW, ours.address().resolve("/sparql"));
        servers.put(KEPT, ours.address().resolve("/sparql"));
        servers.put("Fuseki", URI.create("http://localhost:" + stock.getPort() + "/ds"));
        servers.put("RDF4J", URI.create("http://localhost:" + peer.getAddress().getPort() + "/"));
        check(grown.known(), servers.get(ANEW));
        for (String question : QUESTIONS) {
          String name = question.split(" ")[0];
          figures.add(part, name, measure(question, Endpoint.of(data), servers));
        }
      } finally {
        stock.stop();
        peer.stop(0);
        rdf4j.shutDown();
      }
    }
  }

  private static void write(DatasetGraph data, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      RDFDataMgr.write(out, data, Lang.NQUADS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // RDF4J

  /** Without the collections on disk, whose library the build leaves out. */
  private static final class Native extends NativeStore {

    Native(Path folder) {
      super(folder.toFile(), "spoc,posc,cspo,opsc");
    }

    @Override
    public Supplier<CollectionFactory> getCollectionFactory() {
      return DefaultCollectionFactory::new;
    }
  }

  /** A store under its last name is whole. */
  private static void load(Path quads, Path first, Path loaded) {
    try {
      FileUtils.deleteDirectory(first.toFile());
      SailRepository repository = new SailRepository(new Native(first));
      try (RepositoryConnection connection = repository.getConnection()) {
        connection.begin(IsolationLevels.NONE);
        connection.add(quads.toFile(), "", RDFFormat.NQUADS);
        connection.commit();
      } finally {
        repository.shutDown();
      }
      Files.move(first, loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer serve(SailRepository repository) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> answer(exchange, repository));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, SailRepository repository) throws IOException {
    String query = exchange.getRequestURI().getRawQuery().substring("query=".length());
    try (RepositoryConnection connection = repository.getConnection();
        OutputStream out = exchange.getResponseBody()) {
      TupleQuery prepared = connection.prepareTupleQuery(URLDecoder.decode(query, UTF_8));
      prepared.setMaxExecutionTime((int) MOST.toSeconds());
      exchange.sendResponseHeaders(200, 0);
      prepared.evaluate(new SPARQLResultsXMLWriter(out));
    }
  }

  // Asking

  private record Answer(double millis, List<String> rows) {}

  private static Answer ask(URI server, String query) {
    return ask(server, query, false);
  }

  private static Answer ask(URI server, String query, boolean keeps) {
    URI uri = URI.create(server + "?query=" + URLEncoder.encode(query, UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/sparql-results+xml")
            .header("Cache-Control", keeps ? "max-age=3600" : "no-cache")
            .timeout(MOST)
            .build();
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(
          (System.nanoTime() - start) / 1e6,
          response.statusCode() == 200
              ? rows(response.body())
              : List.of("refused: " + response.statusCode()));
    } catch (HttpTimeoutException e) {
      return new Answer(MOST.toMillis(), List.of("ended"));
    } catch (IOException e) {
      return new Answer(MOST.toMillis(), List.of("failed: " + e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The values of each row, in no order; numbers as numbers. */
  private static List<String> rows(String xml) {
    List<String> rows = new ArrayList<>();
    for (String row : xml.split("<result>")) {
      List<String> values = new ArrayList<>();
      for (Matcher value = VALUE.matcher(row); value.find(); ) {
        values.add(value.group(1).replaceFirst("^(-?\\d+)\\.0+(?:[eE]0)?$", "$1"));
      }
      rows.add(values.stream().sorted().collect(joining(" | ")));
    }
    return rows.stream().skip(1).sorted().toList();
  }

  /** What is known of the graph beforehand is what it answers. */
  private static void check(GrownGraph.Known known, URI server) {
    String prefix = "PREFIX bykz: <" + BASE + "ontology#> ";
    known
        .claims()
        .forEach(
            (frame, count) ->
                require(
                    ask(server, prefix + "SELECT (COUNT(?c) AS ?n) { ?c a bykz:" + frame + " }")
                        .rows,
                    List.of(count.toString())));
    Set<String> exports =
        Set.copyOf(ask(server, prefix + "SELECT * { ?exporter bykz:exports ?product }").rows);
    for (String pair : known.exports()) {
      String row =
          Stream.of(pair.replaceAll("[<>]", "").split(" ")).sorted().collect(joining(" | "));
      require(exports.contains(row), true);
    }
  }

  private static void require(Object found, Object expected) {
    if (!found.equals(expected)) {
      throw new AssertionError("Found " + found + " where " + expected + " is known");
    }
  }

  private static List<Measured> measure(
      String question, Endpoint endpoint, Map<String, URI> servers) {
    String[] parts = question.split("[ =]");
    Map<String, String> arguments = parts.length == 1 ? Map.of() : Map.of(parts[1], parts[2]);
    Query query = Questions.bundled().named(parts[0]).bind(arguments, endpoint);
    // As many rows as a page has.
    query.setLimit(1_000);
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    servers.forEach(
        (name, server) -> {
          List<Double> each = new ArrayList<>();
          double spent = 0;
          for (int i = 0; i < WARM + RUNS && spent < MOST.toMillis(); i++) {
            Answer answer = ask(server, query.toString(), name.equals(KEPT));
            rows.put(name, answer.rows);
            spent += answer.millis;
            if (i >= WARM || answer.millis > 1_000) {
              each.add(answer.millis);
            }
          }
          times.put(name, each.stream().sorted().toList());
        });
    List<String> ours = rows.get(ANEW);
    List<Measured> measured = new ArrayList<>();
    measured.add(new Measured("rows", ours.size()));
    times.forEach(
        (name, each) -> {
          measured.add(new Measured(name + " p50 ms", each.get(each.size() / 2)));
          measured.add(new Measured(name + " p95 ms", each.get((int) (each.size() * 0.95))));
          if (!name.equals(ANEW)) {
            measured.add(new Measured(name + " same", rows.get(name).equals(ours) ? 1 : 0));
          }
        });
    return measured;
  }
}
