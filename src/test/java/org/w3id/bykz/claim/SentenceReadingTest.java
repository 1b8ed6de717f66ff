package org.w3id.bykz.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.claim.SentenceReading.Filling;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.claim.SentenceReading.How;
import org.w3id.bykz.claim.SentenceReading.Why;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.ScannerWords;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.ScannerWordsReader;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.SentenceSplitter;
import org.w3id.bykz.text.Source;

/** What a claim says it rests on, and what a sentence without claims says it lacked. */
class SentenceReadingTest {

  private static ClaimExtractor extractor;

  @BeforeAll
  static void learn() throws IOException {
    OntologyFiles ontology = OntologyFiles.ofFolder(Path.of("ontology"));
    extractor =
        new ClaimExtractor(
            new Lexicon(Language.EN, VocabularyReader.read(ontology)),
            ScannerWords.of(ScannerWordsReader.read(ontology)));
  }

  private static List<SentenceReading> read(String text) {
    Source source = Source.of("001").issuedOn("2024-03-05");
    Document document = new Document(source, Language.EN, text);
    return extractor.explain(document, new SentenceSplitter().split(document));
  }

  private static List<Filling> fillings(String text, Frame frame, Role role) {
    return read(text).stream()
        .flatMap(reading -> reading.claims().stream())
        .filter(grounds -> grounds.claim().frame() == frame)
        .flatMap(grounds -> grounds.fillings().stream())
        .filter(filling -> filling.role() == role)
        .toList();
  }

  /** How a value came about and by which words, as in {@code NAMED Kazakhstan}. */
  private static List<String> how(String text, Frame frame, Role role) {
    return fillings(text, frame, role).stream()
        .map(f -> (f.how() + " " + f.quote().map(Quote::text).orElse("")).strip())
        .toList();
  }

  @Test
  void givesTheWordsOfEachRole() {
    String text = "The Grodno Region supplied 500 tons of butter to Kazakhstan in 2023.";
    assertThat(how(text, Frame.TRADE_FLOW, Role.EXPORTER)).containsExactly("NAMED Grodno Region");
    assertThat(how(text, Frame.TRADE_FLOW, Role.IMPORTER)).containsExactly("NAMED Kazakhstan");
    assertThat(how(text, Frame.TRADE_FLOW, Role.PRODUCT)).containsExactly("NAMED butter");
    assertThat(how(text, Frame.TRADE_FLOW, Role.QUANTITY)).containsExactly("TOLD 500 tons");
    assertThat(how(text, Frame.TRADE_FLOW, Role.UNIT)).containsExactly("TOLD 500 tons");
    assertThat(how(text, Frame.TRADE_FLOW, Role.PERIOD)).containsExactly("TOLD 2023");
  }

  @Test
  void givesTheWordsOfTheCue() {
    List<SentenceReading> readings = read("The Grodno Region sold butter to Kazakhstan.");
    Grounds grounds = readings.get(0).claims().get(0);
    assertThat(grounds.cue().map(Quote::text)).contains("sold");
    assertThat(grounds.claim().foundBy()).startsWith("cue/send");
  }

  @Test
  void countsOffsetsInCodePoints() {
    String text = "\ud83d\ude00 The Grodno Region supplies butter to Kazakhstan.";
    assertThat(fillings(text, Frame.TRADE_FLOW, Role.PRODUCT))
        .allSatisfy(f -> assertThat(f.quote().get().span().in(text)).isEqualTo("butter"));
    assertThat(read(text))
        .allSatisfy(
            reading ->
                assertThat(reading.sentence().span().in(text))
                    .isEqualTo(reading.sentence().text()));
  }

  @Test
  void tellsARegionByTheTownThatLiesInIt() {
    assertThat(how("Grodno supplies butter to Kazakhstan.", Frame.TRADE_FLOW, Role.EXPORTER))
        .containsExactly("LIES_IN Grodno");
  }

