package org.w3id.bykz.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.Figure.Tail;
import org.w3id.bykz.mention.Numbers.Amount;
import org.w3id.bykz.mention.Percentages.Meaning;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** One pass over the figures of one sentence. */
final class QuantityScan {

  /** What a figure may begin with, beside a number. */
  static final long BEGINNINGS =
      ScannerWord.Kind.bits(
          ScannerWord.Kind.NO_QUANTITY,
          ScannerWord.Kind.LABEL_BEFORE,
          ScannerWord.Kind.ORDINAL,
          ScannerWord.Kind.GROWTH,
          ScannerWord.Kind.FACTOR,
          ScannerWord.Kind.TIMES_WORD,
          ScannerWord.Kind.EVERY,
          ScannerWord.Kind.FRACTION,
          ScannerWord.Kind.ARTICLE_FRACTION,
          ScannerWord.Kind.PERCENT,
          ScannerWord.Kind.SIGN,
          ScannerWord.Kind.CURRENCY,
          ScannerWord.Kind.NUMERAL);

  /** A unit before its number is at least this long: {@code пар}, not {@code т}. */
  private static final int SHORTEST_UNIT_BEFORE = 3;

  private final SentenceWords words;
  private final BitSet taken = new BitSet();
  private final List<QuantityMention> found = new ArrayList<>();
  private final Surroundings surroundings;
  private final NumbersInNames names;
  private final Ordinals ordinals;
  private final FigureWords figureWords;
  private final Figures figures;
  private final Ranges ranges;
  private final Percentages percentages;

  QuantityScan(SentenceWords words, List<DateMention> dates) {
    this.words = words;
    dates.forEach(date -> taken.set(date.from(), date.to()));
    Direction direction = new Direction(words);
    surroundings = new Surroundings(words, direction);
    names = new NumbersInNames(words, taken);
    ordinals = new Ordinals(words, new Numbers(words, taken));
    figureWords = new FigureWords(words, direction, surroundings);
    figures = new Figures(words, taken);
    ranges = new Ranges(words, taken, figures, surroundings);
    percentages = new Percentages(words, dates, direction, surroundings);
  }

  List<QuantityMention> run() {
    int i = 0;
    while (i < words.size()) {
      boolean open = words.mayBegin(i, BEGINNINGS) && !taken.get(i);
      i = open ? Math.max(i + 1, readAt(i)) : i + 1;
    }
    if (!found.isEmpty()) {
      new Frequencies(words, taken, found).add();
    }
    return List.copyOf(found);
  }

  /** Adds the figure at token {@code i}, if there is one; where to go on. */
  private int readAt(int i) {
    Hit none = words.find(i, ScannerWord.Kind.NO_QUANTITY);
    if (none != null) {
      return none.to();
    }
    int past = names.skip(i);
    if (past > i) {
      return past;
    }
    QuantityMention mention = ordinals.read(i);
    mention = mention == null ? figureWords.read(i) : mention;
    mention = mention == null ? percentWord(i) : mention;
    return mention == null ? readFigure(i) : add(mention);
  }

  private int add(QuantityMention mention) {
    found.add(mention);
    return mention.to();
  }

  /** {@code полпроцента}. */
  private QuantityMention percentWord(int i) {
    Hit percent = words.find(i, ScannerWord.Kind.PERCENT);
    return percent == null || percent.word().number().isEmpty()
        ? null
        : percent(i, percent.to(), percent.number(), 0);
  }

  private int readFigure(int i) {
    Figure figure = figures.signed(i);
    if (figure == null) {
      return i + 1;
    }
    if (names.isPartOfWord(figure.amount())) {
      return names.pastWord(figure.amount());
    }
    Tail tail = figures.tail(figure);
    Figure high = ranges.upperEnd(figure, tail);
    if (high != null) {
      return addRange(figure, tail, high);
    }
    Figure other = tail.kind() == Kind.COUNT ? ranges.sharing(figure) : null;
    return other == null ? add(figure, tail, Optional.empty()) : addPair(figure, other);
  }

