package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.text.Language;

/** Who a clause says are behind a project, and whether one of them comes from abroad. */
final class ProjectPartners {

  private final Scene scene;
  private final ProjectClause clause;

  ProjectPartners(ProjectClause clause) {
    this.scene = clause.scene;
    this.clause = clause;
  }

  /** Organisations of the clause.index, or else both sides. */
  List<Value.Entity> of(Value.Entity place) {
    List<Value.Entity> firms =
        Few.of(scene.parties)
            .filter(p -> p.isOrganisation() && clause.isHere(p))
            .map(Party::entity)
            .distinct()
            .toList();
    if (firms.isEmpty()) {
      firms =
          Few.of(scene.parties)
              .filter(p -> p.isOrganisation() && p.marker() != Marker.GOAL)
              .map(Party::entity)
              .distinct()
              .toList();
    }
    String host = scene.discourse.countryOf(place);
    if (firms.isEmpty() && clause.has("jointly") && isOfThem(host)) {
      firms = scene.discourse.firms().orElse(List.of());
    }
    if (!firms.isEmpty()) {
      List<Value.Entity> all = withOthers(firms);
      boolean lacking =
          clause.has("joint-venture")
              && Few.of(all).allMatch(f -> scene.discourse.countryOf(f).equals(host));
      return lacking ? with(all, scene.discourse.facing(host)) : all;
    }
    List<Value.Entity> partners = new ArrayList<>();
    Optional<Party> foreign =
        Few.of(scene.parties)
            .filter(p -> clause.isHere(p) && p.country().isPresent() && !p.isOf(host))
            .findFirst();
    if (foreign.filter(this::isAlone).isPresent()) {
      return List.of(Pairs.region(scene, foreign.get().entity()));
    }
    partners.add(
        foreign
            .map(
                p ->
                    clause.has("foreign-capital")
                        ? scene.discourse.country(p.country().orElseThrow())
                        : Pairs.region(scene, p.entity()))
            .or(
                () ->
                    Few.of(scene.personSides(clause.index))
                        .filter(o -> !scene.discourse.countryOf(o).equals(host))
                        .findFirst())
            .orElseGet(() -> scene.discourse.facing(host)));
    partners.add(
        Few.of(scene.parties)
            .filter(p -> clause.isHere(p) && p.named() && p.isOf(host))
            .filter(p -> p.marker() == Marker.COMPANION)
            .map(p -> Pairs.region(scene, p.entity()))
            .findFirst()
            .orElse(place));
    return partners;
  }

  /**
   * Whether a clause.index tells by a pronoun alone who does something: together they will build.
   */
  private boolean isOfThem(String host) {
    return scene.word("they-both", clause.begin, clause.end).isPresent()
        && Few.of(scene.parties).noneMatch(p -> clause.isHere(p) && p.named() && !p.isOf(host));
  }

