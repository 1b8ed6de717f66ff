package org.w3id.bykz.view;

import java.util.List;

/**
 * A figure that sources tell differently.
 *
 * @param what whose figure of what
 * @param period as the reader writes it; empty for a project's
 * @param range its lowest and highest value, with their currency or unit
 * @param kind in what they differ
 * @param cards the claims, one beside the other
 */
public record Disagreement(
    String what, String period, String range, String kind, List<Card> cards) {

  public Disagreement {
    cards = List.copyOf(cards);
  }
}
