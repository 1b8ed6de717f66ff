package org.w3id.bykz.mention;

import java.util.List;
import org.w3id.bykz.text.Sentence;

/**
 * Finds the figures of a sentence in English, German and Russian: money, percentages, measures,
 * counts, factors and fractions, with their bounds and the growth that they tell. What is a date is
 * for {@link DateScanner}, which goes first. Thread-safe.
 */
public final class QuantityScanner {

  private final ScannerWords words;

  public QuantityScanner(ScannerWords words) {
    this.words = words;
  }

  /**
   * The figures of a sentence from left to right; none overlaps another or one of {@code dates}.
   *
   * @param dates what {@link DateScanner} found in the same sentence
   */
  public List<QuantityMention> scan(Sentence sentence, List<DateMention> dates) {
    return scan(words.in(sentence), dates);
  }

  /** The same, of a sentence whose words are known. */
  public List<QuantityMention> scan(SentenceWords known, List<DateMention> dates) {
    return known.mayHold(QuantityScan.BEGINNINGS)
        ? new QuantityScan(known, dates).run()
        : List.of();
  }

  /**
   * What the words of rise and fall say of the tokens {@code from} to {@code to}: 1, -1, or 0 where
   * they say nothing. A word right beside them counts first, then the nearest of their clause.
   */
  public static int changeDirection(SentenceWords known, int from, int to) {
    return new Direction(known).of(from, to);
  }
}
