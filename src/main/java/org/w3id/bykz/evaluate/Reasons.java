package org.w3id.bykz.evaluate;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.w3id.bykz.claim.SentenceReading;
import org.w3id.bykz.claim.SentenceReading.Why;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.evaluate.Finding.Cause;

/**
 * Says of one text what was missed, partly right and spurious, and why: from the claim that is
 * nearest, or else from what the extractor saw in the sentence.
 */
final class Reasons {

  /** Roles whose value a sentence names by itself, in the order in which one looks for them. */
  private static final Map<String, String> NAMED =
      Map.of(
          "product", "product not recognised",
          "sector", "sector not recognised",
          "person", "person not recognised",
          "value", "figure not read",
          "growth", "figure not read",
          "quantity", "figure not read");

  private static final List<String> LOOKED_FOR =
      List.of("product", "sector", "person", "value", "growth", "quantity");

  private static final List<String> PARTIES =
      List.of(
          "exporter",
          "importer",
          "reporter",
          "partner",
          "producer",
          "party",
          "participant",
          "place");

  private final ReadText text;
  private final Pairing pairing;
  private final Likeness likeness;

  Reasons(ReadText text, Pairing pairing, Likeness likeness) {
    this.text = text;
    this.pairing = pairing;
    this.likeness = likeness;
  }

  /** In the order of the text. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int j = 0; j < pairing.gold().size(); j++) {
      ClaimLine gold = pairing.gold().get(j);
      Optional<Pairing.Pair> pair = pairing.ofGold(j);
      if (!gold.optional() && pair.isEmpty()) {
        findings.add(Finding.missed(gold, whyMissed(gold)));
      } else if (!gold.optional()) {
        partly(gold, pair.get()).ifPresent(findings::add);
      }
    }
    for (int i = 0; i < pairing.found().size(); i++) {
      if (pairing.ofFound(i).isEmpty()) {
        ClaimLine found = pairing.found().get(i);
        findings.add(Finding.spurious(found, whySpurious(found)));
      }
    }
    findings.sort(Comparator.comparingInt(finding -> finding.claim().span().start()));
    return findings;
  }

  private Optional<Finding> partly(ClaimLine gold, Pairing.Pair pair) {
    ClaimLine found = pairing.found().get(pair.found());
    List<Cause> causes = differences(found, gold);
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.partly(gold, found, pair.degree().soft(), causes));
  }

  private List<Cause> differences(ClaimLine found, ClaimLine gold) {
    List<Cause> causes = new ArrayList<>();
    Set<String> roles = new TreeSet<>(gold.roles().keySet());
    roles.addAll(found.roles().keySet());
    boolean turnover = new Filler.Name("turnover").equals(gold.roles().get("flow"));
    for (String role : roles) {
      boolean side = turnover && (role.equals("reporter") || role.equals("partner"));
      if (!side) {
        difference(role, found, gold).ifPresent(causes::add);
      }
    }
    if (turnover && likeness.of(found, gold).soft() < 1) {
      sides(found, gold).ifPresent(causes::add);
    }
    otherwise("modality", found.modality(), gold.modality()).ifPresent(causes::add);
    otherwise("polarity", found.polarity(), gold.polarity()).ifPresent(causes::add);
    if (!Evaluation.isSaidBySame(found, gold, likeness)) {
      causes.add(speaker(found.attributedTo(), gold.attributedTo()));
    }
    return causes;
  }

  private Optional<Cause> difference(String role, ClaimLine found, ClaimLine gold) {
    Filler ours = found.roles().get(role);
    Filler theirs = gold.roles().get(role);
    if (ours == null) {
      return Optional.of(new Cause(role + " lacking", theirs.toString()));
    }
    if (theirs == null) {
      return Optional.of(new Cause(role + " too much", ours.toString()));
    }
    return likeness.of(role, ours, theirs) == 1
        ? Optional.empty()
        : Optional.of(new Cause(role + " otherwise", ours + ", not " + theirs));
  }

  /** The two sides of a turnover, whatever their order. */
  private Optional<Cause> sides(ClaimLine found, ClaimLine gold) {
    List<Filler> ours = sides(found);
    List<Filler> theirs = sides(gold);
    double same = likeness.of("partner", new Filler.Several(ours), new Filler.Several(theirs));
    return same == 1
        ? Optional.empty()
        : Optional.of(
            new Cause(
                "partner otherwise",
                new Filler.Several(ours) + ", not " + new Filler.Several(theirs)));
  }

  private static List<Filler> sides(ClaimLine claim) {
    List<Filler> sides = new ArrayList<>();
    for (String role : List.of("reporter", "partner")) {
      if (claim.roles().containsKey(role)) {
        sides.add(claim.roles().get(role));
      }
    }
    return sides;
  }

  private static Optional<Cause> otherwise(String what, String ours, String theirs) {
    return ours.equals(theirs)
        ? Optional.empty()
        : Optional.of(new Cause(what + " otherwise", ours + ", not " + theirs));
  }

  private static Cause speaker(Optional<String> ours, Optional<String> theirs) {
    if (ours.isEmpty()) {
      return new Cause("speaker lacking", theirs.orElse(""));
    }
    return theirs.isEmpty()
        ? new Cause("speaker too much", ours.get())
        : new Cause("speaker otherwise", ours.get() + ", not " + theirs.get());
  }

  private Cause whyMissed(ClaimLine gold) {
    if (text.language().isEmpty()) {
      return new Cause("text not read", "");
    }
    return nearestFree(gold)
        .map(found -> new Cause("read otherwise", difference(found, gold)))
        .or(() -> readAsAnotherFrame(gold))
        .orElseGet(() -> unseen(gold));
  }

