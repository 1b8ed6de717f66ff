package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.claim.Value.Kind;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;

/** Corrections in Turtle, applied to claims. */
class CorrectionsTest {

  private static final Document TEXT =
      Examples.document(
          "003",
          """
          🚜 Grodno Region sells milk to Kazakhstan. It also sells meat there.
          Slonim Dairy delivers cheese to Kazakhstan, said Ivan Petrov.
          Ivan Petrov is the head of the plant, and
          Ivan Petrov is a minister.
          """);
  private static final Value.Entity GRODNO = Examples.known(Kind.REGION, "BY-HR", "Grodno Region");
  private static final Value.Entity KAZAKHSTAN = Examples.known(Kind.COUNTRY, "KZ", "Kazakhstan");
  private static final Value.Entity DAIRY = Examples.unknown(Kind.ORGANISATION, "Slonim Dairy");
  private static final Value.Entity PETROV = Examples.unknown(Kind.PERSON, "Ivan Petrov");

  private static final Claim MILK = flow(GRODNO, "milk", "Grodno Region sells milk to Kazakhstan.");
  private static final Claim MEAT = flow(GRODNO, "meat", "It also sells meat there.");
  private static final Claim CHEESE =
      flow(DAIRY, "cheese", "Slonim Dairy delivers cheese to Kazakhstan, said Ivan Petrov.");
  private static final Claim HEAD = office("head", "Ivan Petrov is the head of the plant, and");
  private static final Claim MINISTER = office("minister", "Ivan Petrov is a minister.");
  private static final List<Claim> CLAIMS = List.of(MILK, MEAT, CHEESE, HEAD, MINISTER);

  private static final List<Concept> CONCEPTS =
      List.of(
          concept("country", "KZ", "Kazakhstan"),
          concept("country", "RU", "Russia"),
          concept("region", "BY-HR", "Grodno Region"),
          concept("product", "milk", "milk"),
          concept("product", "butter", "butter"),
          concept("organisation", "slonim-cheese", "Slonim Cheese"));

  private static final String PREFIXES =
      """
      @base <https://w3id.org/bykz/> .
      @prefix bykz: <https://w3id.org/bykz/ontology#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix oa: <http://www.w3.org/ns/oa#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <id/curator/anna> rdfs:label "Anna" .
      """;
  private static final String WHY =
      "prov:wasAssociatedWith <id/curator/anna> ; bykz:reason \"The text says so.\"@en .\n";

  private static Claim flow(Value.Entity exporter, String product, String quote) {
    return Examples.claim(
        TEXT,
        Frame.TRADE_FLOW,
        Examples.roles(
            Role.EXPORTER, exporter,
            Role.IMPORTER, KAZAKHSTAN,
            Role.PRODUCT, Examples.known(Kind.PRODUCT, product, product)),
        quote);
  }

  private static Claim office(String office, String quote) {
    return Examples.claim(
        TEXT,
        Frame.OFFICE,
        Examples.roles(
            Role.PERSON, PETROV, Role.OFFICE, Examples.known(Kind.OFFICE, office, office)),
        quote);
  }

  private static Concept concept(String kind, String key, String label) {
    return new Concept(
        kind, key, List.of(new Label(label, Language.EN, Label.Form.PREFERRED)), Map.of());
  }

  private static Curation corrections(String... turtle) {
    CorrectionReader reader = new CorrectionReader(CONCEPTS);
    for (int i = 0; i < turtle.length; i++) {
      reader.add("file" + (i + 1) + ".ttl", (PREFIXES + turtle[i]).getBytes(UTF_8));
    }
    return Curation.of(reader.corrections(), Iris.NAMES);
  }

  private static Curated curated(String... turtle) {
    return corrections(turtle).apply(TEXT, CLAIMS);
  }

  private static String like(String description) {
    return "bykz:like [ prov:wasDerivedFrom <id/source/003> ; " + description + " ] ; ";
  }

  private static String correction(String kind, String rest) {
    return "<id/correction/one> a bykz:" + kind + " ; " + rest + WHY;
  }

