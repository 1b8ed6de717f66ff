package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.bykz.claim.SentenceReading.Cue;
import org.w3id.bykz.claim.SentenceReading.Miss;
import org.w3id.bykz.claim.SentenceReading.Why;
import org.w3id.bykz.mention.Layer;

/** Says of a sentence that made no claim what the frames whose cues it has would have taken. */
final class NearMisses {

  private final Scene scene;
  private final List<Draft> drafts;

  NearMisses(Scene scene, List<Draft> drafts) {
    this.scene = scene;
    this.drafts = drafts;
  }

  /** One for each frame with a cue, that with the fewest empty roles first. */
  List<Miss> of(List<Cue> cues) {
    Map<Frame, Cue> first = new LinkedHashMap<>();
    cues.forEach(cue -> first.putIfAbsent(cue.frame(), cue));
    List<Miss> misses = new ArrayList<>();
    first.values().forEach(cue -> misses.add(miss(cue)));
    misses.sort(Comparator.comparingInt(miss -> miss.lacking().size()));
    return misses;
  }

  private Miss miss(Cue cue) {
    Set<Role> lacking = lacking(cue.frame());
    if (!lacking.isEmpty()) {
      return new Miss(cue.frame(), cue, Why.LACKING, List.copyOf(lacking));
    }
    boolean silenced =
        drafts.stream()
            .anyMatch(draft -> draft.frame == cue.frame() && scene.mood().isSilent(draft.anchor));
    if (silenced) {
      return new Miss(cue.frame(), cue, Why.SILENCED, List.of());
    }
    return new Miss(cue.frame(), cue, isForeign() ? Why.FOREIGN : Why.APART, List.of());
  }

  private boolean isForeign() {
    Set<String> countries = new HashSet<>();
    scene.parties.forEach(party -> party.country().ifPresent(countries::add));
    return !countries.isEmpty() && !countries.contains("BY") && !countries.contains("KZ");
  }

  /** The roles for which the sentence has nothing at all. */
  private Set<Role> lacking(Frame frame) {
    Set<Role> lacking = EnumSet.noneOf(Role.class);
    boolean party = scene.parties.stream().anyMatch(p -> p.entity().kind() != Value.Kind.PERSON);
    boolean product = !scene.products().isEmpty();
    boolean sector = !scene.sectors().isEmpty();
    boolean number = scene.figures.stream().anyMatch(f -> f.amount().isPresent());
    switch (frame) {
      case TRADE_FLOW -> {
        lack(lacking, product, Role.PRODUCT);
        lack(lacking, party, Role.EXPORTER);
        lack(lacking, party, Role.IMPORTER);
      }
      case TRADE_VALUE -> {
        boolean figure =
            scene.figures.stream().anyMatch(f -> f.isMoney() || f.growth().isPresent());
        lack(lacking, figure, Role.VALUE);
        lack(lacking, party, Role.REPORTER);
        lack(lacking, party, Role.PARTNER);
      }
      case AGREEMENT -> {
        lack(lacking, !scene.m.in(Layer.AGREEMENT).isEmpty(), Role.KIND);
        lack(lacking, party, Role.PARTY);
      }
      case EVENT -> lack(lacking, party || !scene.named().isEmpty(), Role.PARTICIPANT);
      case PROJECT -> {
        lack(lacking, party, Role.PLACE);
        lack(lacking, product || sector, Role.PRODUCT);
      }
      case COOPERATION -> {
        lack(lacking, party, Role.PARTY);
        lack(lacking, sector, Role.SECTOR);
      }
      case OFFICE -> lack(lacking, !scene.persons.isEmpty(), Role.PERSON);
      case PRODUCTION -> {
        lack(lacking, party, Role.PRODUCER);
        lack(lacking, product, Role.PRODUCT);
        lack(lacking, number, Role.QUANTITY);
      }
    }
    return lacking;
  }

  private static void lack(Set<Role> lacking, boolean there, Role role) {
    if (!there) {
      lacking.add(role);
    }
  }
}
