package org.w3id.bykz.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3id.bykz.claim.Frame;

/** Takes claims apart that say several things at once: one of two products is two. */
final class Atoms {

  private static final Set<String> APART =
      Set.of("exporter", "importer", "product", "place", "producer");

  private Atoms() {}

  static List<ClaimLine> of(List<ClaimLine> claims) {
    return claims.stream().flatMap(claim -> of(claim).stream()).toList();
  }

  private static List<ClaimLine> of(ClaimLine claim) {
    List<ClaimLine> atoms = List.of(claim);
    for (Map.Entry<String, Filler> role : claim.roles().entrySet()) {
      if (role.getValue() instanceof Filler.Several several && isTakenApart(claim, role.getKey())) {
        atoms = each(atoms, role.getKey(), several.fillers());
      }
    }
    return atoms;
  }

  private static boolean isTakenApart(ClaimLine claim, String role) {
    return APART.contains(role) || claim.frame() == Frame.COOPERATION && role.equals("sector");
  }

  private static List<ClaimLine> each(List<ClaimLine> atoms, String role, List<Filler> fillers) {
    List<ClaimLine> all = new ArrayList<>();
    for (ClaimLine atom : atoms) {
      for (Filler filler : fillers) {
        Map<String, Filler> roles = new TreeMap<>(atom.roles());
        roles.put(role, filler);
        all.add(atom.with(roles));
      }
    }
    return all;
  }
}