  private static List<String> said(Curated curated) {
    return curated.claims().stream()
        .map(claim -> claim.roles().values().stream().map(CorrectionsTest::plain).toList())
        .map(Object::toString)
        .toList();
  }

  private static String plain(List<Value> values) {
    return String.join("+", values.stream().map(Value::plain).toList());
  }

  @Property(tries = 50)
  void applyingNoCorrectionIsTheIdentity(@ForAll boolean[] chosen) {
    List<Claim> some =
        CLAIMS.stream()
            .filter(claim -> CLAIMS.indexOf(claim) < chosen.length && chosen[CLAIMS.indexOf(claim)])
            .toList();
    assertThat(corrections().apply(TEXT, some)).isEqualTo(Curated.untouched(some));
    Curation ofOthers =
        corrections(
            correction("Rejection", "bykz:corrects <id/claim/004-0123456789> ; "),
            "<id/correction/two> a bykz:Merger ; bykz:corrects <id/person/nobody> ;"
                + " bykz:instead <id/person/anybody> ; "
                + WHY
                + "<id/person/anybody> rdfs:label \"Anybody\"@en .");
    assertThat(ofOthers.apply(TEXT, some)).isEqualTo(Curated.untouched(some));
  }

  @Test
  void takesBackAClaimByItsName() {
    Curated curated =
        curated(correction("Rejection", "bykz:corrects <" + Iris.claim(MILK) + "> ; "));
    assertThat(curated.claims()).containsExactly(MEAT, CHEESE, HEAD, MINISTER);
    assertThat(curated.former())
        .singleElement()
        .satisfies(
            former -> {
              assertThat(former.claim()).isEqualTo(MILK);
              assertThat(former.instead()).isEmpty();
            });
    assertThat(curated.unfit()).isEmpty();
  }

  @Test
  void findsAClaimByWhatItSaysWhenItsNameHasChanged() {
    Curated curated =
        curated(
            correction(
                "Rejection",
                "bykz:corrects <id/claim/003-0123456789> ; "
                    + like("a bykz:TradeFlowClaim ; oa:exact \"sells\\n meat\"")));
    assertThat(curated.claims()).containsExactly(MILK, CHEESE, HEAD, MINISTER);
  }

  @Test
  void givesAClaimOtherRolesAndKeepsTheRest() {
    Curated curated =
        curated(
            correction(
                "Amendment",
                like("oa:exact \"sells milk\"")
                    + "bykz:instead [ bykz:product <id/product/butter> ; bykz:quantity 5.50 ;"
                    + " bykz:period \"2021\" ; bykz:modality <id/modality/planned> ;"
                    + " bykz:attributedTo <id/person/ivan-petrov> ] ; "));
    Claim now = curated.claims().get(0);
    assertThat(said(curated).get(0)).isEqualTo("[BY-HR, KZ, butter, 5.5, 2021]");
    assertThat(now.modality()).isEqualTo(Modality.PLANNED);
    assertThat(now.attributedTo()).contains(PETROV);
    assertThat(now.confidence()).isEqualTo(1);
    assertThat(now.span()).isEqualTo(MILK.span());
    assertThat(curated.former().get(0).instead()).contains(now);
    assertThat(curated.touched()).extracting(Curated.Touched::claim).containsExactly(now);
  }

  @Test
  void takesOutARoleAndTheSpeaker() {
    Claim said =
        new Claim(
            "003",
            MILK.frame(),
            Examples.roles(
                Role.EXPORTER, GRODNO,
                Role.IMPORTER, KAZAKHSTAN,
                Role.PRODUCT, DAIRY,
                Role.SHARE, Examples.number("0.5")),
            MILK.modality(),
            MILK.polarity(),
            java.util.Optional.of(PETROV),
            MILK.span(),
            MILK.quote(),
            0.5,
            List.of());
    Curated curated =
        corrections(
                correction(
                    "Amendment",
                    like("oa:exact \"milk\"") + "bykz:without bykz:share , bykz:attributedTo ; "))
            .apply(TEXT, List.of(said));
    assertThat(curated.claims().get(0).values(Role.SHARE)).isEmpty();
    assertThat(curated.claims().get(0).attributedTo()).isEmpty();
  }

