package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/**
 * Who sends and who takes.
 *
 * @param rule the rule that filled a side from outside the clause; empty if none was needed
 */
record Direction(List<Value.Entity> exporters, List<Value.Entity> importers, String rule) {

  /** Most tokens between who is given something and with, or between with and the goods. */
  private static final int LONGEST_TAKER = 6;

  static Optional<Direction> of(
      Scene scene, Mention cue, boolean swapped, Optional<Direction> last) {
    int clause = scene.clause(cue.from());
    List<Value.Entity> exporters = new ArrayList<>();
    List<Value.Entity> importers = new ArrayList<>();
    List<Party> unmarked = new ArrayList<>();
    List<Party> companions = new ArrayList<>();
    Concept concept = cue.concept();
    boolean placed = isOrder(scene, cue) && isOrderPlaced(scene, cue);
    boolean ordered = isOrderReceived(scene, clause) || isOrder(scene, cue) && !placed;
    Optional<Mention> covered = covered(scene, clause);
    boolean found = concept.key().equals("market-for") && isFoundThere(scene, clause);
    String role =
        ordered || found || covered.isPresent()
            ? "exporter"
            : placed || isEquipped(scene, cue) ? "importer" : concept.value("unmarked").orElse("");
    boolean buys = role.equals("importer");
    boolean noun = concept.partOfSpeech().equals("noun");
    boolean buying =
        buys && !concept.has("originTold") && (!noun || concept.key().equals("purchase-noun"));
    boolean verb = concept.partOfSpeech().equals("verb");
    boolean wanted = concept.key().equals("demand") || concept.key().equals("market");
    boolean goal =
        Few.of(scene.parties)
            .anyMatch(p -> p.marker() == Marker.GOAL && scene.clause(p.from()) == clause);
    boolean source =
        Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.SOURCE && scene.clause(p.from()) == clause)
            .anyMatch(p -> !(buying && verb && isBuyersHome(scene, p, clause)));
    for (Party party : scene.parties) {
      if (scene.clause(party.from()) != clause
          || party.entity().kind() == Value.Kind.PERSON
          || goal && isPart(scene, party)
          || concept.key().equals("market-for") && isOutranking(scene, party)) {
        continue;
      }
      Value.Entity entity = Pairs.trader(scene, party);
      if (wanted && isOwnerOfGoods(scene, party)) {
        exporters.add(entity);
        continue;
      }
      if (covered.isPresent() && isWanting(party, covered.get())) {
        importers.add(entity);
        continue;
      }
      if (role.equals("exporter") && verb && isGivenWith(scene, party, cue)) {
        if (Few.of(scene.parties).noneMatch(p -> isNamedBy(p, party, scene, cue))) {
          importers.add(entity);
        }
        continue;
      }
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
            (ordered
                        || concept.key().equals("demand") && isAmong(scene, party)
                        || buying && verb && isBuyersHome(scene, party, clause)
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
          } else if (buys
              && !noun
              && (isMakerBehind(scene, party) || verb && isBoughtFrom(scene, party))) {
            exporters.add(entity);
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
    if (unmarked.isEmpty() && verb) {
      unmarked.addAll(scene.inheritedSubjects(clause));
    }
    if (!buys && !importers.isEmpty()) {
      keepOpposite(scene, unmarked, importers.get(0));
    }
    if (!unmarked.isEmpty()) {
      Party subject = contract ? giver(scene, unmarked, cue) : subject(scene, unmarked, cue);
      Value.Entity entity = Pairs.trader(scene, subject);
      if (role.equals("exporter") && importers.isEmpty() && isSupplied(scene, subject, cue)) {
        importers.add(entity);
      } else if (role.equals("exporter")
          && Few.of(exporters).allMatch(e -> sameSide(scene, e, entity))) {
        if (exporters.isEmpty() || entity.kind() == Value.Kind.ORGANISATION) {
          exporters.clear();
          exporters.addAll(joined(scene, unmarked, subject));
        }
        taker(scene, concept, cue, unmarked, subject)
            .or(() -> facing(scene, unmarked, subject))
            .filter(p -> importers.isEmpty())
            .ifPresent(p -> importers.add(Pairs.trader(scene, p)));
      } else if (role.equals("goods")
          && exporters.isEmpty()
          && !importers.isEmpty()
          && Few.of(importers).noneMatch(i -> sameSide(scene, i, entity))) {
        exporters.add(entity);
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
        Party taker =
            Few.of(second).filter(Party::isOrganisation).findFirst().orElse(second.get(0));
        other.add(Pairs.trader(scene, taker));
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

  /** Whether who stands behind the verb is given goods: to equip Kazakh farms with tractors. */
  private static boolean isSupplied(Scene scene, Party party, Mention cue) {
    return scene.language() == Language.EN
        && cue.concept().partOfSpeech().equals("verb")
        && party.marker() == Marker.UNMARKED
        && party.from() >= cue.to()
        && party.from() - cue.to() <= 1
        && scene
            .word("companion", party.to(), Math.min(scene.size(), party.to() + 3))
            .filter(with -> Few.of(scene.products()).anyMatch(p -> p.from() >= with.to()))
            .isPresent();
  }

  /** Whether it only says whom another comes after: the second-largest buyer after Russia. */
  private static boolean isOutranking(Scene scene, Party party) {
    return scene.word("rank-behind", party.from() - 1, party.from()).isPresent();
  }

  private static boolean isLand(Value.Entity entity) {
    return entity.kind() != Value.Kind.ORGANISATION;
  }

  /** The need that a clause says is met: covers a third of Kazakhstan's demand for sugar. */
  static Optional<Mention> covered(Scene scene, int clause) {
    int begin = scene.clauseBegin(clause);
    int end = scene.clauseEnd(clause);
    return scene
        .word("meets-need", begin, end)
        .flatMap(covers -> scene.word("want-of-goods", covers.to(), end));
  }

  /** Whether a party is whose need is told: Kazakhstan's demand, die Nachfrage Kasachstans. */
  private static boolean isWanting(Party party, Mention need) {
    int gap = party.from() >= need.to() ? party.from() - need.to() : need.from() - party.to();
    return gap == 0 || gap > 0 && gap <= 2 && party.marker() == Marker.GENITIVE;
  }

  /** Whether who is told to receive gets but an order, and so will send: an order for 30 buses. */
  static boolean isOrderReceived(Scene scene, int clause) {
    return scene.cue("trade-flow", "receive", clause).isPresent()
        && scene.word("order", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
  }

  /** Whether goods are what an order, from whom takes them, is for: an order for lifts from. */
  static boolean isOrder(Scene scene, Mention cue) {
    return !cue.concept().partOfSpeech().equals("verb")
        && scene.word("order", Math.max(0, cue.from() - 1), cue.to()).isPresent();
  }

  /** Whether who orders does so by a noun: placed an order for 30 buses. */
  private static boolean isOrderPlaced(Scene scene, Mention order) {
    int from = Math.max(scene.clauseBegin(scene.clause(order.from())), order.from() - 3);
    return scene.word("order-placing", from, order.to()).isPresent();
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
    while (last + 1 < members.size() && isJoined(scene, members.get(last), members.get(last + 1))) {
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

  /** Of parties on both sides leaves those that face the one that takes: both agreed to send to. */
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
    int noun = party.from() - 2;
    boolean german =
        scene.language() == Language.DE
            && noun >= 0
            && scene.m.token(noun).isCapitalised()
            && scene.m.at(Layer.PRODUCT, noun).isEmpty()
            && (noun == scene.clauseBegin(scene.clause(cue.from()))
                ? scene.m.word(noun).is(Feature.NOUN)
                : scene.m.isDefiniteArticle(noun - 1) && !scene.m.token(noun - 1).is("dem"));
    return german
        || scene.language() == Language.EN
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

  /** Whether a party stands between a verb of giving and with what it gives: supplies A with B. */
  private static boolean isGivenWith(Scene scene, Party party, Mention cue) {
    if (party.from() < cue.to()
        || scene.language() == Language.RU
        || party.marker() == Marker.COMPANION) {
      return false;
    }
    for (int i = party.to(); i < Math.min(scene.size(), party.to() + LONGEST_TAKER); i++) {
      if (scene.m.isWord(i, "companion")) {
        int with = i;
        return Few.of(scene.products())
            .anyMatch(p -> p.from() > with && p.from() - with <= LONGEST_TAKER);
      }
      if (!scene.m.token(i).isWord() || scene.m.at(Layer.CUE, i).isPresent()) {
        return false;
      }
    }
    return false;
  }

  /** Whether a firm behind a place, before with, is whom the place only tells more of. */
  private static boolean isNamedBy(Party firm, Party place, Scene scene, Mention cue) {
    return firm.isOrganisation()
        && !place.isOrganisation()
        && firm.from() >= place.to()
        && scene.sameClause(firm.from(), place.from())
        && isGivenWith(scene, firm, cue);
  }

  /** Whether a Russian genitive right behind goods says whose they are: спрос на сыр области. */
  private static boolean isOwnerOfGoods(Scene scene, Party party) {
    return scene.language() == Language.RU
        && Few.of(scene.products()).anyMatch(p -> p.to() == party.from());
  }

  /** Whether a firm is told right behind goods that are bought: kauft Technik von Gomselmasch. */
  private static boolean isMakerBehind(Scene scene, Party party) {
    return party.isOrganisation()
        && Few.of(scene.products())
            .anyMatch(p -> p.to() <= party.from() && party.from() - p.to() <= 2);
  }

  /** Whether a firm behind von is whom a German verb of buying buys from: bezieht vom Konzern. */
  private static boolean isBoughtFrom(Scene scene, Party party) {
    return scene.language() == Language.DE
        && party.isOrganisation()
        && scene.word("of", Math.max(0, party.from() - 2), party.from()).isPresent();
  }

  /**
   * Whether a verb of giving tells in the passive what its subject gets: ist mit Pumpen versorgt.
   */
  private static boolean isEquipped(Scene scene, Mention cue) {
    int begin = scene.clauseBegin(scene.clause(cue.from()));
    int end = scene.clauseEnd(scene.clause(cue.from()));
    return scene.language() != Language.RU
        && cue.concept().key().equals("send")
        && scene.m.word(cue.from()).is(Feature.PARTICIPLE)
        && isPassive(scene, begin, end)
        && scene
            .word("companion", begin, end)
            .filter(
                with ->
                    Few.of(scene.products())
                        .anyMatch(p -> p.from() >= with.to() && p.from() - with.to() <= 2))
            .isPresent();
  }

  private static boolean isPassive(Scene scene, int begin, int end) {
    for (int i = begin; i < end; i++) {
      Word word = scene.m.word(i);
      if (word.hasLemma("be") || word.hasLemma("sein") || word.hasLemma("werden")) {
        return true;
      }
    }
    return false;
  }

  /** Whether who is told to have buyers has them elsewhere: the plant found takers in Almaty. */
  private static boolean isFoundThere(Scene scene, int clause) {
    Few<Party> here = Few.of(scene.parties).filter(p -> scene.clause(p.from()) == clause);
    return here.filter(p -> p.marker() == Marker.LOCATION)
        .anyMatch(
            there ->
                Few.of(scene.parties)
                    .filter(p -> scene.clause(p.from()) == clause)
                    .anyMatch(p -> p.marker() == Marker.UNMARKED && !p.sameCountryAs(there)));
  }

  /** Whether but a part of what others get goes to it: 31 buses to Kazakhstan, nine of them to. */
  private static boolean isPart(Scene scene, Party party) {
    Optional<Mention> of = scene.word("of-that", party.from() - 4, party.from());
    return of.isPresent()
        && Few.of(scene.figures)
            .anyMatch(f -> f.to() == of.get().from() || f.from() == of.get().to())
        && Few.of(scene.parties)
            .anyMatch(p -> p.marker() == Marker.GOAL && p.to() <= of.get().from());
  }

  /** Whether a buyer of another land's goods is from there: a farm from Taraz wants Minsk pumps. */
  private static boolean isBuyersHome(Scene scene, Party party, int clause) {
    int noun = party.from() - 1;
    while (noun > scene.clauseBegin(clause) && !scene.m.isWord(noun, "source")) {
      noun--;
    }
    while (noun > scene.clauseBegin(clause) && scene.m.isWord(noun, "source")) {
      noun--;
    }
    int at = noun;
    return noun > scene.clauseBegin(clause) - 1
        && noun - scene.clauseBegin(clause) <= 3
        && scene.m.word(noun).is(Feature.NOUN)
        && Few.of(scene.products()).noneMatch(p -> p.from() <= at && at < p.to())
        && (isOfElsewhere(scene, party, clause) || isFetched(scene, party, clause));
  }

  /** Whether goods are bought in a place abroad: farmers from Abay picked up 25 balers in Brest. */
  private static boolean isFetched(Scene scene, Party buyer, int clause) {
    return Few.of(scene.parties)
        .filter(p -> p.marker() == Marker.LOCATION && scene.clause(p.from()) == clause)
        .anyMatch(p -> p.country().isPresent() && !p.sameCountryAs(buyer));
  }

  /** Whether goods right before are said to be made by or in it: units made by Adani. */
  private static boolean isMaker(Scene scene, Party party) {
    int by = party.from() - 1;
    while (by > 0 && party.from() - by < 6 && !isBy(scene, by)) {
      by--;
    }
    boolean before = isBefore(scene, party);
    int made = before ? party.to() : by - 1;
    return made > 0
        && isBy(scene, by)
        && scene.m.word(made).is(Feature.PARTICIPLE)
        && Few.of(scene.m.in(Layer.CUE))
            .anyMatch(
                c ->
                    c.from() <= made
                        && made < c.to()
                        && (c.concept().key().equals("make")
                            || c.concept().key().equals("produce")
                            || c.concept().key().equals("send")))
        && (before || Few.of(scene.products()).anyMatch(p -> p.to() == made));
  }

  /** Whether a participle right behind tells of goods behind it: in Minsk gebaute Traktoren. */
  private static boolean isBefore(Scene scene, Party party) {
    int made = party.to();
    return scene.language() == Language.DE
        && made < scene.size()
        && scene.m.word(made).is(Feature.PARTICIPLE)
        && Few.of(scene.products()).anyMatch(p -> p.from() == made + 1);
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
  private static boolean isOrderedFrom(Scene scene, List<Value.Entity> givers, Value.Entity taker) {
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
  static boolean isOfDocument(Scene scene, int cue) {
    return Few.of(scene.m.in(Layer.AGREEMENT))
        .filter(d -> d.from() <= cue && scene.sameClause(d.from(), cue))
        .anyMatch(d -> cue - d.to() <= 3 || isWithPartner(scene, d, cue));
  }

  /** Whether nothing but with whom it was signed parts a document from a cue: a deal with X to. */
  private static boolean isWithPartner(Scene scene, Mention document, int cue) {
    return scene.m.isWord(document.to(), "companion")
        && Few.of(scene.parties)
            .filter(p -> p.isOrganisation() && p.marker() == Marker.COMPANION)
            .anyMatch(
                p ->
                    p.from() > document.to()
                        && p.from() - document.to() <= LONGEST_TAKER
                        && cue >= p.to()
                        && cue - p.to() <= 2);
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

  static boolean sameSide(Scene scene, Value.Entity a, Value.Entity b) {
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
  static boolean isBehindProduct(Scene scene, Party party) {
    int from = party.from();
    return party.to() < scene.size()
        && scene.m.isWord(party.to(), "make-of-goods")
        && Few.of(scene.products()).anyMatch(p -> p.to() <= from && from - p.to() <= 1);
  }

  static boolean isBeforeProduct(Scene scene, Party party) {
    for (int i = party.to(); i < Math.min(scene.size(), party.to() + 5); i++) {
      Optional<Mention> product = scene.m.at(Layer.PRODUCT, i);
      if (product.isPresent()) {
        // Rice farmers are no rice.
        return scene.language() != Language.EN
            || !scene.m.isWord(product.get().to(), "transparent");
      }
      boolean tied = scene.m.token(i - 1).is("-");
      boolean verb = !tied && scene.m.word(i).is(Feature.FINITE) && scene.isVerb(i);
      if (scene.m.token(i).is(",")
          || scene.m.token(i).is(")")
          || scene.m.at(Layer.PARTY, i).isPresent()
          || verb && scene.language() != Language.RU) {
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
      Value.Entity first = exporters.get(0);
      exporters.removeIf(
          e -> !e.equals(first) && (!sameSide(scene, e, first) || isLand(e) != isLand(first)));
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
  static boolean imports(Concept cue) {
    return Scene.signals(cue, "flow/import") || cue.key().equals("buy");
  }

  /** Whether the cue says by itself on which side it stands. */
  static boolean turns(Concept cue) {
    return imports(cue) || Scene.signals(cue, "flow/export");
  }

  /** Whose goods a firm's head tells of is the firm, unless it stands on this side. */
  private static Optional<Value.Entity> ofSpeaker(Scene scene, List<Value.Entity> side) {
    return scene
        .discourse
        .speaker()
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
        e -> e.kind() == Value.Kind.COUNTRY && Few.of(narrow).anyMatch(n -> sameSide(scene, n, e)));
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

  /** With another that sends, where one is told who is of the senders' side. */
  Direction from(Optional<Party> sender) {
    return sender.isEmpty() ? this : new Direction(List.of(sender.get().entity()), importers, rule);
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

  /**
   * An organisation right after the product makes it, as in tyres from Belshina; a place there is
   * where it is from, as in copper from Zhezkazgan.
   */
  Direction withMaker(Scene scene, Mention product) {
    for (Party party : scene.parties) {
      boolean from =
          party.marker() == Marker.SOURCE
              && !party.isOrganisation()
              && party.from() > product.to()
              && party.from() - product.to() <= 2
              && !exporters.contains(Pairs.trader(scene, party))
              && Few.of(exporters).allMatch(e -> isLand(e) && sameSide(scene, e, party.entity()));
      if (from) {
        return new Direction(List.of(Pairs.trader(scene, party)), importers, rule);
      }
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
      boolean besideOther =
          party.isOrganisation()
              && party.to() == product.from()
              && exporters.size() == 1
              && exporters.get(0).kind() == Value.Kind.ORGANISATION
              && sameSide(scene, exporters.get(0), party.entity());
      if (maker && !between || named || besideOther) {
        return new Direction(List.of(party.entity()), importers, rule);
      }
    }
    return this;
  }
}
