package org.w3id.bykz.mention;

import java.util.Optional;
import org.w3id.bykz.mention.Edtf.Part;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.mention.Years.Year;
import org.w3id.bykz.text.Language;

/** Reads days, in figures or with the name of their month. */
final class Days {

  private static final int LAST_DAY = 31;
  private static final int MONTHS = 12;

  private final SentenceWords words;
  private final Reference reference;
  private final Years years;
  private final Months months;
  private final Tense tense;

  Days(SentenceWords words, Reference reference, Years years, Months months, Tense tense) {
    this.words = words;
    this.reference = reference;
    this.years = years;
    this.months = months;
    this.tense = tense;
  }

  DateReading read(int i) {
    if (!words.isNumber(i)) {
      return afterMonth(months.monthAt(i));
    }
    DateReading reading = inFigures(i);
    return reading == null ? beforeMonth(i) : reading;
  }

  // In figures

  /** {@code 2022-06-09}, {@code 2025-03}, {@code 25.09.2022}, {@code 25/09/2022}. */
  private DateReading inFigures(int i) {
    String text = words.tokens[i].folded();
    int dot = text.indexOf('.');
    if (dot > 0) {
      return dotted(i, text, dot);
    }
    if (words.isHyphen(i + 1) && words.isTwoDigits(i + 2)) {
      boolean day = words.isHyphen(i + 3) && words.isTwoDigits(i + 4);
      int number = day ? words.digits(i + 4) : 0;
      return date(i, day ? i + 5 : i + 3, words.digits(i), words.digits(i + 2), number);
    }
    boolean slashes = words.language != Language.EN && words.is(i + 1, "/") && words.is(i + 3, "/");
    return slashes
        ? date(i, i + 5, words.digits(i + 4), words.digits(i + 2), words.digits(i))
        : null;
  }

  private static DateReading dotted(int i, String text, int dot) {
    int second = text.indexOf('.', dot + 1);
    return second < 0
        ? null
        : date(
            i,
            i + 1,
            SentenceWords.digits(text, second + 1, text.length()),
            SentenceWords.digits(text, dot + 1, second),
            SentenceWords.digits(text, 0, dot));
  }

  private static DateReading date(int from, int to, int year, int month, int day) {
    boolean possible =
        Years.isYear(year) && month >= 1 && month <= MONTHS && day >= 0 && day <= LAST_DAY;
    return possible ? DateReading.written(from, to, Edtf.of(new Part(year, month, day))) : null;
  }

  // With the name of the month

  /** {@code 25 September}, {@code 29./30. November}, {@code 30 сентября - 2 октября}. */
  private DateReading beforeMonth(int i) {
    if (!isDay(i)) {
      return null;
    }
    int end = words.afterOrdinal(i);
    int second = dayJointAfter(end);
    boolean two = second > 0 && isDay(second);
    int last = two ? second : i;
    Hit month = months.monthAt(two ? words.afterOrdinal(second) : end);
    if (month == null) {
      return null;
    }
    DateReading far = two ? null : acrossMonths(i, month);
    return far == null
        ? days(i, month.to(), month.intNumber(), words.digits(i), words.digits(last))
        : far;
  }

  /** Where the second of two days begins: {@code 29./30.}, {@code 3 по 5}; -1 if none does. */
  private int dayJointAfter(int i) {
    if (words.is(i, "/")) {
      return i + 1;
    }
    Hit hit = words.find(i, Kind.SPAN_UNTIL);
    hit = hit == null ? words.find(i, Kind.AND) : hit;
    return hit == null ? -1 : hit.to();
  }

  private DateReading acrossMonths(int i, Hit firstMonth) {
    Hit joint = words.spanJoint(i, firstMonth.to());
    Hit lastMonth =
        joint == null || !isDay(joint.to()) ? null : months.monthAt(words.afterOrdinal(joint.to()));
    if (lastMonth == null) {
      return null;
    }
    int month = lastMonth.intNumber();
    int day = words.digits(joint.to());
    Year year = years.afterDay(lastMonth.to());
    int number = year == null ? reference.yearOf(month, tense) : year.number();
    boolean turns = number != 0 && firstMonth.intNumber() > month;
    Part start = new Part(turns ? number - 1 : number, firstMonth.intNumber(), words.digits(i));
    Edtf date = Edtf.of(start, new Part(number, month, day));
    int to = year == null ? lastMonth.to() : year.to();
    return new DateReading(i, to, Optional.of(date), true, year == null && number != 0);
  }

  private DateReading days(int from, int to, int month, int first, int last) {
    Year year = years.afterDay(to);
    int number = year == null ? reference.yearOf(month, tense) : year.number();
    Edtf date = Edtf.of(new Part(number, month, first), new Part(number, month, last));
    boolean written = year != null && year.written();
    int end = year == null ? to : year.to();
    return new DateReading(from, end, Optional.of(date), true, !written && number != 0);
  }

  private boolean isDay(int i) {
    int day = words.digits(i);
    return day >= 1 && day <= LAST_DAY;
  }

  /** {@code July 9-10, 2024}; in English alone, and not {@code in May 25 tractors}. */
  private DateReading afterMonth(Hit month) {
    if (month == null
        || words.language != Language.EN
        || !isDay(month.to())
        || words.findBefore(month.from(), Kind.SPAN_MARKER) != null) {
      return null;
    }
    int first = month.to();
    int last = first;
    int end = words.afterOrdinal(first);
    Hit joint = words.spanJoint(month.from(), end);
    if (joint != null && isDay(joint.to()) && words.digits(joint.to()) > words.digits(first)) {
      last = joint.to();
      end = words.afterOrdinal(last);
    }
    return years.hasUnit(end)
        ? null
        : days(month.from(), end, month.intNumber(), words.digits(first), words.digits(last));
  }
}
