package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.TextFile;

class AppTest {

  private static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
  private static final String GROUP =
      "<https://w3id.org/bykz/id/region/BY-HR> %s \"Гродненская область\"@ru".formatted(LABEL);

  @TempDir private static Path temp;
  private static String store;

  private record Run(int code, String out, String err) {}

  private static Run run(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = App.run(args, console);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void assertRefused(int code, String sentence, Run run) {
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence).startsWith("bykz: ").endsWith("\n");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(code);
  }

  private static Path write(String name, String text) throws java.io.IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  @BeforeAll
  static void publishOneStatement() throws Exception {
    store = temp.resolve("store").toString();
    Path quads = write("label.nq", GROUP + " <https://w3id.org/bykz/graph/source/901> .\n");
    Shapes none = Gate.shapes(new TextFile("none", "none", ""));
    Gate open =
        new Gate(none, List.of(), List.of(), List.of(), Gate.bundled().description(), "open");
    Publication.into(Path.of(store), open).publish(List.of(quads));
  }

  @Test
  void queriesFromFileAndStandardInput() throws Exception {
    String query = "SELECT ?label { ?thing " + LABEL + " ?label }";
    Path file = write("labels.rq", query);
    Run fromFile = run("", "query", file.toString(), "--store", store);
    assertThat(fromFile.out()).isEqualTo("label\n-------------------\nГродненская область\n");
    assertThat(fromFile.code()).isZero();
    Run fromInput = run(query, "query", "-", "--store", store, "--format", "csv");
    assertThat(fromInput.out()).isEqualTo("label\r\nГродненская область\r\n");
  }

  @Test
  void refusesBrokenQueriesUpdatesAndService() throws Exception {
    Path broken = write("broken.rq", "SELECT ?x {\n  ?x ?y }\n");
    assertRefused(
        2, "broken.rq:2:9: unexpected }", run("", "query", broken.toString(), "--store", store));
    assertRefused(
        2, "is an update", run("INSERT DATA { <a> <b> <c> }", "query", "-", "--store", store));
    assertRefused(
        2,
        "SERVICE is refused",
        run("ASK { SERVICE <http://localhost:1/> {} }", "query", "-", "--store", store));
    assertRefused(2, "there is no such file", run("", "query", "nowhere.rq", "--store", store));
  }

  @Test
  void saysWhatIsWrongWithTheUsage() {
    assertRefused(2, "There is no question \"oblast-trading\"", run("", "ask", "oblast-trading"));
    assertRefused(2, "Unknown option: '--frmat=csv'", run("", "query", "x.rq", "--frmat=csv"));
    assertRefused(2, "see \"bykz query --help\"", run("", "query"));
    assertRefused(2, "'xml'", run("", "query", "-", "--format", "xml"));
    assertRefused(2, "Unmatched argument", run("", "frobnicate"));
    String nowhere = temp.resolve("nowhere").toString();
    assertRefused(
        2, "There is no store in " + nowhere, run("ASK {}", "query", "-", "--store", nowhere));
  }

  @Test
  void asksWithTheQuestionsOwnParameters() {
    String[] line = {
      "ask", "claims-by-speaker", "--format", "csv", "--language=ru", "--store", store
    };
    Run run = run("", line);
    assertThat(run.err()).startsWith("Nothing matches ?claim bykz:attributedTo ?speaker");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run("", "ask", "--store", store).out()).contains("claims-by-speaker ", " What a ");
    assertThat(run("", "ask", "claims-by-speaker", "-h").out())
        .contains("bykz ask claims-by-speaker [--", "--language");
    assertRefused(
        2,
        "has no parameter --langage; did you mean \"language\"?",
        run("", "ask", "claims-by-speaker", "--langage", "ru", "--store", store));
    assertRefused(2, "--language has no value", run("", "ask", "claims-by-speaker", "--language"));
    assertRefused(
        2, "is given twice", run("", "ask", "claims-by-speaker", "--since=1", "--since", "2"));
    assertRefused(2, "follows no --KEY", run("", "ask", "claims-by-speaker", "Lukashenko"));
  }

  @Test
  void showsTheStackOnRequestOnly() {
    Run run = run("ASK {", "query", "-", "--debug");
    assertThat(run.err()).startsWith("bykz: standard input:1:").contains("\tat org.w3id.bykz");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void tellsItsCommandsAndVersion() {
    assertThat(run("").out()).contains("publish", "ask", "query", "validate", "Exit codes:");
    assertThat(run("", "--version").out()).startsWith("bykz ");
    assertThat(run("", "ask", "--help").out()).contains("--evidence");
    assertThat(run("", "--help").code()).isZero();
  }

  @Test
  void validatesAgainstOtherShapes() throws Exception {
    Path shapes =
        write(
            "shapes.ttl",
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX x: <http://example.org/>
            x:S a sh:NodeShape ; sh:targetClass x:Sea ;
              sh:property [ sh:path x:name ; sh:minCount 1 ; sh:message "Ein Meer"@de, "A sea has a name."@en ] .
            """);
    Path good = write("good.ttl", "@prefix x: <http://example.org/> . x:a a x:Sea ; x:name 'A' .");
    Path bad = write("bad.trig", "PREFIX x: <http://example.org/> GRAPH x:g { x:b a x:Sea }");
    Path broken = write("broken.ttl", "@prefix x: <http://example.org/> .\nx:a x:b ; .\nx:c .\n");
    Run fine = run("", "validate", good.toString(), "--shapes", shapes.toString());
    assertThat(fine).isEqualTo(new Run(0, "The file conforms to the shapes.\n", ""));
    Run violated =
        run("", "validate", "--shapes", shapes.toString(), "--", good.toString(), bad.toString());
    assertThat(violated.out())
        .isEqualTo(
            """
            violation  <http://example.org/b> <http://example.org/name>: A sea has a name.
            The 2 files break the shapes in 1 place.
            """);
    assertThat(violated.code()).isEqualTo(1);
    Run half =
        run("", "validate", broken.toString(), good.toString(), "--shapes", shapes.toString());
    assertThat(half.err()).startsWith("bykz: " + broken + ":2: ");
    assertThat(half.out()).isEqualTo("The file conforms to the shapes.\n");
    assertThat(half.code()).isEqualTo(1);
    assertRefused(
        2,
        "Cannot tell the syntax of",
        run(
            "",
            "validate",
            shapes.toString().replace(".ttl", ".txt"),
            "--shapes",
            shapes.toString()));
  }

  @Test
  void validatesAChangedVocabularyInPlaceOfItsOwn() throws Exception {
    Path changed =
        write(
            "regions.ttl",
            Files.readString(Path.of("ontology/vocabularies/regions.ttl"))
                .replace("\"Grodno Region\"@en", "\"Region of Hrodna\"@en"));
    assertThat(run("", "validate", changed.toString()))
        .isEqualTo(new Run(0, "The file conforms to the shapes.\n", ""));
    Path claim =
        write(
            "claim.ttl",
            "<https://w3id.org/bykz/id/claim/1> a <https://w3id.org/bykz/ontology#Claim> .");
    Run violated = run("", "validate", claim.toString());
    assertThat(violated.out())
        .contains("violation  claim/1 prov:wasDerivedFrom: A claim is derived from exactly one");
    assertThat(violated.code()).isEqualTo(1);
  }
}
