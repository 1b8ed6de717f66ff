package org.w3id.bykz.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Counts what the union of all named graphs holds, a statement in several graphs once: one pass
 * over each of three indexes, whose order puts equal things side by side, so that it takes memory
 * for classes and properties only. Queries could say the same, but would hold every subject and
 * object to count them. Of a change only what it touches is counted.
 */
final class Census {

  /** What is counted for a class (its things and their statements) or a property. */
  private static final class Part {
    long triples;
    long subjects;
    long objects;
  }

  private final Part all = new Part();
  private final Map<Node, Part> classes = new HashMap<>();
  private final Map<Node, Part> properties = new HashMap<>();
  private long entities;

  /** Counts, within the caller's transaction. */
  static Census of(DatasetGraphTDB data) {
    return new Count(data.getQuadTable().getNodeTupleTable()).census();
  }

  /** What a description says of a dataset, as {@link #describe} writes it. */
  static Census read(Node dataset, Graph description) {
    Census census = new Census();
    census.all.triples = number(dataset, VOID.triples, description);
    census.all.subjects = number(dataset, VOID.distinctSubjects, description);
    census.all.objects = number(dataset, VOID.distinctObjects, description);
    census.entities = number(dataset, VOID.entities, description);
    parts(dataset, VOID.classPartition, description)
        .forEach(
            node -> {
              Part part = part(census.classes, object(node, VOID._class, description));
              part.subjects = number(node, VOID.entities, description);
              part.triples = number(node, VOID.triples, description);
            });
    parts(dataset, VOID.propertyPartition, description)
        .forEach(
            node -> {
              Part part = part(census.properties, object(node, VOID.property, description));
              part.triples = number(node, VOID.triples, description);
              part.subjects = number(node, VOID.distinctSubjects, description);
              part.objects = number(node, VOID.distinctObjects, description);
            });
    return census;
  }

