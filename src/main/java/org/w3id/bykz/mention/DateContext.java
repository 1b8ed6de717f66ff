package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Sentence;

/**
 * What is known before a sentence is read.
 *
 * @param issued when the text was published, in EDTF, as far as it is known: {@code 2022-06-09},
 *     {@code 2018}, {@code XXXX-08-29}
 * @param period the period that the passage speaks of, in EDTF, for {@code a year earlier} and
 *     {@code the same period}
 */
public record DateContext(Optional<String> issued, Optional<String> period) {

  public static final DateContext UNKNOWN = new DateContext(Optional.empty(), Optional.empty());

  public static DateContext issued(String edtf) {
    return new DateContext(Optional.of(edtf), Optional.empty());
  }

  /**
   * The same text after a sentence: the last year or range of months that it speaks of, asides in
   * brackets left out, is the period of the passage.
   *
   * @param dates what was found in that sentence
   */
  public DateContext after(Sentence sentence, List<DateMention> dates) {
    Optional<String> last = period;
    for (DateMention date : dates) {
      boolean passage =
          date.role() == DateMention.Role.PERIOD && !date.inBrackets(sentence.tokens());
      Optional<Edtf> edtf = date.edtf().flatMap(Edtf::parse);
      if (passage && edtf.isPresent() && edtf.get().isPeriodOfFigures()) {
        last = date.edtf();
      }
    }
    return last.equals(period) ? this : new DateContext(issued, last);
  }
}
