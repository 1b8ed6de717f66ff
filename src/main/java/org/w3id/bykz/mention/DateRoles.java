package org.w3id.bykz.mention;

import org.w3id.bykz.mention.DateMention.Role;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Tells by the words before a date what it does in its sentence. */
final class DateRoles {

  private final SentenceWords words;

  DateRoles(SentenceWords words) {
    this.words = words;
  }

  Role of(DateReading reading) {
    int from = reading.from();
    Hit since = words.findBefore(from, Kind.SINCE);
    Hit target = words.findBefore(from, Kind.TARGET);
    if (isBase(reading, since, target)) {
      return Role.BASE;
    }
    if (since != null && !reading.isRange() && !words.is(from, Kind.YEAR_START)) {
      return Role.SINCE;
    }
    if (target != null || words.is(from, Kind.YEAR_END)) {
      return Role.TARGET;
    }
    return reading.day() ? Role.POINT : Role.PERIOD;
  }

  private boolean isBase(DateReading reading, Hit since, Hit target) {
    int from = reading.from();
    Hit base = words.findBefore(from, Kind.COMPARISON);
    boolean months = reading.isRange() && words.findBefore(from, Kind.SPAN_FROM) == null;
    return (base != null && (months || comparesHere(base, since, target)))
        || words.findBefore(from, Kind.LEVEL) != null
        || isBaseOfComparative(from);
  }

  /**
   * {@code к 2020 году} is a base after a percentage, else a target; {@code from} and {@code с} are
   * one there, else a beginning.
   */
  private boolean comparesHere(Hit base, Hit since, Hit target) {
    boolean otherwise =
        (since != null && since.length() >= base.length())
            || (target != null && target.length() >= base.length());
    return !otherwise || isFigure(base.from());
  }

  private boolean isFigure(int end) {
    return words.findBefore(end, Kind.PERCENT) != null
        || words.findBefore(end, Kind.COMPARATIVE) != null
        || words.findBefore(end, Kind.TIMES) != null;
  }

  /** {@code вчетверо больше прошлогоднего}. */
  private boolean isBaseOfComparative(int from) {
    return words.language == Language.RU
        && words.findBefore(from, Kind.COMPARATIVE) != null
        && words.is(from, Kind.YEAR_OFFSET);
  }
}
