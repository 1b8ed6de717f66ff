package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.Edtf.Part;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.mention.Years.Year;
import org.w3id.bykz.text.Language;

/**
 * Reads dates that count from the day of publication, {@code last year}, {@code on Friday}, or from
 * the period spoken of before, {@code a year earlier}.
 */
final class RelativeDates {

  private final SentenceWords words;
  private final Reference reference;
  private final Years years;
  private final Months months;
  private final Days days;
  private final Tense tense;

  RelativeDates(
      SentenceWords words,
      Reference reference,
      Years years,
      Months months,
      Days days,
      Tense tense) {
    this.words = words;
    this.reference = reference;
    this.years = years;
    this.months = months;
    this.days = days;
    this.tense = tense;
  }

  /**
   * The date at token {@code i}; null if there is none.
   *
   * @param period that the passage speaks of
   * @param before the dates of the sentence up to here
   */
  DateReading read(int i, Optional<Edtf> period, List<DateMention> before) {
    DateReading reading = byPeriod(i, period);
    reading = reading == null ? year(i, before) : reading;
    reading = reading == null ? monthOrDay(i) : reading;
    reading = reading == null ? weekday(i) : reading;
    return reading == null ? withAdjective(i) : reading;
  }

  private DateReading byPeriod(int i, Optional<Edtf> period) {
    Hit hit = words.find(i, Kind.YEARS_LATER);
    if (hit != null) {
      int number = hit.intNumber();
      return DateReading.resolved(
          i, hit.to(), period.flatMap(span -> span.plusYears(number)), false);
    }
    hit = words.find(i, Kind.SAME_PERIOD);
    if (hit == null) {
      return null;
    }
    Year year = years.after(hit.to());
    if (year == null) {
      return DateReading.resolved(i, hit.to(), period, false);
    }
    Optional<Edtf> date =
        year.number() == 0 ? Optional.empty() : period.flatMap(span -> span.inYear(year.number()));
    return DateReading.resolved(i, year.to(), date, false);
  }

  private DateReading year(int i, List<DateMention> before) {
    Hit hit = words.find(i, Kind.YEAR_START);
    if (hit != null) {
      return DateReading.resolved(i, hit.to(), reference.sinceNewYear(), false);
    }
    hit = words.find(i, Kind.YEAR_END);
    if (hit != null) {
      return yearEnd(hit);
    }
    hit = words.find(i, Kind.YEAR_OFFSET);
    if (hit == null && hasRelativeYear(before)) {
      hit = words.find(i, Kind.YEAR_ELLIPSIS);
    }
    return hit == null
        ? null
        : DateReading.resolved(i, hit.to(), reference.year(hit.intNumber()), false);
  }

  private DateReading yearEnd(Hit hit) {
    Year year = years.after(hit.to());
    return year == null || !year.written()
        ? DateReading.resolved(hit.from(), hit.to(), reference.year(0), false)
        : DateReading.written(hit.from(), year.to(), Edtf.of(new Part(year.number(), 0, 0)));
  }

  /** Whether the noun of a year may be left out: {@code в прошлом году 210, а в этом 300}. */
  private boolean hasRelativeYear(List<DateMention> before) {
    for (DateMention date : before) {
      if (words.is(date.from(), Kind.YEAR_OFFSET)) {
        return true;
      }
    }
    return false;
  }

  private DateReading monthOrDay(int i) {
    Hit hit = words.find(i, Kind.DAY_OFFSET);
    if (hit != null) {
      return DateReading.resolved(i, hit.to(), reference.day(hit.intNumber()), true);
    }
    hit = words.find(i, Kind.MONTH_OFFSET);
    return hit == null
        ? null
        : DateReading.resolved(i, hit.to(), reference.month(hit.intNumber()), false);
  }

  /** {@code on Monday}; its date counts where one follows: {@code on Friday, 12 September}. */
  private DateReading weekday(int i) {
    Hit hit = words.find(i, Kind.WEEKDAY);
    if (hit == null || !words.isName(hit.to() - 1)) {
      return null;
    }
    DateReading date = days.read(afterComma(hit.to()));
    return date == null
        ? DateReading.resolved(
            i, hit.to(), reference.weekday(hit.intNumber(), tense.isAhead()), true)
        : date.startingAt(i);
  }

  /** Past the comma and article of {@code Freitag, dem 9. Mai}. */
  private int afterComma(int i) {
    if (!words.is(i, ",")) {
      return i;
    }
    return words.is(i + 1, Kind.PARTICLE) ? i + 2 : i + 1;
  }

  /** {@code last September}, {@code im kommenden Sommer}, {@code next Friday}. */
  private DateReading withAdjective(int i) {
    Hit hit = words.find(i, Kind.RELATIVE);
    if (hit == null) {
      return null;
    }
    Hit month = months.monthAt(hit.to());
    if (month != null) {
      int year = reference.yearOfRelative(month.intNumber(), hit.intNumber());
      Edtf date = Edtf.of(new Part(year, month.intNumber(), 0));
      return DateReading.resolved(i, month.to(), Optional.of(date), false);
    }
    Hit season = words.find(hit.to(), Kind.SEASON);
    if (season != null && (words.language != Language.DE || words.isName(season.from()))) {
      int year = reference.yearOfSeason(season.intNumber(), hit.intNumber());
      return DateReading.resolved(i, season.to(), Months.ofSeason(year, season), false);
    }
    DateReading weekday = weekday(hit.to());
    return weekday == null ? null : weekday.startingAt(i);
  }
}
