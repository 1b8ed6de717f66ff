package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.bykz.rdf.Examples.claim;
import static org.w3id.bykz.rdf.Examples.document;
import static org.w3id.bykz.rdf.Examples.known;
import static org.w3id.bykz.rdf.Examples.number;
import static org.w3id.bykz.rdf.Examples.roles;
import static org.w3id.bykz.rdf.Examples.unknown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.URIUtil;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Span;

class IrisTest {

  private static final Document DOCUMENT = document("003", "Milk goes to Kazakhstan. Milk goes.");
  private static final Value.Entity GRODNO = known(Value.Kind.REGION, "BY-HR", "Grodno Region");
  private static final Value.Entity KAZAKHSTAN = known(Value.Kind.COUNTRY, "KZ", "Kazakhstan");
  private static final Value.Entity MILK = known(Value.Kind.PRODUCT, "milk", "milk");

  @Test
  void namesThingsAsTheModelSays() {
    assertThat(
            List.of(
                Iris.entity(GRODNO),
                Iris.entity(known(Value.Kind.AGREEMENT_KIND, "memorandum", "memorandum")),
                Iris.entity(known(Value.Kind.UNIT, "m2", "m²")),
                Iris.entity(unknown(Value.Kind.PERSON, "Vladimir Kravtsov")),
                Iris.entity(unknown(Value.Kind.ORGANISATION, "Слонимская мебельная фабрика")),
                Iris.entity(known(Value.Kind.CURRENCY, "USD", "US dollar")),
                Iris.period("XXXX-01/XXXX-07"),
                Iris.source("003"),
                Iris.evidence("003", new Span(2035, 2187)),
                Iris.selector("003", new Span(2035, 2187)),
                Iris.sourceGraph("003"),
                Iris.graph("vocabulary/products"),
                Iris.extraction("003", "0.1.0"),
                Iris.software("0.1.0"),
                Iris.rule("surname"),
                Iris.rule("cue/send"),
                Iris.publisher("Гродненская правда")))
        .extracting(IRI::stringValue)
        .containsExactly(
            "https://w3id.org/bykz/id/region/BY-HR",
            "https://w3id.org/bykz/id/agreement-kind/memorandum",
            "https://w3id.org/bykz/id/unit/m2",
            "https://w3id.org/bykz/id/person/vladimir-kravtsov",
            "https://w3id.org/bykz/id/organisation/slonimskaya-mebelnaya-fabrika",
            "http://publications.europa.eu/resource/authority/currency/USD",
            "https://w3id.org/bykz/id/period/XXXX-01_XXXX-07",
            "https://w3id.org/bykz/id/source/003",
            "https://w3id.org/bykz/id/source/003#char=2035,2187",
            "https://w3id.org/bykz/id/source/003#selector=2035,2187",
            "https://w3id.org/bykz/graph/source/003",
            "https://w3id.org/bykz/graph/vocabulary/products",
            "https://w3id.org/bykz/id/activity/extract-003-0.1.0",
            "https://w3id.org/bykz/id/software/bykz-0.1.0",
            "https://w3id.org/bykz/id/rule/surname",
            "https://w3id.org/bykz/id/cue/send",
            "https://w3id.org/bykz/id/organisation/grodnenskaya-pravda");
  }

  @Test
  void keepsHostileKeysInsideTheirPlace() {
    assertThat(Iris.source("a b<>\"#?ж%").stringValue())
        .isEqualTo("https://w3id.org/bykz/id/source/a%20b%3C%3E%22%23%3F%D0%B6%25");
  }

  @Property
  void everyKeyGivesAnIriFromWhichItCanBeRead(@ForAll String key) {
    String well = key.replaceAll("[\\ud800-\\udfff]", "");
    IRI iri = Iris.thing("source", well);
    assertThat(URIUtil.isValidURIReference(iri.stringValue())).isTrue();
    assertThat(Iris.kindAndKey(iri)).contains("source/" + well);
  }

  @Test
  void theSameClaimHasTheSameKeyInWhateverOrderItsPartiesStand() {
    Claim one =
        claim(
            DOCUMENT, Frame.COOPERATION, roles(Role.PARTY, GRODNO, Role.PARTY, KAZAKHSTAN), "Milk");
    Claim other =
        claim(
            DOCUMENT, Frame.COOPERATION, roles(Role.PARTY, KAZAKHSTAN, Role.PARTY, GRODNO), "Milk");
    assertThat(Iris.claim(one)).isEqualTo(Iris.claim(other));
    assertThat(Iris.claim(one).stringValue())
        .matches("https://w3id.org/bykz/id/claim/003-[0-9a-f]{10}");
  }

  @Test
  void confidenceAndRulesDoNotChangeTheKey() {
    Claim sure = claim(DOCUMENT, Frame.TRADE_FLOW, roles(Role.PRODUCT, MILK), "Milk");
    Claim unsure =
        new Claim(
            sure.document(),
            sure.frame(),
            sure.roles(),
            sure.modality(),
            sure.polarity(),
            sure.attributedTo(),
            sure.span(),
            sure.quote(),
            0.2,
            List.of("other"));
    assertThat(Iris.claim(unsure)).isEqualTo(Iris.claim(sure));
  }

