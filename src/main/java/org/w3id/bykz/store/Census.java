package org.w3id.bykz.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
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
 * object to count them.
 */
final class Census {

  /** What is counted for a class (its things and their statements) or a property. */
  private static final class Part {
    long triples;
    long subjects;
    long objects;
  }

  private final NodeTable nodes;
  private final Part all = new Part();
  private final Map<NodeId, Part> classes = new HashMap<>();
  private final Map<NodeId, Part> properties = new HashMap<>();
  private long entities;

  private Census(NodeTable nodes) {
    this.nodes = nodes;
  }

  /** Counts, within the caller's transaction. */
  static Census of(DatasetGraphTDB data) {
    NodeTupleTable quads = data.getQuadTable().getNodeTupleTable();
    Census census = new Census(quads.getNodeTable());
    census.countSubjects(rows("SPOG", quads));
    census.countValues(rows("POSG", quads));
    census.countObjects(rows("OSPG", quads));
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
    entities += types.isEmpty() ? 0 : 1;
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
        (id, part) -> {
          Node partition = part(VOID.classPartition, VOID._class, id, dataset, into);
          add(partition, VOID.entities, part.subjects, into);
          add(partition, VOID.triples, part.triples, into);
        });
    properties.forEach(
        (id, part) -> {
          Node partition = part(VOID.propertyPartition, VOID.property, id, dataset, into);
          add(partition, VOID.triples, part.triples, into);
          add(partition, VOID.distinctSubjects, part.subjects, into);
          add(partition, VOID.distinctObjects, part.objects, into);
        });
  }

  private Node part(Property kind, Property key, NodeId id, Node dataset, Graph into) {
    Node term = nodes.getNodeForNodeId(id);
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
