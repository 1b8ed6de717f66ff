package org.w3id.bykz.store;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
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

  private static final Node DATASET = NodeFactory.createURI(Prefixes.BASE + "id/dataset/bykz");
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

  /** Adds it to a database that is complete but for this: each statement counts once by then. */
  void addTo(DatasetGraphTDB data) {
    Graph said = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(said, stated);
    Fingerprint all = new Fingerprint();
    Txn.executeRead(
        data,
        () -> {
          data.find().forEachRemaining(all::add);
          Census.of(data).describe(DATASET, said);
        });
    write(said, data);
    Map<Var, Node> known = Map.of(VERSION, NodeFactory.createLiteralString(all.version()));
    Graph constructed = GraphFactory.createDefaultGraph();
    Txn.executeRead(
        data,
        () -> {
          for (SparqlFile each : queries) {
            Query query = QueryTransformOps.replaceVars(each.query(), known);
            try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
              exec.construct(constructed);
            }
          }
        });
    write(constructed, data);
  }

  private static void write(Graph graph, DatasetGraphTDB data) {
    Txn.executeWrite(data, () -> GraphUtil.addInto(data.getGraph(GRAPH), graph));
  }
}
