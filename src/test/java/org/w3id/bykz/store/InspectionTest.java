package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.query.SmallWorld;

/** What shapes say of a dataset does not depend on how many of its sources they see at a time. */
class InspectionTest {

  private static final int ALL = 1_000_000;

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsTheSameInPartsWhateverIsMissing(int seed) throws Exception {
    DatasetGraphTDB data = TDBInternal.getDatasetGraphTDB(DatabaseMgr.createDatasetGraph());
    Path world = SmallWorld.write(temp.resolve("world.nq"));
    Txn.executeWrite(
        data,
        () -> {
          RDFDataMgr.read(data, world.toUri().toString());
          drop(data, seed);
        });
    Txn.executeRead(data, () -> inspect(data));
  }

  /** Leaves out each fiftieth statement. */
  private static void drop(DatasetGraph data, int seed) {
    List<Quad> quads = new ArrayList<>(Iter.toList(data.find()));
    Collections.shuffle(quads, new Random(seed));
    quads.subList(0, quads.size() / 50).forEach(data::delete);
  }

  private static void inspect(DatasetGraphTDB data) {
    Graph union = GraphFactory.createDefaultGraph();
    data.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    List<Node> graphs = Iter.toList(data.listGraphNodes());
    Shapes shapes = Gate.bundled().shapes();
    Report whole = Report.of(shapes, union);
    assertThat(whole.violations()).isNotEmpty();
    assertThat(Inspection.of(data, graphs, shapes, 1)).as("each alone").isEqualTo(whole);
    assertThat(Inspection.of(data, graphs, shapes, 500)).as("some at a time").isEqualTo(whole);
    assertThat(Inspection.of(data, graphs, shapes, ALL)).as("all").isEqualTo(whole);
  }
}
