package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure of a sentence.
 *
 * @param from its first token, a sign or currency before the number included, words of bound not
 * @param to the token after its last
 * @param number the amount, in the unit's base: 500 kg are 0.5 (t), 22.4 million 22400000, 23 % are
 *     23, a third 0.333, {@code 2.5 times} and {@code um das 2,5-Fache} 2.5; of a range the upper
 *     end
 * @param unit the ISO 4217 code of money, the unit of a measure or duration; else empty
 * @param bound what the words around it, or a range, say of it; holds for the number, not for the
 *     growth
 * @param per the unit of time (or area) that the amount is for
 * @param growth relative growth, as far as the sentence decides it: {@code up 9.8%} 0.098, {@code
 *     107.5% of 2020} 0.075, {@code halved} -0.5
 * @param scaled whether a multiplier such as {@code million} stands in it: a bare number with one
 *     is mostly money whose currency the passage gives
 */
public record QuantityMention(
    int from,
    int to,
    Kind kind,
    BigDecimal number,
    Optional<String> unit,
    Optional<Bound> bound,
    Optional<String> per,
    Reading reading,
    Optional<BigDecimal> growth,
    boolean scaled) {

  public QuantityMention {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("A figure cannot stand at tokens " + from + " to " + to);
    }
  }

  public enum Kind {
    MONEY,
    PERCENT,
    /** A difference of two shares; never a growth. */
    PERCENTAGE_POINTS,
    MEASURE,
    /** Places of work; the unit is the person. */
    JOBS,
    /** A length of time. */
    DURATION,
    /** A number with no unit; what is counted follows, or the passage tells. */
    COUNT,
    /** How many times as much. */
    FACTOR,
    /** A part of a whole. */
    FRACTION,
    /** A place in a row, a rank or a number that only names something: no amount. */
    ORDINAL
  }

  /** What the words around a figure make of it. */
  public enum Reading {
    PLAIN,
    /** A difference: {@code by 3 %}, {@code um 5 Mio. Dollar gestiegen}. */
    CHANGE,
    /** The previous period is 100: {@code 107.5% of 2020}. */
    LEVEL,
    /** The value before a change: {@code from 5 to 6 million}. */
    FROM,
    /** The value after a change: {@code fell to $478 million}. */
    TO
  }

  /**
   * The relative growth of a change whose direction the caller knows, 1 for rise, -1 for fall;
   * empty where no growth lies in the figure. Halved by two is a fall to a half: a factor falls by
   * division.
   */
  public Optional<BigDecimal> growth(int direction) {
    return switch (kind) {
      case PERCENT -> Optional.of(Growth.ofPercent(number, direction));
      case FRACTION -> Optional.of(Growth.ofFraction(number, direction));
      case FACTOR -> Optional.of(Growth.ofFactor(number, direction));
      default -> Optional.empty();
    };
  }

  /** A plain figure, of which nothing more is known yet. */
  static QuantityMention of(int from, int to, Kind kind, BigDecimal number) {
    return new QuantityMention(
        from,
        to,
        kind,
        Numbers.plain(number),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Reading.PLAIN,
        Optional.empty(),
        false);
  }

  QuantityMention read(Reading as, Optional<BigDecimal> growing) {
    return new QuantityMention(from, to, kind, number, unit, bound, per, as, growing, scaled);
  }

  QuantityMention bounded(Optional<Bound> by) {
    return new QuantityMention(from, to, kind, number, unit, by, per, reading, growth, scaled);
  }

  QuantityMention measured(String code, boolean multiplied) {
    Optional<String> in = code.isEmpty() ? Optional.empty() : Optional.of(code);
    return new QuantityMention(from, to, kind, number, in, bound, per, reading, growth, multiplied);
  }

  /** In Russian a unit before its number makes it about so many. */
  QuantityMention afterUnit(SentenceWords.Hit measure) {
    return new QuantityMention(
        measure.from(),
        to,
        Kind.MEASURE,
        Numbers.plain(number.multiply(measure.number())),
        Optional.of(measure.code()),
        Optional.of(bound.orElse(Bound.ABOUT)),
        per,
        reading,
        growth,
        scaled);
  }

  QuantityMention withPer(String unitOfTime) {
    return new QuantityMention(
        from, to, kind, number, unit, bound, Optional.of(unitOfTime), reading, growth, scaled);
  }
}
