package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.RDF;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.query.Things;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.view.Card;
import org.w3id.bykz.view.Cards;
import org.w3id.bykz.view.Curations;
import org.w3id.bykz.view.Curations.Curation;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Portrait;
import org.w3id.bykz.view.Portraits;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;
import org.w3id.bykz.view.Sources;

/** Answers for the IRIs of ours: a page or RDF, by a suffix or by what the client accepts. */
final class Descriptions {

  /** The header that says after how many statements a description was cut. */
  static final String CUT = "Bykz-Cut-After";

  private static final int MOST = 20_000;
  private static final Var THING = Var.alloc("thing");

  /** What a name of ours can be made of; nothing else is looked up. */
  private static final Pattern PATH = Pattern.compile("/[\\p{L}\\p{N}/._~:@!$&'()*+,;=%-]+");

  /** Where the whole of what is said of the dataset is had. */
  private static final String DATASET = ".well-known/void";

  private static final Query OF_THING = SparqlFile.bundled("pages/thing");
  private static final Query OF_GRAPH = SparqlFile.bundled("pages/graph");

  /** What is described by a query of its own. */
  private static final Map<String, Query> OF_ONE =
      Map.of(
          "ontology",
          SparqlFile.bundled("pages/ontology"),
          "catalog",
          SparqlFile.bundled("pages/catalog"),
          DATASET,
          SparqlFile.bundled("pages/void"));

  /** Whose pages tell search engines of the dataset. */
  private static final Set<String> OF_DATASET =
      Set.of("/catalog", "/id/dataset/bykz", "/" + DATASET);

  /** What has a page made for looking; all else is shown as its statements. */
  private static final Pattern PICTURED =
      Pattern.compile(
          "/id/(source|country|region|place|organisation|person|product|sector|office|event"
              + "|agreement|project)/");

  private static final Query WITHDRAWN = SparqlFile.bundled("pages/withdrawn");

  private static final Node FORMER_SOURCE =
      NodeFactory.createURI(Prefixes.BASE + "ontology#FormerSource");

  /** A source, or a claim, which has its name from one. */
  private static final Pattern OF_SOURCE =
      Pattern.compile("/id/(source/(?<source>[^/]+)|claim/(?<other>[^/]+)-[0-9a-f]+)");

  private final Endpoint endpoint;
  private final Names names;
  private final String base;
  private final Optional<Instant> published;
  private final Releases releases;

  /**
   * @param names for saying what an unknown one may have meant
   * @param base what our names begin with in the RDF that is given
   * @param published when the data were published, where that is known
   * @param releases for what is said of their files
   */
  Descriptions(
      Endpoint endpoint, Names names, String base, Optional<Instant> published, Releases releases) {
    this.endpoint = endpoint;
    this.names = names;
    this.base = base;
    this.published = published;
    this.releases = releases;
  }

  /** A description that was read, and whether there is more than it holds. */
  private record Described(Graph graph, boolean isCut) {

    boolean isEmpty() {
      return graph.isEmpty();
    }

    boolean isFormer(Node source) {
      return graph.contains(source, RDF.type.asNode(), FORMER_SOURCE);
    }
  }

  Reply reply(HttpServletRequest request) {
    Reply reply = choose(request, path(request));
    // Also a refusal depends on what was accepted.
    return reply.with("Vary", "Accept");
  }

  /** The text of a source, as {@code /sources/003} for {@code /id/source/003}. */
  Reply source(HttpServletRequest request) {
    String path = path(request).replaceFirst("^/sources/", "/id/source/");
    return choose(request, path).with("Vary", "Accept");
  }

