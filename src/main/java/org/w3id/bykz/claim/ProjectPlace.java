package org.w3id.bykz.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.text.Language;

/** Where a clause says that a project is. */
final class ProjectPlace {

  private final Scene scene;
  private final ProjectClause clause;

  ProjectPlace(ProjectClause clause) {
    this.scene = clause.scene;
    this.clause = clause;
  }

  /** The region, or else the country, in which the clause says that something is or will be. */
  Optional<Value.Entity> find() {
    return Few.of(scene.parties)
        .filter(p -> clause.isHere(p) && !p.isOrganisation() && !owns(p))
        .filter(
            p ->
                p.marker() == Marker.LOCATION
                    || (p.marker() == Marker.GOAL && scene.language() == Language.RU))
        .map(p -> hostOf(p))
        .reduce((a, b) -> isHostOf(a, b) ? b : a)
        .or(this::ofGrounds)
        .or(this::atPlant)
        .or(this::ofMaker)
        .or(this::ofAntecedent)
        .or(this::ofLocalFirm)
        .or(this::ofLocalPartner);
  }

  /** Where a partner is from whose name is not told: a joint venture with a Taraz company. */
  private Optional<Value.Entity> ofLocalPartner() {
    return Few.of(scene.parties)
        .filter(p -> clause.isHere(p) && clause.isUnnamedPartner(p))
        .map(this::hostOf)
        .filter(e -> e.kind() == Value.Kind.REGION)
        .findFirst();
  }

  /** Whose grounds something stands on, in English: in the Turkestan Region's industrial zone. */
  private Optional<Value.Entity> ofGrounds() {
    return Few.of(scene.parties)
        .filter(p -> clause.isHere(p) && p.marker() == Marker.GENITIVE && !p.isOrganisation())
        .filter(this::owns)
        .filter(p -> scene.word("location", Math.max(0, p.from() - 2), p.from()).isPresent())
        .findFirst()
        .map(this::hostOf);
  }

  /** Whether it is, in English, a possessor: the Belarusian side's proposal. */
  private boolean owns(Party party) {
    int next = party.to();
    while (scene.m.isWord(next, "transparent")) {
      next++;
    }
    return next < scene.size() && (scene.m.token(next).is("'") || scene.m.token(next).is("'s"));
  }

  /** Where the plant of the clause.index before is, of which a relative clause.index tells more. */
  private Optional<Value.Entity> ofAntecedent() {
    boolean relative = scene.isRelative(clause.index);
    for (int i = clause.begin; i < Math.min(clause.begin + 3, clause.end); i++) {
      relative |= scene.m.isWord(i, "relative");
    }
    boolean plant = clause.index > 0 && ProjectClause.hasPlant(scene, clause.index - 1);
    return Few.of(relative && plant ? scene.parties : List.<Party>of())
        .filter(p -> scene.clause(p.from()) == clause.index - 1 && !p.isOrganisation())
        .filter(
            p ->
                p.marker() == Marker.LOCATION
                    || p.marker() == Marker.GOAL && scene.language() == Language.RU)
        .map(this::hostOf)
        .findFirst();
  }

  /** A land makes at home what it makes of the other side's: Kazakhstan assembles BY tractors. */
  private Optional<Value.Entity> ofMaker() {
    Optional<Party> maker =
        Few.of(scene.parties)
            .filter(p -> clause.isHere(p) && p.named() && clause.has("make"))
            .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
            .filter(p -> p.country().isPresent() && p.from() < clause.cue("make").get().from())
            .findFirst();
    return maker
        .filter(
            m ->
                Few.of(scene.parties)
                    .anyMatch(
                        p ->
                            clause.isHere(p)
                                && p.marker() == Marker.ORIGIN
                                && p.country().isPresent()
                                && !p.sameCountryAs(m)))
        .map(this::hostOf);
  }

  /** Where the Kazakh one of two firms is: what they make together is mostly made there. */
  private Optional<Value.Entity> ofLocalFirm() {
    List<Party> firms =
        Few.of(scene.parties)
            .filter(p -> p.isOrganisation() && p.country().isPresent())
            .filter(clause::isHere)
            .toList();
    boolean joint = Few.of(firms).anyMatch(p -> !p.sameCountryAs(firms.get(0)));
    return Few.of(firms)
        .filter(p -> joint && p.isOf("KZ"))
        .findFirst()
        .map(
            firm ->
                townOf(firm)
                    .or(
                        () ->
                            scene
                                .entities
                                .lexicon()
                                .concept("organisation/" + firm.entity().key())
                                .flatMap(scene.entities::regionOf)
                                .map(scene.entities::entity))
                    .orElseGet(() -> scene.discourse.country("KZ")));
  }

  /** The town right before a firm's name or in it: the Taraz firm X, Semey Machine Plant. */
  private Optional<Value.Entity> townOf(Party firm) {
    return Few.of(scene.parties)
        .filter(p -> p.to() <= firm.from() && firm.from() - p.to() <= 2)
        .filter(p -> p.named() && !p.isOrganisation() && p.sameCountryAs(firm))
        .filter(p -> p.entity().kind() != Value.Kind.COUNTRY)
        .findFirst()
        .map(this::hostOf)
        .or(() -> townIn(firm));
  }

  private Optional<Value.Entity> townIn(Party firm) {
    return Few.of(scene.m.in(Layer.PARTY))
        .filter(p -> p.from() >= firm.from() && p.to() <= firm.to())
        .filter(p -> p.is("place") || p.is("region"))
        .findFirst()
        .map(p -> Pairs.region(scene, scene.entity(p)));
  }

  private boolean isHostOf(Value.Entity country, Value.Entity place) {
    return country.kind() == Value.Kind.COUNTRY
        && country.key().equals(scene.discourse.countryOf(place));
  }

  /** The region of a place; a town abroad stands for its country. */
  Value.Entity hostOf(Party party) {
    Value.Entity region = Pairs.region(scene, party.entity());
    return region.kind() == Value.Kind.PLACE
        ? party.country().map(scene.discourse::country).orElse(region)
        : region;
  }

  /** Where the plant stands on whose premises something is made. */
  private Optional<Value.Entity> atPlant() {
    for (Party party : scene.parties) {
      boolean at =
          party.isOrganisation()
              && clause.isHere(party)
              && scene.word("goal", Math.max(0, party.from() - 2), party.from()).isPresent()
              && scene.language() == Language.RU;
      if (at) {
        Optional<Value.Entity> town = townIn(party);
        if (town.isPresent()) {
          return town;
        }
      }
    }
    return Optional.empty();
  }

  /** Where firms with the other side's capital are: Brest Region is home to them. */
  Optional<Value.Entity> homeOfCapital() {
    return Few.of(scene.parties)
        .filter(p -> clause.has("foreign-capital") && clause.isHere(p))
        .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
        .findFirst()
        .map(this::hostOf);
  }
}
