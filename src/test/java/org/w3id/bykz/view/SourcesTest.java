package org.w3id.bykz.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.SmallWorld;
import org.w3id.bykz.view.SourceView.Piece;

class SourcesTest {

  private static final Endpoint WORLD = Endpoint.of(SmallWorld.derived());
  private static final ClaimIndex CLAIMS = ClaimIndex.of(WORLD);

  @ParameterizedTest
  @ValueSource(strings = {"001", "002", "003", "004"})
  void marksThePassagesOfAllClaimsAndLosesNoCharacter(String key) {
    SourceView source = source(key);
    assertThat(source.cards()).isNotEmpty();
    for (Card card : source.cards()) {
      assertThat(joined(source.pieces().stream().filter(piece -> rests(card, piece)).toList()))
          .as(card.key())
          .isEqualTo(card.quote().text());
      String fragment = card.quote().href().substring(card.quote().href().indexOf('#') + 1);
      assertThat(source.pieces()).anyMatch(piece -> piece.begins().contains(fragment));
    }
    assertThat(joined(source.pieces())).contains(source.cards().get(0).quote().text());
  }

  @Test
  void tellsWhatASourceIs() {
    SourceView source = source("004");
    assertThat(source.title()).isEqualTo("Traktoren für Kasachstan");
    assertThat(source.issued()).isEqualTo("29 August 2022");
    assertThat(source.tongue()).isEqualTo("de");
  }

  @Test
  void knowsNoOthers() {
    assertThat(Sources.of(iri("999"), Reader.ENGLISH, WORLD, CLAIMS)).isEmpty();
  }

  private static boolean rests(Card card, Piece piece) {
    return piece.claims().contains(card.key());
  }

  private static String joined(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static SourceView source(String key) {
    return Sources.of(iri(key), Reader.ENGLISH, WORLD, CLAIMS).orElseThrow();
  }

  private static Node iri(String key) {
    return NodeFactory.createURI("https://w3id.org/bykz/id/source/" + key);
  }
}
