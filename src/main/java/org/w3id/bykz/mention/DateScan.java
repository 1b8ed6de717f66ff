package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.DateMention.Role;
import org.w3id.bykz.mention.ScannerWord.Kind;

/** One pass over the dates of one sentence. */
final class DateScan {

  /** What a date may begin with, beside a number. */
  static final long BEGINNINGS =
      Kind.bits(
          Kind.MONTH,
          Kind.WEEKDAY,
          Kind.DAY_OFFSET,
          Kind.MONTH_OFFSET,
          Kind.YEAR_OFFSET,
          Kind.YEAR_ELLIPSIS,
          Kind.QUARTER,
          Kind.HALF,
          Kind.SEASON,
          Kind.YEAR_START,
          Kind.YEAR_END,
          Kind.SAME_PERIOD,
          Kind.YEARS_LATER,
          Kind.RELATIVE,
          Kind.ORDINAL,
          Kind.NUMERAL);

  private final SentenceWords words;
  private final Years years;
  private final Days days;
  private final Months months;
  private final RelativeDates relative;
  private final DateRoles roles;
  private final List<DateMention> found = new ArrayList<>();
  private Optional<Edtf> period;

  DateScan(SentenceWords words, DateContext context) {
    this.words = words;
    this.period = context.period().flatMap(Edtf::parse);
    Reference reference = new Reference(context.issued());
    Tense tense = new Tense(words);
    years = new Years(words, reference);
    months = new Months(words, reference, years, tense);
    days = new Days(words, reference, years, months, tense);
    relative = new RelativeDates(words, reference, years, months, days, tense);
    roles = new DateRoles(words);
  }

  List<DateMention> run() {
    int i = 0;
    while (i < words.size()) {
      DateReading reading = words.mayBegin(i, BEGINNINGS) ? readAt(i) : null;
      if (reading == null) {
        i++;
      } else {
        add(reading);
        i = reading.to();
      }
    }
    return List.copyOf(found);
  }

  private DateReading readAt(int i) {
    DateReading reading = days.read(i);
    reading = reading == null && words.isNumber(i) ? years.read(i, free()) : reading;
    reading = reading == null ? relative.read(i, period, found) : reading;
    return reading == null ? months.read(i) : reading;
  }

  /** The token after the last date. */
  private int free() {
    return found.isEmpty() ? 0 : found.get(found.size() - 1).to();
  }

  private void add(DateReading reading) {
    Role role = roles.of(reading);
    Optional<Edtf> date = reading.date();
    if (role == Role.SINCE) {
      date = date.map(span -> Edtf.of(span.start()).opened());
    }
    DateMention mention =
        new DateMention(
            reading.from(), reading.to(), date.map(Edtf::toString), role, reading.resolved());
    if (role == Role.PERIOD
        && date.isPresent()
        && !mention.inBrackets(Arrays.asList(words.tokens))) {
      period = date;
    }
    found.add(mention);
  }
}
