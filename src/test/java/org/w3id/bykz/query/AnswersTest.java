package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.bykz.store.TextFile;

/**
 * Every question, asked of the small world. {@code NAME.csv} has the rows of the query as it
 * stands, {@code NAME@product=meat&language=ru.csv} those with these values and the defaults.
 */
class AnswersTest {

  private static final Questions QUESTIONS = Questions.in(Path.of("queries/answers"));
  private static final List<TextFile> EXPECTED =
      TextFile.in(SmallWorld.FOLDER.resolve("answers"), ".csv");
  private static final DatasetGraph DATA = SmallWorld.derived();

  @TestFactory
  Stream<DynamicTest> giveTheExpectedRows() {
    return EXPECTED.stream()
        .map(expected -> dynamicTest(expected.stem(), () -> assertGives(expected)));
  }

  @Test
  void haveExpectedRowsAsTheyStand() {
    assertThat(EXPECTED)
        .extracting(TextFile::stem)
        .containsAll(QUESTIONS.all().stream().map(Question::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> giveRowsWithTheirDefaults() {
    return QUESTIONS.all().stream()
        .map(
            question ->
                dynamicTest(
                    question.name(),
                    () -> assertThat(rows(question, Map.of()).lines()).hasSizeGreaterThan(1)));
  }

  /** What was asked is shown to readers, who ask it anew elsewhere. */
  @TestFactory
  Stream<DynamicTest> areSparqlOfTheSameRowsWithTheirDefaults() {
    return QUESTIONS.all().stream()
        .map(
            question ->
                dynamicTest(
                    question.name(),
                    () -> {
                      Query bound = question.bind(Map.of(), Endpoint.of(DATA));
                      assertThat(
                              SmallWorld.rows(QueryFactory.create(bound.toString()), false, DATA))
                          .isEqualTo(SmallWorld.rows(bound, false, DATA));
                    }));
  }

  /** Who shows a claim can show what it rests on: with each row stand its source and quote. */
  @TestFactory
  Stream<DynamicTest> giveTheirEvidence() {
    return QUESTIONS.all().stream()
        .filter(question -> question.query().getResultVars().contains("claim"))
        .map(question -> dynamicTest(question.name(), () -> assertGivesEvidence(question)));
  }

  private static void assertGivesEvidence(Question question) {
    List<String> rows =
        SmallWorld.rows(question.bind(Map.of(), Endpoint.of(DATA)), true, DATA)
            .lines()
            .skip(1)
            .toList();
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).contains("/id/source/00"));
  }

  private static void assertGives(TextFile expected) {
    String[] stem = expected.stem().split("@", 2);
    Question question = QUESTIONS.named(stem[0]);
    String rows =
        stem.length == 1
            ? SmallWorld.rows(question.query(), false, DATA)
            : rows(question, arguments(stem[1]));
    assertThat(expected.text().lines()).as("rows expected").hasSizeGreaterThan(1);
    assertThat(rows).isEqualTo(expected.text());
  }

  private static String rows(Question question, Map<String, String> arguments) {
    return SmallWorld.rows(question.bind(arguments, Endpoint.of(DATA)), false, DATA);
  }

  private static Map<String, String> arguments(String text) {
    Map<String, String> arguments = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      arguments.put(parts[0], parts[1]);
    }
    return arguments;
  }
}
