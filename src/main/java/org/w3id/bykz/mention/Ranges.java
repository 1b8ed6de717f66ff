package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.BitSet;
import org.w3id.bykz.mention.Figure.Tail;
import org.w3id.bykz.mention.Numbers.Amount;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;

/** Finds the second of two figures that belong together: of a range, or of a pair with one unit. */
final class Ranges {

  private final SentenceWords words;
  private final BitSet taken;
  private final Figures figures;
  private final Surroundings surroundings;
  private final NumbersInNames names;

  Ranges(SentenceWords words, BitSet taken, Figures figures, Surroundings surroundings) {
    this.words = words;
    this.taken = taken;
    this.figures = figures;
    this.surroundings = surroundings;
    this.names = new NumbersInNames(words, taken);
  }

  /** The upper end of a range that begins with {@code low}; null if it begins none. */
  Figure upperEnd(Figure low, Tail tail) {
    Hit joint = words.find(tail.to(), ScannerWord.Kind.RANGE);
    if (joint == null && words.findBefore(low.from(), ScannerWord.Kind.BETWEEN) != null) {
      joint = words.find(tail.to(), ScannerWord.Kind.AND);
    }
    Figure high = joint == null || isTaken(joint.to()) ? null : figures.unsigned(joint.to());
    if (high == null || names.isPartOfWord(high.amount()) || isChange(low, joint)) {
      return null;
    }
    boolean rises = lowEnd(low, high).compareTo(high.amount().value()) < 0;
    return rises && isAlike(tail, figures.tail(high)) ? high : null;
  }

  private boolean isTaken(int i) {
    return i >= words.size() || taken.get(i);
  }

  private static boolean isAlike(Tail low, Tail high) {
    return low.kind() == Kind.COUNT
        || (low.kind() == Kind.MONEY && high.kind() == Kind.COUNT)
        || (low.kind() == high.kind() && low.unit().equals(high.unit()));
  }

  /** The lower end takes the multiplier of the upper one: {@code 5-6 billion}. */
  private static BigDecimal lowEnd(Figure low, Figure high) {
    BigDecimal value = low.amount().value();
    BigDecimal multiplied = value.multiply(high.amount().multiplier());
    boolean shares = !low.amount().isScaled() && multiplied.compareTo(high.amount().value()) < 0;
    return shares ? multiplied : value;
  }

  /** {@code rose from 5 to 6 million} is two values and no range. */
  private boolean isChange(Figure low, Hit joint) {
    int before = surroundings.beforeBounds(low.from());
    return words.findBefore(before, ScannerWord.Kind.FROM) != null
        && words.is(joint.from(), ScannerWord.Kind.TO)
        && surroundings.changesBefore(low.from());
  }

  /** Both ends as one figure with the value of the upper. */
  static Figure joined(Figure low, Figure high) {
    Hit currency = high.currency() == null ? low.currency() : high.currency();
    Amount top = high.amount();
    Amount amount =
        new Amount(
            low.amount().from(), top.to(), top.value(), top.multiplier(), top.digits(), top.over());
    return new Figure(low.from(), low.sign(), currency, amount);
  }

  /** {@code на 310 и 95 миллионов долларов}: the figure that a bare one shares the unit of. */
  Figure sharing(Figure figure) {
    Hit and = joint(figure);
    if (and == null || !figure.amount().digits()) {
      return null;
    }
    Figure other = isTaken(and.to()) ? null : figures.unsigned(and.to());
    if (other == null || !other.amount().digits() || other.currency() != null) {
      return null;
    }
    Kind kind = figures.tail(other).kind();
    boolean unit = kind == Kind.MONEY || kind == Kind.PERCENT || kind == Kind.MEASURE;
    return unit || (other.amount().isScaled() && !figure.amount().isScaled()) ? other : null;
  }

  /** {@code and}, or {@code to} between the values before and after a change. */
  private Hit joint(Figure figure) {
    int end = figure.amount().to();
    boolean from =
        words.findBefore(surroundings.beforeBounds(figure.from()), ScannerWord.Kind.FROM) != null;
    Hit to = from ? words.find(end, ScannerWord.Kind.TO) : null;
    return to == null ? words.find(end, ScannerWord.Kind.AND) : to;
  }
}
