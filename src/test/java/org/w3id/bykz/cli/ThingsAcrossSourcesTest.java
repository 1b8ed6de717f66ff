package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

/**
 * An English and a Russian text tell of one meeting, and with a German one of one plant, each in
 * its own way; a paper prints the English one again.
 */
class ThingsAcrossSourcesTest {

  private static final String MEETING =
      """
      GRODNO, 15 May 2024 - Yuri Karaev met with Kumar Aksakalov in Grodno on 14 May 2024.

      The Minsk Tractor Works will build a plant for tractors in Kostanay Region. Trade between \
      Belarus and Kazakhstan amounted to $1.05 billion in 2023. In 2023 Kazakhstan exported 120,000 \
      tonnes of grain to Belarus.
      """;

  @TempDir private static Path folder;

  private static Path store;

  @BeforeAll
  static void publish() throws IOException {
    write("en", "Grodno Herald", "2024-05-15", "en", MEETING);
    write("again", "Steppe Wire", "2024-05-16", "en", MEETING.replace("amounted to", "was"));
    write(
        "ru",
        "Новости регионов",
        "2024-05-20",
        "ru",
        """
        ГРОДНО, 20 мая 2024 г. - В мае 2024 года Юрий Караев встретился с Кумаром Аксакаловым в \
        Гродно.

        Минский тракторный завод строит в Костанайской области завод по выпуску тракторов. \
        Товарооборот Беларуси и Казахстана в 2023 году составил 1,213 млрд долларов. В 2023 году \
        Казахстан экспортировал в Беларусь 95 тысяч тонн зерна.
        """);
    write(
        "de",
        "Messebote",
        "2025-09-01",
        "de",
        """
        GRODNO, 1. September 2025 - Das Minsker Traktorenwerk hat im August 2025 im Gebiet Kostanai ein Werk für Traktoren \
        eröffnet. Der Handel zwischen Belarus und Kasachstan erreichte 2023 rund 1,1 Milliarden \
        Dollar.
        """);
    store = folder.resolve("store");
    Run run = Run.of("extract", "--format", "nquads", folder.resolve("texts"));
    assertThat(run.code()).as(run.err()).isZero();
    Path quads = Files.writeString(folder.resolve("all.nq"), run.out());
    Run published = Run.of("publish", "--store", store, quads);
    assertThat(published.code()).as(published.err()).isZero();
  }

  private static void write(String id, String publisher, String date, String language, String text)
      throws IOException {
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(
        texts.resolve(id + ".txt"),
        "Title: %s\nDate: %s\nSource: %s\nLanguage: %s\n\n%s"
            .formatted(publisher, date, publisher, language, text));
  }

