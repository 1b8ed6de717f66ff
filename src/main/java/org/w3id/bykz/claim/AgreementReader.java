package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/** Agreement: a word for a document beside a verb that makes or has one. */
final class AgreementReader implements FrameReader {

  /** Most tokens between a document and the first of its parties. */
  private static final int BETWEEN_REACH = 8;

  /** The paragraph of the agreement told last. */
  private int paragraph = -2;

  /** How many sentences have been read since. */
  private int since;

  /** The agreement told last. */
  private Optional<Draft> last = Optional.empty();

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Mention> cues = scene.cues("agreement");
    List<Integer> done = new ArrayList<>();
    List<Mention> read = new ArrayList<>();
    for (Mention document : scene.m.in(Layer.AGREEMENT)) {
      boolean twinning = document.concept().key().equals("twinning");
      boolean verb = !twinning && document.length() == 1 && scene.isVerb(document.from());
      int clause = scene.clause(document.from());
      boolean ofTowns =
          !twinning
              && Few.of(scene.m.in(Layer.AGREEMENT))
                  .anyMatch(
                      d ->
                          d.concept().key().equals("twinning")
                              && d.from() >= document.to()
                              && scene.clause(d.from()) == clause);
      boolean none = verb || isAgain(scene, document, read);
      if (scene.inName(document.from()) || none || ofTowns || isSame(scene, document)) {
        continue;
      }
      Optional<Mention> cue =
          Few.of(cues)
              .filter(c -> scene.clause(c.from()) == clause && !c.overlaps(document))
              .findFirst()
              .or(
                  () ->
                      Few.of(cues)
                          .filter(c -> scene.clause(c.from()) == clause + 1)
                          .filter(c -> c.concept().key().equals("sign"))
                          .filter(c -> scene.isRelative(clause + 1))
                          .findFirst());
      boolean headline = scene.sentence().zone() == Sentence.Zone.HEADLINE;
      boolean told =
          cue.isPresent()
              || twinning && !headline
              || isBetween(scene, document)
              || isWith(scene, document)
              || isCounted(scene, document);
      if (!told || done.contains(clause) && !isSecond(scene, document, read)) {
        continue;
      }
      done.add(clause);
      read.add(document);
      read(scene, document, cue.orElse(document), drafts);
    }
    if (!done.isEmpty()) {
      paragraph = scene.sentence().paragraph();
      since = 0;
      last = Few.of(drafts).filter(d -> d.frame == Frame.AGREEMENT).last();
    } else {
      since++;
      goesOn(scene);
    }
    if (done.isEmpty() && scene.m.in(Layer.AGREEMENT).isEmpty()) {
      nothing(scene, drafts);
    }
  }

  /** Gives the agreement told last the sum that a sentence without parties tells of it. */
  private void goesOn(Scene scene) {
    boolean near = scene.sentence().paragraph() - paragraph <= 0;
    boolean bare = Few.of(scene.parties).noneMatch(Party::named);
    Optional<Figure> sum = Few.of(scene.figures).filter(Figure::isMoney).findFirst();
    if (!near || !bare || sum.isEmpty()) {
      return;
    }
    Optional<Mention> document =
        Few.of(scene.m.in(Layer.AGREEMENT))
            .findFirst()
            .filter(d -> scene.language() != Language.EN || since == 1)
            .or(
                () ->
                    scene
                        .word("its-worth", 0, sum.get().from())
                        .filter(w -> since == 1 && scene.cues("trade-value").isEmpty()));
    document.ifPresent(
        d -> last.filter(l -> !l.has(Role.VALUE)).ifPresent(l -> figure(scene, sum.get(), d, l)));
  }

  /** Whether a sentence that told a document and its parties only says that it was signed. */
  private static boolean isAgain(Scene scene, Mention document, List<Mention> read) {
    int clause = scene.clause(document.from());
    return document.concept().key().equals("other")
        && !read.isEmpty()
        && Few.of(scene.parties)
            .noneMatch(
                p ->
                    p.named()
                        && scene.clause(p.from()) == clause
                        && p.entity().kind() != Value.Kind.COUNTRY);
  }

  /** Whether a bare document is the one told in the paragraph before or in this one. */
  private boolean isSame(Scene scene, Mention document) {
    int from = document.from();
    boolean definite =
        scene.language() != Language.RU
            && since == 0
            && document.concept().key().equals("other")
            && from > 0
            && scene.m.isDefiniteArticle(from - 1)
            && Few.of(scene.parties).noneMatch(p -> p.named() && scene.sameClause(p.from(), from));
    if (definite) {
      return scene.sentence().paragraph() - paragraph <= 1;
    }
    return scene.language() == Language.RU
        && document.length() == 1
        && scene.m.word(document.from()).hasLemma("документ")
        && scene.sentence().paragraph() - paragraph <= 1;
  }

  /**
   * Whether and joins a document of another kind to one read before: a roadmap and a memorandum.
   */
  private static boolean isSecond(Scene scene, Mention document, List<Mention> read) {
    int i = document.from() - 1;
    while (i > 0
        && (scene.m.word(i).is(Feature.ADJECTIVE)
            || scene.m.token(i).is("a")
            || scene.m.token(i).is("an")
            || scene.m.word(i).hasLemma("ein"))) {
      i--;
    }
    int clause = scene.clause(document.from());
    return i > 0
        && scene.m.isWord(i, "and")
        && (scene.language() == Language.RU || i < document.from() - 1)
        && Few.of(read)
            .filter(r -> scene.clause(r.from()) == clause)
            .noneMatch(r -> r.concept().equals(document.concept()));
  }

  /** Whether the parties stand right behind their document: a contract between A and B. */
  private static boolean isBetween(Scene scene, Mention document) {
    List<Party> between = between(scene, scene.clause(document.from()));
    return between.size() >= 2
        && between.get(0).from() >= document.to()
        && between.get(0).from() - document.to() <= BETWEEN_REACH;
  }

  /** Whether the other party stands right behind the document of one: A's contract with B. */
  private static boolean isWith(Scene scene, Mention document) {
    int clause = scene.clause(document.from());
    boolean signed =
        document.concept().key().equals("contract")
            || document.concept().key().equals("memorandum")
            || document.concept().key().equals("cooperation-agreement");
    return signed
        && scene.sentence().zone() != Sentence.Zone.HEADLINE
        && Few.of(scene.parties)
            .anyMatch(
                with ->
                    with.marker() == Marker.COMPANION
                        && with.named()
                        && with.from() > document.to()
                        && with.from() - document.to() <= 2
                        && Few.of(scene.parties)
                            .anyMatch(
                                p ->
                                    p.named()
                                        && scene.clause(p.from()) == clause
                                        && p.marker() != Marker.LOCATION
                                        && !p.sameCountryAs(with)
                                        && !p.entity().equals(with.entity())));
  }

  /** Whether something is done by a document that is there: under an agreement with. */
  private static boolean isGround(Scene scene, Mention document) {
    for (int i = document.from() - 1; i >= Math.max(0, document.from() - 3); i--) {
      if (scene.m.word(i).is(Feature.PREPOSITION)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line without a verb counts documents with somebody: seven contracts with Kazakhs. */
  private static boolean isCounted(Scene scene, Mention document) {
    int clause = scene.clause(document.from());
    return Clauses.isVerbless(scene.m)
        && scene.sentence().zone() != Sentence.Zone.HEADLINE
        && Few.of(scene.figures)
            .anyMatch(
                f -> f.isCount() && f.to() <= document.from() && document.from() - f.to() <= 2)
        && Few.of(scene.parties)
            .anyMatch(p -> p.marker() == Marker.COMPANION && scene.clause(p.from()) == clause);
  }

  /** Nothing was signed with somebody: the document itself goes without saying. */
  private static void nothing(Scene scene, List<Draft> drafts) {
    for (Mention cue : scene.cues("agreement", "sign")) {
      int clause = scene.clause(cue.from());
      boolean denied =
          scene.word("nothing", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
      List<Party> with =
          Few.of(scene.parties)
              .filter(p -> scene.clause(p.from()) == clause && p.marker() == Marker.COMPANION)
              .toList();
      List<Value.Entity> pair = denied && !with.isEmpty() ? Pairs.sides(scene, with) : List.of();
      if (pair.size() >= 2) {
        drafts.add(
            new Draft(Frame.AGREEMENT, cue.from(), cue.concept().id())
                .polarity(Polarity.NEGATIVE)
                .with(Role.PARTY, pair.get(1))
                .with(Role.PARTY, pair.get(0)));
        return;
      }
    }
  }

  private void read(Scene scene, Mention document, Mention cue, List<Draft> drafts) {
    int clause = clauseOfParties(scene, scene.clause(document.from()));
    boolean twinning = document.concept().key().equals("twinning");
    for (List<Value.Entity> pair : groups(scene, clause, twinning)) {
      read(scene, document, cue, pair, drafts);
    }
  }

  /** Whether no more than that a document is agreed on is told, and not that it is to be signed. */
  private static boolean isAgreed(Scene scene, int anchor) {
    return scene.mood().isOnlyAgreed(anchor)
        && Few.of(scene.cues("agreement", "sign"))
            .allMatch(c -> scene.word("agreed", c.from(), c.to()).isPresent());
  }

  /** The clause itself, or where it names no party the relative one: the contract which A and B. */
  private static int clauseOfParties(Scene scene, int clause) {
    boolean bare =
        Few.of(scene.parties)
            .noneMatch(p -> scene.clause(p.from()) == clause && p.marker() != Marker.LOCATION);
    boolean told =
        bare
            && clause + 1 < scene.clauseCount()
            && scene.isRelative(clause + 1)
            && Few.of(scene.parties)
                    .filter(p -> scene.clause(p.from()) == clause + 1 && p.named())
                    .flatMap(p -> Few.of(p.country()))
                    .distinct()
                    .count()
                > 0;
    return told ? clause + 1 : clause;
  }

  /**
   * Whether the verb is but a participle of the document, which has been signed: a contract signed.
   */
  private static boolean isAttribute(Scene scene, Mention cue, Mention document) {
    if (cue.length() > 1 || !scene.m.word(cue.from()).is(Feature.PARTICIPLE)) {
      return false;
    }
    return switch (scene.language()) {
      case EN -> cue.from() == document.to();
      case DE -> cue.to() == document.from() && !scene.m.token(cue.from()).is("unterzeichnet");
      default -> scene.m.word(cue.from()).is(Feature.ADJECTIVE);
    };
  }

  private void read(
      Scene scene, Mention document, Mention cue, List<Value.Entity> pair, List<Draft> drafts) {
    int clause = scene.clause(document.from());
    for (int partner = 1; partner < pair.size(); partner++) {
      Draft draft =
          new Draft(Frame.AGREEMENT, cue.from(), document.concept().id())
              .with(Role.PARTY, pair.get(0))
              .with(Role.PARTY, pair.get(partner));
      if (cue.concept().key().equals("prepare-agreement")) {
        draft.modality(Modality.PLANNED);
      }
      if (!document.concept().key().equals("other")) {
        draft.with(Role.KIND, scene.entity(document));
      } else {
        sameKind(draft);
      }
      boolean ground = cue.equals(document) && isGround(scene, document);
      if (isAttribute(scene, cue, document)
          || ground && isWith(scene, document)
          || isAgreed(scene, draft.anchor)) {
        draft.modality(Modality.FACT);
      }
      Few.of(scene.figures)
          .filter(f -> scene.clause(f.from()) == clause || isItsWorth(scene, f, clause))
          .forEach(f -> figure(scene, f, document, draft));
      Few.of(scene.dates)
          .filter(d -> !d.isBase() && d.use() != DateMention.Role.TARGET)
          .filter(d -> scene.clause(d.from()) == clause && isDay(d) && !isTerm(scene, d))
          .filter(
              d ->
                  !cue.concept().key().equals("have-agreement")
                      || d.use() == DateMention.Role.SINCE)
          .min(Comparator.comparingInt(d -> d.use() == DateMention.Role.POINT ? 0 : 1))
          .ifPresent(d -> draft.with(Role.DATE, new Value.Date(d.start())));
      for (Mention sector : scene.sectors()) {
        boolean ofNext =
            Few.of(scene.m.in(Layer.AGREEMENT))
                .anyMatch(
                    d ->
                        d.from() > document.to()
                            && d.from() < sector.from()
                            && isSecond(scene, d, List.of(document)));
        if (scene.clause(sector.from()) == clause && sector.from() >= document.to() && !ofNext) {
          draft.with(Role.SECTOR, scene.entity(sector));
        }
      }
      drafts.add(draft);
      scene.discourse.signers(List.of(pair.get(0), pair.get(partner)));
    }
  }

  /** The document is of the kind of the one that the same parties were told to sign. */
  private void sameKind(Draft draft) {
    last.filter(l -> l.values(Role.PARTY).containsAll(draft.values(Role.PARTY)))
        .filter(l -> since <= 1)
        .ifPresent(l -> l.values(Role.KIND).forEach(kind -> draft.with(Role.KIND, kind)));
  }

  /** Whether a sum behind a clause is what its document is worth: they signed; its value is. */
  private static boolean isItsWorth(Scene scene, Figure figure, int clause) {
    int own = scene.clause(figure.from());
    boolean told =
        figure.isMoney()
            && own == clause + 1
            && scene.word("its-worth", scene.clauseBegin(own), figure.from()).isPresent()
            && Few.of(scene.products()).noneMatch(p -> scene.clause(p.from()) == own)
            && Few.of(scene.parties).noneMatch(p -> p.named() && scene.clause(p.from()) == own);
    return told || isBehindDash(scene, figure, clause);
  }

  /** Whether a dash and nothing else stands between a clause and the sum that it is worth. */
  private static boolean isBehindDash(Scene scene, Figure figure, int clause) {
    int begin = scene.clauseEnd(clause);
    return figure.isMoney()
        && figure.from() == begin + 1
        && scene.m.token(begin).is("-")
        && scene.language() == Language.RU;
  }

  /** A year after for is what the document is for. */
  private static boolean isTerm(Scene scene, When when) {
    boolean second =
        when.from() > 1
            && scene.m.isWord(when.from() - 1, "and")
            && Few.of(scene.dates).anyMatch(d -> d.to() == when.from() - 1 && isTerm(scene, d));
    return second
        || when.from() > 0
            && (scene.m.token(when.from() - 1).is("for")
                || scene.m.token(when.from() - 1).is("für"));
  }

  /** A span of years is what the document is for, not when it was signed. */
  private static boolean isDay(When when) {
    return when.edtf().indexOf('/') < 0 || when.use() == DateMention.Role.SINCE;
  }

  private static void figure(Scene scene, Figure figure, Mention document, Draft draft) {
    if (figure.isMoney() && !draft.has(Role.VALUE)) {
      draft
          .with(Role.VALUE, figure.amount().orElseThrow())
          .with(Role.CURRENCY, Value.Kind.CURRENCY, figure.currency().orElseThrow());
      if (!isAmount(scene, figure, document)) {
        TradeFlowReader.bound(draft, figure);
      }
      return;
    }
    boolean before = figure.to() <= document.from() && document.from() - figure.to() <= 4;
    boolean regions =
        figure.to() < scene.size()
            && scene.m.isWord(figure.to(), "geographic")
            && !scene.m.isWord(figure.from(), "both-sides")
            && !scene.m.isWord(figure.from(), "both-parties");
    boolean known = figure.from() > 0 && scene.m.token(figure.from() - 1).is("the");
    boolean side =
        scene.partyAt(figure.from()).isPresent() || !regions && Measures.isOfPeople(scene, figure);
    if (figure.isCount() && !known && !side && (before || regions) && !draft.has(Role.COUNT)) {
      draft.with(Role.COUNT, figure.amount().orElseThrow());
      TradeFlowReader.bound(draft, figure);
    }
  }

  /** In Vertrag über 25 Mio. the preposition tells the sum, not that it is more. */
  private static boolean isAmount(Scene scene, Figure figure, Mention document) {
    int over = figure.from() - 1;
    while (over > document.to() && scene.m.token(over).is("insgesamt")) {
      over--;
    }
    boolean told = figure.from() >= document.to() && over >= document.to();
    return scene.language() == Language.DE
        && told
        && scene.m.token(over).is("über")
        && !scene.m.word(over - 1).is(Feature.PREPOSITION);
  }

  /** A clause may tell of several pairs: A signed with B and C, D with E. */
  private static List<List<Value.Entity>> groups(Scene scene, int clause, boolean twinning) {
    List<Party> own = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (Party party : scene.parties) {
      boolean land = party.entity().kind() == Value.Kind.REGION && party.named();
      if (scene.clause(party.from()) == clause && land && party.marker() != Marker.LOCATION) {
        boolean turns0 =
            !own.isEmpty()
                && party.sameCountryAs(own.get(0))
                && !party.sameCountryAs(own.get(own.size() - 1));
        if (turns0) {
          turns.add(own.size());
        }
        own.add(party);
      }
    }
    boolean apart =
        between(scene, clause).size() == 2
            && Few.of(own).noneMatch(p -> p.marker() == Marker.BETWEEN);
    if (!twinning && apart && isPair(own)) {
      List<List<Value.Entity>> both = new ArrayList<>();
      both.add(Pairs.sides(scene, own));
      both.add(parties(scene, clause, false));
      return both;
    }
    Optional<List<Value.Entity>> several =
        twinning ? Optional.empty() : oneWithSeveral(scene, clause);
    if (several.isPresent()) {
      return List.of(several.get());
    }
    if (twinning || turns.isEmpty() || own.get(own.size() - 1).sameCountryAs(own.get(0))) {
      List<Value.Entity> pair = parties(scene, clause, twinning);
      return pair.size() < 2 ? List.of() : List.of(pair);
    }
    List<List<Value.Entity>> groups = new ArrayList<>();
    turns.add(own.size());
    int from = 0;
    for (int to : turns) {
      groups.add(Few.of(own.subList(from, to)).map(Party::entity).distinct().toList());
      from = to;
    }
    return groups;
  }

  /** The parties of a clause that between joins. */
  private static List<Party> between(Scene scene, int clause) {
    return Few.of(scene.parties)
        .filter(p -> scene.clause(p.from()) == clause && p.marker() == Marker.BETWEEN)
        .toList();
  }

  /** A region and, before it, several of the other land: with A, B and C, D has agreements. */
  private static Optional<List<Value.Entity>> oneWithSeveral(Scene scene, int clause) {
    List<Party> lands =
        Few.of(scene.parties)
            .filter(p -> scene.clause(p.from()) == clause && p.named() && !p.isOrganisation())
            .filter(p -> p.country().isPresent() && p.entity().kind() != Value.Kind.PERSON)
            .toList();
    List<Party> with = Few.of(lands).filter(p -> p.marker() == Marker.COMPANION).toList();
    Optional<Party> one = Few.of(lands).filter(p -> p.marker() == Marker.UNMARKED).findFirst();
    boolean apart =
        with.size() > 1
            && lands.size() == with.size() + 1
            && one.filter(o -> o.from() > with.get(with.size() - 1).from()).isPresent()
            && Few.of(with).allMatch(p -> p.sameCountryAs(with.get(0)))
            && !one.get().sameCountryAs(with.get(0));
    if (!apart) {
      return Optional.empty();
    }
    List<Value.Entity> group = new ArrayList<>();
    group.add(Pairs.region(scene, one.get().entity()));
    with.forEach(p -> group.add(Pairs.region(scene, p.entity())));
    return Optional.of(group);
  }

  private static boolean isPair(List<Party> parties) {
    return Few.of(parties).flatMap(p -> Few.of(p.country())).distinct().count() > 1;
  }

  /** Twinned towns and firms stand for themselves, any other place for its region. */
  private static List<Value.Entity> parties(Scene scene, int clause, boolean twinning) {
    List<Party> own = new ArrayList<>();
    boolean visit =
        scene.cue("event", "visit", clause).isPresent()
            || Few.of(scene.m.in(Layer.EVENT))
                .anyMatch(
                    e -> e.concept().key().equals("visit") && scene.clause(e.from()) == clause);
    for (Party party : scene.parties) {
      boolean goal = visit && party.marker() == Marker.GOAL && !party.isOrganisation();
      boolean maker =
          party.isOrganisation() && Few.of(scene.products()).anyMatch(p -> p.from() == party.to());
      if (scene.clause(party.from()) == clause
          && party.marker() != Marker.LOCATION
          && !goal
          && !maker) {
        own.add(party);
      }
    }
    if (own.isEmpty() && clause > 0) {
      Few.of(scene.parties)
          .filter(p -> scene.clause(p.from()) == clause - 1 && p.isOrganisation())
          .forEach(own::add);
    }
    if (twinning) {
      List<Value.Entity> towns =
          withActing(
              scene,
              clause,
              Value.Kind.PLACE,
              Few.of(scene.parties)
                  .filter(p -> scene.clause(p.from()) == clause || isBeforeDash(scene, p, clause))
                  .toList());
      boolean verb = Few.of(scene.m.in(Layer.AGREEMENT)).anyMatch(d -> scene.isVerb(d.from()));
      if (towns.size() >= 2 || verb && scene.language() == Language.EN) {
        return towns;
      }
    }
    List<Value.Entity> cities =
        Few.of(own)
            .filter(p -> p.marker() == Marker.BETWEEN || !p.named())
            .filter(p -> p.entity().kind() == Value.Kind.PLACE)
            .map(Party::entity)
            .distinct()
            .toList();
    if (cities.size() == 2) {
      return cities;
    }
    List<Party> firms = Few.of(own).filter(Party::isOrganisation).toList();
    if (Few.of(firms).map(Party::entity).distinct().count() >= 2) {
      return signers(scene, firms, own);
    }
    List<Value.Entity> bodies = withActing(scene, clause, Value.Kind.ORGANISATION, firms);
    if (bodies.size() == 2) {
      return bodies;
    }
    boolean untold =
        own.isEmpty()
            && scene.personSides(clause).isEmpty()
            && Few.of(scene.m.in(Layer.EVENT)).noneMatch(e -> isOfMany(e));
    if (untold && scene.discourse.sides().isPresent()) {
      return scene.discourse.sides().get();
    }
    return Pairs.sides(scene, own);
  }

  /** At a forum or exhibition many sign. */
  private static boolean isOfMany(Mention event) {
    return event.concept().key().equals("forum") || event.concept().key().equals("exhibition");
  }

  /** Whether a Russian clause without a verb says what the party is: Брест и Пинск – побратимы. */
  private static boolean isBeforeDash(Scene scene, Party party, int clause) {
    return scene.language() == Language.RU
        && scene.clause(party.from()) == clause - 1
        && party.marker() != Marker.LOCATION
        && scene.m.token(scene.clauseBegin(clause)).is("-");
  }

  /** Those of a kind that are named, or that persons of the clause hold their offices of. */
  private static List<Value.Entity> withActing(
      Scene scene, int clause, Value.Kind kind, List<Party> named) {
    Set<Value.Entity> all = new LinkedHashSet<>();
    Few.of(named).map(Party::entity).filter(e -> e.kind() == kind).forEach(all::add);
    Few.of(scene.personSides(clause)).filter(e -> e.kind() == kind).forEach(all::add);
    return List.copyOf(all);
  }

  /** Of several firms first the one that the others sign with. */
  private static List<Value.Entity> signers(Scene scene, List<Party> firms, List<Party> own) {
    List<Party> with = Few.of(firms).filter(p -> p.marker() == Marker.COMPANION).toList();
    List<Party> from = Few.of(firms).filter(p -> p.marker() != Marker.COMPANION).toList();
    List<Party> side =
        Few.of(own)
            .filter(p -> !p.isOrganisation() && p.country().isPresent())
            .filter(p -> p.marker() == Marker.COMPANION)
            .filter(p -> Few.of(firms).noneMatch(p::sameCountryAs))
            .limit(with.isEmpty() ? 1 : 0)
            .toList();
    List<Value.Entity> signers = new ArrayList<>();
    if (!side.isEmpty()) {
      signers.add(Pairs.region(scene, side.get(0).entity()));
    } else if (with.size() == 1 && from.size() > 1) {
      signers.add(with.get(0).entity());
    } else if (with.size() > 1 && from.size() == 1) {
      signers.add(from.get(0).entity());
    } else {
      Party last = firms.get(firms.size() - 1);
      boolean alone =
          last.country().isPresent()
              && firms.subList(0, firms.size() - 1).stream().noneMatch(last::sameCountryAs);
      if (alone) {
        signers.add(last.entity());
      }
    }
    Few.of(firms).map(Party::entity).filter(e -> !signers.contains(e)).forEach(signers::add);
    return signers.stream().distinct().toList();
  }
}
