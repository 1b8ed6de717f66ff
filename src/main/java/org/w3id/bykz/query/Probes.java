package org.w3id.bykz.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Small questions about a query's graph, each ended after a while, all together after a while more.
 * What could not be answered in time is empty.
 */
final class Probes {

  private static final Duration EACH = Duration.ofSeconds(1);

  private final Query query;
  private final Endpoint endpoint;
  private final long end;

  /**
   * @param query whose FROM, if any, the probes share
   */
  Probes(Query query, Endpoint endpoint, Duration budget) {
    this.query = query;
    this.endpoint = endpoint;
    this.end = System.nanoTime() + budget.toNanos();
  }

  /** Whether the elements together, as one group, match anything. */
  Optional<Boolean> matches(Collection<? extends Element> elements) {
    Query select = new Query();
    select.setQuerySelectType();
    select.addResultVar("yes", NodeValue.TRUE);
    select.setQueryPattern(group(elements));
    select.setLimit(1);
    return ask(select, exec -> exec.select().hasNext());
  }

  /** Some of the values that a variable has where the elements match; none if there was no time. */
  List<Node> values(Collection<? extends Element> elements, Var var, int most) {
    Query select = new Query();
    select.setQuerySelectType();
    select.setDistinct(true);
    select.addResultVar(var);
    select.setQueryPattern(group(elements));
    select.setLimit(most);
    return rows(select, var);
  }

  /** All values of a column. */
  List<Node> rows(Query select, Var var) {
    return ask(
            select,
            exec -> {
              List<Node> values = new ArrayList<>();
              exec.select()
                  .forEachRemaining(
                      row -> {
                        if (row.contains(var)) {
                          values.add(row.get(var));
                        }
                      });
              return values;
            })
        .orElse(List.of());
  }

  <T> Optional<T> ask(Query probe, Function<QueryExec, T> read) {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      return Optional.empty();
    }
    probe.getGraphURIs().addAll(query.getGraphURIs());
    probe.getNamedGraphURIs().addAll(query.getNamedGraphURIs());
    probe.ensureResultVars();
    try {
      Duration limit = Duration.ofMillis(Math.min(left, EACH.toMillis()));
      return Optional.of(endpoint.answer(probe, limit, read));
    } catch (QueryCancelledException | QueryExceptionHTTP | HttpException e) {
      return Optional.empty();
    }
  }

  static ElementGroup group(Collection<? extends Element> elements) {
    ElementGroup group = new ElementGroup();
    elements.forEach(group::addElement);
    return group;
  }
}
