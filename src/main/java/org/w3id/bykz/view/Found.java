package org.w3id.bykz.view;

import java.util.List;

/**
 * What a search found.
 *
 * @param asked the words that were searched for
 */
public record Found(String asked, List<Hit> hits) {

  public Found {
    hits = List.copyOf(hits);
  }

  /**
   * A thing that may be meant.
   *
   * @param by the name of it that was like the words
   * @param kind what it is
   */
  public record Hit(Link thing, String by, String kind) {}
}
