package org.w3id.bykz.loader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day, month or year of publication in the forms that leave no doubt, and writes it in
 * EDTF: {@code 2024-03-05}, also with a time, which is that of the place where it was published;
 * {@code 2024-03}; {@code 2024}; {@code 05.03.2024}; {@code 2024/03/05}; {@code 20240305}; {@code 5
 * March 2024} and {@code March 5, 2024}; {@code Tue, 5 Mar 2024 10:00:00 GMT}. A date with slashes
 * that begins with the day or month is left alone: nobody can know which.
 */
final class PublicationDate {

  private static final Pattern ISO =
      Pattern.compile("([12]\\d{3})(?:([-/.])(\\d\\d?)(?:\\2(\\d\\d?)(?:[T ,].*)?)?)?");

  private static final Pattern COMPACT =
      Pattern.compile("([12]\\d{3})([01]\\d)([0-3]\\d)(?:T?\\d{4,6}Z?)?");

  private static final Pattern POINTS =
      Pattern.compile("([0-3]?\\d)\\.([01]?\\d)\\.([12]\\d{3})(?:[ ,г].*)?");

  private static final Pattern DAY_MONTH =
      Pattern.compile("(?:\\p{L}+, *)?(\\d\\d?)\\.? (\\p{L}{3,9})\\.?,? ([12]\\d{3})(?:[ ,].*)?");

  private static final Pattern MONTH_DAY =
      Pattern.compile("(?:\\p{L}+, *)?(\\p{L}{3,9})\\.? (\\d\\d?), ([12]\\d{3})(?:[ ,].*)?");

  private static final DateTimeFormatter DAY =
      new java.time.format.DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[d MMMM uuuu][d MMM uuuu]")
          .toFormatter(Locale.ENGLISH);

  private PublicationDate() {}

  /** The date in EDTF; empty where it cannot be read, or is none. */
  static Optional<String> edtf(String written) {
    String text = written.strip();
    if (text.length() > 80) {
      return Optional.empty();
    }
    try {
      return read(text);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(edtf(iso.group(1), iso.group(3), iso.group(4)));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return Optional.of(edtf(compact.group(1), compact.group(2), compact.group(3)));
    }
    Matcher points = POINTS.matcher(text);
    if (points.matches()) {
      return Optional.of(edtf(points.group(3), points.group(2), points.group(1)));
    }
    Matcher dayMonth = DAY_MONTH.matcher(text);
    if (dayMonth.matches()) {
      return named(dayMonth.group(1), dayMonth.group(2), dayMonth.group(3));
    }
    Matcher monthDay = MONTH_DAY.matcher(text);
    return monthDay.matches()
        ? named(monthDay.group(2), monthDay.group(1), monthDay.group(3))
        : Optional.empty();
  }

  private static String edtf(String year, String month, String day) {
    int years = Integer.parseInt(year);
    if (month == null) {
      return year;
    }
    YearMonth months = YearMonth.of(years, Integer.parseInt(month));
    return day == null ? months.toString() : months.atDay(Integer.parseInt(day)).toString();
  }

  private static Optional<String> named(String day, String month, String year) {
    try {
      return Optional.of(LocalDate.parse(day + " " + month + " " + year, DAY).toString());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
