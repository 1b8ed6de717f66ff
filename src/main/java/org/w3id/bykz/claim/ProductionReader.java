package org.w3id.bykz.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/** Production: a party, a verb of producing, a quantity and a product in one clause. */
final class ProductionReader implements FrameReader {

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Mention> cues = scene.cues("production");
    if (cues.isEmpty()) {
      return;
    }
    for (Mention product : scene.products()) {
      if (Few.of(scene.cues("project")).anyMatch(c -> isPlant(c, product))) {
        continue;
      }
      Optional<Mention> cue =
          Few.of(cues)
              .filter(c -> scene.sameClause(c.from(), product.from()))
              .filter(c -> !c.overlaps(product) || isCompound(scene, c, product))
              .filter(c -> !isOrigin(scene, c) && !scene.inGoods(c))
              .min(Comparator.comparingInt(c -> Math.abs(c.from() - product.from())));
      if (cue.isEmpty()) {
        continue;
      }
      Draft draft =
          new Draft(Frame.PRODUCTION, cue.get().from(), cue.get().concept().id())
              .with(Role.PRODUCT, scene.goods(product));
      Measures.ofProduct(scene, product, draft);
      boolean counted =
          Few.of(scene.figures)
              .anyMatch(
                  f ->
                      f.isCount()
                          && f.to() <= product.from()
                          && Few.of(scene.cues("project"))
                              .filter(c -> c.from() >= f.to() && c.from() - f.to() <= 2)
                              .filter(c -> c.to() <= product.from())
                              .anyMatch(c -> isCounted(c) && !c.overlapsAny(scene.products()))
                          && draft.values(Role.QUANTITY).equals(amounts(f)));
      boolean project =
          Few.of(drafts)
              .anyMatch(
                  d ->
                      d.frame == Frame.PROJECT
                          && (d.has(Role.QUANTITY) || !draft.has(Role.PERIOD))
                          && d.values(Role.PRODUCT).equals(draft.values(Role.PRODUCT)));
      boolean ofProject =
          draft.has(Role.PER)
              && scene.discourse.isBuilding(scene.sentence().paragraph())
              && Few.of(scene.parties)
                  .noneMatch(
                      p ->
                          p.named()
                              && p.isOrganisation()
                              && scene.sameClause(p.from(), product.from()));
      if (!draft.has(Role.QUANTITY) || project || ofProject || counted) {
        continue;
      }
      draft.without(Role.GROWTH).without(Role.VALUE).without(Role.CURRENCY).without(Role.SHARE);
      producer(scene, cue.get(), draft).ifPresent(p -> draft.with(Role.PRODUCER, p));
      if (draft.isComplete()) {
        drafts.add(draft);
        Measures.earlier(scene, product, draft)
            .filter(d -> scene.language() == Language.RU)
            .ifPresent(drafts::add);
        drafts.addAll(Measures.again(scene, product, draft));
      }
    }
  }

  /** Whether plants or projects, not goods, are what a number counts: 12 plants of loaders. */
  private static boolean isCounted(Mention cue) {
    return cue.concept().key().startsWith("facility") || cue.concept().key().equals("project");
  }

  private static List<Value> amounts(Figure figure) {
    return Few.of(figure.amount()).map(a -> (Value) new Value.Quantity(a)).toList();
  }

  /** Whether goods are but part of what a plant is called: five dairy farms. */
  private static boolean isPlant(Mention cue, Mention product) {
    return cue.concept().key().startsWith("facility")
        && cue.overlaps(product)
        && cue.length() > product.length();
  }

  /** Whether it only tells where goods are from: aus belarussischer Produktion, Belarus-made. */
  private static boolean isOrigin(Scene scene, Mention cue) {
    int i = cue.from() - 1;
    if (scene.language() == Language.EN && i >= 0) {
      return scene.m.token(i).is("-") && !scene.m.token(i).spaceBefore();
    }
    while (i >= 0 && scene.m.word(i).is(Feature.ADJECTIVE)) {
      i--;
    }
    return scene.language() == Language.DE && i >= 0 && scene.m.token(i).is("aus");
  }

  /** Whether one German word names both: Uranförderung. */
  private static boolean isCompound(Scene scene, Mention cue, Mention product) {
    return scene.language() == Language.DE
        && cue.from() == product.from()
        && cue.to() == product.to();
  }

  /** Whether a Russian adjective but says where, in a text that spoke of a firm before. */
  private static boolean isOnlyOrigin(Scene scene, Party party) {
    return scene.language() == Language.RU
        && party.marker() == Marker.ORIGIN
        && !party.isOrganisation()
        && scene.discourse.organisation().isPresent();
  }

  private static Optional<Value.Entity> producer(Scene scene, Mention cue, Draft draft) {
    int clause = scene.clause(cue.from());
    Optional<Value.Entity> named =
        Few.of(scene.parties)
            .filter(p -> scene.clause(p.from()) == clause && p.marker() != Marker.GOAL)
            .filter(p -> !isOnlyOrigin(scene, p))
            .min(
                Comparator.comparingInt(
                    p -> (p.isOrganisation() ? 0 : 50) + Math.abs(p.from() - cue.from())))
            .map(p -> Pairs.region(scene, p.entity()));
    if (named.isPresent()) {
      return named;
    }
    List<Party> before = scene.inheritedSubjects(clause);
    if (!before.isEmpty()) {
      return Optional.of(Pairs.region(scene, before.get(0).entity()));
    }
    draft.by("rule/producer-last-spoken-of", 0.8);
    return scene
        .discourse
        .speaker()
        .flatMap(Discourse.Holder::of)
        .or(scene.discourse::organisation)
        .or(scene.discourse::region);
  }
}
