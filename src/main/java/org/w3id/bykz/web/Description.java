package org.w3id.bykz.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.view.Card;
import org.w3id.bykz.view.Curations.Curation;
import org.w3id.bykz.view.Link;

/**
 * A description as a page shows it: what is said of the thing, then of each other thing that says
 * something of it, then what else points to it.
 *
 * @param title its name
 * @param iri its whole name
 * @param cards the claim itself, if it is one
 * @param curations by which corrections it is none any more, if it was one
 * @param note what the reader must know of the page itself; may be empty
 * @param data JSON-LD for search engines; may be empty
 */
public record Description(
    String title,
    String iri,
    List<Section> sections,
    List<Card> cards,
    List<Curation> curations,
    String note,
    String data) {

  private static final List<Node> NAMES =
      List.of(
          SKOS.prefLabel.asNode(), RDFS.label.asNode(), FOAF.name.asNode(), DCTerms.title.asNode());

  public Description {
    sections = List.copyOf(sections);
    cards = List.copyOf(cards);
    curations = List.copyOf(curations);
  }

  /** What is said of one thing. */
  public record Section(Link heading, List<Row> rows) {}

  /** A property and its values. */
  public record Row(Link property, List<Value> values) {}

  /**
   * @param language of the text, or empty
   * @param inner what is said of it, where that is shown in place
   */
  public record Value(Link link, String language, List<Row> inner) {}

  static Description of(
      Node thing,
      Graph graph,
      List<Card> cards,
      List<Curation> curations,
      String note,
      String data) {
    Reading reading = new Reading(thing, graph);
    return new Description(
        reading.name(thing), thing.getURI(), reading.sections(), cards, curations, note, data);
  }

  /** Reads sections from a graph. */
  private static final class Reading {

    private final Node thing;
    private final Map<Node, List<Triple>> bySubject = new HashMap<>();
    private final Map<Node, String> names = new HashMap<>();

    Reading(Node thing, Graph graph) {
      this.thing = thing;
      graph
          .find()
          .forEachRemaining(
              triple ->
                  bySubject
                      .computeIfAbsent(triple.getSubject(), key -> new ArrayList<>())
                      .add(triple));
    }

    List<Section> sections() {
      List<Section> sections = new ArrayList<>();
      if (!of(thing).isEmpty()) {
        sections.add(new Section(new Link(name(thing), ""), rows(thing, Set.of())));
      }
      List<Triple> pointing = new ArrayList<>();
      List<Node> others = new ArrayList<>(bySubject.keySet());
      others.sort(Comparator.comparing(this::name).thenComparing(node -> node.toString()));
      for (Node other : others) {
        if (!other.equals(thing) && !isPart(other)) {
          if (isDescribed(other)) {
            sections.add(new Section(link(other), rows(other, Set.of())));
          } else {
            of(other).stream()
                .filter(triple -> triple.getObject().equals(thing))
                .forEach(pointing::add);
          }
        }
      }
      if (!pointing.isEmpty()) {
        sections.add(new Section(new Link("Pointed to by", ""), incoming(pointing)));
      }
      return sections;
    }

    private List<Triple> of(Node subject) {
      return bySubject.getOrDefault(subject, List.of());
    }

    /** Whether more is known here than its name and that it points to the thing. */
    private boolean isDescribed(Node subject) {
      return of(subject).stream()
          .anyMatch(
              triple ->
                  !NAMES.contains(triple.getPredicate()) && !triple.getObject().equals(thing));
    }

    /** A part of a thing, such as a sentence of a source, is shown where it is spoken of. */
    private static boolean isPart(Node node) {
      return node.isURI()
          && node.getURI().startsWith(Prefixes.BASE + "id/")
          && node.getURI().indexOf('#') >= 0;
    }

    /** The rows of a thing; {@code within} are the parts in whose place it is shown. */
    private List<Row> rows(Node subject, Set<Node> within) {
      Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
      of(subject).stream()
          .sorted(
              Comparator.<Triple, Boolean>comparing(
                      triple -> !triple.getPredicate().equals(RDF.type.asNode()))
                  .thenComparing(triple -> !NAMES.contains(triple.getPredicate()))
                  .thenComparing(triple -> name(triple.getPredicate()))
                  .thenComparing(triple -> name(triple.getObject())))
          .forEach(
              triple ->
                  byProperty
                      .computeIfAbsent(triple.getPredicate(), key -> new ArrayList<>())
                      .add(triple.getObject()));
      List<Row> rows = new ArrayList<>();
      byProperty.forEach(
          (property, values) ->
              rows.add(
                  new Row(
                      link(property), values.stream().map(node -> value(node, within)).toList())));
      return rows;
    }

    private List<Row> incoming(List<Triple> triples) {
      Map<String, List<Triple>> byProperty = new TreeMap<>();
      for (Triple triple : triples) {
        byProperty
            .computeIfAbsent(name(triple.getPredicate()), key -> new ArrayList<>())
            .add(triple);
      }
      return byProperty.values().stream()
          .map(
              same ->
                  new Row(
                      link(same.get(0).getPredicate()),
                      same.stream()
                          .map(triple -> new Value(link(triple.getSubject()), "", List.of()))
                          .toList()))
          .toList();
    }

    private Value value(Node node, Set<Node> within) {
      if (node.isLiteral()) {
        return new Value(
            new Link(node.getLiteralLexicalForm(), ""), node.getLiteralLanguage(), List.of());
      }
      boolean isShown = isPart(node) && !node.equals(thing) && !within.contains(node);
      return new Value(link(node), "", isShown ? rows(node, with(node, within)) : List.of());
    }

    private static Set<Node> with(Node node, Set<Node> others) {
      Set<Node> all = new HashSet<>(others);
      all.add(node);
      return all;
    }

    private Link link(Node node) {
      return new Link(name(node), Link.to(node).href());
    }

    String name(Node node) {
      return names.computeIfAbsent(node, this::findName);
    }

    private String findName(Node node) {
      if (node.isLiteral()) {
        return node.getLiteralLexicalForm();
      }
      for (Node property : NAMES) {
        Optional<String> name =
            of(node).stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .min(
                    Comparator.<Node, Boolean>comparing(
                            literal -> !literal.getLiteralLanguage().startsWith("en"))
                        .thenComparing(Node::getLiteralLanguage)
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
        if (name.isPresent()) {
          return name.get();
        }
      }
      return Prefixes.shorten(node);
    }
  }
}
