package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.bykz.mention.Bound;
import org.w3id.bykz.mention.QuantityMention;
import org.w3id.bykz.mention.QuantityMention.Kind;

/**
 * A number of a sentence with its meaning.
 *
 * @param amount of money, of the unit or counted; empty where only a change or share is told
 * @param currency ISO 4217 code of money
 * @param unit key of the unit, such as {@code t}
 * @param growth relative change, as in 0.23 for {@code up 23%}
 * @param share part of a whole, as in 0.9 for {@code 90%}
 */
record Figure(
    int from,
    int to,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<String> unit,
    Optional<BigDecimal> growth,
    Optional<BigDecimal> share,
    Optional<String> bound,
    Optional<String> per,
    QuantityMention.Reading reading) {

  /**
   * @param direction what the words around say: 1 rise, -1 fall, 0 nothing
   * @param passage the currency that a scaled number without one is in
   */
  static Figure of(QuantityMention mention, int direction, Optional<String> passage) {
    boolean money =
        mention.kind() == Kind.MONEY
            || (mention.kind() == Kind.COUNT && mention.scaled() && passage.isPresent());
    boolean jobs = mention.kind() == Kind.JOBS;
    boolean amount =
        money || jobs || mention.kind() == Kind.MEASURE || mention.kind() == Kind.COUNT;
    boolean part = mention.kind() == Kind.PERCENT || mention.kind() == Kind.FRACTION;
    Optional<BigDecimal> growth =
        mention
            .growth()
            .or(() -> direction == 0 ? Optional.empty() : mention.growth(direction))
            .or(() -> mention.kind() == Kind.FACTOR ? mention.growth(1) : Optional.empty());
    BigDecimal share =
        mention.kind() == Kind.PERCENT ? mention.number().movePointLeft(2) : mention.number();
    return new Figure(
        mention.from(),
        mention.to(),
        amount ? Optional.of(mention.number()) : Optional.empty(),
        money ? mention.unit().or(() -> passage) : Optional.empty(),
        money ? Optional.empty() : jobs ? Optional.of("person") : mention.unit(),
        growth,
        part ? Optional.of(share) : Optional.empty(),
        mention.bound().map(Bound::key),
        mention.per(),
        mention.reading());
  }

  boolean isMoney() {
    return currency.isPresent();
  }

  boolean isMeasure() {
    return unit.isPresent() && amount.isPresent();
  }

  boolean isCount() {
    return amount.isPresent() && unit.isEmpty() && currency.isEmpty();
  }

  boolean isRatio() {
    return amount.isEmpty();
  }
}
