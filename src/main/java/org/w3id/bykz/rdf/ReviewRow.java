package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value.Kind;
import org.w3id.bykz.lexicon.Concept;

/**
 * Turns a row of a reviewed table into a file with one correction. Its name is made of what it
 * says, so that the same row makes the same file.
 */
public final class ReviewRow {

  /** What a curator can decide, and the kind of correction that it makes. */
  private static final Map<String, String> DECISIONS =
      Map.of(
          "reject", "Rejection",
          "confirm", "Confirmation",
          "correct", "Amendment",
          "link", "Linking",
          "merge", "Merger");

  private static final List<Kind> PARTIES =
      List.of(Kind.COUNTRY, Kind.REGION, Kind.PLACE, Kind.ORGANISATION);

  private static final List<Kind> ACTORS =
      List.of(Kind.COUNTRY, Kind.REGION, Kind.PLACE, Kind.ORGANISATION, Kind.PERSON);

  /** What can fill a role, where that is not any party. */
  private static final Map<Role, List<Kind>> KINDS =
      Map.ofEntries(
          Map.entry(Role.PRODUCT, List.of(Kind.PRODUCT)),
          Map.entry(Role.SECTOR, List.of(Kind.SECTOR)),
          Map.entry(Role.OFFICE, List.of(Kind.OFFICE)),
          Map.entry(Role.UNIT, List.of(Kind.UNIT)),
          Map.entry(Role.PER, List.of(Kind.UNIT)),
          Map.entry(Role.CURRENCY, List.of(Kind.CURRENCY)),
          Map.entry(Role.FLOW, List.of(Kind.FLOW)),
          Map.entry(Role.STATUS, List.of(Kind.STATUS)),
          Map.entry(Role.BOUND, List.of(Kind.BOUND)),
          Map.entry(Role.PERSON, List.of(Kind.PERSON)),
          Map.entry(Role.PARTICIPANT, ACTORS));

  private final Map<String, String> cells;
  private final List<Concept> concepts;

  private ReviewRow(Map<String, String> cells, List<Concept> concepts) {
    this.cells = cells;
    this.concepts = concepts;
  }

  /**
   * A file of corrections.
   *
   * @param name without a folder
   */
  public record File(String name, String content) {}

  /**
   * The correction of a row.
   *
   * @param cells by the names of their columns
   * @param concepts what the vocabularies know
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  public static File correction(Map<String, String> cells, List<Concept> concepts) {
    return new ReviewRow(cells, concepts).file();
  }

  private String cell(String name) {
    return cells.getOrDefault(name, "").strip();
  }

  private String needed(String name) {
    String cell = cell(name);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("its column " + name + " is empty");
    }
    return cell;
  }

  /** Not from a cell of its own: spreadsheets make 3 of 003. */
  private String source() {
    String source = CorrectionReader.documentOf(needed("claim"));
    if (source.isEmpty()) {
      throw new IllegalArgumentException(cell("claim") + " is not the name of a claim");
    }
    return source;
  }

  private File file() {
    String decision = needed("decision").toLowerCase(Locale.ROOT);
    String kind = DECISIONS.get(decision);
    if (kind == null) {
      throw new IllegalArgumentException(
          "\"%s\" is no decision; write one of %s"
              .formatted(decision, DECISIONS.keySet().stream().sorted().collect(joining(", "))));
    }
    String author = needed("author");
    String reason = needed("reason");
    Map<String, String> named = new LinkedHashMap<>();
    String what =
        decision.equals("link") || decision.equals("merge") ? thing(named) : claim(decision, named);
    String key = source() + "-" + ContentKey.of(kind + "\n" + what + "\n" + reason + "\n" + author);
    String curator = Iris.thing("curator", Slug.of(author)).stringValue();
    StringBuilder text = new StringBuilder();
    text.append("# Made by bykz review --apply; take the file out to undo it.\n")
        .append("@prefix bykz: <")
        .append(Bykz.NAMESPACE)
        .append("> .\n")
        .append("@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n")
        .append("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n")
        .append("@prefix dcterms: <http://purl.org/dc/terms/> .\n")
        .append("@prefix prov: <http://www.w3.org/ns/prov#> .\n")
        .append("@prefix oa: <http://www.w3.org/ns/oa#> .\n\n")
        .append(iri(Iris.thing("correction", key).stringValue()))
        .append(" a bykz:")
        .append(kind)
        .append(" ;\n")
        .append(what)
        .append("  bykz:reason ")
        .append(quoted(reason))
        .append(" ;\n");
    if (!cell("date").isEmpty()) {
      text.append("  dcterms:date ").append(quoted(cell("date"))).append("^^xsd:date ;\n");
    }
    text.append("  prov:wasAssociatedWith ")
        .append(iri(curator))
        .append(" .\n\n")
        .append(iri(curator))
        .append(" rdfs:label ")
        .append(quoted(author))
        .append(" .\n");
    named.forEach(
        (thing, name) ->
            text.append(iri(thing)).append(" rdfs:label ").append(quoted(name)).append(" .\n"));
    read(text.toString());
    return new File(key + ".ttl", text.toString());
  }

  /** Whether it can be read is what counts. */
  private void read(String content) {
    CorrectionReader reader = new CorrectionReader(concepts);
    reader.add("its correction", content.getBytes(UTF_8));
    reader.corrections();
  }

  private String thing(Map<String, String> named) {
    if (cell("thing").isEmpty()) {
      throw new IllegalArgumentException("it is no row of a name; a claim is corrected");
    }
    return "  bykz:corrects "
        + iri(needed("thing"))
        + " ;\n  bykz:instead "
        + thing(needed("value"), List.of(Kind.values()), named)
        + " ;\n";
  }

