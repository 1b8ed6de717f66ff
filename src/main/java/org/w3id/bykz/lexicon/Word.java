package org.w3id.bykz.lexicon;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A token as morphology sees it.
 *
 * @param keys what labels are compared by, the likeliest lemma first; never empty
 * @param features what the form can be
 */
public record Word(List<String> keys, Set<Feature> features) {

  public Word {
    keys = List.copyOf(keys);
    features =
        features.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(features));
  }

  /** The likeliest lemma, folded. */
  public String lemma() {
    return keys.get(0);
  }

  public boolean is(Feature feature) {
    return features.contains(feature);
  }
}
