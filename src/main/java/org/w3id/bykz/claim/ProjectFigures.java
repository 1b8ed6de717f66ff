package org.w3id.bykz.claim;

import java.util.List;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;

/** Money, capacity, jobs and start of a project: what of a sentence says what it is for. */
final class ProjectFigures {

  private ProjectFigures() {}

  /** Whether nothing in a sentence but the project before can be what money goes into. */
  private static boolean isQuiet(Scene scene) {
    return scene.cues("trade-value").isEmpty()
        && scene.cues("trade-flow").isEmpty()
        && scene.cues("agreement").isEmpty()
        && Few.of(scene.m.in(Layer.CUE)).noneMatch(c -> c.concept().key().equals("other-money"));
  }

  /** Gives a project told before the figures of a sentence, but those that others have taken. */
  static void readLater(Scene scene, Draft draft, List<Draft> others) {
    read(
        scene,
        draft,
        true,
        Few.of(scene.figures)
            .filter(
                f ->
                    !f.isMoney()
                        || Few.of(others).noneMatch(o -> o.values(Role.VALUE).contains(value(f))))
            .toList());
  }

  private static Value value(Figure figure) {
    return new Value.Quantity(figure.amount().orElseThrow());
  }

  /** Gives a project the figures of its sentence that say what they are for. */
  static void read(Scene scene, Draft draft) {
    read(scene, draft, false, scene.figures);
  }

  private static void read(Scene scene, Draft draft, boolean later, List<Figure> figures) {
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
    for (Figure figure : figures) {
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

  static boolean isJobs(Scene scene, Figure figure) {
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

  /** Gives a project counted the money and jobs of its clause. */
  static void read(ProjectClause clause, Draft draft) {
    for (Figure figure : clause.scene.figures) {
      if (!clause.isHere(figure.from())) {
        continue;
      }
      if (figure.isMoney() && !draft.has(Role.VALUE)) {
        money(draft, figure);
      } else if (isJobs(clause.scene, figure) && !draft.has(Role.JOBS)) {
        jobs(draft, figure);
      }
    }
  }
}
