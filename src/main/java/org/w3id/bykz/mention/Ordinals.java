package org.w3id.bykz.mention;

import java.math.BigDecimal;
import org.w3id.bykz.mention.Numbers.Amount;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Reads numbers that stand for a place in a row or only name something. */
final class Ordinals {

  /** German writes {@code 14. Sitzung}; a longer number before a point ends a sentence. */
  private static final int LARGEST_WITH_POINT = 999;

  private final SentenceWords words;
  private final Numbers numbers;

  Ordinals(SentenceWords words, Numbers numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /** The ordinal at token {@code i}; null if there is none. */
  QuantityMention read(int i) {
    QuantityMention named = named(i);
    if (named != null) {
      return named;
    }
    if (words.isNumber(i)) {
      return inDigits(i);
    }
    Hit word = words.find(i, ScannerWord.Kind.ORDINAL);
    Hit fraction = word == null ? null : words.find(i, ScannerWord.Kind.FRACTION);
    boolean part = fraction != null && fraction.length() > word.length();
    return word == null || part ? null : of(i, word.to(), word.number());
  }

  /** {@code № 5}, {@code top five}. */
  private QuantityMention named(int i) {
    Hit label = words.find(i, ScannerWord.Kind.LABEL_BEFORE);
    Amount number = label == null ? null : numbers.read(label.to());
    return number == null || number.multiplier().compareTo(BigDecimal.ONE) != 0
        ? null
        : of(i, number.to(), number.value());
  }

  /** {@code 5th}, {@code 5-й}, {@code 14. Sitzung}, {@code 1)} at the head of a list. */
  private QuantityMention inDigits(int i) {
    int value = words.digits(i);
    if (value < 0) {
      return null;
    }
    int suffix = words.isHyphen(i + 1) ? i + 2 : i + 1;
    if (words.isAttached(suffix) && words.is(suffix, ScannerWord.Kind.ORDINAL_SUFFIX)) {
      return of(i, suffix + 1, BigDecimal.valueOf(value));
    }
    boolean point = words.is(i + 1, ".") && words.isAttached(i + 1);
    boolean german =
        point
            && words.language == Language.DE
            && value <= LARGEST_WITH_POINT
            && words.isWord(i + 2);
    boolean listed = i == 0 && (point || words.is(1, ")")) && words.size() > 2;
    return german || listed ? of(i, i + 1, BigDecimal.valueOf(value)) : null;
  }

  private static QuantityMention of(int from, int to, BigDecimal value) {
    return QuantityMention.of(from, to, Kind.ORDINAL, value);
  }
}
