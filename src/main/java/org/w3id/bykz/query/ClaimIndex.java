package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/**
 * All claims with what they can be chosen by, in memory: answers the questions {@code claims} and
 * {@code links-between} at once, however many claims there are. Tests hold it to both.
 */
public final class ClaimIndex {

  private static final Query EDGES = SparqlFile.bundled("pages/claim-edges");

  private static final Node BELARUS = thing("country/BY");
  private static final Node KAZAKHSTAN = thing("country/KZ");

  /** The roles of those between whom something goes on. */
  private static final List<String> SIDES =
      List.of(
          "bykz:exporter",
          "bykz:importer",
          "bykz:reporter",
          "bykz:partner",
          "bykz:party",
          "bykz:participant",
          "bykz:place",
          "bykz:producer");

  private static final List<String> OTHERS =
      List.of(
          "bykz:product",
          "bykz:sector",
          "bykz:person",
          "bykz:office",
          "bykz:officeOf",
          "bykz:attributedTo",
          "bykz:about",
          "prov:wasDerivedFrom");

  private static final Comparator<Entry> FRESHEST_FIRST =
      Comparator.comparing(Entry::issued, Comparator.reverseOrder())
          .thenComparing(entry -> entry.source.getURI())
          .thenComparingInt(Entry::start)
          .thenComparing(Entry::kind)
          .thenComparing(entry -> entry.claim.getURI());

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Node, List<Entry>> byThing = new HashMap<>();
  private final Set<Node> known = new HashSet<>();

  /**
   * A claim.
   *
   * @param kind the key of its frame, such as {@code trade-flow}
   * @param modality the key of its modality, such as {@code planned}
   * @param issued when its source was published, in EDTF; may be empty
   * @param start where its passage begins in the source
   * @param times first and last day of what it tells, as texts
   * @param sides countries and regions between which it tells something
   * @param told what it speaks of, with the regions and the broader concepts of that
   */
  public record Entry(
      Node claim,
      String kind,
      String modality,
      boolean isDenied,
      Node source,
      String issued,
      int start,
      List<List<String>> times,
      Set<Node> sides,
      Set<Node> told) {

    public boolean isFact() {
      return modality.equals("fact");
    }

    private boolean isWithin(String since, String until) {
      String first = issued.isEmpty() ? "~" : issued;
      return times.isEmpty()
          ? isWithin(first, issued, since, until)
          : times.stream().anyMatch(time -> isWithin(time.get(0), time.get(1), since, until));
    }

    private static boolean isWithin(String first, String last, String since, String until) {
      return last.compareTo(since) >= 0 && (until.isEmpty() || first.compareTo(until + "-99") <= 0);
    }
  }

  /** How many claims of a kind link two areas, and how many of them as facts. */
  public record Tie(Node one, Node other, String kind, int facts, int plans) {}

  /** What claims are chosen by; empty where all are wanted. */
  public record Choice(
      Optional<String> kind,
      Set<Node> told,
      Optional<String> modality,
      String since,
      String until) {

    public Choice {
      told = Set.copyOf(told);
    }

    /** As the parameters of the two questions say. */
    public static Choice of(Map<Var, Node> values) {
      return new Choice(
          Optional.ofNullable(values.get(Var.alloc("kind"))).map(Node::getLiteralLexicalForm),
          Stream.of("thing", "product", "sector")
              .flatMap(name -> Stream.ofNullable(values.get(Var.alloc(name))))
              .collect(Collectors.toSet()),
          Optional.ofNullable(values.get(Var.alloc("modality"))).map(Prefixes::key),
          year(values, "since"),
          year(values, "until"));
    }

    private static String year(Map<Var, Node> values, String name) {
      Node year = values.get(Var.alloc(name));
      return year == null ? "" : year.getLiteralLexicalForm();
    }

    private boolean takes(Entry entry) {
      return kind.filter(each -> !each.equals(entry.kind)).isEmpty()
          && modality.filter(each -> !each.equals(entry.modality)).isEmpty()
          && entry.told.containsAll(told)
          && entry.isWithin(since, until);
    }
  }

  /** Reads all claims of a store, in one query. */
  public static ClaimIndex of(Endpoint endpoint) {
    Edges edges = new Edges();
    endpoint.answer(
        EDGES,
        Endpoint.WHOLE,
        exec -> {
          exec.select()
              .forEachRemaining(
                  row ->
                      edges.add(
                          row.get(Var.alloc("subject")),
                          Prefixes.shorten(row.get(Var.alloc("property"))),
                          row.get(Var.alloc("object"))));
          return edges;
        });
    ClaimIndex index = new ClaimIndex();
    edges.claims().forEach(claim -> index.entries.add(edges.entry(claim)));
    index.known.addAll(edges.byProperty.getOrDefault("skos:inScheme", Map.of()).keySet());
    index.entries.sort(FRESHEST_FIRST);
    for (Entry entry : index.entries) {
      entry.told.forEach(
          thing -> index.byThing.computeIfAbsent(thing, key -> new ArrayList<>()).add(entry));
    }
    return index;
  }

  /** Claims, the freshest first. */
  public Stream<Entry> chosen(Choice choice) {
    Collection<Entry> candidates =
        choice.told.stream()
            .map(thing -> byThing.getOrDefault(thing, List.of()))
            .min(Comparator.comparingInt(List::size))
            .orElse(entries);
    return candidates.stream().filter(choice::takes);
  }

  /** The claims that speak of a thing or what lies in it, or are said by it, freshest first. */
  public List<Entry> about(Node thing) {
    return List.copyOf(byThing.getOrDefault(thing, List.of()));
  }

