package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.query.SmallWorld;

/** What readers are told of corrections. */
class CurationPagesTest {

  private static WebServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    Instant published = Instant.parse("2026-03-04T05:06:07Z");
    server = WebServer.of(SmallWorld.derived(), published, WebServer.Settings.local().port(0));
    client = Client.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = client.get(path, "Accept", "text/html");
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @ParameterizedTest
  @CsvSource({
    "en, amendment, curated by Anna because",
    "de, Änderung, 'geprüft von Anna, weil'",
    "ru, уточнение, 'проверено: Anna, потому что'"
  })
  void aClaimTellsByWhomItIsCuratedAndWhy(String language, String kind, String words) {
    String told =
        "<a href=\"/id/correction/energy\">%s</a>: %s <q lang=\"en\">It is only suggested.</q>"
            .formatted(kind, words);
    assertThat(page("/id/claim/003-0000000003?language=" + language)).contains(told);
    assertThat(page("/sources/003?language=" + language)).contains(told);
  }

  @Test
  void aSourceTellsWhatWasTakenBackAndNotWhatWasChanged() {
    assertThat(page("/sources/003"))
        .contains("Read, and taken back", "product condensed cream; planned, positive</a>")
        .contains("href=\"/id/claim/003-00000000f2\"", "Wer ein Werk baut")
        .doesNotContain("sector energy; fact, positive");
    assertThat(page("/sources/001")).doesNotContain("Read, and taken back", "class=\"curated\"");
  }

  @Test
  void aFormerClaimKeepsItsAddressAndTellsWhyItWent() {
    assertThat(page("/id/claim/003-00000000f2"))
        .contains("<h1>trade-flow: exporter Belarus;", "rejection</a>: curated by Anna because");
    assertThat(client.get("/id/claim/003-00000000f2.ttl").body())
        .contains("bykz:FormerClaim", "prov:wasInvalidatedBy");
  }

  @Test
  void aCorrectionIsDescribed() {
    assertThat(client.get("/id/correction/energy.ttl").body())
        .contains("bykz:Amendment", "\"It is only suggested.\"@en", "claim/003-00000000f3", "Anna");
    assertThat(page("/id/correction/energy")).contains("It is only suggested.", "Anna");
    assertThat(page("/id/curator/anna")).contains("Anna");
  }
}
