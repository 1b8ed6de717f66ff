package org.w3id.bykz.query;

import java.net.URI;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.system.Txn;

/** Where a page's query is answered: this store, or a SPARQL service somewhere else. */
public sealed interface Endpoint {

  /** Runs a query and gives what is read from it; the execution ends with the call. */
  <T> T answer(Query query, Function<QueryExec, T> read);

  /** The store itself. */
  static Endpoint of(DatasetGraph data) {
    return new Local(data);
  }

  /** A service that shows the same graphs, their union as its default graph. */
  static Endpoint at(URI service) {
    return new Remote(service);
  }

  /** Each answer is of one transaction. */
  record Local(DatasetGraph data) implements Endpoint {

    @Override
    public <T> T answer(Query query, Function<QueryExec, T> read) {
      return Txn.calculateRead(
          data,
          () -> {
            try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
              return read.apply(exec);
            }
          });
    }
  }

  /** By SPARQL 1.1 Protocol. */
  record Remote(URI service) implements Endpoint {

    @Override
    public <T> T answer(Query query, Function<QueryExec, T> read) {
      try (QueryExec exec = QueryExecHTTP.service(service.toString()).query(query).build()) {
        return read.apply(exec);
      }
    }
  }
}
