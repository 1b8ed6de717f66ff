package org.w3id.bykz.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.curation.Correction.Replacement;
import org.w3id.bykz.curation.Correction.Target;
import org.w3id.bykz.text.Document;

/** Corrections, ready to be applied to any document. Immutable and thread-safe. */
public final class Curation {

  private final Names names;
  private final List<Correction> all;
  private final Map<String, List<Correction>> byDocument = new LinkedHashMap<>();

  /** Corrections of things, wherever they are named, by the thing's IRI. */
  private final Map<String, Correction> everywhere = new LinkedHashMap<>();

  private Curation(List<Correction> corrections, Names names) {
    this.names = names;
    this.all = List.copyOf(corrections);
    for (Correction each : corrections) {
      if (each.act().targets().isEmpty()) {
        everywhere(each, (Replacement) each.act());
      } else {
        each.act().targets().stream()
            .map(Target::document)
            .distinct()
            .forEach(id -> byDocument.computeIfAbsent(id, any -> new ArrayList<>()).add(each));
      }
    }
    everywhere.values().forEach(this::refuseCircle);
  }

  /**
   * @throws IllegalArgumentException if they contradict each other on what a thing is
   */
  public static Curation of(List<Correction> corrections, Names names) {
    return new Curation(corrections, names);
  }

  private void everywhere(Correction correction, Replacement replacement) {
    Correction other = everywhere.putIfAbsent(replacement.thing(), correction);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s: the correction %s says once more what %s is, as %s in %s does; take one of them out"
              .formatted(
                  correction.file(),
                  correction.iri(),
                  replacement.thing(),
                  other.iri(),
                  other.file()));
    }
  }

  private void refuseCircle(Correction first) {
    String end = ((Replacement) first.act()).thing();
    String thing = end;
    for (int steps = 0; everywhere.containsKey(thing); steps++) {
      thing = ((Replacement) everywhere.get(thing).act()).instead();
      if (thing.equals(end) || steps > everywhere.size()) {
        throw new IllegalArgumentException(
            "%s: the correction %s leads in a circle back to %s; take out the one that is wrong"
                .formatted(first.file(), first.iri(), end));
      }
    }
  }

  public List<Correction> all() {
    return all;
  }

  /** What stands of the claims of a document, which are given in its order. */
  public Curated apply(Document document, List<Claim> claims) {
    List<Correction> own = byDocument.getOrDefault(document.id(), List.of());
    if (own.isEmpty() && claims.stream().noneMatch(this::namesAny)) {
      return Curated.untouched(claims);
    }
    return new Curating(document, claims, own, everywhere, names).curated();
  }

  private boolean namesAny(Claim claim) {
    return !everywhere.isEmpty()
        && (Curating.values(claim)
                .filter(Value.Entity.class::isInstance)
                .anyMatch(value -> everywhere.containsKey(names.of(value)))
            || names.about(claim).filter(everywhere::containsKey).isPresent());
  }
}
