package org.w3id.bykz.web;

import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;

/**
 * Graph Store Protocol, reading. The default graph is, as in queries, the union of the named ones;
 * without a graph in the request all named graphs are given, each once.
 */
final class GraphStore extends GSP_R {

  @Override
  protected DatasetGraph decideDataset(HttpAction action) {
    DatasetGraph data = super.decideDataset(action);
    return action.getRequestParameter("default") == null ? data : new UnionByDefault(data);
  }

  private static final class UnionByDefault extends DatasetGraphReadOnly {

    UnionByDefault(DatasetGraph data) {
      super(data);
    }

    @Override
    public Graph getDefaultGraph() {
      return getUnionGraph();
    }
  }
}