  @Test
  void confirmsAClaimWhichIsSureThen() {
    Curated curated = curated(correction("Confirmation", like("oa:exact \"sells milk\"")));
    assertThat(curated.claims().get(0).confidence()).isEqualTo(1);
    assertThat(curated.former()).isEmpty();
    assertThat(curated.touched()).hasSize(1);
  }

  @Test
  void linksANameInAllClaims() {
    Curated curated =
        curated(
            correction(
                "Linking",
                "bykz:corrects <id/organisation/slonim-dairy> ;"
                    + " bykz:instead <id/organisation/slonim-cheese> ; "));
    assertThat(said(curated).get(2)).isEqualTo("[slonim-cheese, KZ, cheese]");
    assertThat(curated.claims().get(2).confidence()).isEqualTo(CHEESE.confidence());
    assertThat(curated.former()).hasSize(1);
  }

  @Test
  void mergesThingsThroughOthers() {
    Curated curated =
        curated(
            "<id/correction/two> a bykz:Merger ; bykz:corrects <id/person/i-petrov> ;"
                + " bykz:instead <id/person/ivan-i-petrov> ; "
                + WHY
                + "<id/person/ivan-i-petrov> rdfs:label \"Ivan I. Petrov\"@en .",
            correction(
                    "Merger",
                    "bykz:corrects <id/person/ivan-petrov> ; bykz:instead <id/person/i-petrov> ; ")
                + "<id/person/i-petrov> rdfs:label \"I. Petrov\"@en .");
    assertThat(said(curated)).contains("[Ivan I. Petrov, head]", "[Ivan I. Petrov, minister]");
    assertThat(curated.fit()).hasSize(2);
  }

  @Test
  void splitsAThingByClaim() {
    Curated curated =
        curated(
            correction(
                    "Split",
                    "bykz:corrects <id/person/ivan-petrov> ;"
                        + " bykz:instead <id/person/ivan-petrov-minister> ;"
                        + " bykz:inClaim [ a bykz:OfficeClaim ; prov:wasDerivedFrom <id/source/003> ;"
                        + " oa:exact \"is a minister\" ] ; ")
                + "<id/person/ivan-petrov-minister> rdfs:label \"Ivan Petrov (minister)\"@en .");
    assertThat(said(curated)).contains("[Ivan Petrov, head]", "[Ivan Petrov (minister), minister]");
  }

  @Test
  void addsAClaimWhereItsWordsStand() {
    Curated curated =
        curated(
            correction(
                "Addition",
                "bykz:adds [ a bykz:TradeFlowClaim ; prov:wasDerivedFrom <id/source/003> ;"
                    + " oa:exact \"sells meat\" ; bykz:exporter <id/region/BY-HR> ;"
                    + " bykz:importer <id/country/RU> ; bykz:product <id/product/butter> ] ; "));
    Claim added = curated.claims().get(2);
    assertThat(said(curated).get(2)).isEqualTo("[BY-HR, RU, butter]");
    assertThat(added.quote()).isEqualTo("sells meat");
    assertThat(added.span().in(TEXT.text())).isEqualTo("sells meat");
    assertThat(added.modality()).isEqualTo(Modality.FACT);
    assertThat(curated.touched()).singleElement().matches(Curated.Touched::isAdded);
  }

  @Test
  void correctsWhatAnotherCorrectionMade() {
    String butter =
        "<id/correction/butter> a bykz:Amendment ; "
            + like("oa:exact \"sells milk\"")
            + "bykz:instead [ bykz:product <id/product/butter> ] ; "
            + WHY;
    Claim made = curated(butter).claims().get(0);
    Curated curated =
        curated(
            correction(
                "Amendment",
                "bykz:corrects <"
                    + Iris.claim(made)
                    + "> ; bykz:instead [ bykz:importer <id/country/RU> ] ; "),
            butter);
    assertThat(said(curated).get(0)).isEqualTo("[BY-HR, RU, butter]");
    assertThat(curated.touched().get(0).by()).hasSize(2);
  }