  /** The columns of some names, row by row. */
  private static List<String> ask(List<Object> question, String... columns) {
    List<Object> words = new ArrayList<>(List.of("ask"));
    words.addAll(question);
    words.addAll(List.of("--store", store, "--format", "tsv"));
    Run run = Run.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    List<List<String>> rows = run.out().lines().map(line -> List.of(line.split("\t", -1))).toList();
    List<String> heads = rows.get(0).stream().map(head -> head.replace("?", "")).toList();
    return rows.stream()
        .skip(1)
        .map(
            row ->
                Arrays.stream(columns)
                    .map(
                        column ->
                            row.get(heads.indexOf(column)).replaceAll("\"|@\\w+$|\\^\\^.*", ""))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void oneMeetingOfThreeTextsIsListedOnceForEachWhoMet() {
    assertThat(ask(List.of("who-met-whom"), "date", "claims", "sources"))
        .containsExactly("2024-05-14 3 3", "2024-05-14 3 3");
  }

  @Test
  void aPlannedPlantThatOpenedHasAHistory() {
    assertThat(ask(List.of("history-of-project"), "reported", "stateLabel", "now"))
        .containsExactly(
            "2024-05-15 planned implemented",
            "2024-05-16 planned implemented",
            "2024-05-20 under way implemented",
            "2025-09-01 implemented implemented");
    assertThat(ask(List.of("history-of-project", "--until", "2024-12-31"), "stateLabel", "now"))
        .containsExactly("planned under way", "planned under way", "under way under way");
  }

  @Test
  void aReprintIsNoOtherVoice() {
    assertThat(ask(List.of("reprints"), "issued", "publisherLabel", "originalPublisherLabel"))
        .containsExactly("2024-05-16 Steppe Wire Grodno Herald");
    assertThat(ask(List.of("most-attested"), "relationLabel", "publishers", "sources"))
        .contains("trades with 3 4");
  }

  @Test
  void figuresWithinWhatRoundingHidesAgree() {
    assertThat(ask(List.of("figures-told-differently"), "kindLabel", "source"))
        .anyMatch(row -> row.startsWith("different values") && row.contains("source/ru"));
  }

  /** Of goods too; the page tells them side by side, and who reviews sees them first. */
  @Test
  void quantitiesOfOneProductThatDifferDisagree() throws Exception {
    assertThat(
            ask(
                List.of("figures-told-differently"),
                "productLabel",
                "fromLabel",
                "value",
                "unitLabel",
                "kindLabel"))
        .contains(
            "grain Kazakhstan 120000.0 tonne different values",
            "grain Kazakhstan 95000.0 tonne different values");
    assertThat(Run.of("review", "--store", store).out())
        .containsPattern("figures differ[^\n]*trade-flow\n[^\n]*\n *\"In 2023 Kazakhstan exported");
    try (Store open = Store.open(store);
        WebServer server =
            WebServer.of(open.dataset(), Instant.EPOCH, WebServer.Settings.local().port(0))) {
      URI page = server.address().resolve("/disagreements?language=en");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body())
          .contains(
              "Kazakhstan – Belarus: grain (quantity), 2023 <small>95,000 – 120,000 tonne</small>");
    }
  }

  @Test
  void aCuratorPartsAndJoinsThings(@TempDir Path temp) throws IOException {
    Path copy = temp.resolve("store");
    List<String> pairs = ask(List.of("same-things", "--rule", "same-name"), "thing", "same");
    assertThat(pairs).isNotEmpty();
    String[] pair = pairs.get(0).replaceAll("[<>]", "").split(" ");
    Path curation = temp.resolve("curation.nq");
    Files.writeString(
        curation,
        "<%s> <https://w3id.org/bykz/ontology#differentThingFrom> <%s> <https://w3id.org/bykz/graph/curation> .\n"
            .formatted(pair[0], pair[1]));
    assertThat(Run.of("publish", "--store", copy, folder.resolve("all.nq")).code()).isZero();
    assertThat(Run.of("publish", "--store", copy, curation).code()).isZero();
    Run left =
        Run.of("ask", "same-things", "--rule", "same-name", "--store", copy, "--format", "csv");
    assertThat(left.out()).doesNotContain(pair[0] + "," + pair[1]);
  }

  /** Matches, reprints and disagreements among them too, whoever comes last, goes or comes back. */
  @ParameterizedTest
  @ValueSource(strings = "de ru again en")
  void areTheSameHoweverTheirSourcesComeAndGo(String order, @TempDir Path temp) throws IOException {
    Path gradual = temp.resolve("store");
    for (String id : order.split(" ")) {
      publish(id, gradual, temp);
    }
    assertSame(gradual, store);

    // With one goes what it alone tells; the other's meeting is told of by a further source, too.
    for (String id : List.of("ru", "again")) {
      Run withdrawn = Run.of("withdraw", id, "--reason", "Retracted.", "--store", gradual);
      assertThat(withdrawn.code()).as(withdrawn.err()).isZero();
      assertThat(GradualPublishingTest.statements(gradual))
          .noneMatch(line -> line.contains("/id/claim/%s-".formatted(id)));
      assertThat(Run.of("withdraw", id, "--undo", "--store", gradual).code()).isZero();
    }
    assertSame(gradual, store);
  }

  private static void publish(String id, Path store, Path temp) throws IOException {
    Run run = Run.of("extract", "--format", "nquads", folder.resolve("texts/" + id + ".txt"));
    Path quads = Files.writeString(temp.resolve(id + ".nq"), run.out());
    Run published = Run.of("publish", "--store", store, quads);
    assertThat(published.code()).as(published.err()).isZero();
  }

  private static void assertSame(Path store, Path other) {
    List<String> held = GradualPublishingTest.statements(store);
    List<String> wanted = GradualPublishingTest.statements(other);
    assertThat(GradualPublishingTest.minus(held, wanted)).as("too much").isEmpty();
    assertThat(GradualPublishingTest.minus(wanted, held)).as("too little").isEmpty();
  }
}
