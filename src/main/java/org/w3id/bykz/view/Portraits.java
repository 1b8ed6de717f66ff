package org.w3id.bykz.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** Reads what the page of a thing shows. */
public final class Portraits {

  private static final Query PORTRAIT = SparqlFile.bundled("pages/portrait");
  private static final Query NEIGHBOURS = SparqlFile.bundled("pages/neighbours");
  private static final Questions QUESTIONS = Questions.bundled();

  /** How many claims of a kind a page has at most; the rest is one link away. */
  private static final int CARDS = 6;

  /** The same of rows of a table. */
  private static final int FIGURES = 40;

  private static final Set<String> NAMES =
      Set.of("skos:prefLabel", "rdfs:label", "foaf:name", "skos:altLabel");
  private static final Set<String> SAME =
      Set.of("owl:sameAs", "skos:exactMatch", "skos:closeMatch");

  /** What is told by the page's own form, or is of use to programs only. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "rdf:type",
          "bykz:unlinked",
          "bykz:adjective",
          "bykz:ambiguousLabel",
          "bykz:nameKey",
          "bykz:inMonth",
          "bykz:sameThingAs",
          "bykz:countedAs",
          "skos:hiddenLabel",
          "skos:inScheme",
          "skos:topConceptOf");

  private Portraits() {}

  /** The question that a page of the thing answers. */
  public static Sheet.Made made(Node thing, Reader reader, Endpoint endpoint) {
    Question question = QUESTIONS.named("claims");
    Map<String, String> arguments =
        Map.of("thing", Prefixes.shorten(thing), "language", reader.language());
    return Sheet.Made.of(
        question.title(reader.language()), question.bind(arguments, endpoint), endpoint);
  }