  /** The concepts of a kind, such as {@code product}, that claims speak of. */
  public Set<Node> spokenOf(String kind) {
    return byThing.keySet().stream()
        .filter(thing -> known.contains(thing) && Prefixes.shorten(thing).startsWith(kind + "/"))
        .collect(Collectors.toSet());
  }

  /** Links between Belarus or a region of it and Kazakhstan or a region of it; most facts first. */
  public List<Tie> ties(Choice choice) {
    Map<List<Object>, int[]> counts = new LinkedHashMap<>();
    Predicate<Entry> links = entry -> !entry.isDenied && !entry.kind.equals("office");
    chosen(choice)
        .filter(links)
        .forEach(
            entry -> {
              for (Node one : entry.sides) {
                for (Node other : entry.sides) {
                  if (isOf(one, BELARUS) && isOf(other, KAZAKHSTAN)) {
                    counts
                        .computeIfAbsent(List.of(one, other, entry.kind), key -> new int[2])[
                        entry.isFact() ? 0 : 1]++;
                  }
                }
              }
            });
    return counts.entrySet().stream()
        .map(
            each ->
                new Tie(
                    (Node) each.getKey().get(0),
                    (Node) each.getKey().get(1),
                    (String) each.getKey().get(2),
                    each.getValue()[0],
                    each.getValue()[1]))
        .sorted(
            Comparator.comparingInt((Tie tie) -> -tie.facts)
                .thenComparingInt(tie -> -tie.plans)
                .thenComparing(tie -> tie.one.getURI())
                .thenComparing(tie -> tie.other.getURI())
                .thenComparing(Tie::kind))
        .toList();
  }

  /** A region's key begins with its country's (ISO 3166-2). */
  private static boolean isOf(Node area, Node country) {
    String key = Prefixes.shorten(country).replaceFirst("^country/", "");
    return area.equals(country) || Prefixes.shorten(area).startsWith("region/" + key + "-");
  }

  private static Node thing(String key) {
    return NodeFactory.createURI(Prefixes.BASE + "id/" + key);
  }

  /** What was read, by subject and property. */
  private static final class Edges {

    private final Map<String, Map<Node, List<Node>>> byProperty = new HashMap<>();

    void add(Node subject, String property, Node object) {
      byProperty
          .computeIfAbsent(property, key -> new HashMap<>())
          .computeIfAbsent(subject, key -> new ArrayList<>(1))
          .add(object);
    }

    private List<Node> of(Node subject, String property) {
      return byProperty.getOrDefault(property, Map.of()).getOrDefault(subject, List.of());
    }

    private Stream<Node> of(Node subject, Collection<String> properties) {
      return properties.stream().flatMap(property -> of(subject, property).stream());
    }

    private Optional<Node> one(Node subject, String property) {
      return of(subject, property).stream().findFirst();
    }

    Stream<Node> claims() {
      return byProperty.getOrDefault("rdf:type", Map.of()).entrySet().stream()
          .filter(each -> each.getValue().get(0).getURI().endsWith("Claim"))
          .map(Map.Entry::getKey);
    }

    Entry entry(Node claim) {
      Node source = one(claim, "prov:wasDerivedFrom").orElseThrow();
      Set<Node> sides = new LinkedHashSet<>();
      of(claim, SIDES).forEach(side -> addArea(side, sides));
      Set<Node> told = new HashSet<>();
      Stream.concat(of(claim, SIDES), of(claim, OTHERS))
          .forEach(
              thing -> {
                told.add(thing);
                of(thing, List.of("bykz:locatedIn", "bykz:inRegion")).forEach(told::add);
                addBroader(thing, told);
              });
      return new Entry(
          claim,
          kind(one(claim, "rdf:type").orElseThrow()),
          Prefixes.key(one(claim, "bykz:modality").orElseThrow()),
          one(claim, "bykz:polarity")
              .filter(each -> Prefixes.key(each).equals("negative"))
              .isPresent(),
          source,
          one(source, "dcterms:issued").map(Node::getLiteralLexicalForm).orElse(""),
          one(claim, "bykz:evidence")
              .flatMap(passage -> one(passage, "oa:hasSelector"))
              .flatMap(selector -> one(selector, "oa:start"))
              .map(start -> Integer.parseInt(start.getLiteralLexicalForm()))
              .orElse(0),
          times(claim),
          Set.copyOf(sides),
          Set.copyOf(told));
    }

    private void addArea(Node side, Set<Node> areas) {
      Stream.concat(Stream.of(side), of(side, List.of("bykz:locatedIn", "bykz:inRegion")))
          .filter(
              area ->
                  of(area, "rdf:type").stream()
                      .anyMatch(
                          type ->
                              type.getURI().endsWith("#Region")
                                  || type.getURI().endsWith("#Country")))
          .forEach(areas::add);
    }

    private void addBroader(Node concept, Set<Node> all) {
      for (Node broader : of(concept, "skos:broader")) {
        if (all.add(broader)) {
          addBroader(broader, all);
        }
      }
    }

    private List<List<String>> times(Node claim) {
      return of(claim, List.of("bykz:period", "bykz:date"))
          .flatMap(
              time ->
                  one(time, "schema:startDate")
                      .flatMap(
                          first ->
                              one(time, "schema:endDate")
                                  .map(
                                      last ->
                                          List.of(
                                              first.getLiteralLexicalForm(),
                                              last.getLiteralLexicalForm())))
                      .stream())
          .toList();
    }
  }

  /** The key of a claim's class: {@code trade-flow} of {@code bykz:TradeFlowClaim}. */
  public static String kind(Node frame) {
    return frame
        .getURI()
        .replaceFirst("^.*#", "")
        .replaceFirst("Claim$", "")
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
