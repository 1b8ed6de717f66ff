package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

/** From the five texts to answers, by the commands that people give. */
class CorpusToAnswersTest {

  private static final Path CORPUS = Path.of("corpus");

  @TempDir private static Path folder;
  private static Path store;
  private static Run main;

  @BeforeAll
  static void doTheMainJob() {
    store = folder.resolve("store");
    main = Run.of("run", "--no-serve", "--store", store);
  }

  private static Run ask(Object... words) {
    return Run.on(store, Stream.concat(Stream.of("ask"), Stream.of(words)).toArray());
  }

  @Test
  void tellsWhatWasFoundAndTheAnswerToAQuestion() {
    assertThat(main.code()).isZero();
    assertThat(main.out())
        .contains("claims in 5 texts: ")
        .contains("Published ")
        .contains("bykz ask oblasts-trading --product dairy-products --evidence\n")
        .contains("These are mainly dairy and meat products.");
  }

  @Test
  void remarksOnWhatIsNotKnownAndOnNothingElse() {
    assertThat(main.err().lines()).allMatch(line -> line.startsWith("remark: "));
    assertThat(main.err()).contains("A source should have a date of publication");
  }

  @Test
  void answersWhichOblastsTradeDairyWithTheQuote() {
    Run run =
        ask("oblasts-trading", "--product", "dairy-products", "--evidence", "--format", "csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .anyMatch(
            row ->
                row.contains("https://w3id.org/bykz/id/region/BY-HR")
                    && row.contains("https://w3id.org/bykz/id/source/000")
                    && row.contains("dairy and meat products"));
  }

  /** An enterprise is an organisation of whatever kind. */
  @Test
  void answersWhichEnterprisesSellToACountry() {
    assertThat(ask("enterprises-selling-to", "--format", "csv").lines())
        .anyMatch(row -> row.contains("/id/organisation/slonimmebel,"));
  }

