package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.BitSet;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * Reads numbers as they are written: {@code 1,234.5} and {@code 1.234,5} by language, {@code 10
 * 000}, {@code two hundred and five}, {@code 2 Tsd. 542}, {@code one and a half billion}.
 */
final class Numbers {

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** Longer runs of digits are account and telephone numbers. */
  private static final int LONGEST = 32;

  private final SentenceWords words;
  private final BitSet taken;

  Numbers(SentenceWords words, BitSet taken) {
    this.words = words;
    this.taken = taken;
  }

  /**
   * A number with its multipliers.
   *
   * @param digits whether it is written in digits
   * @param over whether words inside it put it above: {@code три с лишним тысячи}
   */
  record Amount(
      int from, int to, BigDecimal value, BigDecimal multiplier, boolean digits, boolean over) {

    boolean isScaled() {
      return multiplier.compareTo(THOUSAND) >= 0;
    }

    Amount times(BigDecimal factor) {
      return new Amount(from, to, value.multiply(factor), factor, digits, over);
    }
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The number that begins at token {@code i}; null if none does. */
  Amount read(int i) {
    Amount amount = part(i);
    if (amount == null) {
      return null;
    }
    BigDecimal smallest = magnitude(amount);
    while (smallest.compareTo(THOUSAND) >= 0 && isFree(amount.to())) {
      Amount next = part(amount.to());
      if (next == null || !continues(smallest, next)) {
        break;
      }
      amount =
          new Amount(
              amount.from(),
              next.to(),
              amount.value().add(next.value()),
              amount.multiplier(),
              amount.digits(),
              amount.over());
      smallest = next.multiplier();
    }
    return amount;
  }

  private static BigDecimal magnitude(Amount amount) {
    return isRound(amount) && !amount.isScaled() ? room(amount.value()) : amount.multiplier();
  }

  /** {@code 2 млн 300 тыс.}, {@code 2 Tsd. 542}; a bare number goes on after thousands alone. */
  private static boolean continues(BigDecimal smallest, Amount next) {
    boolean bare = next.multiplier().compareTo(THOUSAND) < 0;
    return next.multiplier().compareTo(smallest) < 0
        && next.value().compareTo(smallest) < 0
        && next.value().stripTrailingZeros().scale() <= 0
        && (!bare || smallest.compareTo(THOUSAND) == 0);
  }

  private Amount part(int i) {
    if (!isFree(i)) {
      return null;
    }
    Amount amount = words.isNumber(i) ? literal(i) : numeral(i);
    return amount == null ? null : scaled(amount);
  }

  private boolean isFree(int i) {
    return i < words.size() && !taken.get(i);
  }

  private Amount scaled(Amount amount) {
    Amount scaled = withHalf(amount, isRound(amount) ? amount.value() : BigDecimal.ONE);
    BigDecimal multiplier = BigDecimal.ONE;
    boolean over = false;
    for (int count = 0; count < 2; count++) {
      Hit more = words.find(scaled.to(), Kind.BOUND_AFTER);
      int at = more == null ? scaled.to() : more.to();
      at = words.isHyphen(at) ? at + 1 : at;
      Hit hit = words.find(at, Kind.MULTIPLIER);
      if (hit == null || taken.get(at) || !isMultiplier(amount, hit)) {
        break;
      }
      over |= more != null;
      multiplier = multiplier.multiply(hit.number());
      scaled =
          new Amount(
              scaled.from(),
              hit.to(),
              scaled.value().multiply(hit.number()),
              multiplier,
              scaled.digits(),
              over);
      scaled = withHalf(scaled, hit.number());
    }
    return new Amount(
        scaled.from(), scaled.to(), plain(scaled.value()), multiplier, scaled.digits(), over);
  }

  /** {@code a billion}, in words. */
  private static boolean isRound(Amount amount) {
    return !amount.digits()
        && amount.value().signum() > 0
        && amount.value().remainder(THOUSAND).signum() == 0;
  }

  private Amount withHalf(Amount amount, BigDecimal unit) {
    Hit half = words.find(amount.to(), Kind.ADDEND);
    if (half == null) {
      return amount;
    }
    return new Amount(
        amount.from(),
        half.to(),
        amount.value().add(half.number().multiply(unit)),
        amount.multiplier(),
        amount.digits(),
        amount.over());
  }

  /**
   * A single letter is a multiplier only right after digits, {@code m} and {@code b} beside a unit.
   */
  private boolean isMultiplier(Amount amount, Hit hit) {
    String text = words.tokens[hit.from()].folded();
    if (hit.length() > 1 || text.length() > 1) {
      return true;
    }
    boolean unit =
        words.findBefore(amount.from(), Kind.CURRENCY) != null
            || words.is(hit.to(), Kind.CURRENCY)
            || words.is(hit.to(), Kind.UNIT);
    return amount.digits() && words.isAttached(hit.from()) && (unit || text.equals("k"));
  }

  // Digits

  private Amount literal(int i) {
    int end = i + 1;
    String text = words.tokens[i].folded();
    if (isShortGroup(text)) {
      StringBuilder joined = new StringBuilder(text);
      while (isGroup(end)) {
        joined.append(words.tokens[end].folded());
        end++;
      }
      text = joined.toString();
    }
    boolean scaled = words.is(end, Kind.MULTIPLIER);
    BigDecimal value = parse(text, words.language, scaled);
    return value == null ? null : new Amount(i, end, value, BigDecimal.ONE, true, false);
  }

  private static boolean isShortGroup(String text) {
    return text.length() <= 3 && text.charAt(0) != '0' && areDigits(text, 0, text.length());
  }

  /** Whether a group of three digits, perhaps with decimals, goes on after one space. */
  private boolean isGroup(int i) {
    if (!words.isNumber(i) || taken.get(i) || !words.tokens[i].spaceBefore()) {
      return false;
    }
    Token token = words.tokens[i];
    String text = token.folded();
    boolean decimals = text.length() > 3 && !Character.isDigit(text.charAt(3));
    return token.begin() - words.tokens[i - 1].end() == 1
        && text.length() >= 3
        && areDigits(text, 0, 3)
        && (text.length() == 3 || (decimals && areDigits(text, 4, text.length())));
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit < '0' || unit > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * The value of digits with points and commas, or null for what is no number, such as {@code
   * 25.09.2022}. The language says which of the two sets off decimals; the other one sets off
   * thousands where exactly three digits follow, else decimals too ({@code 1,6 times} in an English
   * text).
   *
   * @param scaled whether a multiplier follows; in Russian a point is then no separator of
   *     thousands
   */
  static BigDecimal parse(String text, Language language, boolean scaled) {
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (text.length() > LONGEST) {
      return null;
    }
    if (last < 0) {
      return areDigits(text, 0, text.length()) ? new BigDecimal(text) : null;
    }
    char mark = text.charAt(last);
    int first = indexOfMark(text);
    boolean decimals = text.charAt(first) != mark || !isThousands(text, mark, language, scaled);
    if (!decimals) {
      return whole(text, text.length(), mark);
    }
    if (first == last) {
      return decimal(text, last, new BigDecimal(0), text.substring(0, last));
    }
    char other = text.charAt(first);
    if (other == mark) {
      return null;
    }
    BigDecimal head = whole(text, last, other);
    return head == null ? null : decimal(text, last, head, "");
  }

  private static BigDecimal decimal(String text, int mark, BigDecimal head, String whole) {
    String tail = text.substring(mark + 1);
    if (!areDigits(tail, 0, tail.length()) || !areDigits(whole, 0, whole.length())) {
      return null;
    }
    return head.add(new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + tail));
  }

  private static int indexOfMark(String text) {
    int i = 0;
    while (text.charAt(i) != '.' && text.charAt(i) != ',') {
      i++;
    }
    return i;
  }

  private static boolean isThousands(String text, char mark, Language language, boolean scaled) {
    boolean several = text.indexOf(mark) != text.lastIndexOf(mark);
    if (several) {
      return true;
    }
    int at = text.indexOf(mark);
    boolean grouped = text.length() - at - 1 == 3 && at <= 3 && text.charAt(0) != '0';
    char decimalMark = language == Language.EN ? '.' : ',';
    boolean western = language == Language.EN || language == Language.DE;
    return grouped && mark != decimalMark && (western || !scaled);
  }

  /** Digits in groups of three with {@code mark} between; null if they are not. */
  private static BigDecimal whole(String text, int end, char mark) {
    StringBuilder digits = new StringBuilder(end);
    int group = -1;
    for (int i = 0; i < end; i++) {
      char unit = text.charAt(i);
      if (unit == mark) {
        if (group == -1 ? i > 3 : group != 3) {
          return null;
        }
        group = 0;
      } else if (unit >= '0' && unit <= '9') {
        digits.append(unit);
        group = group == -1 ? -1 : group + 1;
      } else {
        return null;
      }
    }
    return group == -1 || group == 3 ? new BigDecimal(digits.toString()) : null;
  }

  // Words

  /** Numerals that go on falling: {@code четыреста двенадцать}, {@code two hundred and five}. */
  private Amount numeral(int i) {
    Hit first = words.find(i, Kind.NUMERAL);
    if (first == null) {
      return null;
    }
    BigDecimal value = first.number();
    BigDecimal room = room(value);
    int end = first.to();
    while (true) {
      Hit hundred = words.find(end, Kind.MULTIPLIER);
      if (hundred != null
          && hundred.number().compareTo(HUNDRED) == 0
          && value.compareTo(HUNDRED) < 0) {
        value = value.multiply(HUNDRED);
        room = HUNDRED;
        end = hundred.to();
        continue;
      }
      if (value.compareTo(THOUSAND) >= 0) {
        return new Amount(i, end, value, BigDecimal.ONE, false, false);
      }
      Hit next = words.find(afterJoint(end, value), Kind.NUMERAL);
      if (next == null || taken.get(next.from()) || next.number().compareTo(room) >= 0) {
        return new Amount(i, end, value, BigDecimal.ONE, false, false);
      }
      value = value.add(next.number());
      room = room(next.number());
      end = next.to();
    }
  }

  private int afterJoint(int end, BigDecimal value) {
    if (words.isHyphen(end)) {
      return end + 1;
    }
    Hit and = value.compareTo(HUNDRED) >= 0 ? words.find(end, Kind.AND) : null;
    return and == null ? end : and.to();
  }

  /** Below what a numeral must be to be added to {@code value}: 10 after 20, 100 after 200. */
  private static BigDecimal room(BigDecimal value) {
    if (value.stripTrailingZeros().scale() > 0 || value.compareTo(TEN) <= 0) {
      return BigDecimal.ZERO;
    }
    for (BigDecimal unit : new BigDecimal[] {MILLION, THOUSAND, HUNDRED, TEN}) {
      if (value.remainder(unit).signum() == 0) {
        return unit;
      }
    }
    return BigDecimal.ZERO;
  }
}
