package org.w3id.bykz.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Span;

class ClaimTest {

  private static final Value BELARUS =
      new Value.Entity(Value.Kind.COUNTRY, "BY", "Belarus", Language.EN, true);

  private static Claim claim(
      Map<Role, List<Value>> roles, Span span, String quote, double confidence) {
    return new Claim(
        "003",
        Frame.AGREEMENT,
        roles,
        Modality.FACT,
        Polarity.POSITIVE,
        Optional.empty(),
        span,
        quote,
        confidence,
        List.of());
  }

  @Test
  void refusesARoleThatItsFrameLacks() {
    assertThatThrownBy(() -> claim(Map.of(Role.PRODUCER, List.of(BELARUS)), new Span(0, 1), "x", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No claim of the frame agreement has a role [PRODUCER]");
  }

  @Test
  void refusesAQuoteThatIsNotAsLongAsItsSpan() {
    assertThatThrownBy(() -> claim(Map.of(), new Span(0, 4), "abc", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("differ in length: abc");
  }

  @Test
  void refusesAClaimWithoutEvidence() {
    assertThatThrownBy(() -> claim(Map.of(), new Span(3, 3), "", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsAQuoteInCodePoints() {
    assertThat(claim(Map.of(), new Span(5, 7), "😀!", 1).quote()).isEqualTo("😀!");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesAConfidenceThatIsNotFromZeroToOne(double confidence) {
    assertThatThrownBy(() -> claim(Map.of(), new Span(0, 1), "x", confidence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Confidence " + confidence + " is not from 0 to 1");
  }

  @Test
  void keepsItsRolesInTheirOrderWhateverBecomesOfTheMapGiven() {
    Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
    List<Value> parties = new ArrayList<>(List.of(BELARUS));
    roles.put(Role.DATE, List.of(new Value.Date("2024")));
    roles.put(Role.PARTY, parties);
    Claim claim = claim(roles, new Span(0, 1), "x", 1);
    roles.clear();
    parties.clear();
    assertThat(claim.roles().keySet()).containsExactly(Role.PARTY, Role.DATE);
    assertThat(claim.values(Role.PARTY)).containsExactly(BELARUS);
  }

  @Test
  void hasNoValuesForARoleThatIsNotFilled() {
    assertThat(claim(Map.of(), new Span(0, 1), "x", 1).values(Role.SECTOR)).isEmpty();
  }
}
