package org.w3id.bykz.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** What a curator should look at first: the most doubtful claims, then names to be linked. */
public final class Review {

  private static final Query REVIEW = SparqlFile.bundled("pages/review");
  private static final Query CLAIMS = SparqlFile.bundled("pages/review-claims");
  private static final Query ALL = SparqlFile.bundled("pages/all-claims");
  private static final Var CLAIM = Var.alloc("claim");
  private static final List<String> WHY =
      List.of("", "figures differ", "low confidence", "unlinked name", "new");
  private static final int NEW = 4;

  private Review() {}

  /**
   * A claim or a name to look at.
   *
   * @param why the reasons, the gravest first
   * @param claim its IRI, of a name that of a claim that has it
   * @param thing the IRI of the name; empty for a claim
   * @param roles what the claim says, as in {@code exporter=country/BY}
   */
  public record Item(
      List<String> why,
      String claim,
      String thing,
      String source,
      String frame,
      List<String> roles,
      String confidence,
      String quote) {}

  private record Found(Set<String> why, Node claim, String thing, String confidence) {}

  /**
   * Lists what to look at.
   *
   * @param below the confidence from which a claim is sure enough
   * @param isNew whether a claim, by its IRI, is to be looked at in any case
   * @param most how many items there are at most
   */
  public static List<Item> of(
      Endpoint endpoint, BigDecimal below, Predicate<String> isNew, int most) {
    Map<String, Found> found = new LinkedHashMap<>();
    Query doubtful =
        QueryTransformOps.replaceVars(
            REVIEW,
            Map.of(
                Var.alloc("below"),
                NodeFactory.createLiteralDT(below.toPlainString(), XSDDatatype.XSDdecimal)));
    for (Binding row : Rows.of(doubtful, endpoint)) {
      int place = Integer.parseInt(Rows.text(row, "place"));
      boolean isName = row.contains("thing");
      add(
          found,
          place,
          row.get(isName ? "example" : "claim"),
          isName ? row.get("thing").getURI() : "",
          Rows.text(row, "confidence"));
    }
    for (Binding row : Rows.of(ALL, endpoint)) {
      if (isNew.test(row.get(CLAIM).getURI())) {
        add(found, NEW, row.get(CLAIM), "", Rows.text(row, "confidence"));
      }
    }
    return told(found.values().stream().limit(most).toList(), endpoint);
  }

  private static void add(
      Map<String, Found> found, int place, Node claim, String thing, String confidence) {
    found
        .computeIfAbsent(
            thing.isEmpty() ? claim.getURI() : thing,
            any -> new Found(new LinkedHashSet<>(), claim, thing, confidence))
        .why()
        .add(WHY.get(place));
  }

  private static List<Item> told(List<Found> found, Endpoint endpoint) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<Node> claims = found.stream().map(Found::claim).distinct().toList();
    Map<Node, List<Binding>> rows =
        Rows.of(Rows.within(CLAIMS, CLAIM, claims), endpoint).stream()
            .collect(Collectors.groupingBy(row -> row.get(CLAIM)));
    List<Item> items = new ArrayList<>();
    for (Found each : found) {
      List<Binding> of = rows.getOrDefault(each.claim(), List.of());
      if (!of.isEmpty()) {
        Binding first = of.get(0);
        items.add(
            new Item(
                List.copyOf(each.why()),
                each.claim().getURI(),
                each.thing(),
                Prefixes.key(first.get("source")),
                ClaimIndex.kind(first.get("frame")),
                of.stream().map(Review::role).distinct().toList(),
                each.confidence(),
                Rows.text(first, "quote")));
      }
    }
    return items;
  }

  private static String role(Binding row) {
    Node value = row.get("value");
    String role = row.get("role").getURI().replaceFirst("^.*#", "");
    return role
        + "="
        + (value.isLiteral() ? value.getLiteralLexicalForm() : Prefixes.shorten(value));
  }
}
