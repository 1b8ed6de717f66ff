package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * Trade value: figures of money or growth beside a word for a flow. Each flow word of a sentence
 * owns the figures up to the next one; parties, period and currency that a series leaves out carry
 * on from the sentence before.
 */
final class TradeValueReader implements FrameReader {

  private static final List<String> OTHER_FRAMES =
      List.of("project", "agreement", "production", "cooperation");

  private Optional<Concept> lastFlow = Optional.empty();
  private int flowParagraph = -9;
  private Optional<Concept> listFlow = Optional.empty();
  private Optional<Value.Entity> listReporter = Optional.empty();

  /** The figure told last, of which the next sentence may say how much more it is. */
  private Optional<Draft> lastFigure = Optional.empty();

  private int lastFigureAt = -9;

  /** A flow word with the tokens up to the next one, and the figures that are its own. */
  private record Stretch(Mention cue, int from, int to, List<Figure> figures) {}

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Figure> figures =
        Few.of(scene.figures)
            .filter(f -> f.isMoney() || f.growth().isPresent())
            .filter(f -> !isForProduct(scene, f) && !isOtherMoney(scene, f))
            .toList();
    Optional<Concept> before = flowBefore(scene);
    List<Mention> flows = withPronouns(scene, flows(scene, figures));
    before
        .flatMap(
            concept ->
                goesOn(scene, concept, flows, figures)
                    .or(() -> again(scene, concept, flows, figures)))
        .or(() -> whole(scene, flows, figures))
        .ifPresent(f -> flows.add(0, f));
    if (!flows.isEmpty()) {
      flowParagraph = scene.sentence().paragraph();
    }
    Optional<Discourse.Pair> labelled = labelled(scene);
    if (labelled.isEmpty()) {
      remember(scene, flows);
    }
    if (figures.isEmpty() || flows.isEmpty() && grows(scene, figures)) {
      return;
    }
    for (Stretch stretch : stretches(scene, flows, figures)) {
      if (!stretch.figures().isEmpty()) {
        read(scene, stretch, labelled, drafts);
      }
    }
  }

  /**
   * Gives the figure told right before the growth that a sentence tells of it: that is 9 % more.
   */
  private boolean grows(Scene scene, List<Figure> figures) {
    boolean ofTold =
        figures.size() == 1
            && !figures.get(0).isMoney()
            && scene.sentence().index() == lastFigureAt + 1
            && scene.word("that-is", 0, Math.min(2, scene.size())).isPresent()
            && scene.products().isEmpty();
    ofTold &= lastFigure.filter(d -> d.has(Role.VALUE) && !d.has(Role.GROWTH)).isPresent();
    if (ofTold) {
      lastFigure.orElseThrow().with(Role.GROWTH, figures.get(0).growth().orElseThrow());
    }
    return ofTold;
  }

  /** The flow named last, where its paragraph is this one or the one before. */
  private Optional<Concept> flowBefore(Scene scene) {
    return lastFlow.filter(f -> scene.sentence().paragraph() - flowParagraph <= 1);
  }

  /** A pronoun before the sentence's own flows stands for the flow named last: it dropped by 3%. */
  private static Optional<Mention> goesOn(
      Scene scene, Concept concept, List<Mention> flows, List<Figure> figures) {
    int first = flows.isEmpty() ? Integer.MAX_VALUE : scene.clause(flows.get(0).from());
    for (Mention word : scene.m.in(Layer.WORD)) {
      int clause = scene.clause(word.from());
      boolean told =
          word.concept().key().equals("that-figure")
              && clause < first
              && Few.of(figures).anyMatch(f -> scene.clause(f.from()) == clause)
              && Few.of(scene.products()).noneMatch(p -> scene.clause(p.from()) == clause)
              && Few.of(scene.cues("project")).noneMatch(c -> scene.clause(c.from()) == clause)
              && Few.of(scene.cues("trade-flow"))
                  .filter(c -> !c.concept().key().equals("goods-move") && c.to() != word.from())
                  .noneMatch(c -> scene.clause(c.from()) == clause)
              && Few.of(scene.m.in(Layer.CUE))
                  .noneMatch(
                      c ->
                          c.concept().key().equals("other-money")
                              && scene.clause(c.from()) == clause);
      if (told) {
        return Optional.of(new Mention(word.from(), word.to(), concept, word.form()));
      }
    }
    return Optional.empty();
  }

  /**
   * A sum of another time right after a flow's, with nothing that says what it is of, is that
   * flow's: in 2023 – 88 million; the goal for 2030 is 2 billion.
   */
  private Optional<Mention> again(
      Scene scene, Concept concept, List<Mention> flows, List<Figure> figures) {
    boolean right = scene.sentence().index() - lastFigureAt <= 1;
    boolean bare =
        scene.products().isEmpty()
            && Few.of(OTHER_FRAMES).allMatch(frame -> scene.cues(frame).isEmpty())
            && Few.of(scene.cues("trade-flow")).noneMatch(TradeValueReader::isOfGoods)
            && !scene.hasCue("other-money")
            && Few.of(scene.parties).allMatch(p -> p.entity().kind() == Value.Kind.PERSON);
    boolean timed = !scene.dates.isEmpty() || scene.word("target", 0, scene.size()).isPresent();
    return Few.of(figures)
        .filter(Figure::isMoney)
        .filter(f -> right && flows.isEmpty() && bare && timed)
        .filter(f -> lastFigure.filter(d -> d.has(Role.VALUE)).isPresent())
        .findFirst()
        .map(f -> new Mention(f.from(), f.to(), ofTarget(scene, concept), Label.Form.HIDDEN));
  }

  /** A target set after a surplus or an import was told is one of turnover. */
  private static Concept ofTarget(Scene scene, Concept last) {
    boolean part = Scene.signals(last, "flow/balance") || Scene.signals(last, "flow/import");
    return part && scene.word("target", 0, scene.size()).isPresent() ? turnover(scene) : last;
  }

  /** The sum that parts are told of is turnover: of $1.1 billion, $868 million were exports. */
  private static Optional<Mention> whole(Scene scene, List<Mention> flows, List<Figure> figures) {
    List<Figure> sums = Few.of(figures).filter(Figure::isMoney).toList();
    boolean parts =
        sums.size() > 1
            && sums.get(0).from() > 0
            && scene.m.isWord(sums.get(0).from() - 1, "of")
            && !flows.isEmpty()
            && flows.get(0).from() > sums.get(1).from()
            && scene.sameClause(flows.get(0).from(), sums.get(0).from());
    return Few.of(sums)
        .findFirst()
        .filter(f -> parts)
        .map(f -> new Mention(f.from(), f.to(), turnover(scene), Label.Form.HIDDEN));
  }

  private static Concept turnover(Scene scene) {
    return scene.entities.lexicon().concept("cue/turnover").orElseThrow();
  }

  private static boolean isOfGoods(Mention cue) {
    return cue.concept().value("unmarked").isPresent() && !cue.concept().has("weak");
  }

  /** A line of a list that opens with a party tells its trade with whom the lead speaks of. */
  private Optional<Discourse.Pair> labelled(Scene scene) {
    if (scene.sentence().zone() != Sentence.Zone.LIST_ITEM) {
      listReporter = Optional.empty();
      return Optional.empty();
    }
    if (listReporter.isEmpty()) {
      listReporter = scene.discourse.pair().map(Discourse.Pair::reporter);
    }
    return Few.of(scene.parties)
        .findFirst()
        .filter(p -> p.from() <= 1 && p.marker() == Marker.UNMARKED && !p.isOrganisation())
        .filter(p -> p.to() < scene.size() && !scene.m.token(p.to()).isWord())
        .map(p -> Pairs.region(scene, p.entity()))
        .flatMap(
            partner ->
                listReporter
                    .filter(r -> !r.equals(partner))
                    .map(reporter -> new Discourse.Pair(reporter, partner)));
  }

  /** In those to Kazakhstan the pronoun stands for the flow named last. */
  private List<Mention> withPronouns(Scene scene, List<Mention> named) {
    List<Mention> flows = new ArrayList<>(named);
    for (Mention word : scene.m.in(Layer.WORD)) {
      boolean marked =
          word.concept().key().equals("same-flow")
              && Few.of(scene.parties)
                  .anyMatch(
                      p ->
                          p.from() >= word.to()
                              && p.from() - word.to() <= 3
                              && (p.marker() == Marker.GOAL
                                  || p.marker() == Marker.SOURCE
                                  || p.marker() == Marker.COMPANION));
      if (marked) {
        Few.of(flows)
            .filter(f -> f.from() < word.from())
            .last()
            .map(Mention::concept)
            .or(() -> lastFlow)
            .ifPresent(c -> flows.add(new Mention(word.from(), word.to(), c, word.form())));
      }
    }
    boolean listed =
        flows.isEmpty()
            || scene.sentence().zone() == Sentence.Zone.LIST_ITEM && flows.get(0).from() > 3;
    if (scene.sentence().zone() == Sentence.Zone.LIST_ITEM && listed && !scene.parties.isEmpty()) {
      Party first = scene.parties.get(0);
      boolean label = first.from() <= 1 && scene.products().isEmpty();
      Optional<Mention> head =
          listFlow
              .filter(c -> label)
              .map(c -> new Mention(first.from(), first.to(), c, Label.Form.HIDDEN));
      head.ifPresent(flows::add);
    }
    flows.sort(Comparator.comparingInt(Mention::from));
    Few.of(flows).last().ifPresent(f -> lastFlow = Optional.of(f.concept()));
    if (scene.sentence().zone() != Sentence.Zone.LIST_ITEM && !flows.isEmpty()) {
      listFlow = Optional.of(flows.get(0).concept());
    }
    return flows;
  }

  private static List<Mention> flows(Scene scene, List<Figure> figures) {
    List<Mention> flows = new ArrayList<>();
    for (Mention cue : scene.cues("trade-value")) {
      boolean flow = Few.of(cue.concept().values("signals")).anyMatch(s -> s.startsWith("flow/"));
      boolean taken = cue.overlapsAny(flows);
      boolean nested =
          !flows.isEmpty()
              && cue.concept().key().equals("turnover")
              && Scene.signals(flows.get(flows.size() - 1).concept(), "flow/balance")
              && cue.from() - flows.get(flows.size() - 1).to() <= 3;
      boolean document =
          cue.concept().key().equals("turnover")
              && scene.m.at(Layer.AGREEMENT, cue.to()).isPresent()
              && cue.to() < scene.size();
      boolean built =
          cue.concept().partOfSpeech().equals("verb")
              && scene.cue("project", "project", scene.clause(cue.from())).isPresent();
      if (flow
          && !taken
          && !nested
          && !document
          && !built
          && !hasProduct(scene, cue)
          && !isWeighed(scene, cue)) {
        flows.add(cue);
      }
    }
    if (Few.of(figures).anyMatch(Figure::isMoney)) {
      for (Mention sale : sales(scene, figures)) {
        if (Few.of(flows).noneMatch(f -> scene.sameClause(f.from(), sale.from()))) {
          flows.add(sale);
        }
      }
      flows.sort(Comparator.comparingInt(Mention::from));
    }
    return flows;
  }

  /** Whether its clause tells how much goods weigh, and no sum: shipments rose by 18% to 900 t. */
  private static boolean isWeighed(Scene scene, Mention flow) {
    int clause = scene.clause(flow.from());
    List<Figure> own = Few.of(scene.figures).filter(f -> scene.clause(f.from()) == clause).toList();
    return Few.of(own).anyMatch(Figure::isMeasure) && Few.of(own).noneMatch(Figure::isMoney);
  }

  /** Verbs of selling or buying for money, without goods of a kind: sold goods for $5 million. */
  private static List<Mention> sales(Scene scene, List<Figure> figures) {
    List<Mention> sales = new ArrayList<>();
    for (Mention cue : scene.cues("trade-flow")) {
      int clause = scene.clause(cue.from());
      String side = cue.concept().value("unmarked").orElse("");
      boolean trades =
          cue.concept().partOfSpeech().equals("verb")
              && (side.equals("exporter") || side.equals("importer"));
      boolean worth =
          Few.of(figures)
              .anyMatch(f -> f.isMoney() && scene.clause(f.from()) == clause && isPrice(scene, f));
      boolean marked =
          Few.of(scene.parties)
              .anyMatch(
                  p ->
                      scene.clause(p.from()) == clause
                          && (p.marker() == Marker.GOAL
                              || p.marker() == Marker.SOURCE
                              || p.marker() == Marker.LOCATION
                              || p.marker() == Marker.ORIGIN));
      boolean goesOn =
          !sales.isEmpty() || Few.of(scene.cues("trade-value")).anyMatch(TradeValueReader::isSale);
      boolean goods = Few.of(scene.products()).anyMatch(p -> scene.clause(p.from()) == clause);
      boolean first = Few.of(sales).noneMatch(s -> scene.clause(s.from()) == clause);
      if (trades && worth && (marked || goesOn) && !goods && first) {
        String key = side.equals("exporter") ? "cue/export-worth" : "cue/import-worth";
        scene
            .entities
            .lexicon()
            .concept(key)
            .ifPresent(c -> sales.add(new Mention(cue.from(), cue.to(), c, cue.form())));
      }
    }
    return sales;
  }

  private static boolean isSale(Mention cue) {
    return cue.concept().key().endsWith("-worth");
  }

  /** Whether the flow is one of goods of a kind: exports of cheese, tractor imports. */
  private static boolean hasProduct(Scene scene, Mention cue) {
    return Few.of(scene.products())
        .anyMatch(
            p ->
                scene.sameClause(p.from(), cue.from())
                    && (p.overlaps(cue)
                        || p.to() == cue.from()
                        || (p.from() >= cue.to()
                            && p.from() - cue.to() <= 3
                            && !scene.m.token(cue.to()).is(","))));
  }

  private static boolean isForProduct(Scene scene, Figure figure) {
    return Few.of(scene.cues("trade-flow"))
            .anyMatch(
                c ->
                    c.concept().partOfSpeech().equals("verb")
                        && scene.sameClause(c.from(), figure.from()))
        && Few.of(scene.products()).anyMatch(p -> scene.sameClause(p.from(), figure.from()));
  }

  private static boolean isOtherMoney(Scene scene, Figure figure) {
    return Few.of(scene.m.in(Layer.CUE))
        .anyMatch(
            c ->
                (c.concept().key().equals("other-money")
                        || c.concept().key().equals("project")
                        || c.concept().key().equals("jobs"))
                    && scene.sameClause(c.from(), figure.from())
                    && Few.of(scene.cues("trade-value"))
                        .noneMatch(v -> scene.sameClause(v.from(), figure.from())));
  }

  /** Whether money is what goods cost: for $5 million, im Wert von 5 Mio., на 5 млн. */
  private static boolean isPrice(Scene scene, Figure figure) {
    for (int i = Math.max(0, figure.from() - 3); i < figure.from(); i++) {
      if (scene.m.isWord(i, "goal") || scene.m.word(i).hasLemma("worth")) {
        return true;
      }
    }
    for (int i = figure.to(); i < Math.min(scene.size(), figure.to() + 3); i++) {
      if (scene.m.word(i).hasLemma("worth")) {
        return true;
      }
    }
    return Few.of(scene.cues("project", "worth"))
        .anyMatch(c -> c.to() <= figure.from() && figure.from() - c.to() <= 2);
  }

  private static List<Stretch> stretches(Scene scene, List<Mention> flows, List<Figure> figures) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      int from = i == 0 ? 0 : flows.get(i).from();
      int to = i + 1 < flows.size() ? flows.get(i + 1).from() : scene.size();
      stretches.add(new Stretch(flows.get(i), from, to, new ArrayList<>()));
    }
    for (Figure figure : stretches.isEmpty() ? List.<Figure>of() : figures) {
      Few.of(stretches)
          .filter(s -> fallsOn(scene, figure, s.cue()) && !follows(scene, flows, figure))
          .findFirst()
          .or(() -> closing(scene, stretches, figure))
          .orElseGet(
              () ->
                  Few.of(stretches)
                      .filter(s -> figure.from() >= s.from() && figure.from() < s.to())
                      .findFirst()
                      .orElseThrow())
          .figures()
          .add(figure);
    }
    return stretches;
  }

  /** The flow that a verb tells behind the sum of its clause, if no other flow stands in it. */
  private static Optional<Stretch> closing(Scene scene, List<Stretch> stretches, Figure figure) {
    List<Stretch> here =
        Few.of(stretches).filter(s -> scene.sameClause(s.cue().from(), figure.from())).toList();
    return here.size() == 1 && isSale(here.get(0).cue())
        ? Optional.of(here.get(0))
        : Optional.empty();
  }

  /** Whether the figure stands right behind a flow: a surplus of $640 million in its trade. */
  private static boolean follows(Scene scene, List<Mention> flows, Figure figure) {
    return Few.of(flows)
        .anyMatch(
            f ->
                f.to() <= figure.from()
                    && figure.from() - f.to() <= 2
                    && !isSum(scene, f.from())
                    && !scene.m.isWord(f.to(), "and")
                    && !scene.m.token(f.to()).is(","));
  }

  /**
   * Whether the figure stands before its flow: 71 million fell on exports, davon auf den Export.
   */
  private static boolean fallsOn(Scene scene, Figure figure, Mention flow) {
    int gap = flow.from() - figure.to();
    if (isLabelled(scene, figure, flow) || isPart(scene, figure, flow)) {
      return true;
    }
    if (gap < 1 || gap > 6) {
      return false;
    }
    for (int i = figure.to(); i < flow.from(); i++) {
      boolean stops =
          scene.m.token(i).is(",")
              || scene.m.token(i).is(";")
              || scene.m.isWord(i, "and")
              || scene.m.at(Layer.PARTY, i).filter(p -> !p.isAdjective()).isPresent()
              || isSum(scene, i);
      if (stops) {
        return false;
      }
    }
    int before = flow.from() - 1;
    while (before > figure.to()
        && scene.m.at(Layer.PARTY, before).filter(Mention::isAdjective).isPresent()) {
      before--;
    }
    if (before > figure.to() && !scene.m.isWord(before, "location")) {
      before = isMark(scene, before) ? before : before - 1;
    }
    return isMark(scene, before);
  }

  private static boolean isSum(Scene scene, int token) {
    return Few.of(scene.figures).anyMatch(f -> f.from() == token && f.isMoney());
  }

  /** Whether a flow names the sum right before it: 31 Millionen Export, 31 млн – экспорт. */
  private static boolean isLabelled(Scene scene, Figure figure, Mention flow) {
    int gap = flow.from() - figure.to();
    boolean beside =
        gap == 0 && scene.language() == Language.DE
            || gap == 1 && scene.m.token(figure.to()).is("-") && scene.language() == Language.RU;
    return beside
        && figure.isMoney()
        && (flow.to() == scene.size() || !scene.m.token(flow.to()).isWord());
  }

  /** Whether a flow is said to be part of the sum before: of which $31 million were imports. */
  private static boolean isPart(Scene scene, Figure figure, Mention flow) {
    int gap = flow.from() - figure.to();
    boolean beside = gap == 0 || gap == 1 && scene.m.word(figure.to()).is(Feature.FINITE);
    return figure.isMoney()
        && beside
        && scene.word("of-that", Math.max(0, figure.from() - 4), figure.from()).isPresent();
  }

  private static boolean isMark(Scene scene, int i) {
    return scene.m.isWord(i, "location") || scene.m.isWord(i, "goal");
  }

  /** The pair and period that figures of later sentences go on with. */
  private static void remember(Scene scene, List<Mention> flows) {
    Optional<When> later = ofLater(scene, scene.figures);
    for (When when : flows.isEmpty() ? List.<When>of() : scene.dates) {
      if (later.filter(when::equals).isPresent()) {
        continue;
      }
      if (when.use() == DateMention.Role.PERIOD
          || when.use() == DateMention.Role.POINT && when.edtf().length() <= 7) {
        scene.discourse.period(when.edtf(), scene.sentence().paragraph());
        break;
      }
    }
    for (Mention flow : flows) {
      boolean shipment =
          scene.figures.isEmpty()
              && Few.of(scene.cues("trade-flow", "supply-noun")).anyMatch(flow::overlaps);
      if (shipment) {
        continue;
      }
      pair(scene, flow).ifPresent(p -> scene.discourse.pair(p.reporter(), p.partner()));
    }
  }

  private void read(
      Scene scene, Stretch stretch, Optional<Discourse.Pair> labelled, List<Draft> drafts) {
    List<Figure> figures = stretch.figures();
    Optional<Discourse.Pair> told = labelled.or(() -> pair(scene, stretch.cue()));
    Optional<Discourse.Pair> pair =
        told.or(scene.discourse::pair).or(() -> bilateral(scene, stretch.cue()));
    if (pair.isEmpty() || !concernsUs(scene, pair.get())) {
      return;
    }
    Concept concept = stretch.cue().concept();
    List<Draft> own = new ArrayList<>();
    List<Party> partners =
        labelled.isPresent()
            ? List.of()
            : partners(scene, stretch, scene.discourse.countryOf(pair.get().reporter()));
    Draft current = null;
    for (Figure figure : figures) {
      boolean second =
          current != null
              && (figure.isMoney() && current.has(Role.VALUE)
                  || figure.growth().isPresent()
                      && current.has(Role.GROWTH)
                      && partners.size() > own.size());
      if (current == null || second) {
        current =
            draft(
                concept,
                ofRegion(
                    scene, withPartner(scene, pair.get(), partners, own.size(), figure), figure),
                figure,
                scene.mood().modality(figure.from()),
                isTarget(scene, figure));
        if (told.isEmpty()) {
          current.by("rule/series-goes-on", 0.9);
        }
        own.add(current);
      }
      take(concept, figure, current);
      Optional<When> when =
          whenOf(scene, figure, second)
              .or(() -> rightBefore(scene, figure, figures))
              .or(() -> ownOf(scene, figure, figures))
              .or(() -> second ? ofLater(scene, figures) : Optional.empty());
      boolean passage =
          !second && when.isEmpty() && ofLater(scene, figures).isPresent() && isOnlyDate(scene);
      if (passage) {
        scene.discourse.period().ifPresent(p -> latest(own).with(Role.PERIOD, new Value.Date(p)));
      } else if (when.isPresent()) {
        current.without(Role.PERIOD).with(Role.PERIOD, new Value.Date(when.get().edtf()));
      } else if (!current.has(Role.PERIOD)) {
        Measures.period(scene, stretch.cue().from(), current, true);
      }
    }
    drafts.addAll(own);
    lastFigure = own.isEmpty() ? Optional.empty() : Optional.of(latest(own));
    lastFigureAt = scene.sentence().index();
    scene.discourse.pair(pair.get().reporter(), pair.get().partner());
    boolean exporting = Scene.signals(concept, "flow/export");
    if (exporting || Scene.signals(concept, "flow/import")) {
      List<Value.Entity> reporter = List.of(pair.get().reporter());
      List<Value.Entity> partner = List.of(pair.get().partner());
      scene.discourse.flow(
          exporting ? reporter : partner,
          exporting ? partner : reporter,
          !exporting,
          scene.sentence().paragraph());
    }
  }

  private static Draft latest(List<Draft> own) {
    return own.get(own.size() - 1);
  }

  private static boolean isOnlyDate(Scene scene) {
    return scene.dates.size() == 1;
  }

  /**
   * A relative date right behind a second sum is that one's alone: against 3 million a year ago.
   */
  private static Optional<When> ofLater(Scene scene, List<Figure> figures) {
    List<Figure> sums = Few.of(figures).filter(Figure::isMoney).toList();
    return sums.size() < 2
        ? Optional.empty()
        : Few.of(scene.dates)
            .filter(d -> d.resolved() && !d.isBase())
            .filter(d -> Few.of(sums).skip(1).anyMatch(f -> f.to() == d.from()))
            .findFirst();
  }

  /** The parties of a stretch that a preposition marks as partners, if there are several. */
  private static List<Party> partners(Scene scene, Stretch stretch, String reporter) {
    List<Party> partners =
        Few.of(scene.parties)
            .filter(p -> p.from() >= stretch.from() && p.from() < stretch.to())
            .filter(
                p ->
                    p.marker() == Marker.COMPANION
                        || p.marker() == Marker.GOAL
                        || p.marker() == Marker.SOURCE)
            .filter(p -> !scene.discourse.countryOf(p.entity()).equals(reporter))
            .toList();
    return partners.size() > 1 ? partners : List.of();
  }

  /** With several partners a figure belongs to the one before it, or to the one of its rank. */
  private static Discourse.Pair withPartner(
      Scene scene, Discourse.Pair pair, List<Party> partners, int rank, Figure figure) {
    List<Party> before = Few.of(partners).filter(p -> p.to() <= figure.from()).toList();
    if (before.isEmpty()) {
      return pair;
    }
    boolean all = before.size() == partners.size();
    boolean ranked = all && partners.get(partners.size() - 1).from() - partners.get(0).to() <= 4;
    Party partner =
        ranked && rank < partners.size() ? partners.get(rank) : before.get(before.size() - 1);
    return new Discourse.Pair(pair.reporter(), Pairs.region(scene, partner.entity()));
  }

  /** Trade of a text on two countries is theirs, where nothing else is said. */
  private static Optional<Discourse.Pair> bilateral(Scene scene, Mention flow) {
    boolean turnover = Scene.signals(flow.concept(), "flow/turnover");
    boolean both =
        scene.discourse.recent("BY").isPresent() && scene.discourse.recent("KZ").isPresent();
    String home = scene.discourse.home();
    return turnover && both
        ? Optional.of(
            new Discourse.Pair(
                scene.discourse.country(home),
                scene.discourse.country(Discourse.counterpart(home))))
        : Optional.empty();
  }

  /** What is wished for with its number is planned. */
  private static Draft draft(
      Concept concept, Discourse.Pair pair, Figure figure, Modality modality, boolean isTarget) {
    String flow =
        Few.of(concept.values("signals"))
            .filter(s -> s.startsWith("flow/"))
            .findFirst()
            .orElseThrow()
            .substring("flow/".length());
    Draft draft = new Draft(Frame.TRADE_VALUE, figure.from(), concept.id());
    if (modality == Modality.INTEREST || modality == Modality.FACT && isTarget) {
      draft.modality(Modality.PLANNED);
    }
    return draft
        .with(Role.REPORTER, pair.reporter())
        .with(Role.PARTNER, pair.partner())
        .with(Role.FLOW, Value.Kind.FLOW, flow);
  }

  /** Whether a sum is called a target: for 2025 the goal is. */
  private static boolean isTarget(Scene scene, Figure figure) {
    int clause = scene.clause(figure.from());
    return scene.word("target", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
  }

  private static void take(Concept concept, Figure figure, Draft draft) {
    if (figure.isMoney()) {
      BigDecimal amount = figure.amount().orElseThrow();
      boolean minus = concept.value("sign").filter("-"::equals).isPresent();
      draft
          .with(Role.VALUE, minus ? amount.abs().negate() : amount)
          .with(Role.CURRENCY, Value.Kind.CURRENCY, figure.currency().orElseThrow());
      TradeFlowReader.bound(draft, figure);
    } else if (!draft.has(Role.GROWTH)) {
      figure.growth().ifPresent(g -> draft.with(Role.GROWTH, g));
    }
  }

  /** A period that belongs to one figure: the base it is compared with, or one in its brackets. */
  private static Optional<When> whenOf(Scene scene, Figure figure, boolean second) {
    return Few.of(scene.dates)
        .filter(d -> d.isBase())
        .filter(d -> second && Math.abs(d.from() - figure.to()) <= 4 || scene.size() <= 10)
        .findFirst();
  }

  /** In Russian the period right before a second sum is its own: (в 2023 г. – 44 млн). */
  private static Optional<When> rightBefore(Scene scene, Figure figure, List<Figure> figures) {
    boolean second =
        figure.isMoney() && Few.of(figures).anyMatch(f -> f.isMoney() && f.to() <= figure.from());
    return Few.of(scene.dates)
        .filter(d -> second && scene.language() == Language.RU && !d.isBase())
        .filter(d -> Measures.isOwn(scene, d, figure))
        .last();
  }

  /** In Russian the region right before a sum is the one of its country: Минская — на 9 млн. */
  private static Discourse.Pair ofRegion(Scene scene, Discourse.Pair pair, Figure figure) {
    Optional<Party> region =
        Few.of(scene.parties)
            .filter(p -> scene.language() == Language.RU && figure.isMoney() && p.named())
            .filter(p -> p.entity().kind() == Value.Kind.REGION)
            .filter(p -> p.marker() == Marker.UNMARKED || p.marker() == Marker.ORIGIN)
            .filter(p -> Measures.isRightBefore(scene, p.to(), figure))
            .last();
    if (region.isEmpty()) {
      return pair;
    }
    Value.Entity own = region.get().entity();
    String country = scene.discourse.countryOf(own);
    return country.equals(scene.discourse.countryOf(pair.reporter()))
        ? new Discourse.Pair(own, pair.partner())
        : country.equals(scene.discourse.countryOf(pair.partner()))
            ? new Discourse.Pair(pair.reporter(), own)
            : pair;
  }

  /**
   * Where a stretch tells several periods, the one right beside the figure: from 90 million in 2022
   * to 120 million in 2023. A later sum in a clause of its own has the period of that.
   */
  private static Optional<When> ownOf(Scene scene, Figure figure, List<Figure> figures) {
    List<When> periods =
        Few.of(scene.dates)
            .filter(d -> !d.isBase() && scene.sameClause(d.from(), figure.from()))
            .toList();
    boolean apart =
        periods.size() == 1
            && Few.of(figures)
                .filter(Figure::isMoney)
                .anyMatch(
                    f -> f.to() <= figure.from() && !scene.sameClause(f.from(), figure.from()));
    if (figure.isMoney() && apart) {
      return Optional.of(periods.get(0));
    }
    if (!figure.isMoney()
        || periods.size() < 2
        || Few.of(figures).filter(Figure::isMoney).count() < 2) {
      return Optional.empty();
    }
    return Few.of(periods)
        .filter(d -> gap(d, figure) <= 3 && !isBracketed(scene, d, figure))
        .filter(
            d ->
                Few.of(figures)
                    .filter(Figure::isMoney)
                    .allMatch(
                        other -> isBracketed(scene, d, other) || gap(d, figure) <= gap(d, other)))
        .min(Comparator.comparingInt(d -> gap(d, figure)));
  }

  /** Whether a bracket parts a date from a figure: 970 million (2020: 730 million). */
  private static boolean isBracketed(Scene scene, When when, Figure figure) {
    int from = Math.min(when.to(), figure.to());
    int to = Math.max(when.from(), figure.from());
    for (int i = from; i < to; i++) {
      if (scene.m.token(i).is("(") || scene.m.token(i).is(")") || scene.m.token(i).is(";")) {
        return true;
      }
    }
    return false;
  }

  /** Tokens between a date and a figure; a date before its figure stands one further off. */
  private static int gap(When when, Figure figure) {
    return when.from() >= figure.to() ? when.from() - figure.to() : figure.from() - when.to() + 1;
  }

  private static boolean concernsUs(Scene scene, Discourse.Pair pair) {
    String reporter = scene.discourse.countryOf(pair.reporter());
    String partner = scene.discourse.countryOf(pair.partner());
    return !reporter.equals(partner) && (Discourse.isOurs(reporter) || Discourse.isOurs(partner));
  }

  /** The parties of a flow word, from those that stand nearest to it. */
  private static Optional<Discourse.Pair> pair(Scene scene, Mention flow) {
    int clause = scene.clause(flow.from());
    if (isSale(flow)) {
      return ofSale(scene, clause, Scene.signals(flow.concept(), "flow/import"));
    }
    List<Party> near = new ArrayList<>();
    for (Party party : scene.parties) {
      boolean inClause = scene.clause(party.from()) == clause;
      if (inClause && party.entity().kind() != Value.Kind.PERSON && !party.isOrganisation()) {
        near.add(party);
      }
    }
    near.sort(Comparator.comparingInt(p -> Math.abs(p.from() - flow.from())));
    boolean importing = Scene.signals(flow.concept(), "flow/import");
    Marker there = importing ? Marker.SOURCE : Marker.GOAL;
    Marker here = importing ? Marker.GOAL : Marker.SOURCE;
    Optional<Party> partner =
        first(near, Marker.COMPANION).or(() -> first(near, there)).or(() -> first(near, here));
    Optional<Party> reporter =
        Few.of(near)
            .filter(
                p ->
                    p.marker() == Marker.GENITIVE
                        || p.marker() == Marker.ORIGIN
                        || p.marker() == Marker.UNMARKED
                        || p.marker() == Marker.AGENT
                        || p.marker() == here)
            .filter(p -> partner.isEmpty() || !p.sameCountryAs(partner.get()))
            .findFirst();
    List<Party> between =
        Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.BETWEEN && scene.clause(p.from()) == clause)
            .toList();
    if (between.size() >= 2) {
      return Optional.of(
          pairOf(scene, between.get(0).entity(), between.get(between.size() - 1).entity()));
    }
    Optional<Party> source = first(near, Marker.SOURCE);
    Optional<Party> goal = first(near, Marker.GOAL);
    if (source.isPresent() && goal.isPresent() && !source.get().sameCountryAs(goal.get())) {
      boolean imports = Scene.signals(flow.concept(), "flow/import");
      Value.Entity from = source.get().entity();
      Value.Entity into = goal.get().entity();
      return Optional.of(imports ? pairOf(scene, into, from) : pairOf(scene, from, into));
    }
    Optional<Party> own = first(near, here).filter(p -> reporter.isEmpty());
    if (own.isPresent() && isOneSided(near, flow, there)) {
      Value.Entity side = own.get().entity();
      String country = own.get().country().orElse("");
      return Optional.of(pairOf(scene, side, scene.discourse.opposite(country)));
    }
    Optional<Discourse.Pair> joined = partner.isPresent() ? Optional.empty() : joined(scene, near);
    if (joined.isPresent() && Scene.signals(flow.concept(), "flow/turnover")) {
      return joined;
    }
    Optional<Discourse.Pair> joint =
        partner.isPresent()
            ? Optional.empty()
            : both(scene, near, flow).or(() -> joint(scene, near, flow));
    if (joint.isPresent()) {
      return joint;
    }
    if (partner.isPresent()) {
      Value.Entity to = partner.get().entity();
      String country = partner.get().country().orElse("");
      Value.Entity from =
          reporter
              .map(Party::entity)
              .or(
                  () ->
                      scene
                          .discourse
                          .pair()
                          .map(Discourse.Pair::reporter)
                          .filter(r -> !scene.discourse.countryOf(r).equals(country)))
              .orElseGet(() -> scene.discourse.opposite(country));
      return Optional.of(pairOf(scene, from, to));
    }
    if (reporter.isPresent() && scene.discourse.pair().isPresent() && !scene.isElsewhere(clause)) {
      Discourse.Pair last = scene.discourse.pair().get();
      String country = reporter.get().country().orElse("");
      if (country.equals(scene.discourse.countryOf(last.reporter()))) {
        return Optional.of(pairOf(scene, reporter.get().entity(), last.partner()));
      }
      if (country.equals(scene.discourse.countryOf(last.partner()))) {
        return Optional.of(pairOf(scene, reporter.get().entity(), last.reporter()));
      }
    }
    return Optional.empty();
  }

  /** Whether a Russian flow tells only the side that it belongs to: вывоз из Казахстана. */
  private static boolean isOneSided(List<Party> near, Mention flow, Marker otherSide) {
    return first(near, otherSide).isEmpty()
        && first(near, Marker.COMPANION).isEmpty()
        && (Scene.signals(flow.concept(), "flow/import")
            || Scene.signals(flow.concept(), "flow/export"));
  }

  /** Two parties of different countries with but an and or a hyphen between them. */
  private static Optional<Discourse.Pair> joined(Scene scene, List<Party> near) {
    for (Party first : near) {
      for (Party second : near) {
        boolean and =
            second.from() == first.to() + 1
                && (scene.m.isWord(first.to(), "and") || scene.m.token(first.to()).is("-"))
                && !first.sameCountryAs(second)
                && first.marker() != Marker.LOCATION;
        if (and && first.country().isPresent() && second.country().isPresent()) {
          return Optional.of(pairOf(scene, first.entity(), second.entity()));
        }
      }
    }
    return Optional.empty();
  }

  /** Who sells or buys, and the other side that its clause names. */
  private static Optional<Discourse.Pair> ofSale(Scene scene, int clause, boolean importing) {
    List<Party> here =
        Few.of(scene.parties)
            .filter(p -> scene.clause(p.from()) == clause && p.country().isPresent())
            .filter(p -> p.entity().kind() != Value.Kind.PERSON && !p.isOrganisation())
            .toList();
    Optional<Party> seller =
        Few.of(here)
            .filter(p -> p.marker() == Marker.UNMARKED || p.marker() == Marker.GENITIVE)
            .findFirst()
            .or(() -> bySide(here, importing ? Marker.GOAL : Marker.SOURCE))
            .or(() -> Few.of(scene.inheritedSubjects(clause)).findFirst());
    return seller.flatMap(
        s ->
            Few.of(here)
                .filter(p -> !p.sameCountryAs(s))
                .findFirst()
                .map(p -> pairOf(scene, s.entity(), p.entity()))
                .or(
                    () ->
                        s.country()
                            .map(scene.discourse::opposite)
                            .map(o -> pairOf(scene, s.entity(), o))));
  }

  /** Whose turnover a word tells that means two: the trade of the two regions. */
  private static Optional<Discourse.Pair> both(Scene scene, List<Party> near, Mention flow) {
    for (int i = 1; i < near.size(); i++) {
      Party one = near.get(i - 1);
      Party other = near.get(i);
      if (Scene.signals(flow.concept(), "flow/turnover")
          && one.from() == other.from()
          && !one.sameCountryAs(other)) {
        return Optional.of(pairOf(scene, one.entity(), other.entity()));
      }
    }
    return Optional.empty();
  }

  /** Whose side a passive tells by where goods come from or go: aus Gomel wurden ausgeführt. */
  private static Optional<Party> bySide(List<Party> parties, Marker side) {
    boolean both = Few.of(parties).anyMatch(p -> !p.sameCountryAs(parties.get(0)));
    return first(parties, side).filter(p -> both);
  }

  /** Two subjects of different countries trade with each other: Minsk and Almaty traded for. */
  private static Optional<Discourse.Pair> joint(Scene scene, List<Party> near, Mention flow) {
    if (!Scene.signals(flow.concept(), "flow/turnover")) {
      return Optional.empty();
    }
    List<Party> subjects =
        near.stream()
            .filter(p -> p.marker() == Marker.UNMARKED && p.country().isPresent())
            .sorted(Comparator.comparingInt(Party::from))
            .toList();
    return Few.of(subjects)
        .skip(1)
        .filter(p -> !p.sameCountryAs(subjects.get(0)))
        .findFirst()
        .map(p -> pairOf(scene, subjects.get(0).entity(), p.entity()));
  }

  private static Discourse.Pair pairOf(Scene scene, Value.Entity from, Value.Entity to) {
    boolean capitals = isCapital(from) && isCapital(to);
    return capitals
        ? new Discourse.Pair(
            scene.discourse.country(scene.discourse.countryOf(from)),
            scene.discourse.country(scene.discourse.countryOf(to)))
        : new Discourse.Pair(Pairs.region(scene, from), Pairs.region(scene, to));
  }

  /** Two capitals that trade stand for their countries. */
  private static boolean isCapital(Value.Entity entity) {
    return entity.key().equals("BY-HM") || entity.key().equals("KZ-71");
  }

  private static Optional<Party> first(List<Party> parties, Marker marker) {
    return Few.of(parties).filter(p -> p.marker() == marker).findFirst();
  }
}