  private Reply choose(HttpServletRequest request, String path) {
    Optional<Representation> asked = Representation.ofSuffix(path);
    Optional<Representation> chosen = asked.or(() -> Representation.accepted(Accept.of(request)));
    if (chosen.isEmpty()) {
      return Reply.problem(
          406,
          "This is had as %s, not as %s; %s.ttl, for one, gives Turtle to every client."
              .formatted(Representation.allMediaTypes(), request.getHeader("Accept"), path));
    }
    String name =
        asked
            .map(each -> path.substring(0, path.length() - each.suffix().length() - 1))
            .orElse(path);
    if (!PATH.matcher(name).matches()) {
      return unknown(name);
    }
    Node thing = NodeFactory.createURI(Prefixes.BASE + name.substring(1));
    if (chosen.get() == Representation.HTML) {
      Optional<String> picture = picture(name, thing, Readers.of(request));
      if (picture.isPresent()) {
        return reply(name, Representation.HTML, picture.get(), Map.of());
      }
    }
    Described described = describe(thing);
    GraphUtil.addInto(
        described.graph,
        releases.about(name.substring(1), () -> Edition.of(endpoint).map(Edition::version)));
    // Asked only where the source is not there: who looks at others need not wait for it.
    Optional<String> withdrawn =
        described.isEmpty() || described.isFormer(thing) ? withdrawal(name) : Optional.empty();
    if (withdrawn.isPresent() && (described.isEmpty() || chosen.get() == Representation.HTML)) {
      return Reply.problem(410, withdrawn.get());
    }
    if (described.isEmpty()) {
      return unknown(name);
    }
    String body =
        chosen
            .get()
            .format()
            .map(format -> write(rebased(described.graph), format))
            .orElseGet(() -> page(name, thing, described, Readers.of(request)));
    Map<String, String> more = described.isCut ? Map.of(CUT, Integer.toString(MOST)) : Map.of();
    return reply(name, chosen.get(), body, more).status(withdrawn.isPresent() ? 410 : 200);
  }

  /** Why a source is gone, for its name or that of a claim of it; empty if it is not. */
  private Optional<String> withdrawal(String name) {
    Matcher told = OF_SOURCE.matcher(name);
    if (!told.matches()) {
      return Optional.empty();
    }
    String key = told.group("source") == null ? told.group("other") : told.group("source");
    Node source = NodeFactory.createURI(Prefixes.BASE + "id/source/" + key);
    Query query = QueryTransformOps.replaceVars(WITHDRAWN, Map.of(THING, source));
    return Rows.of(query, endpoint).stream()
        .findFirst()
        .map(
            row ->
                "The source %s, \"%s\", was withdrawn%s%s: %s"
                    .formatted(
                        key,
                        Rows.text(row, "title"),
                        row.contains("date") ? " on " + Rows.text(row, "date") : "",
                        row.contains("curator") ? " by " + Rows.text(row, "curator") : "",
                        Rows.text(row, "reason")));
  }

  /**
   * What is said of the dataset as a whole, and more, in RDF.
   *
   * @param request accepts some form of it
   */
  Reply dataset(HttpServletRequest request, Graph more) {
    Representation form = Representation.accepted(Accept.of(request)).orElseThrow();
    Graph graph = describe(NodeFactory.createURI(Prefixes.BASE + DATASET)).graph;
    GraphUtil.addInto(graph, more);
    String body = write(rebased(graph), form.format().orElseThrow());
    Reply reply = new Reply(200, form.contentType(), body, Map.of("Vary", "Accept"));
    return published.map(reply::published).orElse(reply);
  }

  /** What is said of one of our names elsewhere, in a form of RDF. */
  Reply rdf(String name, Graph graph, Representation form) {
    String body = write(rebased(graph), form.format().orElseThrow());
    return reply(name, form, body, Map.of());
  }

