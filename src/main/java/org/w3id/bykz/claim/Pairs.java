package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.text.Language;

/** Finds the two sides that a clause speaks of. */
final class Pairs {

  /** Codes of the capitals. */
  private static final Set<String> CAPITALS = Set.of("BY-HM", "KZ-71");

  /** Most tokens between where a firm sits and its name: the Lida-based company X. */
  private static final int SEAT_REACH = 3;

  private Pairs() {}

  /**
   * The parties of a clause, one side against the other: the first, then each of another country; a
   * side that the clause leaves out is the one last spoken of.
   */
  static List<Value.Entity> of(Scene scene, int clause) {
    List<Party> inClause = new ArrayList<>();
    for (Party party : scene.parties) {
      if (scene.clause(party.from()) == clause && party.marker() != Marker.LOCATION
          || party.marker() == Marker.BETWEEN) {
        inClause.add(party);
      }
    }
    if (inClause.isEmpty()) {
      Few.of(scene.parties).filter(p -> p.marker() != Marker.LOCATION).forEach(inClause::add);
    }
    List<Value.Entity> firms =
        Few.of(inClause).filter(Party::isOrganisation).map(Party::entity).distinct().toList();
    boolean strange = Few.of(inClause).anyMatch(p -> p.isOrganisation() && p.country().isEmpty());
    if (firms.size() == 2 && strange) {
      return firms;
    }
    List<Value.Entity> towns = towns(scene, inClause);
    return towns.isEmpty() ? sides(scene, inClause) : towns;
  }

  /** Two towns that deal with each other stand for themselves; none where anybody else is told. */
  private static List<Value.Entity> towns(Scene scene, List<Party> parties) {
    List<Party> named =
        Few.of(parties).filter(p -> p.entity().kind() != Value.Kind.PERSON).toList();
    boolean alone =
        Few.of(named)
            .allMatch(
                p ->
                    p.entity().kind() == Value.Kind.PLACE
                        && p.marker() != Marker.ORIGIN
                        && p.marker() != Marker.SOURCE
                        && !isBeforeNoun(scene, p.to()));
    List<Value.Entity> towns = Few.of(named).map(Party::entity).distinct().toList();
    return alone && towns.size() == 2 && !named.get(0).sameCountryAs(named.get(1))
        ? towns
        : List.of();
  }

  /** Whether an English name says but whose a thing is: the Aktobe side. */
  private static boolean isBeforeNoun(Scene scene, int next) {
    return scene.language() == Language.EN
        && next < scene.size()
        && scene.m.word(next).is(Feature.NOUN)
        && !scene.m.word(next).is(Feature.PREPOSITION)
        && !EnglishWordClass.isFinite(scene.m, next);
  }

  static List<Value.Entity> sides(Scene scene, List<Party> parties) {
    Map<String, List<Value.Entity>> byCountry = new LinkedHashMap<>();
    for (Party party : parties) {
      if (party.country().isEmpty()
          || party.entity().kind() == Value.Kind.PERSON
          || isSeat(party, parties)) {
        continue;
      }
      Value.Entity entity = party.isOrganisation() ? party.entity() : region(scene, party.entity());
      List<Value.Entity> side =
          byCountry.computeIfAbsent(party.country().get(), c -> new ArrayList<>());
      if (!side.contains(entity)) {
        side.add(entity);
      }
    }
    byCountry.values().forEach(Pairs::keepNarrow);
    Discourse discourse = scene.discourse;
    if (byCountry.isEmpty()) {
      String ours = discourse.ourCountry();
      return discourse
          .latestSides()
          .orElseGet(() -> List.of(discourse.ourSide(), discourse.facing(ours)));
    }
    List<String> countries = new ArrayList<>(byCountry.keySet());
    List<Value.Entity> result = new ArrayList<>();
    result.addAll(byCountry.get(countries.get(0)).subList(0, 1));
    Optional<Party> strange =
        Few.of(parties)
            .filter(p -> p.isOrganisation() && p.named())
            .filter(p -> p.country().isEmpty())
            .findFirst();
    if (countries.size() == 1) {
      result.add(
          strange
              .map(Party::entity)
              .filter(e -> !result.contains(e))
              .or(() -> discourse.topicFirmBut(countries.get(0)))
              .orElseGet(() -> discourse.facing(countries.get(0))));
    } else {
      result.addAll(byCountry.get(countries.get(1)));
    }
    return governments(discourse, result);
  }

  /** Whether a place but says where the firm behind it sits: лидская компания «Агросвет». */
  private static boolean isSeat(Party place, List<Party> parties) {
    return place.marker() == Marker.ORIGIN
        && Few.of(parties)
            .anyMatch(
                firm ->
                    firm.isOrganisation()
                        && firm.sameCountryAs(place)
                        && firm.from() >= place.to()
                        && firm.from() - place.to() <= SEAT_REACH);
  }

  /** Capitals that deal with a country or with each other stand for their countries. */
  private static List<Value.Entity> governments(Discourse discourse, List<Value.Entity> sides) {
    boolean all =
        Few.of(sides).allMatch(s -> s.kind() == Value.Kind.COUNTRY || CAPITALS.contains(s.key()));
    return all
        ? Few.of(sides).map(s -> discourse.country(discourse.countryOf(s))).distinct().toList()
        : sides;
  }

  /** A country beside its own region only says where the region lies. */
  private static void keepNarrow(List<Value.Entity> side) {
    boolean narrow = Few.of(side).anyMatch(e -> e.kind() != Value.Kind.COUNTRY);
    if (narrow) {
      side.removeIf(e -> e.kind() == Value.Kind.COUNTRY);
    }
  }

  /** Who trades where a party is named: the region of a town, the country of a ministry. */
  static Value.Entity trader(Scene scene, Party party) {
    return governed(scene, party).orElseGet(() -> region(scene, party.entity()));
  }

  /** The country whose ministry a party is. */
  static Optional<Value.Entity> governed(Scene scene, Party party) {
    return party.isOrganisation() && scene.m.isWord(party.from(), "ministry")
        ? party.country().map(scene.discourse::country)
        : Optional.empty();
  }

  static Value.Entity region(Scene scene, Value.Entity entity) {
    return entity.kind() == Value.Kind.PLACE
        ? scene
            .entities
            .lexicon()
            .concept("place/" + entity.key())
            .map(scene.entities::region)
            .map(scene.entities::entity)
            .orElse(entity)
        : entity;
  }
}
