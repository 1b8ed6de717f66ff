package org.w3id.bykz.mention;

import java.math.BigDecimal;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * A sentence's tokens with the words that a scanner knows among them. Positions may lie outside the
 * sentence: nothing is found there.
 */
public final class SentenceWords {

  private static final int LONGEST_YEAR = 4;

  final Token[] tokens;
  final Language language;
  private final WordIndex index;
  private final WordIndex.Node[] first;

  SentenceWords(Token[] tokens, Language language, WordIndex index) {
    this.tokens = tokens;
    this.language = language;
    this.index = index;
    this.first = new WordIndex.Node[tokens.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = index.first(tokens[i]);
    }
  }

  /** Whether a number, or an expression of one of the kinds in {@code bits}, may begin here. */
  boolean mayBegin(int i, long bits) {
    return (first[i] != null && first[i].holdsAny(bits)) || isNumber(i);
  }

  /** Whether any token may begin one. */
  boolean mayHold(long bits) {
    for (int i = 0; i < first.length; i++) {
      if (mayBegin(i, bits)) {
        return true;
      }
    }
    return false;
  }

  /** An expression found at tokens {@code from} to {@code to}, exclusive. */
  record Hit(int from, int to, ScannerWord word) {

    int length() {
      return to - from;
    }

    BigDecimal number() {
      return word.number().orElse(BigDecimal.ZERO);
    }

    int intNumber() {
      return number().intValue();
    }

    String code() {
      return word.code().orElse("");
    }
  }

  int size() {
    return first.length;
  }

  boolean mayBegin(int i, ScannerWord.Kind kind) {
    return i >= 0 && i < first.length && first[i] != null && first[i].holds(kind);
  }

  /** The longest expression of a kind that begins at token {@code i}; null if there is none. */
  Hit find(int i, ScannerWord.Kind kind) {
    if (!mayBegin(i, kind)) {
      return null;
    }
    WordIndex.Node node = first[i];
    Hit found = null;
    int at = i + 1;
    while (node != null && node.holds(kind)) {
      ScannerWord word = node.word(kind);
      if (word != null && (found == null || !endsSentence(at - 1))) {
        found = new Hit(i, at, word);
      }
      node = at < first.length ? node.next(tokens[at]) : null;
      at++;
    }
    return found;
  }

  /**
   * Whether a token is the sentence's full stop, which an abbreviation at its end does not take.
   */
  private boolean endsSentence(int i) {
    return i == first.length - 1 && tokens[i].is(".");
  }

  /**
   * What joins the two ends of a span of time: {@code January to May}, {@code between 2020 and
   * 2024}.
   *
   * @param begin where the first end begins
   * @param end after it
   */
  Hit spanJoint(int begin, int end) {
    Hit until = find(end, ScannerWord.Kind.SPAN_UNTIL);
    boolean between = until == null && findBefore(begin, ScannerWord.Kind.BETWEEN) != null;
    return between ? find(end, ScannerWord.Kind.AND) : until;
  }

  /** The longest expression of a kind whose last token is the one before {@code end}. */
  Hit findBefore(int end, ScannerWord.Kind kind) {
    if (end <= 0 || end > first.length) {
      return null;
    }
    WordIndex.Node node = index.last(tokens[end - 1]);
    Hit found = null;
    int at = end - 1;
    while (node != null && node.holds(kind)) {
      ScannerWord word = node.word(kind);
      if (word != null) {
        found = new Hit(at, end, word);
      }
      at--;
      node = at >= 0 ? node.next(tokens[at]) : null;
    }
    return found;
  }

  /** The currency at token {@code i} of an amount before it; null if its own amount follows. */
  Hit currencyAfter(int i) {
    Hit hit = find(i, ScannerWord.Kind.CURRENCY);
    boolean before =
        hit != null
            && (tokens[i].spaceBefore() || is(i - 1, "-"))
            && isNumber(hit.to())
            && isAttached(hit.to());
    return before ? null : hit;
  }

  boolean is(int i, ScannerWord.Kind kind) {
    return find(i, kind) != null;
  }

  boolean is(int i, String folded) {
    return i >= 0 && i < first.length && tokens[i].is(folded);
  }

  boolean isNumber(int i) {
    return i >= 0 && i < first.length && tokens[i].type() == Token.Type.NUMBER;
  }

  boolean isWord(int i) {
    return i >= 0 && i < first.length && tokens[i].isWord();
  }

  /** Whether no space stands between token {@code i} and the one before it. */
  boolean isAttached(int i) {
    return i > 0 && i < first.length && !tokens[i].spaceBefore();
  }

  boolean isHyphen(int i) {
    return is(i, "-") && isAttached(i) && isAttached(i + 1);
  }

  /** English and German names of months and days have a capital letter. */
  boolean isName(int i) {
    boolean capitals = language == Language.EN || language == Language.DE;
    return !capitals || tokens[i].isCapitalised();
  }

  /** Past the number at {@code i} and what makes it an ordinal: {@code 29.}, {@code 9th of}. */
  int afterOrdinal(int i) {
    if (is(i + 1, ".") && isAttached(i + 1)) {
      return i + 2;
    }
    int suffix = isHyphen(i + 1) ? i + 2 : i + 1;
    if (!isAttached(suffix) || !is(suffix, ScannerWord.Kind.ORDINAL_SUFFIX)) {
      return i + 1;
    }
    return is(suffix + 1, "of") ? suffix + 2 : suffix + 1;
  }

  boolean isTwoDigits(int i) {
    return isNumber(i) && tokens[i].folded().length() == 2;
  }

  /** The value of a token of digits alone, at most four of them; -1 for any other. */
  int digits(int i) {
    if (!isNumber(i)) {
      return -1;
    }
    String text = tokens[i].folded();
    return digits(text, 0, text.length());
  }

  static int digits(String text, int from, int to) {
    if (to <= from || to - from > LONGEST_YEAR) {
      return -1;
    }
    int value = 0;
    for (int k = from; k < to; k++) {
      int digit = text.charAt(k) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
