package org.w3id.bykz.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.bykz.lexicon.Concept;

/** How far a claim is done: from a fact down to a mere interest. */
public enum Modality {
  FACT,
  PLANNED,
  PROPOSED,
  INTEREST;

  private static final Map<String, Modality> BY_SIGNAL =
      Arrays.stream(values())
          .collect(Collectors.toMap(modality -> "modality/" + modality.key, Function.identity()));

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The modality that a word gives to its clause. */
  static Optional<Modality> signalledBy(Concept word) {
    for (String signal : word.values("signals")) {
      if (BY_SIGNAL.containsKey(signal)) {
        return Optional.of(BY_SIGNAL.get(signal));
      }
    }
    return Optional.empty();
  }

  /** The concept's key, as in {@code planned}. */
  public String key() {
    return key;
  }
}
