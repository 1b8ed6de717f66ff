package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/** Gives figures and periods to the product, party or project they belong to. */
final class Measures {

  private Measures() {}

  /** Quantity, value, share, growth and period of one product of a list. */
  static void ofProduct(Scene scene, Mention product, Draft draft) {
    List<Mention> products = scene.products();
    boolean figured = false;
    boolean shared = false;
    for (Figure figure : scene.figures) {
      boolean line = scene.sentence().zone() == Sentence.Zone.LIST_ITEM;
      if (!line
              && !scene.sameClause(figure.from(), product.from())
              && !follows(scene, figure, product)
              && !goesOn(scene, figure, product)
          || owner(scene, products, figure).filter(product::equals).isEmpty()
          || isOfVehicles(scene, figure, product)
          || isFormer(scene, figure)
          || isEarlier(scene, figure)
          || isOfDocuments(scene, figure)
          || isOfPeople(scene, figure)) {
        continue;
      }
      boolean taken = take(scene, figure, draft);
      figured |= taken;
      shared |= taken && figure.share().isPresent() && figure.growth().isEmpty();
    }
    if (figured && !draft.has(Role.PER) && isYearly(scene, product)) {
      draft.with(Role.PER, Value.Kind.UNIT, "year");
    } else if (figured || Few.of(scene.dates).anyMatch(d -> !d.isBase())) {
      period(scene, product.from(), draft, figured && !shared);
    }
  }

  /** Whether it counts documents, not what they are on: 20 contracts for the supply of tractors. */
  private static boolean isOfDocuments(Scene scene, Figure figure) {
    return figure.isCount()
        && Few.of(scene.m.in(Layer.AGREEMENT))
            .anyMatch(d -> d.from() >= figure.to() && d.from() - figure.to() <= 2);
  }

  /** Whether it counts what carries the goods, not these: three wagons of wheat. */
  private static boolean isOfVehicles(Scene scene, Figure figure, Mention product) {
    return figure.isCount()
        && figure.to() != product.from()
        && scene.m.isWord(figure.to(), "container")
        && scene
            .m
            .at(Layer.PRODUCT, figure.to())
            .filter(vehicle -> vehicle.form() != Label.Form.AMBIGUOUS)
            .isPresent();
  }

  /** In Russian what is done in the present за год is so much a year. */
  private static boolean isYearly(Scene scene, Mention product) {
    if (scene.language() != Language.RU) {
      return false;
    }
    int clause = scene.clause(product.from());
    boolean year = false;
    boolean past = false;
    for (int i = scene.clauseBegin(clause); i < scene.clauseEnd(clause); i++) {
      year |=
          i > 0
              && scene.m.token(i - 1).is("за")
              && scene.m.token(i).is("год")
              && (i + 1 == scene.size() || !scene.m.token(i + 1).is("до"));
      past |= scene.m.word(i).is(Feature.PAST);
    }
    return year && !past;
  }

