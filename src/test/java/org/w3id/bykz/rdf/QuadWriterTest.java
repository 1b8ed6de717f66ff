package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.bykz.rdf.Examples.claim;
import static org.w3id.bykz.rdf.Examples.document;
import static org.w3id.bykz.rdf.Examples.known;
import static org.w3id.bykz.rdf.Examples.number;
import static org.w3id.bykz.rdf.Examples.roles;
import static org.w3id.bykz.rdf.Examples.unknown;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value.Kind;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;
import org.w3id.bykz.text.Span;

class QuadWriterTest {

  private static final List<Span> SILENT = List.of(new Span(4, 8));

  private static final Path CASES = Path.of("src/test/resources/rdf");
  private static final org.w3id.bykz.claim.Value GRODNO =
      known(Kind.REGION, "BY-HR", "Grodno Region");
  private static final org.w3id.bykz.claim.Value KAZAKHSTAN =
      known(Kind.COUNTRY, "KZ", "Kazakhstan");

  @FunctionalInterface
  private interface Writing {
    void to(QuadWriter writer) throws IOException;
  }

  @Test
  void writesADocumentWithoutClaims() throws IOException {
    assertWrites("a-document-without-claims", document("003", "Nothing said."), List.of());
  }

  @Test
  void writesATradeValueSaidByAPerson() throws IOException {
    Document document = document("003", "🚜 Export stood at $22.3 million, he said.");
    Claim said =
        claim(
            document,
            Frame.TRADE_VALUE,
            roles(
                Role.REPORTER, GRODNO,
                Role.PARTNER, KAZAKHSTAN,
                Role.FLOW, known(Kind.FLOW, "export", "export"),
                Role.VALUE, number("2.23E+7"),
                Role.CURRENCY, known(Kind.CURRENCY, "USD", "US dollar"),
                Role.PERIOD, new org.w3id.bykz.claim.Value.Date("2025-01/2025-07"),
                Role.BOUND, known(Kind.BOUND, "about", "about")),
            "Export stood at $22.3 million");
    assertWrites(
        "a-trade-value-said-by-a-person",
        document,
        List.of(
            new Claim(
                said.document(),
                said.frame(),
                said.roles(),
                Modality.FACT,
                Polarity.NEGATIVE,
                Optional.of(
                    new org.w3id.bykz.claim.Value.Entity(
                        Kind.PERSON, "Владимир Кравцов", "Владимир Кравцов", Language.RU, false)),
                said.span(),
                said.quote(),
                0.123456,
                List.of("export-verb", "surname"))));
  }

  @Test
  void writesAForumWithUnknownParticipants() throws IOException {
    Document document = document("003", "They met at \"Euroregion Neman\".");
    assertWrites(
        "a-forum-with-unknown-participants",
        document,
        List.of(
            claim(
                document,
                Frame.EVENT,
                roles(
                    Role.KIND,
                    known(Kind.EVENT_KIND, "forum", "forum"),
                    Role.PARTICIPANT,
                    unknown(Kind.ORGANISATION, "Agromashholding KZ"),
                    Role.PARTICIPANT,
                    GRODNO,
                    Role.PLACE,
                    unknown(Kind.PLACE, "Slonim"),
                    Role.NAME,
                    new org.w3id.bykz.claim.Value.Text("Euroregion Neman"),
                    Role.DATE,
                    new org.w3id.bykz.claim.Value.Date("XXXX-09-25")),
                "met at \"Euroregion Neman\"")));
  }

  @Test
  void writesAGroupOfProjects() throws IOException {
    Document document = document("003", "Two projects with 1,400 jobs.");
    assertWrites(
        "a-group-of-projects",
        document,
        List.of(
            claim(
                document,
                Frame.PROJECT,
                roles(
                    Role.PLACE,
                    KAZAKHSTAN,
                    Role.PARTNER,
                    GRODNO,
                    Role.PARTNER,
                    KAZAKHSTAN,
                    Role.COUNT,
                    number("2"),
                    Role.JOBS,
                    number("1400.0"),
                    Role.STATUS,
                    known(Kind.STATUS, "under-way", "under way")),
                document.text())));
  }

  @Test
  void aSourceOfWhichNothingIsKnownHasNoDateTitleOrPublisher() throws IOException {
    Document document = new Document(Source.of("x"), Language.DE, "Ohne alles.");
    assertWrites("a-source-of-which-nothing-is-known", document, List.of());
  }

