package org.w3id.bykz.web;

import java.util.function.Supplier;

/** What is made when it is asked for first, and kept: of data that do not change. */
final class Kept<T> implements Supplier<T> {

  private final Supplier<T> source;
  private T value;

  Kept(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
