package org.w3id.bykz.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;

/** What takes long to make, kept as long as the data have the version that it was made of. */
final class PerVersion<T> {

  private final Endpoint endpoint;
  private final Supplier<T> source;
  private Optional<String> version = Optional.empty();
  private T value;

  PerVersion(Endpoint endpoint, Supplier<T> source) {
    this.endpoint = endpoint;
    this.source = source;
  }

  synchronized T get() {
    Optional<String> now = Edition.of(endpoint).map(Edition::version);
    if (now.isEmpty() || !now.equals(version)) {
      value = source.get();
      version = now;
    }
    return value;
  }
}
