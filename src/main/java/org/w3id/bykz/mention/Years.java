package org.w3id.bykz.mention;

import java.util.Optional;
import org.w3id.bykz.mention.Edtf.Part;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Reads years, alone or beside a month, quarter or season. */
final class Years {

  private static final int FIRST = 1900;
  private static final int LAST = 2099;
  private static final int CENTURY = 100;

  /** What may stand before a year in English; any other word makes it an amount. */
  private static final Kind[] INTRODUCTIONS = {
    Kind.PARTICLE,
    Kind.SINCE,
    Kind.TARGET,
    Kind.COMPARISON,
    Kind.MONTH,
    Kind.SEASON,
    Kind.YEAR_NOUN,
    Kind.YEAR_JOINT,
    Kind.SPAN_UNTIL,
    Kind.SPAN_MARKER
  };

  private final SentenceWords words;
  private final Reference reference;

  Years(SentenceWords words, Reference reference) {
    this.words = words;
    this.reference = reference;
  }

  /**
   * A year beside a period.
   *
   * @param number 0 where the day of publication is needed to tell it and is not known
   */
  record Year(int to, int number, boolean written) {}

  static boolean isYear(int number) {
    return number >= FIRST && number <= LAST;
  }

  /**
   * {@code 2021}, {@code 2023-го}, {@code 2025-2027 годы}, {@code the 1970s}.
   *
   * @param free where a noun before the year may begin
   */
  DateReading read(int i, int free) {
    int year = words.digits(i);
    if (!isYear(year) || !standsForYear(i)) {
      return null;
    }
    int start = start(i, free);
    int end = end(i);
    Hit joint = joint(i, end);
    int last = joint == null ? -1 : rangeEnd(i, joint, year);
    if (last > year) {
      Edtf range = Edtf.of(new Part(year, 0, 0), new Part(last, 0, 0));
      return DateReading.written(start, end(joint.to()), range);
    }
    if (words.isAttached(i + 1) && words.is(i + 1, "s")) {
      return new DateReading(i, i + 2, Optional.empty(), false, false);
    }
    return DateReading.written(start, end, Edtf.of(new Part(year, 0, 0)));
  }

  private Hit joint(int begin, int end) {
    return words.is(end, "/") ? new Hit(end, end + 1, null) : words.spanJoint(begin, end);
  }

  /**
   * The last year of a range, which words join only after {@code from} or {@code between}; -1 if
   * there is none.
   */
  private int rangeEnd(int i, Hit joint, int first) {
    boolean sign = words.is(joint.from(), "-") || words.is(joint.from(), "/");
    boolean begun =
        words.findBefore(i, Kind.SPAN_FROM) != null || words.findBefore(i, Kind.BETWEEN) != null;
    if (!sign && !begun) {
      return -1;
    }
    int year = words.digits(joint.to());
    if (isYear(year)) {
      return standsForYear(joint.to()) ? year : -1;
    }
    boolean attached = words.isAttached(joint.to()) && words.isAttached(joint.from());
    return attached && words.isTwoDigits(joint.to()) ? first / CENTURY * CENTURY + year : -1;
  }

  /** {@code im Jahr 2021} begins with its noun, unless that belongs to what stands before. */
  private int start(int i, int free) {
    Hit noun = words.findBefore(i, Kind.YEAR_NOUN);
    return noun != null && noun.from() >= free && !words.isNumber(noun.from() - 1)
        ? noun.from()
        : i;
  }

  /** Past the ending of {@code 2023-го} and the noun of {@code 2023 года}. */
  private int end(int i) {
    if (words.language != Language.RU) {
      return i + 1;
    }
    boolean ending = words.isHyphen(i + 1) && words.is(i + 2, Kind.ORDINAL_SUFFIX);
    int end = ending ? i + 3 : i + 1;
    Hit noun = words.find(end, Kind.YEAR_NOUN);
    return noun == null ? end : noun.to();
  }

  /** The year after a period, perhaps after {@code of}; null if none stands there. */
  Year after(int i) {
    Year year = at(i);
    if (year != null) {
      return year;
    }
    Hit joint = words.find(i, Kind.YEAR_JOINT);
    return joint == null ? null : at(joint.to());
  }

  /** The same after a day or month, where English has a comma. */
  Year afterDay(int i) {
    boolean comma =
        words.language == Language.EN && words.is(i, ",") && isYear(words.digits(i + 1));
    return after(comma ? i + 1 : i);
  }

  private Year at(int i) {
    Hit offset = words.find(i, Kind.YEAR_OFFSET);
    if (offset != null) {
      int number = reference.year(offset.intNumber()).map(date -> date.start().year()).orElse(0);
      return new Year(offset.to(), number, false);
    }
    Hit noun = words.find(i, Kind.YEAR_NOUN);
    int at = noun == null ? i : noun.to();
    boolean written = isYear(words.digits(at)) && standsForYear(at);
    return written ? new Year(end(at), words.digits(at), true) : null;
  }

  /** Past {@code of the year}, which says nothing more of a quarter or half. */
  int afterOwn(int i) {
    Hit joint = words.find(i, Kind.YEAR_JOINT);
    Hit noun = words.find(joint == null ? i : joint.to(), Kind.YEAR_NOUN);
    return noun != null && !words.isNumber(noun.to()) ? noun.to() : i;
  }

  /** Whether a number that could be a year is one, and not an amount or part of a name. */
  private boolean standsForYear(int i) {
    boolean name =
        (words.isHyphen(i - 1) && words.isWord(i - 2))
            || (words.isAttached(i) && words.isWord(i - 1));
    boolean money = words.findBefore(i, Kind.CURRENCY) != null;
    boolean compound =
        words.isHyphen(i + 1) && words.isWord(i + 2) && !words.is(i + 2, Kind.ORDINAL_SUFFIX);
    boolean score = words.is(i + 1, ":") && words.isAttached(i + 2) && words.isNumber(i + 2);
    return !name && !money && !compound && !score && !hasUnit(i + 1) && !isCount(i);
  }

  boolean hasUnit(int i) {
    return !words.is(i, Kind.YEAR_NOUN)
        && (words.is(i, Kind.UNIT)
            || words.is(i, Kind.JOB)
            || words.currencyAfter(i) != null
            || words.is(i, Kind.PERCENT)
            || words.is(i, Kind.TIMES)
            || words.is(i, Kind.DURATION)
            || words.is(i, Kind.MULTIPLIER));
  }

  /**
   * {@code about 2000 visitors}, {@code shipped 2000 tractors}, {@code поставил 2000 тракторов}.
   */
  private boolean isCount(int i) {
    boolean noun =
        words.isWord(i + 1)
            && !words.is(i + 1, Kind.PARTICLE)
            && !words.is(i + 1, Kind.YEAR_NOUN)
            && !words.is(i + 1, Kind.ORDINAL_SUFFIX);
    return noun
        && switch (words.language) {
          case EN -> isBounded(i) || (words.isWord(i - 1) && !introducesYear(i));
          case DE -> isBounded(i);
          default -> !words.tokens[i + 1].isCapitalised();
        };
  }

  private boolean isBounded(int i) {
    Hit bound = words.findBefore(i, Kind.BOUND_BEFORE);
    return bound != null && bound.word().code().isPresent() && !words.is(bound.from(), Kind.TARGET);
  }

  private boolean introducesYear(int i) {
    for (Kind kind : INTRODUCTIONS) {
      if (words.findBefore(i, kind) != null) {
        return true;
      }
    }
    return false;
  }
}
