package org.w3id.bykz.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The claims found in one text beside a reader's, each with at most one of the other. */
final class Pairing {

  /** Less alike claims are not of one thing. */
  private static final double LEAST = 0.5;

  /** Two claims of one thing, by their places in the lists. */
  record Pair(int found, int gold, Likeness.Degree degree) {}

  private static final Comparator<Pair> MOST_ALIKE =
      Comparator.<Pair>comparingDouble(pair -> -pair.degree().soft())
          .thenComparing(pair -> !pair.degree().strict())
          .thenComparingInt(Pair::found)
          .thenComparingInt(Pair::gold);

  private final List<ClaimLine> found;
  private final List<ClaimLine> gold;
  private final Pair[] byFound;
  private final Pair[] byGold;

  private Pairing(List<ClaimLine> found, List<ClaimLine> gold) {
    this.found = List.copyOf(found);
    this.gold = List.copyOf(gold);
    this.byFound = new Pair[found.size()];
    this.byGold = new Pair[gold.size()];
  }

  /** Takes claims that are taken apart; the most alike are paired first. */
  static Pairing of(List<ClaimLine> found, List<ClaimLine> gold, Likeness likeness) {
    Pairing pairing = new Pairing(found, gold);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < gold.size(); j++) {
        Likeness.Degree degree = likeness.of(found.get(i), gold.get(j));
        if (degree.soft() >= LEAST) {
          pairs.add(new Pair(i, j, degree));
        }
      }
    }
    pairs.sort(MOST_ALIKE);
    pairs.forEach(pairing::take);
    return pairing;
  }

  private void take(Pair pair) {
    if (byFound[pair.found()] == null && byGold[pair.gold()] == null) {
      byFound[pair.found()] = pair;
      byGold[pair.gold()] = pair;
    }
  }

  List<ClaimLine> found() {
    return found;
  }

  List<ClaimLine> gold() {
    return gold;
  }

  Optional<Pair> ofFound(int index) {
    return Optional.ofNullable(byFound[index]);
  }

  Optional<Pair> ofGold(int index) {
    return Optional.ofNullable(byGold[index]);
  }
}