  /** Reads a thing of ours. */
  public static Portrait of(Node thing, Reader reader, Endpoint endpoint, ClaimIndex claims) {
    Map<String, List<Binding>> said =
        Rows.of(reader.asking(PORTRAIT, thing), endpoint).stream()
            .collect(
                Collectors.groupingBy(
                    row -> Prefixes.shorten(row.get("property")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Binding> near = Rows.of(reader.asking(NEIGHBOURS, thing), endpoint);
    Set<Node> related = near.stream().map(row -> row.get("relation")).collect(Collectors.toSet());
    String key = Prefixes.shorten(thing);
    String name = name(said, key, reader);
    return new Portrait(
        name,
        reader.say("thing." + key.substring(0, key.indexOf('/'))),
        otherNames(said, name),
        facts(said, related, reader),
        outside(said),
        figures(key, reader, endpoint),
        Listing.of(NEIGHBOURS.getProjectVars(), near, reader),
        groups(claims.about(thing), key, reader, endpoint),
        said.containsKey("bykz:unlinked"));
  }

  private static String name(Map<String, List<Binding>> said, String key, Reader reader) {
    List<Node> names = values(said, "skos:prefLabel", "rdfs:label", "foaf:name");
    return names.stream()
        .filter(name -> name.getLiteralLanguage().equals(reader.language()))
        .findFirst()
        .or(() -> names.stream().filter(name -> name.getLiteralLanguage().equals("en")).findFirst())
        .or(() -> names.stream().findFirst())
        .map(Node::getLiteralLexicalForm)
        .orElse(key);
  }

  private static List<String> otherNames(Map<String, List<Binding>> said, String name) {
    Set<String> names = new TreeSet<>();
    values(said, "skos:prefLabel", "rdfs:label", "foaf:name")
        .forEach(each -> names.add(each.getLiteralLexicalForm()));
    names.remove(name);
    return List.copyOf(names);
  }

  /**
   * The answers to some questions about it, where there are any: of a country or region about its
   * trade, of what sources tell of about its history and what it is the same as.
   */
  private static List<Portrait.Figures> figures(String key, Reader reader, Endpoint endpoint) {
    List<Portrait.Figures> figures = new ArrayList<>();
    questions(key.substring(0, key.indexOf('/')))
        .forEach(
            (name, parameter) ->
                figures(QUESTIONS.named(name), parameter, key, reader, endpoint)
                    .ifPresent(figures::add));
    return figures;
  }

  /** By the parameter that takes the thing; in the order of the page. */
  private static Map<String, String> questions(String kind) {
    return switch (kind) {
      case "country", "region" ->
          new TreeMap<>(Map.of("trade-balance", "reporter", "trade-over-time", "reporter"))
              .descendingMap();
      case "project" ->
          new TreeMap<>(Map.of("history-of-project", "project", "same-things", "thing"));
      case "event", "agreement", "person", "organisation" -> Map.of("same-things", "thing");
      default -> Map.of();
    };
  }

  private static Optional<Portrait.Figures> figures(
      Question question, String parameter, String key, Reader reader, Endpoint endpoint) {
    Map<String, String> arguments =
        new TreeMap<>(Map.of(parameter, key, "language", reader.language()));
    // Of all partners and flows, where the question asks for one.
    question.parameters().forEach(each -> arguments.putIfAbsent(each.name(), ""));
    Query query = question.bind(arguments, endpoint);
    query.setLimit(FIGURES);
    List<Binding> rows = Rows.of(query, endpoint);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String parameters =
        arguments.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    // The page tells already whose answer it is.
    List<Var> columns =
        query.getProjectVars().stream()
            .filter(each -> !each.getVarName().replaceFirst("Label$", "").equals(parameter))
            .toList();
    return Optional.of(
        new Portrait.Figures(
            question.title(reader.language()),
            Listing.of(columns, rows, reader),
            "/queries/" + question.name() + ".csv?" + parameters));
  }

  /** What is known of it, but for what the table of its relations tells. */
  private static List<Card.Part> facts(
      Map<String, List<Binding>> said, Set<Node> related, Reader reader) {
    List<Card.Part> facts = new ArrayList<>();
    said.forEach(
        (property, rows) -> {
          boolean isShown =
              !NAMES.contains(property)
                  && !SAME.contains(property)
                  && !LEFT_OUT.contains(property)
                  && !related.contains(rows.get(0).get("property"));
          if (isShown) {
            String label =
                reader
                    .word("property." + property.replace(':', '.'))
                    .orElseGet(() -> Rows.text(rows.get(0), "propertyLabel", property));
            facts.add(new Card.Part(label, rows.stream().map(Portraits::value).toList()));
          }
        });
    return facts;
  }

  private static Link value(Binding row) {
    Node value = row.get("value");
    return Link.to(value, Rows.text(row, "valueLabel", Prefixes.shorten(value)));
  }

  private static List<Link> outside(Map<String, List<Binding>> said) {
    return SAME.stream()
        .sorted()
        .flatMap(property -> values(said, property).stream())
        .filter(Node::isURI)
        .map(node -> new Link(place(node.getURI()), node.getURI()))
        .toList();
  }

  /** Where a link leads, and to what there. */
  private static String place(String iri) {
    String host = URI.create(iri).getHost().replaceFirst("^(www|sws)\\.", "");
    return host + " " + iri.replaceFirst("^.*[/#](?=.)", "").replaceFirst("/$", "");
  }

  private static List<Portrait.Group> groups(
      List<ClaimIndex.Entry> claims, String key, Reader reader, Endpoint endpoint) {
    Map<String, List<ClaimIndex.Entry>> byKind =
        claims.stream()
            .sorted(Comparator.comparing((ClaimIndex.Entry entry) -> !entry.isFact()))
            .collect(
                Collectors.groupingBy(ClaimIndex.Entry::kind, TreeMap::new, Collectors.toList()));
    List<Node> shown =
        byKind.values().stream()
            .flatMap(entries -> entries.stream().limit(CARDS))
            .map(ClaimIndex.Entry::claim)
            .toList();
    Map<String, List<Card>> cards =
        Cards.of(shown, reader, endpoint).stream().collect(Collectors.groupingBy(Card::kind));
    List<Portrait.Group> groups = new ArrayList<>();
    byKind.forEach(
        (kind, entries) -> {
          int facts = (int) entries.stream().filter(ClaimIndex.Entry::isFact).count();
          groups.add(
              new Portrait.Group(
                  kind,
                  facts,
                  entries.size() - facts,
                  cards.getOrDefault(kind, List.of()),
                  entries.size() > CARDS ? "/?kind=" + kind + "&thing=" + key : ""));
        });
    return groups;
  }

  private static List<Node> values(Map<String, List<Binding>> said, String... properties) {
    return Stream.of(properties)
        .flatMap(property -> said.getOrDefault(property, List.of()).stream())
        .map(row -> row.get("value"))
        .toList();
  }
}
