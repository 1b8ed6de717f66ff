package org.w3id.bykz.rdf;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was made of the keys asked for last, as most names stand in many texts. Of two keys that
 * share a slot the latter is kept, so it never grows; an entry lost to a race is only made again.
 */
final class Recent<K, V> {

  private record Entry<K, V>(K key, V value) {}

  private static final int SLOTS = 1 << 12;

  private final AtomicReferenceArray<Entry<K, V>> entries = new AtomicReferenceArray<>(SLOTS);
  private final Function<K, V> maker;

  Recent(Function<K, V> maker) {
    this.maker = maker;
  }

  V of(K key) {
    int hash = key.hashCode();
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    Entry<K, V> kept = entries.getPlain(slot);
    if (kept != null && kept.key().equals(key)) {
      return kept.value();
    }
    V value = maker.apply(key);
    entries.setPlain(slot, new Entry<>(key, value));
    return value;
  }
}
