package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/**
 * Trade flow: a product beside a word of sending, buying or moving. The cue says what the unmarked
 * party is; markers say where goods go and where they come from; a side that is missing is the one
 * last spoken of on the other side.
 */
final class TradeFlowReader implements FrameReader {

  private static final List<String> OTHER_FRAMES =
      List.of("production", "agreement", "event", "cooperation", "trade-value", "project");

  private static final List<Role> HOW_MUCH =
      List.of(Role.QUANTITY, Role.VALUE, Role.GROWTH, Role.SHARE);

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    if (scene.cues("trade-flow").isEmpty() && scene.products().isEmpty()) {
      return;
    }
    List<Mention> cues =
        Few.of(scene.cues("trade-flow"))
            .filter(TradeFlowReader::directs)
            .filter(cue -> !isTaken(scene, cue) && !scene.inGoods(cue))
            .filter(cue -> !isVisit(scene, cue) && !isTopic(scene, cue))
            .filter(cue -> !isOfBuilding(scene, cue) && !isPhrasal(scene, cue))
            .filter(
                cue ->
                    !cue.concept().has("objectTold")
                        || asks(scene)
                        || Few.of(scene.products()).anyMatch(p -> isObject(scene, cue, p)))
            .toList();
    if (!cues.isEmpty() && Few.of(scene.figures).anyMatch(f -> f.amount().isPresent())) {
      Few.of(scene.dates)
          .filter(d -> !d.isBase() && d.use() == DateMention.Role.PERIOD)
          .filter(d -> !Measures.isOfEarlier(scene, d))
          .findFirst()
          .ifPresent(d -> scene.discourse.period(d.edtf(), paragraph(scene)));
    }
    List<Mention> products =
        Few.of(scene.products())
            .filter(product -> !scene.isAside(product) && !isModifier(scene, product))
            .filter(product -> !isGivenOthers(scene, cues, product))
            .toList();
    boolean swapped = scene.hasCue("return-flow");
    if (scene.hasCue("goods-list")) {
      Few.of(cues)
          .filter(c -> Few.of(products).noneMatch(p -> scene.sameClause(p.from(), c.from())))
          .findFirst()
          .ifPresent(
              c ->
                  Direction.of(scene, c, swapped, Optional.empty())
                      .ifPresent(
                          d -> open(scene, d, Optional.of(c), scene.sentence().paragraph())));
    }
    Optional<Direction> last = Optional.empty();
    Optional<Mention> lastCue = Optional.empty();
    Optional<Direction> outward = Optional.empty();
    for (Mention product : products) {
      Optional<Mention> cue = cue(scene, cues, product);
      Optional<Direction> direction;
      boolean returned = isReturned(scene, product, products);
      boolean told = cue.isPresent() && isToldApart(scene, cue.get());
      if (outward.isPresent() && returned && !told) {
        direction = outward.map(Direction::back);
      } else if (cue.isEmpty() && last.isPresent() && isGap(scene, product)) {
        direction = Optional.of(gapped(scene, product, last.get()));
      } else if (told && returned) {
        direction = Direction.of(scene, cue.get(), false, Optional.empty());
      } else if (cue.isPresent()) {
        Optional<Direction> before = last;
        direction =
            turned(scene, cue.get(), last, lastCue)
                .or(() -> Direction.of(scene, cue.get(), swapped, before));
      } else {
        direction = carried(scene, product);
      }
      direction =
          direction
              .map(d -> isOwn(scene, product, d) ? d.back() : d)
              .map(d -> d.from(Takers.sender(scene, product, products)));
      if (direction.isEmpty()) {
        continue;
      }
      last = direction;
      Direction own = Takers.paired(scene, product, products, direction.get());
      lastCue = cue.isPresent() ? cue : lastCue;
      if (!returned) {
        outward = direction;
      }
      String by = cue.map(c -> c.concept().id()).orElse("cue/goods-list");
      int anchor = cue.map(Mention::from).orElse(product.from());
      emit(scene, drafts, own, product, anchor, by);
    }
    boolean answers = lastCue.isEmpty() && scene.discourse.flow().isPresent();
    if (last.filter(d -> !answers || !d.rule().equals("rule/other-side")).isPresent()) {
      open(scene, last.get(), lastCue, paragraph(scene));
    }
    for (Mention cue : cues) {
      if (Few.of(products).noneMatch(p -> scene.sameClause(p.from(), cue.from()))) {
        withoutProduct(scene, cue, drafts);
      }
    }
    Few.of(drafts)
        .filter(d -> d.frame == Frame.TRADE_FLOW && products.size() <= 1)
        .findFirst()
        .ifPresent(
            d ->
                Few.of(Takers.further(scene, d))
                    .filter(o -> Few.of(drafts).noneMatch(t -> isSameTrade(t, o)))
                    .toList()
                    .forEach(drafts::add));
    Optional<Discourse.Flow> before = scene.discourse.flow();
    if (products.isEmpty() && asks(scene) && swapped && before.isPresent()) {
      Direction back = Direction.returned(scene, before.get());
      open(scene, back, Optional.empty(), paragraph(scene));
    } else if (products.isEmpty() && !cues.isEmpty()) {
      Direction.of(scene, cues.get(0), swapped, Optional.empty())
          .ifPresent(d -> open(scene, d, Optional.of(cues.get(0)), paragraph(scene)));
    }
  }

  /** Whether it is given other goods, no goods itself: to equip 14 blocks with 56 lifts. */
  private static boolean isGivenOthers(Scene scene, List<Mention> cues, Mention product) {
    int clause = scene.clause(product.from());
    Optional<Mention> given = scene.word("companion", product.to(), scene.clauseEnd(clause));
    return scene.language() != Language.RU
        && given.isPresent()
        && Few.of(scene.products())
            .anyMatch(p -> p.from() >= given.get().to() && p.from() - given.get().to() <= 3)
        && Few.of(cues)
            .filter(c -> c.concept().key().equals("send"))
            .anyMatch(c -> c.to() <= product.from() && product.from() - c.to() <= 4);
  }

  private static boolean isSameTrade(Draft one, Draft other) {
    return one.frame == other.frame
        && one.values(Role.EXPORTER).equals(other.values(Role.EXPORTER))
        && one.values(Role.IMPORTER).equals(other.values(Role.IMPORTER));
  }

  private static void open(Scene scene, Direction direction, Optional<Mention> cue, int paragraph) {
    boolean imported =
        cue.map(c -> Direction.imports(c.concept()))
            .orElse(scene.discourse.flow().filter(Discourse.Flow::imported).isPresent());
    scene.discourse.flow(direction.exporters(), direction.importers(), imported, paragraph);
  }

  /** Where a clause without parties turns from what is sold to what is bought: imported is. */
  private static Optional<Direction> turned(
      Scene scene, Mention cue, Optional<Direction> last, Optional<Mention> lastCue) {
    int clause = scene.clause(cue.from());
    boolean turns =
        Direction.turns(cue.concept())
            && lastCue
                .filter(c -> !c.concept().key().equals("send"))
                .filter(c -> Direction.imports(c.concept()) != Direction.imports(cue.concept()))
                .isPresent()
            && Few.of(scene.parties).noneMatch(p -> scene.clause(p.from()) == clause);
    return last.filter(d -> turns).map(Direction::back);
  }

  /** Whether the goods are those of the subject that would take them: wants more of its cheese. */
  private static boolean isOwn(Scene scene, Mention product, Direction direction) {
    int i = product.from() - 1;
    while (i > 0
        && (scene.m.token(i).is(",")
            || scene.m.isWord(i, "and")
            || scene.m.at(Layer.PRODUCT, i).isPresent()
            || scene.m.word(i).is(Feature.ADJECTIVE) && !scene.m.word(i).hasLemma("свой"))) {
      i--;
    }
    return scene.language() == Language.RU
        && i >= 0
        && scene.m.word(i).hasLemma("свой")
        && Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.UNMARKED && p.to() <= product.from())
            .anyMatch(p -> Direction.sameSide(scene, p.entity(), direction.importers().get(0)));
  }

  /** The paragraph that a flow is told in: a question asks for what the next one tells. */
  private static int paragraph(Scene scene) {
    return scene.sentence().paragraph() + (asks(scene) ? 1 : 0);
  }

  private static boolean asks(Scene scene) {
    return scene.m.token(scene.size() - 1).is("?");
  }

  /** Whether the product comes back for one named before, as in wheat in exchange for milk. */
  private static boolean isReturned(Scene scene, Mention product, List<Mention> products) {
    return Few.of(scene.cues("trade-flow", "return-flow"))
        .anyMatch(
            back ->
                back.to() <= product.from()
                    && (scene.sameClause(back.from(), product.from())
                        || scene.clause(back.from()) == scene.clause(product.from()) - 1
                            && scene.clauseEnd(scene.clause(back.from())) - back.to() <= 1)
                    && Few.of(products).anyMatch(p -> p.to() <= back.from()));
  }

  /** Whether the clause of the cue says itself where its goods are from. */
  private static boolean isToldApart(Scene scene, Mention cue) {
    return scene.language() == Language.RU
        && Few.of(scene.parties)
            .anyMatch(
                p ->
                    scene.sameClause(p.from(), cue.from())
                        && (p.marker() == Marker.ORIGIN || p.marker() == Marker.SOURCE));
  }

  /** Whether a dash stands for the verb of the product's clause: Lakokraska – paints. */
  private static boolean isGap(Scene scene, Mention product) {
    int clause = scene.clause(product.from());
    for (int i = scene.clauseBegin(clause) + 1; i < product.from(); i++) {
      if (scene.m.token(i).is("-") && scene.m.token(i).spaceBefore()) {
        return true;
      }
    }
    int next = product.to();
    return scene.language() == Language.RU
        && next + 1 < scene.size()
        && scene.m.token(next).is("-")
        && scene.m.token(next).spaceBefore()
        && Few.of(scene.figures).anyMatch(f -> f.from() - next <= 3 && f.from() > next);
  }

  /** Whether the product only says more of the one right after it: grain machines. */
  private static boolean isModifier(Scene scene, Mention product) {
    if (scene.language() != Language.EN) {
      return scene.language() == Language.DE
          && (isPurpose(scene, product) || isOfPlant(scene, product));
    }
    int next = product.to();
    boolean compound =
        next + 1 < scene.size()
            && scene.m.token(next).is("-")
            && !scene.m.token(next).spaceBefore()
            && !scene.m.token(next + 1).spaceBefore();
    boolean maker =
        next < scene.size()
            && scene.m.isWord(next, "organisation-head")
            && scene.m.at(Layer.CUE, next).isEmpty();
    boolean plant =
        Few.of(scene.cues("project"))
            .filter(c -> c.concept().key().startsWith("facility"))
            .anyMatch(c -> c.overlaps(product) && c.length() > product.length());
    if (compound || maker || plant) {
      return true;
    }
    for (Mention head : scene.products()) {
      if (head.from() == product.to()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a German compound names a plant by its goods: Aufzugwerk, but not 25 Trockenanlagen.
   */
  private static boolean isOfPlant(Scene scene, Mention product) {
    return Few.of(scene.cues("project", "facility")).anyMatch(product::sharesSpan)
        && Few.of(scene.figures).noneMatch(f -> f.to() == product.from());
  }

  /** Whether it says what goods right before it are for: Motoren für die Lader. */
  private static boolean isPurpose(Scene scene, Mention product) {
    int i = product.from() - 1;
    while (i > 0
        && !scene.m.token(i).isCapitalised()
        && (scene.m.word(i).is(Feature.ADJECTIVE)
            || scene.m.word(i).hasLemma("der")
            || scene.m.isWord(i, "possessive"))) {
      i--;
    }
    int of = i;
    return i > 0
        && scene.m.token(i).is("für")
        && Few.of(scene.products()).anyMatch(p -> p.to() == of);
  }

  /** The direction before with the parties that stand before the dash in place of its own. */
  private static Direction gapped(Scene scene, Mention product, Direction last) {
    List<Value.Entity> exporters = new ArrayList<>();
    List<Value.Entity> importers = new ArrayList<>();
    for (Party party : scene.parties) {
      if (scene.sameClause(party.from(), product.from()) && party.from() < product.from()) {
        Value.Entity entity = Pairs.region(scene, party.entity());
        switch (party.marker()) {
          case GOAL, LOCATION -> importers.add(entity);
          case SOURCE, UNMARKED, AGENT -> exporters.add(entity);
          default -> {}
        }
      }
    }
    boolean turned =
        importers.isEmpty()
                && !exporters.isEmpty()
                && Direction.sameSide(scene, exporters.get(0), last.importers().get(0))
            || exporters.isEmpty()
                && !importers.isEmpty()
                && Direction.sameSide(scene, importers.get(0), last.exporters().get(0));
    Direction base = turned ? last.back() : last;
    return new Direction(
        exporters.isEmpty() ? base.exporters() : exporters,
        importers.isEmpty() ? base.importers() : importers,
        "rule/list-goes-on");
  }

  /** Whether a cue of another frame takes this very form: получено is harvested, not received. */
  private static boolean isTaken(Scene scene, Mention cue) {
    return Few.of(scene.cues("production"))
        .anyMatch(c -> c.from() == cue.from() && c.form() == Label.Form.HIDDEN);
  }

  /** Whether people come or go, not goods: a delegation arrived. */
  private static boolean isVisit(Scene scene, Mention cue) {
    return cue.concept().key().equals("goods-move")
        && scene.language() != Language.RU
        && scene.cue("event", "delegation", scene.clause(cue.from())).isPresent();
  }

  /** Whether no goods move but money or work: Kapital fließt in den Bau, the assembly of cars. */
  private static boolean isOfBuilding(Scene scene, Mention cue) {
    int clause = scene.clause(cue.from());
    return cue.concept().key().equals("goods-move")
        && (scene.cue("project", "setting-up", clause).isPresent()
            || Few.of(scene.cues("project", "facility"))
                .anyMatch(
                    plant ->
                        plant.to() < cue.from()
                            && scene.clause(plant.from()) == clause
                            && scene.m.isWord(plant.to(), "of")));
  }

  /**
   * Whether an English verb of motion has an adverb that makes another of it, or talks are what
   * goes on.
   */
  private static boolean isPhrasal(Scene scene, Mention cue) {
    return cue.concept().key().equals("goods-move")
        && scene.language() == Language.EN
        && cue.length() == 1
        && (scene.m.isWord(cue.to(), "phrasal") || scene.m.isWord(cue.from(), "topic"));
  }

  /** Whether German words only say what talks are about: es ging um. */
  private static boolean isTopic(Scene scene, Mention cue) {
    boolean it = false;
    boolean about = false;
    for (int i = scene.clauseBegin(scene.clause(cue.from()));
        scene.language() == Language.DE && i < scene.clauseEnd(scene.clause(cue.from()));
        i++) {
      it |= scene.m.token(i).is("es");
      about |= scene.m.token(i).is("um");
    }
    return it && about && cue.concept().key().equals("goods-move");
  }

  private static boolean directs(Mention cue) {
    return cue.concept().value("unmarked").isPresent();
  }

  /**
   * The nearest cue of the product's clause; one before it is preferred. A relative clause after it
   * says what becomes of it: furniture makers that supply their goods to.
   */
  private static Optional<Mention> cue(Scene scene, List<Mention> cues, Mention product) {
    int clause = scene.clause(product.from());
    return Few.of(cues)
        .filter(cue -> scene.clause(cue.from()) == clause)
        .filter(
            cue ->
                !cue.concept().has("originTold")
                    || isOriginTold(scene, product)
                    || Direction.covered(scene, clause).isPresent())
        .filter(cue -> !cue.concept().has("objectTold") || isObject(scene, cue, product))
        .filter(
            cue ->
                !isOfSender(scene, cue, product)
                    || Few.of(cues)
                        .noneMatch(
                            c -> scene.clause(c.from()) == clause && c.to() <= product.from()))
        .min(Comparator.comparingInt(cue -> distance(cue, product)))
        .or(
            () ->
                Few.of(cues)
                    .filter(cue -> scene.clause(cue.from()) == clause + 1)
                    .filter(cue -> scene.isRelative(clause + 1) || sumsUp(scene, clause + 1))
                    .filter(cue -> !hasProduct(scene, clause + 1))
                    .findFirst())
        .or(() -> besideDash(scene, cues, clause));
  }

  /**
   * Whether a participle only tells, in English, whose the goods before it are: lorries sold by.
   */
  private static boolean isOfSender(Scene scene, Mention cue, Mention product) {
    return scene.language() == Language.EN
        && cue.from() == product.to()
        && scene.m.word(cue.from()).is(Feature.PARTICIPLE)
        && scene.m.isWord(cue.to(), "agent");
  }

  /**
   * The cue of what a dash and goods alone say more of: the main exports to Belarus – tractors; the
   * firm's goods – tractors – are sent to Belarus.
   */
  private static Optional<Mention> besideDash(Scene scene, List<Mention> cues, int clause) {
    if (clause == 0 || !opensWithDash(scene, clause) || hasFinite(scene, clause)) {
      return Optional.empty();
    }
    boolean aside = clause + 1 < scene.clauseCount() && opensWithDash(scene, clause + 1);
    return Few.of(cues)
        .filter(cue -> !cue.concept().has("weak"))
        .filter(
            cue ->
                scene.clause(cue.from()) == clause - 1
                    || aside && scene.clause(cue.from()) == clause + 1)
        .filter(cue -> !hasProduct(scene, scene.clause(cue.from())))
        .findFirst();
  }

  private static boolean opensWithDash(Scene scene, int clause) {
    return scene.m.token(scene.clauseBegin(clause)).is("-");
  }

  private static boolean hasFinite(Scene scene, int clause) {
    for (int i = scene.clauseBegin(clause); i < scene.clauseEnd(clause); i++) {
      if (scene.isVerb(i) && scene.m.word(i).is(Feature.FINITE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether goods stand as the object of a verb: nothing but a receiver, a number or other goods
   * between them; in German anywhere in the clause without a preposition.
   */
  private static boolean isObject(Scene scene, Mention cue, Mention product) {
    if (!scene.sameClause(cue.from(), product.from())) {
      return false;
    }
    boolean german = scene.language() == Language.DE;
    if (!german && product.from() < cue.to()) {
      return false;
    }
    int from =
        german
            ? Math.max(
                cue.to() <= product.from() ? cue.to() : scene.clauseBegin(scene.clause(cue.from())),
                product.from() - 3)
            : cue.to();
    for (int i = from; i < product.from(); i++) {
      if (isReceiverOrReturn(scene, i)) {
        continue;
      }
      boolean of = scene.m.isWord(i, "of") && i > cue.to();
      boolean preposition = scene.m.word(i).is(Feature.PREPOSITION) && !of;
      boolean act =
          scene.m.at(Layer.AGREEMENT, i).isPresent()
              || scene.m.at(Layer.EVENT, i).isPresent()
              || scene.language() != Language.RU
                  && scene.m.at(Layer.SECTOR, i).isPresent()
                  && scene.m.at(Layer.PRODUCT, i).isEmpty()
              || i >= cue.to()
                  && scene.m.at(Layer.CUE, i).isPresent()
                  && scene.m.at(Layer.PARTY, i).isEmpty();
      boolean verb =
          i != cue.from()
              && scene.isVerb(i)
              && !scene.m.word(i).is(Feature.ADJECTIVE)
              && !scene.m.word(i).is(Feature.NOUN);
      if (preposition || act || verb) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token is of those pointed back at or says that goods go back: offered the guests. */
  private static boolean isReceiverOrReturn(Scene scene, int i) {
    return Few.of(scene.m.words(i)).anyMatch(word -> word.concept().has("refers"))
        || scene.m.isWord(i, "the-guests")
        || Few.of(scene.cues("trade-flow", "return-flow"))
            .anyMatch(back -> back.from() <= i && i < back.to());
  }

  /** Whether the list that a product stands in opens by telling where it is from. */
  private static boolean isOriginTold(Scene scene, Mention product) {
    int clause = scene.clause(product.from());
    boolean made =
        Few.of(scene.cues("project"))
            .anyMatch(
                c ->
                    scene.clause(c.from()) == clause
                        && !c.concept().has("measure")
                        && !ProjectClause.isOrigin(scene, c)
                        && !c.overlapsAny(scene.products()));
    if (made) {
      return false;
    }
    for (Party party : scene.parties) {
      if (party.marker() == Marker.ORIGIN
          && party.named()
          && party.from() <= product.from()
          && scene.clause(party.from()) == clause
          && Direction.isBeforeProduct(scene, party)) {
        return true;
      }
      int end = listEnd(scene, product);
      boolean from =
          (party.marker() == Marker.SOURCE
                  || party.marker() == Marker.GENITIVE && party.isOrganisation())
              && party.from() >= end
              && party.from() - end <= 2;
      if (from || Direction.isBehindProduct(scene, party) && party.from() >= product.to()) {
        return true;
      }
    }
    return false;
  }

  /** Where the list that a product stands in ends. */
  private static int listEnd(Scene scene, Mention product) {
    int end = product.to();
    for (Mention next : scene.products()) {
      boolean joined =
          next.from() == end + 1 && (scene.m.token(end).is(",") || scene.m.isWord(end, "and"));
      end = joined ? next.to() : end;
    }
    return end;
  }

  /** Whether a clause sums a list up: that is what goes to. */
  private static boolean sumsUp(Scene scene, int clause) {
    int begin = scene.clauseBegin(clause);
    return scene.language() == Language.RU
        && begin + 2 < scene.size()
        && scene.m.token(begin).is("-")
        && (scene.m.token(begin + 1).is("вот")
            || scene.m.token(begin + 1).is("все")
            || scene.m.token(begin + 1).is("это"));
  }

  private static boolean hasProduct(Scene scene, int clause) {
    return Few.of(scene.products()).anyMatch(p -> scene.clause(p.from()) == clause);
  }

  private static int distance(Mention cue, Mention product) {
    return cue.from() <= product.from()
        ? product.from() - cue.from()
        : (cue.from() - product.to()) * 2 + 2;
  }

  /** A product without a cue of its own goes on with a list that was opened before. */
  private static Optional<Direction> carried(Scene scene, Mention product) {
    Sentence.Zone zone = scene.sentence().zone();
    int clause = scene.clause(product.from());
    boolean made =
        Few.of(scene.cues("production"))
                .filter(c -> !scene.inGoods(c))
                .anyMatch(c -> scene.clause(c.from()) == clause && scene.isVerb(c.from()))
            || scene.cue("project", "under-way", clause).isPresent()
                && scene.cue("project", "make", clause).isPresent();
    if (made) {
      return Optional.empty();
    }
    Optional<Direction> bare = bare(scene, product);
    if (bare.isPresent()) {
      return bare;
    }
    boolean list =
        zone == Sentence.Zone.LIST_ITEM
            || scene.hasCue("goods-in-front")
            || scene.hasCue("goods-list")
                && scene.cues("trade-flow", "goods-list").get(0).from() <= product.from();
    int since = scene.discourse.flowParagraph() - scene.sentence().paragraph();
    boolean fragment = Clauses.isVerbless(scene.m) && (since == 0 || since == 1);
    boolean back =
        Few.of(scene.cues("trade-flow", "return-flow"))
            .anyMatch(
                c ->
                    c.from() <= product.from()
                        && (scene.sameClause(c.from(), product.from())
                            || opensList(scene, c, product)));
    if (back && scene.language() == Language.DE) {
      Optional<Direction> told = fromSource(scene, p -> scene.clause(p.from()) == clause);
      if (told.isPresent()) {
        return told;
      }
    }
    if (back && scene.discourse.flow().isPresent()) {
      return Optional.of(Direction.returned(scene, scene.discourse.flow().get()));
    }
    if (fragment || zone == Sentence.Zone.LIST_ITEM) {
      Optional<Direction> told =
          fromSource(scene, p -> p.from() >= product.to() && p.from() - product.to() <= 2);
      if (told.isPresent()) {
        return told;
      }
    }
    if ((list || fragment || goesOn(scene, product, clause))
        && scene.discourse.flow().isPresent()) {
      Discourse.Flow flow = scene.discourse.flow().get();
      return Optional.of(
          labelled(
              scene,
              product,
              new Direction(flow.exporters(), flow.importers(), "rule/list-goes-on")));
    }
    return Optional.empty();
  }

  /** Goods with where they are from and where to, and no verb: Belarusian tractors for Almaty. */
  private static Optional<Direction> bare(Scene scene, Mention product) {
    boolean told =
        !Clauses.isVerbless(scene.m)
            || Few.of(OTHER_FRAMES)
                .anyMatch(
                    frame -> Few.of(scene.cues(frame)).anyMatch(c -> !c.concept().has("weak")));
    List<Value.Entity> importers =
        Few.of(scene.parties)
            .filter(p -> !told && p.marker() == Marker.GOAL && p.country().isPresent())
            .map(p -> Pairs.region(scene, p.entity()))
            .distinct()
            .toList();
    if (importers.isEmpty()) {
      return Optional.empty();
    }
    return Few.of(scene.parties)
        .filter(p -> p.named() && isOrigin(scene, p, product))
        .map(p -> Pairs.region(scene, p.entity()))
        .filter(e -> Few.of(importers).noneMatch(i -> Direction.sameSide(scene, e, i)))
        .findFirst()
        .map(e -> new Direction(List.of(e), importers, "rule/goods-on-their-way"));
  }

  /** Whether a party tells, without a verb, whose goods are: by its marker, a colon, its place. */
  private static boolean isOrigin(Scene scene, Party party, Mention product) {
    int end = party.to();
    boolean label =
        end + 1 < product.from()
            && (scene.m.token(end).is(":")
                || scene.m.token(end).is("\"") && scene.m.token(end + 1).is(":"));
    boolean maker =
        party.isOrganisation() && party.from() >= product.to() && party.from() - product.to() <= 1;
    return party.marker() == Marker.SOURCE
        || party.marker() == Marker.ORIGIN && Direction.isBeforeProduct(scene, party)
        || party.marker() == Marker.UNMARKED && (label || maker)
        || (party.marker() == Marker.GENITIVE || party.marker() == Marker.AGENT) && maker;
  }

  /** With who stands before a colon in place of their side: Pruzhany Dairy Plant: cheese, milk. */
  private static Direction labelled(Scene scene, Mention product, Direction flow) {
    Optional<Value.Entity> label =
        Few.of(scene.parties)
            .filter(p -> p.to() <= product.from() && p.named())
            .filter(p -> scene.m.token(p.to()).is(":"))
            .findFirst()
            .map(p -> Pairs.region(scene, p.entity()));
    if (label.isEmpty()) {
      return flow;
    }
    List<Value.Entity> side = List.of(label.get());
    return Few.of(flow.importers()).anyMatch(i -> Direction.sameSide(scene, i, label.get()))
        ? new Direction(flow.exporters(), side, flow.rule())
        : new Direction(side, flow.importers(), flow.rule());
  }

  /** Whether a cue and a dash open the list that a product stands in: the return flow – barley. */
  private static boolean opensList(Scene scene, Mention cue, Mention product) {
    int clause = scene.clause(cue.from());
    return scene.language() == Language.RU
        && clause == 0
        && scene.clause(product.from()) == 1
        && scene.m.token(scene.clauseBegin(1)).is("-")
        && scene.clauseEnd(0) - cue.to() <= 2;
  }

  /** Goods that come from some of the sources that a sentence names: rice from Kyzylorda. */
  private static Optional<Direction> fromSource(Scene scene, Predicate<Party> own) {
    List<Value.Entity> sources =
        Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.SOURCE)
            .filter(own)
            .map(p -> Pairs.region(scene, p.entity()))
            .toList();
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    String country = scene.discourse.countryOf(sources.get(0));
    return Optional.of(
        new Direction(sources, List.of(scene.discourse.opposite(country)), "rule/other-side"));
  }

  /** Whether a clause tells how much goes of a flow told shortly before, and nothing else. */
  private static boolean goesOn(Scene scene, Mention product, int clause) {
    if (scene.sentence().paragraph() - scene.discourse.flowParagraph() > 1
        || scene.figures.isEmpty()
        || Few.of(scene.parties)
            .anyMatch(
                p -> scene.clause(p.from()) == clause && p.entity().kind() != Value.Kind.PERSON)
        || Few.of(OTHER_FRAMES).anyMatch(frame -> isToldOf(scene, frame, clause))) {
      return false;
    }
    Draft told = new Draft(Frame.TRADE_FLOW, product.from(), "cue/goods-list");
    Measures.ofProduct(scene, product, told);
    return Few.of(HOW_MUCH).anyMatch(told::has) && !told.has(Role.PER);
  }

  private static boolean isToldOf(Scene scene, String frame, int clause) {
    return Few.of(scene.cues(frame))
        .anyMatch(c -> scene.clause(c.from()) == clause && !c.concept().has("measure"));
  }

  /** A share or amount of an organisation's products, whose kind the vocabulary tells. */
  private static void withoutProduct(Scene scene, Mention cue, List<Draft> drafts) {
    List<Figure> shares =
        Few.of(scene.figures)
            .filter(f -> f.share().isPresent() && scene.sameClause(f.from(), cue.from()))
            .filter(f -> f.growth().isEmpty())
            .toList();
    if (shares.isEmpty()) {
      ellipsis(scene, cue, drafts);
      return;
    }
    Direction.of(scene, cue, false, Optional.empty())
        .filter(d -> d.exporters().get(0).kind() == Value.Kind.ORGANISATION)
        .ifPresent(
            d ->
                scene
                    .entities
                    .lexicon()
                    .concept("organisation/" + d.exporters().get(0).key())
                    .map(o -> o.values("makes"))
                    .flatMap(makes -> Few.of(makes).findFirst())
                    .flatMap(scene.entities::find)
                    .or(() -> inName(scene, cue))
                    .or(
                        () ->
                            scene.discourse.product().filter(p -> scene.language() == Language.RU))
                    .ifPresent(
                        product -> {
                          Draft draft = draft(cue.from(), cue.concept().id(), d, product);
                          draft.with(Role.SHARE, shares.get(0).share().orElseThrow());
                          bound(draft, shares.get(0));
                          drafts.add(draft.by("rule/product-of-the-maker", 0.9));
                          otherShares(scene, cue, d, product, shares.get(0), drafts);
                        }));
  }

  /** The shares of other takers, each right behind its own: auf Russland 52 Prozent. */
  private static void otherShares(
      Scene scene,
      Mention cue,
      Direction direction,
      Value.Entity product,
      Figure first,
      List<Draft> drafts) {
    for (Figure figure : scene.figures) {
      Optional<Party> taker =
          Few.of(scene.parties)
              .filter(p -> p.marker() == Marker.GOAL && p.from() >= first.to())
              .filter(p -> Measures.isRightBefore(scene, p.to(), figure))
              .filter(p -> !direction.importers().contains(Pairs.region(scene, p.entity())))
              .last();
      if (figure.share().isPresent() && taker.isPresent()) {
        Value.Entity importer = Pairs.region(scene, taker.get().entity());
        Direction own = new Direction(direction.exporters(), List.of(importer), direction.rule());
        Draft draft = draft(cue.from(), cue.concept().id(), own, product);
        draft.with(Role.SHARE, figure.share().get());
        bound(draft, figure);
        drafts.add(draft.by("rule/product-of-the-maker", 0.9));
      }
    }
  }

  /** The product that an organisation's own name tells: a furniture factory. */
  private static Optional<Value.Entity> inName(Scene scene, Mention cue) {
    return Few.of(scene.m.in(Layer.PRODUCT))
        .filter(p -> p.to() <= cue.from() && scene.inName(p.from()))
        .last()
        .map(scene::entity);
  }

  /** An amount without its product is one of the product named last: and hopes to sell 7,000. */
  private static void ellipsis(Scene scene, Mention cue, List<Draft> drafts) {
    Optional<Figure> amount =
        Few.of(scene.figures)
            .filter(f -> (f.isMeasure() || f.isCount()) && scene.sameClause(f.from(), cue.from()))
            .filter(
                f ->
                    f.from() >= cue.to() && f.from() - cue.to() <= 3
                        || f.to() <= cue.from() && isAlone(scene, f)
                        || scene.language() == Language.DE && f.isMeasure() && f.from() >= cue.to())
            .findFirst();
    boolean verb = cue.concept().partOfSpeech().equals("verb");
    boolean moves = cue.concept().key().equals("goods-move");
    boolean supply =
        cue.concept().key().equals("supply-noun") || cue.concept().key().equals("sale-noun");
    boolean direct = amount.filter(a -> !moves || a.from() < cue.to()).isPresent();
    if (supply || verb && !direct) {
      supplied(scene, cue, supply, drafts);
    }
    if (!verb || !direct) {
      return;
    }
    ofProductLast(scene, cue)
        .ifPresent(
            draft ->
                drafts.add(
                    draft
                        .with(Role.QUANTITY, amount.get().amount().orElseThrow())
                        .with(Role.UNIT, Value.Kind.UNIT, amount.get().unit().orElse("piece"))));
  }

  /** A flow, without figures, of the product named last. */
  private static Optional<Draft> ofProductLast(Scene scene, Mention cue) {
    Optional<Value.Entity> product = scene.discourse.product();
    Optional<Direction> direction =
        product.flatMap(p -> Direction.of(scene, cue, false, Optional.empty()));
    return direction.map(
        d -> {
          Draft draft =
              draft(cue.from(), cue.concept().id(), d.withSender(scene), product.get())
                  .by("rule/product-named-last", 0.8);
          Measures.period(scene, cue.from(), draft, true);
          return draft;
        });
  }

  /**
   * The figures of a supply whose goods were told before: deliveries rose by 18% to 500 tonnes.
   * Beside a verb a length is how far they went.
   */
  private static void supplied(Scene scene, Mention cue, boolean noun, List<Draft> drafts) {
    int clause = scene.clause(cue.from());
    List<Figure> figures =
        Few.of(scene.figures)
            .filter(f -> scene.clause(f.from()) == clause && !f.isCount())
            .filter(f -> noun || f.unit().filter("m"::equals).isEmpty())
            .toList();
    boolean near = scene.discourse.flowParagraph() == scene.sentence().paragraph();
    if (!near || Few.of(figures).noneMatch(Figure::isMeasure)) {
      return;
    }
    Optional<Draft> told =
        Few.of(drafts)
            .filter(d -> d.frame == Frame.TRADE_FLOW && isOf(scene, d, figures))
            .findFirst();
    told.or(() -> ofProductLast(scene, cue))
        .ifPresent(
            draft -> {
              Measures.fill(scene, figures, draft);
              if (told.isEmpty()) {
                drafts.add(draft);
              }
            });
  }

  /** Whether a flow of the product last told has none of the amounts yet, or this very one. */
  private static boolean isOf(Scene scene, Draft flow, List<Figure> figures) {
    return scene.discourse.product().filter(flow.values(Role.PRODUCT)::contains).isPresent()
        && Few.of(flow.values(Role.QUANTITY))
            .allMatch(
                q ->
                    Few.of(figures)
                        .anyMatch(
                            f ->
                                f.amount().map(Value.Quantity::new).filter(q::equals).isPresent()));
  }

  /** Whether a number counts what a flow just told is of, with no noun of its own: another 35. */
  private static boolean isAlone(Scene scene, Figure figure) {
    int next = figure.to();
    boolean near = Math.abs(scene.discourse.flowParagraph() - scene.sentence().paragraph()) == 0;
    return near
        && figure.isCount()
        && next < scene.size()
        && !Measures.isOfPeople(scene, figure)
        && scene.m.token(next).isWord()
        && !scene.m.token(next).isCapitalised()
        && (!scene.m.word(next).is(Feature.NOUN) && !scene.m.word(next).is(Feature.ADJECTIVE)
            || scene.isVerb(next)
            || scene.m.isWord(next, "future"));
  }

  private static void emit(
      Scene scene,
      List<Draft> drafts,
      Direction direction,
      Mention product,
      int anchor,
      String by) {
    Value.Entity goods = scene.goods(product);
    Direction own = direction.withMaker(scene, product);
    for (Value.Entity exporter : own.exporters()) {
      for (Value.Entity importer : own.importers()) {
        Draft draft =
            new Draft(Frame.TRADE_FLOW, anchor, by)
                .with(Role.EXPORTER, exporter)
                .with(Role.IMPORTER, importer)
                .with(Role.PRODUCT, goods);
        if (!own.rule().isEmpty()) {
          draft.by(own.rule(), 0.9);
        }
        boolean toCome =
            scene.language() == Language.RU && Direction.isOfDocument(scene, anchor)
                || scene
                    .cue("trade-flow", "contract-for", scene.clause(anchor))
                    .filter(c -> c.from() == anchor)
                    .isPresent()
                || scene.m.isWord(anchor, "contracts")
                || Direction.isOrderReceived(scene, scene.clause(anchor))
                || Few.of(scene.cues("trade-flow"))
                    .anyMatch(c -> c.from() == anchor && Direction.isOrder(scene, c));
        if (toCome && scene.mood().modality(anchor) == Modality.FACT) {
          draft.modality(Modality.PLANNED);
        }
        Measures.ofProduct(scene, product, draft);
        Takers.ofMember(scene, product, importer, draft);
        drafts.add(draft);
        Measures.earlier(scene, product, draft).ifPresent(drafts::add);
        drafts.addAll(Measures.again(scene, product, draft));
      }
    }
    scene.discourse.product(goods);
  }

  private static Draft draft(int anchor, String by, Direction d, Value.Entity product) {
    return new Draft(Frame.TRADE_FLOW, anchor, by)
        .with(Role.EXPORTER, d.exporters().get(0))
        .with(Role.IMPORTER, d.importers().get(0))
        .with(Role.PRODUCT, product);
  }

  static void bound(Draft draft, Figure figure) {
    figure.bound().ifPresent(b -> draft.with(Role.BOUND, Value.Kind.BOUND, b));
  }
}
