package org.w3id.bykz.text;

import java.util.List;

/**
 * A sentence of a document, or a headline, list line or hashtag line that stands for one.
 *
 * @param index position in the document, from 0
 * @param paragraph paragraph it belongs to, from 0
 * @param begin where it starts in the document's text, in UTF-16 units, at its first token
 * @param end where it ends, exclusive, in UTF-16 units, after its last token
 */
public record Sentence(
    int index,
    int paragraph,
    Zone zone,
    Language language,
    int begin,
    int end,
    List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** What a piece of the text is for its reader. */
  public enum Zone {
    HEADLINE,
    /** Place, day and agency before the first sentence; dates the text, says nothing else. */
    DATELINE,
    BODY,
    /** A line between paragraphs that names what follows. */
    SUBHEADING,
    LIST_ITEM,
    /** Hashtags, calls to subscribe, credits: never read for claims. */
    BOILERPLATE
  }
}
