package org.w3id.bykz.query;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.system.Txn;

/**
 * Where a page's query is answered: this store, or a SPARQL service somewhere else. It is never
 * asked for yes or no, since not every service answers ASK (Virtuoso 7 gives a table).
 */
public sealed interface Endpoint {

  /** For what is read of all data once, and kept: longer than any reader's question may take. */
  Duration WHOLE = Duration.ofHours(1);

  /**
   * Runs a query and gives what is read from it; the execution ends with the call, or by an
   * exception when it takes longer than a reader's question may.
   */
  <T> T answer(Query query, Function<QueryExec, T> read);

  /** The same with a limit of its own. */
  <T> T answer(Query query, Duration limit, Function<QueryExec, T> read);

  /** Where it answers others, by SPARQL 1.1 Protocol. */
  String address();

  /** The store itself. */
  static Endpoint of(DatasetGraph data) {
    return new Local(data);
  }

  /**
   * A service that shows the same graphs, their union as its default graph.
   *
   * @param limit how long a reader's question may take
   */
  static Endpoint at(URI service, Duration limit) {
    return new Remote(service, limit);
  }

  /** Each answer is of one transaction; a reader's limit is that of the data. */
  record Local(DatasetGraph data) implements Endpoint {

    @Override
    public String address() {
      return "/sparql";
    }

    @Override
    public <T> T answer(Query query, Function<QueryExec, T> read) {
      return answer(QueryExec.dataset(data).query(query), read);
    }

    @Override
    public <T> T answer(Query query, Duration limit, Function<QueryExec, T> read) {
      // A timeout that the builder is given could only end it before the one of the data.
      return answer(
          QueryExec.dataset(data)
              .query(query)
              .set(ARQ.queryTimeout, Long.toString(limit.toMillis())),
          read);
    }

    private <T> T answer(QueryExecBuilder builder, Function<QueryExec, T> read) {
      return Txn.calculateRead(
          data,
          () -> {
            try (QueryExec exec = builder.build()) {
              return read.apply(exec);
            }
          });
    }
  }

  /** By SPARQL 1.1 Protocol. */
  record Remote(URI service, Duration longest) implements Endpoint {

    @Override
    public String address() {
      return service.toString();
    }

    @Override
    public <T> T answer(Query query, Function<QueryExec, T> read) {
      return answer(query, longest, read);
    }

    @Override
    public <T> T answer(Query query, Duration limit, Function<QueryExec, T> read) {
      try (QueryExec exec =
          QueryExecHTTP.service(service.toString())
              .query(query)
              // Virtuoso 7 never answers a query that is the body of a POST.
              .sendMode(QuerySendMode.asGetWithLimitForm)
              .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
              .build()) {
        return read.apply(exec);
      }
    }
  }
}
