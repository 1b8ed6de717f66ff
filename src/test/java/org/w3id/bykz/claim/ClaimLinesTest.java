package org.w3id.bykz.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Span;

class ClaimLinesTest {

  private static Value entity(Value.Kind kind, String key, String label, boolean linked) {
    return new Value.Entity(kind, key, label, Language.EN, linked);
  }

  private static Value country(String key) {
    return entity(Value.Kind.COUNTRY, key, "label of " + key, true);
  }

  private static Value number(String number) {
    return new Value.Quantity(new BigDecimal(number));
  }

  private static Claim claim(Frame frame, Map<Role, List<Value>> roles, String quote) {
    return new Claim(
        "003",
        frame,
        roles,
        Modality.FACT,
        Polarity.POSITIVE,
        Optional.empty(),
        Span.ofUtf16(quote, 0, quote.length()),
        quote,
        0.9,
        List.of("cue/test"));
  }

  private static String lines(Claim... claims) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ClaimLines lines = new ClaimLines(out)) {
      for (Claim claim : claims) {
        lines.write(claim);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesAClaimAsOneLine() throws IOException {
    Claim claim =
        new Claim(
            "003",
            Frame.TRADE_FLOW,
            Map.of(
                Role.EXPORTER, List.of(country("BY")),
                Role.IMPORTER, List.of(country("KZ")),
                Role.PRODUCT, List.of(entity(Value.Kind.PRODUCT, "sugar", "sugar", true)),
                Role.QUANTITY, List.of(number("1200")),
                Role.PERIOD, List.of(new Value.Date("2024"))),
            Modality.PLANNED,
            Polarity.NEGATIVE,
            Optional.of(new Value.Entity(Value.Kind.PERSON, "x", "Igor Rudko", Language.EN, false)),
            new Span(10, 13),
            "No.",
            0.876,
            List.of("cue/send"));
    assertThat(lines(claim))
        .isEqualTo(
            """
            {"doc":"003","frame":"trade-flow","roles":{"exporter":"BY","importer":"KZ",\
            "product":"sugar","quantity":1200,"period":"2024"},"modality":"planned",\
            "polarity":"negative","attributed_to":"Igor Rudko","quote":"No.","start":10,"end":13,\
            "confidence":0.88}
            """);
  }

  @Test
  void writesALineAClaim() throws IOException {
    Claim claim = claim(Frame.PRODUCTION, Map.of(), "x");
    assertThat(lines(claim, claim).lines()).hasSize(2);
    assertThat(lines()).isEmpty();
  }

  @Test
  void namesABodyByItsKeyInARoleAndByItsNameWhereItSpeaks() throws IOException {
    Value.Entity body =
        new Value.Entity(Value.Kind.ORGANISATION, "office-x", "Office of X", Language.EN, true);
    Claim claim =
        new Claim(
            "003",
            Frame.PRODUCTION,
            Map.of(Role.PRODUCER, List.of(body)),
            Modality.FACT,
            Polarity.POSITIVE,
            Optional.of(body),
            new Span(0, 1),
            "x",
            0.9,
            List.of("cue/test"));
    assertThat(lines(claim))
        .contains("\"producer\":\"office-x\"", "\"attributed_to\":\"Office of X\"");
  }

  @Test
  void writesNumbersPlain() throws IOException {
    Claim claim =
        claim(
            Frame.TRADE_VALUE,
            Map.of(Role.VALUE, List.of(number("2.24E+7")), Role.GROWTH, List.of(number("-0.0500"))),
            "x");
    assertThat(lines(claim)).contains("\"value\":22400000,\"growth\":-0.05}");
  }

  @Test
  void escapesWhatJsonForbids() throws IOException {
    assertThat(lines(claim(Frame.EVENT, Map.of(), "\"a\\b\"\n\tc")))
        .contains("\"quote\":\"\\\"a\\\\b\\\"\\n\\tc\"");
  }

  @Test
  void leavesOtherLettersAsTheyAre() throws IOException {
    assertThat(lines(claim(Frame.EVENT, Map.of(), "Ақмола – „Gefühl“")))
        .contains("\"quote\":\"Ақмола – „Gefühl“\",\"start\":0,\"end\":17");
  }

  @Test
  void countsAnEmojiOnce() throws IOException {
    assertThat(lines(claim(Frame.EVENT, Map.of(), "😀!"))).contains("\"start\":0,\"end\":2,");
  }

  @Test
  void writesPartiesAsAListEvenIfThereIsOne() throws IOException {
    Claim claim = claim(Frame.AGREEMENT, Map.of(Role.PARTY, List.of(country("KZ"))), "x");
    assertThat(lines(claim)).contains("\"party\":[\"KZ\"]");
  }

  @Test
  void writesAnotherRoleAsAListOnlyIfThereAreSeveral() throws IOException {
    Value energy = entity(Value.Kind.SECTOR, "energy", "energy", true);
    Value sport = entity(Value.Kind.SECTOR, "sport", "sport", true);
    Claim one = claim(Frame.AGREEMENT, Map.of(Role.SECTOR, List.of(energy)), "x");
    Claim two = claim(Frame.AGREEMENT, Map.of(Role.SECTOR, List.of(energy, sport)), "x");
    assertThat(lines(one)).contains("\"sector\":\"energy\"");
    assertThat(lines(two)).contains("\"sector\":[\"energy\",\"sport\"]");
  }

  @Test
  void namesPersonsAndPlacesByTheirNamesAndOthersByTheirKeys() throws IOException {
    Value person = entity(Value.Kind.PERSON, "igor-rudko", "Igor Rudko", false);
    Value place = entity(Value.Kind.PLACE, "grodno", "Grodno", true);
    Value known = entity(Value.Kind.ORGANISATION, "mtz", "Minsk Tractor Works", true);
    Value unknown = entity(Value.Kind.ORGANISATION, "zhanar", "Zhanar Invest", false);
    Claim claim =
        claim(
            Frame.EVENT,
            Map.of(Role.PARTICIPANT, List.of(person, known, unknown), Role.PLACE, List.of(place)),
            "x");
    assertThat(lines(claim))
        .contains(
            "\"participant\":[\"Igor Rudko\",\"mtz\",\"Zhanar Invest\"],\"place\":\"Grodno\"");
  }
}
