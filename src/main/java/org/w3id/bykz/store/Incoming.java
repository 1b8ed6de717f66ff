package org.w3id.bykz.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/** The graphs of the files of one publication, read as often as it takes, never held whole. */
final class Incoming {

  /** What a publication may change statement by statement, in memory. */
  private static final long SMALL = 200_000;

  private final List<Path> files;
  private final Background background;
  private final Set<Node> without;
  private final Set<Node> told = new HashSet<>();
  private final Set<Node> passedOver = new HashSet<>();
  private boolean replacesBackground;
  private long statements;

  /**
   * @param background counts where the files do not have its graphs
   * @param without graphs that are passed over
   */
  Incoming(List<Path> files, Background background, Set<Node> without) {
    this.files = List.copyOf(files);
    this.background = background;
    this.without = Set.copyOf(without);
  }

  /** How many graphs the files hold; known when they were read. */
  int told() {
    return told.size();
  }

  /** The graphs of withdrawn sources in the files; known when they were read. */
  List<Node> withdrawn() {
    return passedOver.stream()
        .filter(Change::isSource)
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  /** How many statements the files hold; known when they were read. */
  long statements() {
    return statements;
  }

  /** Which background a database has that was built of this. */
  String background(Optional<State> before) {
    if (background.equals(Background.NONE)) {
      return told.stream().allMatch(Change::isSource)
          ? before.map(State::background).orElse("")
          : "";
    }
    return replacesBackground ? "" : background.edition();
  }

  /**
   * Reads all of them, and the background.
   *
   * @throws DataException if one is not in order, holds nothing, or has a statement in no graph
   */
  void read(Consumer<Quad> sink) {
    readFiles(sink);
    for (Path file : background.files().get()) {
      read(
          file,
          quad -> {
            if (told.contains(quad.getGraph())) {
              replacesBackground = true;
            } else if (!without.contains(quad.getGraph())) {
              sink.accept(quad);
            }
          });
    }
  }

  private void readFiles(Consumer<Quad> sink) {
    told.clear();
    statements = 0;
    for (Path file : files) {
      statements +=
          read(
              file,
              quad -> {
                if (without.contains(quad.getGraph())) {
                  passedOver.add(quad.getGraph());
                } else {
                  told.add(quad.getGraph());
                  sink.accept(quad);
                }
              });
    }
  }

  private static long read(Path file, Consumer<Quad> sink) {
    Checked checked = new Checked(file, sink);
    RdfFile.read(file, Lang.NQUADS, checked);
    if (checked.statements == 0) {
      throw new DataException(file + " holds no statement");
    }
    return checked.statements;
  }

  private static final class Checked extends StreamRDFBase {

    private final Path file;
    private final Consumer<Quad> sink;
    private long statements;

    Checked(Path file, Consumer<Quad> sink) {
      this.file = file;
      this.sink = sink;
    }

    @Override
    public void triple(Triple triple) {
      throw new DataException(
          file
              + ": a statement stands in no named graph: "
              + Prefixes.shorten(triple.getSubject())
              + " "
              + Prefixes.shorten(triple.getPredicate()));
    }

    @Override
    public void quad(Quad quad) {
      if (quad.isDefaultGraph()) {
        triple(quad.asTriple());
      }
      statements++;
      Node object = asStored(quad.getObject());
      sink.accept(Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object));
    }

    /** TDB2 keeps numbers and dates as values: what it gives back for 1.50 is 1.5. */
    private static Node asStored(Node node) {
      NodeId inline = node.isLiteral() ? NodeIdInline.inline(node) : null;
      return inline == null ? node : NodeIdInline.extract(inline);
    }
  }

  /**
   * In what the files differ from a dataset.
   *
   * @param graphs which are not the same
   * @param statements how many the dataset has in the graphs of the files
   * @param isSmall whether they are sources, and few enough to be changed one by one
   */
  record Difference(Set<Node> graphs, long statements, boolean isSmall) {

    Difference {
      graphs = Set.copyOf(graphs);
    }

    boolean isEmpty() {
      return graphs.isEmpty();
    }
  }

  /** In what they differ from a database; what it has of the background is not read. */
  Difference difference(DatasetGraph present, State state) {
    Map<Node, Fingerprint> next = new HashMap<>();
    Consumer<Quad> sum =
        quad -> next.computeIfAbsent(quad.getGraph(), key -> new Fingerprint()).add(quad);
    if (state.background().equals(background.edition())) {
      readFiles(sum);
    } else {
      read(sum);
    }
    Map<Node, Fingerprint> before = new HashMap<>();
    Txn.executeRead(
        present, () -> next.keySet().forEach(each -> before.put(each, sum(each, present))));
    Set<Node> changed =
        next.keySet().stream()
            .filter(graph -> next.get(graph).sum() != before.get(graph).sum())
            .collect(Collectors.toSet());
    long size =
        changed.stream()
            .mapToLong(graph -> next.get(graph).count() + before.get(graph).count())
            .sum();
    return new Difference(
        changed,
        told.stream().mapToLong(graph -> before.get(graph).count()).sum(),
        size <= SMALL && changed.stream().allMatch(Change::isSource));
  }

  private static Fingerprint sum(Node graph, DatasetGraph data) {
    Fingerprint sum = new Fingerprint();
    for (Iterator<Quad> quads = data.find(graph, Node.ANY, Node.ANY, Node.ANY); quads.hasNext(); ) {
      sum.add(quads.next());
    }
    return sum;
  }

  /** The statements of some of the files' graphs. */
  Map<Node, Set<Quad>> quads(Set<Node> graphs) {
    Map<Node, Set<Quad>> quads = new HashMap<>();
    readFiles(
        quad -> {
          if (graphs.contains(quad.getGraph())) {
            quads.computeIfAbsent(quad.getGraph(), key -> new HashSet<>()).add(quad);
          }
        });
    return quads;
  }
}
