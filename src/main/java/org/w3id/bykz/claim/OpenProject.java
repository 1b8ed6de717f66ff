package org.w3id.bykz.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/** The project told last, of which the sentences that follow tell more. */
record OpenProject(Draft draft) {

  /** Takes what only tells more of this project out of what a sentence was found to tell. */
  void take(Scene scene, List<Draft> found) {
    if (found.size() == 1 && goesOn(scene, found.get(0))) {
      found.clear();
    }
    if (Few.of(found).allMatch(this::isIt) && joins(scene)) {
      found.clear();
    }
    if (found.size() <= 1 && located(scene, found)) {
      found.clear();
    }
  }

  /**
   * Puts the project opened before, of which only the country is told, where a sentence says that
   * the plant will stand; whether it says no more.
   */
  private boolean located(Scene scene, List<Draft> found) {
    if (draft.has(Role.COUNT)
        || !isSpokenOf(scene)
            && !(scene.hasCue("project") && pointsBack(scene))
            && scene.word("site", 0, scene.size()).isEmpty()) {
      return false;
    }
    Optional<Value.Entity> land =
        Few.of(draft.values(Role.PLACE)).findFirst().map(Value.Entity.class::cast);
    List<Value.Entity> sites =
        Few.of(scene.parties)
            .filter(p -> p.named() && !p.isOrganisation() && p.country().isPresent())
            .filter(p -> land.filter(l -> !p.isOf(l.key())).isEmpty())
            .filter(p -> p.marker() == Marker.LOCATION || p.marker() == Marker.GOAL)
            .map(p -> Pairs.region(scene, p.entity()))
            .filter(e -> e.kind() == Value.Kind.REGION)
            .distinct()
            .toList();
    boolean same =
        Few.of(found)
            .allMatch(
                f ->
                    !f.has(Role.PRODUCT)
                        || f.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT)));
    boolean known = land.filter(l -> l.kind() != Value.Kind.COUNTRY).isPresent();
    if (known || sites.size() != 1 || !same) {
      return false;
    }
    List<Value> partners = List.copyOf(draft.values(Role.PARTNER));
    draft.without(Role.PLACE).with(Role.PLACE, sites.get(0)).without(Role.PARTNER);
    partners.forEach(
        p -> draft.with(Role.PARTNER, land.filter(p::equals).isPresent() ? sites.get(0) : p));
    return true;
  }

  /** Whether a sentence opens with what points back at a project: it, this project. */
  private static boolean pointsBack(Scene scene) {
    return scene.word("points-back", 0, Math.min(3, scene.size())).isPresent();
  }

  /** Whether a sentence only tells more of the project opened before: the plant is designed for. */
  private boolean goesOn(Scene scene, Draft told) {
    boolean same = told.values(Role.PLACE).equals(draft.values(Role.PLACE));
    boolean placed =
        Few.of(scene.parties)
            .filter(Party::named)
            .anyMatch(p -> p.marker() == Marker.LOCATION || p.marker() == Marker.GOAL);
    boolean alike =
        !told.has(Role.PRODUCT)
            || told.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT))
            || isGeneric(told) && Few.of(scene.figures).anyMatch(f -> f.per().isPresent());
    boolean more =
        alike
            && Few.of(scene.figures).anyMatch(f -> f.amount().isPresent())
            && !told.has(Role.COUNT);
    boolean there = more && told.has(Role.PRODUCT) && Few.of(scene.parties).noneMatch(Party::named);
    return same
        && !placed
        && (more || !scene.cues("project", "capacity").isEmpty())
        && (there || isSpokenOf(scene));
  }

  /** Whether goods are called by no more than a word for machines of any kind: 3 тыс. машин. */
  static boolean isGeneric(Draft draft) {
    return Few.of(draft.values(Role.PRODUCT))
        .anyMatch(p -> ((Value.Entity) p).key().equals("machinery"));
  }

  /** Whether what was read is but this project, in its place and with its goods. */
  private boolean isIt(Draft told) {
    return told.values(Role.PLACE).equals(draft.values(Role.PLACE))
        && (!told.has(Role.PRODUCT)
            || told.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT)));
  }

  /**
   * Gives the project opened before the firms that a sentence of its own names as those behind it:
   * построили его МТЗ и «АгроТрейд»; whether there were any.
   */
  private boolean joins(Scene scene) {
    boolean behind =
        scene.word("founder", 0, scene.size()).isPresent()
            || (scene.hasCue("project") || scene.hasCue("make") || scene.hasCue("jointly"))
                && pointsBack(scene)
            || invests(scene);
    boolean elsewhere =
        Few.of(scene.parties)
            .anyMatch(
                p ->
                    p.named()
                        && !p.isOrganisation()
                        && (p.marker() == Marker.LOCATION || p.marker() == Marker.GOAL));
    List<Value.Entity> firms = backers(scene, 0, scene.size());
    if (!behind
        || elsewhere
        || firms.isEmpty()
        || !draft.has(Role.PARTNER) && areAtHome(scene, firms)
        || !scene.cues("trade-flow").isEmpty()
        || !scene.cues("agreement", "sign").isEmpty()) {
      return false;
    }
    join(firms);
    return true;
  }

  /** Whether nobody from abroad is among the firms behind a plant. */
  private boolean areAtHome(Scene scene, List<Value.Entity> firms) {
    String host =
        Few.of(draft.values(Role.PLACE))
            .findFirst()
            .map(p -> scene.discourse.countryOf((Value.Entity) p))
            .orElse("");
    return Few.of(firms)
        .map(scene.discourse::countryOf)
        .allMatch(c -> c.equals(host) || c.isEmpty() && firms.size() == 1);
  }

  /** The firms that a stretch of a sentence names. */
  static List<Value.Entity> backers(Scene scene, int from, int to) {
    return Few.of(scene.parties)
        .filter(p -> p.from() >= from && p.to() <= to && p.isOrganisation() && p.named())
        .map(Party::entity)
        .distinct()
        .toList();
  }

  /**
   * Puts firms beside those that a project names, in place of a mere region or country; several are
   * all that there are.
   */
  private void join(List<Value.Entity> firms) {
    List<Value> named =
        Few.of(firms.size() > 1 ? List.<Value>of() : draft.values(Role.PARTNER))
            .filter(p -> ((Value.Entity) p).kind() == Value.Kind.ORGANISATION)
            .filter(p -> !firms.contains(p))
            .toList();
    draft.without(Role.PARTNER);
    named.forEach(p -> draft.with(Role.PARTNER, p));
    firms.forEach(p -> draft.with(Role.PARTNER, p));
  }

  /**
   * Gives the project the firms of another clause of its sentence: built by X, the partner is Y.
   */
  void joinWithin(Scene scene) {
    int own = scene.clause(draft.anchor);
    scene
        .word("founder", 0, scene.size())
        .map(w -> scene.clause(w.from()))
        .filter(clause -> clause != own)
        .map(clause -> backers(scene, scene.clauseBegin(clause), scene.clauseEnd(clause)))
        .filter(firms -> !firms.isEmpty())
        .ifPresent(this::join);
  }

  /** Whether a firm is told to have put money into something: the firm X invested two million. */
  private static boolean invests(Scene scene) {
    return Few.of(scene.figures).anyMatch(Figure::isMoney)
        && Few.of(scene.cues("project", "worth"))
            .filter(c -> scene.isVerb(c.from()))
            .anyMatch(
                c ->
                    Few.of(scene.parties)
                        .filter(p -> p.isOrganisation() && p.named())
                        .filter(p -> p.marker() == Marker.UNMARKED || p.marker() == Marker.AGENT)
                        .anyMatch(p -> scene.sameClause(p.from(), c.from())));
  }

  /** Whether the sentence has a plant or project that was told before: the plant, this line. */
  static boolean isSpokenOf(Scene scene) {
    return Few.of(List.of("facility", "project", "joint-venture", "making"))
        .flatMap(key -> Few.of(scene.cues("project", key)))
        .anyMatch(
            cue ->
                cue.from() > 0
                    ? isDefinite(scene, cue.from() - 1)
                    : scene.language() == Language.RU);
  }

  /** Whether a new paragraph opens with what the project before is: the plant, the investments. */
  static boolean opensWithIt(Scene scene) {
    boolean elsewhere =
        Few.of(scene.parties)
            .anyMatch(p -> p.named() && (p.isOrganisation() || p.marker() != Marker.ORIGIN));
    if (elsewhere) {
      return false;
    }
    for (Mention cue : scene.cues("project")) {
      String key = cue.concept().key();
      boolean thing =
          key.startsWith("facility")
              || key.equals("project")
              || key.equals("joint-venture")
              || key.equals("making")
              || cue.concept().has("measure") && (cue.length() > 1 || !scene.isVerb(cue.from()));
      boolean definite =
          cue.from() > 0 && cue.from() <= 2 && isDefinite(scene, 0)
              || cue.from() == 0 && scene.language() == Language.RU;
      if (thing && definite) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word makes the noun after it one spoken of; Russian nouns need none. */
  private static boolean isDefinite(Scene scene, int i) {
    boolean bare =
        scene.language() == Language.RU && i < 2 && !scene.m.word(i).is(Feature.ADJECTIVE);
    return bare || scene.m.isDefiniteArticle(i) || scene.m.isWord(i, "possessive");
  }
}
