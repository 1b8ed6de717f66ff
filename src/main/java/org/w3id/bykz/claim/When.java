package org.w3id.bykz.claim;

import java.util.List;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;

/**
 * A day, month, year or period of a sentence whose EDTF is known, and what it is there for.
 *
 * @param resolved whether more than its own words was needed to tell
 */
record When(int from, int to, String edtf, DateMention.Role use, boolean resolved) {

  static List<When> of(List<DateMention> dates) {
    return Few.of(dates)
        .filter(date -> date.edtf().isPresent())
        .map(
            date ->
                new When(date.from(), date.to(), date.edtf().get(), date.role(), date.resolved()))
        .toList();
  }

  /** The first day, month or year of what has begun. */
  String start() {
    int slash = edtf.indexOf('/');
    return use == DateMention.Role.SINCE && slash > 0 ? edtf.substring(0, slash) : edtf;
  }

  boolean isBase() {
    return use == DateMention.Role.BASE;
  }
}
