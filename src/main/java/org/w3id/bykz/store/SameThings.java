package org.w3id.bykz.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * As what each of several same things is counted: the first of all that {@code bykz:sameThingAs}
 * joins, by its IRI, which itself has no such link. Made of what the rules made, after them, so
 * that a question need not follow paths of any length.
 */
public final class SameThings {

  static final Node SAME = NodeFactory.createURI(Prefixes.BASE + "ontology#sameThingAs");
  private static final Node COUNTED_AS =
      NodeFactory.createURI(Prefixes.BASE + "ontology#countedAs");

  private SameThings() {}

  /** Adds all such links, within the caller's transaction; gives their number. */
  public static long count(DatasetGraph data) {
    Set<Node> things = new LinkedHashSet<>();
    data.find(Publication.DERIVED, Node.ANY, SAME, Node.ANY)
        .forEachRemaining(quad -> things.add(quad.getSubject()));
    Set<Quad> links = links(things, data);
    links.forEach(data::add);
    return links.size();
  }

  /** All that is the same as any of some things, they themselves among them. */
  static Set<Node> joined(Collection<Node> things, DatasetGraph data) {
    Set<Node> joined = new LinkedHashSet<>(things);
    Deque<Node> open = new ArrayDeque<>(things);
    while (!open.isEmpty()) {
      Iterator<Quad> same = data.find(Node.ANY, open.remove(), SAME, Node.ANY);
      same.forEachRemaining(
          quad -> {
            if (joined.add(quad.getObject())) {
              open.add(quad.getObject());
            }
          });
    }
    return joined;
  }

  /** The links that some things, with all that is the same, are to have. */
  static Set<Quad> links(Collection<Node> things, DatasetGraph data) {
    Set<Quad> links = new LinkedHashSet<>();
    Set<Node> done = new HashSet<>();
    for (Node thing : things) {
      if (done.contains(thing)) {
        continue;
      }
      Set<Node> joined = joined(Set.of(thing), data);
      Node first = joined.stream().min(Comparator.comparing(Node::getURI)).orElseThrow();
      joined.stream()
          .filter(each -> !each.equals(first))
          .forEach(each -> links.add(Quad.create(Publication.DERIVED, each, COUNTED_AS, first)));
      done.addAll(joined);
    }
    return links;
  }

  /** The links that some things have. */
  static Set<Quad> present(Collection<Node> things, DatasetGraph data) {
    Set<Quad> links = new LinkedHashSet<>();
    things.forEach(
        thing ->
            data.find(Publication.DERIVED, thing, COUNTED_AS, Node.ANY)
                .forEachRemaining(links::add));
    return links;
  }
}
