package org.w3id.bykz.query;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.w3id.bykz.store.UsageException;

/**
 * The graphs that a query speaks of, after SPARQL 1.1, section 13.2: all of the store, or those of
 * its FROM and FROM NAMED. A store that shows the union of its graphs would pass over FROM.
 *
 * @param query without FROM
 * @param data what it is to run on
 */
public record Scope(Query query, DatasetGraph data) {

  /**
   * The scope that a query describes, within the caller's transaction.
   *
   * @throws UsageException if it names a graph that the store does not hold
   */
  public static Scope of(Query query, DatasetGraph data) {
    return of(query, DatasetDescription.create(query), data);
  }

  /** The same where the protocol describes it; null and empty mean all of the store. */
  public static Scope of(Query query, DatasetDescription described, DatasetGraph data) {
    if (described == null || described.isEmpty()) {
      return new Scope(query, data);
    }
    refuseOutside(
        Stream.concat(
                described.getDefaultGraphURIs().stream(), described.getNamedGraphURIs().stream())
            .toList(),
        data);
    Query bare = query.cloneQuery();
    bare.getGraphURIs().clear();
    bare.getNamedGraphURIs().clear();
    return new Scope(bare, DynamicDatasets.dynamicDataset(described, data, false));
  }

  private static void refuseOutside(List<String> graphs, DatasetGraph data) {
    for (String graph : graphs) {
      Node name = NodeFactory.createURI(graph);
      if (!Quad.isUnionGraph(name) && !Quad.isDefaultGraph(name) && !data.containsGraph(name)) {
        throw new UsageException(
            "FROM <" + graph + "> names no graph of this store, and nothing outside is fetched");
      }
    }
  }
}
