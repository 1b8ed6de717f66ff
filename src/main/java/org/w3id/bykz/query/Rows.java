package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementData;
import org.w3id.bykz.store.SparqlFile;

/** Rows that go into a query, many values at once, and rows that come of it. */
public final class Rows {

  private Rows() {}

  /** All rows that a query gives. */
  public static List<Binding> of(Query query, Endpoint endpoint) {
    return endpoint.answer(query, exec -> copy(exec.select()));
  }

  /** What stands in a column; empty if nothing does. */
  public static String text(Binding row, String column) {
    return text(row, column, "");
  }

  /** What stands in a column, or something else if nothing does. */
  public static String text(Binding row, String column, String otherwise) {
    Node node = row.get(column);
    return node == null ? otherwise : node.getLiteralLexicalForm();
  }

  /** All rows, for keeping when the query has ended. */
  public static List<Binding> copy(RowSet rows) {
    List<Binding> copies = new ArrayList<>();
    rows.forEachRemaining(row -> copies.add(BindingFactory.copy(row)));
    return copies;
  }

  /**
   * The query with the rows before its pattern, so that they are looked up and not searched for.
   */
  public static Query within(Query query, List<Var> vars, List<Binding> rows) {
    return SparqlFile.joined(new ElementData(vars, rows), query);
  }

  /** The same for values of one variable. */
  public static Query within(Query query, Var variable, Collection<Node> values) {
    List<Binding> rows =
        values.stream().map(value -> BindingFactory.binding(variable, value)).toList();
    return within(query, List.of(variable), rows);
  }
}
