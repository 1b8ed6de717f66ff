package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/** Reads what one clause of a sentence tells of projects. */
final class ProjectClauseReader {

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

  private final Scene scene;
  private final ProjectClause clause;
  private final ProjectPlace places;
  private final ProjectPartners backing;
  private final List<Draft> found;

  /** How many projects the clauses before this one told. */
  private final int first;

  private final Optional<Draft> open;

  /** Reads a clause after others; what is found is added to what they told. */
  ProjectClauseReader(ProjectClause clause, List<Draft> found, Optional<Draft> open) {
    this.scene = clause.scene;
    this.clause = clause;
    this.places = new ProjectPlace(clause);
    this.backing = new ProjectPartners(clause);
    this.found = found;
    this.first = found.size();
    this.open = open;
  }

  /** Adds what the clause tells to what was found. */
  void read() {
    if (clause.cues.isEmpty()) {
      return;
    }
    Optional<Figure> count = count();
    boolean opens = Few.of(scene.cues("project", "start")).anyMatch(clause::isHere);
    boolean shop =
        clause.has("trading-house")
            && (clause.has("make")
                || clause.has("implemented")
                || clause.has("under-way")
                || opens
                || clause.has("setting-up"));
    boolean facility = clause.has("facility") || clause.has("joint-venture") || shop;
    boolean sets =
        clause.has("make")
            || shop
            || facility && isPaid() && !OpenProject.isSpokenOf(scene)
            || facility
                && (clause.has("implemented")
                    || clause.has("under-way")
                    || clause.has("making")
                    || opens);
    boolean works =
        clause.has("making")
            && (clause.has("implemented")
                || clause.has("under-way")
                || clause.has("make")
                || clause.has("jointly")
                || clause.cue("project").filter(c -> c.length() > 1).isPresent()
                || opens
                || isAbroad());
    boolean experience =
        Few.of(scene.cues("cooperation"))
            .anyMatch(
                c ->
                    clause.isHere(c)
                        && !clause.has("make")
                        && !c.overlapsAny(clause.cues)
                        && (c.concept().key().equals("cooperation-noun")
                            || c.concept().key().equals("experience")));
    boolean trade =
        Few.of(scene.cues("trade-flow"))
            .anyMatch(
                c ->
                    clause.isHere(c)
                        && c.concept().value("unmarked").isPresent()
                        && !c.concept().has("originTold")
                        && !c.concept().has("objectTold")
                        && !c.concept().key().equals("goods-move")
                        && !(clause.has("project") && Few.of(clause.cues).anyMatch(c::sharesSpan)));
    boolean shown = scene.cue("event", "visit", clause.index).isPresent() && !clause.has("make");
    boolean output =
        !clause.has("make")
            && !clause.has("setting-up")
            && !clause.has("joint-venture")
            && Few.of(scene.cues("production"))
                .anyMatch(c -> clause.isHere(c) && scene.isVerb(c.from()));
    if (count.isPresent()) {
      count.filter(c -> !shown).ifPresent(this::counted);
      if (!shown && found.size() == first + 1) {
        ofThem(count.get());
      }
    } else if (!clause.products.isEmpty()
        && !trade
        && !output
        && !experience
        && (clause.has("make") && !isProduction()
            || facility && isTold(opens)
            || works
            || clause.has("setting-up"))) {
      clause.products.forEach(this::built);
      told();
    } else if (clause.products.isEmpty()
        && facility
        && (sets
            || clause.has("joint-venture")
            || clause.has("setting-up")
            || isJointPlant()
            || isPlanned())
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
   * Keeps of goods that a clause.index names twice what it tells most of: the tyre plant, 3 m
   * tyres; and no machines beside those that they are: assembly of harvesters, 500 machines a year.
   */
  private void told() {
    List<Draft> here = List.copyOf(found.subList(first, found.size()));
    for (Draft draft : here) {
      found.removeIf(
          other ->
              other != draft
                  && here.contains(other)
                  && (OpenProject.isGeneric(other) && !OpenProject.isGeneric(draft)
                      || other.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT)))
                  && !other.has(Role.QUANTITY)
                  && found.contains(draft));
    }
  }

  /** Whether one land's goods are made in another: production of Belarusian tractors in Almaty. */
  private boolean isAbroad() {
    Optional<Mention> making = clause.cue("making");
    Optional<Party> origin =
        Few.of(scene.parties)
            .filter(
                p -> clause.isHere(p) && making.isPresent() && p.from() - making.get().to() <= 2)
            .filter(p -> p.marker() == Marker.ORIGIN && p.from() >= making.get().to())
            .filter(p -> Direction.isBeforeProduct(scene, p))
            .findFirst();
    return origin.isPresent()
        && places.find().filter(p -> !origin.get().isOf(scene.discourse.countryOf(p))).isPresent();
  }