  /** The claim of its frame and passage that no other gold claim has, nearest in its roles. */
  private Optional<ClaimLine> nearestFree(ClaimLine gold) {
    return IntStream.range(0, pairing.found().size())
        .filter(i -> pairing.ofFound(i).isEmpty())
        .mapToObj(i -> pairing.found().get(i))
        .filter(found -> found.frame() == gold.frame() && found.span().overlaps(gold.span()))
        .filter(found -> shared(found, gold) > 0)
        .max(Comparator.comparingLong(found -> shared(found, gold)));
  }

  private long shared(ClaimLine found, ClaimLine gold) {
    return gold.roles().entrySet().stream()
        .filter(role -> found.roles().containsKey(role.getKey()))
        .filter(
            role ->
                likeness.of(role.getKey(), found.roles().get(role.getKey()), role.getValue()) > 0)
        .count();
  }

  /** The first difference in a core role, else in what they differ. */
  private String difference(ClaimLine found, ClaimLine gold) {
    List<Cause> causes = differences(found, gold);
    List<String> core = Likeness.core(gold);
    return causes.stream()
        .filter(cause -> core.contains(cause.kind().split(" ")[0]))
        .findFirst()
        .map(Cause::toString)
        .orElseGet(() -> causes.stream().map(Cause::kind).collect(joining(", ")));
  }

  /** A claim of another frame that says the half of it. */
  private Optional<Cause> readAsAnotherFrame(ClaimLine gold) {
    return IntStream.range(0, pairing.found().size())
        .filter(i -> pairing.ofFound(i).isEmpty())
        .mapToObj(i -> pairing.found().get(i))
        .filter(found -> found.frame() != gold.frame() && found.span().overlaps(gold.span()))
        .filter(found -> commonValues(found, gold) * 2 >= gold.roles().size())
        .findFirst()
        .map(found -> new Cause("read as another frame", found.frame().key()));
  }

  private long commonValues(ClaimLine found, ClaimLine gold) {
    List<Filler> ours = found.roles().values().stream().flatMap(f -> f.all().stream()).toList();
    return gold.roles().values().stream()
        .filter(theirs -> theirs.all().stream().anyMatch(t -> isAmong(t, ours)))
        .count();
  }

  private boolean isAmong(Filler one, List<Filler> others) {
    return others.stream().anyMatch(other -> likeness.same(one, other));
  }

  /** What of the claim the extractor did not see in its passage. */
  private Cause unseen(ClaimLine gold) {
    List<SentenceReading> passage =
        text.readings().stream()
            .filter(reading -> reading.sentence().span().overlaps(gold.span()))
            .toList();
    if (passage.stream().noneMatch(SentenceReading::read)) {
      return new Cause("sentence not read", zones(passage));
    }
    boolean cue =
        passage.stream()
            .flatMap(reading -> reading.cues().stream())
            .anyMatch(each -> each.frame() == gold.frame());
    if (!cue) {
      return new Cause("no cue", gold.frame().key());
    }
    List<Filler> named =
        passage.stream()
            .flatMap(reading -> reading.named().stream())
            .map(naming -> filler(naming.value()))
            .toList();
    return unnamed(gold, named)
        .orElseGet(() -> new Cause("recognised, not joined", whyApart(gold, passage)));
  }

  private static String zones(List<SentenceReading> passage) {
    return passage.isEmpty() ? "" : passage.get(0).zone().name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<Cause> unnamed(ClaimLine gold, List<Filler> named) {
    for (String role : LOOKED_FOR) {
      for (Filler value : values(gold, role)) {
        if (!isAmong(value, named)) {
          return Optional.of(new Cause(NAMED.get(role), value.toString()));
        }
      }
    }
    for (String role : PARTIES) {
      for (Filler value : values(gold, role)) {
        if (!isAmong(value, named)) {
          return Optional.of(new Cause("party not recognised", role + " " + value));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Filler> values(ClaimLine gold, String role) {
    Filler filler = gold.roles().get(role);
    return filler == null ? List.of() : filler.all();
  }

  private static Filler filler(Value value) {
    return value instanceof Value.Quantity quantity
        ? new Filler.Amount(quantity.number())
        : new Filler.Name(value.plain());
  }

  private static String whyApart(ClaimLine gold, List<SentenceReading> passage) {
    return passage.stream()
        .flatMap(reading -> reading.misses().stream())
        .filter(miss -> miss.frame() == gold.frame() && miss.why() != Why.LACKING)
        .findFirst()
        .map(miss -> miss.why().words())
        .orElse("");
  }

  private Cause whySpurious(ClaimLine found) {
    List<ClaimLine> here =
        pairing.gold().stream().filter(gold -> gold.span().overlaps(found.span())).toList();
    Optional<ClaimLine> like =
        here.stream()
            .filter(gold -> gold.frame() == found.frame() && shared(found, gold) > 0)
            .max(Comparator.comparingLong(gold -> shared(found, gold)));
    if (like.isPresent()) {
      String difference = difference(found, like.get());
      boolean twice = likeness.of(found, like.get()).soft() == 1;
      return new Cause(twice ? "found twice" : "read otherwise", difference);
    }
    return here.isEmpty()
        ? new Cause("nothing is claimed there", "")
        : new Cause("another frame is meant", frames(here));
  }

  private static String frames(List<ClaimLine> claims) {
    return String.join(", ", new TreeSet<>(claims.stream().map(c -> c.frame().key()).toList()));
  }
}
