package org.w3id.bykz.query;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
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

  /**
   * Runs in a transaction of its own and writes the result: rows, yes or no, or Turtle.
   *
   * @return why there is nothing in the rows of a SELECT, if so
   */
  public Optional<Explanation> run(DatasetGraph data, OutputStream out) {
    return Txn.calculateRead(
        data,
        () -> {
          Scope scope = Scope.of(query, data);
          Endpoint told = Endpoint.of(scope.data());
          if (evidence) {
            return write(
                scope.query(), Evidence.of(scope.query(), told, Endpoint.of(data)), told, out);
          }
          try (QueryExec exec = QueryExec.dataset(scope.data()).query(scope.query()).build()) {
            if (query.isSelectType()) {
              return write(scope.query(), exec.select(), told, out);
            }
            write(exec, out);
            return Optional.empty();
          }
        });
  }

  private Optional<Explanation> write(Query asked, RowSet rows, Endpoint told, OutputStream out) {
    List<Binding> first = new ArrayList<>();
    Iterator<Binding> watched =
        Iter.map(
            rows,
            row -> {
              if (first.size() < 2) {
                first.add(row);
              }
              return row;
            });
    format.write(RowSetStream.create(rows.getResultVars(), watched), out);
    return ZeroRows.isNothing(asked, first)
        ? Optional.of(ZeroRows.explain(asked, told, ZeroRows.THOROUGH))
        : Optional.empty();
  }

  private void write(QueryExec exec, OutputStream out) {
    if (query.isAskType()) {
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
