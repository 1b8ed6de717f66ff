package org.w3id.bykz.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who mistyped a name may have meant. */
public final class Nearest {

  private Nearest() {}

  /** {@code ; did you mean "dairy-products"?} or nothing. */
  public static String hint(String typed, Collection<String> names) {
    return among(typed, names).map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }

  /** The name fewest edits away, if they are few for its length, or one that contains the typed. */
  static Optional<String> among(String typed, Collection<String> names) {
    String word = typed.toLowerCase(Locale.ROOT);
    Optional<String> near =
        names.stream()
            .filter(name -> edits(word, name.toLowerCase(Locale.ROOT)) <= 1 + word.length() / 4)
            .min(
                Comparator.<String>comparingInt(name -> edits(word, name.toLowerCase(Locale.ROOT)))
                    .thenComparing(Comparator.naturalOrder()));
    return near.or(
        () ->
            names.stream()
                .filter(name -> word.length() > 2 && name.toLowerCase(Locale.ROOT).contains(word))
                .min(
                    Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder())));
  }

  /** Edits with neighbours swapped as one: optimal string alignment. */
  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
