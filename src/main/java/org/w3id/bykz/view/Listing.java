package org.w3id.bykz.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows of an answer as a page shows them: a thing goes by its label where the row has one.
 *
 * @param columns names, without those of the labels that stand in place of their things
 * @param numbers which of the columns hold numbers
 */
public record Listing(List<String> columns, Set<Integer> numbers, List<List<Cell>> rows) {

  public Listing {
    columns = List.copyOf(columns);
    numbers = Set.copyOf(numbers);
    rows = List.copyOf(rows);
  }

  /**
   * A value.
   *
   * @param number as programs write it, where it is one; may be empty
   */
  public record Cell(Link link, String number) {}

  public static Listing of(List<Var> columns, List<Binding> rows, Reader reader) {
    List<Var> shown = columns.stream().filter(var -> !namesAnother(var, columns)).toList();
    return new Listing(
        shown.stream().map(var -> var.getVarName().replaceFirst("Label$", "")).toList(),
        IntStream.range(0, shown.size())
            .filter(column -> isNumber(shown.get(column), rows))
            .boxed()
            .collect(Collectors.toSet()),
        rows.stream()
            .map(row -> shown.stream().map(var -> cell(row, var, reader)).toList())
            .toList());
  }

  /**
   * Whether a column names the things of another, as {@code regionLabel} does for {@code region}.
   */
  private static boolean namesAnother(Var label, List<Var> columns) {
    String name = label.getVarName().replaceFirst("Label$", "");
    return !name.equals(label.getVarName()) && columns.contains(Var.alloc(name));
  }

  private static Cell cell(Binding row, Var var, Reader reader) {
    Node node = row.get(var);
    if (node == null) {
      return new Cell(new Link("", ""), "");
    }
    if (isNumber(node)) {
      String number = node.getLiteralLexicalForm();
      return new Cell(new Link(reader.number(new BigDecimal(number)), ""), number);
    }
    Node label = row.get(Var.alloc(var.getVarName() + "Label"));
    return new Cell(
        label == null ? Link.to(node) : Link.to(node, label.getLiteralLexicalForm()), "");
  }

  /** Whether a chart can be drawn of it. */
  public boolean hasNumbers() {
    return !numbers.isEmpty();
  }

  /** Whether a map can be drawn of it. */
  public boolean hasAreas() {
    return rows.stream()
        .flatMap(List::stream)
        .anyMatch(cell -> cell.link().href().matches("/id/(region|country)/.*"));
  }

  private static boolean isNumber(Var column, List<Binding> rows) {
    List<Node> values = rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
    return !values.isEmpty() && values.stream().allMatch(Listing::isNumber);
  }

  private static boolean isNumber(Node value) {
    return value.isLiteral()
        && value.getLiteral().isWellFormed()
        && value.getLiteralValue() instanceof Number;
  }
}
