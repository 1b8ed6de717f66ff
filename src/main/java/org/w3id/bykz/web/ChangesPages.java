package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.view.Changes;
import org.w3id.bykz.view.Changes.Item;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;
import org.w3id.bykz.view.SourceChanges;

/**
 * What changed with the newest sources and releases, and with each of them: as a page, in RDF (a
 * data feed of schema.org), and the newest as an Atom feed.
 */
final class ChangesPages {

  static final String PATH = "/changes";

  /** How many are told at once. */
  private static final int MOST = 20;

  /** After all days. */
  private static final String LATEST = "~";

  private static final Pattern RELEASE = Pattern.compile("/dumps/([0-9a-f]{12})/changes");
  private static final Pattern ONE = Pattern.compile(PATH + "/([\\p{L}\\p{N}_~.-]+)");

  private final Endpoint endpoint;
  private final Descriptions descriptions;
  private final ReleaseChanges releases;
  private final Question question;
  private final PerVersion<Map<Node, List<Long>>> newest;

  ChangesPages(
      Endpoint endpoint, Questions questions, Descriptions descriptions, Releases releases) {
    this.endpoint = endpoint;
    this.descriptions = descriptions;
    this.releases = new ReleaseChanges(releases);
    this.question = questions.named("changes-by-source");
    this.newest =
        new PerVersion<>(
            endpoint, () -> counts(SourceChanges.newest(Reader.ENGLISH, endpoint, 0, MOST)));
  }

  /** Where the newest are had. */
  static List<String> paths() {
    return Stream.concat(
            Stream.of(PATH), Form.OF_FEEDS.stream().map(form -> PATH + "." + form.suffix()))
        .toList();
  }

  private Map<Node, List<Long>> counts(List<Item> items) {
    List<Node> sources = items.stream().map(item -> NodeFactory.createURI(item.iri())).toList();
    return sources.isEmpty() ? Map.of() : SourceChanges.counts(sources, endpoint);
  }

  /** The newest sources, and the releases between them. */
  Reply list(HttpServletRequest request) {
    Optional<Form> form = Form.asked(request, Descriptions.path(request), Form.OF_FEEDS);
    if (form.isEmpty()) {
      return Form.refusal(request, PATH, Form.OF_FEEDS);
    }
    Reader reader = Readers.of(request);
    long offset = Wish.number("offset", request.getParameter("offset"), 0, Integer.MAX_VALUE, 0);
    // With the one before, to tell which releases came in between.
    int more = offset == 0 ? 0 : 1;
    List<Item> found = SourceChanges.newest(reader, endpoint, offset - more, MOST + more);
    String until = offset == 0 ? LATEST : found.isEmpty() ? "" : found.get(0).day();
    List<Item> sources = found.subList(Math.min(more, found.size()), found.size());
    Map<Node, List<Long>> counts = offset == 0 ? newest.get() : counts(sources);
    boolean isCut = sources.size() == MOST;
    String from = isCut ? sources.get(MOST - 1).day() : "";
    Stream<Item> between =
        releases.items(reader).stream()
            .filter(item -> item.day().compareTo(from) >= 0 && item.day().compareTo(until) < 0);
    Stream<Item> counted =
        sources.stream()
            .map(
                item ->
                    item.counting(
                        counts.getOrDefault(NodeFactory.createURI(item.iri()), Changes.NOTHING)));
    List<Item> items =
        Stream.concat(between, counted).sorted(Comparator.comparing(Item::day).reversed()).toList();
    Listed listed = new Listed(items, offset, isCut);
    return written(form.get(), listed, reader).with("Vary", "Accept, Accept-Language, Cookie");
  }

  /** A part of the list, and whether there is more. */
  private record Listed(List<Item> items, long offset, boolean isCut) {

    /** This part in that form. */
    String address(String suffix, String... parameters) {
      return address(suffix, offset, parameters);
    }

    /** The next one; empty if there is none. */
    String next(String suffix, String... parameters) {
      return isCut ? address(suffix, offset + MOST, parameters) : "";
    }

    private static String address(String suffix, long from, String... parameters) {
      String query =
          Stream.concat(
                  Stream.of(parameters), from == 0 ? Stream.of() : Stream.of("offset=" + from))
              .collect(Collectors.joining("&"));
      return PATH + suffix + (query.isEmpty() ? "" : "?" + query);
    }
  }

  private Reply written(Form form, Listed listed, Reader reader) {
    if (form.rdf().isPresent()) {
      return descriptions.rdf(PATH, feed(listed.items), form.rdf().get());
    }
    String language = "language=" + reader.language();
    String body =
        form.equals(Form.HTML)
            ? page(listed, reader)
            : AtomFeed.of(
                listed.items,
                reader,
                listed.address(".atom", language),
                listed.next(".atom", language));
    return new Reply(
        200,
        form.contentType(),
        body,
        QuestionPages.headers(
            form, PATH, Form.OF_FEEDS, listed.address("").substring(PATH.length())));
  }

