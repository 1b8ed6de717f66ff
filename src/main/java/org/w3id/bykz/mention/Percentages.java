package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.QuantityMention.Reading;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/**
 * Tells what a percentage means: {@code up 9.8 %} is a growth, {@code 107.5 % of 2020} a level,
 * {@code 90 % of its products} neither.
 */
final class Percentages {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** From here on a percentage that is compared with another period is a level of it. */
  private static final BigDecimal LEAST_COMPARED = BigDecimal.valueOf(60);

  /** From here on a bare percentage in brackets after a value is one. */
  private static final BigDecimal LEAST_IN_BRACKETS = BigDecimal.valueOf(70);

  /** From here on one beside a growth rate is one. */
  private static final BigDecimal LEAST_OF_RATE = BigDecimal.valueOf(80);

  /** How far, in tokens, a growth rate may stand before its percentage. */
  private static final int RATE_REACH = 5;

  private final SentenceWords words;
  private final List<DateMention> dates;
  private final Direction direction;
  private final Surroundings surroundings;

  Percentages(
      SentenceWords words,
      List<DateMention> dates,
      Direction direction,
      Surroundings surroundings) {
    this.words = words;
    this.dates = dates;
    this.direction = direction;
    this.surroundings = surroundings;
  }

  /** A percentage's reading, with the growth as far as it is decided. */
  record Meaning(Reading reading, Optional<BigDecimal> growth) {}

  /**
   * @param sign of the number itself, 0 if it has none
   * @param afterValue whether a value stands right before it, but for a bracket
   */
  Meaning read(int from, int to, BigDecimal value, int sign, boolean afterValue) {
    int before = direction.before(surroundings.beforeMarkers(from));
    int after = direction.after(to);
    boolean by = surroundings.isDifference(from);
    if (sign != 0) {
      return change(value, sign);
    }
    if (!by && hasRate(from)) {
      boolean level = value.compareTo(LEAST_OF_RATE) >= 0;
      int sense = after != 0 ? after : before != 0 ? before : 1;
      return level ? level(value) : change(value, sense);
    }
    if (by || after != 0) {
      int sense = after != 0 ? after : before != 0 ? before : direction.of(from, to);
      return change(value, sense);
    }
    if (before != 0) {
      return isBareLevel(from, value) ? level(value) : change(value, before);
    }
    return isLevel(from, to, value, afterValue)
        ? level(value)
        : new Meaning(surroundings.of(from), Optional.empty());
  }

  private static Meaning level(BigDecimal value) {
    return new Meaning(Reading.LEVEL, Optional.of(Growth.ofLevel(value)));
  }

  private static Meaning change(BigDecimal value, int sense) {
    return new Meaning(
        Reading.CHANGE,
        sense == 0 ? Optional.empty() : Optional.of(Growth.ofPercent(value, sense)));
  }

  /** {@code рост 118,2 %}: with nothing between, a rise to that level; not so in English. */
  private boolean isBareLevel(int from, BigDecimal value) {
    return words.language != Language.EN
        && value.compareTo(HUNDRED) >= 0
        && words.findBefore(from, Kind.DIRECTION) != null;
  }

  /** Whether a growth rate stands before the percentage. */
  private boolean hasRate(int from) {
    for (int i = from - 1; i >= 0 && i >= from - RATE_REACH; i--) {
      Hit hit = words.find(i, Kind.GROWTH_RATE);
      if (hit != null && hit.to() <= from) {
        return true;
      }
      if (words.is(i, ",") || words.is(i, ";") || words.is(i, "%")) {
        return false;
      }
    }
    return false;
  }

  private boolean isLevel(int from, int to, BigDecimal value, boolean afterValue) {
    boolean compared = words.is(to, Kind.COMPARISON) && value.compareTo(LEAST_COMPARED) >= 0;
    boolean ofDate = words.is(to, Kind.WEAK_BY) && isDate(to + 1);
    boolean inBrackets =
        afterValue
            && words.is(from - 1, "(")
            && words.is(to, ")")
            && value.compareTo(LEAST_IN_BRACKETS) >= 0;
    return words.is(to, Kind.LEVEL)
        || compared
        || ofDate
        || inBrackets
        || value.compareTo(HUNDRED) > 0;
  }

  private boolean isDate(int i) {
    return Few.of(dates).anyMatch(date -> date.from() == i);
  }
}
