package org.w3id.bykz.mention;

import java.math.BigDecimal;
import org.w3id.bykz.mention.Numbers.Amount;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;

/**
 * A number as a sentence has it, before its surroundings are read.
 *
 * @param from its first token, sign and currency included
 * @param sign 1 or -1 where it has one, else 0
 * @param currency the currency before it; null if there is none
 */
record Figure(int from, int sign, Hit currency, Amount amount) {

  /**
   * What makes an amount of a number.
   *
   * @param unit code of the unit or currency; empty if there is none
   * @param size of the unit, in the base unit; of a fraction the denominator
   * @param to the token after it
   * @param over whether words inside put it above: {@code Миллиард с лишним долларов}
   */
  record Tail(Kind kind, String unit, BigDecimal size, int to, boolean over) {

    static Tail of(Kind kind, int to) {
      return new Tail(kind, "", BigDecimal.ONE, to, false);
    }

    static Tail money(Hit currency, int to) {
      return new Tail(Kind.MONEY, currency.code(), BigDecimal.ONE, to, false);
    }

    static Tail measure(Hit unit) {
      return new Tail(Kind.MEASURE, unit.code(), unit.number(), unit.to(), false);
    }

    Tail withOver(boolean more) {
      return new Tail(kind, unit, size, to, more);
    }

    static Tail jobs(Hit job) {
      return new Tail(Kind.JOBS, job.code(), BigDecimal.ONE, job.to(), false);
    }

    /** The same unit for an amount that ends at {@code end}. */
    Tail endingAt(int end) {
      return new Tail(kind, unit, size, end, false);
    }
  }
}
