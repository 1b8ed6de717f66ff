package org.w3id.bykz.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * Puts files of N-Quads into a store, all or nothing. The next state is made beside the present
 * one; if it passes shapes and checks it becomes the present one in one atomic step ({@link
 * Generations}); if not, or if anything stops on the way, nothing has changed. Graphs that are the
 * same as before cost being read, no more; if few differ, the next state goes on from the present
 * one ({@link Change}). Otherwise it is built from nothing: the files' graphs, the present graphs
 * that they do not replace, what the rules derive from both, and what is said of all that; memory
 * is bounded then, too, since it grows on disk.
 */
public final class Publication {

  /**
   * Where the rules' triples stand; made anew each time, so what files say in it is passed over.
   */
  static final Node DERIVED = NodeFactory.createURI(Prefixes.BASE + "graph/derived");

  /** Where the cube of trade figures stands, made in the same way. */
  static final Node CUBE = NodeFactory.createURI(Prefixes.BASE + "graph/cube");

  static final Set<Node> MADE = Set.of(DERIVED, CUBE, SelfDescription.GRAPH);

  /** A database that was changed so often that it grew so many times is built anew. */
  private static final long GROWTH = 4;

  private final Generations generations;
  private final Gate gate;

  private Publication(Path folder, Gate gate) {
    this.generations = new Generations(folder);
    this.gate = gate;
  }

  /** A publication into the store of that folder, which is made when it is not there. */
  public static Publication into(Path folder, Gate gate) {
    return new Publication(folder, gate);
  }

