package org.w3id.bykz.mention;

import java.util.BitSet;
import java.util.List;
import org.w3id.bykz.mention.QuantityMention.Kind;
import org.w3id.bykz.mention.QuantityMention.Reading;
import org.w3id.bykz.mention.SentenceWords.Hit;

/** Gives {@code a year}, {@code pro Monat}, {@code ежегодно} to the figures that they belong to. */
final class Frequencies {

  /** How far, in tokens, the figure may stand before its words of time. */
  private static final int REACH_BACK = 6;

  /** How far after them: {@code ежегодно отгружает угольным разрезам области 1,4 тысячи}. */
  private static final int REACH_AHEAD = 9;

  /** How far apart two figures may be that {@code and} joins under one such word. */
  private static final int COORDINATION = 6;

  private final SentenceWords words;
  private final BitSet taken;
  private final List<QuantityMention> figures;

  /**
   * @param figures of the sentence from left to right; changed in place
   */
  Frequencies(SentenceWords words, BitSet taken, List<QuantityMention> figures) {
    this.words = words;
    this.taken = taken;
    this.figures = figures;
  }

  void add() {
    int i = 0;
    while (i < words.size()) {
      Hit per = words.find(i, ScannerWord.Kind.PER);
      if (per != null && isFree(per)) {
        add(per);
        i = per.to();
      } else {
        i++;
      }
    }
  }

  private boolean isFree(Hit per) {
    int date = taken.nextSetBit(per.from());
    return (date < 0 || date >= per.to())
        && Few.of(figures).noneMatch(each -> each.from() < per.to() && per.from() < each.to());
  }

  private void add(Hit per) {
    int after = -1;
    for (int k = figures.size() - 1; k >= 0; k--) {
      QuantityMention figure = figures.get(k);
      if (!takes(figure)) {
        continue;
      }
      if (figure.to() <= per.from() && isNear(figure.to(), per.from(), REACH_BACK)) {
        addBack(k, per.code());
        return;
      }
      if (figure.from() >= per.to() && isNear(per.to(), figure.from(), REACH_AHEAD)) {
        after = k;
      }
    }
    if (after >= 0) {
      figures.set(after, figures.get(after).withPer(per.code()));
    }
  }

  /** To the figure and to those that are joined to it: {@code 10 tractors and 1 combine a year}. */
  private void addBack(int last, String unit) {
    figures.set(last, figures.get(last).withPer(unit));
    for (int k = last - 1; k >= 0; k--) {
      QuantityMention figure = figures.get(k);
      if (!takes(figure) || !isJoined(figure.to(), figures.get(k + 1).from())) {
        return;
      }
      figures.set(k, figure.withPer(unit));
    }
  }

  private boolean isJoined(int from, int to) {
    if (to - from > COORDINATION) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (words.is(i, ScannerWord.Kind.AND)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(QuantityMention figure) {
    boolean amount =
        figure.kind() == Kind.MONEY || figure.kind() == Kind.MEASURE || figure.kind() == Kind.COUNT;
    return amount && figure.per().isEmpty() && figure.reading() != Reading.CHANGE;
  }

  private boolean isNear(int from, int to, int reach) {
    if (to - from > reach) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (words.is(i, ";") || words.is(i, ",") || words.is(i, ":") || words.is(i, ".")) {
        return false;
      }
    }
    return true;
  }
}
