package org.w3id.bykz.mention;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.w3id.bykz.text.Language;

/**
 * A word or expression that a scanner knows; {@code ontology/scanners} holds them all and says what
 * each kind is for.
 *
 * @param text as it is written; matched token by token, without regard to case
 * @param language the language it belongs to; empty for a sign or code that holds in all
 * @param number what it counts as, for the kinds that count
 * @param code key of the currency, unit or bound that it stands for
 */
public record ScannerWord(
    String text,
    Optional<Language> language,
    Kind kind,
    Optional<BigDecimal> number,
    Optional<String> code) {

  public ScannerWord {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A scanner's word of kind " + kind.key() + " is empty");
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeUTF(text);
    out.writeUTF(language.map(Language::tag).orElse(""));
    out.writeUTF(kind.key());
    out.writeUTF(number.map(BigDecimal::toString).orElse(""));
    out.writeUTF(code.orElse(""));
  }

  /** What {@link #write} wrote. */
  public static ScannerWord read(DataInput in) throws IOException {
    return new ScannerWord(
        in.readUTF(),
        Language.ofTag(in.readUTF()),
        Kind.ofKey(in.readUTF()).orElseThrow(),
        Optional.of(in.readUTF()).filter(number -> !number.isEmpty()).map(BigDecimal::new),
        Optional.of(in.readUTF()).filter(code -> !code.isEmpty()));
  }

  /** What a word does beside a number or date; the order has no meaning. */
  public enum Kind {
    NUMERAL,
    MULTIPLIER,
    ADDEND,
    FRACTION,
    ARTICLE_FRACTION,
    FRACTION_PART,
    EVERY,
    ORDINAL,
    ORDINAL_SUFFIX,
    GROWTH,
    FACTOR,
    TIMES,
    TIMES_WORD,
    COMPARATIVE,
    DIRECTION,
    ADJACENT_DIRECTION,
    GROWTH_RATE,
    LEVEL,
    COMPARISON,
    CURRENCY,
    PERCENT,
    PERCENTAGE_POINT,
    UNIT,
    JOB,
    DURATION,
    PER,
    BOUND_BEFORE,
    BOUND_AFTER,
    BY,
    WEAK_BY,
    TO,
    FROM,
    BETWEEN,
    RANGE,
    AND,
    SIGN,
    LABEL_BEFORE,
    NO_QUANTITY,
    PARTICLE,

    MONTH,
    WEEKDAY,
    DAY_OFFSET,
    MONTH_OFFSET,
    YEAR_OFFSET,
    YEAR_ELLIPSIS,
    YEAR_NOUN,
    QUARTER_NOUN,
    HALF_NOUN,
    QUARTER,
    HALF,
    MONTHS_NOUN,
    SEASON,
    SPAN_MARKER,
    SINCE,
    SPAN_FROM,
    SPAN_UNTIL,
    TARGET,
    YEAR_START,
    YEAR_END,
    SAME_PERIOD,
    YEARS_LATER,
    RELATIVE,
    FUTURE,
    YEAR_JOINT;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final long bit;

    @SuppressWarnings("EnumOrdinal") // a place in a set of bits, never written anywhere
    Kind() {
      this.bit = 1L << ordinal();
    }

    long bit() {
      return bit;
    }

    /** Some kinds as a set of bits, for the matching of every token. */
    static long bits(Kind... kinds) {
      long bits = 0;
      for (Kind kind : kinds) {
        bits |= kind.bit;
      }
      return bits;
    }

    /** Its name in the data, such as {@code bound-before}. */
    public String key() {
      return key;
    }

    /** The kind of a key; empty for one that no scanner knows. */
    public static Optional<Kind> ofKey(String key) {
      for (Kind kind : values()) {
        if (kind.key().equals(key)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
