package org.w3id.bykz.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.w3id.bykz.mention.Edtf.Part;

/** Tells dates by the day of publication, as far as that is known. */
final class Reference {

  private static final Part UNKNOWN = new Part(0, 0, 0);

  /**
   * Beside a past tense a month further ahead than this was last year's; a nearer one may be, or be
   * to come: {@code invited them to a fair in May}.
   */
  private static final int MONTHS_SOON = 3;

  /** Further ahead than this, a month that no word of the future goes with was last year's. */
  private static final int MONTHS_AHEAD = 6;

  /**
   * So few months before the day of publication, a date is past even beside a word of the future.
   */
  private static final int MONTHS_JUST_PAST = 2;

  private final Part issued;

  Reference(Optional<String> issued) {
    this.issued = issued.flatMap(Edtf::parse).map(Edtf::start).orElse(UNKNOWN);
  }

  Optional<Edtf> year(int offset) {
    return issued.hasYear()
        ? Optional.of(Edtf.of(new Part(issued.year() + offset, 0, 0)))
        : Optional.empty();
  }

  Optional<Edtf> day(int offset) {
    Optional<LocalDate> date = issued.localDate();
    if (date.isPresent()) {
      return Optional.of(Edtf.of(Part.of(date.get().plusDays(offset))));
    }
    if (offset == 0 && !issued.equals(UNKNOWN)) {
      return Optional.of(Edtf.of(issued));
    }
    int day = issued.day() + offset;
    boolean sameMonth = issued.hasDay() && day >= 1 && day <= 28;
    return sameMonth
        ? Optional.of(Edtf.of(new Part(issued.year(), issued.month(), day)))
        : Optional.empty();
  }

  Optional<Edtf> month(int offset) {
    if (!issued.hasYear() || !issued.hasMonth()) {
      return Optional.empty();
    }
    LocalDate month = LocalDate.of(issued.year(), issued.month(), 1).plusMonths(offset);
    return Optional.of(Edtf.of(new Part(month.getYear(), month.getMonthValue(), 0)));
  }

  /** From January to the month of publication. */
  Optional<Edtf> sinceNewYear() {
    return issued.hasYear() && issued.hasMonth()
        ? Optional.of(Edtf.months(issued.year(), 1, issued.month()))
        : Optional.empty();
  }

  /** The last such day of the week up to the day of publication, or the next one after it. */
  Optional<Edtf> weekday(int number, boolean ahead) {
    DayOfWeek weekday = DayOfWeek.of(number);
    return issued
        .localDate()
        .map(
            date ->
                date.with(
                    ahead
                        ? TemporalAdjusters.next(weekday)
                        : TemporalAdjusters.previousOrSame(weekday)))
        .map(date -> Edtf.of(Part.of(date)));
  }

  /** The year of a month that stands without one; 0 if it cannot be told. */
  int yearOf(int month, Tense tense) {
    if (!issued.hasYear() || !issued.hasMonth()) {
      return 0;
    }
    int ahead = month - issued.month();
    if (ahead < -MONTHS_JUST_PAST) {
      return tense.isAhead() ? issued.year() + 1 : issued.year();
    }
    if (ahead > MONTHS_AHEAD) {
      return tense.isAhead() ? issued.year() : issued.year() - 1;
    }
    if (ahead <= 0 || !tense.isPast()) {
      return issued.year();
    }
    return ahead > MONTHS_SOON ? issued.year() - 1 : 0;
  }

  /** Whether a month is one of the next. */
  boolean isSoon(int month) {
    int ahead = month - issued.month();
    return issued.hasMonth() && ahead > 0 && ahead <= MONTHS_AHEAD;
  }

  /** The year of a month in which something began that goes on; 0 if it cannot be told. */
  int yearOfBegun(int month) {
    return issued.hasYear() && issued.hasMonth()
        ? issued.year() - (month > issued.month() ? 1 : 0)
        : 0;
  }

  /** The year of some months that are over, or are to come. */
  int yearOfSpan(int last, boolean ahead) {
    if (!issued.hasYear() || !issued.hasMonth()) {
      return 0;
    }
    if (ahead) {
      return issued.month() > last ? issued.year() + 1 : issued.year();
    }
    return isOver(last) ? issued.year() : issued.year() - 1;
  }

  private boolean isOver(int month) {
    Optional<LocalDate> date = issued.localDate();
    boolean lastDay = date.isPresent() && date.get().getDayOfMonth() == date.get().lengthOfMonth();
    return issued.month() > month || (issued.month() == month && lastDay);
  }

  /** The year of {@code last September}, {@code this May} or {@code next March}; 0 if unknown. */
  int yearOfRelative(int month, int offset) {
    if (!issued.hasYear() || !issued.hasMonth()) {
      return 0;
    }
    return switch (offset) {
      case -1 -> month < issued.month() ? issued.year() : issued.year() - 1;
      case 1 -> month > issued.month() ? issued.year() : issued.year() + 1;
      default -> issued.year();
    };
  }

  /** The year of {@code last summer} and the like; 0 where two summers could be meant. */
  int yearOfSeason(int season, int offset) {
    if (!issued.hasYear() || (!issued.hasMonth() && offset != 0)) {
      return 0;
    }
    int firstMonth = season == 24 ? 12 : 3 * (season - 20);
    return switch (offset) {
      case -1 -> issued.month() < firstMonth ? issued.year() - 1 : 0;
      case 1 -> issued.month() > firstMonth + 2 ? issued.year() + 1 : 0;
      default -> issued.year();
    };
  }
}
