package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Concept;
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

  /** In tokens, with an article: in die Schweiz. */
  private static final int LONGEST_PREPOSITION = 3;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    if (scene.cues("trade-flow").isEmpty() && scene.products().isEmpty()) {
      return;
    }
    List<Mention> cues =
        Few.of(scene.cues("trade-flow"))
            .filter(TradeFlowReader::directs)
            .filter(cue -> !isTaken(scene, cue) && !isInProduct(scene, cue))
            .filter(cue -> !isVisit(scene, cue) && !isTopic(scene, cue))
            .filter(
                cue ->
                    !cue.concept().has("objectTold")
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
      direction = direction.map(d -> isOwn(scene, product, d) ? d.back() : d);
      if (direction.isEmpty()) {
        continue;
      }
      last = direction;
      Direction own = paired(scene, product, products, direction.get());
      lastCue = cue.isPresent() ? cue : lastCue;
      if (!returned) {
        outward = direction;
      }
      String by = cue.map(c -> c.concept().id()).orElse("cue/goods-list");
      int anchor = cue.map(Mention::from).orElse(product.from());
      emit(scene, drafts, own, product, anchor, by);
    }
    if (last.isPresent()) {
      open(scene, last.get(), lastCue, paragraph(scene));
    }
    for (Mention cue : cues) {
      if (Few.of(products).noneMatch(p -> scene.sameClause(p.from(), cue.from()))) {
        withoutProduct(scene, cue, drafts);
      }
    }
    if (products.isEmpty() && !cues.isEmpty()) {
      Direction.of(scene, cues.get(0), swapped, Optional.empty())
          .ifPresent(d -> open(scene, d, Optional.of(cues.get(0)), paragraph(scene)));
    }
  }

  /** With but the takers or senders told with the product: milk to Aktobe and meat to Atyrau. */
  private static Direction paired(
      Scene scene, Mention product, List<Mention> products, Direction direction) {
    List<Value.Entity> takers =
        toldWith(scene, product, products, direction.importers(), Marker.GOAL, Marker.LOCATION);
    List<Value.Entity> givers =
        toldWith(scene, product, products, direction.exporters(), Marker.SOURCE);
    return new Direction(givers, takers, direction.rule());
  }

  /**
   * Of one side of a flow what goes with a product, where in its clause goods and parties of that
   * side take turns.
   */
  private static List<Value.Entity> toldWith(
      Scene scene,
      Mention product,
      List<Mention> products,
      List<Value.Entity> side,
      Marker... markers) {
    int clause = scene.clause(product.from());
    List<Party> parties =
        side.size() < 2
            ? List.of()
            : Few.of(scene.parties(scene.clauseBegin(clause), scene.clauseEnd(clause), markers))
                .filter(p -> side.contains(Pairs.trader(scene, p)))
                .toList();
    if (parties.size() < 2) {
      return side;
    }
    List<List<Value.Entity>> runs = new ArrayList<>();
    int goods = 0;
    int of = -1;
    int next = 0;
    for (Mention each : products) {
      if (scene.clause(each.from()) != clause) {
        continue;
      }
      boolean apart = false;
      for (; next < parties.size() && parties.get(next).from() < each.from(); next++) {
        apart |= addTo(runs, Pairs.trader(scene, parties.get(next)), apart);
      }
      goods += goods == 0 || apart ? 1 : 0;
      of = each.equals(product) ? goods - 1 : of;
    }
    boolean apart = false;
    for (; next < parties.size(); next++) {
      apart |= addTo(runs, Pairs.trader(scene, parties.get(next)), apart);
    }
    return goods > 1 && goods == runs.size() && of >= 0 ? runs.get(of) : side;
  }

  private static boolean addTo(List<List<Value.Entity>> runs, Value.Entity entity, boolean goesOn) {
    if (!goesOn) {
      runs.add(new ArrayList<>());
    }
    runs.get(runs.size() - 1).add(entity);
    return true;
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
    boolean asks = scene.m.token(scene.size() - 1).is("?");
    return scene.sentence().paragraph() + (asks ? 1 : 0);
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
      return scene.language() == Language.DE && isPurpose(scene, product);
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
    if (compound || maker) {
      return true;
    }
    for (Mention head : scene.products()) {
      if (head.from() == product.to()) {
        return true;
      }
    }
    return false;
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

  /** Whether the word is part of a product's name: rolled steel. */
  private static boolean isInProduct(Scene scene, Mention cue) {
    for (Mention product : scene.products()) {
      if (product.length() > cue.length() && product.overlaps(cue)) {
        return true;
      }
    }
    return false;
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
        .filter(cue -> !cue.concept().has("originTold") || isOriginTold(scene, product))
        .filter(cue -> !cue.concept().has("objectTold") || isObject(scene, cue, product))
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
            ? Math.max(scene.clauseBegin(scene.clause(product.from())), product.from() - 3)
            : cue.to();
    for (int i = from; i < product.from(); i++) {
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

  /** Whether the list that a product stands in opens by telling where it is from. */
  private static boolean isOriginTold(Scene scene, Mention product) {
    int clause = scene.clause(product.from());
    boolean made =
        Few.of(scene.cues("project"))
            .anyMatch(
                c ->
                    scene.clause(c.from()) == clause
                        && !c.concept().has("measure")
                        && !ProjectReader.isOrigin(scene, c)
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
          party.marker() == Marker.SOURCE && party.from() >= end && party.from() - end <= 2;
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
                .anyMatch(c -> scene.clause(c.from()) == clause && scene.isVerb(c.from()))
            || scene.cue("project", "under-way", clause).isPresent()
                && scene.cue("project", "make", clause).isPresent();
    if (made) {
      return Optional.empty();
    }
    boolean list =
        zone == Sentence.Zone.LIST_ITEM
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
    boolean russian = scene.language() == Language.RU;
    if (russian && (fragment || zone == Sentence.Zone.LIST_ITEM)) {
      Optional<Direction> told =
          fromSource(scene, p -> p.from() >= product.to() && p.from() - product.to() <= 2);
      if (told.isPresent()) {
        return told;
      }
    }
    if ((list || fragment || grows(scene, product)) && scene.discourse.flow().isPresent()) {
      Discourse.Flow flow = scene.discourse.flow().get();
      return Optional.of(
          labelled(
              scene,
              product,
              new Direction(flow.exporters(), flow.importers(), "rule/list-goes-on")));
    }
    return Optional.empty();
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

  /** Whether goods of a flow told in this paragraph grew or fell: tyres doubled. */
  private static boolean grows(Scene scene, Mention product) {
    int clause = scene.clause(product.from());
    boolean russian = scene.language() == Language.RU;
    boolean item =
        !russian
            && product.from() - scene.clauseBegin(clause) <= 1
            && scene.cues("trade-value").isEmpty()
            && Few.of(scene.parties).noneMatch(p -> scene.clause(p.from()) == clause)
            && Few.of(scene.figures)
                .anyMatch(f -> f.from() >= product.to() && scene.clause(f.from()) - clause <= 1);
    boolean told = scene.discourse.flowParagraph() == scene.sentence().paragraph();
    return told && item
        || russian
            && told
            && scene.m.word(product.to() - 1).is(Feature.NOMINATIVE)
            && product.from() - scene.clauseBegin(clause) <= 2
            && Few.of(scene.figures)
                .anyMatch(f -> f.growth().isPresent() && scene.clause(f.from()) == clause);
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
    if (cue.concept().key().equals("supply-noun") || cue.concept().key().equals("sale-noun")) {
      supplied(scene, cue, drafts);
      return;
    }
    if (amount.isEmpty()
        || !verb
        || moves && amount.get().from() >= cue.to()
        || scene.discourse.product().isEmpty()) {
      return;
    }
    Direction.of(scene, cue, false, Optional.empty())
        .map(d -> d.withSender(scene))
        .ifPresent(
            d -> {
              Draft draft =
                  draft(cue.from(), cue.concept().id(), d, scene.discourse.product().get())
                      .by("rule/product-named-last", 0.8);
              draft
                  .with(Role.QUANTITY, amount.get().amount().orElseThrow())
                  .with(Role.UNIT, Value.Kind.UNIT, amount.get().unit().orElse("piece"));
              Measures.period(scene, cue.from(), draft, true);
              drafts.add(draft);
            });
  }

  /** The figures of a supply whose goods the sentence before told: deliveries rose by 18%. */
  private static void supplied(Scene scene, Mention cue, List<Draft> drafts) {
    int clause = scene.clause(cue.from());
    List<Figure> figures =
        Few.of(scene.figures)
            .filter(f -> scene.clause(f.from()) == clause && !f.isCount())
            .toList();
    boolean near = scene.discourse.flowParagraph() == scene.sentence().paragraph();
    if (!near || figures.isEmpty() || scene.discourse.product().isEmpty()) {
      return;
    }
    Direction.of(scene, cue, false, Optional.empty())
        .map(d -> d.withSender(scene))
        .ifPresent(
            d -> {
              Draft draft =
                  draft(cue.from(), cue.concept().id(), d, scene.discourse.product().get())
                      .by("rule/product-named-last", 0.8);
              Measures.replace(scene, figures, draft);
              Measures.period(scene, cue.from(), draft, true);
              if (draft.has(Role.QUANTITY)) {
                drafts.add(draft);
              }
            });
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
    Value.Entity goods = scene.entity(product);
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
        Measures.ofProduct(scene, product, draft);
        boolean toCome =
            scene.language() == Language.RU && Direction.isOfDocument(scene, anchor)
                || Direction.isOrderReceived(scene, scene.clause(anchor));
        if (toCome && scene.mood().modality(anchor) == Modality.FACT) {
          draft.modality(Modality.PLANNED);
        }
        ofGoal(scene, product, importer)
            .ifPresent(
                f ->
                    draft
                        .without(Role.QUANTITY)
                        .without(Role.UNIT)
                        .with(Role.QUANTITY, f.amount().orElseThrow())
                        .with(Role.UNIT, Value.Kind.UNIT, f.unit().orElse("piece")));
        ofMember(scene, product, importer, draft);
        drafts.add(draft);
        Measures.earlier(scene, product, draft).ifPresent(drafts::add);
        drafts.addAll(Measures.again(scene, product, draft));
      }
    }
    scene.discourse.product(goods);
  }

  /** Of several amounts to several takers the one right before a taker: 60 t to A and 12 t to B. */
  private static Optional<Figure> ofGoal(Scene scene, Mention product, Value.Entity importer) {
    int clause = scene.clause(product.from());
    List<Figure> amounts =
        Few.of(scene.figures)
            .filter(f -> (f.isMeasure() || f.isCount()) && scene.clause(f.from()) == clause)
            .toList();
    List<Party> goals =
        Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.GOAL && scene.clause(p.from()) == clause)
            .toList();
    boolean one =
        Few.of(scene.products()).filter(p -> scene.clause(p.from()) == clause).count() == 1;
    if (!one || amounts.size() < 2 || amounts.size() != goals.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < goals.size(); i++) {
      boolean paired =
          amounts.get(i).to() <= goals.get(i).from()
              && (i + 1 == goals.size() || goals.get(i).to() <= amounts.get(i + 1).from());
      if (!paired) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < goals.size(); i++) {
      if (Pairs.region(scene, goals.get(i).entity()).equals(importer)) {
        return Optional.of(amounts.get(i));
      }
    }
    return Optional.empty();
  }

  /** With a list of takers, each with its own figures beside it, a taker has but those. */
  private static void ofMember(Scene scene, Mention product, Value.Entity importer, Draft draft) {
    int clause = scene.clause(product.from());
    List<Party> all = Few.of(scene.parties).filter(p -> p.marker() == Marker.GOAL).toList();
    boolean before = Few.of(all).filter(p -> isBehindFigure(scene, p)).count() > 1;
    List<Party> takers =
        before ? all : Few.of(all).filter(p -> scene.clause(p.from()) == clause).toList();
    List<List<Figure>> figures = new ArrayList<>();
    for (int i = 0; i < takers.size(); i++) {
      int begin = i > 0 ? takers.get(i - 1).to() : 0;
      int end = i + 1 < takers.size() ? takers.get(i + 1).from() : scene.clauseEnd(clause);
      figures.add(
          before ? before(scene, begin, takers.get(i)) : figures(scene, takers.get(i).to(), end));
    }
    boolean one =
        Few.of(scene.products()).filter(p -> scene.clause(p.from()) == clause).count() == 1;
    if (!one || Few.of(figures).filter(f -> !f.isEmpty()).count() < 2) {
      return;
    }
    for (int i = 0; i < takers.size(); i++) {
      if (Pairs.region(scene, takers.get(i).entity()).equals(importer)) {
        Measures.replace(scene, figures.get(i), draft);
      }
    }
  }

  /** The figures before a taker; where none is right before it, those of all, or those behind. */
  private static List<Figure> before(Scene scene, int begin, Party taker) {
    int comma = taker.from();
    while (comma > begin
        && !scene.m.token(comma - 1).is(",")
        && !scene.m.token(comma - 1).is(":")) {
      comma--;
    }
    int from = isBehindFigure(scene, taker) ? comma : begin;
    List<Figure> before = figures(scene, from, taker.from());
    int end = taker.to();
    while (before.isEmpty() && end < scene.size() && !scene.m.token(end).is(",")) {
      end++;
    }
    return before.isEmpty() ? figures(scene, taker.to(), end) : before;
  }

  private static List<Figure> figures(Scene scene, int from, int to) {
    return Few.of(scene.figures).filter(f -> f.from() >= from && f.from() < to).toList();
  }

  /** Whether only a preposition, perhaps with an article, parts a party from a figure before it. */
  private static boolean isBehindFigure(Scene scene, Party party) {
    return Few.of(scene.figures)
        .anyMatch(
            figure -> {
              int gap = party.from() - figure.to();
              boolean beside = gap >= 1 && gap <= LONGEST_PREPOSITION;
              for (int i = figure.to(); beside && i < party.from(); i++) {
                beside = scene.m.token(i).isWord() && !scene.m.isWord(i, "and");
              }
              return beside;
            });
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

  /**
   * Who sends and who takes.
   *
   * @param rule the rule that filled a side from outside the clause; empty if none was needed
   */
  record Direction(List<Value.Entity> exporters, List<Value.Entity> importers, String rule) {

    static Optional<Direction> of(
        Scene scene, Mention cue, boolean swapped, Optional<Direction> last) {
      int clause = scene.clause(cue.from());
      List<Value.Entity> exporters = new ArrayList<>();
      List<Value.Entity> importers = new ArrayList<>();
      List<Party> unmarked = new ArrayList<>();
      List<Party> companions = new ArrayList<>();
      Concept concept = cue.concept();
      boolean ordered = isOrderReceived(scene, clause);
      String role = ordered ? "exporter" : concept.value("unmarked").orElse("");
      boolean buys = role.equals("importer");
      boolean noun = concept.partOfSpeech().equals("noun");
      boolean buying =
          buys && !concept.has("originTold") && (!noun || concept.key().equals("purchase-noun"));
      boolean goal =
          Few.of(scene.parties)
              .anyMatch(p -> p.marker() == Marker.GOAL && scene.clause(p.from()) == clause);
      boolean source =
          Few.of(scene.parties)
              .anyMatch(p -> p.marker() == Marker.SOURCE && scene.clause(p.from()) == clause);
      for (Party party : scene.parties) {
        if (scene.clause(party.from()) != clause || party.entity().kind() == Value.Kind.PERSON) {
          continue;
        }
        Value.Entity entity = Pairs.trader(scene, party);
        switch (party.marker()) {
          case GOAL -> importers.add(entity);
          case LOCATION -> {
            if (!source && isMaker(scene, party)) {
              exporters.add(entity);
            } else if (!goal || buys || !isSent(scene, clause)) {
              boolean there =
                  buying
                      && !source
                      && !isOfBuyer(scene, party, cue)
                      && !isOfElsewhere(scene, party, clause);
              (goal || there ? exporters : importers).add(entity);
            }
          }
          case SOURCE ->
              (ordered || concept.key().equals("demand") && isAmong(scene, party)
                      ? importers
                      : exporters)
                  .add(entity);
          case ORIGIN -> {
            if (isBeforeProduct(scene, party) || isBehindProduct(scene, party)) {
              exporters.add(entity);
            }
          }
          case ROUTE -> {}
          case AGENT -> {
            if (isMaker(scene, party)) {
              exporters.add(entity);
            } else {
              unmarked.add(party);
            }
          }
          case COMPANION -> companions.add(party);
          case GENITIVE -> {
            if (isPortion(scene, party) && !buys) {
              importers.add(entity);
            } else if ((noun || party.from() < cue.from()) && !isOwner(scene, party, cue)) {
              unmarked.add(party);
            }
          }
          default -> {
            if (!isOwner(scene, party, cue)) {
              unmarked.add(party);
            }
          }
        }
      }
      boolean contract = isOfDocument(scene, cue.from());
      if (!contract) {
        unmarked.addAll(companions);
      }
      boolean verb = concept.partOfSpeech().equals("verb");
      if (unmarked.isEmpty() && verb) {
        unmarked.addAll(scene.inheritedSubjects(clause));
      }
      if (!buys && !importers.isEmpty()) {
        keepOpposite(scene, unmarked, importers.get(0));
      }
      if (!unmarked.isEmpty()) {
        Party subject = contract ? giver(scene, unmarked, cue) : subject(scene, unmarked, cue);
        Value.Entity entity = Pairs.trader(scene, subject);
        if (role.equals("exporter")
            && Few.of(exporters).allMatch(e -> sameSide(scene, e, entity))) {
          if (exporters.isEmpty() || entity.kind() == Value.Kind.ORGANISATION) {
            exporters.clear();
            exporters.addAll(joined(scene, unmarked, subject));
          }
          taker(scene, concept, cue, unmarked, subject)
              .or(() -> facing(scene, unmarked, subject))
              .filter(p -> importers.isEmpty())
              .ifPresent(p -> importers.add(Pairs.trader(scene, p)));
        } else if (role.equals("importer")
            && concept.key().equals("market-for")
            && Few.of(importers).allMatch(i -> sameSide(scene, i, entity))) {
          importers.add(entity);
          Few.of(unmarked)
              .filter(p -> p.marker() == Marker.UNMARKED && p.sameCountryAs(subject))
              .map(p -> Pairs.trader(scene, p))
              .forEach(importers::add);
        } else if (role.equals("importer") && importers.isEmpty()) {
          importers.addAll(joined(scene, unmarked, subject));
        } else if (role.equals("importer")
            && verb
            && exporters.isEmpty()
            && isOrderedFrom(scene, importers, entity)) {
          exporters.addAll(importers);
          importers.clear();
          importers.add(entity);
        }
      }
      List<Party> second = companions;
      if (contract && companions.isEmpty() && !unmarked.isEmpty()) {
        Party first = giver(scene, unmarked, cue);
        second =
            Few.of(unmarked)
                .filter(p -> !p.entity().equals(first.entity()) && !p.sameCountryAs(first))
                .min(Comparator.comparing(p -> !p.isOrganisation()))
                .map(List::of)
                .orElse(List.of());
      }
      if (contract && !second.isEmpty()) {
        List<Value.Entity> other = buys ? exporters : importers;
        if (other.isEmpty()) {
          other.add(Pairs.trader(scene, second.get(0)));
        }
      }
      if (unmarked.isEmpty() && exporters.isEmpty() && importers.isEmpty()) {
        List<Value.Entity> acting = scene.personSides(clause);
        if (!acting.isEmpty() && last.isEmpty()) {
          (buys ? importers : exporters).add(acting.get(0));
        }
      }
      if (exporters.isEmpty() && importers.isEmpty() && last.isPresent() && !swapped) {
        return last;
      }
      boolean open = importers.isEmpty() || exporters.isEmpty() && buys;
      return open && !swapped && scene.isElsewhere(clause)
          ? Optional.empty()
          : complete(scene, exporters, importers, concept, swapped);
    }

    /**
     * Whether who is told to receive gets but an order, and so will send: an order for 30 buses.
     */
    private static boolean isOrderReceived(Scene scene, int clause) {
      return scene.cue("trade-flow", "receive", clause).isPresent()
          && scene.word("order", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
    }

    /** A subject with those that and or commas join to it: Kazakhstan and Kyrgyzstan buy. */
    private static List<Value.Entity> joined(Scene scene, List<Party> parties, Party subject) {
      List<Party> members =
          new ArrayList<>(Few.of(parties).filter(p -> p.marker() == subject.marker()).toList());
      members.sort(Comparator.comparingInt(Party::from));
      int at = members.indexOf(subject);
      int first = at;
      while (first > 0 && isJoined(scene, members.get(first - 1), members.get(first))) {
        first--;
      }
      int last = at;
      while (last + 1 < members.size()
          && isJoined(scene, members.get(last), members.get(last + 1))) {
        last++;
      }
      return Few.of(members.subList(first, last + 1))
          .map(p -> Pairs.trader(scene, p))
          .distinct()
          .toList();
    }

    private static boolean isJoined(Scene scene, Party one, Party next) {
      boolean joins =
          one.marker() != Marker.BETWEEN && next.from() > one.to() && next.from() - one.to() <= 2;
      for (int i = one.to(); joins && i < next.from(); i++) {
        joins = scene.m.token(i).is(",") || scene.m.isWord(i, "and") || scene.m.token(i).is("the");
      }
      return joins;
    }

    /**
     * Of parties on both sides leaves those that face the one that takes: both agreed to send to.
     */
    private static void keepOpposite(Scene scene, List<Party> parties, Value.Entity taker) {
      Predicate<Party> same = p -> sameSide(scene, Pairs.trader(scene, p), taker);
      if (!Few.of(parties).allMatch(same)) {
        parties.removeIf(same);
      }
    }

    /** Whether it says on whose part so much falls: на долю Казахстана приходится 28%. */
    private static boolean isPortion(Scene scene, Party party) {
      int of = party.from() - 1;
      return scene.language() == Language.RU
          && of > 0
          && scene.m.word(of).hasLemma("доля")
          && scene.m.isWord(of - 1, "goal");
    }

    /** Whether a firm only says whose a place of service or work right before it is. */
    private static boolean isOwner(Scene scene, Party party, Mention cue) {
      return party.isOrganisation()
          && party.from() >= cue.to()
          && !scene.m.token(party.from()).is("\"")
          && !scene.m.token(party.from() - 1).is("\"")
          && Few.of(scene.cues("project"))
              .anyMatch(
                  c ->
                      c.concept().key().equals("facility")
                          && (party.from() - c.to() == 1
                              || party.from() == c.to() && c.length() > 1));
    }

    private static boolean isBy(Scene scene, int i) {
      return scene.m.isWord(i, "agent") || scene.m.isWord(i, "location");
    }

    /** Whether a place says where the buyer is, not where is bought: the centre in Semey bought. */
    private static boolean isOfBuyer(Scene scene, Party party, Mention cue) {
      return scene.language() == Language.EN
          && cue.concept().partOfSpeech().equals("verb")
          && party.to() <= cue.from()
          && party.from() - scene.clauseBegin(scene.clause(cue.from())) > 1;
    }

    /** Whether the goods of the clause are told to be those of another land than the place's. */
    private static boolean isOfElsewhere(Scene scene, Party place, int clause) {
      return Few.of(scene.parties)
          .anyMatch(
              p ->
                  p.marker() == Marker.ORIGIN
                      && scene.clause(p.from()) == clause
                      && isBeforeProduct(scene, p)
                      && !p.sameCountryAs(place));
    }

    /** Whether goods right before are said to be made by or in it: units made by Adani. */
    private static boolean isMaker(Scene scene, Party party) {
      int by = party.from() - 1;
      while (by > 0 && party.from() - by < 6 && !isBy(scene, by)) {
        by--;
      }
      int made = by - 1;
      return made > 0
          && isBy(scene, by)
          && scene.m.word(made).is(Feature.PARTICIPLE)
          && Few.of(scene.m.in(Layer.CUE))
              .anyMatch(
                  c ->
                      c.from() <= made
                          && made < c.to()
                          && (c.concept().key().equals("make")
                              || c.concept().key().equals("produce")))
          && Few.of(scene.products()).anyMatch(p -> p.to() == made);
    }

    /**
     * Whether a firm is the subject of a clause, so that a place in it is not where goods are from.
     */
    private static boolean isSent(Scene scene, int clause) {
      return Few.of(scene.parties)
          .anyMatch(
              p ->
                  p.isOrganisation()
                      && p.marker() == Marker.UNMARKED
                      && scene.clause(p.from()) == clause);
    }

    /** Of those who sign for goods the first firm that is known to make some, else the first. */
    private static Party giver(Scene scene, List<Party> unmarked, Mention cue) {
      List<Party> firms =
          Few.of(unmarked).filter(p -> p.isOrganisation() && p.from() < cue.from()).toList();
      return Few.of(firms)
          .filter(
              p ->
                  scene
                      .entities
                      .lexicon()
                      .concept("organisation/" + p.entity().key())
                      .filter(o -> o.has("makes"))
                      .isPresent())
          .findFirst()
          .or(() -> Few.of(firms).findFirst().filter(p -> firms.size() > 1))
          .orElseGet(() -> subject(scene, unmarked, cue));
    }

    /** Whether the dative names a firm that goods are ordered from: заказал «Белкоммунмашу». */
    private static boolean isOrderedFrom(
        Scene scene, List<Value.Entity> givers, Value.Entity taker) {
      return scene.language() == Language.RU
          && givers.size() == 1
          && givers.get(0).kind() == Value.Kind.ORGANISATION
          && !sameSide(scene, givers.get(0), taker);
    }

    /** Whether a party is whom goods are popular with: у казахстанцев, bei den Kasachen. */
    private static boolean isAmong(Scene scene, Party party) {
      for (int i = party.from() - 1; i >= Math.max(0, party.from() - 3); i--) {
        if (scene.m.token(i).is("у") || scene.m.token(i).is("bei")) {
          return true;
        }
      }
      return false;
    }

    /** Whether the flow is what a document is about: a contract for the supply of. */
    private static boolean isOfDocument(Scene scene, int cue) {
      return Few.of(scene.m.in(Layer.AGREEMENT))
          .anyMatch(d -> d.from() < cue && cue - d.to() <= 3 && scene.sameClause(d.from(), cue));
    }

    /** Whom a verb of giving gives to without a preposition: sold Kazakhstan 20 buses. */
    private static Optional<Party> taker(
        Scene scene, Concept concept, Mention cue, List<Party> unmarked, Party giver) {
      boolean verb = concept.partOfSpeech().equals("verb");
      int after = scene.language() == Language.DE ? giver.to() : cue.to();
      return Few.of(unmarked)
          .filter(p -> verb && !p.equals(giver) && p.from() >= after)
          .filter(p -> p.marker() != Marker.AGENT)
          .filter(p -> p.country().isPresent() && !p.sameCountryAs(giver))
          .findFirst();
    }

    /** Of two that between joins the one that does not give. */
    private static Optional<Party> facing(Scene scene, List<Party> unmarked, Party giver) {
      return Few.of(unmarked)
          .filter(p -> giver.marker() == Marker.BETWEEN && p.marker() == Marker.BETWEEN)
          .filter(p -> !sameSide(scene, p.entity(), giver.entity()) && !p.equals(giver))
          .findFirst();
    }

    private static boolean sameSide(Scene scene, Value.Entity a, Value.Entity b) {
      String country = scene.discourse.countryOf(a);
      return !country.isEmpty() && country.equals(scene.discourse.countryOf(b));
    }

    /** The nearest unmarked party before the cue; in German, whose verbs end clauses, the first. */
    private static Party subject(Scene scene, List<Party> unmarked, Mention cue) {
      Optional<Party> first =
          Few.of(unmarked)
              .filter(p -> p.marker() == Marker.UNMARKED && p.from() < cue.from())
              .findFirst();
      if (scene.language() == Language.DE && first.isPresent()) {
        return first.get();
      }
      return Few.of(unmarked)
          .min(
              Comparator.comparingInt(
                  p ->
                      (p.marker() == Marker.COMPANION ? 200 : 0)
                          + (p.from() < cue.from() ? 0 : 100)
                          + Math.abs(p.from() - cue.from())))
          .orElseThrow();
    }

    /** Whether it says of goods right before it where they were made: of Belarusian make. */
    private static boolean isBehindProduct(Scene scene, Party party) {
      int from = party.from();
      return party.to() < scene.size()
          && scene.m.isWord(party.to(), "make-of-goods")
          && Few.of(scene.products()).anyMatch(p -> p.to() <= from && from - p.to() <= 1);
    }

    private static boolean isBeforeProduct(Scene scene, Party party) {
      for (int i = party.to(); i < Math.min(scene.size(), party.to() + 5); i++) {
        if (scene.m.at(Layer.PRODUCT, i).isPresent()) {
          return true;
        }
        if (scene.m.token(i).is(",") || scene.m.at(Layer.PARTY, i).isPresent()) {
          return false;
        }
      }
      return false;
    }

    private static Optional<Direction> complete(
        Scene scene,
        List<Value.Entity> exporters,
        List<Value.Entity> importers,
        Concept cue,
        boolean swapped) {
      Discourse discourse = scene.discourse;
      dropHosts(scene, exporters);
      dropHosts(scene, importers);
      String rule = "";
      if (exporters.isEmpty() && importers.isEmpty()) {
        boolean general =
            scene.language() == Language.RU
                && discourse.flowParagraph() != scene.sentence().paragraph();
        if (swapped && general) {
          String home = discourse.home();
          boolean sent =
              discourse
                  .flow()
                  .filter(f -> discourse.countryOf(f.exporters().get(0)).equals(home))
                  .isPresent();
          Value.Entity ours = discourse.side(home);
          Value.Entity theirs = discourse.country(Discourse.counterpart(home));
          return Optional.of(
              sent
                  ? new Direction(List.of(theirs), List.of(ours), "rule/return-flow")
                  : new Direction(List.of(ours), List.of(theirs), "rule/return-flow"));
        }
        if (swapped && discourse.flow().isPresent()) {
          return Optional.of(returned(scene, discourse.flow().get()));
        }
        if (swapped && discourse.pair().isPresent()) {
          Discourse.Pair pair = discourse.pair().get();
          return Optional.of(
              new Direction(List.of(pair.partner()), List.of(pair.reporter()), "rule/return-flow"));
        }
        boolean same = discourse.flowParagraph() == scene.sentence().paragraph();
        boolean neutral = !Scene.signals(cue, "flow/import") && !Scene.signals(cue, "flow/export");
        if (same && neutral && discourse.flow().isPresent() && !cue.key().equals("buy")) {
          return Optional.of(
              new Direction(
                  discourse.flow().get().exporters(),
                  discourse.flow().get().importers(),
                  "rule/list-goes-on"));
        }
        boolean turned =
            turns(cue)
                && discourse
                    .flow()
                    .filter(f -> f.imported() != imports(cue))
                    .filter(f -> f.exporters().get(0).kind() != Value.Kind.ORGANISATION)
                    .isPresent();
        if (same && turned) {
          return Optional.of(returned(scene, discourse.flow().get()));
        }
        if (discourse.pair().isEmpty() && discourse.speaker().isEmpty()) {
          return Optional.empty();
        }
        rule = "rule/sides-last-spoken-of";
        Value.Entity ours =
            discourse.pair().map(Discourse.Pair::reporter).orElseGet(discourse::ourSide);
        (imports(cue) ? importers : exporters).add(ours);
      }
      if (exporters.isEmpty()) {
        exporters.addAll(
            ofSpeaker(scene, importers).map(List::of).orElseGet(() -> senders(scene, importers)));
        rule = "rule/other-side";
      } else if (importers.isEmpty()) {
        if (scene.language() == Language.DE
            && discourse.isUntold(discourse.countryOf(exporters.get(0)))) {
          return Optional.empty();
        }
        exporters.subList(1, exporters.size()).clear();
        importers.add(
            ofSpeaker(scene, exporters)
                .orElseGet(() -> discourse.opposite(discourse.countryOf(exporters.get(0)))));
        rule = "rule/other-side";
      }
      importers.removeIf(i -> sameSide(scene, i, exporters.get(0)));
      if (importers.isEmpty() || !concernsUs(scene, exporters, importers)) {
        return Optional.empty();
      }
      return Optional.of(new Direction(List.copyOf(exporters), List.copyOf(importers), rule));
    }

    /** Whether the cue tells of a flow as of what is bought. */
    private static boolean imports(Concept cue) {
      return Scene.signals(cue, "flow/import") || cue.key().equals("buy");
    }

    /** Whether the cue says by itself on which side it stands. */
    private static boolean turns(Concept cue) {
      return imports(cue) || Scene.signals(cue, "flow/export");
    }

    /** In Russian whose goods a firm's head tells of is the firm, unless it stands on this side. */
    private static Optional<Value.Entity> ofSpeaker(Scene scene, List<Value.Entity> side) {
      return scene
          .discourse
          .speaker()
          .filter(s -> scene.language() == Language.RU)
          .flatMap(Discourse.Holder::of)
          .filter(of -> of.kind() == Value.Kind.ORGANISATION)
          .filter(of -> Discourse.isOurs(scene.discourse.countryOf(of)))
          .filter(of -> !sameSide(scene, of, side.get(0)));
    }

    /** Who sends to takers of third countries is who sent before; else it is the other side. */
    private static List<Value.Entity> senders(Scene scene, List<Value.Entity> importers) {
      Discourse discourse = scene.discourse;
      boolean third =
          Few.of(importers)
              .map(discourse::countryOf)
              .noneMatch(country -> country.equals("BY") || country.equals("KZ"));
      return discourse
          .flow()
          .map(Discourse.Flow::exporters)
          .filter(before -> third && Few.of(before).noneMatch(importers::contains))
          .or(() -> ofTopic(scene, importers))
          .orElseGet(() -> List.of(discourse.opposite(discourse.countryOf(importers.get(0)))));
    }

    /** The firm that the headline is about, where it is of the other side. */
    private static Optional<List<Value.Entity>> ofTopic(Scene scene, List<Value.Entity> side) {
      return scene
          .discourse
          .topicFirm()
          .filter(firm -> !sameSide(scene, firm, side.get(0)))
          .map(List::of);
    }

    /** A country beside its own region only says where the region lies. */
    private static void dropHosts(Scene scene, List<Value.Entity> side) {
      List<Value.Entity> distinct = new ArrayList<>(new LinkedHashSet<>(side));
      side.clear();
      side.addAll(distinct);
      List<Value.Entity> narrow = Few.of(side).filter(e -> e.kind() != Value.Kind.COUNTRY).toList();
      side.removeIf(
          e ->
              e.kind() == Value.Kind.COUNTRY
                  && Few.of(narrow).anyMatch(n -> sameSide(scene, n, e)));
      boolean organisation = Few.of(side).anyMatch(e -> e.kind() == Value.Kind.ORGANISATION);
      if (organisation) {
        side.removeIf(e -> e.kind() == Value.Kind.REGION);
      }
    }

    private static boolean concernsUs(
        Scene scene, List<Value.Entity> exporters, List<Value.Entity> importers) {
      return concernsUs(scene, exporters) || concernsUs(scene, importers);
    }

    private static boolean concernsUs(Scene scene, List<Value.Entity> side) {
      return Few.of(side)
          .map(scene.discourse::countryOf)
          .anyMatch(c -> c.isEmpty() || Discourse.isOurs(c));
    }

    /** With the firm that sent before, where but its land was inferred. */
    Direction withSender(Scene scene) {
      Optional<Discourse.Flow> before = scene.discourse.flow();
      boolean same =
          rule.equals("rule/other-side")
              && before.isPresent()
              && sameSide(scene, before.get().exporters().get(0), exporters.get(0));
      return same ? new Direction(before.get().exporters(), importers, rule) : this;
    }

    Direction back() {
      return new Direction(importers, exporters, "rule/return-flow");
    }

    /** What comes back for goods goes to the lands that sent these, not to their makers. */
    static Direction returned(Scene scene, Discourse.Flow flow) {
      List<Value.Entity> takers =
          Few.of(flow.exporters())
              .map(
                  e ->
                      e.kind() == Value.Kind.ORGANISATION && flow.exporters().size() > 1
                          ? scene.discourse.country(scene.discourse.countryOf(e))
                          : e)
              .distinct()
              .toList();
      return new Direction(flow.importers(), takers, "rule/return-flow");
    }

    /** An organisation right after the product makes it, as in tyres from Belshina. */
    Direction withMaker(Scene scene, Mention product) {
      for (Party party : scene.parties) {
        boolean maker =
            party.isOrganisation()
                && party.from() >= product.to()
                && party.from() - product.to() <= 3
                && !(party.from() > product.to() && scene.m.token(product.to()).is(","))
                && (party.marker() == Marker.SOURCE
                    || party.marker() == Marker.GENITIVE
                    || scene.language() == Language.RU)
                && Few.of(exporters)
                    .allMatch(
                        e ->
                            sameSide(scene, e, party.entity())
                                || scene.discourse.countryOf(party.entity()).isEmpty());
        boolean between =
            Few.of(scene.m.in(Layer.PRODUCT))
                .anyMatch(p -> p.from() >= product.to() && p.to() <= party.from());
        boolean named =
            party.isOrganisation()
                && party.from() <= product.from()
                && party.to() >= product.from()
                && party.country().isPresent()
                && Few.of(importers).noneMatch(i -> party.isOf(scene.discourse.countryOf(i)))
                && !rule.isEmpty();
        if (maker && !between || named) {
          return new Direction(List.of(party.entity()), importers, rule);
        }
      }
      return this;
    }
  }
}
