package org.w3id.bykz.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.SourceFile;
import org.w3id.bykz.Version;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.rdf.QuadWriter;

/** The job in local mode, beside the run of one machine on the same files. */
class ExtractionJobTest {

  private static final int ROWS = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static Jobs jobs;

  @TempDir private Path folder;

  /** What one machine makes of files: sorted quads, sorted claims, and the reasons for the rest. */
  private record Local(List<String> quads, List<String> claims, List<String> reasons) {

    static Local of(Path... files) throws Exception {
      ByteArrayOutputStream quads = new ByteArrayOutputStream();
      ByteArrayOutputStream claims = new ByteArrayOutputStream();
      BatchExtractor.Outcome outcome;
      try (QuadWriter nquads = QuadWriter.of(quads, Version.CURRENT);
          ClaimLines lines = new ClaimLines(claims);
          Articles articles = SourceFile.articles(Corpus.of(List.of(files)).files())) {
        outcome =
            BatchExtractor.extract(
                articles,
                1,
                Pipeline.bundled()::read,
                each -> {
                  each.writeTo(nquads);
                  each.writeTo(lines);
                });
      }
      return new Local(
          sorted(quads.toString(UTF_8).lines()),
          sorted(claims.toString(UTF_8).lines().map(ExtractionJobTest::fields)),
          sorted(outcome.refusals().stream().map(each -> each.why().getMessage())));
    }
  }

  @BeforeAll
  static void startProcess() throws IOException {
    jobs = Jobs.start();
  }

  @AfterAll
  static void endProcess() {
    jobs.close();
  }

  @Test
  void givesTheQuadsAndClaimsOfOneMachineWhateverIsAmongTheFiles() throws Exception {
    Path given = corpus("given");
    rows(given.resolve("large.jsonl"), ROWS);
    Files.writeString(
        given.resolve("poisoned.jsonl"),
        String.join(
            "\n",
            row(1),
            "{\"id\": \"broken",
            row(2),
            row(1),
            "{\"id\": \"5\", \"text\": \"\"}",
            "{\"id\": \"6\", \"text\": \"Минск\", \"date\": \"yesterday\"}",
            row(7)));
    Files.writeString(
        given.resolve("table.csv"), "id,title,text\n1,Lida,%s\n2,,\n".formatted(text(3)));
    Files.write(given.resolve("half.jsonl.gz"), half(packed(ROWS)));
    Files.write(given.resolve("crawl.warc"), half(archive()));
    Files.writeString(given.resolve("empty.txt"), "");
    Path output = folder.resolve("output");

    Jobs.Ended ended = jobs.run("--part", 8, "--output", output, given);

    Local local = Local.of(given);
    assertThat(ended.code()).as("%s", ended.lines()).isZero();
    assertThat(quads(output)).isEqualTo(local.quads());
    assertThat(claims(output)).isEqualTo(local.claims());
    assertThat(reasons(output)).isEqualTo(local.reasons()).hasSize(8);
    assertThat(Files.readString(output.resolve("quarantine.jsonl")))
        .contains("\"position\":\"line 2\"");
  }

  @Test
  void readsRowsOfParquetAsThoseOfOtherTables() throws Exception {
    Path lines = Files.createDirectory(folder.resolve("lines")).resolve("news.jsonl");
    Files.write(lines, List.of(row(1), row(2), row(1), "{\"id\": \"4\"}", row(5)));
    Path table = Files.createDirectory(folder.resolve("table")).resolve("news.parquet");
    jobs.writeTable(lines, table);
    Files.write(table.resolveSibling("half.parquet"), half(Files.readAllBytes(table)));
    Path output = folder.resolve("output");

    assertThat(jobs.run("--output", output, table.getParent()).code()).isZero();

    Local local = Local.of(lines);
    assertThat(quads(output)).isEqualTo(local.quads());
    assertThat(claims(output)).isEqualTo(local.claims());
    assertThat(reasons(output)).hasSize(3);
    assertThat(reasons(output).get(0)).contains("news.parquet, row 3 has the id of an earlier row");
    assertThat(reasons(output).get(1)).contains("news.parquet, row 4 has no text");
    assertThat(reasons(output).get(2)).contains("half.parquet: it is no whole Parquet file");
  }

  @Test
  void doesOnlyWhatIsMissingOrNoLongerTheSame() throws Exception {
    Path given = Files.createDirectory(folder.resolve("given"));
    Path large = given.resolve("large.jsonl");
    rows(large, ROWS);
    Files.writeString(given.resolve("small.txt"), text(1));
    Path output = folder.resolve("output");
    Object[] job = {"--part", 10, "--output", output, given};
    assertThat(jobs.run(job).lines()).last(STRING).endsWith("0 of 5 parts were done before.");
    List<String> whole = written(output);

    Path marker = files(output.resolve("parts")).get(0);
    String part = marker.getFileName().toString().replaceFirst("\\..*", "");
    Files.delete(output.resolve("parts").resolve(part + ".json"));
    Files.writeString(output.resolve("quads").resolve(part + ".nq.gz"), "half of it");
    Files.writeString(output.resolve("quads").resolve(".1." + part + ".nq.gz"), "a draft");
    assertThat(jobs.run(job).lines()).last(STRING).endsWith("4 of 5 parts were done before.");
    assertThat(written(output)).isEqualTo(whole);

    FileTime then = Files.getLastModifiedTime(large);
    Files.writeString(large, Files.readString(large).replace("exported 107", "exported 701"));
    Files.setLastModifiedTime(large, then);
    Files.setLastModifiedTime(given.resolve("small.txt"), FileTime.fromMillis(0));
    assertThat(jobs.run(job).lines()).last(STRING).endsWith("1 of 5 parts were done before.");
    assertThat(quads(output)).isEqualTo(Local.of(given).quads());
    assertThat(files(output.resolve("quads"))).hasSize(5);
  }

