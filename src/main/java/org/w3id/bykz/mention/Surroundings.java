package org.w3id.bykz.mention;

import java.util.Optional;
import org.w3id.bykz.mention.QuantityMention.Reading;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.mention.SentenceWords.Hit;
import org.w3id.bykz.text.Language;

/** Reads the words around a figure: its bound, and whether it is a difference or a new value. */
final class Surroundings {

  /** How far, in tokens, a word of change may stand before the value that it leads to. */
  private static final int CHANGE_REACH = 12;

  private final SentenceWords words;
  private final Direction direction;

  Surroundings(SentenceWords words, Direction direction) {
    this.words = words;
    this.direction = direction;
  }

  // Bounds

  /** What the words before {@code from}, else those at {@code to}, say of the figure between. */
  Optional<Bound> bound(int from, int to) {
    Optional<Bound> before = isNewValue(from) ? Optional.empty() : boundBefore(from);
    if (before.isPresent()) {
      return before;
    }
    Hit by = words.language == Language.RU ? words.findBefore(from, Kind.BY) : null;
    if (by != null && boundBefore(by.from()).isPresent()) {
      return boundBefore(by.from());
    }
    Hit after = words.find(to, Kind.BOUND_AFTER);
    return after == null ? Optional.empty() : Bound.ofKey(after.code());
  }

  private Optional<Bound> boundBefore(int from) {
    Hit hit = words.findBefore(from, Kind.BOUND_BEFORE);
    while (hit != null && hit.word().code().isEmpty()) {
      hit = words.findBefore(hit.from(), Kind.BOUND_BEFORE);
    }
    return hit == null ? Optional.empty() : Bound.ofKey(hit.code());
  }

  /** Where the words of bound before a figure begin; its own beginning if there are none. */
  int beforeBounds(int from) {
    int at = from;
    Hit hit = words.findBefore(at, Kind.BOUND_BEFORE);
    while (hit != null && !isAlsoMarker(hit)) {
      at = hit.from();
      hit = words.findBefore(at, Kind.BOUND_BEFORE);
    }
    return at;
  }

  /** Russian {@code до} is a bound and the mark of a new value. */
  private boolean isAlsoMarker(Hit bound) {
    Hit to = words.findBefore(bound.to(), Kind.TO);
    return to != null && to.length() == bound.length();
  }

  /** Where bounds and {@code by}, {@code um}, {@code на}, {@code of} before a figure begin. */
  int beforeMarkers(int from) {
    int at = beforeBounds(from);
    Hit by = words.findBefore(at, Kind.BY);
    Hit marker = by == null ? words.findBefore(at, Kind.WEAK_BY) : by;
    return marker == null ? at : beforeBounds(marker.from());
  }

  // Readings

  /** Whether {@code by}, {@code um} or {@code на} stands before a figure. */
  boolean isDifference(int from) {
    return words.findBefore(beforeBounds(from), Kind.BY) != null;
  }

  /** Whether these or {@code in}, {@code of}, {@code в} do. */
  boolean isMarked(int from) {
    return isDifference(from) || words.findBefore(beforeBounds(from), Kind.WEAK_BY) != null;
  }

  /** What an amount at {@code from} to {@code to} is where it is no percentage. */
  Reading ofAmount(int from, int to) {
    Hit by = words.findBefore(beforeBounds(from), Kind.BY);
    boolean changed = by != null && (direction.before(by.from()) != 0 || direction.after(to) != 0);
    return changed ? Reading.CHANGE : of(from);
  }

  /** {@code to}, {@code auf}, {@code до} or {@code from} beside a word of change. */
  Reading of(int from) {
    if (isNewValue(from)) {
      return Reading.TO;
    }
    int at = beforeBounds(from);
    Hit to = words.findBefore(at, Kind.TO);
    if (to != null && isBesideChange(to.from(), from)) {
      return Reading.TO;
    }
    Hit start = words.findBefore(at, Kind.FROM);
    return start != null && isBesideChange(start.from(), from) ? Reading.FROM : Reading.PLAIN;
  }

  private boolean isBesideChange(int marker, int from) {
    return changesBefore(marker) || direction.changesLater(from);
  }

  boolean changesBefore(int end) {
    return direction.changes(end, CHANGE_REACH);
  }

  /** Whether the word right before is both a bound and the mark of a new value: the latter. */
  private boolean isNewValue(int from) {
    Hit to = words.findBefore(from, Kind.TO);
    if (to == null || !changesBefore(to.from())) {
      return false;
    }
    Hit bound = words.findBefore(from, Kind.BOUND_BEFORE);
    return bound == null || bound.length() == to.length();
  }
}
