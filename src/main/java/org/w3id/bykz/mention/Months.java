package org.w3id.bykz.mention;

import java.util.Optional;
import org.w3id.bykz.mention.Edtf.Part;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.mention.Years.Year;
import org.w3id.bykz.text.Language;

/** Reads months, runs of months, quarters, half-years and seasons. */
final class Months {

  private static final int QUARTER = 3;
  private static final int HALF = 6;
  private static final int YEAR = 12;

  private final SentenceWords words;
  private final Reference reference;
  private final Years years;
  private final Tense tense;

  Months(SentenceWords words, Reference reference, Years years, Tense tense) {
    this.words = words;
    this.reference = reference;
    this.years = years;
    this.tense = tense;
  }

  DateReading read(int i) {
    DateReading reading = quarterOrHalf(i);
    reading = reading == null ? firstMonths(i) : reading;
    reading = reading == null ? month(i) : reading;
    return reading == null ? season(i) : reading;
  }

  /** The name of a month, which has a capital letter in English and German. */
  Hit monthAt(int i) {
    Hit hit = words.find(i, Kind.MONTH);
    return hit != null && words.isName(i) ? hit : null;
  }

  // Quarters and half-years

  private DateReading quarterOrHalf(int i) {
    Hit quarter = words.find(i, Kind.QUARTER);
    if (quarter != null) {
      return part(i, quarter.to(), quarter.intNumber(), QUARTER);
    }
    Hit half = words.find(i, Kind.HALF);
    if (half != null) {
      return part(i, half.to(), half.intNumber(), HALF);
    }
    Hit ordinal = words.find(i, Kind.ORDINAL);
    int number = ordinal == null ? words.digits(i) : ordinal.intNumber();
    int at = ordinal == null ? words.afterOrdinal(i) : ordinal.to();
    return ordinal == null && at == i + 1 ? null : quarterOrHalf(i, at, number);
  }

  private DateReading quarterOrHalf(int from, int at, int number) {
    Hit noun = words.find(at, Kind.QUARTER_NOUN);
    if (noun != null && number >= 1 && number <= YEAR / QUARTER) {
      return part(from, noun.to(), number, QUARTER);
    }
    noun = words.find(at, Kind.HALF_NOUN);
    return noun != null && number >= 1 && number <= 2 && isHalfYear(from, noun)
        ? part(from, noun.to(), number, HALF)
        : null;
  }

  private DateReading part(int from, int to, int number, int length) {
    return span(from, to, (number - 1) * length + 1, number * length);
  }

  /** English {@code half} is half a year only with its year or a preposition of time. */
  private boolean isHalfYear(int from, Hit noun) {
    if (words.language != Language.EN || noun.length() > 1) {
      return true;
    }
    return words.is(noun.to(), "of")
        ? years.after(noun.to()) != null || years.afterOwn(noun.to()) > noun.to()
        : words.findBefore(from, Kind.SPAN_MARKER) != null;
  }

  /** {@code in the first nine months}, {@code за 11 месяцев}, {@code за три квартала}. */
  private DateReading firstMonths(int i) {
    Hit numeral = words.find(i, Kind.NUMERAL);
    int number = numeral == null ? words.digits(i) : numeral.intNumber();
    int at = numeral == null ? i + 1 : numeral.to();
    Hit noun = words.find(at, Kind.MONTHS_NOUN);
    int length = noun == null ? QUARTER : 1;
    noun = noun == null ? words.find(at, Kind.QUARTER_NOUN) : noun;
    if (noun == null || number < 2 || number * length > YEAR) {
      return null;
    }
    boolean first = words.findBefore(i, Kind.SPAN_MARKER) != null && !tense.isAhead();
    return first || years.after(noun.to()) != null ? span(i, noun.to(), 1, number * length) : null;
  }

  /** Some months of the year that follows, or of the last year in which they are over. */
  private DateReading span(int from, int to, int first, int last) {
    int end = years.afterOwn(to);
    Year year = years.after(end);
    if (year != null) {
      Edtf date = Edtf.months(year.number(), first, last);
      return new DateReading(from, year.to(), Optional.of(date), false, !year.written());
    }
    boolean ahead = words.findBefore(from, Kind.TARGET) != null || (first != 1 && tense.isAhead());
    int number = reference.yearOfSpan(last, ahead);
    Edtf date = Edtf.months(number, first, last);
    return new DateReading(from, end, Optional.of(date), false, number != 0);
  }

  // Months by name

  private DateReading month(int i) {
    Hit first = monthAt(i);
    if (first == null) {
      return null;
    }
    Hit last = lastMonth(first);
    if (last != null) {
      return span(i, last.to(), first.intNumber(), last.intNumber());
    }
    return isVerb(first) ? null : month(first);
  }

  private Hit lastMonth(Hit first) {
    Hit joint = words.spanJoint(first.from(), first.to());
    int at = joint != null ? joint.to() : words.is(first.to(), "/") ? first.to() + 1 : -1;
    Hit last = at < 0 ? nextMonth(first) : monthAt(at);
    return last != null && last.intNumber() > first.intNumber() ? last : null;
  }

  /** The month right after it, as in {@code in January and February}. */
  private Hit nextMonth(Hit first) {
    String and =
        switch (words.language) {
          case EN -> "and";
          case DE -> "und";
          default -> "и";
        };
    Hit next = words.is(first.to(), and) ? monthAt(first.to() + 1) : null;
    return next != null && next.intNumber() == first.intNumber() + 1 ? next : null;
  }

  private DateReading month(Hit month) {
    Year year = years.afterDay(month.to());
    int number = year == null ? yearOf(month) : year.number();
    Edtf date = Edtf.of(new Part(number, month.intNumber(), 0));
    int to = year == null ? month.to() : year.to();
    boolean written = year != null && year.written();
    return new DateReading(month.from(), to, Optional.of(date), false, !written && number != 0);
  }

  /**
   * What began in a month did so before now, as in {@code since May}, {@code seit Mai}, {@code с
   * мая}; what is to be reached by a month is to come.
   */
  private int yearOf(Hit hit) {
    int month = hit.intNumber();
    boolean begun =
        words.findBefore(hit.from(), Kind.SINCE) != null
            && (words.language == Language.RU ? tense.isPast() : !tense.isAhead());
    boolean target = words.findBefore(hit.from(), Kind.TARGET) != null;
    return begun
        ? reference.yearOfBegun(month)
        : target && reference.isSoon(month)
            ? reference.yearOfRelative(month, 0)
            : reference.yearOf(month, tense);
  }

  /** {@code May} at the head of a sentence. */
  private boolean isVerb(Hit month) {
    return words.language == Language.EN && month.from() == 0 && words.isWord(month.to());
  }

  // Seasons

  private DateReading season(int i) {
    Hit season = words.find(i, Kind.SEASON);
    Year year = season == null ? null : years.afterDay(season.to());
    return year == null || (words.language == Language.DE && !words.isName(i))
        ? null
        : new DateReading(i, year.to(), ofSeason(year.number(), season), false, !year.written());
  }

  /** A season of a year; empty for the year 0. */
  static Optional<Edtf> ofSeason(int year, Hit season) {
    return year == 0
        ? Optional.empty()
        : Optional.of(Edtf.of(new Part(year, season.intNumber(), 0)));
  }
}
