package org.w3id.bykz.view;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows of an answer as a page shows them: a thing goes by its label where the row has one.
 *
 * @param columns names, without those of the labels that stand in place of their things
 */
public record Listing(List<String> columns, List<List<Link>> rows) {

  public Listing {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public static Listing of(List<Var> columns, List<Binding> rows) {
    List<Var> shown = columns.stream().filter(var -> !namesAnother(var, columns)).toList();
    return new Listing(
        shown.stream().map(Var::getVarName).toList(),
        rows.stream().map(row -> shown.stream().map(var -> cell(row, var)).toList()).toList());
  }

  /**
   * Whether a column names the things of another, as {@code regionLabel} does for {@code region}.
   */
  private static boolean namesAnother(Var label, List<Var> columns) {
    String name = label.getVarName().replaceFirst("Label$", "");
    return !name.equals(label.getVarName()) && columns.contains(Var.alloc(name));
  }

  private static Link cell(Binding row, Var var) {
    Node node = row.get(var);
    return node == null
        ? new Link("", "")
        : Optional.ofNullable(row.get(Var.alloc(var.getVarName() + "Label")))
            .map(label -> Link.to(node, label.getLiteralLexicalForm()))
            .orElseGet(() -> Link.to(node));
  }

  /** Whether all that stands in a column are numbers. */
  public boolean isNumber(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).text().matches("-?[0-9]*\\.?[0-9]*"))
        && rows.stream().anyMatch(row -> !row.get(column).text().isEmpty());
  }
}
