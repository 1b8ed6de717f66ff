package org.w3id.bykz.curation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;

/**
 * A claim, or as much of one as it takes to tell it from others.
 *
 * @param document id of the source; empty where it is that of a claim named otherwise
 * @param quote words of the passage; empty likewise
 */
public record Description(
    String document,
    String quote,
    Optional<Frame> frame,
    Map<Role, List<Value>> roles,
    Optional<Modality> modality,
    Optional<Polarity> polarity,
    Optional<Value.Entity> attributedTo) {

  public Description {
    EnumMap<Role, List<Value>> copy = new EnumMap<>(Role.class);
    roles.forEach((role, values) -> copy.put(role, List.copyOf(values)));
    roles = Collections.unmodifiableMap(copy);
  }

  /** The same passage and frame, whatever is said there. */
  Description passage() {
    return new Description(
        document, quote, frame, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