  private static List<Node> parts(Node dataset, Property kind, Graph description) {
    return description.find(dataset, kind.asNode(), Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static Node object(Node subject, Property property, Graph description) {
    return description.find(subject, property.asNode(), Node.ANY).mapWith(Triple::getObject).next();
  }

  private static long number(Node subject, Property property, Graph description) {
    return Long.parseLong(object(subject, property, description).getLiteralLexicalForm());
  }

  private static Part part(Map<Node, Part> parts, Node key) {
    return parts.computeIfAbsent(key, any -> new Part());
  }

  /**
   * Brings the counts from one state to the next, within the caller's transactions.
   *
   * @param changed every statement in which they differ, in whatever graph
   * @param description the graph that is not counted
   */
  void change(
      Collection<Quad> changed, DatasetGraphTDB before, DatasetGraphTDB after, Node description) {
    Sample sample = new Sample(description);
    changed.stream()
        .map(Quad::asTriple)
        .distinct()
        .filter(triple -> sample.isIn(before, triple) != sample.isIn(after, triple))
        .forEach(sample::add);
    sample.count(before, -1);
    sample.count(after, 1);
    classes.values().removeIf(part -> part.subjects == 0);
    properties.values().removeIf(part -> part.triples == 0);
  }

  /** The things that a change touches. */
  private final class Sample {

    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private final Set<List<Node>> values = new HashSet<>();
    private final Node description;

    Sample(Node description) {
      this.description = description;
    }

    void add(Triple triple) {
      subjects.add(triple.getSubject());
      objects.add(triple.getObject());
      values.add(List.of(triple.getPredicate(), triple.getObject()));
    }

    boolean isIn(DatasetGraph data, Triple triple) {
      return isThere(
          data.find(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    /** Adds them, or takes them away. */
    void count(DatasetGraphTDB data, int sign) {
      subjects.forEach(subject -> countSubject(subject, data, sign));
      objects.forEach(
          object ->
              all.objects += isThere(data.find(Node.ANY, Node.ANY, Node.ANY, object)) ? sign : 0);
      values.forEach(
          value -> {
            if (isThere(data.find(Node.ANY, Node.ANY, value.get(0), value.get(1)))) {
              part(properties, value.get(0)).objects += sign;
            }
          });
    }

    /** By the store's numbers of nodes: only properties and classes are read. */
    private void countSubject(Node subject, DatasetGraphTDB data, int sign) {
      NodeTupleTable quads = data.getQuadTable().getNodeTupleTable();
      NodeTable nodes = quads.getNodeTable();
      NodeId excluded = nodes.getNodeIdForNode(description);
      NodeId type = nodes.getNodeIdForNode(RDF.type.asNode());
      Map<NodeId, Long> triples = new HashMap<>();
      List<NodeId> types = new ArrayList<>();
      Tuple<NodeId> last = null;
      Iterator<Tuple<NodeId>> rows = quads.findAsNodeIds(Node.ANY, subject, Node.ANY, Node.ANY);
      while (rows != null && rows.hasNext()) {
        Tuple<NodeId> row = rows.next();
        boolean counted = !row.get(0).equals(excluded);
        if (counted && (isNew(2, row, last) || isNew(3, row, last))) {
          triples.merge(row.get(2), 1L, Long::sum);
          if (row.get(2).equals(type)) {
            types.add(row.get(3));
          }
          last = row;
        }
      }
      if (triples.isEmpty()) {
        return;
      }
      long told = triples.values().stream().mapToLong(Long::longValue).sum();
      all.subjects += sign;
      all.triples += sign * told;
      triples.forEach(
          (property, number) -> {
            Part part = part(properties, nodes.getNodeForNodeId(property));
            part.triples += sign * number;
            part.subjects += sign;
          });
      entities += types.isEmpty() ? 0 : sign;
      types.forEach(
          each -> {
            Part part = part(classes, nodes.getNodeForNodeId(each));
            part.subjects += sign;
            part.triples += sign * told;
          });
    }

    private boolean isThere(Iterator<Quad> quads) {
      try {
        while (quads.hasNext()) {
          if (isCounted(quads.next())) {
            return true;
          }
        }
        return false;
      } finally {
        Iter.close(quads);
      }
    }

    private boolean isCounted(Quad quad) {
      return !quad.getGraph().equals(description);
    }
  }

  /** A count of all, by the store's numbers of nodes. */
  private static final class Count {

    private final NodeTable nodes;
    private final Census census = new Census();
    private final Part all = census.all;
    private final Map<NodeId, Part> classes = new HashMap<>();
    private final Map<NodeId, Part> properties = new HashMap<>();

    Count(NodeTupleTable quads) {
      this.nodes = quads.getNodeTable();
      countSubjects(rows("SPOG", quads));
      countValues(rows("POSG", quads));
      countObjects(rows("OSPG", quads));
    }

    Census census() {
      classes.forEach((id, part) -> census.classes.put(nodes.getNodeForNodeId(id), part));
      properties.forEach((id, part) -> census.properties.put(nodes.getNodeForNodeId(id), part));
      return census;
    }

    /** Graph, subject, property, object in the order of that index. */
    private static Iterator<Tuple<NodeId>> rows(String order, NodeTupleTable quads) {
      for (TupleIndex index : quads.getTupleTable().getIndexes()) {
        if (index != null && index.getName().equals(order)) {
          return index.all();
        }
      }
      throw new IllegalStateException("The database has no index " + order);
    }

    private void countSubjects(Iterator<Tuple<NodeId>> rows) {
      NodeId type = nodes.getNodeIdForNode(RDF.type.asNode());
      Set<NodeId> types = new HashSet<>();
      long ofSubject = 0;
      Tuple<NodeId> last = null;
      while (rows.hasNext()) {
        Tuple<NodeId> row = rows.next();
        boolean newSubject = isNew(1, row, last);
        boolean newProperty = newSubject || isNew(2, row, last);
        if (newSubject) {
          close(types, ofSubject);
          ofSubject = 0;
          all.subjects++;
        }
        if (newProperty || isNew(3, row, last)) {
          Part property = properties.computeIfAbsent(row.get(2), key -> new Part());
          property.subjects += newProperty ? 1 : 0;
          property.triples++;
          all.triples++;
          ofSubject++;
          if (row.get(2).equals(type)) {
            types.add(row.get(3));
          }
        }
        last = row;
      }
      close(types, ofSubject);
    }

    private void close(Set<NodeId> types, long triples) {
      census.entities += types.isEmpty() ? 0 : 1;
      for (NodeId type : types) {
        Part part = classes.computeIfAbsent(type, key -> new Part());
        part.subjects++;
        part.triples += triples;
      }
      types.clear();
    }

    private void countValues(Iterator<Tuple<NodeId>> rows) {
      Tuple<NodeId> last = null;
      while (rows.hasNext()) {
        Tuple<NodeId> row = rows.next();
        if (isNew(2, row, last) || isNew(3, row, last)) {
          properties.get(row.get(2)).objects++;
        }
        last = row;
      }
    }

    private void countObjects(Iterator<Tuple<NodeId>> rows) {
      Tuple<NodeId> last = null;
      while (rows.hasNext()) {
        Tuple<NodeId> row = rows.next();
        all.objects += isNew(3, row, last) ? 1 : 0;
        last = row;
      }
    }
  }

  private static boolean isNew(int column, Tuple<NodeId> row, Tuple<NodeId> last) {
    return last == null || !row.get(column).equals(last.get(column));
  }

  /** Says in VoID what was counted of a dataset. */
  void describe(Node dataset, Graph into) {
    add(dataset, VOID.triples, all.triples, into);
    add(dataset, VOID.entities, entities, into);
    add(dataset, VOID.distinctSubjects, all.subjects, into);
    add(dataset, VOID.distinctObjects, all.objects, into);
    add(dataset, VOID.classes, classes.size(), into);
    add(dataset, VOID.properties, properties.size(), into);
    classes.forEach(
        (term, part) -> {
          Node partition = part(VOID.classPartition, VOID._class, term, dataset, into);
          add(partition, VOID.entities, part.subjects, into);
          add(partition, VOID.triples, part.triples, into);
        });
    properties.forEach(
        (term, part) -> {
          Node partition = part(VOID.propertyPartition, VOID.property, term, dataset, into);
          add(partition, VOID.triples, part.triples, into);
          add(partition, VOID.distinctSubjects, part.subjects, into);
          add(partition, VOID.distinctObjects, part.objects, into);
        });
  }

  private static Node part(Property kind, Property key, Node term, Node dataset, Graph into) {
    Node partition =
        NodeFactory.createURI(
            dataset.getURI() + "#" + key.getLocalName() + "-" + fragment(Prefixes.shorten(term)));
    into.add(dataset, kind.asNode(), partition);
    into.add(partition, key.asNode(), term);
    return partition;
  }

  /** What a fragment may hold, and nothing that two names could come to. */
  private static String fragment(String name) {
    StringBuilder fragment = new StringBuilder();
    name.codePoints()
        .forEach(
            each -> {
              if (Character.isLetterOrDigit(each) || each == ':' || each == '-') {
                fragment.appendCodePoint(each);
              } else {
                fragment.append('_').append(Integer.toHexString(each)).append('_');
              }
            });
    return fragment.toString();
  }

  private static void add(Node subject, Property property, long number, Graph into) {
    Node count = NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    into.add(subject, property.asNode(), count);
  }
}
