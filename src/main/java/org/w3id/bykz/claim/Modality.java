package org.w3id.bykz.claim;

import java.util.Locale;

/** How far a claim is done: from a fact down to a mere interest. */
public enum Modality {
  FACT,
  PLANNED,
  PROPOSED,
  INTEREST;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The concept's key, as in {@code planned}. */
  public String key() {
    return key;
  }
}
