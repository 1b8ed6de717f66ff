package org.w3id.bykz.mention;

import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Whether the words around a figure speak of rise (1) or fall (-1); 0 where they do not. */
final class Direction {

  private final SentenceWords words;

  Direction(SentenceWords words) {
    this.words = words;
  }

  /** By the words right beside, else by the nearest of the clause, else of the sentence. */
  int of(int from, int to) {
    int beside = beside(from, to);
    return beside != 0 ? beside : near(from, to);
  }

  /** By the words right beside alone. */
  int beside(int from, int to) {
    int after = after(to);
    return after != 0 ? after : before(from);
  }

  /** {@code 5 % more}, {@code um 5 Prozent gestiegen}, {@code 5% up}, {@code 5% growth}. */
  int after(int to) {
    for (Kind kind : new Kind[] {Kind.COMPARATIVE, Kind.DIRECTION, Kind.ADJACENT_DIRECTION}) {
      Hit hit = words.find(to, kind);
      if (hit != null) {
        return hit.intNumber();
      }
    }
    return 0;
  }

  /** {@code up 5 %}, {@code рост 5 %}. */
  int before(int from) {
    Hit hit =
        longer(
            words.findBefore(from, Kind.DIRECTION),
            words.findBefore(from, Kind.ADJACENT_DIRECTION));
    return hit == null ? 0 : hit.intNumber();
  }

  private static Hit longer(Hit one, Hit other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.length() > one.length() ? other : one;
  }

  /** By the nearest word of the clause, before or after; of the sentence where it has none. */
  private int near(int from, int to) {
    int left = 0;
    int leftBreaks = 0;
    for (int i = from - 1; i >= 0 && left == 0; i--) {
      leftBreaks += isBreak(i) ? 1 : 0;
      left = directionAt(i);
    }
    if (left != 0 && leftBreaks == 0) {
      return left;
    }
    int right = 0;
    for (int i = to; i < words.size() && right == 0 && !isEnd(i); i++) {
      right = directionAt(i);
    }
    return right != 0 ? right : left;
  }

  /** Whether a clause ends: a German one has its participle behind what and joins. */
  private boolean isEnd(int i) {
    return isBreak(i) && !(words.language == Language.DE && words.is(i, Kind.AND));
  }

  /** Whether a word of change ends a German clause that goes on from {@code from}. */
  boolean changesLater(int from) {
    for (int i = from; words.language == Language.DE && i < words.size() && !isBreak(i); i++) {
      if (words.is(i, Kind.DIRECTION) || words.is(i, Kind.ADJACENT_DIRECTION)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of change, of any direction, stands among the tokens before {@code end}. */
  boolean changes(int end, int reach) {
    for (int i = end - 1; i >= 0 && i >= end - reach && !words.is(i, ";"); i--) {
      if (words.is(i, Kind.DIRECTION)
          || words.is(i, Kind.GROWTH)
          || words.is(i, Kind.FACTOR)
          || (words.is(i, Kind.ADJACENT_DIRECTION) && !words.is(i, Kind.TO))) {
        return true;
      }
    }
    return false;
  }

  /** The direction that the clause gives by itself: 0 if its nearest word is beyond a break. */
  int inClause(int from, int to) {
    int beside = beside(from, to);
    if (beside != 0) {
      return beside;
    }
    int left = 0;
    for (int i = from - 1; i >= 0 && left == 0 && !isBreak(i); i--) {
      left = directionAt(i);
    }
    int right = 0;
    for (int i = to; i < words.size() && left == 0 && right == 0 && !isBreak(i); i++) {
      right = directionAt(i);
    }
    return left != 0 ? left : right;
  }

  private int directionAt(int i) {
    Hit hit = words.find(i, Kind.DIRECTION);
    if (hit == null) {
      hit = words.find(i, Kind.GROWTH);
      return hit == null ? 0 : hit.number().signum();
    }
    return hit.intNumber();
  }

  private boolean isBreak(int i) {
    return words.is(i, ",") || words.is(i, ";") || words.is(i, ":") || words.is(i, Kind.AND);
  }
}
