package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final Path GOLD =
      Path.of("src/test/resources/org/w3id/bykz/evaluate/corpus.gold.jsonl");
  private static final Path CORPUS = Path.of("corpus");
  private static final Path ARTICLES = Path.of("src/test/resources/org/w3id/bykz/evaluate");
  private static final String TEXT = "The Grodno Region sold butter to Kazakhstan. It was fine.\n";
  private static final String FLOW =
      """
      {"doc":"001","frame":"trade-flow","roles":{"exporter":"BY-HR","importer":"KZ","product":"%s"},\
      "quote":"The Grodno Region sold butter to Kazakhstan.","start":0,"end":44}
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void measuresTheCorpusTheSameEveryTime() {
    Run run = Run.of("evaluate", GOLD, CORPUS);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .anyMatch(line -> line.matches("trade-flow +\\d+ +\\d+  0\\.\\d{3} \\[0.*\\].*"))
        .anyMatch(line -> line.startsWith("de  "))
        .anyMatch(line -> line.startsWith("en  "))
        .contains("Ungrounded: 0.");
    assertThat(Run.of("evaluate", "--threads", 1, GOLD, CORPUS)).isEqualTo(run);
  }

  @Test
  void readsTheCorpusWell() {
    assertReads(0.88, 0.85, GOLD, CORPUS);
  }

  @Test
  void readsArticlesThatTheRulesWereMadeWithWell() {
    assertReads(
        0.82, 0.73, ARTICLES.resolve("worked-on.gold.jsonl"), ARTICLES.resolve("worked-on"));
  }

  /** The least of what the README owns up to: whoever reads these articles has none put aside. */
  @Test
  void readsArticlesThatNobodyLookedAtNoWorseThanTheReadmeSays() {
    assertReads(0.74, 0.53, ARTICLES.resolve("held-out.gold.jsonl"), ARTICLES.resolve("held-out"));
  }

  private static void assertReads(double precision, double recall, Path gold, Path texts) {
    Run run = Run.of("evaluate", gold, texts);
    assertThat(run.code()).as(run.err()).isZero();
    String all = run.lines().stream().filter(line -> line.startsWith("all")).findFirst().orElse("");
    Matcher row =
        Pattern.compile("all +\\d+ +\\d+ +([0-9.]+) \\[.*?\\] +([0-9.]+) .*").matcher(all);
    assertThat(row.matches()).as(all).isTrue();
    assertThat(Double.parseDouble(row.group(1))).as("soft precision").isGreaterThan(precision);
    assertThat(Double.parseDouble(row.group(2))).as("soft recall").isGreaterThan(recall);
  }

  @Test
  void writesJsonForPrograms() {
    Run run = Run.of("evaluate", "--format", "json", "--misses", GOLD, CORPUS);
    assertThat(run.out()).startsWith("{").endsWith("}\n");
    assertThat(run.out())
        .contains("\"scope\" : \"frame\"", "\"scope\" : \"language\"", "\"scope\" : \"all\"")
        .contains("\"strict-f1\" : {", "\"ungrounded\" : 0", "\"findings\" : [", "\"causes\" : [");
  }

  @Test
  void saysWhyAClaimWasMissed() throws Exception {
    write("001.txt", TEXT);
    Path gold =
        write("gold.jsonl", FLOW.formatted("butter") + FLOW.formatted("zorbs").replace("KZ", "RU"));
    Run run = Run.of("evaluate", "--misses", gold, folder);
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains(
            "missed    001  trade-flow  exporter=BY-HR | importer=RU | product=zorbs (fact)",
            "  why     product not recognised: zorbs",
            "  <-      The Grodno Region sold butter to Kazakhstan.",
            "    1  missed: product not recognised");
  }

  @Test
  void saysThatThereIsNoCue() throws Exception {
    write("001.txt", TEXT);
    String other =
        FLOW.formatted("butter").replace("\"start\":0,\"end\":44", "\"start\":45,\"end\":57");
    Path gold =
        write(
            "gold.jsonl",
            other.replace("The Grodno Region sold butter to Kazakhstan.", "It was fine."));
    assertThat(Run.of("evaluate", "--misses", gold, folder).lines())
        .contains("  why     no cue: trade-flow");
  }

  @Test
  void readsNoTextThatTheGoldDoesNotName() throws Exception {
    write("001.txt", TEXT);
    write("002.txt", "");
    Run run = Run.of("evaluate", write("gold.jsonl", FLOW.formatted("butter")), folder);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 text.");
  }

  @Test
  void doesTheOthersAndNamesWhatIsWrong() throws Exception {
    write("001.txt", TEXT);
    write(
        "002.txt",
        "Le président de la région a signé un accord de coopération avec le ministre.\n");
    String flow = FLOW.formatted("butter");
    Path gold =
        write(
            "gold.jsonl",
            flow
                + "{broken\n"
                + flow.replace("\"001\"", "\"002\"")
                + flow.replace("\"001\"", "\"003\""));
    Run run = Run.of("evaluate", gold, folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).anyMatch(line -> line.matches("all +1 +3  1\\.000 .*"));
    assertThat(run.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("bykz: 2 of 3 texts could not be read:"),
            line -> assertThat(line).contains("002.txt is in French"),
            line -> assertThat(line).contains("There is no text of 003 in "),
            line -> assertThat(line).contains("gold.jsonl, line 2, was left out: it is no JSON"));
  }

  @Test
  void saysThatTheGoldIsOfAnotherText() throws Exception {
    write("001.txt", " " + TEXT);
    Run run = Run.of("evaluate", write("gold.jsonl", FLOW.formatted("butter")), folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the first at 0-44 of 001").hasLineCount(1);
    assertThat(run.out()).contains("all ");
  }

  @Test
  void refusesWrongUsage() throws Exception {
    Path gold = write("gold.jsonl", FLOW.formatted("butter"));
    Run.of("evaluate", gold).assertRefused(2, "TEXT_DIR");
    Run.of("evaluate", gold, folder.resolve("nowhere")).assertRefused(1, "There is no folder");
    Run.of("evaluate", folder.resolve("no.jsonl"), folder).assertRefused(1, "no such file");
    Run.of("evaluate", write("empty.jsonl", ""), folder).assertRefused(1, "holds no claim");
    List<Object> xml = List.of("evaluate", "--format", "xml", gold, folder);
    Run.of(xml.toArray()).assertRefused(2, "'xml'");
  }

  /**
   * What ontology/quality.ttl says of this version holds; where it does not, the reading changed so
   * much that the file is to be made anew by the command that its head names.
   */
  @Test
  void publishesFiguresThatStillHold() throws Exception {
    Run run =
        Run.of(
            "evaluate",
            "--format",
            "turtle",
            ARTICLES.resolve("held-out.gold.jsonl"),
            ARTICLES.resolve("held-out"));
    assertThat(run.code()).isZero();
    Map<String, Double> now = values(run.out());
    Map<String, Double> published = values(Files.readString(Path.of("ontology/quality.ttl")));
    assertThat(published.keySet()).isEqualTo(now.keySet());
    published.forEach(
        (measurement, value) ->
            assertThat(now.get(measurement)).as(measurement).isCloseTo(value, within(0.25)));
    assertThat(now.get("all-precision")).isCloseTo(published.get("all-precision"), within(0.05));
    assertThat(now.get("all-recall")).isCloseTo(published.get("all-recall"), within(0.05));
  }

  private static Map<String, Double> values(String turtle) {
    Map<String, Double> values = new TreeMap<>();
    Pattern.compile("(?s)<id/measurement/([a-z-]+)>[^<]*<id/metric[^<]*?dqv:value ([0-9.]+) ;")
        .matcher(turtle)
        .results()
        .forEach(each -> values.put(each.group(1), Double.valueOf(each.group(2))));
    assertThat(values).isNotEmpty();
    return values;
  }

  @Test
  void writesMeasurementsThatConformToTheShapes() throws Exception {
    Run run = Run.of("evaluate", "--format", "turtle", GOLD, CORPUS);
    Path file = write("quality.ttl", run.out());
    Path metrics = Path.of("ontology/vocabularies/metrics.ttl");
    assertThat(Run.of("validate", file, metrics).lines())
        .noneMatch(line -> line.startsWith("violation"));
    assertThat(run.out()).contains("Measured on 5 texts (000, 001, 002, 003, 004), beside ");
  }
}
