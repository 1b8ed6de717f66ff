package org.w3id.bykz.view;

import java.util.List;

/**
 * A thing as its page shows it.
 *
 * @param name in the reader's language, else in English, else any
 * @param kind what it is
 * @param key with its kind, as parameters take it
 * @param otherNames in other languages and spellings
 * @param facts what is known of it itself
 * @param outside the same thing elsewhere
 * @param groups the claims that speak of it, by kind
 * @param isUnlinked whether no vocabulary knows it
 */
public record Portrait(
    String name,
    String kind,
    String key,
    List<String> otherNames,
    List<Card.Part> facts,
    List<Link> outside,
    List<Group> groups,
    boolean isUnlinked) {

  public Portrait {
    otherNames = List.copyOf(otherNames);
    facts = List.copyOf(facts);
    outside = List.copyOf(outside);
    groups = List.copyOf(groups);
  }

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