  /** Whether it counts people or firms, not goods: 40 workers, the two companies. */
  static boolean isOfPeople(Scene scene, Figure figure) {
    if (figure.isMoney() || figure.amount().isEmpty()) {
      return false;
    }
    if (figure.unit().filter("person"::equals).isPresent()) {
      return true;
    }
    for (int i = figure.to(); i < Math.min(scene.size(), figure.to() + 3); i++) {
      int at = i;
      boolean firm = scene.m.isWord(i, "organisation-head") || scene.m.isWord(i, "transparent");
      boolean people =
          Few.of(scene.cues("project", "jobs")).anyMatch(c -> c.from() == at)
              || !scene.m.word(i).is(Feature.ADJECTIVE)
                  && Few.of(scene.m.words(i))
                      .anyMatch(
                          w ->
                              w.concept()
                                  .value("refers")
                                  .filter(r -> r.startsWith("both"))
                                  .isPresent());
      if ((firm || people) && figure.isCount()) {
        return scene.m.at(Layer.PRODUCT, i).isEmpty();
      }
      boolean goods = scene.m.word(i).is(Feature.NOUN) && scene.m.at(Layer.PRODUCT, i).isPresent();
      if (goods || !scene.m.word(i).is(Feature.ADJECTIVE) && scene.m.at(Layer.PARTY, i).isEmpty()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the figure is what something fell or rose from: von 4100 auf 2700 Tonnen. */
  private static boolean isFormer(Scene scene, Figure figure) {
    boolean from =
        figure.from() > 0
            && (scene.m.token(figure.from() - 1).is("from")
                || scene.m.token(figure.from() - 1).is("von"));
    return from
        && figure.amount().isPresent()
        && Few.of(scene.figures)
            .anyMatch(
                f ->
                    f.amount().isPresent()
                        && f.from() - figure.to() == 1
                        && (scene.m.token(figure.to()).is("to")
                            || scene.m.token(figure.to()).is("auf")));
  }

  /** Whether the figure only tells how much it was before: 40 t after 30 t in 2023. */
  private static boolean isEarlier(Scene scene, Figure figure) {
    boolean first =
        Few.of(scene.figures).noneMatch(f -> f.to() <= figure.from() && isLike(f, figure));
    return !first && scene.word("against", figure.from() - 2, figure.from()).isPresent();
  }

  private static boolean isLike(Figure a, Figure b) {
    return a.amount().isPresent()
        && b.amount().isPresent()
        && a.isMoney() == b.isMoney()
        && (a.unit().equals(b.unit()) || a.unit().isEmpty() || b.unit().isEmpty());
  }

  /** Whether the date is that of a figure that tells how much it was before. */
  static boolean isOfEarlier(Scene scene, When date) {
    return Few.of(scene.figures)
        .anyMatch(f -> f.to() <= date.from() && date.from() - f.to() <= 3 && isEarlier(scene, f));
  }

  /**
   * The same of other times in Russian, each told right before its figure: 40 тонн за год, в 2022-м
   * – 30.
   */
  static List<Draft> again(Scene scene, Mention product, Draft now) {
    List<Draft> others = new ArrayList<>();
    if (scene.language() != Language.RU || !now.has(Role.QUANTITY)) {
      return others;
    }
    Value amount = now.values(Role.QUANTITY).iterator().next();
    Optional<Figure> first =
        Few.of(scene.figures)
            .filter(f -> f.amount().map(Value.Quantity::new).filter(amount::equals).isPresent())
            .findFirst();
    for (Figure figure : first.isEmpty() ? List.<Figure>of() : scene.figures) {
      Optional<When> date =
          Few.of(scene.dates)
              .filter(d -> d.from() >= first.get().to() && isOwn(scene, d, figure))
              .last();
      boolean bare =
          date.isPresent()
              && (figure.isMeasure() || figure.isCount() && endsPhrase(scene, figure.to()))
              && figure.from() >= product.from()
              && !isOfPeople(scene, figure)
              && Few.of(scene.products())
                  .noneMatch(p -> p.from() >= first.get().to() && !p.equals(product));
      if (bare) {
        others.add(at(scene, date.get(), List.of(figure), now, now.anchor));
      }
    }
    return others;
  }

  /** What a draft tells, at another time and with other figures, which a token tells. */
  static Draft at(Scene scene, When when, List<Figure> figures, Draft now, int token) {
    Draft other = likeness(now, token);
    for (Figure figure : figures) {
      take(scene, figure, other);
      if (figure.unit().isEmpty()) {
        other.without(Role.UNIT);
        now.values(Role.UNIT).forEach(unit -> other.with(Role.UNIT, unit));
      }
    }
    return other.with(Role.PERIOD, new Value.Date(when.edtf()));
  }

  private static Draft likeness(Draft now, int token) {
    Draft other = new Draft(now.frame, token, "rule/how-much-before");
    for (Role role : List.of(Role.EXPORTER, Role.IMPORTER, Role.PRODUCER, Role.PRODUCT)) {
      now.values(role).forEach(value -> other.with(role, value));
    }
    return other;
  }

  /** Whether nothing that a number could count stands there. */
  private static boolean endsPhrase(Scene scene, int i) {
    return i >= scene.size() || !scene.m.token(i).isWord() && !scene.m.token(i).is("\"");
  }

  /** Whether a figure has its unit with it, or nothing that it could count. */
  static boolean endsPhrase(Scene scene, Figure figure) {
    int next = figure.to();
    return !figure.isCount()
        || endsPhrase(scene, next)
        || !scene.m.word(next).is(Feature.NOUN) && !scene.m.word(next).is(Feature.ADJECTIVE);
  }

  /** Whether a date stands before a figure and is not that of the figure before it. */
  static boolean isOwn(Scene scene, When date, Figure figure) {
    boolean taken =
        Few.of(scene.figures)
            .anyMatch(
                f ->
                    f.amount().isPresent()
                        && f.to() <= date.from()
                        && date.from() - f.to() <= 2
                        && (f.to() == date.from() || scene.m.token(f.to()).isWord()));
    return !taken && isRightBefore(scene, date.to(), figure);
  }

  /** Whether at most a dash, a verb or what bounds it stands before a figure. */
  static boolean isRightBefore(Scene scene, int from, Figure figure) {
    boolean near = from <= figure.from() && figure.from() - from <= 4;
    for (int i = from; near && i < figure.from(); i++) {
      near =
          !scene.m.token(i).is(",")
              && !scene.m.token(i).is(")")
              && !scene.m.token(i).is(";")
              && scene.m.token(i).type() != Token.Type.NUMBER
              && (!scene.m.word(i).is(Feature.NOUN) || scene.isVerb(i));
    }
    return near;
  }

  /** The same of a time before, where the clause tells how much it was then. */
  static Optional<Draft> earlier(Scene scene, Mention product, Draft now) {
    boolean one =
        Few.of(scene.products()).filter(p -> scene.sameClause(p.from(), product.from())).count()
            == 1;
    if (!one || !now.has(Role.QUANTITY) && !now.has(Role.VALUE)) {
      return Optional.empty();
    }
    for (Figure figure : scene.figures) {
      Optional<When> date =
          Few.of(scene.dates)
              .filter(d -> d.from() >= figure.to() && d.from() - figure.to() <= 3)
              .filter(d -> isEarlier(scene, figure))
              .findFirst()
              .or(() -> heading(scene, figure));
      boolean near = scene.clause(figure.from()) - scene.clause(product.from()) <= 1;
      if (near && date.isPresent() && figure.from() >= product.to()) {
        Draft before = likeness(now, now.anchor);
        take(scene, figure, before);
        return Optional.of(before.with(Role.PERIOD, new Value.Date(date.get().edtf())));
      }
    }
    return Optional.empty();
  }

  /** The time that a figure in brackets is put under: (2023: 28.9 million). */
  private static Optional<When> heading(Scene scene, Figure figure) {
    return Few.of(scene.dates)
        .filter(d -> d.from() > 0 && scene.m.token(d.from() - 1).is("("))
        .filter(d -> d.to() + 1 == figure.from() && scene.m.token(d.to()).is(":"))
        .findFirst();
  }

  /** Whether the figure stands behind the product in brackets or after a dash or colon. */
  private static boolean follows(Scene scene, Figure figure, Mention product) {
    return figure.from() >= product.to()
        && figure.from() - product.to() <= 4
        && scene.clause(figure.from()) == scene.clause(product.from()) + 1;
  }

  /**
   * Whether the next clause only goes on with the figures: supplies grew and made up 9,400 tons.
   */
  private static boolean goesOn(Scene scene, Figure figure, Mention product) {
    int clause = scene.clause(figure.from());
    int begin = scene.clauseBegin(clause);
    boolean verb =
        scene.m.isWord(begin, "conjunction")
            && scene.m.isWord(begin, "and")
            && begin + 1 < scene.size()
            && scene.isVerb(begin + 1);
    boolean ratio =
        scene.m.token(begin).is("-")
            && (figure.growth().isPresent() || figure.isMoney() && figure.from() == begin + 1);
    boolean compared = figure.growth().isPresent() && scene.isRelative(clause);
    return clause == scene.clause(product.from()) + 1
        && (verb || ratio || compared)
        && Few.of(scene.products()).noneMatch(p -> scene.clause(p.from()) == clause)
        && Few.of(scene.parties).noneMatch(p -> scene.clause(p.from()) == clause);
  }

  private static Optional<Mention> owner(Scene scene, List<Mention> products, Figure figure) {
    // What is counted in machines may be no more than that: 412 machines.
    Optional<Mention> itself =
        Few.of(products).filter(p -> p.from() < figure.to() && figure.from() < p.to()).findFirst();
    boolean same =
        itself.isPresent()
            && Few.of(products)
                .filter(p -> !p.equals(itself.get()))
                .anyMatch(p -> scene.isKindOf(scene.entity(p), itself.get().concept()));
    if (itself.isPresent() && !same) {
      return itself;
    }
    Optional<Mention> after =
        Few.of(products)
            .filter(p -> p.from() >= figure.to() && scene.sameClause(p.from(), figure.from()))
            .findFirst();
    Optional<Mention> before = Few.of(products).filter(p -> p.to() <= figure.from()).last();
    boolean counts = figure.isMeasure() || figure.isCount();
    if (before.isPresent() && isHeadedBy(scene, before.get(), figure)) {
      return before;
    }
    if (after.isPresent() && before.isPresent()) {
      int right = gap(scene, figure.to(), after.get().from());
      int left = gap(scene, before.get().to(), figure.from());
      boolean toRight = counts ? right <= 4 && right <= left + 2 : right < left && right <= 1;
      return toRight ? after : before;
    }
    return after.isPresent() && counts && gap(scene, figure.to(), after.get().from()) <= 6
        ? after
        : before.or(() -> after);
  }

  /** Whether a figure stands in brackets, after a dash or with right behind its product. */
  private static boolean isHeadedBy(Scene scene, Mention product, Figure figure) {
    int i = product.to();
    return isBracketed(scene, i, figure)
        || i < figure.from()
            && figure.from() - i <= 3
            && (scene.m.isWord(i, "companion")
                || scene.m.token(i).is("(")
                || scene.m.token(i).is("-")
                || scene.m.token(i).is(":"));
  }

  /** Whether a bracket opens right before a figure and nothing but a brand behind goods. */
  private static boolean isBracketed(Scene scene, int goods, Figure figure) {
    int open = figure.from() - 1;
    if (open <= goods || open - goods > 4 || !scene.m.token(open).is("(")) {
      return false;
    }
    for (int i = goods; i < open; i++) {
      if (!scene.m.token(i).isWord() || scene.m.isWord(i, "and")) {
        return false;
      }
    }
    return true;
  }

  private static int gap(Scene scene, int from, int to) {
    int gap = 0;
    for (int i = from; i < to; i++) {
      gap += scene.m.token(i).is(",") || scene.m.token(i).is("and") ? 3 : 1;
    }
    return gap;
  }

  private static boolean take(Scene scene, Figure figure, Draft draft) {
    if (figure.isMoney()) {
      if (draft.has(Role.VALUE)) {
        return false;
      }
      draft
          .with(Role.VALUE, figure.amount().orElseThrow())
          .with(Role.CURRENCY, Value.Kind.CURRENCY, figure.currency().orElseThrow());
    } else if (figure.isMeasure() || figure.isCount()) {
      if (draft.has(Role.QUANTITY)) {
        return false;
      }
      draft
          .with(Role.QUANTITY, figure.amount().orElseThrow())
          .with(Role.UNIT, Value.Kind.UNIT, figure.unit().orElse("piece"));
      figure.per().ifPresent(per -> draft.with(Role.PER, Value.Kind.UNIT, per));
    } else if (figure.growth().isPresent()) {
      if (draft.has(Role.GROWTH)) {
        return false;
      }
      draft.with(Role.GROWTH, figure.growth().get());
    } else if (figure.share().isPresent() && isShareOfSales(scene, figure)) {
      draft.with(Role.SHARE, figure.share().get());
    } else {
      return false;
    }
    if (!figure.isRatio() || figure.share().isPresent()) {
      TradeFlowReader.bound(draft, figure);
    }
    return true;
  }

  /** Gives a claim these figures in place of all it has. */
  static void replace(Scene scene, List<Figure> figures, Draft draft) {
    for (Role role :
        List.of(
            Role.QUANTITY,
            Role.UNIT,
            Role.VALUE,
            Role.CURRENCY,
            Role.GROWTH,
            Role.SHARE,
            Role.BOUND)) {
      draft.without(role);
    }
    fill(scene, figures, draft);
  }

  /** Gives a claim those of the figures that it lacks. */
  static void fill(Scene scene, List<Figure> figures, Draft draft) {
    figures.forEach(figure -> take(scene, figure, draft));
  }

  private static boolean isShareOfSales(Scene scene, Figure figure) {
    int next = figure.to();
    return next < scene.size()
        && (scene.m.token(next).is("of")
            || scene.language() != Language.EN
                && scene.m.at(Layer.PARTY, next).filter(p -> !p.isAdjective()).isEmpty());
  }

  private static boolean isPeriod(When when) {
    return !when.isBase() && when.use() != DateMention.Role.SINCE;
  }

  /** Whether a Russian flow of another paragraph has no period of before. */
  private static boolean isFarFrom(Scene scene, Draft draft) {
    return scene.language() == Language.RU
        && draft.frame == Frame.TRADE_FLOW
        && scene.sentence().zone() != Sentence.Zone.LIST_ITEM
        && scene.discourse.periodParagraph() != scene.sentence().paragraph();
  }

  /** When what is planned is to be, where it is also told when that was agreed: the later date. */
  private static Optional<When> toCome(Scene scene, int token, Draft draft) {
    if (scene.dates.size() < 2 || scene.mood().ofClaim(draft) == Modality.FACT) {
      return Optional.empty();
    }
    return Few.of(scene.dates)
        .filter(d -> d.use() == DateMention.Role.TARGET || scene.sameClause(d.from(), token))
        .filter(d -> !d.isBase())
        .min(Comparator.comparing(When::start, Comparator.reverseOrder()));
  }

  /** The period of the clause, else of the sentence, else of the passage. */
  static void period(Scene scene, int token, Draft draft, boolean inherit) {
    Optional<When> own =
        toCome(scene, token, draft)
            .or(
                () ->
                    Few.of(scene.dates)
                        .filter(d -> !d.isBase())
                        .filter(d -> !isOfEarlier(scene, d))
                        .filter(d -> scene.sameClause(d.from(), token))
                        .findFirst())
            .or(
                () ->
                    Few.of(scene.dates)
                        .filter(d -> isPeriod(d) && d.use() != DateMention.Role.POINT)
                        .filter(d -> !isOfEarlier(scene, d))
                        .filter(d -> d.from() < token)
                        .findFirst());
    if (own.isPresent()) {
      boolean fact = scene.mood().ofClaim(draft) == Modality.FACT;
      String period = fact ? own.get().edtf() : scene.discourse.toCome(own.get());
      draft.with(Role.PERIOD, new Value.Date(period));
    } else if (inherit
        && scene.discourse.period().filter(p -> !scene.discourse.isToCome(p)).isPresent()
        && !scene.hasUnknownPeriod(draft.anchor)
        && !draft.has(Role.PER)
        && draft.modality().orElseGet(() -> scene.mood().modality(draft.anchor)) == Modality.FACT
        && !isFarFrom(scene, draft)) {
      draft.with(Role.PERIOD, new Value.Date(scene.discourse.period().get()));
    }
  }
}
