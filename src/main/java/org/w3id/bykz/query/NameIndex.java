package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/**
 * All names of regions, places, organisations, products and so on, in every language and script, in
 * memory: which things may a word of a table, or the beginning of a search, mean? Likeness is the
 * share of three-letter pieces that two folded names have in common (Dice's coefficient), in
 * percent; 100 is the same name in any script.
 */
public final class NameIndex {

  private static final Query NAMES = SparqlFile.bundled("pages/names");

  private static final double LEAST = 40;
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble((Hit hit) -> -hit.score)
          .thenComparingInt(hit -> hit.named.name.length())
          .thenComparing(hit -> hit.named.thing.toString());

  private final Map<Node, Named> things = new LinkedHashMap<>();
  private final List<Label> labels = new ArrayList<>();
  private final Map<String, List<Integer>> pieces = new HashMap<>();
  private final TreeMap<String, List<Integer>> beginnings = new TreeMap<>();

  /**
   * A thing that has names.
   *
   * @param name the preferred one, in English if there is one
   * @param types its classes
   */
  public record Named(Node thing, String name, Set<Node> types) {

    public Named {
      types = Set.copyOf(types);
    }

    /** Its key with its kind, such as {@code region/BY-HR}. */
    public String key() {
      return Prefixes.shorten(thing);
    }
  }

  /**
   * A thing that may be meant.
   *
   * @param by the name of it that is like what was asked
   * @param score how like, from 0 to 100
   */
  public record Hit(Named named, String by, double score) {}

  private record Label(Named named, String text, String folded, int size) {}

  /** Reads all names of a store, in one query. */
  public static NameIndex of(Endpoint endpoint) {
    NameIndex index = new NameIndex();
    Map<Node, Reading> readings = new LinkedHashMap<>();
    endpoint.answer(
        NAMES,
        Endpoint.WHOLE,
        exec -> {
          exec.select()
              .forEachRemaining(
                  row -> readings.computeIfAbsent(row.get("thing"), Reading::new).add(row));
          return readings;
        });
    readings.values().stream().filter(reading -> !reading.names.isEmpty()).forEach(index::add);
    return index;
  }

  /** What the rows tell of one thing. */
  private static final class Reading {

    private final Node thing;
    private final Set<Node> types = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private String preferred = "";
    private int rank = Integer.MAX_VALUE;

    Reading(Node thing) {
      this.thing = thing;
    }

    void add(Binding row) {
      Node property = row.get(Var.alloc("property"));
      Node value = row.get(Var.alloc("value"));
      if (property.equals(RDF.type.asNode())) {
        types.add(value);
      } else if (value.isLiteral()) {
        names.add(value.getLiteralLexicalForm());
        prefer(property, value);
      }
    }

    private void prefer(Node property, Node name) {
      boolean isOther =
          property.equals(SKOS.altLabel.asNode()) || property.equals(SKOS.hiddenLabel.asNode());
      int rank = (isOther ? 2 : 0) + (name.getLiteralLanguage().startsWith("en") ? 0 : 1);
      if (rank < this.rank) {
        this.rank = rank;
        preferred = name.getLiteralLexicalForm();
      }
    }
  }

  private void add(Reading reading) {
    Named named = new Named(reading.thing, reading.preferred, reading.types);
    things.put(named.thing, named);
    Set<String> known = new HashSet<>();
    reading.names.stream().sorted().forEach(name -> add(named, name, known));
  }

  private void add(Named named, String name, Set<String> known) {
    String folded = Folded.of(name);
    if (folded.isEmpty() || !known.add(folded)) {
      return;
    }
    int number = labels.size();
    Set<String> pieces = pieces(folded);
    labels.add(new Label(named, name, folded, pieces.size()));
    pieces.forEach(
        piece -> this.pieces.computeIfAbsent(piece, key -> new ArrayList<>()).add(number));
    for (int start = 0; start >= 0; start = next(folded, start)) {
      beginnings.computeIfAbsent(folded.substring(start), key -> new ArrayList<>()).add(number);
    }
  }

  private static int next(String folded, int start) {
    int space = folded.indexOf(' ', start);
    return space < 0 ? -1 : space + 1;
  }

  private static Set<String> pieces(String folded) {
    Set<String> pieces = new HashSet<>();
    for (String word : folded.split(" ")) {
      String bounded = "_" + word + "_";
      for (int i = 0; i + 3 <= bounded.length(); i++) {
        pieces.add(bounded.substring(i, i + 3));
      }
    }
    return pieces;
  }

  /** All things, in the order of their IRIs. */
  public List<Named> things() {
    return List.copyOf(things.values());
  }

  /** The preferred name of a thing; of anything else its short form. */
  public String name(Node node) {
    Named named = things.get(node);
    return named == null ? Prefixes.shorten(node) : named.name;
  }

  /** The things whose names are most like a text, best first. */
  public List<Hit> like(String text, Predicate<Named> which, int limit) {
    Set<String> asked = pieces(Folded.of(text));
    int[] common = new int[labels.size()];
    asked.forEach(piece -> pieces.getOrDefault(piece, List.of()).forEach(i -> common[i]++));
    Map<Node, Hit> best = new HashMap<>();
    for (int i = 0; i < common.length; i++) {
      Label label = labels.get(i);
      double score = 200.0 * common[i] / (asked.size() + label.size);
      if (score >= LEAST && which.test(label.named)) {
        best.merge(
            label.named.thing,
            new Hit(label.named, label.text, score),
            (one, other) -> other.score > one.score ? other : one);
      }
    }
    return best.values().stream().sorted(BEST_FIRST).limit(limit).toList();
  }

  /** The things that have a name, or a word of it, which begins so; whole names first. */
  public List<Hit> beginning(String text, Predicate<Named> which, int limit) {
    String prefix = Folded.of(text);
    Map<Node, Hit> best = new HashMap<>();
    beginnings
        .subMap(prefix, prefix + '\uffff')
        .values()
        .forEach(
            numbers ->
                numbers.stream()
                    .map(labels::get)
                    .filter(label -> which.test(label.named))
                    .forEach(
                        label ->
                            best.merge(
                                label.named.thing,
                                new Hit(label.named, label.text, closeness(label, prefix)),
                                (one, other) -> other.score > one.score ? other : one)));
    return best.values().stream().sorted(BEST_FIRST).limit(limit).toList();
  }

  private static double closeness(Label label, String prefix) {
    double share = 100.0 * Math.max(1, prefix.length()) / label.folded.length();
    return label.folded.startsWith(prefix) ? share : share / 2;
  }
}
