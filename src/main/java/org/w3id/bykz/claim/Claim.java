package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.text.Span;

/**
 * One atomic statement that a text makes: a frame with its roles filled, who says it, and how
 * surely - without saying that it is true.
 *
 * @param document id of the source
 * @param roles values by role; more than one only for parties, partners, participants and sectors
 * @param attributedTo person or body that says it; empty for the publisher's own voice
 * @param span where the evidence stands, in code points of the document's text
 * @param quote the evidence, verbatim
 * @param confidence 0 to 1
 * @param foundBy keys of the cue and of the rules that led to the claim, first the cue
 */
public record Claim(
    String document,
    Frame frame,
    Map<Role, List<Value>> roles,
    Modality modality,
    Polarity polarity,
    Optional<Value.Entity> attributedTo,
    Span span,
    String quote,
    double confidence,
    List<String> foundBy) {

  public Claim {
    EnumMap<Role, List<Value>> copy = new EnumMap<>(Role.class);
    roles.forEach((role, values) -> copy.put(role, List.copyOf(values)));
    roles = Collections.unmodifiableMap(copy);
    foundBy = List.copyOf(foundBy);
    if (!frame.roles().containsAll(roles.keySet())) {
      List<Role> strange = new ArrayList<>(roles.keySet());
      strange.removeAll(frame.roles());
      throw new IllegalArgumentException(
          "No claim of the frame " + frame.key() + " has a role " + strange);
    }
    if (quote.isEmpty() || quote.codePointCount(0, quote.length()) != span.end() - span.start()) {
      throw new IllegalArgumentException("Quote and " + span + " differ in length: " + quote);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence " + confidence + " is not from 0 to 1");
    }
  }

  /** The values of a role, in the text's order; none if it is not filled. */
  public List<Value> values(Role role) {
    return roles.getOrDefault(role, List.of());
  }
}