  static String path(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  private Reply unknown(String name) {
    String hint = name.startsWith("/id/") ? names.hint(name.substring("/id/".length())) : "";
    return Reply.problem(
        404,
        "Nothing is known of %s%s%s"
            .formatted(
                Prefixes.BASE,
                name.substring(1),
                hint.isEmpty() ? "; /sparql answers which things there are." : hint));
  }

  private Described describe(Node thing) {
    return endpoint.answer(query(thing), exec -> read(exec.constructTriples()));
  }

  private static Query query(Node thing) {
    String name = thing.getURI().substring(Prefixes.BASE.length());
    if (OF_ONE.containsKey(name)) {
      return OF_ONE.get(name);
    }
    boolean isGraph = name.startsWith("graph/");
    return QueryTransformOps.replaceVars(isGraph ? OF_GRAPH : OF_THING, Map.of(THING, thing));
  }

  /** A graph with our prefixes. */
  static Graph empty() {
    Graph graph = GraphFactory.createDefaultGraph();
    Prefixes.all().forEach(graph.getPrefixMapping()::setNsPrefix);
    return graph;
  }

  private static Described read(Iterator<Triple> triples) {
    Graph graph = empty();
    while (triples.hasNext() && graph.size() < MOST) {
      graph.add(triples.next());
    }
    return new Described(graph, triples.hasNext());
  }

  private Reply reply(
      String name, Representation representation, String body, Map<String, String> more) {
    Map<String, String> headers = new TreeMap<>(more);
    headers.put("Content-Location", name + "." + representation.suffix());
    headers.put("Link", alternates(name));
    Reply reply = new Reply(200, representation.contentType(), body, headers);
    return published.map(reply::published).orElse(reply);
  }

  static String alternates(String name) {
    return Arrays.stream(Representation.values())
        .map(
            each ->
                "<%s.%s>; rel=\"alternate\"; type=\"%s\""
                    .formatted(name, each.suffix(), each.mediaType()))
        .collect(Collectors.joining(", "));
  }

  /** The same with our names under another base. */
  private Graph rebased(Graph graph) {
    if (base.equals(Prefixes.BASE)) {
      return graph;
    }
    Graph moved = GraphFactory.createDefaultGraph();
    graph
        .getPrefixMapping()
        .getNsPrefixMap()
        .forEach((prefix, iri) -> moved.getPrefixMapping().setNsPrefix(prefix, rebased(iri)));
    graph
        .find()
        .forEachRemaining(triple -> moved.add(NodeTransformLib.transform(this::rebased, triple)));
    return moved;
  }

  private Node rebased(Node node) {
    return node.isURI() ? NodeFactory.createURI(rebased(node.getURI())) : node;
  }

  private String rebased(String iri) {
    return iri.startsWith(Prefixes.BASE) ? base + iri.substring(Prefixes.BASE.length()) : iri;
  }

  private static String write(Graph graph, RDFFormat format) {
    return RDFWriter.source(graph).format(format).asString();
  }

  /** The page that is made for looking at things of its kind; empty if there is none. */
  private Optional<String> picture(String name, Node thing, Reader reader) {
    Matcher kind = PICTURED.matcher(name);
    if (!kind.lookingAt() || !Things.isKnown(thing, endpoint)) {
      return Optional.empty();
    }
    List<Sheet.Made> made = List.of(Portraits.made(thing, reader, endpoint));
    if (kind.group(1).equals("source")) {
      return Sources.of(thing, reader, endpoint, names.claims())
          .map(
              source ->
                  Page.of(
                      "source",
                      new Sheet(reader, source.title(), name, made, formats(name)),
                      source));
    }
    Portrait portrait = Portraits.of(thing, reader, endpoint, names.claims());
    return Optional.of(
        Page.of(
            "portrait", new Sheet(reader, portrait.name(), name, made, formats(name)), portrait));
  }

  static List<Link> formats(String name) {
    return Arrays.stream(Representation.values())
        .filter(each -> each.format().isPresent())
        .map(each -> new Link(each.title(), name + "." + each.suffix()))
        .toList();
  }

  private String page(String name, Node thing, Described described, Reader reader) {
    String note =
        described.isCut
            ? "Only the first %,d statements are shown; /sparql answers about all of them."
                .formatted(MOST)
            : "";
    String data = OF_DATASET.contains(name) ? SearchEngines.dataset(endpoint) : "";
    boolean isClaim = name.startsWith("/id/claim/");
    List<Card> cards = isClaim ? Cards.of(List.of(thing), reader, endpoint) : List.of();
    List<Curation> curations =
        isClaim && cards.isEmpty()
            ? Curations.of(List.of(thing), reader, endpoint).getOrDefault(thing, List.of())
            : List.of();
    Description description = Description.of(thing, described.graph, cards, curations, note, data);
    Sheet sheet = new Sheet(reader, description.title(), name, List.of(), formats(name));
    return Page.of("thing", sheet, description);
  }
}
