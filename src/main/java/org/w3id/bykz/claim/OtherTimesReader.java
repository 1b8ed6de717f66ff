package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;

/**
 * What was told to flow or be made, at another time: a clause or the next sentence that names
 * nothing but the time and how much, as in {@code this year it wants to reach 6 million}.
 */
final class OtherTimesReader implements FrameReader {

  private static final Set<Frame> TOLD = Set.of(Frame.TRADE_FLOW, Frame.PRODUCTION);

  private static final Set<String> POINTERS = Set.of("it", "that-figure", "volume", "plan-noun");

  private List<Draft> last = List.of();
  private int lastParagraph = -1;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Draft> here = Few.of(drafts).filter(d -> TOLD.contains(d.frame)).toList();
    int paragraph = scene.sentence().paragraph();
    boolean nothing = Few.of(drafts).allMatch(d -> d.frame == Frame.OFFICE);
    boolean one = !here.isEmpty() && Few.of(here).allMatch(d -> isSame(d, here.get(0)));
    if (one) {
      int after = scene.clause(lastToken(scene, here.get(0))) + 1;
      for (int clause = after; clause < scene.clauseCount(); clause++) {
        again(scene, clause, here).ifPresent(drafts::add);
      }
    } else if (nothing && paragraph == lastParagraph) {
      for (int clause = 0; clause < scene.clauseCount() && !last.isEmpty(); clause++) {
        again(scene, clause, last).ifPresent(drafts::add);
      }
    }
    if (!nothing) {
      last = one ? here : List.of();
      lastParagraph = paragraph;
    }
  }

  /** Whether both tell of the same goods between the same, or made by the same. */
  private static boolean isSame(Draft draft, Draft other) {
    return Few.of(List.of(Role.EXPORTER, Role.IMPORTER, Role.PRODUCER, Role.PRODUCT))
        .allMatch(role -> draft.values(role).equals(other.values(role)));
  }

  /** Where what was told has its goods or its verb, whichever is later. */
  private static int lastToken(Scene scene, Draft told) {
    return Few.of(scene.products())
        .filter(p -> told.values(Role.PRODUCT).contains(scene.goods(p)))
        .map(Mention::from)
        .filter(from -> from > told.anchor)
        .last()
        .orElse(told.anchor);
  }

  private static Optional<Draft> again(Scene scene, int clause, List<Draft> told) {
    int begin = scene.clauseBegin(clause);
    boolean dash =
        clause + 1 < scene.clauseCount() && scene.m.token(scene.clauseEnd(clause)).is("-");
    int end = scene.clauseEnd(dash ? clause + 1 : clause);
    Optional<When> when =
        Few.of(scene.dates)
            .filter(d -> !d.isBase() && begin <= d.from() && d.from() < end)
            .findFirst();
    List<Figure> figures =
        Few.of(scene.figures)
            .filter(f -> begin <= f.from() && f.from() < end && f.amount().isPresent())
            .toList();
    Optional<BigDecimal> growth =
        Few.of(scene.figures)
            .filter(f -> begin <= f.from() && scene.clause(f.from()) <= clause + 1)
            .flatMap(f -> Few.of(f.growth()))
            .findFirst();
    boolean much = figures.size() == 1 && isAlike(scene, figures.get(0), told.get(0));
    boolean more = figures.isEmpty() && growth.isPresent() && isMeasured(told.get(0));
    if (when.isEmpty() || !much && !more) {
      return Optional.empty();
    }
    Value period = new Value.Date(when.get().edtf());
    boolean another = Few.of(told).noneMatch(t -> t.values(Role.PERIOD).contains(period));
    if (!another || !namesNothing(scene, begin, end)) {
      return Optional.empty();
    }
    Draft draft = Measures.at(scene, when.get(), figures, told.get(0), begin);
    growth.ifPresent(g -> draft.with(Role.GROWTH, g));
    return Optional.of(
        scene.word("plan-noun", begin, end).isPresent() ? draft.modality(Modality.PLANNED) : draft);
  }

  private static boolean isMeasured(Draft told) {
    return told.has(Role.VALUE) || told.has(Role.QUANTITY);
  }

  /** Whether a figure measures what the figures before do, or is the first of its goods. */
  private static boolean isAlike(Scene scene, Figure figure, Draft told) {
    boolean first = !isMeasured(told);
    if (figure.isMoney()) {
      return first || told.has(Role.VALUE);
    }
    if (first) {
      return figure.isMeasure();
    }
    return told.has(Role.QUANTITY)
        && (figure.isCount()
            ? (Measures.endsPhrase(scene, figure) || scene.isVerb(figure.to()))
                && !Measures.isOfPeople(scene, figure)
            : Few.of(told.values(Role.UNIT))
                .anyMatch(unit -> figure.unit().filter(unit.plain()::equals).isPresent()));
  }

  /** Whether a verb of being or becoming so much, or a dash, is all there is: no noun, no party. */
  private static boolean namesNothing(Scene scene, int begin, int end) {
    boolean amounts = false;
    for (int i = begin; i < end; i++) {
      boolean verb = scene.m.isWord(i, "amounts") || scene.m.token(i).is("-");
      amounts |= verb;
      if (verb || isNumber(scene, i) || isPointer(scene, i)) {
        continue;
      }
      var word = scene.m.word(i);
      boolean noun = word.is(Feature.NOUN) && !word.is(Feature.PREPOSITION) && !scene.isVerb(i);
      if (noun || isOther(scene, i)) {
        return false;
      }
    }
    return amounts;
  }

  /** Whether a token only points back at what was told: it, the figure, the plan. */
  private static boolean isPointer(Scene scene, int i) {
    return Few.of(scene.m.in(Layer.WORD))
        .filter(w -> w.from() <= i && i < w.to())
        .anyMatch(w -> POINTERS.contains(w.concept().key()));
  }

  private static boolean isNumber(Scene scene, int i) {
    return Few.of(scene.dates).anyMatch(d -> d.from() <= i && i < d.to())
        || Few.of(scene.figures).anyMatch(f -> f.from() <= i && i < f.to());
  }

  private static boolean isOther(Scene scene, int i) {
    return scene.m.at(Layer.PARTY, i).isPresent()
        || scene.m.at(Layer.PRODUCT, i).isPresent()
        || scene.m.at(Layer.SECTOR, i).isPresent()
        || scene
            .m
            .at(Layer.CUE, i)
            .filter(c -> !c.concept().has("weak") && !scene.m.isWord(c.from(), "amounts"))
            .isPresent();
  }
}
