package org.w3id.bykz.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.http.auth.AuthChallenge;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.w3id.bykz.query.Credentials;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.UsageException;

/**
 * A store elsewhere: asked by SPARQL 1.1 Protocol, written to by Graph Store Protocol, a whole
 * graph a request. It follows no redirection, so that credentials go where they were meant to.
 */
public final class RemoteStore {

  private static final Query GRAPHS = SparqlFile.bundled("copies/graphs");
  private static final Query WHOLE = SparqlFile.bundled("copies/whole");
  private static final Var AFTER = Var.alloc("after");

  /** For one answer, after all of a graph was sent. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int LONGEST_REASON = 200;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI service;
  private final URI graphs;
  private final Optional<Credentials> credentials;
  private final Endpoint endpoint;
  private Optional<AuthChallenge> challenge = Optional.empty();
  private int answers;

  /**
   * @param service where it is asked
   * @param graphs where it takes graphs
   */
  public RemoteStore(URI service, URI graphs, Optional<Credentials> credentials) {
    this.service = service;
    this.graphs = graphs;
    this.credentials = credentials;
    this.endpoint = Endpoint.at(service, PATIENCE);
    credentials.ifPresent(each -> each.useAt(service));
  }

  /** Where it is asked. */
  public URI service() {
    return service;
  }

  /** How many statements each graph has that is named as ours are; asked for by and by. */
  Map<String, Long> graphs() {
    TreeMap<String, Long> all = new TreeMap<>();
    int before;
    do {
      before = all.size();
      Node last = NodeFactory.createLiteralString(all.isEmpty() ? "" : all.lastKey());
      all.putAll(
          ask(QueryTransformOps.replaceVars(GRAPHS, Map.of(AFTER, last)), RemoteStore::rows));
    } while (all.size() - before == GRAPHS.getLimit());
    return all;
  }

  private static Map<String, Long> rows(QueryExec exec) {
    Map<String, Long> graphs = new HashMap<>();
    for (RowSet rows = exec.select(); rows.hasNext(); ) {
      Binding row = rows.next();
      graphs.put(node(row, "graph").getURI(), number(node(row, "statements")));
    }
    return graphs;
  }

  private static Node node(Binding row, String column) {
    return row.get(Var.alloc(column));
  }

  private static long number(Node count) {
    return Long.parseLong(count.getLiteralLexicalForm());
  }

  /** Whether its default graph shows what the named graphs hold. */
  boolean showsUnion() {
    return ask(WHOLE, exec -> exec.select().hasNext());
  }

  private <T> T ask(Query query, Function<QueryExec, T> read) {
    try {
      return endpoint.answer(query, read);
    } catch (QueryExceptionHTTP e) {
      if (e.getStatusCode() > 0) {
        throw refused(service, e.getStatusCode(), "query", said(e.getResponse()));
      }
      throw unreachable(service, e);
    } catch (JenaException e) {
      throw noSparql(e);
    }
  }

  private UsageException noSparql(Exception e) {
    return new UsageException(
        "%s gives no answer to a SPARQL query (%s); give --endpoint the address of a SPARQL service"
            .formatted(service, e.getMessage()),
        e);
  }

  /** Replaces a graph. */
  void put(String graph, Path turtle) throws IOException {
    send("PUT", graph, BodyPublishers.ofFile(turtle));
  }

  /** Adds to a graph. */
  void post(String graph, String turtle) {
    send("POST", graph, BodyPublishers.ofString(turtle));
  }

  /** Replaces a graph. */
  void put(String graph, String turtle) {
    send("PUT", graph, BodyPublishers.ofString(turtle));
  }

  /** Deletes a graph if it is there. */
  void delete(String graph) {
    send("DELETE", graph, BodyPublishers.noBody());
  }

  /** Reads a graph, which has no statements if it is not there. */
  void read(String graph, StreamRDF to) {
    HttpResponse<InputStream> response = answer("GET", graph, BodyPublishers.noBody());
    if (response.statusCode() == 404 || response.statusCode() == 204) {
      return;
    }
    refuse(response, "GET", graph);
    try (InputStream in = response.body()) {
      Lang lang =
          response.headers().firstValue("Content-Type").orElse("").contains("turtle")
              ? Lang.TURTLE
              : Lang.NTRIPLES;
      RDFParser.source(in).lang(lang).parse(to);
    } catch (IOException | RiotException e) {
      throw new DataException(
          "The graph %s cannot be read from %s: %s".formatted(graph, graphs, e.getMessage()), e);
    }
  }

