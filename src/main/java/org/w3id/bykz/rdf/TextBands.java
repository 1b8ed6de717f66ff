package org.w3id.bykz.rdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By which a text is found again in another one that repeats it: a min-hash of its runs of {@value
 * #SHINGLE} words, {@value #BANDS} bands of {@value #ROWS} values each (Broder; Leskovec, Rajaraman
 * and Ullman, Mining of Massive Datasets, 3.4). Two texts that share a part s of these runs share a
 * band with probability 1-(1-s^{@value #ROWS})^{@value #BANDS}: at 0.8 99 of 100 pairs do, at 0.3
 * eight, at 0.1 one in a thousand.
 */
final class TextBands {

  static final int BANDS = 10;
  private static final int ROWS = 4;
  private static final int SHINGLE = 4;

  /** Of fewer runs a text shares too easily a band with another. */
  private static final int FEWEST = 16;

  /** The categories of Unicode that words are made of, each a bit: letters and numbers. */
  private static final int WORD =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private TextBands() {}

  /** None for a text of a few words. */
  static List<String> of(String text) {
    long[] words = words(text);
    if (words.length - SHINGLE + 1 < FEWEST) {
      return List.of();
    }
    long[] runs = runs(words);
    long[] least = new long[BANDS * ROWS];
    for (int row = 0; row < least.length; row++) {
      least[row] = least(runs, mixed(row + 1) | 1);
    }
    List<String> bands = new ArrayList<>(BANDS);
    for (int band = 0; band < BANDS; band++) {
      bands.add(band + "-" + Integer.toHexString(Arrays.hashCode(slice(least, band))));
    }
    return bands;
  }

  private static long[] runs(long[] words) {
    long[] runs = new long[words.length - SHINGLE + 1];
    for (int i = 0; i < runs.length; i++) {
      for (int j = i; j < i + SHINGLE; j++) {
        runs[i] = mixed(runs[i] * 31 + words[j]);
      }
    }
    return runs;
  }

  /** The least product of a run and an odd number: each number puts the runs into another order. */
  private static long least(long[] runs, long odd) {
    long least = Long.MAX_VALUE;
    for (long run : runs) {
      least = Math.min(least, run * odd);
    }
    return least;
  }

  private static long[] slice(long[] least, int band) {
    return Arrays.copyOfRange(least, band * ROWS, (band + 1) * ROWS);
  }

  /** The hash of each run of letters and digits, in the order of the text. */
  private static long[] words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    long[] words = new long[lower.length() / 2 + 1];
    int count = 0;
    int hash = 0;
    boolean inside = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (isOfWord(lower, i, c)) {
        hash = 31 * hash + c;
        inside = true;
      } else if (inside) {
        words[count++] = mixed(hash);
        hash = 0;
        inside = false;
      }
    }
    if (inside) {
      words[count++] = mixed(hash);
    }
    return Arrays.copyOf(words, count);
  }

  private static boolean isOfWord(String text, int i, char c) {
    int point =
        Character.isHighSurrogate(c)
            ? text.codePointAt(i)
            : Character.isLowSurrogate(c) && i > 0 ? text.codePointBefore(i + 1) : c;
    return (WORD >> Character.getType(point) & 1) != 0;
  }

  /** The finaliser of SplitMix64: every bit of the result hangs on every bit of the number. */
  private static long mixed(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
