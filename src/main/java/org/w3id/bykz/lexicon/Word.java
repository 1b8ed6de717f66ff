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

  private static final String VERB = "^";

  public Word {
    keys = List.copyOf(keys);
    features =
        features.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(features));
  }

  /** Marks the lemma of a verb, so that {@code leading} is not taken for the metal. */
  static String verbKey(String lemma) {
    return lemma + VERB;
  }

  /** The likeliest lemma, folded. */
  public String lemma() {
    return plain(keys.get(0));
  }

  /** Whether one of its lemmas is {@code lemma}. */
  public boolean hasLemma(String lemma) {
    return keys.contains(lemma) || keys.contains(verbKey(lemma));
  }

  static boolean isVerbKey(String key) {
    return key.endsWith(VERB);
  }

  private static String plain(String key) {
    return isVerbKey(key) ? key.substring(0, key.length() - VERB.length()) : key;
  }

  public boolean is(Feature feature) {
    return features.contains(feature);
  }
}
