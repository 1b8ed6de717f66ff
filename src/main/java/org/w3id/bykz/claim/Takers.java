package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Mention;

/** What of a flow goes to which taker, where a clause names several goods, figures or takers. */
final class Takers {

  /** In tokens, with an article: in die Schweiz. */
  private static final int LONGEST_PREPOSITION = 3;

  private Takers() {}

  /** With but the takers or senders told with the product: milk to Aktobe and meat to Atyrau. */
  static Direction paired(
      Scene scene, Mention product, List<Mention> products, Direction direction) {
    List<Value.Entity> takers =
        toldWith(scene, product, products, direction.importers(), Marker.GOAL, Marker.LOCATION);
    List<Value.Entity> givers =
        toldWith(scene, product, products, direction.exporters(), Marker.SOURCE);
    return new Direction(givers, takers, direction.rule());
  }

  /**
   * The firm that stands between goods and the number of the next ones, which it sends: A sold
   * tyres to B, and C 30 loaders.
   */
  static Optional<Party> sender(Scene scene, Mention product, List<Mention> products) {
    int clause = scene.clause(product.from());
    int first =
        Few.of(products)
            .filter(p -> scene.clause(p.from()) == clause && p.from() < product.from())
            .findFirst()
            .map(Mention::to)
            .orElse(scene.size());
    return Few.of(scene.figures)
        .filter(f -> f.amount().isPresent() && f.from() >= first && f.to() <= product.from())
        .filter(f -> product.from() - f.to() <= 2)
        .findFirst()
        .flatMap(
            f ->
                Few.of(scene.parties)
                    .filter(p -> p.isOrganisation() && p.marker() == Marker.UNMARKED)
                    .filter(p -> p.from() >= first && p.to() == f.from())
                    .findFirst());
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

  /** With a list of takers, each with its own figures beside it, a taker has but those. */
  static void ofMember(Scene scene, Mention product, Value.Entity importer, Draft draft) {
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

  /**
   * What goes to others of the same goods, each with its own figure right beside it: Uzbekistan
   * took 21,500 tonnes and Kyrgyzstan 7,800; 31 buses, nine of them to Kostanay.
   */
  static List<Draft> further(Scene scene, Draft last) {
    List<Draft> others = new ArrayList<>();
    boolean share = last.has(Role.SHARE);
    List<Value> amounts = last.values(share ? Role.SHARE : Role.QUANTITY);
    if (amounts.size() != 1) {
      return others;
    }
    int told = 0;
    for (Figure figure : scene.figures) {
      if (amounts.equals(amount(figure, share))) {
        told = figure.to();
      }
    }
    for (Party party : scene.parties) {
      if (told == 0 || party.from() < told || !isLand(party)) {
        continue;
      }
      int from = told;
      boolean source = party.marker() == Marker.SOURCE;
      Role role = source ? Role.EXPORTER : Role.IMPORTER;
      Role facing = source ? Role.IMPORTER : Role.EXPORTER;
      Value.Entity entity = Pairs.trader(scene, party);
      boolean same =
          Few.of(last.values(facing))
              .anyMatch(v -> v instanceof Value.Entity e && Direction.sameSide(scene, e, entity));
      Few.of(scene.figures)
          .filter(f -> f.from() >= from && !amount(f, share).isEmpty() && !f.isMoney())
          .filter(f -> isBeside(scene, party, f))
          .filter(f -> !same && !last.values(role).contains(entity))
          .findFirst()
          .ifPresent(f -> others.add(like(last, role, entity, f, share)));
    }
    return others;
  }

  private static List<Value> amount(Figure figure, boolean share) {
    return Few.of(share && figure.growth().isEmpty() ? figure.share() : figure.amount())
        .filter(a -> share == figure.isRatio())
        .map(a -> (Value) new Value.Quantity(a))
        .toList();
  }

  private static boolean isLand(Party party) {
    boolean land =
        party.entity().kind() == Value.Kind.COUNTRY
            || party.entity().kind() == Value.Kind.REGION
            || party.entity().kind() == Value.Kind.PLACE;
    return land
        && party.named()
        && party.marker() != Marker.ORIGIN
        && party.marker() != Marker.GENITIVE;
  }

  /** Whether a figure belongs to a party: Georgia 3,000; China with 17%; 90 of them to Astana. */
  private static boolean isBeside(Scene scene, Party party, Figure figure) {
    boolean taker = party.marker() == Marker.GOAL || party.marker() == Marker.SOURCE;
    if (figure.from() >= party.to()) {
      return Measures.isRightBefore(scene, party.to(), figure)
          && Measures.endsPhrase(scene, figure);
    }
    int begin = figure.to();
    Optional<Mention> of = scene.word("of-that", begin, Math.min(scene.size(), begin + 2));
    int i = of.filter(w -> w.from() == begin).map(Mention::to).orElse(begin);
    return taker && party.from() - i <= LONGEST_PREPOSITION && isPreposition(scene, i, party);
  }

  private static boolean isPreposition(Scene scene, int from, Party party) {
    for (int i = from; i < party.from(); i++) {
      if (scene.m.word(i).is(Feature.NOUN)
          || scene.m.isWord(i, "and")
          || !scene.m.token(i).isWord() && !scene.m.token(i).is("-")) {
        return false;
      }
    }
    return party.from() > from;
  }

  private static Draft like(
      Draft last, Role role, Value.Entity entity, Figure figure, boolean share) {
    Draft draft = new Draft(last.frame, last.anchor, last.foundBy().get(0));
    for (Role kept : List.of(Role.EXPORTER, Role.IMPORTER, Role.PRODUCT, Role.PERIOD)) {
      if (kept != role) {
        last.values(kept).forEach(value -> draft.with(kept, value));
      }
    }
    draft.with(role, entity);
    amount(figure, share).forEach(value -> draft.with(share ? Role.SHARE : Role.QUANTITY, value));
    if (!share && figure.unit().isPresent()) {
      draft.with(Role.UNIT, Value.Kind.UNIT, figure.unit().get());
    } else {
      last.values(Role.UNIT).forEach(unit -> draft.with(Role.UNIT, unit));
    }
    TradeFlowReader.bound(draft, figure);
    return draft.by("rule/list-goes-on", 0.9);
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
}