  @Test
  void whateverElseDiffersChangesTheKey() {
    Map<Role, List<Value>> roles = roles(Role.EXPORTER, GRODNO, Role.VALUE, number("1"));
    Claim claim = claim(DOCUMENT, Frame.TRADE_FLOW, roles, "Milk");
    List<Claim> others =
        List.of(
            claim(
                DOCUMENT,
                Frame.TRADE_FLOW,
                roles(Role.IMPORTER, GRODNO, Role.VALUE, number("1")),
                "Milk"),
            claim(
                DOCUMENT,
                Frame.TRADE_FLOW,
                roles(Role.EXPORTER, GRODNO, Role.VALUE, number("10")),
                "Milk"),
            claim(
                DOCUMENT,
                Frame.TRADE_FLOW,
                roles(Role.EXPORTER, GRODNO, Role.SHARE, number("1")),
                "Milk"),
            claim(DOCUMENT, Frame.TRADE_FLOW, roles, "Milk goes"),
            with(claim, Modality.PLANNED, Polarity.POSITIVE, Optional.empty()),
            with(claim, Modality.FACT, Polarity.NEGATIVE, Optional.empty()),
            with(
                claim,
                Modality.FACT,
                Polarity.POSITIVE,
                Optional.of(unknown(Value.Kind.PERSON, "A B"))),
            claim(document("004", DOCUMENT.text()), Frame.TRADE_FLOW, roles, "Milk"));
    Set<IRI> keys = new HashSet<>();
    keys.add(Iris.claim(claim));
    others.forEach(other -> keys.add(Iris.claim(other)));
    assertThat(keys).hasSize(others.size() + 1);
  }

  private static Claim with(
      Claim claim, Modality modality, Polarity polarity, Optional<Value.Entity> speaker) {
    return new Claim(
        claim.document(),
        claim.frame(),
        claim.roles(),
        modality,
        polarity,
        speaker,
        claim.span(),
        claim.quote(),
        claim.confidence(),
        claim.foundBy());
  }

  @Property
  void theSameTextInAnotherFrameOrRoleIsAnotherClaim(
      @ForAll Frame frame, @ForAll Frame otherFrame, @ForAll Role role, @ForAll Role otherRole) {
    if (!frame.roles().contains(role) || !otherFrame.roles().contains(otherRole)) {
      return;
    }
    Claim one = claim(DOCUMENT, frame, roles(role, GRODNO), "Milk");
    Claim other = claim(DOCUMENT, otherFrame, roles(otherRole, GRODNO), "Milk");
    boolean same = frame == otherFrame && role == otherRole;
    assertThat(Iris.claim(one).equals(Iris.claim(other))).isEqualTo(same);
  }

  @Property
  void partsOfNamesNeverRunTogether(
      @ForAll @Size(min = 1, max = 4) List<String> names,
      @ForAll @Size(min = 1, max = 4) List<String> others) {
    Claim one = named(names);
    Claim other = named(others);
    boolean same = new HashSet<>(names).equals(new HashSet<>(others));
    assertThat(ContentKey.of(one).equals(ContentKey.of(other))).isEqualTo(same);
  }

  private static Claim named(List<String> names) {
    List<Value> values = new ArrayList<>();
    names.forEach(name -> values.add(new Value.Text(name.replaceAll("[\\ud800-\\udfff]", ""))));
    Collections.shuffle(values, new Random(1));
    return claim(DOCUMENT, Frame.EVENT, Map.of(Role.NAME, values), "Milk");
  }

  @Test
  void anEventOfOneDayIsTheSameInEverySource() {
    Map<Role, List<Value>> roles =
        roles(
            Role.PARTICIPANT,
            GRODNO,
            Role.PARTICIPANT,
            KAZAKHSTAN,
            Role.DATE,
            new Value.Date("2022-06-09"));
    Claim here = claim(DOCUMENT, Frame.EVENT, roles, "Milk");
    Claim there = claim(document("004", "So they met."), Frame.EVENT, roles, "they met");
    assertThat(Iris.about(here)).isEqualTo(Iris.about(there)).isPresent();
    assertThat(Iris.about(here).orElseThrow().stringValue())
        .matches("https://w3id.org/bykz/id/event/2022-06-09-[0-9a-f]{10}");
  }

  @Test
  void anEventWithoutADayIsTheSameOnlyWithinItsSource() {
    Map<Role, List<Value>> roles =
        roles(Role.PARTICIPANT, GRODNO, Role.DATE, new Value.Date("XXXX-09-25"));
    Claim here = claim(DOCUMENT, Frame.EVENT, roles, "Milk");
    Claim again = claim(DOCUMENT, Frame.EVENT, roles, "Milk goes.");
    Claim there = claim(document("004", "So they met."), Frame.EVENT, roles, "they met");
    assertThat(Iris.about(here)).isEqualTo(Iris.about(again)).isNotEqualTo(Iris.about(there));
  }

  @Test
  void aTradeFlowIsAboutNoThingOfItsOwn() {
    assertThat(Iris.about(claim(DOCUMENT, Frame.TRADE_FLOW, roles(Role.PRODUCT, MILK), "Milk")))
        .isEmpty();
  }

  @Test
  void languagesAreThoseOfTheAuthorityTable() {
    assertThat(Iris.language(Language.KK).stringValue())
        .isEqualTo("http://publications.europa.eu/resource/authority/language/KAZ");
  }
}