  @Test
  void tellsWhatAPronounPointsAt() {
    String text =
        "Kazakhstan wants to work with the Grodno Region. The region supplies butter to Kazakhstan.";
    List<Filling> exporters = fillings(text, Frame.TRADE_FLOW, Role.EXPORTER);
    assertThat(exporters).extracting(Filling::how).containsExactly(How.POINTED_AT);
    assertThat(exporters.get(0).quote().map(Quote::text)).contains("The region");
    assertThat(exporters.get(0).earlier().map(Quote::text)).contains("Grodno Region");
  }

  @Test
  void tellsWhereASideWasNamedBefore() {
    String text = "Trade with Kazakhstan is growing. The Grodno Region exports butter.";
    assertThat(how(text, Frame.TRADE_FLOW, Role.IMPORTER)).containsExactly("BEFORE Kazakhstan");
    assertThat(rules(text)).containsExactly("rule/other-side");
  }

  private static List<String> rules(String text) {
    return read(text).stream()
        .flatMap(reading -> reading.claims().stream())
        .flatMap(grounds -> grounds.rules().stream())
        .toList();
  }

  @Test
  void tellsADateThatTheDateOfTheTextResolves() {
    String text = "Last year the trade between Belarus and Kazakhstan amounted to $900 million.";
    assertThat(how(text, Frame.TRADE_VALUE, Role.PERIOD)).containsExactly("RESOLVED Last year");
    assertThat(how(text, Frame.TRADE_VALUE, Role.FLOW)).containsExactly("CUE trade");
  }

  @Test
  void tellsWhoSaysItByWhatWords() {
    String text =
        "The Grodno Region will supply butter to Kazakhstan, said Ivan Novik, director of a plant.";
    assertThat(read(text))
        .flatExtracting(SentenceReading::claims)
        .filteredOn(grounds -> grounds.claim().frame() == Frame.TRADE_FLOW)
        .extracting(grounds -> grounds.speaker().map(Quote::text))
        .containsExactly(Optional.of("Ivan Novik"));
  }

  @Test
  void saysWhichRoleACueLacked() {
    SentenceReading reading = read("The Grodno Region sold nothing more to Kazakhstan.").get(0);
    assertThat(reading.claims()).isEmpty();
    assertThat(reading.misses().get(0).frame()).isEqualTo(Frame.TRADE_FLOW);
    assertThat(reading.misses().get(0).why()).isEqualTo(Why.LACKING);
    assertThat(reading.misses().get(0).lacking()).containsExactly(Role.PRODUCT);
    assertThat(reading.misses().get(0).cue().quote().text()).isEqualTo("sold");
  }

  @Test
  void saysThatNoPartyIsOfBelarusOrKazakhstan() {
    assertThat(read("In 2023 Poland supplied butter to Germany.").get(0).misses())
        .filteredOn(miss -> miss.frame() == Frame.TRADE_FLOW)
        .extracting(SentenceReading.Miss::why)
        .containsExactly(Why.FOREIGN);
  }

  @Test
  void saysThatThereIsNoCue() {
    SentenceReading reading = read("The weather in Kazakhstan was fine.").get(0);
    assertThat(reading.read()).isTrue();
    assertThat(reading.misses()).isEmpty();
    assertThat(reading.cues()).isEmpty();
    assertThat(reading.named()).extracting(n -> n.quote().text()).containsExactly("Kazakhstan");
  }

  @Test
  void saysWhatWasNotRead() {
    List<SentenceReading> readings =
        read(
            "Trade grows\n\nMINSK, 5 March (BelTA) - The Grodno Region supplies butter to"
                + " Kazakhstan.\n\nSubscribe to our channel!\n");
    assertThat(readings).extracting(SentenceReading::read).contains(true, false);
    assertThat(readings)
        .filteredOn(reading -> !reading.read())
        .allSatisfy(reading -> assertThat(reading.claims()).isEmpty());
  }

  @Test
  void writesASentenceALine() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ReadingLines lines = new ReadingLines(out)) {
      for (SentenceReading reading :
          read("The region is fine. Minsk exports butter to Kazakhstan.")) {
        lines.write(reading);
      }
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"doc\":\"001\",\"zone\":"));
    assertThat(lines.get(1))
        .contains(
            "{\"role\":\"product\",\"value\":\"butter\",\"how\":\"named\",\"quote\":\"butter\"");
    assertThat(lines.get(0)).contains("\"claims\":[]");
  }
}
