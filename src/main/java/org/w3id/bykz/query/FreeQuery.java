package org.w3id.bykz.query;

import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.UsageException;

/**
 * Any query that somebody brings, run on the store and nothing else.
 *
 * @param evidence whether each row is to carry what it rests on
 */
public record FreeQuery(Query query, boolean evidence, Format format) {

  public FreeQuery {
    boolean graph = query.isConstructType() || query.isDescribeType();
    if (graph && format != Format.TABLE) {
      throw new UsageException(
          "CONSTRUCT and DESCRIBE give a graph, which is written as Turtle; leave out --format");
    }
    if (evidence && !query.isSelectType()) {
      throw new UsageException("Evidence is added to the rows of a SELECT; ask without evidence");
    }
  }

  /** Runs in a transaction of its own and writes the result: rows, yes or no, or Turtle. */
  public void run(DatasetGraph data, OutputStream out) {
    Txn.executeRead(
        data,
        () -> {
          Scope scope = Scope.of(query, data);
          if (evidence) {
            Endpoint told = Endpoint.of(scope.data());
            format.write(Evidence.of(scope.query(), told, Endpoint.of(data)), out);
          } else {
            write(scope.query(), scope.data(), out);
          }
        });
  }

  private void write(Query query, DatasetGraph data, OutputStream out) {
    try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
      if (query.isSelectType()) {
        format.write(exec.select(), out);
      } else if (query.isAskType()) {
        format.write(exec.ask(), out);
      } else if (query.isConstructType() || query.isDescribeType()) {
        Graph graph = query.isConstructType() ? exec.construct() : exec.describe();
        Prefixes.all().forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).output(out);
      } else {
        throw new UsageException("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered");
      }
    }
  }
}
