package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/**
 * Project: parties make something together, or one in the other's land. Capacity, investment, jobs
 * and start of the sentences that follow belong to the project opened before.
 */
final class ProjectReader implements FrameReader {

  /** Cues of what projects are counted by. */
  private static final Set<String> COUNTED =
      Set.of("project", "joint-venture", "facility", "foreign-capital");

  /** How the keys of plants begin whose name tells what they are for. */
  private static final String PLANT = "facility-of-";

  /** Most words between a project and the plant that it is one of: of a Belarusian tyre. */
  private static final int LONGEST_OF = 4;

  /** Beside these a German participle tells what is done. */
  private static final Set<String> PAST_AUXILIARIES =
      Set.of("hat", "haben", "hatte", "hatten", "wurde", "wurden", "ist", "sind", "war", "waren");

  private Optional<Draft> open = Optional.empty();
  private int openParagraph = -1;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Draft> found = found(scene);
    int gap = scene.sentence().paragraph() - openParagraph;
    boolean near = gap <= 0 || gap == 1 && open.isPresent() && opensWithIt(scene);
    if (near && found.size() == 1 && goesOn(scene, found.get(0))) {
      found.clear();
    }
    if (near && found.stream().allMatch(this::isOfOpen) && joins(scene)) {
      found.clear();
    }
    if (near && found.size() <= 1 && located(scene, found)) {
      found.clear();
    }
    if (found.isEmpty()) {
      if (near) {
        openParagraph = Math.max(openParagraph, scene.sentence().paragraph());
        open.ifPresent(draft -> figures(scene, draft, true));
      }
      return;
    }
    drafts.addAll(found);
    open = Optional.of(found.get(found.size() - 1));
    openParagraph = scene.sentence().paragraph();
    scene.discourse.building(openParagraph);
    if (found.size() == 1) {
      figures(scene, found.get(0), false);
      joinsWithin(scene, found.get(0));
    }
  }

  /** What a sentence tells of projects, by clause; else by a clause with the relative one to it. */
  private List<Draft> found(Scene scene) {
    List<Draft> found = new ArrayList<>();
    if (scene.cues("project").isEmpty()) {
      return found;
    }
    for (int clause = 0; clause < scene.clauseCount(); clause++) {
      new Reading(scene, clause, clause, found, open).run();
    }
    for (int clause = 1; clause < scene.clauseCount() && isNobodys(found); clause++) {
      if (scene.isRelative(clause) && hasPlant(scene, clause - 1)) {
        List<Draft> joined = new ArrayList<>();
        new Reading(scene, clause - 1, clause, joined, open).run();
        found = isNobodys(joined) ? found : joined;
      }
    }
    return found;
  }

  /** Whether it is not told who is behind anything found. */
  private static boolean isNobodys(List<Draft> found) {
    return Few.of(found).noneMatch(draft -> draft.has(Role.PARTNER));
  }

  private static boolean hasPlant(Scene scene, int clause) {
    return Few.of(scene.cues("project"))
        .filter(c -> scene.clause(c.from()) == clause)
        .anyMatch(
            c ->
                c.concept().key().startsWith("facility")
                    || c.concept().key().equals("joint-venture"));
  }

  /**
   * Puts the project opened before, of which only the country is told, where a sentence says that
   * the plant will stand; whether it says no more.
   */
  private boolean located(Scene scene, List<Draft> found) {
    if (open.isEmpty()
        || open.get().has(Role.COUNT)
        || !isSpokenOf(scene)
            && !(scene.hasCue("project") && pointsBack(scene))
            && scene.word("site", 0, scene.size()).isEmpty()) {
      return false;
    }
    Draft draft = open.get();
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
  private boolean goesOn(Scene scene, Draft draft) {
    boolean same =
        open.filter(o -> o.values(Role.PLACE).equals(draft.values(Role.PLACE))).isPresent();
    boolean placed =
        Few.of(scene.parties)
            .filter(Party::named)
            .anyMatch(p -> p.marker() == Marker.LOCATION || p.marker() == Marker.GOAL);
    boolean alike =
        open.filter(
                o ->
                    !draft.has(Role.PRODUCT)
                        || o.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT))
                        || isGeneric(draft)
                            && Few.of(scene.figures).anyMatch(f -> f.per().isPresent()))
            .isPresent();
    boolean more =
        alike
            && Few.of(scene.figures).anyMatch(f -> f.amount().isPresent())
            && !draft.has(Role.COUNT);
    boolean there =
        more && draft.has(Role.PRODUCT) && Few.of(scene.parties).noneMatch(Party::named);
    return same
        && !placed
        && (more || !scene.cues("project", "capacity").isEmpty())
        && (there || isSpokenOf(scene));
  }

  /** Whether goods are called by no more than a word for machines of any kind: 3 тыс. машин. */
  private static boolean isGeneric(Draft draft) {
    return Few.of(draft.values(Role.PRODUCT))
        .anyMatch(p -> ((Value.Entity) p).key().equals("machinery"));
  }

  /** Whether what was read is but the project opened before, in its place and with its goods. */
  private boolean isOfOpen(Draft draft) {
    return open.filter(
            o ->
                o.values(Role.PLACE).equals(draft.values(Role.PLACE))
                    && (!draft.has(Role.PRODUCT)
                        || o.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT))))
        .isPresent();
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
        || !open.orElseThrow().has(Role.PARTNER) && areAtHome(scene, firms)
        || !scene.cues("trade-flow").isEmpty()
        || !scene.cues("agreement", "sign").isEmpty()) {
      return false;
    }
    join(open.orElseThrow(), firms);
    return true;
  }

  /** Whether nobody from abroad is among the firms behind a plant. */
  private boolean areAtHome(Scene scene, List<Value.Entity> firms) {
    String host =
        Few.of(open.orElseThrow().values(Role.PLACE))
            .findFirst()
            .map(p -> scene.discourse.countryOf((Value.Entity) p))
            .orElse("");
    return Few.of(firms)
        .map(scene.discourse::countryOf)
        .allMatch(c -> c.equals(host) || c.isEmpty() && firms.size() == 1);
  }

  /** The firms that a stretch of a sentence names. */
  private static List<Value.Entity> backers(Scene scene, int from, int to) {
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
  private static void join(Draft draft, List<Value.Entity> firms) {
    List<Value> named =
        Few.of(firms.size() > 1 ? List.<Value>of() : draft.values(Role.PARTNER))
            .filter(p -> ((Value.Entity) p).kind() == Value.Kind.ORGANISATION)
            .filter(p -> !firms.contains(p))
            .toList();
    draft.without(Role.PARTNER);
    named.forEach(p -> draft.with(Role.PARTNER, p));
    firms.forEach(p -> draft.with(Role.PARTNER, p));
  }

  /** Gives a project the firms of another clause of its sentence: built by X, the partner is Y. */
  private static void joinsWithin(Scene scene, Draft draft) {
    int own = scene.clause(draft.anchor);
    scene
        .word("founder", 0, scene.size())
        .map(w -> scene.clause(w.from()))
        .filter(clause -> clause != own)
        .map(clause -> backers(scene, scene.clauseBegin(clause), scene.clauseEnd(clause)))
        .filter(firms -> !firms.isEmpty())
        .ifPresent(firms -> join(draft, firms));
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
  private static boolean isSpokenOf(Scene scene) {
    return Few.of(List.of("facility", "project", "joint-venture", "making"))
        .flatMap(key -> Few.of(scene.cues("project", key)))
        .anyMatch(
            cue ->
                cue.from() > 0
                    ? isDefinite(scene, cue.from() - 1)
                    : scene.language() == Language.RU);
  }

  /** Whether a new paragraph opens with what the project before is: the plant, the investments. */
  private static boolean opensWithIt(Scene scene) {
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

  /** Whether nothing in a sentence but the project before can be what money goes into. */
  private static boolean isQuiet(Scene scene) {
    return scene.cues("trade-value").isEmpty()
        && scene.cues("trade-flow").isEmpty()
        && scene.cues("agreement").isEmpty()
        && Few.of(scene.m.in(Layer.CUE)).noneMatch(c -> c.concept().key().equals("other-money"));
  }

  /** Gives a project the figures of a sentence that say what they are for. */
  private static void figures(Scene scene, Draft draft, boolean later) {
    if (later && !draft.has(Role.PRODUCT) && !draft.has(Role.SECTOR) && !draft.has(Role.COUNT)) {
      Few.of(scene.products())
          .filter(p -> !scene.cues("project", "make").isEmpty())
          .findFirst()
          .ifPresent(p -> draft.with(Role.PRODUCT, scene.entity(p)));
    }
    boolean starts = !scene.cues("project", "start").isEmpty();
    if (starts && !draft.has(Role.DATE)) {
      Few.of(scene.dates)
          .filter(d -> !d.isBase())
          .findFirst()
          .ifPresent(d -> draft.with(Role.DATE, new Value.Date(d.start())));
    }
    boolean worth = !scene.cues("project", "worth").isEmpty();
    boolean capacity = !scene.cues("project", "capacity").isEmpty();
    for (Figure figure : scene.figures) {
      if (figure.isMoney() && (worth || !later || isQuiet(scene)) && !draft.has(Role.VALUE)) {
        money(draft, figure);
      } else if (isJobs(scene, figure) && !draft.has(Role.JOBS)) {
        jobs(draft, figure);
      } else if (!figure.isMoney()
          && figure.amount().isPresent()
          && !isJobs(scene, figure)
          && (figure.per().isPresent() || capacity)
          && !draft.has(Role.QUANTITY)
          && (draft.has(Role.PRODUCT) || draft.has(Role.SECTOR) && figure.per().isPresent())) {
        draft
            .with(Role.QUANTITY, figure.amount().orElseThrow())
            .with(Role.UNIT, Value.Kind.UNIT, figure.unit().orElse("piece"));
        figure.per().ifPresent(per -> draft.with(Role.PER, Value.Kind.UNIT, per));
        bound(draft, figure, !draft.has(Role.VALUE) || !draft.has(Role.BOUND));
      }
    }
  }

  private static void money(Draft draft, Figure figure) {
    draft
        .with(Role.VALUE, figure.amount().orElseThrow())
        .with(Role.CURRENCY, Value.Kind.CURRENCY, figure.currency().orElseThrow());
    bound(draft, figure, true);
  }

  private static void jobs(Draft draft, Figure figure) {
    draft.with(Role.JOBS, figure.amount().orElseThrow());
    bound(draft, figure, !draft.has(Role.VALUE) && !draft.has(Role.QUANTITY));
  }

  /** A bound is of the count, or else of the value, the quantity or the jobs. */
  private static void bound(Draft draft, Figure figure, boolean first) {
    boolean told = draft.has(Role.BOUND) && figure.bound().isEmpty();
    if (first && !told && !draft.has(Role.COUNT)) {
      draft.without(Role.BOUND);
      TradeFlowReader.bound(draft, figure);
    }
  }

  private static boolean isJobs(Scene scene, Figure figure) {
    boolean person = figure.unit().filter("person"::equals).isPresent();
    return figure.amount().isPresent()
        && !figure.isMoney()
        && (person
            || Few.of(scene.cues("project", "jobs"))
                .anyMatch(
                    c ->
                        c.from() >= figure.from() && c.from() - figure.to() <= 2
                            || c.to() <= figure.from() && figure.from() - c.to() <= 2));
  }

  /** Whether it only tells where goods are from: vehicles made in China, Mogilev-made lifts. */
  static boolean isOrigin(Scene scene, Mention cue) {
    int from = cue.from();
    if (scene.language() != Language.EN) {
      return false;
    }
    boolean inLand =
        scene.m.token(from).is("made")
            && scene.m.isWord(cue.to(), "location")
            && scene
                .partyAt(cue.to() + 1)
                .filter(p -> p.entity().kind() == Value.Kind.COUNTRY)
                .isPresent();
    return inLand
        || from > 0
            && scene.m.word(from).is(Feature.PARTICIPLE)
            && Few.of(scene.cues("production")).anyMatch(c -> c.from() == from)
            && (scene.m.token(from - 1).is("-")
                || Few.of(scene.products()).anyMatch(p -> p.to() == from));
  }

  /** One clause of a sentence, or one with the relative clause that tells more of its end. */
  private static final class Reading {

    private final Scene scene;
    private final int clause;

    /** The first token, and the one behind the last. */
    private final int begin;

    private final int end;
    private final List<Draft> found;

    /** How many projects the clauses before this one told. */
    private final int first;

    private final Optional<Draft> open;
    private final List<Mention> cues;
    private final List<Mention> products;

    Reading(Scene scene, int clause, int last, List<Draft> found, Optional<Draft> open) {
      this.scene = scene;
      this.clause = clause;
      this.begin = scene.clauseBegin(clause);
      this.end = scene.clauseEnd(last);
      this.found = found;
      this.first = found.size();
      this.open = open;
      this.cues =
          Few.of(scene.cues("project"))
              .filter(this::isHere)
              .filter(c -> c.concept().value("measure").isEmpty())
              .filter(c -> !isInField(scene, c) && !isOrigin(scene, c) && !isKindOfFirm(scene, c))
              .toList();
      this.products =
          Few.of(cues.isEmpty() ? List.<Mention>of() : scene.products())
              .filter(this::isHere)
              .filter(p -> !p.concept().key().endsWith("services"))
              .filter(p -> !isMeans(p) && !isOfMaker(p))
              .filter(p -> Few.of(cues).noneMatch(c -> c.overlaps(p) && isPlantOf(c, p)))
              .toList();
    }

    /** Whether a Russian plant only says what kind of firm a quoted one is: завод «Неман». */
    private static boolean isKindOfFirm(Scene scene, Mention cue) {
      return scene.language() == Language.RU
          && cue.concept().key().startsWith("facility")
          && cue.to() < scene.size()
          && scene.m.token(cue.to()).is("\"")
          && Few.of(scene.parties)
              .anyMatch(
                  p -> p.isOrganisation() && (p.from() == cue.to() || p.from() == cue.to() + 1));
    }

    /** Whether a plant's name covers the goods: dairy farm. */
    private static boolean isPlantOf(Mention cue, Mention product) {
      return cue.concept().key().startsWith("facility")
          && (cue.length() > product.length()
              || cue.sharesSpan(product) && product.form() == Label.Form.AMBIGUOUS);
    }

    /** Whether it only says what a firm makes: one of the biggest poultry producers. */
    private boolean isOfMaker(Mention product) {
      return scene.language() == Language.EN
          && scene.m.isWord(product.to(), "organisation-head")
          && scene.m.at(Layer.CUE, product.to()).isEmpty();
    }

    /** Whether it only says of or with what something is made: from kits, mit Technik aus Minsk. */
    private boolean isMeans(Mention product) {
      int i = product.from() - 1;
      while (i > 0
          && (scene.m.word(i).is(Feature.ADJECTIVE)
              || scene.m.isDefiniteArticle(i)
              || scene.language() == Language.EN && scene.m.at(Layer.PARTY, i).isPresent())) {
        i--;
      }
      return scene.m.isWord(i, "source") || scene.m.isWord(i, "companion");
    }

    /** Whether the word is part of a field's name: agro-industrial complex. */
    private static boolean isInField(Scene scene, Mention cue) {
      return Few.of(scene.m.in(Layer.SECTOR))
              .anyMatch(
                  s ->
                      s.overlaps(cue)
                          && s.length() > cue.length()
                          && (scene.language() != Language.RU || !s.overlapsAny(scene.products())))
          || cue.concept().key().startsWith("facility-of-")
              && Few.of(scene.m.in(Layer.PRODUCT))
                  .anyMatch(p -> p.overlaps(cue) && p.length() >= cue.length());
    }

    private boolean isHere(Mention mention) {
      return isHere(mention.from());
    }

    private boolean isHere(Party party) {
      return isHere(party.from());
    }

    private boolean isHere(int token) {
      return begin <= token && token < end;
    }

    private Optional<Mention> cue(String key) {
      for (Mention cue : cues) {
        String own = cue.concept().key();
        if (own.startsWith(key)
            && (own.length() == key.length() || own.startsWith("-of-", key.length()))) {
          return Optional.of(cue);
        }
      }
      return Optional.empty();
    }

    private boolean has(String key) {
      return cue(key).isPresent();
    }

    void run() {
      if (cues.isEmpty()) {
        return;
      }
      Optional<Figure> count = count();
      boolean opens = Few.of(scene.cues("project", "start")).anyMatch(this::isHere);
      boolean shop =
          has("trading-house")
              && (has("make")
                  || has("implemented")
                  || has("under-way")
                  || opens
                  || has("setting-up"));
      boolean facility = has("facility") || has("joint-venture") || shop;
      boolean sets =
          has("make")
              || shop
              || facility && isPaid() && !isSpokenOf(scene)
              || facility && (has("implemented") || has("under-way") || has("making") || opens);
      boolean works =
          has("making")
              && (has("implemented")
                  || has("under-way")
                  || has("make")
                  || has("jointly")
                  || opens
                  || isAbroad());
      boolean experience =
          Few.of(scene.cues("cooperation"))
              .anyMatch(
                  c ->
                      isHere(c)
                          && !has("make")
                          && !c.overlapsAny(cues)
                          && (c.concept().key().equals("cooperation-noun")
                              || c.concept().key().equals("experience")));
      boolean trade =
          Few.of(scene.cues("trade-flow"))
              .anyMatch(
                  c ->
                      isHere(c)
                          && c.concept().value("unmarked").isPresent()
                          && !c.concept().has("originTold")
                          && !c.concept().has("objectTold")
                          && !c.concept().key().equals("goods-move")
                          && !(has("project") && Few.of(cues).anyMatch(c::sharesSpan)));
      boolean shown = scene.cue("event", "visit", clause).isPresent() && !has("make");
      boolean output =
          !has("make")
              && !has("setting-up")
              && !has("joint-venture")
              && Few.of(scene.cues("production"))
                  .anyMatch(c -> isHere(c) && scene.isVerb(c.from()));
      if (count.isPresent()) {
        count.filter(c -> !shown).ifPresent(this::counted);
        if (!shown && found.size() == first + 1) {
          ofThem(count.get());
        }
      } else if (!products.isEmpty()
          && !trade
          && !output
          && !experience
          && (has("make") && !isProduction()
              || facility && isTold(opens)
              || works
              || has("setting-up"))) {
        products.forEach(this::built);
        told();
      } else if (products.isEmpty()
          && facility
          && (sets || has("joint-venture") || has("setting-up") || isJointPlant() || isPlanned())
          && !trade) {
        Optional<Value.Entity> made = made();
        Optional<Draft> like = made.isPresent() ? Optional.empty() : another();
        if (made.isPresent()) {
          built(made.get()).ifPresent(found::add);
        } else if (like.isPresent()) {
          found.add(like.get());
        } else {
          housed();
        }
      }
    }

    /**
     * Keeps of goods that a clause names twice what it tells most of: the tyre plant, 3 m tyres;
     * and no machines beside those that they are: assembly of harvesters, 500 machines a year.
     */
    private void told() {
      List<Draft> here = List.copyOf(found.subList(first, found.size()));
      for (Draft draft : here) {
        found.removeIf(
            other ->
                other != draft
                    && here.contains(other)
                    && (isGeneric(other) && !isGeneric(draft)
                        || other.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT)))
                    && !other.has(Role.QUANTITY)
                    && found.contains(draft));
      }
    }

    /**
     * Whether one land's goods are made in another: production of Belarusian tractors in Almaty.
     */
    private boolean isAbroad() {
      Optional<Mention> making = cue("making");
      Optional<Party> origin =
          Few.of(scene.parties)
              .filter(p -> isHere(p) && making.isPresent() && p.from() - making.get().to() <= 2)
              .filter(p -> p.marker() == Marker.ORIGIN && p.from() >= making.get().to())
              .filter(p -> Direction.isBeforeProduct(scene, p))
              .findFirst();
      return origin.isPresent()
          && place().filter(p -> !origin.get().isOf(scene.discourse.countryOf(p))).isPresent();
    }

    /** Whether a clause with a plant tells of setting it up; goods go to a dairy or mill, too. */
    private boolean isTold(boolean opens) {
      boolean plain = cue("facility").filter(c -> !c.concept().key().startsWith(PLANT)).isPresent();
      return scene.language() != Language.RU && plain
          || isSetUp()
          || has("making")
          || opens
          || Few.of(products).anyMatch(p -> cue("facility").filter(c -> isOf(c, p)).isPresent());
    }

    /** Whether a project is said to be one of a plant: das Projekt einer Möbelfabrik. */
    private boolean isPlanned() {
      return cue("project")
          .filter(
              project ->
                  Few.of(cues)
                      .filter(c -> c.concept().key().startsWith("facility"))
                      .anyMatch(
                          c -> c.from() >= project.to() && c.from() - project.to() <= LONGEST_OF))
          .isPresent();
    }

    /** Whether goods stand right behind a plant, or behind an adjective. */
    private boolean isOf(Mention plant, Mention goods) {
      int gap = goods.from() - plant.to();
      return gap == 0 || gap == 1 && scene.m.word(plant.to()).is(Feature.ADJECTIVE);
    }

    /** Whether the clause only tells what somebody makes, not where anything was set up. */
    private boolean isProduction() {
      return place().isEmpty()
          && !has("jointly")
          && scene.mood().modality(cues.get(0).from()) == Modality.FACT
          && Few.of(cue("make"))
              .anyMatch(c -> Few.of(scene.cues("production")).anyMatch(p -> p.from() == c.from()));
    }

    /** Another plant like the one told before, elsewhere: a second one will be built in Semey. */
    private Optional<Draft> another() {
      boolean like =
          open.filter(o -> o.has(Role.PLACE)).isPresent()
              && scene.word("one-more", begin, end).isPresent()
              && sector().isEmpty()
              && Few.of(scene.parties).noneMatch(p -> isHere(p) && p.isOrganisation());
      Optional<Value.Entity> place =
          place().filter(p -> like && !open.orElseThrow().values(Role.PLACE).contains(p));
      if (place.isEmpty()) {
        return Optional.empty();
      }
      Draft before = open.orElseThrow();
      Value old = before.values(Role.PLACE).get(0);
      Draft draft = draft(place.get(), List.of());
      before
          .values(Role.PARTNER)
          .forEach(p -> draft.with(Role.PARTNER, p.equals(old) ? place.get() : p));
      before.values(Role.PRODUCT).forEach(p -> draft.with(Role.PRODUCT, p));
      before.values(Role.SECTOR).forEach(s -> draft.with(Role.SECTOR, s));
      return Optional.of(draft);
    }

    /** Whether a plant is called a joint one: eine gemeinsame Geflügelfarm. */
    private boolean isJointPlant() {
      return Few.of(cues)
          .filter(c -> c.concept().key().startsWith("facility"))
          .anyMatch(plant -> Few.of(cues).anyMatch(c -> isJoint(c) && c.to() == plant.from()));
    }

    private static boolean isJoint(Mention cue) {
      return cue.concept().key().equals("jointly");
    }

    /** Whether somebody has put money into something: put two million into a farm. */
    private boolean isPaid() {
      return Few.of(scene.figures).anyMatch(f -> f.isMoney() && isHere(f.from()))
          && Few.of(scene.cues("project", "worth"))
              .anyMatch(c -> isHere(c) && scene.isVerb(c.from()));
    }

    /** What a kind of plant makes by its name: a dairy. */
    private Optional<Value.Entity> made() {
      return signalled("product/");
    }

    /** What a kind of plant of the clause tells by its name. */
    private Optional<Value.Entity> signalled(String kind) {
      return Few.of(cues)
          .filter(c -> c.concept().key().startsWith("facility"))
          .flatMap(c -> Few.of(c.concept().values("signals")))
          .filter(id -> id.startsWith(kind))
          .findFirst()
          .flatMap(scene.entities::find);
    }

    /** A number that counts projects, ventures or plants, or those spoken of before. */
    private Optional<Figure> count() {
      for (Figure figure : scene.figures) {
        boolean another =
            scene.language() == Language.RU
                && figure.amount().filter(a -> a.compareTo(BigDecimal.ONE) == 0).isPresent();
        if (!figure.isCount() || another || !isHere(figure.from()) || figure.per().isPresent()) {
          continue;
        }
        boolean counts =
            Few.of(cues)
                .filter(
                    c -> COUNTED.contains(c.concept().key()) || c.concept().key().startsWith(PLANT))
                .anyMatch(
                    c ->
                        c.from() >= figure.to()
                            && c.from() - figure.to() <= 4
                            && isPhrase(figure.to(), c.from())
                            && (!c.concept().key().startsWith("facility")
                                || isSetUp() && !isWhere(figure)
                                || place().isPresent() && !isTraded(c)));
        boolean goesOn =
            open.filter(o -> o.has(Role.COUNT)).isPresent()
                && (has("implemented") || has("under-way") || has("make"))
                && figure.to() < scene.size()
                && products.isEmpty()
                && Few.of(scene.m.in(Layer.EVENT)).noneMatch(this::isHere)
                && !isJobs(scene, figure);
        if (counts || goesOn) {
          return Optional.of(figure);
        }
      }
      return Optional.empty();
    }

    /** Whether a German phrase only says where something is: an 14 Standorten. */
    private boolean isWhere(Figure figure) {
      return scene.language() == Language.DE
          && figure.from() > 0
          && !has("jointly")
          && scene.m.token(figure.from() - 1).is("an");
    }

    /** Whether what could be a plant is goods that are sent: 25 Trockenanlagen gingen an. */
    private boolean isTraded(Mention cue) {
      return cue.overlapsAny(scene.products())
          && Few.of(scene.cues("trade-flow"))
              .anyMatch(c -> isHere(c) && c.concept().has("unmarked"));
    }

    /** Whether nothing but what describes a noun stands between a number and the noun. */
    private boolean isPhrase(int from, int to) {
      for (int i = from; i < to; i++) {
        boolean verb =
            scene.isVerb(i)
                && scene.m.word(i).is(Feature.FINITE)
                && !scene.m.word(i).is(Feature.ADJECTIVE)
                && !scene.m.word(i).is(Feature.PARTICIPLE);
        boolean article = scene.m.isDefiniteArticle(i);
        if (verb || article) {
          return false;
        }
      }
      return true;
    }

    /** Whether the clause tells that plants were set up, not what the plants do. */
    private boolean isSetUp() {
      return has("make")
          || has("implemented")
          || has("under-way")
          || has("setting-up")
          || has("jointly")
          || has("joint-venture")
          || has("foreign-capital")
          || has("project");
    }

    private void counted(Figure count) {
      Value.Entity place =
          place().or(this::homeOfCapital).or(this::lastPlace).orElseGet(this::defaultPlace);
      Draft draft = draft(place, partners(place));
      if (scene.mood().isOnlyTopic(draft.anchor)) {
        draft.modality(Modality.FACT).without(Role.STATUS);
      }
      draft.with(Role.COUNT, count.amount().orElseThrow());
      TradeFlowReader.bound(draft, count);
      lastSector()
          .or(() -> sectors(begin, part(count)).findFirst())
          .ifPresent(s -> draft.with(Role.SECTOR, s));
      figuresHere(draft);
      found.add(draft);
    }

    /** Where it is told what some of the projects counted are; else the end of the clause. */
    private int part(Figure count) {
      return some(count).map(Figure::from).orElse(end);
    }

    /** How many of the projects counted more is told of: three of them. */
    private Optional<Figure> some(Figure count) {
      return Few.of(scene.figures)
          .filter(f -> f.from() >= count.to() && f.to() < end)
          .filter(f -> f.isCount() && f.amount().isPresent())
          .filter(f -> scene.m.isWord(f.to(), "of-that"))
          .findFirst();
    }

    /** Some of the projects counted in the clause: 15 ventures work here, three of them in. */
    private void ofThem(Figure count) {
      some(count).ifPresent(some -> found.add(ofThem(found.get(first), some)));
    }

    private Draft ofThem(Draft all, Figure some) {
      Draft draft = new Draft(Frame.PROJECT, all.anchor, all.foundBy().get(0));
      all.roles().forEach((role, values) -> values.forEach(v -> draft.with(role, v)));
      all.modality().ifPresent(draft::modality);
      Few.of(scene.parties(some.to(), end, Marker.LOCATION))
          .filter(p -> !p.isOrganisation())
          .findFirst()
          .map(this::hostOf)
          .ifPresent(place -> draft.without(Role.PLACE).with(Role.PLACE, place));
      draft.without(Role.COUNT).without(Role.BOUND).without(Role.SECTOR).without(Role.VALUE);
      draft.without(Role.CURRENCY).without(Role.JOBS);
      draft.with(Role.COUNT, some.amount().orElseThrow());
      sectors(some.to(), end).findFirst().ifPresent(s -> draft.with(Role.SECTOR, s));
      return draft;
    }

    private void built(Mention product) {
      built(scene.entity(product))
          .ifPresent(
              draft -> {
                maker(product).ifPresent(firm -> ofMaker(draft, firm));
                Measures.ofProduct(scene, product, draft);
                if (isOutput(draft)) {
                  draft.without(Role.QUANTITY).without(Role.UNIT).without(Role.BOUND);
                }
                draft.without(Role.GROWTH).without(Role.SHARE).without(Role.PERIOD);
                found.add(draft);
              });
    }

    /** Whether a number of goods is what was made in a time, not what can be made. */
    private boolean isOutput(Draft draft) {
      return draft.has(Role.PERIOD)
          && !draft.has(Role.PER)
          && Few.of(draft.values(Role.UNIT)).anyMatch(u -> u.plain().equals("piece"))
          && scene.mood().modality(draft.anchor) == Modality.FACT;
    }

    /** The firm whose name stands right before its product: Gomselmash harvesters. */
    private Optional<Value.Entity> maker(Mention product) {
      return Few.of(scene.parties)
          .filter(p -> p.isOrganisation() && p.marker() != Marker.COMPANION)
          .filter(p -> p.marker() != Marker.SOURCE && p.marker() != Marker.LOCATION)
          .filter(p -> p.to() == product.from() || p.from() == product.from())
          .map(Party::entity)
          .findFirst();
    }

    /** Of several makers only the one whose product it is. */
    private void ofMaker(Draft draft, Value.Entity firm) {
      List<Value> others =
          Few.of(draft.values(Role.PARTNER))
              .filter(v -> ((Value.Entity) v).kind() != Value.Kind.ORGANISATION)
              .toList();
      draft.without(Role.PARTNER).with(Role.PARTNER, firm);
      others.forEach(other -> draft.with(Role.PARTNER, other));
    }

    private Optional<Draft> built(Value.Entity product) {
      Optional<Value.Entity> place = place().or(this::lastPlace);
      if (place.isEmpty()) {
        return nowhere().map(draft -> draft.with(Role.PRODUCT, product));
      }
      List<Value.Entity> partners = partners(place.get());
      boolean grown =
          has("make")
              && !has("facility")
              && !has("making")
              && !has("setting-up")
              && Few.of(scene.cues("production"))
                  .anyMatch(c -> c.from() == cue("make").get().from())
              && scene.mood().modality(cues.get(0).from()) == Modality.FACT
              && !isShared(place.get());
      if (grown) {
        return Optional.empty();
      }
      return isForeign(place.get(), partners)
          ? Optional.of(draft(place.get(), partners).with(Role.PRODUCT, product))
          : ofNobody().map(draft -> draft.with(Role.PRODUCT, product));
    }

    /** A plant of which it is not told yet who is behind it; a later sentence may tell. */
    private Optional<Draft> ofNobody() {
      boolean plant = has("facility") || has("making") || has("setting-up") || has("joint-venture");
      return place().filter(p -> plant).map(p -> draft(p, List.of()));
    }

    /** What firms make together of which it is not told yet where; a later sentence may tell. */
    private Optional<Draft> nowhere() {
      boolean joint = has("jointly") || has("joint-venture");
      List<Value.Entity> firms = joint ? backers(scene, begin, end) : List.of();
      return firms.isEmpty() ? Optional.empty() : Optional.of(draft(Optional.empty(), firms));
    }

    /** Whether a field's word only says how something is made: construction of. */
    private boolean isOfCue(Mention sector) {
      boolean russian = scene.language() == Language.RU;
      return (!russian || sector.concept().key().equals("construction"))
          && Few.of(cues)
              .anyMatch(c -> c.overlaps(sector) && (russian || c.length() <= sector.length()));
    }

    /** The other side's land, where a Russian clause only says what one side offers to build. */
    private Optional<Value.Entity> offered() {
      boolean offer =
          scene.language() == Language.RU && scene.word("proposed", begin, end).isPresent();
      return Few.of(scene.parties)
          .filter(p -> offer && isHere(p) && p.named())
          .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
          .flatMap(p -> Few.of(p.country()))
          .filter(Discourse::isOurs)
          .map(Discourse::counterpart)
          .flatMap(c -> Few.of(scene.discourse.recent(c)))
          .findFirst();
    }

    private void housed() {
      Optional<Value.Entity> place = place().or(this::offered);
      Optional<Value.Entity> sector =
          has("trading-house") ? scene.entities.find("sector/trade") : field().or(this::sector);
      if (place.isEmpty()) {
        return;
      }
      List<Value.Entity> partners = partners(place.get());
      Optional<Value.Entity> product = sector.isPresent() ? Optional.empty() : ofMakers(partners);
      if (product.isPresent() && isForeign(place.get(), partners)) {
        found.add(draft(place.get(), partners).with(Role.PRODUCT, product.get()));
        return;
      }
      boolean own = field().isPresent() && !isShared(place.get());
      if (sector.isEmpty() && !has("joint-venture")) {
        return;
      }
      (own || !isForeign(place.get(), partners)
              ? ofNobody()
              : Optional.of(draft(place.get(), partners)))
          .map(draft -> draft.with(Role.SECTOR, sector))
          .ifPresent(found::add);
    }

    /** The field that a kind of place serves by its name: a container terminal. */
    private Optional<Value.Entity> field() {
      return signalled("sector/");
    }

    /** What the only firm of a project is known to make. */
    private Optional<Value.Entity> ofMakers(List<Value.Entity> partners) {
      List<Value.Entity> firms =
          partners.stream().filter(p -> p.kind() == Value.Kind.ORGANISATION).toList();
      return firms.size() != 1
          ? Optional.empty()
          : scene
              .entities
              .lexicon()
              .concept("organisation/" + firms.get(0).key())
              .flatMap(o -> Few.of(o.values("makes")).findFirst())
              .flatMap(scene.entities::find);
    }

    /** Whether a partner that the clause names comes from abroad, or the place itself is abroad. */
    private boolean isForeign(Value.Entity place, List<Value.Entity> partners) {
      String host = scene.discourse.countryOf(place);
      boolean ours =
          Discourse.isOurs(host)
              || Few.of(partners).anyMatch(p -> Discourse.isOurs(scene.discourse.countryOf(p)));
      boolean named =
          Few.of(scene.parties)
              .anyMatch(
                  p -> isHere(p) && (p.country().isPresent() && !p.isOf(host) || isStrange(p)));
      boolean abroad = !host.equals(scene.discourse.ourCountry());
      boolean joint =
          has("jointly") || has("joint-venture") || has("foreign-capital") || isOffered(host);
      return ours
          && (named || abroad || joint)
          && Few.of(partners).anyMatch(p -> !scene.discourse.countryOf(p).equals(host));
    }

    /** Whether one proposes to build in one land in a text that tells of the other, too. */
    private boolean isOffered(String host) {
      return Discourse.isOurs(host)
          && has("make")
          && scene.mood().modality(cues.get(0).from()) == Modality.PROPOSED
          && scene.discourse.recent(Discourse.counterpart(host)).isPresent();
    }

    /** Whether a Russian word points at a firm whose land is not told. */
    private boolean isStrange(Party party) {
      return scene.language() == Language.RU
          && party.isOrganisation()
          && !party.named()
          && party.country().isEmpty();
    }

    /** Whether the clause itself names somebody from abroad, a firm or that it is done together. */
    private boolean isShared(Value.Entity place) {
      String host = scene.discourse.countryOf(place);
      return has("jointly")
          || has("joint-venture")
          || has("foreign-capital")
          || !scene.personSides(clause).isEmpty()
          || Few.of(scene.parties)
              .filter(this::isHere)
              .anyMatch(p -> p.isOrganisation() || p.country().isPresent() && !p.isOf(host));
    }

    private Draft draft(Value.Entity place, List<Value.Entity> partners) {
      return draft(Optional.of(place), partners);
    }

    private Draft draft(Optional<Value.Entity> place, List<Value.Entity> partners) {
      Mention cue = cues.get(0);
      Draft draft =
          new Draft(Frame.PROJECT, cue.from(), cue.concept().id()).with(Role.PLACE, place);
      partners.forEach(p -> draft.with(Role.PARTNER, p));
      Mood mood = scene.mood();
      boolean dropped = scene.word("dropped", begin, end).isPresent();
      Modality told = mood.modality(cue.from());
      Modality modality = mood.isInDocument(draft) || dropped ? Modality.PLANNED : told;
      if (dropped) {
        draft.modality(modality).polarity(Polarity.NEGATIVE);
      }
      boolean toCome =
          modality == Modality.FACT
              && Few.of(scene.dates)
                  .anyMatch(
                      d ->
                          !d.isBase()
                              && isHere(d.from())
                              && d.edtf().indexOf('/') < 0
                              && scene.discourse.isToCome(d.edtf()));
      if (toCome) {
        modality = Modality.PLANNED;
        draft.modality(modality);
      }
      draft.with(Role.STATUS, Value.Kind.STATUS, status(modality));
      Modality sure = modality;
      Few.of(scene.dates)
          .filter(d -> !d.isBase() && isHere(d.from()))
          .filter(d -> d.use() == DateMention.Role.SINCE || sure != Modality.FACT || starts(d))
          .findFirst()
          .ifPresent(d -> draft.with(Role.DATE, new Value.Date(d.start())));
      return draft;
    }

    /** Whether the clause tells when something was opened. */
    private boolean starts(When when) {
      return when.edtf().indexOf('/') < 0 && scene.word("start-up", begin, end).isPresent();
    }

    private String status(Modality modality) {
      if (modality != Modality.FACT) {
        return "planned";
      }
      boolean done = scene.cue("project", "finished", clause).isPresent();
      return !done && (has("under-way") || isBeingBuilt()) ? "under-way" : "implemented";
    }

    /** To build in the present tense is under way; to assemble or produce is done. */
    private boolean isBeingBuilt() {
      return scene
          .word("ongoing", begin, end)
          .filter(w -> !scene.m.word(w.from()).is(Feature.PAST))
          .filter(
              w ->
                  !scene.m.word(w.from()).is(Feature.PARTICIPLE)
                      || scene.language() == Language.DE && !isDone())
          .isPresent();
    }

    /** Whether an auxiliary of the past makes a German participle one of what is done. */
    private boolean isDone() {
      for (int i = begin; i < end; i++) {
        if (PAST_AUXILIARIES.contains(scene.m.token(i).folded())) {
          return true;
        }
      }
      return false;
    }

    private Optional<Value.Entity> place() {
      return Few.of(scene.parties)
          .filter(p -> isHere(p) && !p.isOrganisation() && !owns(p))
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
          .filter(p -> isHere(p) && isUnnamedPartner(p))
          .map(this::hostOf)
          .filter(e -> e.kind() == Value.Kind.REGION)
          .findFirst();
    }

    private boolean isUnnamedPartner(Party party) {
      return has("joint-venture")
          && !party.isOrganisation()
          && (party.marker() == Marker.COMPANION
              || party.marker() == Marker.SOURCE
              || party.marker() == Marker.UNMARKED && party.isOf("KZ"));
    }

    /** Whose grounds something stands on, in English: in the Turkestan Region's industrial zone. */
    private Optional<Value.Entity> ofGrounds() {
      return Few.of(scene.parties)
          .filter(p -> isHere(p) && p.marker() == Marker.GENITIVE && !p.isOrganisation())
          .filter(this::owns)
          .filter(p -> scene.word("location", Math.max(0, p.from() - 2), p.from()).isPresent())
          .findFirst()
          .map(this::hostOf);
    }

    /** Whether it is, in English, a possessor: the Belarusian side's proposal. */
    private boolean owns(Party party) {
      int end = party.to();
      while (scene.m.isWord(end, "transparent")) {
        end++;
      }
      return end < scene.size() && (scene.m.token(end).is("'") || scene.m.token(end).is("'s"));
    }

    /** Where the plant of the clause before is, of which a relative clause tells more. */
    private Optional<Value.Entity> ofAntecedent() {
      boolean relative = scene.isRelative(clause);
      for (int i = begin; i < Math.min(begin + 3, end); i++) {
        relative |= scene.m.isWord(i, "relative");
      }
      boolean plant = clause > 0 && hasPlant(scene, clause - 1);
      return Few.of(relative && plant ? scene.parties : List.<Party>of())
          .filter(p -> scene.clause(p.from()) == clause - 1 && !p.isOrganisation())
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
              .filter(p -> isHere(p) && p.named() && has("make"))
              .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
              .filter(p -> p.country().isPresent() && p.from() < cue("make").get().from())
              .findFirst();
      return maker
          .filter(
              m ->
                  Few.of(scene.parties)
                      .anyMatch(
                          p ->
                              isHere(p)
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
              .filter(this::isHere)
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
    private Value.Entity hostOf(Party party) {
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
                && isHere(party)
                && scene.word("goal", Math.max(0, party.from() - 2), party.from()).isPresent()
                && scene.language() == Language.RU;
        if (at) {
          Optional<Value.Entity> town =
              Few.of(scene.m.in(Layer.PARTY))
                  .filter(p -> p.from() >= party.from() && p.to() <= party.to())
                  .filter(p -> p.is("place") || p.is("region"))
                  .findFirst()
                  .map(p -> Pairs.region(scene, scene.entity(p)));
          if (town.isPresent()) {
            return town;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Value.Entity> lastPlace() {
      return open.flatMap(o -> Few.of(o.values(Role.PLACE)).findFirst())
          .map(Value.Entity.class::cast);
    }

    /** Where firms with the other side's capital are: Brest Region is home to them. */
    private Optional<Value.Entity> homeOfCapital() {
      return Few.of(scene.parties)
          .filter(p -> has("foreign-capital") && isHere(p))
          .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
          .findFirst()
          .map(this::hostOf);
    }

    private Value.Entity defaultPlace() {
      return scene.discourse.country("KZ");
    }

    private Optional<Value.Entity> lastSector() {
      return open.filter(o -> o.has(Role.COUNT))
          .flatMap(o -> Few.of(o.values(Role.SECTOR)).findFirst())
          .map(Value.Entity.class::cast);
    }

    private Optional<Value.Entity> sector() {
      return sectors(begin, end).findFirst();
    }

    private Few<Value.Entity> sectors(int from, int to) {
      return Few.of(scene.sectors())
          .filter(s -> s.from() >= from && s.from() < to)
          .filter(s -> !isOfCue(s) && !s.concept().key().equals("construction"))
          .filter(
              s -> !s.concept().key().equals("investment") && !s.concept().key().equals("trade"))
          .map(scene::entity);
    }

    /** Organisations of the clause, or else both sides. */
    private List<Value.Entity> partners(Value.Entity place) {
      List<Value.Entity> firms =
          Few.of(scene.parties)
              .filter(p -> p.isOrganisation() && isHere(p))
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
      if (firms.isEmpty() && has("jointly") && isOfThem(host)) {
        firms = scene.discourse.firms().orElse(List.of());
      }
      if (!firms.isEmpty()) {
        List<Value.Entity> all = withOthers(firms);
        boolean lacking =
            has("joint-venture")
                && Few.of(all).allMatch(f -> scene.discourse.countryOf(f).equals(host));
        return lacking ? with(all, scene.discourse.facing(host)) : all;
      }
      List<Value.Entity> partners = new ArrayList<>();
      Optional<Party> foreign =
          Few.of(scene.parties)
              .filter(p -> isHere(p) && p.country().isPresent() && !p.isOf(host))
              .findFirst();
      if (foreign.filter(this::isAlone).isPresent()) {
        return List.of(Pairs.region(scene, foreign.get().entity()));
      }
      partners.add(
          foreign
              .map(
                  p ->
                      has("foreign-capital")
                          ? scene.discourse.country(p.country().orElseThrow())
                          : Pairs.region(scene, p.entity()))
              .or(
                  () ->
                      Few.of(scene.personSides(clause))
                          .filter(o -> !scene.discourse.countryOf(o).equals(host))
                          .findFirst())
              .orElseGet(() -> scene.discourse.facing(host)));
      partners.add(
          Few.of(scene.parties)
              .filter(p -> isHere(p) && p.named() && p.isOf(host))
              .filter(p -> p.marker() == Marker.COMPANION)
              .map(p -> Pairs.region(scene, p.entity()))
              .findFirst()
              .orElse(place));
      return partners;
    }

    /** Whether a clause tells by a pronoun alone who does something: together they will build. */
    private boolean isOfThem(String host) {
      return scene.word("they-both", begin, end).isPresent()
          && Few.of(scene.parties).noneMatch(p -> isHere(p) && p.named() && !p.isOf(host));
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
            isHere(party)
                && party.named()
                && !party.isOrganisation()
                && party.entity().kind() != Value.Kind.PERSON
                && party.country().isPresent()
                && (isUnnamedPartner(party)
                    || (party.marker() == Marker.UNMARKED
                            || party.marker() == Marker.COMPANION
                            || party.marker() == Marker.AGENT
                            || party.marker() == Marker.GENITIVE)
                        && (isBesideFirm(party)
                            || wishes(party)
                            || has("jointly") && isActing(party)))
                && Few.of(firms).noneMatch(f -> party.isOf(scene.discourse.countryOf(f)))
                && Few.of(scene.parties)
                    .noneMatch(p -> p.isOrganisation() && p.sameCountryAs(party));
        if (beside) {
          partners.add(Pairs.region(scene, party.entity()));
        }
      }
      return partners;
    }

    /** Whether it is the subject of a clause that only plans, proposes or wishes. */
    private boolean wishes(Party party) {
      return party.marker() == Marker.UNMARKED
          && party.from() < cues.get(0).from()
          && scene.mood().modality(cues.get(0).from()) != Modality.FACT;
    }

    /** Whether it does what the clause tells, or another does it with it. */
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
                      isHere(p)
                          && p.marker() == Marker.UNMARKED
                          && p.from() < cues.get(0).from()
                          && p.country().isPresent()
                          && !p.sameCountryAs(party));
      boolean compound = party.from() > 0 && scene.m.token(party.from() - 1).is("-");
      return party.marker() == Marker.UNMARKED
          && party.from() < cues.get(0).from()
          && !both
          && !compound
          && !has("jointly")
          && !has("joint-venture")
          && !has("project")
          && has("make")
          && scene.mood().modality(cues.get(0).from()) != Modality.PROPOSED;
    }

    private void figuresHere(Draft draft) {
      for (Figure figure : scene.figures) {
        if (!isHere(figure.from())) {
          continue;
        }
        if (figure.isMoney() && !draft.has(Role.VALUE)) {
          money(draft, figure);
        } else if (isJobs(scene, figure) && !draft.has(Role.JOBS)) {
          jobs(draft, figure);
        }
      }
    }
  }
}