  @Test
  void letsTwoClaimsThatBecameOneStandOnce() {
    Curated curated =
        corrections(
                correction(
                    "Linking",
                    "bykz:corrects <id/organisation/slonim-dairy> ;"
                        + " bykz:instead <id/region/BY-HR> ; "))
            .apply(TEXT, List.of(MILK, flow(DAIRY, "milk", MILK.quote())));
    assertThat(said(curated)).containsExactly("[BY-HR, KZ, milk]");
    assertThat(curated.former()).singleElement().matches(each -> each.instead().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "Rejection | bykz:corrects <id/claim/003-0123456789> | fits no claim of source 003",
        "Rejection | bykz:like [ SOURCE ; oa:exact \"sells tea\" ] | do not stand in source 003: sells tea",
        "Rejection | bykz:like [ a bykz:EventClaim ; SOURCE ; oa:exact \"sells milk\" ] | fits no claim",
        "Rejection | bykz:like [ SOURCE ; oa:exact \"Ivan Petrov is\" ] | fits 2 claims of source 003 alike",
        "Amendment | bykz:like [ SOURCE ; oa:exact \"sells milk\" ] ; bykz:without bykz:exporter | without its exporter",
        "Amendment | bykz:like [ SOURCE ; oa:exact \"sells milk\" ] ; bykz:instead [ bykz:office <id/country/KZ> ] | its frame has not",
        "Amendment | bykz:like [ SOURCE ; oa:exact \"sells milk\" ] ; bykz:instead [ bykz:attributedTo <id/person/x> ] | give it an rdfs:label",
        "Split | bykz:corrects <id/country/RU> ; bykz:instead <id/country/KZ> ; bykz:inClaim [ SOURCE ; oa:exact \"sells milk\" ] | does not speak of https://w3id.org/bykz/id/country/RU",
        "Addition | bykz:adds [ a bykz:OfficeClaim ; SOURCE ; oa:exact \"Ivan Petrov\" ; bykz:person <id/person/ivan-petrov> ; bykz:office <id/country/KZ> ] | stand 3 times"
      })
  void tellsWhyACorrectionFitsNothing(String kind, String rest, String why) {
    Curated curated =
        curated(
            correction(
                kind, rest.replace("SOURCE", "prov:wasDerivedFrom <id/source/003>") + " ; "));
    assertThat(curated.claims()).isEqualTo(CLAIMS);
    assertThat(curated.fit()).isEmpty();
    assertThat(curated.unfit())
        .singleElement()
        .satisfies(
            unfit -> {
              assertThat(unfit.isNeedless()).isFalse();
              assertThat(unfit.sentence())
                  .startsWith("file1.ttl: the correction https://w3id.org/bykz/id/correction/one ")
                  .contains(why);
            });
  }

