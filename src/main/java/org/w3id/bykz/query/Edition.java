package org.w3id.bykz.query;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.w3id.bykz.store.SparqlFile;

/**
 * The dataset as it is now, by what it says of itself.
 *
 * @param date when it last changed, as far as known: a day, a month or a year
 * @param licence an IRI
 */
public record Edition(
    String version, String title, String creator, Optional<String> date, Optional<String> licence) {

  private static final Query QUERY = SparqlFile.bundled("pages/citation");

  /** Empty if it was published without a description. */
  public static Optional<Edition> of(Endpoint endpoint) {
    return endpoint.answer(
        QUERY,
        exec -> {
          RowSet rows = exec.select();
          return rows.hasNext() ? Optional.of(of(rows.next())) : Optional.empty();
        });
  }

  private static Edition of(Binding row) {
    return new Edition(
        text(row, "version").orElseThrow(),
        text(row, "title").orElse("bykz"),
        text(row, "creator").orElse("bykz"),
        text(row, "date"),
        text(row, "licence"));
  }

  private static Optional<String> text(Binding row, String column) {
    return Optional.ofNullable(row.get(Var.alloc(column)))
        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : name(node));
  }

  private static String name(Node node) {
    return node.isURI() ? node.getURI() : node.toString();
  }
}
