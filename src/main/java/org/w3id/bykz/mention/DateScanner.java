package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Sentence;

/**
 * Finds the dates and periods of a sentence in English, German and Russian and says them in EDTF.
 * What neither the sentence nor its context tells is left unknown, never guessed. Thread-safe.
 */
public final class DateScanner {

  private final ScannerWords words;

  public DateScanner(ScannerWords words) {
    this.words = words;
  }

  /** The dates from left to right; none overlaps another. */
  public List<DateMention> scan(Sentence sentence, DateContext context) {
    return scan(words.in(sentence), context);
  }

  /** The same, of a sentence whose words are known. */
  public List<DateMention> scan(SentenceWords known, DateContext context) {
    return known.mayHold(DateScan.BEGINNINGS) ? new DateScan(known, context).run() : List.of();
  }

  /**
   * The day of publication that a text gives itself in its dateline or date line, in EDTF, such as
   * {@code 2025-03-14} or {@code XXXX-08-29}; empty if it gives none.
   */
  public Optional<String> documentDate(List<Sentence> sentences) {
    List<String> days =
        sentences.stream()
            .filter(sentence -> sentence.zone() == Sentence.Zone.DATELINE)
            .flatMap(sentence -> scan(sentence, DateContext.UNKNOWN).stream())
            .filter(date -> date.role() == DateMention.Role.POINT)
            .flatMap(date -> date.start().stream())
            .toList();
    Optional<String> whole = days.stream().filter(day -> !day.startsWith("XXXX")).findFirst();
    return whole.isPresent() ? whole : days.stream().findFirst();
  }
}
