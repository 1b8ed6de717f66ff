package org.w3id.bykz.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.bykz.claim.Role;

/** How alike two claims are. */
final class Likeness {

  /** Roles whose value is a set in any frame. */
  private static final Set<String> SETS = Set.of("party", "participant", "partner");

  private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  /**
   * A degree of likeness.
   *
   * @param soft the share of roles that agree, of all that either claim fills
   * @param strict whether all core roles are equal, and modality and polarity agree
   */
  record Degree(double soft, boolean strict) {

    static final Degree NONE = new Degree(0, false);

    boolean isLess(Degree other) {
      return soft < other.soft || soft == other.soft && !strict && other.strict;
    }
  }

  private final Names names;

  Likeness(Names names) {
    this.names = names;
  }

  /** Claims of two frames, of two passages, or without a core role that the reader has, are not. */
  Degree of(ClaimLine found, ClaimLine gold) {
    if (found.frame() != gold.frame() || !found.span().overlaps(gold.span())) {
      return Degree.NONE;
    }
    Degree straight = of(found, found.roles(), gold);
    if (!isTurnover(found)) {
      return straight;
    }
    Degree swapped = of(found, swapped(found.roles()), gold);
    return straight.isLess(swapped) ? swapped : straight;
  }

  /** What goes both ways has no direction. */
  private static boolean isTurnover(ClaimLine found) {
    return new Filler.Name("turnover").equals(found.roles().get("flow"))
        && found.roles().containsKey("reporter")
        && found.roles().containsKey("partner");
  }

  private static Map<String, Filler> swapped(Map<String, Filler> roles) {
    Map<String, Filler> swapped = new HashMap<>(roles);
    swapped.put("reporter", roles.get("partner"));
    swapped.put("partner", roles.get("reporter"));
    return swapped;
  }

  private Degree of(ClaimLine found, Map<String, Filler> roles, ClaimLine gold) {
    List<String> core = core(gold);
    if (!roles.keySet().containsAll(core)) {
      return Degree.NONE;
    }
    Set<String> union = new TreeSet<>(roles.keySet());
    union.addAll(gold.roles().keySet());
    double sum = 0;
    boolean strict =
        found.modality().equals(gold.modality()) && found.polarity().equals(gold.polarity());
    for (String role : union) {
      double likeness =
          roles.containsKey(role) && gold.roles().containsKey(role)
              ? of(role, roles.get(role), gold.roles().get(role))
              : 0;
      sum += likeness;
      strict &= !core.contains(role) || likeness == 1;
    }
    return new Degree(sum / union.size(), strict);
  }

  /** The roles that the frame cannot do without, as far as the reader fills them. */
  static List<String> core(ClaimLine gold) {
    return gold.frame().core().stream().map(Role::key).filter(gold.roles()::containsKey).toList();
  }

  /** 1 for equal values, 0 for different ones, of sets the share of what both have (Jaccard). */
  double of(String role, Filler found, Filler gold) {
    boolean sets =
        SETS.contains(role) || found instanceof Filler.Several || gold instanceof Filler.Several;
    if (!sets) {
      return same(found, gold) ? 1 : 0;
    }
    List<Filler> left = found.all();
    List<Filler> right = new ArrayList<>(gold.all());
    int total = left.size() + right.size();
    int hits = 0;
    for (Filler one : left) {
      for (int i = 0; i < right.size(); i++) {
        if (same(one, right.get(i))) {
          hits++;
          right.remove(i);
          break;
        }
      }
    }
    return (double) hits / (total - hits);
  }

  /** Numbers within half a percent are the same. */
  boolean same(Filler one, Filler other) {
    if (one instanceof Filler.Amount a && other instanceof Filler.Amount b) {
      BigDecimal larger = a.number().abs().max(b.number().abs());
      return a.number().subtract(b.number()).abs().compareTo(larger.multiply(TOLERANCE)) <= 0;
    }
    return names.same(one.toString(), other.toString());
  }

  boolean same(String one, String other) {
    return names.same(one, other);
  }
}
