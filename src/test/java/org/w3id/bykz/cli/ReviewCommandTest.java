package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the list of what needs a look to corrections and back. */
class ReviewCommandTest {

  private static final Path CORPUS = Path.of("corpus");

  @TempDir private static Path folder;
  private static Path store;
  private static List<Map<String, String>> listed;

  @BeforeAll
  static void publishAndList() throws IOException {
    store = folder.resolve("store");
    assertThat(Run.of("publish", "--corpus", CORPUS, "--store", store).code()).isZero();
    listed = list(store);
  }

  private static List<Map<String, String>> list(Path store, Object... more) throws IOException {
    Run run =
        Run.of(
            Stream.concat(Stream.of("review", "--format", "csv", "--store", store), Stream.of(more))
                .toArray());
    assertThat(run.err()).isEmpty();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(run.out()), format)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }

  /** The rows whose quote has these words, filled in by pairs of column and cell. */
  private static Path filled(String name, char delimiter, String... wordsAndCells)
      throws IOException {
    List<String> header = List.copyOf(listed.get(0).keySet());
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    StringBuilder out = new StringBuilder(format.format(header.toArray())).append("\n");
    for (Map<String, String> row : listed) {
      Map<String, String> cells = new TreeMap<>(row);
      // As spreadsheets do.
      cells.put("source", row.get("source").replaceFirst("^0+(?=.)", ""));
      for (String line : wordsAndCells) {
        String[] parts = line.split("\\|", -1);
        if (row.get("quote").contains(parts[0]) && row.get("roles").contains(parts[1])) {
          cells.put("decision", parts[2]);
          cells.put("role", parts[3]);
          cells.put("value", parts[4]);
          cells.put("reason", "Read again.");
          cells.put("author", "Anna K.");
        }
      }
      List<String> values = new ArrayList<>();
      header.forEach(column -> values.add(cells.get(column)));
      out.append(format.format(values.toArray())).append("\n");
    }
    return Files.writeString(folder.resolve(name), "\uFEFF" + out);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void listsWhatIsLeastSureAndWhatIsUnlinked() {
    assertThat(listed)
        .anyMatch(
            row -> row.get("why").equals("low confidence") && row.get("confidence").equals("0.72"))
        .anyMatch(
            row ->
                row.get("why").equals("unlinked name")
                    && row.get("thing").endsWith("/ministerium-fuer-industrie-und-handel"));
    assertThat(Run.of("review", "--store", store).out())
        .contains("low confidence 0.72  003-7c69f7b3db  office\n")
        .contains("officeOf=region/BY-HR");
    assertThat(Run.of("review", "--store", store, "--limit", 1).err()).contains("first 1");
  }

  @Test
  void listsWhatAReleaseHasNot() throws IOException {
    Path releases = folder.resolve("releases");
    assertThat(Run.of("export", "--store", store, releases).code()).isZero();
    assertThat(list(store, "--since", releases)).hasSameSizeAs(listed);
    Path more = folder.resolve("more");
    Run.of(
        "publish", "--corpus", CORPUS, "--curation", "ontology/examples/curation", "--store", more);
    assertThat(list(more, "--since", releases))
        .anyMatch(
            row -> row.get("why").equals("new") && row.get("quote").startsWith("Only milk is"));
    Run.of("review", "--store", store, "--since", folder.resolve("nowhere"))
        .assertRefused(2, "nowhere");
  }

  @Test
  void makesCorrectionsOfFilledRowsThatAreThenPublished() throws IOException {
    Path table =
        filled(
            "review.csv",
            ';',
            "the ambassador said||correct|officeOf|Kazakhstan",
            "Vladimir Kravtsov, the chairman|governor|Confirm||",
            "These are mainly|dairy|reject||",
            "focused on|tillage|correct|modality|planned",
            "almost 90%||correct|bound|",
            "Ministerium für Industrie||link||Industrieministerium von Belarus");
    Path curation = folder.resolve("corrections");
    Run run = Run.of("review", "--apply", table, "--curation", curation);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("6 of " + listed.size() + " rows are corrections");
    Map<String, String> made = contents(curation);
    assertThat(made).hasSize(6);
    Run.of("review", "--apply", table, "--curation", curation);
    assertThat(contents(curation)).isEqualTo(made);

    Object[] shapes = {"--shapes", "ontology/curation-shapes.ttl"};
    Run valid =
        Run.of(
            Stream.concat(
                    Stream.concat(
                        Stream.of("validate"), made.keySet().stream().map(curation::resolve)),
                    Stream.of(shapes))
                .toArray());
    assertThat(valid.code()).as(valid.out()).isZero();

    Path corrected = folder.resolve("corrected");
    Run published =
        Run.of("publish", "--corpus", CORPUS, "--curation", curation, "--store", corrected);
    assertThat(published.code()).as(published.err()).isZero();
    assertThat(Run.of("ask", "offices-held", "--of", "KZ", "--store", corrected).out())
        .contains("Ergali Bulegenov");
    assertThat(Run.of("ask", "corrections", "--store", corrected).out())
        .contains("Anna K.", "Read again.");
    assertThat(list(corrected)).hasSize(listed.size() - 6);
    assertThat(extracted(curation)).isEqualTo(extracted(curation)).contains("/id/curator/anna-k>");
  }

  private static String extracted(Path curation) {
    return Run.of("extract", "--format", "nquads", "--curation", curation, CORPUS).out();
  }

  @Test
  void namesRowsThatItDoesNotUnderstandAndDoesTheRest() throws IOException {
    Path table =
        filled(
            "bad.csv",
            ',',
            "the ambassador said||perhaps||",
            "Vladimir Kravtsov, the chairman|governor|correct|price|3",
            "These are mainly|dairy|correct|importer|Atlantis",
            "These are mainly|=product/meat|link||country/KZ",
            "focused on|tillage|reject||",
            "Ministerium für Industrie||reject||");
    Path curation = folder.resolve("few");
    Run run = Run.of("review", "--apply", table, "--curation", curation);
    assertThat(run.code()).isEqualTo(1);
    assertThat(contents(curation)).hasSize(1);
    assertThat(run.err().lines())
        .hasSize(5)
        .allMatch(line -> line.matches("bykz: .*bad.csv, line \\d+: .*"))
        .anyMatch(line -> line.contains("\"perhaps\" is no decision; write one of confirm, "))
        .anyMatch(line -> line.contains("has no role price; it has person, "))
        .anyMatch(line -> line.contains("no vocabulary has \"Atlantis\""))
        .anyMatch(line -> line.contains("it is no row of a name"))
        .anyMatch(line -> line.contains("it is a row of a name"));
  }

  @Test
  void refusesWhatIsNoTableOfItsOwn() throws IOException {
    Run.of("review", "--apply", "x.csv").assertRefused(2, "--curation DIR");
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Run.of("review", "--apply", other, "--curation", folder.resolve("none"))
        .assertRefused(1, "keep its first row");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', (byte) 0xE4});
    Run.of("review", "--apply", latin, "--curation", folder.resolve("none"))
        .assertRefused(1, "UTF-8");
  }
}
