package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/** Rows that go into a query, many values at once, and rows that come of it. */
public final class Rows {

  private Rows() {}

  /** All rows that a query gives. */
  public static List<Binding> of(Query query, Endpoint endpoint) {
    return endpoint.answer(query, exec -> copy(exec.select()));
  }

  /** What stands in a column; empty if nothing does. */
  public static String text(Binding row, String column) {
    Node node = row.get(column);
    return node == null ? "" : node.getLiteralLexicalForm();
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
    ElementGroup pattern = new ElementGroup();
    pattern.addElement(new ElementData(vars, rows));
    ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
    Query narrowed = query.cloneQuery();
    narrowed.setQueryPattern(pattern);
    return narrowed;
  }
}
