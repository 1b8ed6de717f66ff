package org.w3id.bykz.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Which record of all: by these all are sorted.
 *
 * @param part in the plan
 * @param file in the plan
 * @param number in the file
 */
record Numbered(int part, int file, long number) implements Comparable<Numbered>, Serializable {

  private static final Comparator<Numbered> ORDER =
      Comparator.comparingInt(Numbered::part)
          .thenComparingInt(Numbered::file)
          .thenComparingLong(Numbered::number);

  @Override
  public int compareTo(Numbered other) {
    return ORDER.compare(this, other);
  }
}
