package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Locale;
import org.w3id.bykz.mention.Figure.Tail;
import org.w3id.bykz.mention.Numbers.Amount;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Reads a number with the sign and currency before it and the unit after it. */
final class Figures {

  private final SentenceWords words;
  private final BitSet taken;
  private final Numbers numbers;
  private final NumbersInNames names;

  Figures(SentenceWords words, BitSet taken) {
    this.words = words;
    this.taken = taken;
    this.numbers = new Numbers(words, taken);
    this.names = new NumbersInNames(words, taken);
  }

  /** The figure that begins at token {@code i}, with its sign and currency; null if none does. */
  Figure signed(int i) {
    Hit sign = words.find(i, ScannerWord.Kind.SIGN);
    if (sign == null) {
      return read(i, i, 0);
    }
    return isSign(sign) ? read(i, sign.to(), sign.intNumber()) : null;
  }

  Figure unsigned(int i) {
    return read(i, i, 0);
  }

  private Figure read(int from, int i, int sign) {
    Hit currency = currencyBefore(i);
    int start = currency == null ? i : currency.to();
    if (start >= words.size() || names.skip(start) > start) {
      return null;
    }
    Amount amount = numbers.read(start);
    return amount == null ? null : new Figure(from, sign, currency, amount);
  }

  /** A minus stands right before its number and not between two things. */
  private boolean isSign(Hit sign) {
    int next = sign.to();
    boolean number = words.isNumber(next) || currencyBefore(next) != null;
    boolean joins = words.isAttached(sign.from()) && !words.is(sign.from() - 1, "(");
    return number && (words.isWord(sign.from()) || (words.isAttached(next) && !joins));
  }

  /** A currency's sign, or its code in capitals, before a number. */
  private Hit currencyBefore(int i) {
    Hit hit = words.find(i, ScannerWord.Kind.CURRENCY);
    boolean number =
        hit != null && (words.isNumber(hit.to()) || words.is(hit.to(), ScannerWord.Kind.NUMERAL));
    if (!number) {
      return null;
    }
    String text = words.tokens[i].text();
    return words.isWord(i) && !text.equals(text.toUpperCase(Locale.ROOT)) ? null : hit;
  }

  /** What stands after a figure; a bare count if nothing known does. */
  Tail tail(Figure figure) {
    int end = figure.amount().to();
    Tail tail = unit(figure, end);
    if (tail != null) {
      return tail.withOver(figure.amount().over());
    }
    Hit over = words.find(end, ScannerWord.Kind.BOUND_AFTER);
    boolean inside = over != null && Bound.OVER.key().equals(over.code());
    tail = inside ? unit(figure, over.to()) : null;
    return tail == null
        ? Tail.of(Kind.COUNT, end).withOver(figure.amount().over())
        : tail.withOver(true);
  }

  private Tail unit(Figure figure, int end) {
    int at = words.isHyphen(end) ? end + 1 : end;
    boolean free = at < words.size() && !taken.get(at);
    if (figure.currency() != null) {
      Hit again = free ? words.currencyAfter(at) : null;
      boolean same = again != null && again.code().equals(figure.currency().code());
      return Tail.money(figure.currency(), same ? again.to() : end);
    }
    return free ? unit(figure, end, at) : null;
  }

  private Tail unit(Figure figure, int end, int at) {
    Hit points = words.find(at, ScannerWord.Kind.PERCENTAGE_POINT);
    if (points != null) {
      return Tail.of(Kind.PERCENTAGE_POINTS, points.to());
    }
    Hit percent = words.find(at, ScannerWord.Kind.PERCENT);
    if (percent != null) {
      BigDecimal size = percent.word().number().orElse(BigDecimal.ONE);
      return new Tail(Kind.PERCENT, "", size, percent.to(), false);
    }
    Hit currency = words.currencyAfter(at);
    if (currency != null) {
      return Tail.money(currency, currency.to());
    }
    Hit part = words.find(at, ScannerWord.Kind.FRACTION_PART);
    if (part != null && isDenominator(figure, part, end)) {
      return new Tail(Kind.FRACTION, "", part.number(), part.to(), false);
    }
    Hit times = words.find(at, ScannerWord.Kind.TIMES);
    return times == null ? measure(at) : Tail.of(Kind.FACTOR, times.to());
  }

  private Tail measure(int at) {
    Hit job = words.find(at, ScannerWord.Kind.JOB);
    if (job != null) {
      return Tail.jobs(job);
    }
    Hit unit = words.find(at, ScannerWord.Kind.UNIT);
    Hit time = words.find(at, ScannerWord.Kind.DURATION);
    if (unit != null && (time == null || unit.length() >= time.length())) {
      return Tail.measure(unit);
    }
    return time == null
        ? null
        : new Tail(Kind.DURATION, time.code(), BigDecimal.ONE, time.to(), false);
  }

  /** {@code two thirds}, {@code two-thirds}; not {@code two third countries}. */
  private boolean isDenominator(Figure figure, Hit part, int end) {
    boolean plural = words.tokens[part.from()].folded().endsWith("s");
    return !figure.amount().digits()
        && figure.amount().value().compareTo(part.number()) < 0
        && (words.language != Language.EN || words.isHyphen(end) || plural);
  }
}