  private int addRange(Figure low, Tail lowTail, Figure high) {
    Figure both = Ranges.joined(low, high);
    Tail tail = figures.tail(both);
    boolean unitBefore = tail.kind() == Kind.COUNT;
    return add(both, unitBefore ? lowTail.endingAt(tail.to()) : tail, Optional.of(Bound.UP_TO));
  }

  private int addPair(Figure first, Figure second) {
    Amount amount = first.amount();
    Amount whole = amount.isScaled() ? amount : amount.times(second.amount().multiplier());
    add(
        new Figure(first.from(), first.sign(), null, whole),
        figures.tail(second).endingAt(amount.to()),
        Optional.empty());
    return add(second, figures.tail(second), Optional.empty());
  }

  private int add(Figure figure, Tail tail, Optional<Bound> bound) {
    QuantityMention mention = read(figure, tail);
    if (mention != null) {
      add(bound.isPresent() ? mention.bounded(bound) : mention);
    }
    return tail.to();
  }

  /** What a figure says; null for a number of times that is no factor. */
  private QuantityMention read(Figure figure, Tail tail) {
    int from = figure.from();
    BigDecimal value = figure.amount().value();
    return switch (tail.kind()) {
      case PERCENT -> percent(from, tail.to(), value.multiply(tail.size()), figure.sign());
      case FRACTION -> figureWords.fraction(from, tail.to(), FigureWords.share(value, tail.size()));
      case FACTOR -> factor(figure, tail);
      default -> amount(figure, tail);
    };
  }

  private QuantityMention percent(int from, int to, BigDecimal value, int sign) {
    boolean afterValue =
        !found.isEmpty() && from - 1 - last().to() <= 1 && last().kind() != Kind.PERCENT;
    Meaning meaning = percentages.read(from, to, value, sign, afterValue);
    return QuantityMention.of(from, to, Kind.PERCENT, value)
        .read(meaning.reading(), meaning.growth())
        .bounded(surroundings.bound(from, to));
  }

  private QuantityMention last() {
    return found.get(found.size() - 1);
  }

  private QuantityMention factor(Figure figure, Tail tail) {
    int from = figure.from();
    BigDecimal value = figure.amount().value();
    boolean compound = words.isHyphen(tail.to() - 2);
    boolean factor =
        value.scale() > 0
            || compound
            || surroundings.isMarked(from)
            || figureWords.isCompared(from, tail.to());
    return factor ? figureWords.factor(from, tail.to(), value) : null;
  }

  private QuantityMention amount(Figure figure, Tail tail) {
    int from = figure.from();
    BigDecimal value = figure.amount().value().multiply(tail.size());
    QuantityMention mention =
        QuantityMention.of(from, tail.to(), tail.kind(), figure.sign() < 0 ? value.negate() : value)
            .read(surroundings.ofAmount(from, tail.to()), Optional.empty())
            .measured(tail.unit(), figure.amount().isScaled())
            .bounded(tail.over() ? Optional.of(Bound.OVER) : surroundings.bound(from, tail.to()));
    Hit unit = mention.kind() == Kind.COUNT ? unitBefore(from) : null;
    return unit == null ? mention : mention.afterUnit(unit);
  }

  /** {@code пар триста тысяч}: in Russian the unit before its number; null if there is none. */
  private Hit unitBefore(int from) {
    Hit unit = words.language == Language.RU ? words.findBefore(from, ScannerWord.Kind.UNIT) : null;
    boolean free =
        unit != null
            && !taken.get(unit.from())
            && !words.isNumber(unit.from() - 1)
            && (found.isEmpty() || last().to() <= unit.from());
    return free && words.tokens[unit.from()].text().length() >= SHORTEST_UNIT_BEFORE ? unit : null;
  }
}
