package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * What changed with the newest sources, and with each of them: as a page, in RDF (a data feed of
 * schema.org), and the newest as an Atom feed.
 */
final class ChangesPages {

  static final String PATH = "/changes";

  /** How many are told at once. */
  private static final int MOST = 20;

  private static final Pattern ONE = Pattern.compile(PATH + "/([\\p{L}\\p{N}_~.-]+)");

  private final Endpoint endpoint;
  private final Descriptions descriptions;
  private final Question question;
  private final PerVersion<Map<Node, List<Long>>> newest;

  ChangesPages(Endpoint endpoint, Questions questions, Descriptions descriptions) {
    this.endpoint = endpoint;
    this.descriptions = descriptions;
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

  /** The newest sources. */
  Reply list(HttpServletRequest request) {
    Optional<Form> form = Form.asked(request, Descriptions.path(request), Form.OF_FEEDS);
    if (form.isEmpty()) {
      return Form.refusal(request, PATH, Form.OF_FEEDS);
    }
    Reader reader = Readers.of(request);
    long offset = Wish.number("offset", request.getParameter("offset"), 0, Integer.MAX_VALUE, 0);
    List<Item> uncounted = SourceChanges.newest(reader, endpoint, offset, MOST);
    Map<Node, List<Long>> counts = offset == 0 ? newest.get() : counts(uncounted);
    List<Item> items =
        uncounted.stream()
            .map(
                item ->
                    item.counting(
                        counts.getOrDefault(NodeFactory.createURI(item.iri()), Changes.NOTHING)))
            .toList();
    Listed listed = new Listed(items, offset, items.size() == MOST);
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
    String path = Descriptions.path(request);
    Optional<Representation> asked = Representation.ofSuffix(path);
    Optional<Representation> form = asked.or(() -> Representation.accepted(Accept.of(request)));
    if (form.isEmpty()) {
      return Reply.problem(
          406,
          "This is had as %s, not as %s."
              .formatted(Representation.allMediaTypes(), request.getHeader("Accept")));
    }
    String name =
        asked
            .map(each -> path.substring(0, path.length() - each.suffix().length() - 1))
            .orElse(path);
    Matcher one = ONE.matcher(name);
    Reader reader = Readers.of(request);
    Optional<Changes.Of> changes =
        Optional.of(one)
            .filter(Matcher::matches)
            .flatMap(match -> SourceChanges.of(source(match.group(1)), reader, endpoint));
    if (changes.isEmpty()) {
      return Reply.problem(
          404,
          "There is no source %s; %s lists the newest."
              .formatted(name.substring(PATH.length() + 1), PATH));
    }
    return (form.get() == Representation.HTML
            ? page(name, changes.get(), reader)
            : descriptions.rdf(name, facts(changes.get()), form.get()))
        .with("Vary", "Accept");
  }

  private static Node source(String key) {
    return NodeFactory.createURI(Prefixes.BASE + "id/source/" + key);
  }

  private Reply page(String name, Changes.Of changes, Reader reader) {
    Node source = NodeFactory.createURI(changes.item().iri());
    Sheet.Made made =
        Sheet.Made.of(
            question.title(reader.language()), SourceChanges.asking(source, reader), endpoint);
    String title = reader.say("changes.title") + ": " + changes.item().change().text();
    return Reply.html(
            "change",
            new Sheet(reader, title, name, List.of(made), Descriptions.formats(name)),
            changes)
        .with("Link", Descriptions.alternates(name));
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
