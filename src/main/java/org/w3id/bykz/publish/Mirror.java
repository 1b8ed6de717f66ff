package org.w3id.bykz.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Fingerprint;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.UsageException;

/**
 * Makes the graphs of a store elsewhere those that were published here, and sends only those that
 * differ. In the graph {@code graph/copied} there it is noted of each graph that arrived whole
 * which content it has; so what was interrupted goes on, and what is there is not sent again. As
 * Graph Store Protocol has no transactions over several graphs, the description is taken away first
 * and put last: while the dataset has no version there, it lies between two states.
 */
public final class Mirror {

  private static final String GRAPHS = Prefixes.BASE + "graph/";
  private static final String NOTES = GRAPHS + "copied";
  private static final String DESCRIPTION = GRAPHS + "description";
  private static final Node VERSION = NodeFactory.createURI("http://www.w3.org/ns/dcat#version");

  /** What is read comes before what refers to it; what follows from all comes last. */
  private static final List<String> LATE = List.of("source/", "cube", "derived");

  private final DatasetGraph data;
  private final RemoteStore store;
  private final Map<String, Fingerprint> here = new TreeMap<>();
  private final Map<String, String> noted = new HashMap<>();

  private Mirror(DatasetGraph data, RemoteStore store) {
    this.data = data;
    this.store = store;
  }

  /**
   * What became of it.
   *
   * @param sent how many graphs were sent
   * @param deleted how many graphs were deleted, since there are none here
   * @param same how many graphs were there already
   * @param showsUnion whether the store shows what its graphs hold as its default graph, which
   *     pages and questions ask
   */
  public record Outcome(int sent, int deleted, int same, boolean showsUnion) {}

  /**
   * Makes them so.
   *
   * @param shown shows how many of the graphs to be sent were
   * @throws DataException if the store cannot be reached, or fails
   * @throws UsageException if it refuses, since something has to be told otherwise
   */
  public static Outcome of(
      DatasetGraph data, RemoteStore store, Function<List<String>, Iterable<String>> shown) {
    return Txn.calculateRead(data, () -> new Mirror(data, store).run(shown));
  }

  private Outcome run(Function<List<String>, Iterable<String>> shown) {
    data.listGraphNodes().forEachRemaining(graph -> here.put(graph.getURI(), content(graph)));
    Map<String, Long> there = store.graphs();
    readNotes();
    noteWhatCameOtherwise(there);
    List<String> coming = here.keySet().stream().filter(graph -> !isSame(graph, there)).toList();
    List<String> going =
        there.keySet().stream()
            .filter(graph -> !here.containsKey(graph) && !graph.equals(NOTES))
            .toList();
    if (!coming.isEmpty() || !going.isEmpty()) {
      change(coming, going, shown);
    }
    return new Outcome(
        coming.size(), going.size(), here.size() - coming.size(), store.showsUnion());
  }

  private Fingerprint content(Node graph) {
    Fingerprint content = new Fingerprint();
    data.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(content::add);
    return content;
  }

  private void readNotes() {
    store.read(
        NOTES,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            noted.merge(
                triple.getSubject().getURI(),
                triple.getObject().getLiteralLexicalForm(),
                (one, other) -> "");
          }
        });
  }

  /** As by a bulk load: what has as many statements is read, and noted if it is the same. */
  private void noteWhatCameOtherwise(Map<String, Long> there) {
    StringBuilder notes = new StringBuilder();
    here.forEach(
        (graph, content) -> {
          if (!noted.containsKey(graph) && hasAll(graph, there)) {
            Node name = NodeFactory.createURI(graph);
            Fingerprint read = new Fingerprint();
            store.read(
                graph,
                new StreamRDFBase() {
                  @Override
                  public void triple(Triple triple) {
                    read.add(Quad.create(name, triple));
                  }
                });
            if (read.version().equals(content.version())) {
              noted.put(graph, read.version());
              notes.append(note(graph, read.version()));
            }
          }
        });
    if (notes.length() > 0) {
      store.post(NOTES, notes.toString());
    }
  }

  private boolean isSame(String graph, Map<String, Long> there) {
    return here.get(graph).version().equals(noted.get(graph)) && hasAll(graph, there);
  }

  private boolean hasAll(String graph, Map<String, Long> there) {
    return there.getOrDefault(graph, 0L) == here.get(graph).count();
  }

  private void change(
      List<String> coming, List<String> going, Function<List<String>, Iterable<String>> shown) {
    int[] whole = {here.size() - coming.size()};
    try {
      store.delete(DESCRIPTION);
      forget(coming, going);
      for (String graph : shown.apply(ordered(coming))) {
        send(graph);
        whole[0]++;
      }
      going.forEach(store::delete);
      send(DESCRIPTION);
      whole[0]++;
    } catch (DataException e) {
      throw new DataException(progress(e, whole[0]), e);
    } catch (UsageException e) {
      throw new UsageException(progress(e, whole[0]), e);
    }
    verify();
  }

  private String progress(RuntimeException e, int whole) {
    return "%s; %,d of %,d graphs are there as they are here, and the same command goes on from that"
        .formatted(e.getMessage(), whole, here.size());
  }

  /** Before a graph changes, nothing is said of its content any more. */
  private void forget(List<String> coming, List<String> going) {
    int before = noted.size();
    noted.keySet().removeAll(coming);
    noted.keySet().removeAll(going);
    noted.remove(DESCRIPTION);
    if (noted.size() < before) {
      StringBuilder notes = new StringBuilder();
      noted.forEach((graph, version) -> notes.append(note(graph, version)));
      store.put(NOTES, notes.toString());
    }
  }

  private static List<String> ordered(List<String> graphs) {
    return graphs.stream()
        .filter(graph -> !graph.equals(DESCRIPTION))
        .sorted(Comparator.comparingInt(Mirror::place).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int place(String graph) {
    for (int i = 0; i < LATE.size(); i++) {
      if (graph.startsWith(GRAPHS + LATE.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void send(String graph) {
    try {
      Path file = Files.createTempFile("bykz-graph", ".nt");
      try {
        write(graph, file);
        store.put(graph, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.post(NOTES, note(graph, here.get(graph).version()));
  }

  /** As N-Triples, which is Turtle. */
  private void write(String graph, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      Iterator<Quad> quads = data.find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY);
      while (quads.hasNext()) {
        lines.write(NodeFmtLib.strNT(quads.next().asTriple()));
        lines.write('\n');
      }
    }
  }

  private static String note(String graph, String version) {
    return NodeFmtLib.strNT(
            Triple.create(
                NodeFactory.createURI(graph), VERSION, NodeFactory.createLiteralString(version)))
        + "\n";
  }

  private void verify() {
    Map<String, Long> there = store.graphs();
    here.keySet().stream()
        .filter(graph -> !hasAll(graph, there))
        .findFirst()
        .ifPresent(
            graph -> {
              throw new DataException(
                  ("%s tells of %,d statements in the graph %s, into which %,d were put; see whether"
                          + " both addresses are of one store, and whether it takes some values for"
                          + " the same")
                      .formatted(
                          store.service(),
                          there.getOrDefault(graph, 0L),
                          graph,
                          here.get(graph).count()));
            });
  }
}
