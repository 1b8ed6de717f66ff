package org.w3id.bykz.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.SparqlFile;

/** Reads what curators did to claims. */
public final class Curations {

  private static final Query CORRECTIONS = SparqlFile.bundled("pages/corrections");
  private static final Query FORMER = SparqlFile.bundled("pages/former-claims");
  private static final Var CLAIM = Var.alloc("claim");

  private Curations() {}

  /**
   * A correction as a page shows it beside its claim.
   *
   * @param correction its page, by its kind
   * @param curator who made it
   * @param reason why, in the language {@code language}, which may be empty
   */
  public record Curation(Link correction, String curator, String reason, String language) {}

  /** A claim that was taken back, and where it was read. */
  public record Former(Link claim, String passage, List<Curation> curations) {

    public Former {
      curations = List.copyOf(curations);
    }
  }

  /** The corrections of claims, or of former ones, by the claim; most have none. */
  public static Map<Node, List<Curation>> of(List<Node> claims, Reader reader, Endpoint endpoint) {
    if (claims.isEmpty()) {
      return Map.of();
    }
    Query query =
        Rows.within(reader.asking(CORRECTIONS), CLAIM, claims.stream().distinct().toList());
    return Rows.of(query, endpoint).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(CLAIM),
                Collectors.mapping(Curations::curation, Collectors.toList())));
  }

  private static Curation curation(Binding row) {
    return new Curation(
        Link.to(row.get("correction"), Rows.text(row, "kindLabel")),
        Rows.text(row, "curator"),
        Rows.text(row, "reason"),
        row.get("reason").getLiteralLanguage());
  }

  /** The claims of a source that were taken back. */
  static List<Former> former(Node source, Reader reader, Endpoint endpoint) {
    List<Binding> rows = Rows.of(reader.asking(FORMER, source), endpoint);
    Map<Node, List<Curation>> by =
        of(rows.stream().map(row -> row.get(CLAIM)).toList(), reader, endpoint);
    return rows.stream()
        .map(
            row ->
                new Former(
                    Link.to(row.get(CLAIM), Rows.text(row, "label")),
                    row.get("passage").getURI().replaceFirst("^.*#", "#"),
                    by.getOrDefault(row.get(CLAIM), List.of())))
        .toList();
  }
}