  private String claim(String decision, Map<String, String> named) {
    if (!cell("thing").isEmpty()) {
      throw new IllegalArgumentException("it is a row of a name, which is linked or merged");
    }
    Frame frame =
        Frame.of(needed("frame"))
            .orElseThrow(
                () -> new IllegalArgumentException(cell("frame") + " is no kind of claim"));
    StringBuilder text = new StringBuilder();
    text.append("  bykz:corrects ")
        .append(iri(needed("claim")))
        .append(" ;\n  bykz:like [ a ")
        .append(term(Bykz.claimClass(frame)))
        .append(" ; prov:wasDerivedFrom ")
        .append(iri(Iris.source(source()).stringValue()))
        .append(" ;\n    oa:exact ")
        .append(quoted(cells.getOrDefault("quote", "")));
    for (String said : cell("roles").split("; ")) {
      core(frame, said).ifPresent(role -> text.append(" ;\n    ").append(role));
    }
    text.append(" ] ;\n");
    return decision.equals("correct") ? text + instead(frame, named) : text.toString();
  }

  /** Enough to tell the claim from others: the things that fill what its frame cannot lack. */
  private Optional<String> core(Frame frame, String said) {
    int equals = said.indexOf('=');
    String role = said.substring(0, Math.max(0, equals));
    return frame.core().stream()
        .filter(each -> Bykz.property(frame, each).getLocalName().equals(role))
        .filter(each -> said.indexOf('/') > 0)
        .findFirst()
        .map(each -> term(Bykz.property(frame, each)) + " " + ours(said.substring(equals + 1)));
  }

  private String instead(Frame frame, Map<String, String> named) {
    String name = needed("role");
    String value = cell("value");
    String property;
    List<String> values = new ArrayList<>();
    if (name.equals("modality") || name.equals("polarity")) {
      property = "bykz:" + name;
      values.add(ours(name + "/" + needed("value").replaceFirst("^" + name + "/", "")));
    } else if (name.equals("attributedTo") || name.equals("speaker")) {
      property = term(Bykz.ATTRIBUTED_TO);
      parts(value).forEach(each -> values.add(thing(each, ACTORS, named)));
    } else {
      Role role =
          frame.roles().stream()
              .filter(
                  each ->
                      each.key().equals(name)
                          || Bykz.property(frame, each).getLocalName().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "a claim of the kind %s has no role %s; it has %s"
                              .formatted(
                                  frame.key(),
                                  name,
                                  frame.roles().stream().map(Role::key).collect(joining(", ")))));
      property = term(Bykz.property(frame, role));
      parts(value).forEach(each -> values.add(value(role, frame, each, named)));
    }
    return values.isEmpty()
        ? "  bykz:without " + property + " ;\n"
        : "  bykz:instead [ " + property + " " + String.join(" , ", values) + " ] ;\n";
  }

  private static List<String> parts(String value) {
    return Stream.of(value.split(";")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  private String value(Role role, Frame frame, String value, Map<String, String> named) {
    return switch (role) {
      case NAME, DATE, PERIOD -> quoted(value);
      case COUNT, QUANTITY, VALUE, SHARE, GROWTH, JOBS -> number(value);
      case KIND ->
          thing(
              value, List.of(frame == Frame.EVENT ? Kind.EVENT_KIND : Kind.AGREEMENT_KIND), named);
      default -> thing(value, KINDS.getOrDefault(role, PARTIES), named);
    };
  }

  private static String number(String value) {
    try {
      return new BigDecimal(value).toPlainString();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + value + "\" is no number as 1200.5", e);
    }
  }

  /** A thing by its address, its kind and key, its key, or its name in a vocabulary. */
  private String thing(String value, List<Kind> kinds, Map<String, String> named) {
    if (value.startsWith(Iris.BASE)) {
      return iri(value);
    }
    if (kinds.stream().anyMatch(kind -> value.startsWith(kind.key() + "/"))) {
      return ours(value);
    }
    List<Concept> known =
        concepts.stream()
            .filter(each -> kinds.stream().anyMatch(kind -> kind.key().equals(each.kind())))
            .filter(each -> each.key().equals(value) || isCalled(each, value))
            .toList();
    if (known.size() == 1) {
      return ours(known.get(0).id());
    }
    if (known.isEmpty() && kinds.contains(Kind.PERSON)) {
      String person = Iris.thing(Kind.PERSON.key(), Slug.of(value)).stringValue();
      named.put(person, value);
      return iri(person);
    }
    throw new IllegalArgumentException(
        known.isEmpty()
            ? "no vocabulary has \"%s\"; write its key, as in region/BY-HR".formatted(value)
            : "\"%s\" may be %s; write which"
                .formatted(value, known.stream().map(Concept::id).collect(joining(" or "))));
  }

  private static boolean isCalled(Concept concept, String name) {
    return concept.labels().stream().anyMatch(label -> label.text().equalsIgnoreCase(name));
  }

  private static String ours(String id) {
    int slash = id.indexOf('/');
    String kind = id.substring(0, Math.max(0, slash));
    String key = id.substring(slash + 1);
    return iri(
        kind.equals(Kind.CURRENCY.key())
            ? Iris.currency(key).stringValue()
            : Iris.thing(kind, key).stringValue());
  }

  private static String term(IRI term) {
    return "bykz:" + term.getLocalName();
  }

  private static String iri(String iri) {
    if (iri.chars().anyMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(iri + " is no address");
    }
    return "<" + iri + ">";
  }

  private static String quoted(String text) {
    return '"' + TurtleUtil.encodeString(text) + '"';
  }
}
