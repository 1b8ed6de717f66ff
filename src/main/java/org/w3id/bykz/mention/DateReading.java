package org.w3id.bykz.mention;

import java.util.Optional;

/**
 * A date as it stands, before its role is known.
 *
 * @param from its first token
 * @param to the token after its last
 * @param date empty where it cannot be told
 * @param day whether it speaks of days
 * @param resolved whether more than its own words was needed to tell
 */
record DateReading(int from, int to, Optional<Edtf> date, boolean day, boolean resolved) {

  static DateReading written(int from, int to, Edtf date) {
    return new DateReading(from, to, Optional.of(date), date.start().hasDay(), false);
  }

  static DateReading resolved(int from, int to, Optional<Edtf> date, boolean day) {
    return new DateReading(from, to, date, day, true);
  }

  boolean isRange() {
    return date.flatMap(Edtf::end).isPresent();
  }

  DateReading startingAt(int token) {
    return new DateReading(token, to, date, day, resolved);
  }
}
