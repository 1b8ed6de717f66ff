package org.w3id.bykz.claim;

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

  private Optional<Draft> last = Optional.empty();
  private int lastParagraph = -1;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Draft> here = Few.of(drafts).filter(d -> TOLD.contains(d.frame)).toList();
    int paragraph = scene.sentence().paragraph();
    boolean nothing = drafts.isEmpty();
    if (here.size() == 1) {
      int after = scene.clause(lastToken(scene, here.get(0))) + 1;
      for (int clause = after; clause < scene.clauseCount(); clause++) {
        again(scene, clause, here.get(0)).ifPresent(drafts::add);
      }
    } else if (nothing && paragraph == lastParagraph) {
      for (int clause = 0; clause < scene.clauseCount() && last.isPresent(); clause++) {
        again(scene, clause, last.get()).ifPresent(drafts::add);
      }
    }
    if (!nothing) {
      last = here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
      lastParagraph = paragraph;
    }
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

  private static Optional<Draft> again(Scene scene, int clause, Draft told) {
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
    if (when.isEmpty() || figures.size() != 1 || !isAlike(scene, figures.get(0), told)) {
      return Optional.empty();
    }
    boolean another = !told.values(Role.PERIOD).contains(new Value.Date(when.get().edtf()));
    if (!another || !namesNothing(scene, begin, end)) {
      return Optional.empty();
    }
    int token = figures.get(0).from();
    Draft draft = Measures.at(scene, when.get(), figures.get(0), told, token);
    return Optional.of(
        scene.word("plan-noun", begin, end).isPresent() ? draft.modality(Modality.PLANNED) : draft);
  }

  /** Whether a figure measures what the figures before do. */
  private static boolean isAlike(Scene scene, Figure figure, Draft told) {
    if (figure.isMoney()) {
      return told.has(Role.VALUE);
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
