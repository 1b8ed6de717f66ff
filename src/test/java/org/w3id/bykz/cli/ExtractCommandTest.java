package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  private static final String ENGLISH =
      """
      Trade of the regions
      On 5 March 2024 the Grodno Oblast signed a cooperation agreement with the Kostanay Region.
      In 2023 the trade between Grodno Oblast and Kazakhstan amounted to $22.4 million.
      """;
  private static final String GERMAN =
      "Im Jahr 2023 belief sich der Handel zwischen Belarus und Kasachstan auf 900 Millionen Dollar.\n";
  private static final String RUSSIAN =
      "Гродненская область поставляет в Казахстан молочную продукцию, сообщили сегодня в облисполкоме.\n";
  private static final String BELARUSIAN =
      "Гродзенская вобласць пастаўляе ў Казахстан малочную прадукцыю, паведамілі сёння ў аблвыканкаме.\n";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private void assertRefused(Path file, String sentence) {
    Run.of("extract", file).assertRefused(1, sentence);
    assertThat(Run.of("extract", file).err()).contains(file.toString());
    Run.of("extract", "--format", "nquads", file).assertRefused(1, sentence);
  }

  @Test
  void writesClaimsAsJsonLines() throws Exception {
    Run run = Run.of("extract", write("007_trade.txt", ENGLISH));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .allMatch(line -> line.startsWith("{\"doc\":\"007\",\"frame\":\"") && line.endsWith("}"))
        .anyMatch(
            line ->
                line.contains("\"frame\":\"trade-value\"") && line.contains("\"value\":22400000"));
  }

  @Test
  void writesClaimsAsNQuads() throws Exception {
    Run run = Run.of("extract", "--format", "nquads", write("007.txt", ENGLISH));
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" <https://w3id.org/bykz/graph/source/007> ."))
        .noneMatch(line -> line.contains("_:"));
  }

  @Test
  void givesTheSameForAnyNumberOfThreads() throws Exception {
    for (int i = 0; i < 40; i++) {
      write("%03d.txt".formatted(i), i % 3 == 0 ? GERMAN : ENGLISH);
    }
    Run one = Run.of("extract", "--threads", 1, folder);
    assertThat(one.err()).isEmpty();
    assertThat(Run.of("extract", "--threads", 3, folder)).isEqualTo(one);
    assertThat(one.lines().stream().map(line -> line.substring(8, 11)).distinct())
        .isEqualTo(IntStream.range(0, 40).mapToObj("%03d"::formatted).toList());
  }

  @Test
  void doesTheOthersAndNamesTheBad() throws Exception {
    write("001.txt", ENGLISH);
    Path empty = write("002.txt", "");
    write("003.txt", GERMAN);
    Path belarusian = write("004.txt", BELARUSIAN);
    Path nowhere = folder.resolve("005.txt");
    Run run = Run.of("extract", folder, nowhere);
    assertThat(run.lines()).anyMatch(line -> line.contains("\"doc\":\"001\""));
    assertThat(run.lines()).anyMatch(line -> line.contains("\"doc\":\"003\""));
    assertThat(run.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("bykz: 3 of 5 texts could not be read:"),
            line -> assertThat(line).startsWith("bykz: " + empty + " is empty"),
            line -> assertThat(line).startsWith("bykz: " + belarusian + " is in Belarusian"),
            line -> assertThat(line).startsWith("bykz: There is no file " + nowhere));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoText() throws Exception {
    assertRefused(folder.resolve("nowhere.txt"), "There is no file");
    assertRefused(write("empty.txt", ""), "is empty");
    assertRefused(write("blank.txt", " \n\t\n\u00a0\ufeff\n"), "nothing but white space");
    assertRefused(write("binary.txt", new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2}), "is no plain text");
    assertRefused(write("utf16.txt", ENGLISH.getBytes(StandardCharsets.UTF_16)), "is in UTF-16");
    assertRefused(
        write("cp1251.txt", RUSSIAN.getBytes(Charset.forName("windows-1251"))), "Windows-1251");
    assertRefused(write("latin1.txt", "Köln".getBytes(StandardCharsets.ISO_8859_1)), "not UTF-8");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws Exception {
    Path file = write("001.txt", ENGLISH);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(file), "who runs this may read everything");
    assertRefused(file, "may not be read");
  }

  @Test
  void refusesATextOfFiftyMegabytes() throws Exception {
    Path large = write("large.txt", ENGLISH.repeat(50_000_000 / ENGLISH.length()));
    assertThat(Files.size(large)).isGreaterThan(49_000_000);
    assertRefused(large, "is larger than 2 MB");
  }

  @Test
  void readsRussian() throws Exception {
    Run run = Run.of("extract", write("ru.txt", RUSSIAN));
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .singleElement()
        .asString()
        .contains("\"exporter\":\"BY-HR\",\"importer\":\"KZ\",\"product\":\"dairy-products\"");
  }

  @Test
  void refusesLanguagesThatAreNotReadYet() throws Exception {
    assertRefused(
        write("be.txt", BELARUSIAN),
        "is in Belarusian, which is not read yet; only English, German and Russian are");
    assertRefused(
        write(
            "kk.txt",
            "Қазақстан мен Беларусь арасындағы сауда көлемі биыл үш есе өсті, деп хабарлады министрлік.\n"),
        "is in Kazakh, which is not read yet");
    assertRefused(
        write(
            "fr.txt",
            "Le président de la région a signé un accord de coopération avec le ministre du commerce.\n"),
        "is in French, which is not read yet");
    assertRefused(write("none.txt", "12 34 56\n"), "is in a language that cannot be told");
  }

  @Test
  void refusesAFolderWithoutTextsAndANameTwice() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Run.of("extract", inside).assertRefused(1, "holds no *.txt, *.html,");
    Path text = write("001.txt", ENGLISH);
    Run.of("extract", text, text).assertRefused(1, "given twice");
    Path same = Files.writeString(inside.resolve("001_other.txt"), ENGLISH);
    Run.of("extract", text, same).assertRefused(1, "have the same id 001");
  }

  @Test
  void namesWhatTheCatalogueHasAndNobodyElse() throws Exception {
    write("001.txt", ENGLISH);
    write(
        "catalog.ttl",
        """
        @prefix bykz: <https://w3id.org/bykz/ontology#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        <a> a bykz:Source ; dcterms:identifier "002" ; dcat:distribution <b> .
        <b> dcat:downloadURL <002.txt> .
        """);
    Run run = Run.of("extract", folder);
    assertThat(run.lines()).isNotEmpty().allMatch(line -> line.contains("\"doc\":\"001\""));
    assertThat(run.err()).contains("describes 002.txt, which is not there");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void refusesABrokenCatalogue() throws Exception {
    Path text = write("001.txt", ENGLISH);
    Path broken = write("broken.ttl", "@prefix : <http://example.org/> .\n:a :b .\n");
    Run.of("extract", "--catalog", broken, text).assertRefused(1, "Cannot read " + broken);
    Run.of("extract", "--catalog", folder.resolve("no.ttl"), text).assertRefused(1, "no such file");
  }

  @Test
  void refusesWrongUsage() throws Exception {
    Path text = write("001.txt", ENGLISH);
    Run.of("extract").assertRefused(2, "Missing required parameter");
    Run.of("extract", "--format", "xml", text).assertRefused(2, "'xml'");
    Run.of("extract", "--threads", "0", text).assertRefused(2, "at least one");
    Run.of("extract", "--threads", "many", text).assertRefused(2, "'many'");
    Run.of("extract", "--thread", "2", text).assertRefused(2, "Unknown option");
  }

  @Test
  void datesATextByItsDatelineAlone() throws Exception {
    Path text =
        write(
            "001.txt",
            "MINSK, 29 August 2025 (BelTA) – " + ENGLISH.lines().skip(2).toList().get(0) + "\n");
    List<String> lines = Run.of("extract", "--format", "nquads", text).lines();
    assertThat(lines).anyMatch(line -> line.contains("/terms/issued> \"2025-08-29\"^^"));
    Path undated = write("002.txt", ENGLISH);
    assertThat(Run.of("extract", "--format", "nquads", undated).out())
        .doesNotContain("/terms/issued>");
  }

  @Test
  void readsStrangeTextsWithoutFault() throws Exception {
    List<String> strange =
        List.of(
            "\ufeff" + ENGLISH,
            ENGLISH.replace("\n", "\r\n"),
            "😀 " + ENGLISH.replace("Grodno", "Gro😀dno"),
            ENGLISH + "The very, ".repeat(20_000) + "long trade of Belarus and Kazakhstan.",
            ENGLISH + "a".repeat(500_000) + " and the trade of Belarus is in the text.",
            ENGLISH
                + "(".repeat(5_000)
                + " the trade of Belarus with Kazakhstan amounted to $1 million",
            "Belarus and Kazakhstan, ".repeat(1_000) + "signed an agreement with the Minsk Region.",
            "The trade of Belarus with Kazakhstan \u202eamounted to $1 million\u202c in 2023.");
    for (int i = 0; i < strange.size(); i++) {
      write("%03d.txt".formatted(i), strange.get(i));
    }
    Run run = Run.of("extract", folder);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void explainsWhatClaimsRestOnAndWhatWasMissing() throws Exception {
    Path text =
        write(
            "001.txt",
            "The Grodno Region sold butter to Kazakhstan. In 2023 the region sold it zorbs.\n");
    Run run = Run.of("extract", "--explain", text);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains("001  \"The Grodno Region sold butter to Kazakhstan.\" 0-44")
        .contains("  trade-flow  fact, confidence 0.90")
        .contains("    cue         cue/send  <- \"sold\" 18-22")
        .contains("    product     butter  <- \"butter\" 23-29  named")
        .contains("  no claim: trade-flow, by \"sold\" 64-68: nothing fills product");
    assertThat(Run.of("extract", "--explain", "--format", "jsonl", text).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"doc\":\"001\",\"zone\":\""));
  }

  @Test
  void saysWhichSentencesGaveNothing() throws Exception {
    write("001.txt", "The Grodno Region sold butter to Kazakhstan. The weather was fine.\n");
    write("002.txt", "The weather in Minsk was fine and it will be fine next week, too.\n");
    Run run = Run.of("extract", "--coverage", folder);
    assertThat(run.lines())
        .containsExactly(
            "001  1 of 2 sentences gave claims; these did not:",
            "  \"The weather was fine.\" 45-66",
            "    no cue",
            "002  0 of 1 sentences gave claims; these did not:",
            "  \"The weather in Minsk was fine and it will be fine next week, too.\" 0-65",
            "    no cue",
            "2 texts: 1 of 3 sentences gave claims.");
    assertThat(run.code()).isZero();
    assertThat(Run.of("extract", "--coverage", "--format", "jsonl", folder).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"doc\":\"001\",\"sentences\":2,\"with_claims\":1,\"silent\":[{\"quote\":");
  }

  @Test
  void refusesTwoReportsAndAReportAsAGraph() throws Exception {
    Path text = write("001.txt", ENGLISH);
    Run.of("extract", "--explain", "--coverage", text).assertRefused(2, "ask for one");
    Run.of("extract", "--explain", "--format", "nquads", text).assertRefused(2, "no graph");
    Run.of("extract", "--coverage", "--format", "nquads", text).assertRefused(2, "no graph");
  }
}