  /**
   * Whether a clause.index with a plant tells of setting it up; goods go to a dairy or mill, too.
   */
  private boolean isTold(boolean opens) {
    boolean plain =
        clause.cue("facility").filter(c -> !c.concept().key().startsWith(PLANT)).isPresent();
    return scene.language() != Language.RU && plain
        || isSetUp()
        || clause.has("making")
        || opens
        || Few.of(clause.products)
            .anyMatch(p -> clause.cue("facility").filter(c -> isOf(c, p)).isPresent());
  }

  /** Whether a project is said to be one of a plant: das Projekt einer Möbelfabrik. */
  private boolean isPlanned() {
    return clause
        .cue("project")
        .filter(
            project ->
                Few.of(clause.cues)
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

  /** Whether the clause.index only tells what somebody makes, not where anything was set up. */
  private boolean isProduction() {
    return places.find().isEmpty()
        && !clause.has("jointly")
        && scene.mood().modality(clause.cues.get(0).from()) == Modality.FACT
        && Few.of(clause.cue("make"))
            .anyMatch(c -> Few.of(scene.cues("production")).anyMatch(p -> p.from() == c.from()));
  }

  /** Another plant like the one told before, elsewhere: a second one will be built in Semey. */
  private Optional<Draft> another() {
    boolean like =
        open.filter(o -> o.has(Role.PLACE)).isPresent()
            && scene.word("one-more", clause.begin, clause.end).isPresent()
            && sector().isEmpty()
            && Few.of(scene.parties).noneMatch(p -> clause.isHere(p) && p.isOrganisation());
    Optional<Value.Entity> place =
        places.find().filter(p -> like && !open.orElseThrow().values(Role.PLACE).contains(p));
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
    return Few.of(clause.cues)
        .filter(c -> c.concept().key().startsWith("facility"))
        .anyMatch(plant -> Few.of(clause.cues).anyMatch(c -> isJoint(c) && c.to() == plant.from()));
  }

  private static boolean isJoint(Mention cue) {
    return cue.concept().key().equals("jointly");
  }

  /** Whether somebody has put money into something: put two million into a farm. */
  private boolean isPaid() {
    return Few.of(scene.figures).anyMatch(f -> f.isMoney() && clause.isHere(f.from()))
        && Few.of(scene.cues("project", "worth"))
            .anyMatch(c -> clause.isHere(c) && scene.isVerb(c.from()));
  }

  /** What a kind of plant makes by its name: a dairy. */
  private Optional<Value.Entity> made() {
    return signalled("product/");
  }

  /** What a kind of plant of the clause.index tells by its name. */
  private Optional<Value.Entity> signalled(String kind) {
    return Few.of(clause.cues)
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
      if (!figure.isCount()
          || another
          || !clause.isHere(figure.from())
          || figure.per().isPresent()) {
        continue;
      }
      boolean counts =
          Few.of(clause.cues)
              .filter(
                  c -> COUNTED.contains(c.concept().key()) || c.concept().key().startsWith(PLANT))
              .anyMatch(
                  c ->
                      c.from() >= figure.to()
                          && c.from() - figure.to() <= 4
                          && isPhrase(figure.to(), c.from())
                          && (!c.concept().key().startsWith("facility")
                              || isSetUp() && !isWhere(figure)
                              || places.find().isPresent() && !isTraded(c)));
      boolean goesOn =
          open.filter(o -> o.has(Role.COUNT)).isPresent()
              && (clause.has("implemented") || clause.has("under-way") || clause.has("make"))
              && figure.to() < scene.size()
              && clause.products.isEmpty()
              && Few.of(scene.m.in(Layer.EVENT)).noneMatch(clause::isHere)
              && !ProjectFigures.isJobs(scene, figure);
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
        && !clause.has("jointly")
        && scene.m.token(figure.from() - 1).is("an");
  }

  /** Whether what could be a plant is goods that are sent: 25 Trockenanlagen gingen an. */
  private boolean isTraded(Mention cue) {
    return cue.overlapsAny(scene.products())
        && Few.of(scene.cues("trade-flow"))
            .anyMatch(c -> clause.isHere(c) && c.concept().has("unmarked"));
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

  /** Whether the clause.index tells that plants were set up, not what the plants do. */
  private boolean isSetUp() {
    return clause.has("make")
        || clause.has("implemented")
        || clause.has("under-way")
        || clause.has("setting-up")
        || clause.has("jointly")
        || clause.has("joint-venture")
        || clause.has("foreign-capital")
        || clause.has("project");
  }

  private void counted(Figure count) {
    Value.Entity place =
        places.find().or(places::homeOfCapital).or(this::lastPlace).orElseGet(this::defaultPlace);
    Draft draft = draft(place, backing.of(place));
    if (scene.mood().isOnlyTopic(draft.anchor)) {
      draft.modality(Modality.FACT).without(Role.STATUS);
    }
    draft.with(Role.COUNT, count.amount().orElseThrow());
    TradeFlowReader.bound(draft, count);
    lastSector()
        .or(() -> sectors(clause.begin, part(count)).findFirst())
        .ifPresent(s -> draft.with(Role.SECTOR, s));
    ProjectFigures.read(clause, draft);
    found.add(draft);
  }

  /** Where it is told what some of the projects counted are; else the clause.end of the clause. */
  private int part(Figure count) {
    return some(count).map(Figure::from).orElse(clause.end);
  }

  /** How many of the projects counted more is told of: three of them. */
  private Optional<Figure> some(Figure count) {
    return Few.of(scene.figures)
        .filter(f -> f.from() >= count.to() && f.to() < clause.end)
        .filter(f -> f.isCount() && f.amount().isPresent())
        .filter(f -> scene.m.isWord(f.to(), "of-that"))
        .findFirst();
  }

  /** Some of the projects counted in the clause.index: 15 ventures work here, three of them in. */
  private void ofThem(Figure count) {
    some(count).ifPresent(some -> found.add(ofThem(found.get(first), some)));
  }

  private Draft ofThem(Draft all, Figure some) {
    Draft draft = new Draft(Frame.PROJECT, all.anchor, all.foundBy().get(0));
    all.roles().forEach((role, values) -> values.forEach(v -> draft.with(role, v)));
    all.modality().ifPresent(draft::modality);
    Few.of(scene.parties(some.to(), clause.end, Marker.LOCATION))
        .filter(p -> !p.isOrganisation())
        .findFirst()
        .map(places::hostOf)
        .ifPresent(place -> draft.without(Role.PLACE).with(Role.PLACE, place));
    draft.without(Role.COUNT).without(Role.BOUND).without(Role.SECTOR).without(Role.VALUE);
    draft.without(Role.CURRENCY).without(Role.JOBS);
    draft.with(Role.COUNT, some.amount().orElseThrow());
    sectors(some.to(), clause.end).findFirst().ifPresent(s -> draft.with(Role.SECTOR, s));
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
    Optional<Value.Entity> place = places.find().or(this::lastPlace);
    if (place.isEmpty()) {
      return nowhere().map(draft -> draft.with(Role.PRODUCT, product));
    }
    List<Value.Entity> partners = backing.of(place.get());
    boolean grown =
        clause.has("make")
            && !clause.has("facility")
            && !clause.has("making")
            && !clause.has("setting-up")
            && Few.of(scene.cues("production"))
                .anyMatch(c -> c.from() == clause.cue("make").get().from())
            && scene.mood().modality(clause.cues.get(0).from()) == Modality.FACT
            && !backing.isShared(place.get());
    if (grown) {
      return Optional.empty();
    }
    return backing.isForeign(place.get(), partners)
        ? Optional.of(draft(place.get(), partners).with(Role.PRODUCT, product))
        : ofNobody().map(draft -> draft.with(Role.PRODUCT, product));
  }

  /** A plant of which it is not told yet who is behind it; a later sentence may tell. */
  private Optional<Draft> ofNobody() {
    boolean plant =
        clause.has("facility")
            || clause.has("making")
            || clause.has("setting-up")
            || clause.has("joint-venture");
    return places.find().filter(p -> plant).map(p -> draft(p, List.of()));
  }

  /** What firms make together of which it is not told yet where; a later sentence may tell. */
  private Optional<Draft> nowhere() {
    boolean joint = clause.has("jointly") || clause.has("joint-venture");
    List<Value.Entity> firms =
        joint ? OpenProject.backers(scene, clause.begin, clause.end) : List.of();
    return firms.isEmpty() ? Optional.empty() : Optional.of(draft(Optional.empty(), firms));
  }

  /** Whether a field's word only says how something is made: construction of. */
  private boolean isOfCue(Mention sector) {
    boolean russian = scene.language() == Language.RU;
    return (!russian || sector.concept().key().equals("construction"))
        && Few.of(clause.cues)
            .anyMatch(c -> c.overlaps(sector) && (russian || c.length() <= sector.length()));
  }

  /**
   * The other side's land, where a Russian clause.index only says what one side offers to build.
   */
  private Optional<Value.Entity> offered() {
    boolean offer =
        scene.language() == Language.RU
            && scene.word("proposed", clause.begin, clause.end).isPresent();
    return Few.of(scene.parties)
        .filter(p -> offer && clause.isHere(p) && p.named())
        .filter(p -> p.marker() == Marker.UNMARKED && !p.isOrganisation())
        .flatMap(p -> Few.of(p.country()))
        .filter(Discourse::isOurs)
        .map(Discourse::counterpart)
        .flatMap(c -> Few.of(scene.discourse.recent(c)))
        .findFirst();
  }

  private void housed() {
    Optional<Value.Entity> place = places.find().or(this::offered);
    Optional<Value.Entity> sector =
        clause.has("trading-house")
            ? scene.entities.find("sector/trade")
            : field().or(this::sector);
    if (place.isEmpty()) {
      return;
    }
    List<Value.Entity> partners = backing.of(place.get());
    Optional<Value.Entity> product = sector.isPresent() ? Optional.empty() : ofMakers(partners);
    if (product.isPresent() && backing.isForeign(place.get(), partners)) {
      found.add(draft(place.get(), partners).with(Role.PRODUCT, product.get()));
      return;
    }
    boolean own = field().isPresent() && !backing.isShared(place.get());
    if (sector.isEmpty() && !clause.has("joint-venture")) {
      return;
    }
    (own || !backing.isForeign(place.get(), partners)
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

  private Draft draft(Value.Entity place, List<Value.Entity> partners) {
    return draft(Optional.of(place), partners);
  }

  private Draft draft(Optional<Value.Entity> place, List<Value.Entity> partners) {
    Mention cue = clause.cues.get(0);
    Draft draft = new Draft(Frame.PROJECT, cue.from(), cue.concept().id()).with(Role.PLACE, place);
    partners.forEach(p -> draft.with(Role.PARTNER, p));
    Mood mood = scene.mood();
    boolean dropped = scene.word("dropped", clause.begin, clause.end).isPresent();
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
                            && clause.isHere(d.from())
                            && d.edtf().indexOf('/') < 0
                            && scene.discourse.isToCome(d.edtf()));
    if (toCome) {
      modality = Modality.PLANNED;
      draft.modality(modality);
    }
    draft.with(Role.STATUS, Value.Kind.STATUS, status(modality));
    Modality sure = modality;
    Few.of(scene.dates)
        .filter(d -> !d.isBase() && clause.isHere(d.from()))
        .filter(d -> d.use() == DateMention.Role.SINCE || sure != Modality.FACT || starts(d))
        .findFirst()
        .ifPresent(d -> draft.with(Role.DATE, new Value.Date(d.start())));
    return draft;
  }

  /** Whether the clause.index tells when something was opened. */
  private boolean starts(When when) {
    return when.edtf().indexOf('/') < 0
        && scene.word("start-up", clause.begin, clause.end).isPresent();
  }

  private String status(Modality modality) {
    if (modality != Modality.FACT) {
      return "planned";
    }
    boolean done = scene.cue("project", "finished", clause.index).isPresent();
    return !done && (clause.has("under-way") || isBeingBuilt()) ? "under-way" : "implemented";
  }

  /** To build in the present tense is under way; to assemble or produce is done. */
  private boolean isBeingBuilt() {
    return scene
        .word("ongoing", clause.begin, clause.end)
        .filter(w -> !scene.m.word(w.from()).is(Feature.PAST))
        .filter(
            w ->
                !scene.m.word(w.from()).is(Feature.PARTICIPLE)
                    || scene.language() == Language.DE && !isDone())
        .isPresent();
  }

  /** Whether an auxiliary of the past makes a German participle one of what is done. */
  private boolean isDone() {
    for (int i = clause.begin; i < clause.end; i++) {
      if (PAST_AUXILIARIES.contains(scene.m.token(i).folded())) {
        return true;
      }
    }
    return false;
  }

  private Optional<Value.Entity> lastPlace() {
    return open.flatMap(o -> Few.of(o.values(Role.PLACE)).findFirst())
        .map(Value.Entity.class::cast);
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
    return sectors(clause.begin, clause.end).findFirst();
  }

  private Few<Value.Entity> sectors(int from, int to) {
    return Few.of(scene.sectors())
        .filter(s -> s.from() >= from && s.from() < to)
        .filter(s -> !isOfCue(s) && !s.concept().key().equals("construction"))
        .filter(s -> !s.concept().key().equals("investment") && !s.concept().key().equals("trade"))
        .map(scene::entity);
  }
}