  private void send(String method, String graph, BodyPublisher body) {
    HttpResponse<InputStream> response = answer(method, graph, body);
    if (method.equals("DELETE") && response.statusCode() == 404) {
      return;
    }
    refuse(response, method, graph);
  }

  /** The answer, given the second time to who was asked for credentials at first. */
  private HttpResponse<InputStream> answer(String method, String graph, BodyPublisher body) {
    URI uri =
        URI.create(
            graphs
                + (graphs.getRawQuery() == null ? "?" : "&")
                + "graph="
                + URLEncoder.encode(graph, StandardCharsets.UTF_8));
    try {
      HttpResponse<InputStream> first = CLIENT.send(request(method, uri, body), stream());
      if (first.statusCode() != 401) {
        return first;
      }
      challenge =
          first.headers().allValues("WWW-Authenticate").stream()
              .map(AuthChallenge::parse)
              .filter(each -> each != null && each.authScheme != null)
              .findFirst();
      if (challenge.isEmpty() || credentials.isEmpty()) {
        return first;
      }
      first.body().close();
      answers = 0;
      return CLIENT.send(request(method, uri, body), stream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(graphs, e);
    } catch (IOException e) {
      throw unreachable(graphs, e);
    }
  }

  private static HttpResponse.BodyHandler<InputStream> stream() {
    return BodyHandlers.ofInputStream();
  }

  private HttpRequest request(String method, URI uri, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
    if (method.equals("GET")) {
      request.header("Accept", "application/n-triples, text/turtle;q=0.5");
    } else if (!method.equals("DELETE")) {
      request.header("Content-Type", "text/turtle; charset=utf-8");
    }
    credentials
        .flatMap(
            each ->
                challenge.isPresent()
                    ? each.answer(challenge.get(), method, uri, ++answers)
                    : each.unasked())
        .ifPresent(answer -> request.header("Authorization", answer));
    return request.build();
  }

  private void refuse(HttpResponse<InputStream> response, String method, String graph) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    try (InputStream in = response.body()) {
      byte[] said = in.readNBytes(4096);
      String reason =
          response
              .headers()
              .firstValue("Location")
              .filter(to -> status >= 300 && status < 400)
              .map(to -> "it is at " + to)
              .orElseGet(() -> said(new String(said, StandardCharsets.UTF_8)));
      throw refused(graphs, status, method + " of the graph " + graph, reason);
    } catch (IOException e) {
      throw unreachable(graphs, e);
    }
  }

  /** What a store says of its refusal, on one line and without markup. */
  private static String said(String body) {
    String text =
        body == null
            ? ""
            : body.replaceAll("<[^<>]*>", " ").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }

  private RuntimeException refused(URI where, int status, String what, String reason) {
    return switch (status) {
      case 401 ->
          new UsageException(
              credentials.isEmpty()
                  ? "%s asks who you are (401); set the variables %s and %s"
                      .formatted(where, Credentials.USER, Credentials.PASSWORD)
                  : "%s does not accept what %s and %s say (401); correct these variables"
                      .formatted(where, Credentials.USER, Credentials.PASSWORD));
      case 403 ->
          new UsageException(
              "%s does not allow %s to %s (403); ask who runs it, or name another user in %s"
                  .formatted(
                      where,
                      what,
                      credentials.map(each -> "this user").orElse("everybody"),
                      Credentials.USER));
      case 301, 302, 303, 307, 308, 404, 405, 406, 415, 501 ->
          new UsageException(
              "%s does not take a %s (%d%s); give --graph-store the address of the store's Graph"
                      .formatted(where, what, status, reason.isEmpty() ? "" : ": " + reason)
                  + " Store Protocol, and --endpoint that of its SPARQL service");
      default ->
          new DataException(
              "%s failed at a %s (%d%s)"
                  .formatted(where, what, status, reason.isEmpty() ? "" : ": " + reason));
    };
  }

  private static DataException unreachable(URI where, Exception e) {
    String reason = "it does not answer";
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        reason = "there is no such host";
      } else if (each instanceof IOException && each.getMessage() != null) {
        reason = said(each.getMessage());
      }
    }
    return new DataException(
        "%s cannot be reached (%s); see whether the store runs and the address is right"
            .formatted(where, reason),
        e);
  }
}
