package org.w3id.bykz.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;

/**
 * Takes sources out of a store, with all that only they support, and brings them back. In the place
 * of a source's statements stands why it went; the statements themselves are kept in the store's
 * folder, out of every reader's sight.
 */
public final class Withdrawals {

  private static final Query FORMER = SparqlFile.bundled("withdrawals/former-source");
  private static final Node SOURCE = NodeFactory.createURI(Prefixes.BASE + "ontology#Source");
  private static final Node FORMER_SOURCE =
      NodeFactory.createURI(Prefixes.BASE + "ontology#FormerSource");
  private static final Node TYPE = RDF.type.asNode();

  /** What a key is made of; nothing of it means anything in a path. */
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_~-][\\p{L}\\p{N}_.~-]*");

  private final Path folder;
  private final Gate gate;

  private Withdrawals(Path folder, Gate gate) {
    this.folder = folder;
    this.gate = gate;
  }

  /** Out of the store of that folder. */
  public static Withdrawals of(Path folder, Gate gate) {
    return new Withdrawals(folder, gate);
  }

  /**
   * Why a source is taken out.
   *
   * @param curator who decided it, in any form of name
   */
  public record Grounds(String reason, Optional<String> curator, Optional<LocalDate> date) {

    public Grounds {
      if (reason.isBlank()) {
        throw new UsageException("A withdrawal needs a reason, such as --reason \"retracted\"");
      }
    }
  }

  /**
   * Takes a source out.
   *
   * @param key such as {@code 003}
   * @throws UsageException if there is no such source, or it was withdrawn before
   */
  public Publication.Outcome withdraw(String key, Grounds grounds) {
    Node source = source(key);
    Node graph = graph(key);
    try (Store store = Store.open(folder)) {
      DatasetGraph data = store.dataset();
      if (!Txn.calculateRead(data, () -> data.contains(graph, source, TYPE, SOURCE))) {
        throw new UsageException(
            isWithdrawn(key, data)
                ? "The source " + key + " is withdrawn already; --undo brings it back"
                : "There is no source "
                    + key
                    + " in "
                    + folder
                    + "; \"bykz ask sources-and-their-claims\" lists them");
      }
      write(
          kept(key),
          sink ->
              Txn.executeRead(
                  data,
                  () ->
                      data.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(sink::quad)));
      Query former = QueryTransformOps.replaceVars(FORMER, values(source, grounds));
      write(
          tombstone(key),
          sink ->
              Txn.executeRead(
                  data,
                  () -> {
                    try (QueryExec exec = QueryExec.dataset(data).query(former).build()) {
                      exec.constructTriples()
                          .forEachRemaining(triple -> sink.quad(Quad.create(graph, triple)));
                    }
                  }));
    }
    return replace(tombstone(key));
  }

  /**
   * Brings a source back as it was.
   *
   * @throws UsageException if it is not withdrawn
   */
  public Publication.Outcome undo(String key) {
    source(key);
    try (Store store = Store.open(folder)) {
      if (!isWithdrawn(key, store.dataset())) {
        throw new UsageException("The source " + key + " is not withdrawn; nothing was changed");
      }
    }
    if (!Files.exists(kept(key))) {
      throw new UsageException(
          "What the source %s said is not in %s any more; publish it into another store"
              .formatted(key, kept(key).getParent()));
    }
    return replace(kept(key));
  }

  /** With a file that has served then. */
  private Publication.Outcome replace(Path file) {
    Publication.Outcome outcome = Publication.into(folder, gate).replace(List.of(file));
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UsageException("Cannot delete " + file + ": " + Reasons.of(e), e);
    }
    return outcome;
  }

  private static Map<Var, Node> values(Node source, Grounds grounds) {
    Map<Var, Node> values = new HashMap<>();
    values.put(Var.alloc("thing"), source);
    values.put(Var.alloc("reason"), NodeFactory.createLiteralString(grounds.reason()));
    grounds
        .curator()
        .ifPresent(who -> values.put(Var.alloc("curator"), NodeFactory.createLiteralString(who)));
    grounds
        .date()
        .ifPresent(
            day ->
                values.put(
                    Var.alloc("date"),
                    NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
    return values;
  }

  private interface Writing {
    void to(StreamRDF sink);
  }

  /** A file that is all there or not at all. */
  private static void write(Path file, Writing statements) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out =
          new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        writer.start();
        statements.to(writer);
        writer.finish();
      }
      Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException | RuntimeIOException e) {
      throw new UsageException("Cannot write " + file + ": " + Reasons.of(e), e);
    }
  }

  private Path kept(String key) {
    return folder.resolve("withdrawn").resolve(key + ".nq.gz");
  }

  private Path tombstone(String key) {
    return folder.resolve("withdrawn").resolve(key + ".former.nq.gz");
  }

  private static Node source(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new UsageException(
          "A source is named by its key, such as 003, not \"%s\"".formatted(key));
    }
    return NodeFactory.createURI(Prefixes.BASE + "id/source/" + key);
  }

  private static Node graph(String key) {
    return NodeFactory.createURI(Prefixes.BASE + "graph/source/" + key);
  }

  private static boolean isWithdrawn(String key, DatasetGraph data) {
    return Txn.calculateRead(
        data, () -> data.contains(graph(key), source(key), TYPE, FORMER_SOURCE));
  }

  /** The graphs of the sources that were withdrawn, within the caller's transaction. */
  static List<Node> graphs(DatasetGraph data) {
    return data.stream(Node.ANY, Node.ANY, TYPE, FORMER_SOURCE).map(Quad::getGraph).toList();
  }
}