  @Test
  void saysOnStderrWhyThereAreNoRows() {
    Run run = ask("exports-of-region", "--region", "BY-BR", "--format", "csv");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.err()).contains("region/BY-BR", "5 sources were read");
  }

  @Test
  void answersHowMuchOfEachSourceGaveClaimsAndWhichSentencesGaveNone() {
    assertThat(ask("coverage", "--format", "csv").lines()).hasSize(6);
    Run silent = ask("silent-sentences", "--source", "003", "--format", "csv");
    assertThat(silent.err()).isEmpty();
    assertThat(silent.lines())
        .anyMatch(
            row -> row.contains("id/source/003,") && row.endsWith("We can unite our efforts."));
  }

  @Test
  void answersUnderEveryNameThatItGives() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    try (Store opened = Store.open(store);
        WebServer server =
            WebServer.of(
                opened.dataset(), opened.published(), WebServer.Settings.local().port(0))) {
      List<String> silent = new ArrayList<>();
      List<String> paths = ourPaths(opened.dataset());
      assertThat(paths).hasSizeGreaterThan(1500);
      for (String path : paths) {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
        if (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
          silent.add(path);
        }
      }
      assertThat(silent).isEmpty();
    }
  }

  /** Where each of our names in the store should answer. */
  private static List<String> ourPaths(DatasetGraph data) {
    TreeSet<String> paths = new TreeSet<>();
    Txn.executeRead(
        data,
        () ->
            data.find()
                .forEachRemaining(
                    quad ->
                        Stream.of(
                                quad.getGraph(),
                                quad.getSubject(),
                                quad.getPredicate(),
                                quad.getObject())
                            .filter(Node::isURI)
                            .map(Node::getURI)
                            .filter(iri -> iri.startsWith(Prefixes.BASE))
                            .map(iri -> iri.replaceFirst("#.*", ""))
                            .forEach(iri -> paths.add(iri.substring(Prefixes.BASE.length() - 1)))));
    // The service answers queries; that it does is told elsewhere.
    paths.remove("/sparql");
    return List.copyOf(paths);
  }

  @Test
  void givesTheSameBytesEveryTime() {
    Run first = Run.of("extract", "--format", "nquads", "--threads", 1, CORPUS);
    Run second = Run.of("extract", "--format", "nquads", "--threads", 2, CORPUS);
    assertThat(first.code()).isZero();
    assertThat(second.out().equals(first.out())).isTrue();
    assertThat(first.lines()).hasSizeGreaterThan(1000).noneMatch(line -> line.contains("_:"));
  }

  @Test
  void conformsToTheShapes() throws IOException {
    Run quads = Run.of("extract", "--format", "nquads", CORPUS);
    Path file = Files.writeString(folder.resolve("corpus.nq"), quads.out());
    Run run = Run.of("validate", file);
    assertThat(run.lines()).noneMatch(line -> line.startsWith("violation"));
    assertThat(run.code()).isZero();
  }

  @Test
  void publishesAnotherCorpusAndNamesItsBadText() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(
        texts.resolve("007.txt"),
        "In 2023 the trade between Grodno Oblast and Kazakhstan amounted to $22.4 million.\n");
    Path bad = Files.write(texts.resolve("008.txt"), new byte[] {0, 1, 2, 3});
    Path other = folder.resolve("other");
    Run run = Run.of("publish", "--corpus", texts, "--store", other);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("bykz: " + bad + " has the control character");
    assertThat(run.out()).contains(" statements in 1 graphs into " + other);
    Path query =
        Files.writeString(
            folder.resolve("sources.rq"),
            """
            PREFIX bykz: <https://w3id.org/bykz/ontology#>
            SELECT (COUNT(*) AS ?sources) { ?source a bykz:Source }
            """);
    assertThat(Run.of("query", query, "--store", other, "--format", "csv").out())
        .isEqualTo("sources\r\n1\r\n");
  }

  @Test
  void publishesFilesWithTheOntologyBesideThem() throws IOException {
    Run quads = Run.of("extract", "--format", "nquads", CORPUS.resolve("003_0732d7178afb622a.txt"));
    Path file = Files.writeString(folder.resolve("003.nq"), quads.out());
    Run run = Run.of("publish", file, "--store", folder.resolve("one"));
    assertThat(run.out()).startsWith("Published ").contains(" statements in 1 graphs");
    assertThat(run.code()).isZero();
  }

  @Test
  void writesNothingWhereAllTextsAreBadOrNothingIsNamed() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("bad"));
    Files.writeString(texts.resolve("001.txt"), "");
    Path nowhere = folder.resolve("nowhere");
    Run.of("publish", "--corpus", texts, "--store", nowhere).assertRefused(1, "is empty");
    Run.of("publish", "--store", nowhere).assertRefused(2, "There is nothing to publish");
    Run.of("publish", folder.resolve("no.nq"), "--store", nowhere)
        .assertRefused(2, "there is no such file");
    assertThat(nowhere.resolve("current")).doesNotExist();
  }

  @Test
  void keepsTheStoreWhereAFileIsBroken() throws IOException {
    Run before = ask("oblasts-trading", "--format", "csv");
    Path broken = Files.writeString(folder.resolve("broken.nq"), "<a> <b> <c> <d> .\n<a> <b> .\n");
    Run run = Run.of("publish", broken, "--store", store);
    run.assertRefused(1, "broken.nq:");
    assertThat(ask("oblasts-trading", "--format", "csv")).isEqualTo(before);
  }

  @Test
  void refusesUnknownQuestionsParametersAndSparqlInThem() {
    ask("oblasts-tradin").assertRefused(2, "oblasts-trading");
    ask("oblasts-trading", "--prodct", "dairy-products").assertRefused(2, "--product");
    ask("oblasts-trading", "--product", "milkk-products").assertRefused(2, "milkk-products");
    ask("oblasts-trading", "--product", "x> ?a } ; DROP ALL ; SELECT * { <y").assertRefused(2, "");
    ask("oblasts-trading", "--product", "\" } UNION { ?s ?p ?o } #").assertRefused(2, "");
    assertThat(ask("oblasts-trading").code()).isZero();
  }

  @Test
  void saysThatThePortIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = Run.of("serve", "--port", taken.getLocalPort(), "--store", store);
      run.assertRefused(2, Integer.toString(taken.getLocalPort()));
    }
  }
}
