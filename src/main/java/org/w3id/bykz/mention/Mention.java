package org.w3id.bykz.mention;

import java.util.List;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;

/**
 * Tokens {@code [from, to)} of a sentence that name a concept. An organisation or person that no
 * vocabulary has comes with a concept of its own that says so ({@code unlinked}).
 */
public record Mention(int from, int to, Concept concept, Label.Form form) {

  public boolean is(String kind) {
    return concept.kind().equals(kind);
  }

  public boolean isAdjective() {
    return form == Label.Form.ADJECTIVE;
  }

  public boolean overlaps(Mention other) {
    return from < other.to && other.from < to;
  }

  /** Whether it overlaps one of {@code others}. */
  public boolean overlapsAny(List<Mention> others) {
    for (Mention other : others) {
      if (overlaps(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether both stand at the same tokens. */
  public boolean sharesSpan(Mention other) {
    return from == other.from && to == other.to;
  }

  public int length() {
    return to - from;
  }
}
