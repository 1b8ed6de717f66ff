package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.web.WebServer;

/**
 * The queries that ask a second endpoint, run by an engine of the reader's own that holds nothing:
 * our server on one side, on the other a few statements in the form of Wikidata's.
 */
class FederatedQueriesTest {

  private static final String OURS = "http://localhost:3030/sparql";
  private static final String WIKIDATA = "https://query.wikidata.org/sparql";
  private static final Path FOLDER = SmallWorld.FOLDER.resolve("federated");

  private static WebServer ours;
  private static FusekiServer wikidata;

  @BeforeAll
  static void start() {
    DatasetGraph data = SmallWorld.derivedWith(FOLDER.resolve("links.trig"));
    ours = WebServer.of(data, Instant.EPOCH, WebServer.Settings.local().port(0));
    DatasetGraph items = DatasetGraphFactory.createTxnMem();
    RDFDataMgr.read(items, FOLDER.resolve("wikidata.ttl").toUri().toString());
    wikidata = FusekiServer.create().port(0).loopback(true).add("/wikidata", items).start();
  }

  @AfterAll
  static void stop() {
    ours.close();
    wikidata.stop();
  }

  @TestFactory
  Stream<DynamicTest> joinBothEndpoints() {
    List<TextFile> files = SmallWorld.files("federated");
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    file.stem(),
                    () ->
                        assertThat(rows(here(file)))
                            .isEqualTo(
                                TextFile.read(FOLDER.resolve(file.stem() + ".csv")).text())));
  }

  /** The query as it stands but for the addresses, which its header names. */
  private static String here(TextFile file) {
    assertThat(file.text()).contains("# service: " + OURS, "# service: " + WIKIDATA);
    return file.text()
        .replace("<" + OURS + ">", "<" + ours.address() + "sparql>")
        .replace("<" + WIKIDATA + ">", "<" + wikidata.datasetURL("/wikidata") + ">");
  }

  private static String rows(String text) {
    Query query = QueryFactory.create(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec exec =
        QueryExec.dataset(DatasetGraphFactory.empty())
            .query(query)
            .set(ARQ.httpServiceAllowed, true)
            .build()) {
      Format.CSV.write(exec.select(), out);
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