  private static List<Value.Entity> with(List<Value.Entity> some, Value.Entity one) {
    List<Value.Entity> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  /** Firms with the side of which only the country is told: MTZ and Kazakh partners. */
  private List<Value.Entity> withOthers(List<Value.Entity> firms) {
    List<Value.Entity> partners = new ArrayList<>(firms);
    for (Party party : scene.parties) {
      boolean beside =
          clause.isHere(party)
              && party.named()
              && !party.isOrganisation()
              && party.entity().kind() != Value.Kind.PERSON
              && party.country().isPresent()
              && (clause.isUnnamedPartner(party)
                  || (party.marker() == Marker.UNMARKED
                          || party.marker() == Marker.COMPANION
                          || party.marker() == Marker.AGENT
                          || party.marker() == Marker.GENITIVE)
                      && (isBesideFirm(party)
                          || wishes(party)
                          || clause.has("jointly") && isActing(party)))
              && Few.of(firms).noneMatch(f -> party.isOf(scene.discourse.countryOf(f)))
              && Few.of(scene.parties).noneMatch(p -> p.isOrganisation() && p.sameCountryAs(party));
      if (beside) {
        partners.add(Pairs.region(scene, party.entity()));
      }
    }
    return partners;
  }

  /** Whether it is the subject of a clause.index that only plans, proposes or wishes. */
  private boolean wishes(Party party) {
    return party.marker() == Marker.UNMARKED
        && party.from() < clause.cues.get(0).from()
        && scene.mood().modality(clause.cues.get(0).from()) != Modality.FACT;
  }

  /** Whether it does what the clause.index tells, or another does it with it. */
  private static boolean isActing(Party party) {
    return party.marker() == Marker.UNMARKED || party.marker() == Marker.COMPANION;
  }

  /** Whether and or with joins it to a firm, or a firm to it. */
  private boolean isBesideFirm(Party party) {
    int from = party.from();
    while (from > 0
        && (scene.m.isDefiniteArticle(from - 1)
            || scene.m.word(from - 1).hasLemma("der")
            || scene.m.token(from - 1).is("of")
            || scene.m.isWord(from - 1, "transparent")
            || scene.m.isWord(from - 1, "body"))) {
      from--;
    }
    int first = from;
    boolean behind =
        first > 0 && (scene.m.isWord(first - 1, "and") || scene.m.isWord(first - 1, "companion"));
    boolean before = scene.m.isWord(party.to(), "and");
    return Few.of(scene.parties)
        .filter(Party::isOrganisation)
        .anyMatch(
            p ->
                behind && p.to() <= first && first - p.to() <= 4
                    || before && p.from() > party.to() && p.from() - party.to() <= 4);
  }

  /** Whether a foreign party is the only subject: it builds for itself in the other's land. */
  private boolean isAlone(Party party) {
    boolean both =
        Few.of(scene.parties)
            .anyMatch(
                p ->
                    clause.isHere(p)
                        && p.marker() == Marker.UNMARKED
                        && p.from() < clause.cues.get(0).from()
                        && p.country().isPresent()
                        && !p.sameCountryAs(party));
    boolean compound = party.from() > 0 && scene.m.token(party.from() - 1).is("-");
    return party.marker() == Marker.UNMARKED
        && party.from() < clause.cues.get(0).from()
        && !both
        && !compound
        && !clause.has("jointly")
        && !clause.has("joint-venture")
        && !clause.has("project")
        && clause.has("make")
        && scene.mood().modality(clause.cues.get(0).from()) != Modality.PROPOSED;
  }

  /**
   * Whether a partner that the clause.index names comes from abroad, or the place itself is abroad.
   */
  boolean isForeign(Value.Entity place, List<Value.Entity> partners) {
    String host = scene.discourse.countryOf(place);
    boolean ours =
        Discourse.isOurs(host)
            || Few.of(partners).anyMatch(p -> Discourse.isOurs(scene.discourse.countryOf(p)));
    boolean named =
        Few.of(scene.parties)
            .anyMatch(
                p ->
                    clause.isHere(p) && (p.country().isPresent() && !p.isOf(host) || isStrange(p)));
    boolean abroad = !host.equals(scene.discourse.ourCountry());
    boolean joint =
        clause.has("jointly")
            || clause.has("joint-venture")
            || clause.has("foreign-capital")
            || isOffered(host);
    return ours
        && (named || abroad || joint)
        && Few.of(partners).anyMatch(p -> !scene.discourse.countryOf(p).equals(host));
  }

  /** Whether one proposes to build in one land in a text that tells of the other, too. */
  private boolean isOffered(String host) {
    return Discourse.isOurs(host)
        && clause.has("make")
        && scene.mood().modality(clause.cues.get(0).from()) == Modality.PROPOSED
        && scene.discourse.recent(Discourse.counterpart(host)).isPresent();
  }

  /** Whether a Russian word points at a firm whose land is not told. */
  private boolean isStrange(Party party) {
    return scene.language() == Language.RU
        && party.isOrganisation()
        && !party.named()
        && party.country().isEmpty();
  }

  /**
   * Whether the clause.index itself names somebody from abroad, a firm or that it is done together.
   */
  boolean isShared(Value.Entity place) {
    String host = scene.discourse.countryOf(place);
    return clause.has("jointly")
        || clause.has("joint-venture")
        || clause.has("foreign-capital")
        || !scene.personSides(clause.index).isEmpty()
        || Few.of(scene.parties)
            .filter(clause::isHere)
            .anyMatch(p -> p.isOrganisation() || p.country().isPresent() && !p.isOf(host));
  }
}
