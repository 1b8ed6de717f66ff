package org.w3id.bykz.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
 * Puts files of N-Quads into a store, all or nothing. The next state is built beside the present
 * one: the files' graphs, the present graphs that they do not replace, what the rules derive from
 * both, and what is said of all that. If it passes shapes and checks it becomes the present one in
 * one atomic step ({@link Generations}); if not, or if anything stops on the way, nothing has
 * changed. Memory is bounded: the next state grows on disk.
 */
public final class Publication {

  /**
   * Where the rules' triples stand; made anew each time, so what files say in it is passed over.
   */
  private static final Node DERIVED = NodeFactory.createURI(Prefixes.BASE + "graph/derived");

  /** Where the cube of trade figures stands, made in the same way. */
  private static final Node CUBE = NodeFactory.createURI(Prefixes.BASE + "graph/cube");

  private static final Set<Node> MADE = Set.of(DERIVED, CUBE, SelfDescription.GRAPH);

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
   * @param statements how many statements they held
   * @param kept how many statements of other graphs stayed
   * @param derived how many statements the rules made
   * @param remarks what the shapes say beside violations
   */
  public record Outcome(
      int graphs, long statements, long kept, long derived, List<Report.Finding> remarks) {

    public Outcome {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Replaces every graph that the files hold.
   *
   * @throws DataException if a file, a shape or a check refuses
   */
  public Outcome publish(List<Path> files) {
    return publish(files, List.of());
  }

  /**
   * Replaces every graph that the files hold, and with {@code beside} those that it holds and they
   * do not: so they may bring an ontology of their own, and need not.
   *
   * @throws DataException if a file, a shape or a check refuses
   */
  public Outcome publish(List<Path> files, List<Path> beside) {
    try (Generations.Draft draft = generations.draft()) {
      Outcome outcome = build(files, beside, draft.database());
      draft.publish();
      return outcome;
    } catch (IOException e) {
      throw new UsageException(
          "Cannot write to the store " + generations.folder() + ": " + Reasons.of(e), e);
    }
  }

  private Outcome build(List<Path> files, List<Path> beside, Path next) throws IOException {
    DatasetGraphTDB staged = Store.database(next);
    try {
      Loading loading = new Loading(staged, Set.of());
      Txn.executeWrite(staged, () -> files.forEach(loading::read));
      Loading others = new Loading(staged, loading.graphs);
      Txn.executeWrite(staged, () -> beside.forEach(others::read));
      Set<Node> replaced = new HashSet<>(loading.graphs);
      replaced.addAll(others.graphs);
      long kept = keepOthers(replaced, staged);
      Report report = Txn.calculateRead(staged, () -> gate.validate(staged));
      Path rules = next.resolve("derived.nt");
      Path cube = next.resolve("cube.nt");
      construct(gate.rules(), staged, rules);
      construct(gate.cube(), staged, cube);
      long derived = add(rules, DERIVED, staged) + add(cube, CUBE, staged);
      Txn.executeRead(staged, () -> gate.check(staged));
      gate.description().addTo(staged);
      return new Outcome(
          loading.graphs.size(), loading.statements, kept, derived, report.remarks());
    } finally {
      staged.shutdown();
    }
  }

  private long keepOthers(Set<Node> replaced, DatasetGraph staged) {
    if (generations.current().isEmpty()) {
      return 0;
    }
    try (Store present = Store.open(generations.folder())) {
      DatasetGraph from = present.dataset();
      return Txn.calculateRead(
          from, () -> Txn.calculateWrite(staged, () -> copy(from, replaced, staged)));
    }
  }

  private static long copy(DatasetGraph from, Set<Node> without, DatasetGraph to) {
    long count = 0;
    for (Iterator<Quad> quads = from.find(); quads.hasNext(); ) {
      Quad quad = quads.next();
      if (!without.contains(quad.getGraph()) && !MADE.contains(quad.getGraph())) {
        to.add(quad);
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

  /** Adds the quads of files but for some graphs, and remembers the graphs. */
  private static final class Loading extends StreamRDFBase {

    private final DatasetGraph staged;
    private final Set<Node> without;
    private final Set<Node> graphs = new HashSet<>();
    private long statements;
    private Path file;

    Loading(DatasetGraph staged, Set<Node> without) {
      this.staged = staged;
      this.without = Set.copyOf(without);
    }

    void read(Path file) {
      this.file = file;
      long before = statements;
      RdfFile.read(file, Lang.NQUADS, this);
      if (statements == before) {
        throw new DataException(file + " holds no statement");
      }
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
      if (!MADE.contains(quad.getGraph()) && !without.contains(quad.getGraph())) {
        graphs.add(quad.getGraph());
        staged.add(quad);
      }
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
