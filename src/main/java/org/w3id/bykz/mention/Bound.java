package org.w3id.bykz.mention;

import java.util.Locale;
import java.util.Optional;

/** On which side of a figure the truth lies. */
public enum Bound {
  OVER,
  UNDER,
  ABOUT,
  UP_TO;

  /** Its key in claims and IRIs, such as {@code up-to}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Bound> ofKey(String key) {
    for (Bound bound : values()) {
      if (bound.key().equals(key)) {
        return Optional.of(bound);
      }
    }
    return Optional.empty();
  }
}
