package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  private static final String BASE = "https://w3id.org/bykz/";

  /** Every sea has one name; who has a name is known. */
  private static final Gate GATE =
      new Gate(
          Gate.shapes(
              file(
                  "shapes",
                  """
                  PREFIX sh: <http://www.w3.org/ns/shacl#>
                  PREFIX x: <https://w3id.org/bykz/ontology#>
                  x:SeaShape a sh:NodeShape ; sh:targetClass x:Sea ;
                    sh:property [ sh:path x:name ; sh:minCount 1 ; sh:message "A sea has a name."@en ] ;
                    sh:property [ sh:path x:depth ; sh:minCount 1 ; sh:severity sh:Warning ;
                      sh:message "A sea should have a depth."@en ] .
                  """)),
          List.of(
              sparql(
                  "one-name-each",
                  "PREFIX x: <https://w3id.org/bykz/ontology#> SELECT ?sea ?name"
                      + " { ?sea x:name ?name , ?other FILTER (STR(?name) < STR(?other)) }"),
              sparql(
                  "soundings-are-above-zero",
                  "PREFIX x: <https://w3id.org/bykz/ontology#> SELECT ?sea ?depth"
                      + " { GRAPH <https://w3id.org/bykz/graph/cube> { ?sea x:sounded ?depth }"
                      + " FILTER (?depth <= 0) }")),
          List.of(
              sparql(
                  "named",
                  "PREFIX x: <https://w3id.org/bykz/ontology#>"
                      + " CONSTRUCT { ?thing x:known true } { ?thing x:name ?any }")),
          List.of(
              sparql(
                  "soundings",
                  "PREFIX x: <https://w3id.org/bykz/ontology#>"
                      + " CONSTRUCT { ?thing x:sounded ?depth } { ?thing x:depth ?depth }")),
          SelfDescription.bundled(),
          "seas");

  @TempDir private Path temp;
  private Path store;

  @BeforeEach
  void nameStore() {
    store = temp.resolve("store");
  }

  private static TextFile file(String stem, String text) {
    return new TextFile(stem, stem, text);
  }

  private static SparqlFile sparql(String name, String text) {
    return SparqlFile.parse(file(name, text));
  }

  private static String sea(String key, String name, String graph) {
    String iri = "<" + BASE + "id/sea/" + key + ">";
    String in = " <" + BASE + "graph/" + graph + "> .\n";
    return iri
        + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <"
        + BASE
        + "ontology#Sea>"
        + in
        + (name.isEmpty() ? "" : iri + " <" + BASE + "ontology#name> \"" + name + "\"" + in);
  }

  private Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(temp.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Publication.Outcome publish(Path... files) {
    return Publication.into(store, GATE).publish(List.of(files));
  }

  /** Every quad as a line, sorted, but for what is said of them all. */
  private List<String> quads() {
    try (Store opened = Store.open(store)) {
      return quads(opened);
    }
  }

  private static List<String> quads(Store store) {
    return Txn.calculateRead(
        store.dataset(),
        () -> {
          List<String> lines = new ArrayList<>();
          store.dataset().find().forEachRemaining(quad -> lines.add(NodeFmtLib.str(quad)));
          lines.removeIf(line -> line.contains("graph/description>"));
          lines.sort(null);
          return lines;
        });
  }

  private void assertRefused(String message, Path... files) {
    publish(write("good.nq", sea("aral", "Aral", "source/1")));
    List<String> before = quads();
    assertThatThrownBy(() -> publish(files))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
    assertThat(quads()).isEqualTo(before);
  }

  @Test
  void publishesPlainAndGzippedFilesTogether() throws IOException {
    Publication.Outcome outcome =
        publish(
            write("a.nq", sea("aral", "Aral", "source/1")),
            write("b.nq.gz", gzip(sea("naroch", "Нарочь 🌊", "source/2"))));
    assertThat(outcome.graphs()).isEqualTo(2);
    assertThat(outcome.statements()).isEqualTo(4);
    assertThat(outcome.derived()).isEqualTo(2);
    assertThat(outcome.remarks()).hasSize(2);
    assertThat(quads()).hasSize(6).anyMatch(quad -> quad.contains("Нарочь 🌊"));
  }

  @Test
  void showsTheUnionOfNamedGraphsAsDefaultGraph() {
    publish(write("a.nq", sea("aral", "Aral", "source/1")));
    try (Store opened = Store.open(store)) {
      String ask = "ASK { <%sid/sea/aral> <%sontology#known> true }".formatted(BASE, BASE);
      assertThat(
              Txn.calculateRead(
                  opened.dataset(),
                  () -> QueryExec.dataset(opened.dataset()).query(ask).build().ask()))
          .isTrue();
    }
  }

  @Test
  void replacesGraphsWholeAndKeepsTheOthers() {
    publish(write("a.nq", sea("aral", "Aral", "source/1") + sea("naroch", "Naroch", "source/2")));
    Publication.Outcome second = publish(write("b.nq", sea("balkhash", "Balkhash", "source/1")));
    assertThat(second.kept()).isEqualTo(2);
    assertThat(quads())
        .hasSize(6)
        .noneMatch(quad -> quad.contains("aral"))
        .anyMatch(quad -> quad.contains("naroch"))
        .filteredOn(quad -> quad.contains("graph/derived"))
        .hasSize(2);
  }

  @Test
  void twicePublishedIsThereOnce() {
    Path file = write("a.nq", sea("aral", "Aral", "source/1"));
    publish(file);
    List<String> once = quads();
    publish(file, file);
    assertThat(quads()).isEqualTo(once);
  }

  @Test
  void versionIsOfTheContentWhateverOrderAndWayItCameIn() {
    Path two = write("a.nq", sea("aral", "Aral", "source/1") + sea("naroch", "Naroch", "source/2"));
    Path first = write("b.nq", sea("aral", "Aral", "source/1"));
    publish(two);
    String version = version();
    assertThat(version).matches("[0-9a-f]{12}");
    publish(two);
    assertThat(version()).as("the same again").isEqualTo(version);
    publish(write("c.nq", sea("aral", "Sea of Aral", "source/1")));
    assertThat(version()).as("a changed name").isNotEqualTo(version);
    publish(first, first);
    assertThat(version()).as("changed back, twice in the files").isEqualTo(version);
    publish(write("d.nq", sea("naroch", "Naroch", "source/2") + described("made-up")), first);
    assertThat(version()).as("whatever files say of it").isEqualTo(version);
  }

  /** As the comment on {@link Fingerprint} tells it, on lines as anybody would write them. */
  @Test
  void versionIsComputedFromTheLinesOfADump() throws Exception {
    String lines = sea("naroch", "Нарочь 🌊 \\\"\\n", "source/2");
    publish(write("a.nq", lines));
    String known =
        "<%sid/sea/naroch> <%sontology#known> \"true\"^^<%s> <%sgraph/derived> .\n"
            .formatted(BASE, BASE, "http://www.w3.org/2001/XMLSchema#boolean", BASE);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    BigInteger sum = BigInteger.ZERO;
    for (String line : (lines + known).split("\n")) {
      byte[] hash = sha.digest(line.getBytes(StandardCharsets.UTF_8));
      sum = sum.add(new BigInteger(1, Arrays.copyOf(hash, 8)));
    }
    String digits = "%016x".formatted(sum.mod(BigInteger.ONE.shiftLeft(64)));
    assertThat(version()).isEqualTo(digits.substring(0, 12));
  }

  private static String described(String version) {
    return "<%sid/dataset/bykz> <http://www.w3.org/ns/dcat#version> \"%s\" <%sgraph/description> .\n"
        .formatted(BASE, version, BASE);
  }

  private String version() {
    try (Store opened = Store.open(store)) {
      SparqlFile query = SparqlFile.parse(TextFile.bundled("queries/pages/version.rq"));
      return Txn.calculateRead(
          opened.dataset(),
          () ->
              QueryExec.dataset(opened.dataset())
                  .query(query.query())
                  .build()
                  .select()
                  .next()
                  .get("version")
                  .getLiteralLexicalForm());
    }
  }

  @Test
  void makesTheCubeInAGraphOfItsOwnAndChecksIt() {
    publish(write("deep.nq", depth("5")));
    assertThat(quads()).anyMatch(quad -> quad.contains("sounded") && quad.contains("graph/cube>"));
    assertRefused("soundings-are-above-zero: sea sea/aral, depth -5", write("bad.nq", depth("-5")));
  }

  private static String depth(String metres) {
    return "<%sid/sea/aral> <%sontology#depth> %s <%sgraph/source/9> .\n"
        .formatted(
            BASE, BASE, "\"" + metres + "\"^^<http://www.w3.org/2001/XMLSchema#integer>", BASE);
  }

  @Test
  void recomputesDerivedGraphWhateverFilesSayOfIt() {
    publish(write("a.nq", sea("aral", "Aral", "source/1") + sea("made-up", "Made up", "derived")));
    assertThat(quads()).noneMatch(quad -> quad.contains("made-up"));
  }

  @Test
  void refusesViolationsWithFocusAndMessage() {
    assertRefused(
        "The data break the shapes in 1 places:\n  sea/naroch bykz:name: A sea has a name.",
        write("fine.nq", sea("balkhash", "Balkhash", "source/2")),
        write("bad.nq", sea("naroch", "", "source/3")));
  }

  @Test
  void listsTwentyViolationsAndCountsTheRest() {
    StringBuilder seas = new StringBuilder();
    for (int i = 0; i < 23; i++) {
      seas.append(sea("s" + i, "", "source/2"));
    }
    assertRefused("\n  and 3 more", write("bad.nq", seas.toString()));
  }

  @Test
  void refusesWhatFailsACheckAlsoAgainstWhatStays() {
    assertRefused(
        "one-name-each: sea sea/aral, name Aral", write("bad.nq", sea("aral", "Azov", "source/2")));
  }

  @Test
  void namesFileAndLineOfASyntaxError() {
    assertRefused(
        "bad.nq:3: ",
        write("fine.nq", sea("balkhash", "Balkhash", "source/2")),
        write("bad.nq", sea("naroch", "Naroch", "source/3") + "<a> b .\n"));
  }

  @Test
  void namesFileAndLineOfWrongEncoding() {
    byte[] latin = sea("naroch", "Näroch", "source/3").getBytes(StandardCharsets.ISO_8859_1);
    assertRefused("latin.nq:2: not UTF-8", write("latin.nq", latin));
  }

  @Test
  void refusesBinary() {
    assertRefused("picture.nq:1: binary", write("picture.nq", new byte[] {'P', 'N', 'G', 0, 1}));
  }

  @Test
  void refusesEmptyFiles() throws IOException {
    assertRefused("empty.nq is empty", write("empty.nq", ""));
    assertRefused("empty.nq.gz holds no statement", write("empty.nq.gz", gzip("")));
    assertRefused("comment.nq holds no statement", write("comment.nq", "# nothing\n"));
  }

  @Test
  void refusesCutGzip() throws IOException {
    byte[] whole = gzip(sea("naroch", "Naroch", "source/3").repeat(500));
    assertRefused(
        "cut.nq.gz: it ends in the middle",
        write("cut.nq.gz", java.util.Arrays.copyOf(whole, whole.length - 20)));
  }

  @Test
  void refusesStatementsOutsideNamedGraphs() {
    assertRefused(
        "stands in no named graph: sea/x rdfs:label",
        write(
            "triples.nq",
            "<" + BASE + "id/sea/x> <http://www.w3.org/2000/01/rdf-schema#label> \"X\" .\n"));
  }

  @Test
  void tellsOfFilesThatAreNotThere() {
    assertThatThrownBy(() -> publish(temp.resolve("nowhere.nq")))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("nowhere.nq: there is no such file");
    assertThatThrownBy(() -> publish(temp))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("is a folder; name the files in it");
    assertThat(Store.exists(store)).isFalse();
  }

  @Test
  void leavesForeignFoldersAlone() {
    write("data-0001", "mine");
    assertThatThrownBy(
            () ->
                Publication.into(temp, GATE)
                    .publish(List.of(write("a.nq", sea("aral", "Aral", "source/1")))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("neither empty nor a store");
  }

  @Test
  void readersKeepWhatTheyOpenedAndNobodyWaits() throws IOException {
    publish(write("a.nq", sea("aral", "Aral", "source/1")));
    try (Store early = Store.open(store);
        Store same = Store.open(store)) {
      publish(write("b.nq", sea("balkhash", "Balkhash", "source/1")));
      assertThat(quads(early)).hasSize(3).anyMatch(quad -> quad.contains("aral"));
      assertThat(quads(same)).isEqualTo(quads(early));
      assertThat(quads()).hasSize(3).anyMatch(quad -> quad.contains("balkhash"));
      assertThat(databases()).containsExactly("data-0001", "data-0002");
      assertThat(early.isNewest()).isFalse();
    }
    publish(write("c.nq", sea("caspian", "Caspian", "source/1")));
    assertThat(databases()).containsExactly("data-0003");
  }

  @Test
  void oneProcessPublishesAtATime() throws IOException {
    try (Generations.Draft draft = new Generations(store).draft()) {
      assertThat(draft.database()).exists();
      assertThatThrownBy(() -> publish(write("a.nq", sea("aral", "Aral", "source/1"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Process " + ProcessHandle.current().pid() + " is publishing");
    }
  }

  @Test
  void saysHowToMakeAStoreThatIsNotThere() {
    assertThatThrownBy(() -> Store.open(store))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("There is no store in " + store)
        .hasMessageContaining("bykz publish");
  }

  @Test
  void survivesAKillAndClearsUp() throws Exception {
    publish(write("a.nq", sea("aral", "Aral", "source/1")));
    List<String> before = quads();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      many.append(sea("s" + i, "Sea " + i, "source/" + i % 100));
    }
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Publishing.class.getName(),
                store.toString(),
                write("many.nq", many.toString()).toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("child.log").toFile())
            .start();
    while (child.isAlive() && !Files.exists(store.resolve("data-0002").resolve("SPOG.dat"))) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(child.isAlive()).as("killed in the middle").isTrue();
    child.destroyForcibly().waitFor();

    assertThat(databases()).containsExactly("data-0001", "data-0002");
    assertThat(quads()).isEqualTo(before);
    publish(write("b.nq", sea("balkhash", "Balkhash", "source/2")));
    assertThat(databases()).containsExactly("data-0002");
    assertThat(quads()).hasSize(6);
  }

  /** Publishes in a process of its own. */
  static final class Publishing {

    private Publishing() {}

    public static void main(String[] args) {
      Publication.into(Path.of(args[0]), GATE).publish(List.of(Path.of(args[1])));
    }
  }

  private List<String> databases() throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
