package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Relative growth out of the ways in which newswire puts it. */
final class Growth {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  private Growth() {}

  static BigDecimal ofPercent(BigDecimal percent, int direction) {
    return signed(percent.movePointLeft(2), direction);
  }

  /** {@code 107.5%} of the period before. */
  static BigDecimal ofLevel(BigDecimal percent) {
    return Numbers.plain(percent.subtract(HUNDRED).movePointLeft(2));
  }

  static BigDecimal ofFraction(BigDecimal fraction, int direction) {
    return signed(fraction, direction);
  }

  /** {@code в 2,5 раза}: up to 2.5 times as much, or down to one part in 2.5. */
  static BigDecimal ofFactor(BigDecimal factor, int direction) {
    if (direction < 0 && factor.compareTo(BigDecimal.ONE) > 0) {
      return Numbers.plain(
          BigDecimal.ONE.divide(factor, DECIMALS, RoundingMode.HALF_UP).subtract(BigDecimal.ONE));
    }
    return Numbers.plain(factor.subtract(BigDecimal.ONE));
  }

  private static BigDecimal signed(BigDecimal growth, int direction) {
    return Numbers.plain(direction < 0 ? growth.negate() : growth);
  }
}
