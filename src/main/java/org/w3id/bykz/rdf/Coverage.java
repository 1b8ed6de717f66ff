package org.w3id.bykz.rdf;

import java.util.List;
import org.w3id.bykz.text.Span;

/**
 * How much of a document was read and how much of that gave claims: honest zeros are part of the
 * graph.
 *
 * @param sentences sentences that were read for claims
 * @param silent those of them that gave none, in the order of the text
 */
public record Coverage(int sentences, List<Span> silent) {

  public Coverage {
    silent = List.copyOf(silent);
    if (sentences < silent.size()) {
      throw new IllegalArgumentException(
          silent.size() + " of " + sentences + " sentences cannot have given no claim");
    }
  }

  /** How many sentences gave at least one claim. */
  public int withClaims() {
    return sentences - silent.size();
  }
}
