package org.w3id.bykz.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.ScannerWords;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.ScannerWordsReader;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.SentenceSplitter;

/**
 * One test a case of {@code claim/cases}: a text, and all the claims that are read from it; and one
 * for each way of saying something in {@code claim/ways}.
 */
class ClaimCasesTest {

  private static final Path CASES = Path.of("src/test/resources/org/w3id/bykz/claim/cases");
  private static final Path WAYS = Path.of("src/test/resources/org/w3id/bykz/claim/ways");
  private static final SentenceSplitter SPLITTER = new SentenceSplitter();
  private static final Map<Language, ClaimExtractor> EXTRACTORS = extractors();

  private static Map<Language, ClaimExtractor> extractors() {
    try {
      OntologyFiles ontology = OntologyFiles.ofFolder(Path.of("ontology"));
      List<Concept> concepts = VocabularyReader.read(ontology);
      ScannerWords words = ScannerWords.of(ScannerWordsReader.read(ontology));
      return Stream.of(Language.EN, Language.DE, Language.RU)
          .collect(
              Collectors.toMap(
                  language -> language,
                  language -> new ClaimExtractor(new Lexicon(language, concepts), words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicContainer> readsTheseClaims() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream().map(file -> tests(file, ClaimCase.read(file)));
    }
  }

  /** Each way of saying it, with parties and goods of several kinds. */
  @TestFactory
  Stream<DynamicContainer> readsTheseWaysOfSaying() throws IOException {
    try (Stream<Path> files = Files.list(WAYS)) {
      return files.sorted().toList().stream().map(file -> tests(file, ClaimCase.ways(file)));
    }
  }

  private static DynamicContainer tests(Path file, List<ClaimCase> cases) {
    return dynamicContainer(
        file.getFileName().toString(),
        cases.stream().map(c -> dynamicTest(c.name(), () -> check(c))));
  }

  private static void check(ClaimCase expected) {
    List<Claim> claims = read(expected.document());
    List<String> found = claims.stream().map(ClaimCase::show).sorted().toList();
    assertThat(found).as(expected.document().text()).isEqualTo(expected.expected(found));
    String text = expected.document().text();
    assertThat(claims).allSatisfy(c -> assertThat(c.span().in(text)).isEqualTo(c.quote()));
    List<SentenceReading> readings = explained(expected.document());
    assertThat(readings.stream().flatMap(r -> r.claims().stream()).map(Grounds::claim))
        .containsExactlyElementsOf(claims);
    assertThat(readings.stream().flatMap(ClaimCasesTest::quotes))
        .allSatisfy(quote -> assertThat(quote.span().in(text)).isEqualTo(quote.text()));
  }

  private static List<Claim> read(Document document) {
    return EXTRACTORS.get(document.language()).extract(document, SPLITTER.split(document));
  }

  /** The same, read with an account of what claims rest on. */
  private static List<SentenceReading> explained(Document document) {
    return EXTRACTORS.get(document.language()).explain(document, SPLITTER.split(document));
  }

  private static Stream<Quote> quotes(SentenceReading reading) {
    Stream<Quote> grounds =
        reading.claims().stream()
            .flatMap(
                each ->
                    Stream.concat(
                        Stream.concat(each.cue().stream(), each.speaker().stream()),
                        each.fillings().stream()
                            .flatMap(
                                f -> Stream.concat(f.quote().stream(), f.earlier().stream()))));
    Stream<Quote> seen =
        Stream.concat(
            reading.cues().stream().map(SentenceReading.Cue::quote),
            reading.named().stream().map(SentenceReading.Naming::quote));
    return Stream.concat(Stream.of(reading.sentence()), Stream.concat(grounds, seen));
  }
}