  /**
   * What became of a publication.
   *
   * @param graphs how many named graphs were in the files
   * @param changed how many graphs are not what they were before
   * @param statements how many statements the files held
   * @param kept how many statements of other graphs stayed
   * @param derived how many statements follow from all
   * @param withdrawn the graphs in the files that were passed over, since their sources were
   *     withdrawn
   * @param remarks what the shapes say, beside violations, of what changed
   */
  public record Outcome(
      int graphs,
      int changed,
      long statements,
      long kept,
      long derived,
      List<Node> withdrawn,
      List<Report.Finding> remarks) {

    public Outcome {
      withdrawn = List.copyOf(withdrawn);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Replaces every graph that the files hold.
   *
   * @throws DataException if a file, a shape or a check refuses
   */
  public Outcome publish(List<Path> files) {
    return publish(files, Background.NONE);
  }

  /**
   * Replaces every graph that the files hold, and those of the background that they do not.
   *
   * @throws DataException if a file, a shape or a check refuses
   */
  public Outcome publish(List<Path> files, Background background) {
    return publish(files, background, true);
  }

  /** The same for files that may bring back what was withdrawn, or withdraw it. */
  Outcome replace(List<Path> files) {
    return publish(files, Background.NONE, false);
  }

  private Outcome publish(List<Path> files, Background background, boolean leavesWithdrawn) {
    try (Generations.Draft draft = generations.draft()) {
      Optional<Path> database = generations.current();
      if (database.isEmpty()) {
        Incoming incoming = new Incoming(files, background, MADE);
        return build(incoming, Optional.empty(), Optional.empty(), draft);
      }
      try (Store store = Store.open(generations.folder())) {
        DatasetGraphTDB present = store.dataset();
        Set<Node> without = new HashSet<>(MADE);
        if (leavesWithdrawn) {
          without.addAll(Txn.calculateRead(present, () -> Withdrawals.graphs(present)));
        }
        Incoming incoming = new Incoming(files, background, without);
        Optional<State> state = State.of(database.get());
        if (state.isPresent() && state.get().edition().equals(gate.edition()) && gate.isLocal()) {
          Incoming.Difference difference = incoming.difference(present, state.get());
          if (difference.isEmpty()) {
            return outcome(incoming, difference, state.get(), List.of());
          }
          if (difference.isSmall() && size(database.get()) <= GROWTH * state.get().bytes()) {
            return update(incoming, difference, present, state.get(), draft);
          }
        }
        return build(incoming, Optional.of(present), state, draft);
      }
    } catch (IOException | RuntimeIOException | FileException e) {
      throw unwritable(Reasons.of(e), e);
    } catch (InternalError e) {
      // What Java makes of a fault in a mapped file that could not grow.
      throw unwritable("is its disk full?", e);
    }
  }

  private UsageException unwritable(String reason, Throwable e) {
    return new UsageException(
        "Cannot write to the store " + generations.folder() + ", which stays as it was: " + reason,
        e);
  }

  /** Goes on from the present database. */
  private Outcome update(
      Incoming incoming,
      Incoming.Difference difference,
      DatasetGraphTDB present,
      State state,
      Generations.Draft draft)
      throws IOException {
    draft.continuePresent();
    DatasetGraphTDB staged = Store.database(draft.database());
    Map<Node, Set<Quad>> graphs = incoming.quads(difference.graphs());
    Changed changed;
    try {
      changed =
          Txn.calculateRead(
              present,
              () -> Txn.calculateWrite(staged, () -> change(present, staged, graphs, state)));
    } finally {
      staged.shutdown();
    }
    changed.state.write(draft.database());
    draft.publish();
    return outcome(incoming, difference, changed.state, changed.remarks);
  }

  private record Changed(State state, List<Report.Finding> remarks) {}

  private Changed change(
      DatasetGraphTDB present, DatasetGraphTDB staged, Map<Node, Set<Quad>> graphs, State state) {
    Change change = Change.of(present, staged, gate, graphs);
    State next = change.state(state);
    gate.description().addTo(staged, change.census(), new Fingerprint(next.sum()), change.known());
    return new Changed(next, change.report().remarks());
  }

  private static Outcome outcome(
      Incoming incoming,
      Incoming.Difference difference,
      State state,
      List<Report.Finding> remarks) {
    return new Outcome(
        incoming.told(),
        difference.graphs().size(),
        incoming.statements(),
        state.told() - difference.statements(),
        state.made(),
        incoming.withdrawn(),
        remarks);
  }

  private static long size(Path database) throws IOException {
    try (Stream<Path> files = Files.list(database)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private Outcome build(
      Incoming incoming,
      Optional<DatasetGraph> present,
      Optional<State> before,
      Generations.Draft draft)
      throws IOException {
    Path next = draft.database();
    DatasetGraphTDB staged = Store.database(next);
    Set<Node> graphs = new HashSet<>();
    long kept;
    Report report;
    long derived;
    Fingerprint sum = new Fingerprint();
    try {
      Txn.executeWrite(
          staged,
          () ->
              incoming.read(
                  quad -> {
                    graphs.add(quad.getGraph());
                    staged.add(quad);
                  }));
      Set<Node> all = new HashSet<>(graphs);
      kept = present.map(from -> keepOthers(from, graphs, staged, all)).orElse(0L);
      report =
          Gate.accept(Txn.calculateRead(staged, () -> Inspection.of(staged, all, gate.shapes())));
      Path rules = next.resolve("derived.nt");
      Path cube = next.resolve("cube.nt");
      construct(gate.rules(), staged, rules);
      construct(gate.cube(), staged, cube);
      derived =
          add(rules, DERIVED, staged)
              + add(cube, CUBE, staged)
              + Txn.calculateWrite(staged, () -> SameThings.count(staged));
      Txn.executeRead(staged, () -> gate.check(staged));
      Txn.executeRead(staged, () -> staged.find().forEachRemaining(sum::add));
      Txn.executeWrite(
          staged, () -> gate.description().addTo(staged, Census.of(staged), sum, Map.of()));
    } finally {
      staged.shutdown();
    }
    new State(
            gate.edition(),
            incoming.background(before),
            sum.sum(),
            sum.count() - derived,
            derived,
            size(next))
        .write(next);
    draft.publish();
    return new Outcome(
        incoming.told(),
        graphs.size(),
        incoming.statements(),
        kept,
        derived,
        incoming.withdrawn(),
        report.remarks());
  }

  private static long keepOthers(
      DatasetGraph from, Set<Node> replaced, DatasetGraph staged, Set<Node> graphs) {
    return Txn.calculateRead(
        from, () -> Txn.calculateWrite(staged, () -> copy(from, replaced, staged, graphs)));
  }

  /** Copies what stands in other graphs; gives its number, and adds these to {@code graphs}. */
  private static long copy(
      DatasetGraph from, Set<Node> without, DatasetGraph to, Set<Node> graphs) {
    long count = 0;
    for (Iterator<Quad> quads = from.find(); quads.hasNext(); ) {
      Quad quad = quads.next();
      if (!without.contains(quad.getGraph()) && !MADE.contains(quad.getGraph())) {
        to.add(quad);
        graphs.add(quad.getGraph());
        count++;
      }
    }
    return count;
  }

  /** Every rule sees the claims only, not what another rule made of them. */
  private static void construct(List<SparqlFile> rules, DatasetGraph staged, Path spool)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
      StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
      writer.start();
      Txn.executeRead(staged, () -> rules.forEach(rule -> construct(rule, staged, writer)));
      writer.finish();
    }
  }

  private static long add(Path spool, Node graph, DatasetGraph staged) throws IOException {
    Made made = new Made(staged, graph);
    if (Files.size(spool) > 0) {
      Txn.executeWrite(staged, () -> RdfFile.read(spool, Lang.NTRIPLES, made));
    }
    Files.delete(spool);
    return made.statements;
  }

  private static void construct(SparqlFile rule, DatasetGraph data, StreamRDF sink) {
    try (QueryExec exec = QueryExec.dataset(data).query(rule.query()).build()) {
      exec.constructTriples().forEachRemaining(sink::triple);
    }
  }

  /** Adds the rules' triples to their graph, each once. */
  private static final class Made extends StreamRDFBase {

    private final DatasetGraph staged;
    private final Node graph;
    private long statements;

    Made(DatasetGraph staged, Node graph) {
      this.staged = staged;
      this.graph = graph;
    }

    @Override
    public void triple(Triple triple) {
      Quad quad = Quad.create(graph, triple);
      if (!staged.contains(quad)) {
        staged.add(quad);
        statements++;
      }
    }
  }
}
