package org.w3id.bykz.query;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/** Asks a query for many values at once, also of a service elsewhere. */
final class Rows {

  private Rows() {}

  /**
   * The query with the rows before its pattern, so that they are looked up and not searched for.
   */
  static Query within(Query query, List<Var> vars, List<Binding> rows) {
    ElementGroup pattern = new ElementGroup();
    pattern.addElement(new ElementData(vars, rows));
    ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
    Query narrowed = query.cloneQuery();
    narrowed.setQueryPattern(pattern);
    return narrowed;
  }
}