  private static String page(Listed listed, Reader reader) {
    List<Link> forms =
        Form.OF_FEEDS.stream()
            .filter(each -> !each.equals(Form.HTML))
            .map(each -> new Link(each.title(), listed.address("." + each.suffix())))
            .toList();
    Sheet sheet =
        new Sheet(reader, reader.say("changes.title"), listed.address(""), List.of(), forms);
    return Page.of("changes", sheet, new Changes(listed.items, listed.next("")));
  }

  /** One source. */
  Reply one(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    return told(
        request,
        ONE,
        (key, form) ->
            SourceChanges.of(source(key), reader, endpoint)
                .map(
                    changes ->
                        form == Representation.HTML
                            ? page(
                                PATH + "/" + key,
                                changes,
                                List.of(made(source(key), reader)),
                                reader)
                            : descriptions.rdf(PATH + "/" + key, facts(changes), form)));
  }

  /** Whether it is asked what changed with a release. */
  static boolean isOfRelease(HttpServletRequest request) {
    return RELEASE.matcher(stem(request)).matches();
  }

  /** One release. */
  Reply ofRelease(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    return told(
        request,
        RELEASE,
        (version, form) -> {
          String name = "/dumps/" + version + "/changes";
          return form == Representation.HTML
              ? releases.of(version, reader).map(changes -> page(name, changes, List.of(), reader))
              : releases.graph(version).map(graph -> descriptions.rdf(name, graph, form));
        });
  }

  private static String stem(HttpServletRequest request) {
    String path = Descriptions.path(request);
    return Representation.ofSuffix(path)
        .map(each -> path.substring(0, path.length() - each.suffix().length() - 1))
        .orElse(path);
  }

  private static Reply told(
      HttpServletRequest request,
      Pattern name,
      BiFunction<String, Representation, Optional<Reply>> telling) {
    Optional<Representation> form =
        Representation.ofSuffix(Descriptions.path(request))
            .or(() -> Representation.accepted(Accept.of(request)));
    if (form.isEmpty()) {
      return Reply.problem(
          406,
          "This is had as %s, not as %s."
              .formatted(Representation.allMediaTypes(), request.getHeader("Accept")));
    }
    return Optional.of(name.matcher(stem(request)))
        .filter(Matcher::matches)
        .flatMap(match -> telling.apply(match.group(1), form.get()))
        .orElseGet(
            () ->
                Reply.problem(
                    404,
                    "No changes are told of %s; %s lists the newest."
                        .formatted(stem(request), PATH)))
        .with("Vary", "Accept");
  }

  private static Node source(String key) {
    return NodeFactory.createURI(Prefixes.BASE + "id/source/" + key);
  }

  private Sheet.Made made(Node source, Reader reader) {
    return Sheet.Made.of(
        question.title(reader.language()), SourceChanges.asking(source, reader), endpoint);
  }

  private static Reply page(String name, Changes.Of changes, List<Sheet.Made> made, Reader reader) {
    String title = reader.say("changes.title") + ": " + changes.item().change().text();
    Sheet sheet = new Sheet(reader, title, name, made, Descriptions.formats(name));
    return Reply.html("change", sheet, changes).with("Link", Descriptions.alternates(name));
  }

  /** The list as a data feed. */
  private static Graph feed(List<Item> items) {
    Graph graph = Descriptions.empty();
    Node feed = NodeFactory.createURI(Prefixes.BASE + PATH.substring(1));
    graph.add(feed, RDF.type.asNode(), schema("DataFeed"));
    for (Item item : items) {
      graph.add(feed, schema("dataFeedElement"), add(item, graph));
    }
    return graph;
  }

  private static Graph facts(Changes.Of changes) {
    Graph graph = Descriptions.empty();
    Node item = add(changes.item(), graph);
    for (Changes.Section section : changes.sections()) {
      Node property = NodeFactory.createURI(Prefixes.BASE + "ontology#" + section.kind() + "Fact");
      section.facts().forEach(fact -> graph.add(item, property, ours(fact.fact())));
    }
    return graph;
  }

  /** Adds what the list tells of an item. */
  private static Node add(Item item, Graph graph) {
    Node node = ours(item.change());
    graph.add(node, RDF.type.asNode(), schema("DataFeedItem"));
    graph.add(node, schema("item"), NodeFactory.createURI(item.iri()));
    graph.add(
        node,
        schema("name"),
        item.tongue().isEmpty()
            ? NodeFactory.createLiteralString(item.change().text())
            : NodeFactory.createLiteralLang(item.change().text(), item.tongue()));
    if (!item.day().isEmpty()) {
      graph.add(
          node,
          schema(item.withdrawal().isEmpty() ? "dateModified" : "dateDeleted"),
          NodeFactory.createLiteralDT(item.day(), XSDDatatype.XSDdate));
    }
    return node;
  }

  /** By its address, which is a path here. */
  private static Node ours(Link link) {
    return NodeFactory.createURI(Prefixes.BASE + link.href().substring(1));
  }

  private static Node schema(String term) {
    return NodeFactory.createURI("https://schema.org/" + term);
  }
}
