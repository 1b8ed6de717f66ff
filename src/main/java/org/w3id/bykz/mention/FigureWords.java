package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.QuantityMention.Reading;
import org.w3id.bykz.mention.SentenceWords.Hit;

/**
 * Reads figures that are words: {@code doubled}, {@code eightfold}, {@code a third}, {@code вдвое}.
 */
final class FigureWords {

  private static final int DECIMALS = 3;

  private final SentenceWords words;
  private final Direction direction;
  private final Surroundings surroundings;

  FigureWords(SentenceWords words, Direction direction, Surroundings surroundings) {
    this.words = words;
    this.direction = direction;
    this.surroundings = surroundings;
  }

  /** The figure in words at token {@code i}; null if there is none. */
  QuantityMention read(int i) {
    Hit growth = words.find(i, ScannerWord.Kind.GROWTH);
    if (growth != null) {
      return growth(growth);
    }
    Hit factor = words.find(i, ScannerWord.Kind.FACTOR);
    if (factor != null) {
      return factor(i, factor.to(), factor.number());
    }
    Hit times = words.find(i, ScannerWord.Kind.TIMES_WORD);
    if (times != null) {
      return isCompared(i, times.to()) ? factor(i, times.to(), times.number()) : null;
    }
    QuantityMention share = every(i);
    return share == null ? fraction(i) : share;
  }

  private static QuantityMention growth(Hit hit) {
    BigDecimal growth = Numbers.plain(hit.number());
    return QuantityMention.of(hit.from(), hit.to(), Kind.FACTOR, growth.add(BigDecimal.ONE))
        .read(Reading.CHANGE, Optional.of(growth));
  }

  /** {@code every fifth}. */
  private QuantityMention every(int i) {
    Hit every = words.find(i, ScannerWord.Kind.EVERY);
    Hit which = every == null ? null : words.find(every.to(), ScannerWord.Kind.ORDINAL);
    return which == null || which.intNumber() < 2
        ? null
        : fraction(i, which.to(), share(BigDecimal.ONE, which.number()));
  }

  static BigDecimal share(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }

  private QuantityMention fraction(int i) {
    Hit fraction = words.find(i, ScannerWord.Kind.FRACTION);
    if (fraction == null) {
      fraction = words.find(i, ScannerWord.Kind.ARTICLE_FRACTION);
      if (fraction != null && !standsAlone(fraction)) {
        return ordinal(fraction);
      }
    }
    Hit numeral = words.find(i, ScannerWord.Kind.NUMERAL);
    boolean longer = fraction != null && (numeral == null || fraction.length() > numeral.length());
    return longer ? fraction(i, fraction.to(), fraction.number()) : null;
  }

  private static QuantityMention ordinal(Hit fraction) {
    BigDecimal place = BigDecimal.ONE.divide(fraction.number(), 0, RoundingMode.HALF_UP);
    return QuantityMention.of(fraction.from(), fraction.to(), Kind.ORDINAL, place);
  }

  /** {@code a third} is a fraction unless a noun follows. */
  private boolean standsAlone(Hit fraction) {
    int next = fraction.to();
    return !words.isWord(next)
        || words.is(next, ScannerWord.Kind.PARTICLE)
        || words.is(next, ScannerWord.Kind.COMPARATIVE)
        || words.is(next, ScannerWord.Kind.COMPARISON);
  }

  QuantityMention fraction(int from, int to, BigDecimal value) {
    QuantityMention mention = QuantityMention.of(from, to, Kind.FRACTION, value);
    int beside = direction.beside(surroundings.beforeMarkers(from), to);
    boolean by = surroundings.isDifference(from);
    int sense = beside == 0 && by ? direction.of(from, to) : beside;
    Optional<BigDecimal> growth =
        sense == 0 ? Optional.empty() : Optional.of(Growth.ofFraction(value, sense));
    boolean change = by || beside != 0;
    return mention
        .read(change ? Reading.CHANGE : surroundings.of(from), growth)
        .bounded(surroundings.bound(from, to));
  }

  QuantityMention factor(int from, int to, BigDecimal value) {
    int beside = direction.beside(surroundings.beforeMarkers(from), to);
    int sense = beside == 0 ? direction.inClause(from, to) : beside;
    return QuantityMention.of(from, to, Kind.FACTOR, value)
        .read(Reading.CHANGE, Optional.of(Growth.ofFactor(value, sense)));
  }

  /** Whether a number of times is a factor and not a number of occasions. */
  boolean isCompared(int from, int to) {
    return words.is(to, ScannerWord.Kind.COMPARATIVE)
        || words.is(to, ScannerWord.Kind.COMPARISON)
        || direction.beside(surroundings.beforeMarkers(from), to) != 0;
  }
}
