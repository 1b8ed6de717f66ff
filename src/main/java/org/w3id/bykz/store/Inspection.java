package org.w3id.bykz.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.vocabulary.RDF;

/**
 * Holds all graphs of a dataset against shapes, so many sources at a time as memory holds, which is
 * faster by far than on disk. Each time all graphs that are no source's are there as well, and what
 * other sources say of the things named.
 */
final class Inspection {

  private static final Node ABOUT = NodeFactory.createURI(Prefixes.BASE + "ontology#about");
  private static final Node TYPE = RDF.type.asNode();
  private static final int IN_MEMORY = 200_000;

  private final DatasetGraphTDB data;
  private final Shapes shapes;
  private final int room;
  private final Set<Report.Finding> violations = new LinkedHashSet<>();
  private final Set<Report.Finding> remarks = new LinkedHashSet<>();

  private Inspection(DatasetGraphTDB data, Shapes shapes, int room) {
    this.data = data;
    this.shapes = shapes;
    this.room = room;
  }

  /** What the shapes say of those graphs, within the caller's transaction. */
  static Report of(DatasetGraphTDB data, Collection<Node> graphs, Shapes shapes) {
    return of(data, graphs, shapes, IN_MEMORY);
  }

  /** The same, with so many statements in memory before no further source is taken. */
  static Report of(DatasetGraphTDB data, Collection<Node> graphs, Shapes shapes, int room) {
    Graph known = GraphFactory.createDefaultGraph();
    for (Node graph : graphs) {
      if (!Change.isSource(graph)) {
        statements(data, graph).forEachRemaining(quad -> known.add(quad.asTriple()));
      }
    }
    if (known.size() > IN_MEMORY) {
      return Report.of(shapes, data.getUnionGraph());
    }
    Inspection inspection = new Inspection(data, shapes, room);
    Iterator<Node> sources = graphs.stream().filter(Change::isSource).iterator();
    do {
      inspection.inspect(sources, known);
    } while (sources.hasNext());
    return Report.sorted(inspection.violations, inspection.remarks);
  }

  /** Holds the next sources against the shapes, beside what is known. */
  private void inspect(Iterator<Node> sources, Graph known) {
    Graph part = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(part, known);
    Set<Node> things = new HashSet<>();
    while (sources.hasNext() && part.size() < known.size() + room) {
      statements(data, sources.next())
          .forEachRemaining(
              quad -> {
                part.add(quad.asTriple());
                addThings(quad, things);
              });
    }
    Set<Node> named = addSaid(things, data, quad -> part.add(quad.asTriple()));
    Report report = Report.of(shapes, part, named);
    violations.addAll(report.violations());
    remarks.addAll(report.remarks());
  }

  private static Iterator<Quad> statements(DatasetGraphTDB data, Node graph) {
    return data.find(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  /** Adds what a statement names. */
  static void addThings(Quad quad, Set<Node> things) {
    things.add(quad.getSubject());
    if (quad.getObject().isURI()) {
      things.add(quad.getObject());
    }
  }

  /**
   * Gives what sources say of some things, and which claims there are about these. Of what they
   * name in saying so the class alone is given: what sources describe of that is too little to be
   * judged.
   *
   * @return that of which the class alone is given
   */
  static Set<Node> addSaid(Set<Node> things, DatasetGraphTDB data, Consumer<Quad> sink) {
    Set<Node> named = new HashSet<>();
    for (Node thing : things) {
      said(thing, data)
          .forEach(
              quad -> {
                sink.accept(quad);
                addThings(quad, named);
              });
      ofSources(data.find(Node.ANY, Node.ANY, ABOUT, thing)).forEachRemaining(sink);
    }
    named.removeAll(things);
    Set<Node> classed = new HashSet<>();
    for (Node each : named) {
      ofSources(data.find(Node.ANY, each, TYPE, Node.ANY))
          .forEachRemaining(
              quad -> {
                sink.accept(quad);
                classed.add(each);
              });
    }
    return classed;
  }

  /**
   * What sources say of a thing, each statement once, from one of them. Thousands may describe one
   * period, so that rows are compared before they are read: those of a statement stand side by
   * side.
   */
  private static List<Quad> said(Node thing, DatasetGraphTDB data) {
    NodeTupleTable quads = data.getQuadTable().getNodeTupleTable();
    List<Quad> said = new ArrayList<>();
    Tuple<NodeId> last = null;
    Iterator<Tuple<NodeId>> rows = quads.findAsNodeIds(Node.ANY, thing, Node.ANY, Node.ANY);
    while (rows != null && rows.hasNext()) {
      Tuple<NodeId> row = rows.next();
      if (last == null || !row.get(2).equals(last.get(2)) || !row.get(3).equals(last.get(3))) {
        Node graph = quads.getNodeTable().getNodeForNodeId(row.get(0));
        if (Change.isSource(graph)) {
          Node property = quads.getNodeTable().getNodeForNodeId(row.get(2));
          said.add(
              Quad.create(
                  graph, thing, property, quads.getNodeTable().getNodeForNodeId(row.get(3))));
          last = row;
        }
      }
    }
    return said;
  }

  private static Iterator<Quad> ofSources(Iterator<Quad> quads) {
    return Iter.filter(quads, quad -> Change.isSource(quad.getGraph()));
  }
}