  /** Compares the whole output with the case's file; offsets and escapes are to be read there. */
  private static void assertWrites(String name, Document document, List<Claim> claims)
      throws IOException {
    assertThat(written(writer -> writer.write(document, claims, new Coverage(2, SILENT))))
        .isEqualTo(Files.readString(CASES.resolve(name + ".nq")));
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    Writing corpus =
        writer -> {
          for (String id : List.of("001", "002")) {
            Document document = document(id, "Milk goes to Kazakhstan. Milk goes.");
            writer.write(
                document,
                List.of(claim(document, Frame.COOPERATION, parties(GRODNO, KAZAKHSTAN), "Milk")),
                new Coverage(2, SILENT));
          }
        };
    assertThat(bytes(corpus, true)).isEqualTo(bytes(corpus, true));
    assertThat(bytes(corpus, false)).isEqualTo(bytes(corpus, false));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes(corpus, true)))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes(corpus, false));
    }
  }

  @Test
  void aGzipFileCarriesNoTime() throws IOException {
    assertThat(bytes(writer -> {}, true)).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  @Test
  void aClaimSaidTwiceAtOnePlaceIsWrittenOnce() throws IOException {
    Document document = document("003", "Milk goes to Kazakhstan.");
    Claim claim = claim(document, Frame.COOPERATION, parties(GRODNO, KAZAKHSTAN), "Milk");
    assertThat(
            written(
                writer ->
                    writer.write(document, List.of(claim, claim), new Coverage(1, List.of()))))
        .isEqualTo(
            written(writer -> writer.write(document, List.of(claim), new Coverage(1, List.of()))));
  }

  @Test
  void claimsOfOneSentenceShareItsEvidenceAndNoLineIsRepeated() throws IOException {
    Document document = document("003", "Milk goes to Kazakhstan.");
    Claim one = claim(document, Frame.COOPERATION, parties(GRODNO, KAZAKHSTAN), "Milk");
    Claim other = claim(document, Frame.AGREEMENT, parties(GRODNO, KAZAKHSTAN), "Milk");
    assertThat(
            written(
                    writer ->
                        writer.write(document, List.of(one, other), new Coverage(1, List.of())))
                .lines())
        .doesNotHaveDuplicates()
        .filteredOn(line -> line.contains("#exact>"))
        .hasSize(1);
  }

  @Property(tries = 300)
  void whateverAQuoteHoldsIsReadBackAndEachQuadIsALine(@ForAll String anything) throws IOException {
    String quote = anything.replaceAll("[\\ud800-\\udfff]", "") + "\r\n\t\"\\\u0001\u007f🚜";
    Document document = document("003", quote);
    Claim claim = claim(document, Frame.COOPERATION, parties(GRODNO, KAZAKHSTAN), quote);
    byte[] bytes =
        bytes(writer -> writer.write(document, List.of(claim), new Coverage(1, List.of())), false);
    Model read = Rio.parse(new ByteArrayInputStream(bytes), RDFFormat.NQUADS);
    assertThat(read.filter(null, Borrowed.OA_EXACT, null).objects())
        .extracting(Value::stringValue)
        .containsExactly(quote);
    assertThat(read.stream().map(Statement::getContext)).containsOnly(Iris.sourceGraph("003"));
    assertThat(new String(bytes, UTF_8).split("\n")).hasSize(read.size());
  }

  @Test
  void countsWhatItWrites() throws IOException {
    Document document = document("003", "Nothing said.");
    try (QuadWriter writer = QuadWriter.of(OutputStream.nullOutputStream(), "0.1.0")) {
      writer.write(document, List.of(), new Coverage(1, List.of(new Span(0, 1))));
      assertThat(writer.quads())
          .isEqualTo(
              written(
                      same ->
                          same.write(document, List.of(), new Coverage(1, List.of(new Span(0, 1)))))
                  .lines()
                  .count());
    }
  }

  @Test
  void refusesAClaimOfAnotherDocument() {
    Document document = document("003", "Milk goes to Kazakhstan.");
    Claim stray = claim(document("004", document.text()), Frame.OFFICE, Map.of(), "Milk");
    assertThatThrownBy(
            () ->
                written(
                    writer -> writer.write(document, List.of(stray), new Coverage(1, List.of()))))
        .hasMessage("A claim of source 004 cannot stand in the graph of 003");
  }

  @Test
  void refusesATextWhereAThingIsDue() {
    Document document = document("003", "Milk goes to Kazakhstan.");
    Claim wrong =
        claim(
            document,
            Frame.TRADE_FLOW,
            roles(Role.PRODUCT, new org.w3id.bykz.claim.Value.Text("milk")),
            "Milk");
    assertThatThrownBy(
            () ->
                written(
                    writer -> writer.write(document, List.of(wrong), new Coverage(1, List.of()))))
        .hasMessageContaining("The role product cannot hold Text[text=milk]");
  }

  @Test
  void aFullDiskIsAnErrorAndNotAShortFile() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Document document = document("003", "x".repeat(100_000));
    assertThatThrownBy(
            () -> {
              try (QuadWriter writer = QuadWriter.of(full, "0.1.0")) {
                writer.write(document, List.of(), new Coverage(1, List.of(new Span(0, 1))));
              }
            })
        .hasMessageContaining("No space left on device");
  }

  @Test
  void aSpanInEmojiCountsCodePoints() {
    Document document = document("003", "🚜🚜 Milk goes.");
    Claim claim = claim(document, Frame.OFFICE, Map.of(), "Milk");
    assertThat(claim.span()).isEqualTo(new Span(3, 7));
    assertThat(Iris.evidence("003", claim.span()).stringValue()).endsWith("#char=3,7");
  }

  private static Map<Role, List<org.w3id.bykz.claim.Value>> parties(
      org.w3id.bykz.claim.Value one, org.w3id.bykz.claim.Value other) {
    return roles(Role.PARTY, one, Role.PARTY, other);
  }

  private static String written(Writing writing) throws IOException {
    return new String(bytes(writing, false), UTF_8);
  }

  private static byte[] bytes(Writing writing, boolean gzip) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QuadWriter writer = gzip ? QuadWriter.gzip(out, "0.1.0") : QuadWriter.of(out, "0.1.0")) {
      writing.to(writer);
    }
    return out.toByteArray();
  }
}
