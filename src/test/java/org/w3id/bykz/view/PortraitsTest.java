package org.w3id.bykz.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.SmallWorld;

class PortraitsTest {

  private static final Endpoint WORLD = Endpoint.of(SmallWorld.derived());
  private static final ClaimIndex CLAIMS = ClaimIndex.of(WORLD);

  @Test
  void namesAThingInTheReadersLanguage() {
    Portrait grodno = portrait("region/BY-HR", "ru");
    assertThat(grodno.name()).isEqualTo("Гродненская область");
    assertThat(grodno.kind()).isEqualTo("Область");
    assertThat(grodno.otherNames()).containsExactly("Gebiet Grodno", "Grodno Region");
    assertThat(grodno.facts())
        .contains(
            new Card.Part("Код", List.of(new Link("BY-HR", ""))),
            new Card.Part(
                "Организации здесь",
                List.of(
                    new Link("Мебельная фабрика «Неман»", "/id/organisation/neman-furniture"))));
  }

  @Test
  void groupsItsClaimsByKindAndFactsBeforePlans() {
    Portrait grodno = portrait("region/BY-HR", "en");
    assertThat(grodno.groups())
        .extracting(Portrait.Group::kind)
        .containsExactly(
            "agreement", "cooperation", "event", "office", "trade-flow", "trade-value");
    Portrait.Group flows = grodno.groups().get(4);
    assertThat(flows.cards())
        .extracting(Card::isFact)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(flows.facts() + flows.plans()).isEqualTo(flows.cards().size());
  }

  @Test
  void showsWhoWhatHowMuchAndWhereItStands() {
    Card card =
        portrait("organisation/mtz", "en").groups().stream()
            .filter(group -> group.kind().equals("trade-flow"))
            .findFirst()
            .orElseThrow()
            .cards()
            .get(0);
    assertThat(card.parts())
        .containsExactly(
            new Card.Part(
                "exporter", List.of(new Link("Minsk Tractor Works", "/id/organisation/mtz"))),
            new Card.Part("importer", List.of(new Link("Kazakhstan", "/id/country/KZ"))),
            new Card.Part("product", List.of(new Link("tractors", "/id/product/tractors"))));
    assertThat(card.quote().href()).isEqualTo("/sources/004#char=0,64");
    assertThat(card.source().title())
        .isEqualTo(new Link("Traktoren für Kasachstan", "/sources/004"));
  }

  @Test
  void tellsWhatItIsLinkedWith() {
    assertThat(portrait("organisation/mtz", "en").neighbours().rows())
        .extracting(row -> row.get(1).link().text() + " " + row.get(2).link().text())
        .contains("exports tractors", "exports to Kazakhstan");
  }

  private static Portrait portrait(String key, String language) {
    return Portraits.of(
        NodeFactory.createURI("https://w3id.org/bykz/id/" + key),
        new Reader(language),
        WORLD,
        CLAIMS);
  }
}
