package org.w3id.bykz.web;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.store.SparqlFile;

/** What the dataset is in the words of schema.org, for those who read it from pages. */
final class SearchEngines {

  private static final Query DATASET = SparqlFile.bundled("pages/search-engines");

  private SearchEngines() {}

  /** JSON-LD that can stand in a page. */
  static String dataset(Endpoint endpoint) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("schema", "https://schema.org/");
    endpoint.answer(DATASET, exec -> exec.construct(graph));
    return inPage(RDFWriter.source(graph).format(RDFFormat.JSONLD_PRETTY).asString());
  }

  /** JSON so that it can stand in a page: nothing in it ends a script or begins a tag. */
  static String inPage(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
