package org.w3id.bykz.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/**
 * The facts of a release and who tells them: a table (SPARQL 1.1 Query Results TSV), sorted, so
 * that two releases are compared side by side, a fact at a time.
 */
public final class Attested {

  static final String NAME = "attested.tsv.gz";

  private static final Query ROWS = SparqlFile.bundled("releases/attested");

  private Attested() {}

  /** How a fact changed from one release to the next. */
  public enum Change {
    NEW,
    CONFIRMED,
    CONTRADICTED,
    WITHDRAWN;

    String property() {
      return Prefixes.BASE + "ontology#" + this + "Fact";
    }

    /** As in the name of its property. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Is told each change. */
  interface Listener {
    void tell(Change change, Node fact, Set<Node> labels) throws IOException;
  }

  /** Writes the table. */
  static void write(DatasetGraph data, OutputStream out) throws IOException {
    List<Var> columns = ROWS.getProjectVars();
    try (SortedLines lines = new SortedLines();
        QueryExec exec = QueryExec.dataset(data).query(ROWS).build()) {
      exec.select().forEachRemaining(row -> lines.add(line(row, columns)));
      String head = columns.stream().map(Var::toString).collect(Collectors.joining("\t"));
      out.write((head + "\n").getBytes(UTF_8));
      for (Iterator<String> each = lines.distinct(); each.hasNext(); ) {
        out.write((each.next() + "\n").getBytes(UTF_8));
      }
    }
  }

  private static String line(Binding row, List<Var> columns) {
    return columns.stream()
        .map(column -> row.contains(column) ? NodeFmtLib.strNT(row.get(column)) : "")
        .collect(Collectors.joining("\t"));
  }

  /** Tells what changed; nothing if the older release has no such table. */
  static void compare(Path older, Path newer, Listener listener) throws IOException {
    if (!Files.exists(older.resolve(NAME))) {
      return;
    }
    List<Told> gone = new ArrayList<>();
    List<Told> come = new ArrayList<>();
    try (Facts before = new Facts(older.resolve(NAME));
        Facts after = new Facts(newer.resolve(NAME))) {
      while (before.fact != null || after.fact != null) {
        int order =
            before.fact == null
                ? 1
                : after.fact == null ? -1 : before.fact.key.compareTo(after.fact.key);
        if (order == 0) {
          after.fact.compare(before.fact, listener);
        } else if (order < 0) {
          hold(before.fact, Change.WITHDRAWN, gone, listener);
        } else {
          hold(after.fact, Change.NEW, come, listener);
        }
        if (order <= 0) {
          before.next();
        }
        if (order >= 0) {
          after.next();
        }
      }
    }
    Map<String, Told> now = find(gone, newer);
    for (Told fact : gone) {
      if (fact.names.stream().noneMatch(now::containsKey)) {
        fact.tell(Change.WITHDRAWN, listener);
      }
    }
    Map<String, Told> then = find(come, older);
    for (Told fact : come) {
      Optional<String> name = fact.names.stream().filter(then::containsKey).findFirst();
      if (name.isPresent()) {
        fact.compare(then.get(name.get()), listener);
      } else {
        fact.tell(Change.NEW, listener);
      }
    }
  }

  /** Tells what has one name only; of the rest it is to be seen first whether others stay. */
  private static void hold(Told fact, Change change, List<Told> held, Listener listener)
      throws IOException {
    if (fact.names.isEmpty()) {
      fact.tell(change, listener);
    } else {
      held.add(fact);
    }
  }

  /** What another release tells under other names of facts. */
  private static Map<String, Told> find(List<Told> held, Path release) throws IOException {
    Set<String> names = held.stream().flatMap(fact -> fact.names.stream()).collect(toSet());
    Map<String, Told> found = new HashMap<>();
    if (!names.isEmpty()) {
      try (Facts facts = new Facts(release.resolve(NAME))) {
        for (; facts.fact != null; facts.next()) {
          if (names.contains(facts.fact.key)) {
            found.put(facts.fact.key, facts.fact);
          }
        }
      }
    }
    return found;
  }

  /**
   * A fact as a release tells it; all but fact and labels as it is written.
   *
   * @param labels its name in each language
   * @param isOwn whether a claim tells it by this name
   * @param voices who tell it
   * @param contradictions what it is a part of, or denied by
   * @param names the keys of its other names, in their order
   */
  private record Told(
      String key,
      Node fact,
      Set<Node> labels,
      boolean isOwn,
      Set<String> voices,
      Set<String> contradictions,
      SortedSet<String> names) {

    /** Of a thing with several names the first by which it is told stands for it. */
    private boolean isFirst() {
      return isOwn && (names.isEmpty() || key.compareTo(names.first()) < 0);
    }

    void tell(Change change, Listener listener) throws IOException {
      if (!isFirst()) {
        return;
      }
      listener.tell(change, fact, labels);
      if (change == Change.NEW && !contradictions.isEmpty()) {
        listener.tell(Change.CONTRADICTED, fact, labels);
      }
    }

    void compare(Told before, Listener listener) throws IOException {
      if (!isFirst()) {
        return;
      }
      if (!before.voices.containsAll(voices)) {
        listener.tell(Change.CONFIRMED, fact, labels);
      }
      if (before.contradictions.isEmpty() && !contradictions.isEmpty()) {
        listener.tell(Change.CONTRADICTED, fact, labels);
      }
    }
  }

  /** The facts of a table, in its order. */
  private static final class Facts implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private String[] ahead;
    private Told fact;

    Facts(Path file) throws IOException {
      this.file = file;
      this.reader = Packed.open(file);
      advance();
      advance();
      next();
    }

    /** The next fact, or null. */
    void next() {
      if (ahead == null) {
        fact = null;
        return;
      }
      String[] first = ahead;
      boolean isOwn = false;
      Set<Node> labels = new LinkedHashSet<>();
      Set<String> voices = new HashSet<>();
      Set<String> contradictions = new HashSet<>();
      SortedSet<String> names = new TreeSet<>();
      for (; ahead != null && ahead[0].equals(first[0]); advance()) {
        isOwn |= ahead[5].isEmpty();
        labels.add(NodeFactoryExtra.parseNode(ahead[2]));
        voices.add(ahead[3]);
        addTo(contradictions, ahead[4]);
        addTo(names, ahead[5]);
      }
      fact =
          new Told(
              first[0],
              NodeFactoryExtra.parseNode(first[1]),
              labels,
              isOwn,
              voices,
              contradictions,
              names);
    }

    private static void addTo(Set<String> cells, String cell) {
      if (!cell.isEmpty()) {
        cells.add(cell);
      }
    }

    private void advance() {
      try {
        String line = reader.readLine();
        ahead = line == null ? null : line.split("\t", -1);
      } catch (IOException e) {
        throw Packed.broken(file, e);
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
