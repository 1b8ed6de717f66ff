package org.w3id.bykz.curation;

import java.util.Optional;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Value;

/** The IRIs by which corrections name what they speak of; two values of one name are the same. */
public interface Names {

  String of(Claim claim);

  /** The IRI of a thing or, of any other value, what tells it from others. */
  String of(Value value);

  /** The event, agreement or project that a claim speaks of. */
  Optional<String> about(Claim claim);
}
