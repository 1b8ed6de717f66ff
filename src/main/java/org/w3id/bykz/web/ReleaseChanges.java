package org.w3id.bykz.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.view.Changes;
import org.w3id.bykz.view.Changes.Fact;
import org.w3id.bykz.view.Changes.Item;
import org.w3id.bykz.view.Changes.Section;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.SourceChanges;

/** What changed with each release, as its files tell. */
final class ReleaseChanges {

  /** How many facts of a kind a page shows; the file has all. */
  private static final int MOST = 500;

  private static final Node DATASET = NodeFactory.createURI(Prefixes.BASE + "id/dataset/bykz");

  private final Releases releases;

  /** What was read of releases, which never change. */
  private final Map<String, Summary> read = new ConcurrentHashMap<>();

  ReleaseChanges(Releases releases) {
    this.releases = releases;
  }

  /**
   * What the list tells of a release.
   *
   * @param modified in EDTF; empty if it is not told
   * @param counts of the facts that changed; none where it was compared with no other
   */
  private record Summary(String modified, List<Long> counts) {}

  /** All releases. */
  List<Item> items(Reader reader) {
    return releases.versions().stream().map(version -> item(version, reader)).toList();
  }

  private Summary known(String version) {
    Summary known = read.get(version);
    if (known != null) {
      return known;
    }
    Optional<Graph> graph = graph(version);
    List<Long> counts = graph.map(each -> counts(each, version)).orElse(List.of());
    String own = modified(version);
    // Known before others are asked for, should they lead back here.
    read.put(version, new Summary(own, counts));
    // What was taken out, its date as well, makes no release older than the one before.
    String modified =
        graph
            .flatMap(each -> before(each, version))
            .filter(each -> releases.versions().contains(each))
            .map(each -> known(each).modified)
            .filter(each -> later(each, own))
            .orElse(own);
    Summary summary = new Summary(modified, counts);
    read.put(version, summary);
    return summary;
  }

  /** When the newest source of a release was published, in EDTF; empty if it is not told. */
  private String modified(String version) {
    return releases
        .file(version, "catalog.ttl")
        .map(ReleaseChanges::load)
        .flatMap(
            catalogue -> catalogue.find(DATASET, DCTerms.modified.asNode(), null).nextOptional())
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .orElse("");
  }

  private static boolean later(String modified, String other) {
    return SourceChanges.lastDay(modified).compareTo(SourceChanges.lastDay(other)) > 0;
  }

  private static Optional<String> before(Graph graph, String version) {
    return graph
        .find(name(version), NodeFactory.createURI("http://www.w3.org/ns/prov#wasRevisionOf"), null)
        .nextOptional()
        .map(triple -> triple.getObject().getURI().replaceFirst("^.*/([^/]+)/$", "$1"));
  }

  private static Node name(String version) {
    return NodeFactory.createURI(Prefixes.BASE + "dumps/" + version + "/");
  }

  private static List<Long> counts(Graph graph, String version) {
    return Changes.KINDS.stream().map(kind -> (long) facts(graph, version, kind).size()).toList();
  }

  private static List<Node> facts(Graph graph, String version, String kind) {
    Node property = NodeFactory.createURI(Prefixes.BASE + "ontology#" + kind + "Fact");
    Node whole = NodeFactory.createURI(Prefixes.BASE + "dumps/" + version + "/changes");
    return graph.find(whole, property, null).mapWith(triple -> triple.getObject()).toList();
  }

  private Item item(String version, Reader reader) {
    Summary summary = known(version);
    String place = Link.to(name(version)).href();
    return new Item(
        name(version).getURI(),
        new Link(
            reader.say("changes.release", version),
            summary.counts.isEmpty() ? place : place + "changes"),
        "",
        SourceChanges.lastDay(summary.modified),
        reader.date(summary.modified),
        Optional.empty(),
        "",
        summary.counts);
  }

  /** What a release tells of its changes; empty if there is no such release, or it tells none. */
  Optional<Graph> graph(String version) {
    return releases.file(version, "changes.ttl").map(ReleaseChanges::load);
  }

  private static Graph load(Path file) {
    return RDFDataMgr.loadGraph(file.toUri().toString());
  }

  /** The same for a reader. */
  Optional<Changes.Of> of(String version, Reader reader) {
    return graph(version)
        .map(
            graph ->
                new Changes.Of(
                    item(version, reader),
                    new Link(reader.say("changes.files"), "/dumps/" + version + "/"),
                    sections(graph, version, reader)));
  }

  private static List<Section> sections(Graph graph, String version, Reader reader) {
    List<Section> sections = new ArrayList<>();
    for (String kind : Changes.KINDS) {
      List<Node> facts = facts(graph, version, kind);
      if (!facts.isEmpty()) {
        sections.add(
            new Section(
                kind,
                facts.size(),
                facts.stream()
                    .map(fact -> fact(fact, kind, graph, reader))
                    .sorted(Comparator.comparing(fact -> fact.fact().text()))
                    .limit(MOST)
                    .toList()));
      }
    }
    return sections;
  }

  private static Fact fact(Node fact, String kind, Graph graph, Reader reader) {
    List<Node> labels =
        graph.find(fact, RDFS.label.asNode(), null).mapWith(Triple::getObject).toList();
    // Older releases name their facts in English only.
    String label =
        Stream.of(reader.language(), "en")
            .flatMap(
                language ->
                    labels.stream().filter(each -> each.getLiteralLanguage().equals(language)))
            .findFirst()
            .map(Node::getLiteralLexicalForm)
            .orElse(Prefixes.shorten(fact));
    // What nothing tells any more has no page.
    return new Fact(
        kind.equals("withdrawn") ? new Link(label, "") : Link.to(fact, label), "", "", List.of());
  }
}