  @Test
  void remarksOnACorrectionThatTheTextIsReadByAlready() {
    Curated curated =
        curated(
            correction(
                "Amendment",
                like(
                        "a bykz:TradeFlowClaim ; oa:exact \"sells milk\" ; bykz:product <id/product/butter>")
                    + "bykz:instead [ bykz:product <id/product/milk> ] ; "),
            "<id/correction/two> a bykz:Addition ; "
                + "bykz:adds [ a bykz:TradeFlowClaim ; prov:wasDerivedFrom <id/source/003> ;"
                + " oa:exact \"Grodno Region sells milk to Kazakhstan.\" ;"
                + " bykz:exporter <id/region/BY-HR> ; bykz:importer <id/country/KZ> ;"
                + " bykz:product <id/product/milk> ] ; "
                + WHY);
    assertThat(curated.claims()).isEqualTo(CLAIMS);
    assertThat(curated.unfit()).hasSize(2).allMatch(Curated.Unfit::isNeedless);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "<id/x> a bykz:Rejection . | needs a name of its own",
        "<id/correction/x> a bykz:Rejection . | lacks its author",
        "<id/correction/x> a bykz:Rejection ; prov:wasAssociatedWith <id/curator/bob> . | has no rdfs:label",
        "<id/correction/x> a bykz:Rejection ; prov:wasAssociatedWith <id/curator/anna> . | lacks its reason",
        "<id/correction/x> a bykz:Correction ; WHY | exactly one kind",
        "<id/correction/x> a bykz:Rejection ; WHY | names no claim",
        "<id/correction/x> a bykz:Rejection ; bykz:corrects <id/country/KZ> ; WHY | not the name of a claim",
        "<id/correction/x> a bykz:Rejection ; bykz:like [ oa:exact `a` ] ; WHY | without its source",
        "<id/correction/x> a bykz:Rejection ; bykz:like [ prov:wasDerivedFrom <id/source/003> ] ; WHY | without words",
        "<id/correction/x> a bykz:Rejection ; bykz:like [ rdfs:label `a` ] ; WHY | says http://www.w3.org/2000/01/rdf-schema#label of a claim",
        "<id/correction/x> a bykz:Amendment ; bykz:corrects <id/claim/003-0123456789> ; WHY | says nothing by bykz:instead",
        "<id/correction/x> a bykz:Amendment ; bykz:corrects <id/claim/003-0123456789> ; bykz:without rdfs:label ; WHY | not a role",
        "<id/correction/x> a bykz:Amendment ; bykz:corrects <id/claim/003-0123456789> ; bykz:instead [ bykz:value `much` ] ; WHY | neither a thing nor a number",
        "<id/correction/x> a bykz:Amendment ; bykz:corrects <id/claim/003-0123456789> ; bykz:instead [ bykz:period `soon` ] ; WHY | not EDTF",
        "<id/correction/x> a bykz:Amendment ; bykz:corrects <id/claim/003-0123456789> ; bykz:instead [ bykz:place <id/place/Änn> ] ; WHY | small letters",
        "<id/correction/x> a bykz:Addition ; WHY | adds no claim",
        "<id/correction/x> a bykz:Addition ; bykz:adds [ prov:wasDerivedFrom <id/source/003> ; oa:exact `a` ] ; WHY | of no kind",
        "<id/correction/x> a bykz:Addition ; bykz:adds [ a bykz:OfficeClaim ; prov:wasDerivedFrom <id/source/003> ; oa:exact `a` ] ; WHY | without its person",
        "<id/correction/x> a bykz:Linking ; bykz:corrects <id/person/a> ; bykz:instead <id/person/b> ; WHY | no vocabulary has",
        "<id/correction/x> a bykz:Merger ; bykz:corrects <id/person/a> ; bykz:instead <id/person/b> ; WHY | has no rdfs:label",
        "<id/correction/x> a bykz:Merger ; bykz:corrects <id/event/a> ; bykz:instead <id/country/KZ> ; WHY | of another kind",
        "<id/correction/x> a bykz:Split ; bykz:corrects <id/country/RU> ; bykz:instead <id/country/KZ> ; WHY | no claim by bykz:inClaim",
        "<id/correction/x> a bykz:Merger ; bykz:corrects <id/country/KZ> ; bykz:instead <id/country/KZ> ; WHY | in a circle"
      })
  void refusesACorrectionThatIsNotWhole(String turtle, String why) {
    assertThatThrownBy(() -> corrections(turtle.replace("WHY", WHY).replace('`', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("file1.ttl: the correction https://w3id.org/bykz/id/")
        .hasMessageContaining(why);
  }

  @Test
  void refusesOneCorrectionInTwoFiles() {
    String one = correction("Rejection", "bykz:corrects <id/claim/003-0123456789> ; ");
    assertThatThrownBy(() -> corrections(one, one))
        .hasMessageStartingWith("file2.ttl: ")
        .hasMessageContaining("stands in file1.ttl, too");
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    String[] turtle = {
      correction("Rejection", like("oa:exact \"sells milk\"")),
      "<id/correction/two> a bykz:Linking ; bykz:corrects <id/organisation/slonim-dairy> ;"
          + " bykz:instead <id/organisation/slonim-cheese> ; "
          + WHY
    };
    assertThat(quads(curated(turtle))).isEqualTo(quads(curated(turtle)));
    assertThat(quads(curated(turtle)))
        .contains("/id/claim/003-", "#FormerClaim>", "#curatedBy> ", "\"Anna\"");
  }

  private static String quads(Curated curated) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QuadWriter writer = QuadWriter.of(out, "1")) {
      writer.write(TEXT, curated, new Coverage(5, List.of()));
    }
    return out.toString(UTF_8);
  }
}
