package org.w3id.bykz.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SameThings;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/** The small world of {@code example.trig}, as rules, checks and questions see it. */
public final class SmallWorld {

  static final Path FOLDER = Path.of("src/test/resources/org/w3id/bykz/query");

  private static final Node DERIVED = NodeFactory.createURI(Prefixes.BASE + "graph/derived");
  private static final Node CUBE = NodeFactory.createURI(Prefixes.BASE + "graph/cube");

  /** What the world has no words of its own for: how the cube is made, where links were read. */
  private static final List<String> STRUCTURE =
      List.of("disagreement-kinds", "indicators", "links", "trade-figures");

  private SmallWorld() {}

  /** What the sources and vocabularies state, before any rule. */
  static DatasetGraph stated() {
    DatasetGraph data = Example.read("example.trig");
    for (String name : STRUCTURE) {
      Path file = Path.of("ontology/vocabularies", name + ".ttl");
      Node graph = NodeFactory.createURI(Prefixes.BASE + "graph/vocabulary/" + name);
      Txn.executeWrite(
          data,
          () ->
              RDFDataMgr.read(
                  data.getGraph(graph), file.toUri().toString(), Prefixes.BASE, Lang.TURTLE));
    }
    return data;
  }

  /** What is stated, as a file to publish. */
  public static Path write(Path file) throws IOException {
    DatasetGraph data = stated();
    try (OutputStream out = Files.newOutputStream(file)) {
      Txn.executeRead(data, () -> RDFDataMgr.write(out, data, Lang.NQUADS));
    }
    return file;
  }

  /** All that is stated, and all that follows from it. */
  public static DatasetGraph derived() {
    DatasetGraph data = stated();
    Set<Triple> made = consequences("rules", data);
    Set<Triple> cube = consequences("cube", data);
    Txn.executeWrite(
        data,
        () -> {
          made.forEach(triple -> data.add(Quad.create(DERIVED, triple)));
          cube.forEach(triple -> data.add(Quad.create(CUBE, triple)));
          SameThings.count(data);
        });
    return data;
  }

  /** The same with a further file. */
  static DatasetGraph derivedWith(Path more) {
    DatasetGraph data = derived();
    Txn.executeWrite(data, () -> RDFDataMgr.read(data, more.toUri().toString()));
    return data;
  }

  /** What the rules of a folder make of the data as they are. */
  static Set<Triple> consequences(String folder, DatasetGraph data) {
    Set<Triple> made = new HashSet<>();
    Txn.executeRead(
        data,
        () -> {
          for (TextFile rule : files(folder)) {
            Query query = SparqlFile.parse(rule).query();
            try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
              exec.constructTriples().forEachRemaining(made::add);
            }
          }
        });
    return made;
  }

  /** The rows of a query, in its order, as CSV. */
  static String rows(Query query, boolean withEvidence, DatasetGraph data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FreeQuery(query, withEvidence, Format.CSV).run(data, out);
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** The query files of a folder. */
  static List<TextFile> files(String folder) {
    return TextFile.in(Path.of("queries", folder), ".rq");
  }
}
