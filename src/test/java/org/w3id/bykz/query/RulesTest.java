package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.store.TextFile;

class RulesTest {

  @Test
  void makeTheExpectedGraphs() {
    assertThat(made("rules", SmallWorld.stated())).isEqualTo(expected("derived.nt"));
    assertThat(made("cube", SmallWorld.stated())).isEqualTo(expected("cube.nt"));
  }

  /**
   * No rule rests on what a rule made: their order does not matter, nor does running them twice.
   */
  @Test
  void readOnlyWhatIsStated() {
    assertThat(made("rules", SmallWorld.derived())).isEqualTo(expected("derived.nt"));
    assertThat(made("cube", SmallWorld.derived())).isEqualTo(expected("cube.nt"));
  }

  private static List<String> expected(String file) {
    return TextFile.read(SmallWorld.FOLDER.resolve(file)).text().lines().toList();
  }

  private static List<String> made(String folder, DatasetGraph data) {
    return lines(SmallWorld.consequences(folder, data));
  }

  private static List<String> lines(Set<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    StringWriter out = new StringWriter();
    RDFDataMgr.write(out, graph, Lang.NTRIPLES);
    return out.toString().lines().sorted().toList();
  }
}
