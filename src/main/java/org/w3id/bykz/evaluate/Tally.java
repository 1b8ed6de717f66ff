package org.w3id.bykz.evaluate;

/**
 * Counts of one text or many.
 *
 * @param soft sum of likeness over the pairs
 * @param pairs of those whose gold claim is not optional
 */
record Tally(
    int found,
    int gold,
    double soft,
    int strict,
    int pairs,
    int modality,
    int polarity,
    int attribution) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  static Tally ofFound() {
    return new Tally(1, 0, 0, 0, 0, 0, 0, 0);
  }

  static Tally ofGold() {
    return new Tally(0, 1, 0, 0, 0, 0, 0, 0);
  }

  /** A pair; its claims are counted by themselves. */
  static Tally ofPair(
      Likeness.Degree degree, boolean modality, boolean polarity, boolean attribution) {
    return new Tally(
        0,
        0,
        degree.soft(),
        degree.strict() ? 1 : 0,
        1,
        modality ? 1 : 0,
        polarity ? 1 : 0,
        attribution ? 1 : 0);
  }

  Tally plus(Tally other) {
    return new Tally(
        found + other.found,
        gold + other.gold,
        soft + other.soft,
        strict + other.strict,
        pairs + other.pairs,
        modality + other.modality,
        polarity + other.polarity,
        attribution + other.attribution);
  }
}
