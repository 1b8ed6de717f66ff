package org.w3id.bykz.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What was asked for last, by what it was asked with, as much as there is room for. */
final class Recent<T> {

  private final Map<String, T> values = new LinkedHashMap<>(64, 0.75f, true);
  private final long most;
  private final ToLongFunction<T> measure;
  private long size;

  /** Room for values that together measure no more. */
  Recent(long most, ToLongFunction<T> measure) {
    this.most = most;
    this.measure = measure;
  }

  synchronized Optional<T> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized void put(String key, T value) {
    T other = values.put(key, value);
    size += measure.applyAsLong(value) - (other == null ? 0 : measure.applyAsLong(other));
    Iterator<T> oldest = values.values().iterator();
    while (size > most && oldest.hasNext()) {
      size -= measure.applyAsLong(oldest.next());
      oldest.remove();
    }
  }
}
