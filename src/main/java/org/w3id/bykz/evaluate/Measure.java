package org.w3id.bykz.evaluate;

import java.util.Locale;

/** What is measured, each from 0 to 1. */
public enum Measure {
  PRECISION,
  RECALL,
  F1,
  STRICT_PRECISION,
  STRICT_RECALL,
  STRICT_F1,
  /** Pairs whose modality agrees, of all pairs. */
  MODALITY,
  POLARITY,
  ATTRIBUTION;

  /** As in {@code strict-precision}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Not a number where there is nothing to divide by. */
  double of(Tally tally) {
    return switch (this) {
      case PRECISION -> tally.soft() / tally.found();
      case RECALL -> tally.soft() / tally.gold();
      case F1 -> 2 * tally.soft() / (tally.found() + tally.gold());
      case STRICT_PRECISION -> (double) tally.strict() / tally.found();
      case STRICT_RECALL -> (double) tally.strict() / tally.gold();
      case STRICT_F1 -> 2.0 * tally.strict() / (tally.found() + tally.gold());
      case MODALITY -> (double) tally.modality() / tally.pairs();
      case POLARITY -> (double) tally.polarity() / tally.pairs();
      case ATTRIBUTION -> (double) tally.attribution() / tally.pairs();
    };
  }
}
