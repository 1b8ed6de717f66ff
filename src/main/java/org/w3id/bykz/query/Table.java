package org.w3id.bykz.query;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.w3id.bykz.store.Prefixes;

/**
 * Rows in aligned columns, for reading on a screen of fixed-width letters: IRIs short, numbers to
 * the right, nothing cut.
 *
 * @param numeric by column, whether all its values are numbers
 */
record Table(List<String> header, List<List<String>> rows, List<Boolean> numeric) {

  private static final String GAP = "  ";

  static Table of(RowSet rows) {
    List<Var> vars = rows.getResultVars();
    List<List<String>> cells = new ArrayList<>();
    boolean[] numeric = new boolean[vars.size()];
    java.util.Arrays.fill(numeric, true);
    rows.forEachRemaining(
        row -> {
          List<String> line = new ArrayList<>();
          for (int i = 0; i < vars.size(); i++) {
            Node node = row.get(vars.get(i));
            line.add(node == null ? "" : clean(Prefixes.shorten(node)));
            numeric[i] &= node == null || isNumber(node);
          }
          cells.add(line);
        });
    List<Boolean> right = new ArrayList<>();
    for (boolean column : numeric) {
      right.add(column);
    }
    return new Table(vars.stream().map(Var::getVarName).toList(), cells, right);
  }

  private static boolean isNumber(Node node) {
    return node.isLiteral()
        && (XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())
            || XSDDatatype.XSDinteger.equals(node.getLiteralDatatype())
            || XSDDatatype.XSDdouble.equals(node.getLiteralDatatype()));
  }

  /** One line a cell, and nothing that a terminal would obey. */
  private static String clean(String text) {
    return text.replaceAll("\\R+", " ").replaceAll("\\p{Cntrl}", " ");
  }

  void print(PrintWriter out) {
    if (rows.isEmpty()) {
      out.print("no rows: " + String.join(", ", header) + "\n");
      return;
    }
    int[] widths = widths();
    print(header, widths, out);
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    rules.set(rules.size() - 1, "-".repeat(Math.min(40, widths[widths.length - 1])));
    print(rules, widths, out);
    rows.forEach(row -> print(row, widths, out));
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Width.of(header.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
    }
    return widths;
  }

  private void print(List<String> cells, int[] widths, PrintWriter out) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(Math.max(0, widths[i] - Width.of(cells.get(i))));
      line.append(i == 0 ? "" : GAP);
      line.append(numeric.get(i) ? pad + cells.get(i) : cells.get(i) + pad);
    }
    out.print(line.toString().stripTrailing() + "\n");
  }
}
