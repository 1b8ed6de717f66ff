package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index gives what the questions give. */
class ClaimIndexTest {

  private static final Questions QUESTIONS = Questions.in(Path.of("queries/answers"));
  private static final Endpoint WORLD = Endpoint.of(SmallWorld.derived());
  private static final ClaimIndex INDEX = ClaimIndex.of(WORLD);

  @Test
  void isReadInFullHoweverShortAReadersQuestionMustBe() {
    DatasetGraph data = SmallWorld.derived();
    Context hurried = data.getContext().copy();
    hurried.set(ARQ.queryTimeout, "1");
    Endpoint endpoint = Endpoint.of(new DatasetGraphWrapper(data, hurried) {});
    Question claims = QUESTIONS.named("claims");
    ClaimIndex.Choice all = ClaimIndex.Choice.of(claims.values(Map.of(), WORLD));
    assertThat(ClaimIndex.of(endpoint).chosen(all)).hasSameSizeAs(INDEX.chosen(all).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kind=trade-flow",
        "kind=event",
        "kind=none",
        "thing=BY-HR",
        "thing=country/KZ",
        "thing=organisation/mtz",
        "thing=source/003",
        "product=food-and-agriculture",
        "product=dairy-products&modality=fact",
        "sector=education",
        "modality=planned",
        "since=2022",
        "until=2021",
        "since=2021&until=2021&kind=trade-value",
        "thing=KZ&modality=interest&until=2030"
      })
  void choosesAsTheQuestionsDo(String parameters) {
    Map<String, String> arguments =
        Stream.of(parameters.split("&"))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toMap(each -> each.split("=")[0], each -> each.split("=")[1]));
    Question claims = QUESTIONS.named("claims");
    ClaimIndex.Choice choice = ClaimIndex.Choice.of(claims.values(arguments, WORLD));
    assertThat(INDEX.chosen(choice).map(ClaimIndex.Entry::claim))
        .isEqualTo(rows(claims, arguments).stream().map(row -> row.get("claim")).toList());
    assertThat(INDEX.ties(choice))
        .extracting(
            tie ->
                "%s %s %s %d %d"
                    .formatted(tie.one(), tie.other(), tie.kind(), tie.facts(), tie.plans()))
        .containsExactlyInAnyOrderElementsOf(
            rows(QUESTIONS.named("links-between"), arguments).stream()
                .map(ClaimIndexTest::tie)
                .toList());
  }

  private static String tie(Binding row) {
    return "%s %s %s %s %s"
        .formatted(
            row.get("one"),
            row.get("other"),
            ClaimIndex.kind(row.get("frame")),
            row.get("facts").getLiteralLexicalForm(),
            row.get("plans").getLiteralLexicalForm());
  }

  private static List<Binding> rows(Question question, Map<String, String> arguments) {
    return WORLD.answer(question.bind(arguments, WORLD), exec -> Rows.copy(exec.select()));
  }
}
