package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections of a reader, from their files to the graph, by the commands that people give. */
class CurationTest {

  private static final Path CORPUS = Path.of("corpus");
  private static final Path EXAMPLES = Path.of("ontology/examples/curation");
  private static final String REJECTION =
      """
      @base <https://w3id.org/bykz/> .
      @prefix bykz: <https://w3id.org/bykz/ontology#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix oa: <http://www.w3.org/ns/oa#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <id/curator/anna> rdfs:label "Anna" .
      <id/correction/no-cotton> a bykz:Rejection ;
        bykz:like [ a bykz:TradeFlowClaim ; prov:wasDerivedFrom <id/source/003> ; oa:exact "cotton fiber" ] ;
        prov:wasAssociatedWith <id/curator/anna> ; bykz:reason "It is no more."@en .
      """;

  @TempDir private Path folder;
  private Path corpus;
  private Path corrections;

  @BeforeEach
  void copyTheFiveTexts() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, corpus.resolve(file.getFileName()));
      }
    }
    corrections = Files.createDirectory(corpus.resolve("curation"));
  }

  private static String quads(Object... more) {
    Run run =
        Run.of(
            Stream.concat(Stream.of("extract", "--format", "nquads"), Stream.of(more)).toArray());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  @Test
  void publishesTheFiveTextsAsAReaderCorrectedThem() {
    Path store = folder.resolve("store");
    Run run = Run.of("publish", "--corpus", CORPUS, "--curation", EXAMPLES, "--store", store);
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("remark: A source should"));
    assertThat(run.code()).isZero();
    assertThat(Run.of("ask", "production-told", "--store", store).out()).contains("1200000");
    assertThat(Run.of("ask", "claims", "--product", "food-and-agriculture", "--store", store).out())
        .doesNotContain("China");
    assertThat(Run.of("ask", "unlinked-names", "--store", store).out())
        .doesNotContain("Ministerium");
  }

  @Test
  void findsTheFolderBesideTheTexts() throws IOException {
    Files.writeString(corrections.resolve("anna.ttl"), REJECTION);
    assertThat(Run.of("extract", corpus).out()).doesNotContain("cotton fiber");
    assertThat(Run.of("extract", corpus.resolve("003_0732d7178afb622a.txt")).out())
        .doesNotContain("cotton fiber");
    assertThat(quads(corpus)).contains("/id/correction/no-cotton>").contains("\"Anna\"");
  }

  @Test
  void givesTheSameBytesByAnyNumberOfThreads() {
    String one = quads("--threads", 1, "--curation", EXAMPLES, CORPUS);
    assertThat(quads("--threads", 4, "--curation", EXAMPLES, CORPUS)).isEqualTo(one);
  }

  @Test
  void isUndoneByTakingTheFileOut() throws IOException {
    String before = quads(corpus);
    Path file = Files.copy(EXAMPLES.resolve("five-sources.ttl"), corrections.resolve("five.ttl"));
    assertThat(quads(corpus)).isNotEqualTo(before);
    Files.delete(file);
    assertThat(quads(corpus)).isEqualTo(before);
  }

  @Test
  void readsNoTableOfCorrectionsAsATableOfTexts() throws IOException {
    Files.writeString(corrections.resolve("review.csv"), "text\nBelarus exports milk.\n");
    assertThat(quads(corpus)).doesNotContain("/id/source/review");
  }

  @Test
  void namesACorrectionThatFitsNothingAndDoesTheRest() throws IOException {
    Path file =
        Files.writeString(
            corrections.resolve("anna.ttl"),
            REJECTION
                + """
                <id/correction/tea> a bykz:Rejection ;
                  bykz:like [ prov:wasDerivedFrom <id/source/003> ; oa:exact "tea" ] ;
                  prov:wasAssociatedWith <id/curator/anna> ; bykz:reason "No tea."@en .
                <id/correction/elsewhere> a bykz:Rejection ;
                  bykz:corrects <id/claim/777-0123456789> ;
                  prov:wasAssociatedWith <id/curator/anna> ; bykz:reason "No such text."@en .
                <id/correction/nobody> a bykz:Merger ;
                  bykz:corrects <id/person/nobody> ; bykz:instead <id/person/anybody> ;
                  prov:wasAssociatedWith <id/curator/anna> ; bykz:reason "No such person."@en .
                <id/person/anybody> rdfs:label "Anybody"@en .
                """);
    Run run = Run.of("extract", corpus);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isNotEmpty().doesNotContain("cotton fiber");
    String start = "bykz: " + file + ": the correction https://w3id.org/bykz/id/correction/";
    assertThat(run.err().lines())
        .containsExactly(
            start + "tea quotes words that do not stand in source 003: tea",
            start + "elsewhere fits nothing, as there is no source 777; correct it or take it out",
            start
                + "nobody fits nothing, as there is no claim of"
                + " https://w3id.org/bykz/id/person/nobody; correct it or take it out");
    Run one = Run.of("extract", corpus.resolve("000_052849d443bef8ab.txt"));
    assertThat(one.err()).isEmpty();
    assertThat(one.code()).isZero();
  }

  @Test
  void refusesWhatIsNoFolderOfCorrections() throws IOException {
    Run.of("extract", "--curation", folder.resolve("nowhere"), corpus)
        .assertRefused(1, "There is no folder " + folder.resolve("nowhere"));
    Files.writeString(corrections.resolve("anna.ttl"), "<id/correction/x> a ");
    Run.of("extract", corpus).assertRefused(1, "anna.ttl as Turtle");
    Files.writeString(
        corrections.resolve("anna.ttl"), REJECTION.replace("bykz:reason", "rdfs:comment"));
    Run.of("extract", corpus).assertRefused(1, "lacks its reason");
    Run.of("extract", "--explain", "--curation", EXAMPLES, corpus).assertRefused(2, "--curation");
    Run.of("publish", "--curation", EXAMPLES, "some.nq").assertRefused(2, "--corpus DIR");
  }

  /** Two men of one name, whom another text spells in another script. */
  @Test
  void whatIsSplitNoRuleJoinsAndWhatIsMergedIsOneWhileAnySourceTellsOfIt() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    String met = "Yuri Karaev met with Kumar Aksakalov in Grodno on %s.\n";
    Path one = Files.writeString(texts.resolve("one.txt"), met.formatted("14 May 2024"));
    Path two = Files.writeString(texts.resolve("two.txt"), met.formatted("3 June 2024"));
    Path russian =
        Files.writeString(
            texts.resolve("ru.txt"), "Юрий Караев встретился с Кумаром Аксакаловым в Гродно.\n");
    Path store = folder.resolve("store");
    publish(store, one, two, russian);
    assertThat(joined(store)).contains("person/yuri-karaev person/yuriy-karaev");

    String curator = "; bykz:reason \"So it is.\"@en ; prov:wasAssociatedWith <id/curator/anna> .";
    correct(
        """
        <id/correction/other> a bykz:Split ; bykz:corrects <id/person/yuri-karaev> ; bykz:instead <id/person/second-karaev> ;
          bykz:inClaim [ a bykz:EventClaim ; prov:wasDerivedFrom <id/source/two> ; oa:exact "met with" ]
        """
            + curator
            + " <id/person/second-karaev> rdfs:label \"Yuri Karaev\"@en .");
    publish(store, two);
    assertThat(joined(store)).noneMatch(pair -> pair.contains("kara"));
    Files.delete(corrections.resolve("a.ttl"));
    publish(store, two);
    assertThat(joined(store)).contains("person/yuri-karaev person/yuriy-karaev");

    // The first text was read before the merger, and keeps the former name.
    correct(
        "<id/correction/one> a bykz:Merger ; bykz:corrects <id/person/kumar-aksakalov> ;"
            + " bykz:instead <id/person/k-aksakalov> "
            + curator
            + " <id/person/k-aksakalov> rdfs:label \"K. Aksakalov\"@en .");
    publish(store, two);
    assertThat(joined(store)).contains("person/kumar-aksakalov person/k-aksakalov");
    Files.delete(corrections.resolve("a.ttl"));
    publish(store, two);
    assertThat(joined(store)).noneMatch(pair -> pair.contains("person/k-aksakalov"));
  }

  private void correct(String correction) throws IOException {
    String prefixes = REJECTION.substring(0, REJECTION.indexOf("<id/correction"));
    Files.writeString(corrections.resolve("a.ttl"), prefixes + correction);
  }

  private void publish(Path store, Path... texts) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("read.nq"),
            quads(Stream.concat(Stream.of("--curation", corrections), Stream.of(texts)).toArray()));
    Run run = Run.of("publish", "--store", store, file);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** The pairs of persons and so on that are one, by their keys. */
  private static List<String> joined(Path store) {
    Run run = Run.of("ask", "same-things", "--store", store, "--format", "csv");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out()
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("https://w3id.org/bykz/id/([^,]*)", "$1").split(","))
        .map(cells -> cells[0] + " " + cells[2])
        .toList();
  }
}
