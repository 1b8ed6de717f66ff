package org.w3id.bykz.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.evaluate.Evaluation.Row;
import org.w3id.bykz.evaluate.Evaluation.Scope;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Language;

/**
 * The figures of a small world that has every case of the definition: lists taken apart, sets,
 * tolerance, names in other spellings and scripts, former codes, turnover told from the other side,
 * optional gold, passages that do not meet, claims found twice. What is expected was computed by
 * another program, by the same definition.
 */
class EvaluationTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/w3id/bykz/evaluate");

  private static Names names;
  private static Gold gold;
  private static List<ReadText> texts;
  private static Evaluation evaluation;

  @BeforeAll
  static void evaluate() throws IOException, LoadException {
    names = Names.of(VocabularyReader.read(OntologyFiles.ofFolder(Path.of("ontology"))));
    gold = Gold.read(FOLDER.resolve("small.gold.jsonl"));
    List<ClaimLine> found =
        Files.readAllLines(FOLDER.resolve("small.found.jsonl")).stream()
            .map(ClaimLine::parse)
            .toList();
    texts = new ArrayList<>();
    for (String id : gold.documents()) {
      texts.add(
          new ReadText(
              id,
              Optional.of(id.equals("c") ? Language.DE : Language.EN),
              "x".repeat(300),
              found.stream().filter(claim -> claim.document().equals(id)).toList(),
              List.of()));
    }
    evaluation = Evaluation.of(gold, texts, names);
  }

  @Test
  void givesTheFiguresThatAnotherProgramGives() throws IOException {
    List<String> rows =
        evaluation.rows().stream()
            .filter(row -> row.scope() != Scope.LANGUAGE)
            .map(EvaluationTest::show)
            .toList();
    assertThat(rows).isEqualTo(Files.readAllLines(FOLDER.resolve("small.expected.txt")));
  }

  private static String show(Row row) {
    return String.format(
        Locale.ROOT,
        "%-12s found %2d gold %2d  soft %.3f %.3f %.3f  strict %.3f %.3f %.3f",
        row.key(),
        row.found(),
        row.gold(),
        row.figure(Measure.PRECISION).value(),
        row.figure(Measure.RECALL).value(),
        row.figure(Measure.F1).value(),
        row.figure(Measure.STRICT_PRECISION).value(),
        row.figure(Measure.STRICT_RECALL).value(),
        row.figure(Measure.STRICT_F1).value());
  }

  @Test
  void tellsHowOftenPairsAgreeInMannerAndSpeaker() {
    assertThat(evaluation.all().figure(Measure.MODALITY).value()).isEqualTo(0.9);
    assertThat(evaluation.all().figure(Measure.POLARITY).value()).isEqualTo(0.9);
    assertThat(evaluation.all().figure(Measure.ATTRIBUTION).value()).isEqualTo(0.9);
  }

  @Test
  void hasARowForEachLanguage() {
    assertThat(evaluation.rows())
        .filteredOn(row -> row.scope() == Scope.LANGUAGE)
        .extracting(row -> row.key() + " " + row.found() + " of " + row.gold())
        .containsExactly("de 2 of 2", "en 12 of 11");
  }

  @Test
  void givesTheSameIntervalsEveryTime() {
    assertThat(Evaluation.of(gold, texts, names)).isEqualTo(evaluation);
    assertThat(evaluation.all().figure(Measure.F1))
        .satisfies(f -> assertThat(f.interval().orElseThrow().low()).isLessThan(f.value()))
        .satisfies(f -> assertThat(f.interval().orElseThrow().high()).isGreaterThan(f.value()));
  }

  @Test
  void givesNoIntervalWhereOneTextIsAllThereIs() {
    assertThat(evaluation.rows())
        .filteredOn(row -> row.key().equals("agreement"))
        .extracting(row -> row.figure(Measure.F1).interval())
        .containsExactly(Optional.empty());
  }

  @Test
  void countsWhatIsNotTheTextAtItsOffsets() {
    ReadText other =
        new ReadText(
            "d", Optional.of(Language.EN), "y".repeat(30), texts.get(3).claims(), List.of());
    Evaluation withFault =
        Evaluation.of(gold, List.of(texts.get(0), texts.get(1), texts.get(2), other), names);
    assertThat(evaluation.ungrounded()).isZero();
    assertThat(evaluation.strays()).isEmpty();
    assertThat(withFault.ungrounded()).isEqualTo(1);
    assertThat(withFault.strays()).extracting(ClaimLine::document).containsExactly("d");
  }

  @Test
  void countsWhatATextThatNobodyReadSaysAsMissed() {
    Evaluation some = Evaluation.of(gold, texts.subList(0, 3), names);
    assertThat(some.all().gold()).isEqualTo(evaluation.all().gold());
    assertThat(some.all().found()).isEqualTo(evaluation.all().found() - 1);
    assertThat(some.findings())
        .filteredOn(finding -> finding.claim().document().equals("d"))
        .flatExtracting(Finding::causes)
        .extracting(Finding.Cause::kind)
        .containsExactly("text not read");
  }

  @Test
  void saysWhatIsMissedPartlyRightAndSpuriousAndWhy() {
    assertThat(evaluation.findings())
        .extracting(f -> f.kind().key() + " " + f.claim().frame().key() + ": " + f.causes())
        .contains(
            "partly trade-flow: [quantity lacking: 500, unit lacking: t]",
            "partly agreement: [party otherwise: BY-HR, KZ-39, not BY-HR, KZ-39, KZ-11,"
                + " modality otherwise: fact, not planned]",
            "missed project: [read otherwise: per lacking, quantity lacking, status otherwise,"
                + " unit lacking, modality otherwise]",
            "partly production: [polarity otherwise: positive, not negative]",
            "spurious trade-flow: [found twice: modality otherwise]",
            "partly office: [sector too much: trade]",
            "missed event: [sentence not read]",
            "spurious cooperation: [nothing is claimed there]");
  }
}
