package org.w3id.bykz.store;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * What a dataset says of itself as a whole, in a graph of its own (DCAT, VoID): what always holds,
 * counts of all other graphs, and what queries construct of all that. It follows from the data
 * alone, so that the same data say the same.
 *
 * @param stated what always holds
 * @param queries each sees what is stated and counted, none what another makes; {@code ?version} in
 *     them is the dataset's version
 */
public record SelfDescription(Graph stated, List<SparqlFile> queries) {

  static final Node GRAPH = NodeFactory.createURI(Prefixes.BASE + "graph/description");

  private static final String SOURCES = Prefixes.BASE + "id/source/";
  private static final Node DATASET = NodeFactory.createURI(Prefixes.BASE + "id/dataset/bykz");
  private static final Node NAME =
      NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#name");
  private static final Var EACH_GRAPH = Var.alloc("graph");
  private static final Var SOURCE = Var.alloc("source");
  private static final Var VERSION = Var.alloc("version");

  public SelfDescription {
    queries = List.copyOf(queries);
    queries.forEach(query -> Gate.require(query.query().isConstructType(), query, "CONSTRUCT"));
  }

  /** The one that came with the program. */
  static SelfDescription bundled() {
    TextFile stated = TextFile.bundled("ontology/description.ttl");
    return new SelfDescription(
        RDFParser.fromString(stated.text(), Lang.TURTLE).toGraph(), Gate.queries("descriptions"));
  }

  /**
   * Says it of a database that is complete but for this, in place of what was said before, within
   * the caller's transaction.
   *
   * @param sum of all other statements
   * @param known for variables that a query states something of, values that it is enough to look
   *     at; none for all that there are
   */
  void addTo(
      DatasetGraphTDB data, Census census, Fingerprint sum, Map<Var, ? extends Set<Node>> known) {
    Graph said = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(said, stated);
    census.describe(DATASET, said);
    data.removeGraph(GRAPH);
    Graph description = data.getGraph(GRAPH);
    GraphUtil.addInto(description, said);
    Map<Var, Node> version = Map.of(VERSION, NodeFactory.createLiteralString(sum.version()));
    Graph constructed = GraphFactory.createDefaultGraph();
    for (SparqlFile each : queries) {
      Query query =
          known.keySet().stream()
              .filter(Gate.stated(each)::contains)
              .findFirst()
              .map(variable -> each.within(variable, known.get(variable)))
              .orElse(each.query());
      Query ofVersion = QueryTransformOps.replaceVars(query, version);
      try (QueryExec exec = QueryExec.dataset(data).query(ofVersion).build()) {
        exec.construct(constructed);
      }
    }
    GraphUtil.addInto(description, constructed);
  }

  /**
   * What it is enough to look at after a change: the graphs that are no source's and, unless one of
   * them has changed, the sources that the description before names as the first or last of all.
   *
   * @param graphs that are no source's
   * @param changed sources that came, went or are others now
   */
  static Map<Var, Set<Node>> known(DatasetGraph before, Set<Node> graphs, Set<Node> changed) {
    Set<Node> sources = new LinkedHashSet<>();
    before
        .find(GRAPH, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getObject().isURI() && quad.getObject().getURI().startsWith(SOURCES)) {
                sources.add(quad.getObject());
              }
            });
    boolean same = !sources.isEmpty() && Collections.disjoint(sources, changed);
    sources.addAll(changed);
    return same ? Map.of(EACH_GRAPH, graphs, SOURCE, sources) : Map.of(EACH_GRAPH, graphs);
  }

  /** What a database says of how much it holds, within the caller's transaction. */
  static Census census(DatasetGraph data) {
    return Census.read(DATASET, data.getGraph(GRAPH));
  }

  /** The named graphs that a database says it has, those of sources aside. */
  static Set<Node> graphs(DatasetGraph data) {
    Set<Node> graphs = new LinkedHashSet<>();
    data.find(GRAPH, Node.ANY, NAME, Node.ANY)
        .forEachRemaining(quad -> graphs.add(quad.getObject()));
    return graphs;
  }
}
