package org.w3id.bykz.view;

import java.util.List;

/**
 * A thing as its page shows it.
 *
 * @param name in the reader's language, else in English, else any
 * @param kind what it is
 * @param otherNames in other languages and spellings
 * @param facts what is known of it itself
 * @param outside the same thing elsewhere
 * @param figures tables of its trade
 * @param neighbours what it is linked with, and how
 * @param groups the claims that speak of it, by kind
 * @param isUnlinked whether no vocabulary knows it
 */
public record Portrait(
    String name,
    String kind,
    List<String> otherNames,
    List<Card.Part> facts,
    List<Link> outside,
    List<Figures> figures,
    Listing neighbours,
    List<Group> groups,
    boolean isUnlinked) {

  public Portrait {
    otherNames = List.copyOf(otherNames);
    facts = List.copyOf(facts);
    outside = List.copyOf(outside);
    figures = List.copyOf(figures);
    groups = List.copyOf(groups);
  }

  /** The answer to a question about it, and where it is asked. */
  public record Figures(String title, Listing listing, String address) {}

  /**
   * Claims of a kind.
   *
   * @param more where all of them are, if not all are here; may be empty
   */
  public record Group(String kind, int facts, int plans, List<Card> cards, String more) {

    public Group {
      cards = List.copyOf(cards);
    }
  }
}
