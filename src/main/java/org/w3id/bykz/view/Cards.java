package org.w3id.bykz.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.view.Curations.Curation;

/** Reads claims as pages show them. */
public final class Cards {

  private static final Query CARDS = SparqlFile.bundled("pages/cards");
  private static final Var CLAIM = Var.alloc("claim");

  /** Roles that are shown with others: those of a number with it, the thing itself as a link. */
  private static final List<String> WITH_OTHERS =
      List.of("bound", "currency", "unit", "per", "about");

  private Cards() {}

  /** The claims as they are for a reader, in the order given; what is no claim is left out. */
  public static List<Card> of(List<Node> claims, Reader reader, Endpoint endpoint) {
    if (claims.isEmpty()) {
      return List.of();
    }
    List<Node> wanted = claims.stream().distinct().toList();
    List<Binding> rows = Rows.of(Rows.within(reader.asking(CARDS), CLAIM, wanted), endpoint);
    Map<Node, List<Binding>> byClaim =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(CLAIM), LinkedHashMap::new, Collectors.toList()));
    Map<Node, List<Curation>> curations = Curations.of(claims, reader, endpoint);
    return wanted.stream()
        .map(byClaim::get)
        .flatMap(Stream::ofNullable)
        .map(of -> card(of, curations.getOrDefault(of.get(0).get(CLAIM), List.of()), reader))
        .toList();
  }

  private static Card card(List<Binding> rows, List<Curation> curations, Reader reader) {
    Binding first = rows.get(0);
    Node quote = first.get("quote");
    String source = Link.to(first.get("source")).href().replaceFirst("^/id/source/", "/sources/");
    String place = "#char=%s,%s".formatted(Rows.text(first, "start"), Rows.text(first, "end"));
    return new Card(
        Link.to(first.get("claim")),
        ClaimIndex.kind(first.get("frame")),
        Prefixes.key(first.get("modality")),
        Rows.text(first, "modalityLabel"),
        Prefixes.key(first.get("polarity")).equals("negative"),
        parts(rows, reader),
        rows.stream()
            .filter(row -> row.contains("role") && local(row.get("role")).equals("about"))
            .map(row -> Link.to(row.get("value")))
            .findFirst(),
        new Link(quote.getLiteralLexicalForm(), source + place),
        Integer.parseInt(Rows.text(first, "start")),
        Integer.parseInt(Rows.text(first, "end")),
        quote.getLiteralLanguage(),
        named(first, "speaker"),
        new Card.Source(
            new Link(Rows.text(first, "title", Prefixes.key(first.get("source"))), source),
            named(first, "publisher"),
            reader.date(Rows.text(first, "issued"))),
        curations);
  }

  private static List<Card.Part> parts(List<Binding> rows, Reader reader) {
    Map<String, List<Binding>> byRole =
        rows.stream()
            .filter(row -> row.contains("role"))
            .collect(
                Collectors.groupingBy(
                    row -> local(row.get("role")), LinkedHashMap::new, Collectors.toList()));
    List<Card.Part> parts = new ArrayList<>();
    byRole.forEach(
        (role, values) -> {
          if (!WITH_OTHERS.contains(role)) {
            String name = Rows.text(values.get(0), "roleLabel");
            parts.add(
                new Card.Part(
                    name, values.stream().map(row -> value(role, row, byRole, reader)).toList()));
          }
        });
    return parts;
  }

  private static Link value(
      String role, Binding row, Map<String, List<Binding>> byRole, Reader reader) {
    Node value = row.get("value");
    if (value.isLiteral()) {
      return new Link(literal(role, value, byRole, reader), "");
    }
    String label = Rows.text(row, "valueLabel", Prefixes.shorten(value));
    // A period's name is its EDTF.
    boolean isTime = role.equals("period") || role.equals("date");
    return isTime ? new Link(reader.date(label), "") : Link.to(value, label);
  }

  private static String literal(
      String role, Node value, Map<String, List<Binding>> byRole, Reader reader) {
    if (role.equals("name")) {
      return value.getLiteralLexicalForm();
    }
    BigDecimal number = new BigDecimal(value.getLiteralLexicalForm());
    String bound = name("bound", byRole);
    return switch (role) {
      case "value" -> joined(bound, reader.number(number), code("currency", byRole));
      case "quantity" ->
          joined(
              byRole.containsKey("value") ? "" : bound,
              reader.number(number),
              name("unit", byRole),
              name("per", byRole).isEmpty() ? "" : "/ " + name("per", byRole));
      case "growth" -> reader.growth(number);
      case "share" -> reader.number(number.movePointRight(2)) + " %";
      default -> reader.number(number);
    };
  }

  private static String joined(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String name(String role, Map<String, List<Binding>> byRole) {
    return byRole.containsKey(role) ? Rows.text(byRole.get(role).get(0), "valueLabel") : "";
  }

  private static String code(String role, Map<String, List<Binding>> byRole) {
    return byRole.containsKey(role) ? Prefixes.key(byRole.get(role).get(0).get("value")) : "";
  }

  private static Optional<Link> named(Binding row, String column) {
    return Optional.ofNullable(row.get(column))
        .map(node -> Link.to(node, Rows.text(row, column + "Label")));
  }

  private static String local(Node term) {
    return term.getURI().substring(term.getURI().indexOf('#') + 1);
  }
}
