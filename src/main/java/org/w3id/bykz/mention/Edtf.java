package org.w3id.bykz.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day, month, season, year or decade, or a range of them, as far as it is known: the part of EDTF
 * (ISO 8601-2) that claims use. An open range has a start alone.
 */
record Edtf(Part start, Optional<Part> end, boolean open) {

  private static final int UNKNOWN = 0;

  Edtf {
    if (open && end.isPresent()) {
      throw new IllegalArgumentException("An open range has no end, but " + end.get());
    }
  }

  /**
   * One date.
   *
   * @param year 0 if it is not known
   * @param month 1 to 12, 21 to 24 for a season, 0 if there is none
   * @param day 0 if there is none
   */
  record Part(int year, int month, int day) {

    boolean hasYear() {
      return year != UNKNOWN;
    }

    boolean hasMonth() {
      return month >= 1 && month <= 12;
    }

    boolean hasDay() {
      return day != UNKNOWN;
    }

    Part inYear(int other) {
      return new Part(other, month, day);
    }

    /** The day itself, where all of it is known and the calendar has it. */
    Optional<LocalDate> localDate() {
      if (!hasYear() || !hasMonth() || !hasDay()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.of(year, month, day));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(hasYear() ? Integer.toString(year) : "XXXX");
      if (month != 0) {
        text.append('-').append(twoDigits(month));
      }
      if (day != 0) {
        text.append('-').append(twoDigits(day));
      }
      return text.toString();
    }

    private static String twoDigits(int number) {
      return number < 10 ? "0" + number : Integer.toString(number);
    }

    static Part of(LocalDate date) {
      return new Part(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Reads {@code 2022-06-09}, {@code 2022-06}, {@code 2018}, {@code XXXX-08-29}. */
    static Optional<Part> parse(String text) {
      String[] parts = text.split("-", -1);
      if (parts.length > 3 || parts[0].length() != 4) {
        return Optional.empty();
      }
      try {
        int year = parts[0].equals("XXXX") ? UNKNOWN : Integer.parseInt(parts[0]);
        int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return year == UNKNOWN && month == 0
            ? Optional.empty()
            : Optional.of(new Part(year, month, day));
      } catch (NumberFormatException other) {
        return Optional.empty();
      }
    }
  }

  static Edtf of(Part part) {
    return new Edtf(part, Optional.empty(), false);
  }

  static Edtf of(Part start, Part end) {
    return start.equals(end) ? of(start) : new Edtf(start, Optional.of(end), false);
  }

  /** Whole months of a year; all twelve of a known one are the year. */
  static Edtf months(int year, int first, int last) {
    if (first == 1 && last == 12 && year != UNKNOWN) {
      return of(new Part(year, 0, 0));
    }
    return of(new Part(year, first, 0), new Part(year, last, 0));
  }

  /** Reads what {@link #toString} writes. */
  static Optional<Edtf> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Part.parse(text).map(Edtf::of);
    }
    Optional<Part> start = Part.parse(text.substring(0, slash));
    String rest = text.substring(slash + 1);
    if (rest.equals("..")) {
      return start.map(part -> of(part).opened());
    }
    Optional<Part> end = Part.parse(rest);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : Optional.of(of(start.get(), end.get()));
  }

  Part last() {
    return end.orElse(start);
  }

  Edtf opened() {
    return new Edtf(start, Optional.empty(), true);
  }

  /** Whether figures are given for such a time: a year, or months from one to another. */
  boolean isPeriodOfFigures() {
    return !open && !start.hasDay() && (end.isPresent() || start.month() == 0);
  }

  /** The same span of another year; empty where it covers more than one. */
  Optional<Edtf> inYear(int year) {
    if (open || start.year() != last().year()) {
      return Optional.empty();
    }
    return Optional.of(of(start.inYear(year), last().inYear(year)));
  }

  /** The same span so many years later; empty where the year is not known. */
  Optional<Edtf> plusYears(int years) {
    return start.hasYear() ? inYear(start.year() + years) : Optional.empty();
  }

  @Override
  public String toString() {
    return open ? start + "/.." : end.map(part -> start + "/" + part).orElse(start.toString());
  }
}
