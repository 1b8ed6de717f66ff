package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

class WithdrawCommandTest {

  private static final Path CORPUS = Path.of("corpus");

  @TempDir private static Path once;
  @TempDir private Path folder;
  private Path store;

  /** Two reports of which both say that Grodno Region trades, and a third. */
  @BeforeAll
  static void publish() throws IOException {
    assertThat(publish(once.resolve("store"), "000", "003", "004").code()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    store = folder.resolve("store");
    try (Stream<Path> files = Files.walk(once.resolve("store"))) {
      for (Path file : files.toList()) {
        Files.copy(file, store.resolve(once.resolve("store").relativize(file)));
      }
    }
  }

  private static Run publish(Path store, String... sources) throws IOException {
    List<Object> words = new ArrayList<>(List.of("extract", "--format=nquads", "--catalog"));
    words.add(CORPUS.resolve("catalog.ttl"));
    for (String source : sources) {
      words.add(text(source));
    }
    Path quads = once.resolve("told.nq");
    Files.writeString(quads, Run.of(words.toArray()).out());
    return Run.on(store, "publish", quads);
  }

  private static Path text(String source) throws IOException {
    try (var files = Files.newDirectoryStream(CORPUS, source + "*.txt")) {
      return files.iterator().next();
    }
  }

  /** All that is published and follows from it, but for the self-description. */
  private static List<String> statements(Path store) {
    try (Store opened = Store.open(store)) {
      return Txn.calculateRead(
          opened.dataset(),
          () ->
              opened.dataset().stream()
                  .map(NodeFmtLib::strNQ)
                  .filter(line -> !line.contains("/graph/description>"))
                  .sorted()
                  .toList());
    }
  }

  private static String modified(Path store) {
    try (Store opened = Store.open(store)) {
      return Txn.calculateRead(
          opened.dataset(),
          () ->
              opened.dataset().stream(
                      Node.ANY,
                      NodeFactory.createURI("https://w3id.org/bykz/id/dataset/bykz"),
                      DCTerms.modified.asNode(),
                      Node.ANY)
                  .map(quad -> quad.getObject().getLiteralLexicalForm())
                  .collect(Collectors.joining(" ")));
    }
  }

  private Run withdraw(Object... words) {
    return Run.on(store, Stream.concat(Stream.of("withdraw"), Stream.of(words)).toArray());
  }

  @Test
  void takesOutASourceAndWhatOnlyItSupports() throws IOException {
    Run run =
        withdraw("003", "--reason", "Retracted.", "--by", "A. Reader", "--date", "2026-03-01");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Withdrew the source 003: ");
    Set<String> left = new HashSet<>(statements(store));

    store = folder.resolve("without");
    publish(store, "000", "004");
    Set<String> others = new HashSet<>(statements(store));
    assertThat(left.containsAll(others)).as("all that the others say").isTrue();
    left.removeAll(others);
    assertThat(left)
        .isNotEmpty()
        .allMatch(line -> line.matches("<\\S+/id/(source/003|withdrawal/003|curator/\\w+)> .*"))
        .anyMatch(line -> line.contains("\"Retracted.\""))
        .anyMatch(line -> line.contains("\"2026-03-01\""));
  }

  /** What is gone since is a change of the whole, too. */
  @Test
  void theDatasetWasModifiedWhenItsLastSourceWent() {
    String before = modified(store);
    withdraw("003", "--reason", "Retracted.", "--date", "2026-03-01");
    assertThat(modified(store)).isEqualTo("2026-03-01");
    withdraw("003", "--undo");
    assertThat(modified(store)).isEqualTo(before);
    withdraw("003", "--reason", "Retracted.", "--date", "2001-02-03");
    assertThat(modified(store)).isEqualTo(before);
  }

  @Test
  void staysWithdrawnWhenTheCorpusIsPublishedAgainAndComesBackByteForByte() throws IOException {
    List<String> before = statements(store);
    withdraw("003", "--reason", "Retracted.");
    List<String> left = statements(store);
    Run again = publish(store, "000", "003", "004");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("The source 003 stays withdrawn");
    assertThat(statements(store)).isEqualTo(left);
    withdraw("003", "--reason", "again").assertRefused(2, "withdrawn already");

    Run run = withdraw("003", "--undo");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("The source 003 is back.\n");
    assertThat(statements(store)).isEqualTo(before);
  }

  @Test
  void saysWhatIsWrong() {
    withdraw("003").assertRefused(2, "Say why the source goes, with --reason TEXT");
    withdraw("003", "--reason", " ").assertRefused(2, "A withdrawal needs a reason");
    withdraw("../003", "--reason", "x").assertRefused(2, "A source is named by its key");
    withdraw("999", "--reason", "x").assertRefused(2, "There is no source 999 in");
    withdraw("003", "--undo").assertRefused(2, "The source 003 is not withdrawn");
  }

  @Test
  void answersGoneAndWhyForTheSourceAndItsClaims() throws Exception {
    String claim =
        statements(store).stream()
            .filter(line -> line.contains("/id/claim/003-"))
            .map(line -> line.replaceFirst("^<\\S+/id/(claim/003-\\w+)>.*", "$1"))
            .filter(line -> line.startsWith("claim/"))
            .findFirst()
            .orElseThrow();
    withdraw("003", "--reason", "Retracted.", "--by", "A. <b>Reader</b>");
    try (Store opened = Store.open(store);
        WebServer server =
            WebServer.of(
                opened.dataset(), opened.published(), WebServer.Settings.local().port(0))) {
      for (String path : List.of("id/source/003", "sources/003", "id/" + claim)) {
        HttpResponse<String> page = get(server, path, "text/html");
        assertThat(page.statusCode()).as(path).isEqualTo(410);
        assertThat(page.body()).contains("was withdrawn by A. &lt;b").contains(": Retracted.");
      }
      HttpResponse<String> turtle = get(server, "id/source/003", "text/turtle");
      assertThat(turtle.statusCode()).isEqualTo(410);
      assertThat(turtle.body()).contains("bykz:FormerSource").doesNotContain("nif:isString");
      assertThat(get(server, "id/source/999", "text/html").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(WebServer server, String path, String accept)
      throws IOException, InterruptedException {
    URI address = server.address().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Accept", accept).build(),
            BodyHandlers.ofString());
  }
}
