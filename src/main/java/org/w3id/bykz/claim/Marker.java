package org.w3id.bykz.claim;

import java.util.Locale;

/** How a party stands in its clause: what its preposition, case or place makes of it. */
enum Marker {
  /** No preposition and no genitive: subject, object or one of a list. */
  UNMARKED,
  GOAL,
  SOURCE,
  LOCATION,
  COMPANION,
  BETWEEN,
  AGENT,
  /** What goods only pass through. */
  ROUTE,
  GENITIVE,
  /** An adjective of a noun that stands for no party, such as a product. */
  ORIGIN;

  static Marker of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