  @Test
  void namesFilesOfOneIdAndFailsWhereThatIsAsked() throws Exception {
    Path given = Files.createDirectory(folder.resolve("given"));
    Files.writeString(given.resolve("1_a.txt"), text(1));
    Files.writeString(given.resolve("1_b.txt"), text(2));
    Path output = folder.resolve("output");

    Jobs.Ended ended = jobs.run("--strict", "--output", output, given);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.lines()).last(STRING).endsWith("quarantine.jsonl names what was not read");
    assertThat(quads(output)).isEqualTo(Local.of(given.resolve("1_a.txt")).quads());
    assertThat(reasons(output)).hasSize(1);
    assertThat(reasons(output).get(0)).contains("1_b.txt has the same id 1").contains("1_a.txt");
  }

  @Test
  void refusesWhatCannotBeMeantInOneSentence() throws Exception {
    Path given = Files.createDirectory(folder.resolve("given"));
    Files.writeString(given.resolve("1.txt"), text(1));
    assertThat(jobs.run("--output", given.resolve("out"), given))
        .isEqualTo(
            new Jobs.Ended(
                2,
                List.of(
                    "bykz: --output is %s/out, within %s, which is read; name another folder; see --help"
                        .formatted(given, given))));
    assertThat(jobs.run("--output", folder.resolve("out"), given.resolve("2.txt")))
        .isEqualTo(
            new Jobs.Ended(
                1, List.of("bykz: There is no file %s/2.txt; check the path".formatted(given))));
    assertThat(jobs.run("--output", folder.resolve("out"), "--part", 0, given).code()).isEqualTo(2);
  }

  /** All files of an output with what they hold. */
  private static List<String> written(Path output) throws IOException {
    List<String> written = new ArrayList<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        written.add(output.relativize(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return written;
  }

  private static String text(int number) {
    return "In 2019 the plant in Lida exported %d tractors to Kazakhstan.".formatted(100 + number);
  }

  private static String row(int number) {
    return "{\"id\": \"%d\", \"date\": \"2020-01-%02d\", \"publisher\": \"BelTA\", \"text\": \"%s\"}"
        .formatted(number, number % 28 + 1, text(number));
  }

  private static void rows(Path file, int number) throws IOException {
    Files.write(file, IntStream.range(0, number).mapToObj(ExtractionJobTest::row).toList());
  }

  private static byte[] packed(int number) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < number; i++) {
        gzip.write((row(i) + "\n").getBytes(UTF_8));
        gzip.flush();
      }
    }
    return packed.toByteArray();
  }

  private static byte[] archive() {
    StringBuilder archive = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String page = "<html><body><p>%s</p></body></html>".formatted(text(i));
      String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
      archive.append(
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://lida.example/%d\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:a%d>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
              .formatted(i, i, http.length(), http));
    }
    return archive.toString().getBytes(UTF_8);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** The texts that come with the program, in a folder of their own. */
  private Path corpus(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(Path.of("corpus"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static List<String> sorted(Stream<String> lines) {
    return lines.sorted().toList();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static List<String> quads(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path shard : files(output.resolve("quads"))) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(Files.newInputStream(shard)), UTF_8))) {
        reader.lines().forEach(lines::add);
      }
    }
    return sorted(lines.stream());
  }

  private static List<String> reasons(Path output) throws IOException {
    return sorted(
        Files.readAllLines(output.resolve("quarantine.jsonl")).stream()
            .map(line -> line.replaceFirst(".*\"reason\":\"(.*)\"}", "$1"))
            .map(reason -> reason.replace("\\\"", "\"").replace("file:/", "/")));
  }

  /** A claim in JSON, with what fills each role as a list. */
  private static String fields(String line) {
    try {
      JsonNode claim = JSON.readTree(line);
      Map<String, List<String>> roles = new TreeMap<>();
      claim
          .get("roles")
          .properties()
          .forEach(
              role ->
                  roles.put(
                      role.getKey(),
                      role.getValue().isArray()
                          ? role.getValue().valueStream().map(JsonNode::asText).toList()
                          : List.of(role.getValue().asText())));
      return Stream.of(
              claim.get("doc").asText(),
              claim.get("frame").asText(),
              roles,
              claim.get("modality").asText(),
              claim.get("polarity").asText(),
              claim.get("attributed_to").asText(),
              claim.get("quote").asText().replace("\n", "\\n"),
              claim.get("start").asInt(),
              claim.get("end").asInt(),
              claim.get("confidence").asDouble())
          .map(Object::toString)
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> claims(Path output) throws IOException {
    return sorted(jobs.claims(output.resolve("claims")).stream());
  }
}
