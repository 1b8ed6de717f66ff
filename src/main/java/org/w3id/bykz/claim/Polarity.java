package org.w3id.bykz.claim;

import java.util.Locale;

/** Whether the text says it or denies it. */
public enum Polarity {
  POSITIVE,
  NEGATIVE;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The concept's key, as in {@code negative}. */
  public String key() {
    return key;
  }
}
