package org.w3id.bykz.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or range of dates in EDTF (ISO 8601-2, level 1), with its first and last day where the
 * year is known. Open ends, unknown years, qualified dates ({@code 2021~}) and seasons have no such
 * days.
 */
record Period(String edtf, Optional<LocalDate> start, Optional<LocalDate> end) {

  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d\\d|XX)(?:-(\\d\\d|XX))?)?");

  /** One date or end of a range, its unknown digits written X, with a qualifier or without. */
  private static final String PART = "-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?";

  private static final Pattern EDTF =
      Pattern.compile(PART + "(/(" + PART + "|\\.\\.)?)?|(\\.\\.)?/" + PART);

  private static final Recent<String, Period> PARSED = new Recent<>(Period::parsed);

  /** Whether this is a date or range as we write them, a part of EDTF level 1. */
  static boolean isEdtf(String text) {
    return EDTF.matcher(text).matches();
  }

  static Period parse(String edtf) {
    return PARSED.of(edtf);
  }

  private static Period parsed(String edtf) {
    int slash = edtf.indexOf('/');
    if (slash < 0) {
      return new Period(edtf, first(edtf), last(edtf));
    }
    return new Period(edtf, first(edtf.substring(0, slash)), last(edtf.substring(slash + 1)));
  }

  private static Optional<LocalDate> first(String date) {
    return bound(date, false);
  }

  private static Optional<LocalDate> last(String date) {
    return bound(date, true);
  }

  private static Optional<LocalDate> bound(String date, boolean last) {
    Matcher parts = DATE.matcher(date);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      if (year == 0) {
        return Optional.empty();
      }
      if (isUnknown(parts.group(2))) {
        return Optional.of(last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (isUnknown(parts.group(3))) {
        return Optional.of(last ? month.atEndOfMonth() : month.atDay(1));
      }
      return Optional.of(month.atDay(Integer.parseInt(parts.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static boolean isUnknown(String digits) {
    return digits == null || digits.equals("XX");
  }

  /** The months that it touches, where it is known that closely: two at most. */
  List<YearMonth> months() {
    if (start.isEmpty() || end.isEmpty()) {
      return List.of();
    }
    YearMonth first = YearMonth.from(start.get());
    YearMonth last = YearMonth.from(end.get());
    if (first.equals(last)) {
      return List.of(first);
    }
    return first.plusMonths(1).equals(last) ? List.of(first, last) : List.of();
  }

  /** Whether this is one day of one year. */
  boolean isDay() {
    return start.isPresent() && start.equals(end);
  }
}
