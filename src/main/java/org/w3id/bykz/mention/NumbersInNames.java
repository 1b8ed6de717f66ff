package org.w3id.bykz.mention;

import java.util.BitSet;
import org.w3id.bykz.mention.Numbers.Amount;

/** Tells numbers that are no amounts: in names and compounds, clock times, scores, telephones. */
final class NumbersInNames {

  private final SentenceWords words;
  private final BitSet taken;

  NumbersInNames(SentenceWords words, BitSet taken) {
    this.words = words;
    this.taken = taken;
  }

  /** Where to go on if the number at token {@code i} is no amount; else {@code i}. */
  int skip(int i) {
    if (!words.isNumber(i)) {
      return i;
    }
    if (isNamed(i) || isJoined(i) || isTelephone(i)) {
      return pastRun(i);
    }
    return Numbers.parse(words.tokens[i].folded(), words.language, false) == null ? i + 1 : i;
  }

  /** {@code MTZ-82}, {@code Expo-2017}, {@code МТЗ82}. */
  private boolean isNamed(int i) {
    boolean hyphen = words.isHyphen(i - 1) && words.isWord(i - 2);
    boolean attached =
        words.isAttached(i)
            && words.isWord(i - 1)
            && words.findBefore(i, ScannerWord.Kind.CURRENCY) == null;
    return hyphen || attached;
  }

  /** {@code 10:30}, {@code 24/7}. */
  private boolean isJoined(int i) {
    return (words.is(i + 1, ":") || words.is(i + 1, "/"))
        && words.isAttached(i + 1)
        && words.isAttached(i + 2)
        && words.isNumber(i + 2);
  }

  /** Three numbers or more joined by hyphens without spaces. */
  private boolean isTelephone(int i) {
    return words.isHyphen(i + 1)
        && words.isNumber(i + 2)
        && words.isHyphen(i + 3)
        && words.isNumber(i + 4);
  }

  /** Past numbers and the signs between them. */
  private int pastRun(int i) {
    int at = i + 1;
    while (at < words.size() && !taken.get(at) && isRun(at)) {
      at++;
    }
    return at;
  }

  private boolean isRun(int i) {
    boolean joint = words.is(i, "-") || words.is(i, ":") || words.is(i, "/") || words.is(i, ".");
    return words.isNumber(i) || (joint && words.isNumber(i + 1));
  }

  /** {@code 50-horsepower}, {@code three-year}, {@code 5G}: a number inside a word. */
  boolean isPartOfWord(Amount amount) {
    int end = amount.to();
    int next = words.isHyphen(end) ? end + 1 : end;
    boolean grown = words.isAttached(next) && words.isWord(next) && !words.tokens[next].is("'s");
    return grown && !isUnit(next, next == end) && !words.is(end, ScannerWord.Kind.BOUND_AFTER);
  }

  private boolean isUnit(int i, boolean attached) {
    return words.is(i, ScannerWord.Kind.TIMES)
        || words.is(i, ScannerWord.Kind.CURRENCY)
        || words.is(i, ScannerWord.Kind.FRACTION_PART)
        || words.is(i, ScannerWord.Kind.BOUND_AFTER)
        || words.is(i, ScannerWord.Kind.PERCENT)
        || (attached
            && (words.is(i, ScannerWord.Kind.UNIT) || words.is(i, ScannerWord.Kind.DURATION)));
  }

  /** Past the word that a number is part of. */
  int pastWord(Amount amount) {
    int end = amount.to();
    int at = words.isHyphen(end) ? end + 2 : end + 1;
    while (words.isHyphen(at) && words.isWord(at + 1)) {
      at += 2;
    }
    return at;
  }
}
