package org.w3id.bykz.lexicon;

import java.util.List;
import java.util.Set;

/** A token as morphology sees it: its lemmas and all that the form can be. */
public final class Word {

  private static final String VERB = "^";

  private final List<String> keys;

  /** The {@link Feature#bit}s of all that the form can be. */
  private final long features;

  /** The {@link LabelNode#bit}s of the keys. */
  private final long keyBits;

  /** Where the labels of a lexicon that begin with it go on; null where that is not known. */
  private final LabelNode[] begins;

  /**
   * @param keys what labels are compared by, the likeliest lemma first; at least one
   * @param features what the form can be
   */
  public Word(List<String> keys, Set<Feature> features) {
    this(keys.stream().map(String::intern).toList(), bits(features), null);
  }

  private Word(List<String> keys, long features, LabelNode[] begins) {
    this.begins = begins;
    this.keys = keys;
    this.features = features;
    long bits = 0;
    for (String key : keys) {
      bits |= LabelNode.bit(key);
    }
    this.keyBits = bits;
  }

  private static long bits(Set<Feature> features) {
    long bits = 0;
    for (Feature feature : features) {
      bits |= feature.bit();
    }
    return bits;
  }

  /** A sign or number, which is its own key and can be nothing else. */
  static Word ofSign(String folded) {
    return new Word(List.of(folded), 0, null);
  }

  /** The same form with a prefix before each of its lemmas. */
  public Word prefixed(String prefix) {
    return new Word(keys.stream().map(key -> prefix + key).toList(), features, null);
  }

  /** The same word where it is known how labels go on after it. */
  Word beginning(LabelNode[] nodes) {
    return new Word(keys, features, nodes);
  }

  LabelNode[] begins() {
    return begins;
  }

  /** What labels are compared by, the likeliest lemma first; never empty. */
  public List<String> keys() {
    return keys;
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
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      boolean verb = key.length() == lemma.length() + VERB.length() && isVerbKey(key);
      if (verb ? key.startsWith(lemma) : key.equals(lemma)) {
        return true;
      }
    }
    return false;
  }

  static boolean isVerbKey(String key) {
    return key.endsWith(VERB);
  }

  private static String plain(String key) {
    return isVerbKey(key) ? key.substring(0, key.length() - VERB.length()) : key;
  }

  long keyBits() {
    return keyBits;
  }

  public boolean is(Feature feature) {
    return (features & feature.bit()) != 0;
  }
}
