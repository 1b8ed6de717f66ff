package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/** Event: parties meet; one visits the other; a forum, exhibition or commission is held. */
final class EventReader implements FrameReader {

  private static final String EVENT_KIND = "event-kind/";

  /** How far from its noun an event's people and places stand. */
  private static final int REACH = 16;

  /** Meetings of the document told so far. */
  private final List<Draft> meetings = new ArrayList<>();

  /** Forums, exhibitions and commissions told so far. */
  private final List<Draft> occasions = new ArrayList<>();

  /** A meeting told of which it is not yet told who met. */
  private Optional<Draft> open = Optional.empty();

  /** How many sentences ago it was told. */
  private int since;

  /** Visits told so far. */
  private final List<Draft> visits = new ArrayList<>();

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    boolean silent = scene.cues("event").isEmpty() && scene.m.in(Layer.EVENT).isEmpty();
    if (silent || scene.sentence().zone() == Sentence.Zone.HEADLINE) {
      return;
    }
    since++;
    for (int clause = 0; clause < scene.clauseCount(); clause++) {
      new Reading(scene, clause, drafts, this).run();
    }
  }

  /** One clause of a sentence. */
  private static final class Reading {

    private final Scene scene;
    private final int clause;
    private final List<Draft> drafts;
    private final List<Draft> meetings;
    private final List<Draft> occasions;
    private final List<Draft> visits;
    private final EventReader told;
    private final List<Mention> nouns;
    private final List<Discourse.Holder> people;

    Reading(Scene scene, int clause, List<Draft> drafts, EventReader told) {
      this.meetings = told.meetings;
      this.occasions = told.occasions;
      this.visits = told.visits;
      this.told = told;
      this.scene = scene;
      this.clause = clause;
      this.drafts = drafts;
      List<Mention> kinds =
          Few.of(scene.m.in(Layer.EVENT))
              .filter(this::isHere)
              .filter(n -> !scene.inName(n.from()) && !scene.isVerb(n.from()) && !isFrame(n))
              .toList();
      this.nouns =
          kinds.isEmpty() && takesPart()
              ? EventNames.fairs(scene, scene.clauseBegin(clause), scene.clauseEnd(clause))
              : kinds;
      this.people =
          Few.of(scene.named())
              .filter(n -> scene.clause(n.from()) == clause)
              .map(Speakers.Named::holder)
              .distinct()
              .toList();
    }

    private boolean isHere(Mention mention) {
      return scene.clause(mention.from()) == clause;
    }

    /** Whether the event only frames another, as in on the sidelines of the forum. */
    private boolean isFrame(Mention noun) {
      return scene
              .word("framework", Math.max(0, noun.from() - 6), noun.from())
              .filter(w -> scene.language() == Language.EN || !hasVerb(w.to(), noun.from()))
              .isPresent()
          && !isToldWhole(noun);
    }

    private boolean hasVerb(int from, int to) {
      for (int i = from; i < to; i++) {
        boolean verb = scene.isVerb(i) && !scene.m.word(i).is(Feature.ADJECTIVE);
        if (verb && scene.m.word(i).is(Feature.FINITE)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a Russian noun tells itself who meets whom, or who goes where. */
    private boolean isToldWhole(Mention noun) {
      int from = noun.to();
      int end = Math.min(scene.clauseEnd(scene.clause(noun.from())), from + REACH);
      boolean visit = noun.concept().key().equals("visit");
      if (visit && scene.word("in-the-course", Math.max(0, noun.from() - 6), from).isPresent()) {
        return true;
      }
      if (scene.language() != Language.RU) {
        return false;
      }
      if (visit) {
        boolean guest =
            Few.of(scene.persons).anyMatch(p -> p.from() >= from && p.to() <= end)
                || Few.of(scene.cues("event", "delegation"))
                    .anyMatch(c -> c.from() >= from && c.to() <= end);
        boolean goal =
            Few.of(scene.parties)
                .anyMatch(
                    p ->
                        p.from() >= from
                            && p.to() <= end
                            && (p.marker() == Marker.GOAL || p.marker() == Marker.LOCATION));
        return guest && goal;
      }
      boolean with = from < end && scene.m.isWord(from, "companion");
      return with && Few.of(scene.persons).anyMatch(p -> p.from() > from && p.to() <= end);
    }

    void run() {
      if (isOfOpen() || joined() || isLed() || goesOn() || isNext()) {
        return;
      }
      Optional<Mention> visit =
          cue("visit")
              .or(() -> noun("visit"))
              .or(() -> cue("host").filter(c -> !isOfOccasion(c)))
              .or(this::receives)
              .or(this::leads)
              .or(this::stay)
              .or(this::sent)
              .or(this::invited);
      boolean visited = visit.isPresent() && visit(visit.get());
      if (!visited && isReturn()) {
        return;
      }
      Optional<Mention> meeting =
          cue("call")
              .or(() -> cue("meet").filter(c -> !isOfOccasion(c) && !isOfThing(c) && !areHosts(c)))
              .or(() -> noun("meeting"))
              .or(() -> noun("call"))
              .or(() -> cue("discuss").filter(c -> people.size() > 1 && !areOfOneLand()))
              .or(() -> cue("discuss").filter(c -> isWithSomebody()))
              .or(() -> cue("host").filter(c -> people.size() == 2 && !areOfOneLand()))
              .or(() -> cue("host").filter(c -> people.size() == 1 && isBare()))
              .filter(c -> !c.concept().key().equals("host") || delegation().isEmpty() || isBare());
      boolean both =
          meeting.isPresent() && visit.isPresent() && meeting.get().from() != visit.get().from();
      boolean sits =
          noun("commission").isPresent() && people.size() < 2
              || scene.language() == Language.DE && people.isEmpty() && isAtForum();
      boolean framed = visited && people.isEmpty() && scene.language() == Language.RU;
      if (framed && meeting.isPresent() && !meetings.isEmpty()) {
        complete(meetings.get(meetings.size() - 1));
        return;
      }
      boolean besides = both && (noun("meeting").isPresent() || isMetThere(visit.get()));
      if (meeting.isPresent() && !sits && (!visited || besides)) {
        meeting(meeting.get());
      }
      for (String kind : List.of("commission", "forum", "exhibition")) {
        noun(kind).ifPresent(this::named);
      }
    }

    /** Whether a visitor meets somebody named: came to Saran, toured the plant and met X. */
    private boolean isMetThere(Mention visit) {
      return people.size() > 1
          && !areOfOneLand()
          && cue("meet")
              .filter(meet -> meet.from() >= visit.to())
              .filter(meet -> Few.of(scene.persons).anyMatch(p -> p.from() >= meet.to()))
              .isPresent();
    }

    /**
     * Whether the sentence tells of a forum or exhibition that was held, so that firms met at it.
     */
    private boolean isAtForum() {
      return noun("forum").isPresent()
          || !scene.cues("event", "hold-event").isEmpty()
              && Few.of(scene.m.in(Layer.EVENT))
                  .anyMatch(
                      n ->
                          n.concept().key().equals("forum")
                              || n.concept().key().equals("exhibition"));
    }

    /** Whether the clause tells who was at the meeting that the sentence before told. */
    private boolean isOfOpen() {
      boolean names =
          !people.isEmpty()
              && nouns.isEmpty()
              && (cue("take-part").isPresent()
                  || word("represents").isPresent()
                  || cue("led-by").isPresent());
      Optional<Draft> meeting = told.open.filter(m -> names && told.since <= 2);
      if (meeting.isEmpty()) {
        return false;
      }
      Draft draft = meeting.get();
      boolean few = draft.values(Role.PARTICIPANT).size() < 2;
      people.forEach(p -> draft.with(Role.PARTICIPANT, p.person()));
      if (few && draft.values(Role.PARTICIPANT).size() > 1) {
        told(draft.inOwnVoice());
        told.open = Optional.empty();
      }
      return true;
    }

    /** Whether the clause tells who leads the delegation of the visit told last. */
    private boolean isLed() {
      boolean led = cue("led-by").isPresent() || word("heads").isPresent();
      boolean back =
          people.size() == 1
              && (isBare() || word("it-again").isPresent() || word("hers").isPresent())
              && cue("visit").isEmpty();
      Optional<Draft> visit = Few.of(visits).last().filter(v -> led && back);
      if (visit.isEmpty()) {
        return false;
      }
      List<Value> guests = visit.get().values(Role.PARTICIPANT);
      Discourse.Holder head = people.get(0);
      boolean same =
          Few.of(guests)
              .allMatch(
                  g ->
                      g instanceof Value.Entity land
                          && isLand(land)
                          && head.country()
                              .filter(c -> !c.equals(scene.discourse.countryOf(land)))
                              .isEmpty());
      if (same) {
        visit.get().without(Role.PARTICIPANT).with(Role.PARTICIPANT, head.person());
      }
      return same;
    }

    /** Whether the clause tells of a delegation and not whose it is. */
    private boolean isBare() {
      return cue("delegation")
          .filter(
              d ->
                  Few.of(scene.parties)
                      .noneMatch(
                          p ->
                              isHere(p)
                                  && p.named()
                                  && p.entity().kind() != Value.Kind.COUNTRY
                                  && (p.to() == d.from()
                                      || p.from() >= d.to() && p.from() - d.to() <= 2)))
          .isPresent();
    }

    /** Who came on the visit told last, where they are not of a host's country. */
    private List<Value.Entity> visitors(String host) {
      List<Value.Entity> guests = new ArrayList<>();
      Few.of(visits)
          .last()
          .ifPresent(
              v ->
                  Few.of(v.values(Role.PARTICIPANT))
                      .filter(g -> g instanceof Value.Entity)
                      .forEach(g -> guests.add((Value.Entity) g)));
      guests.removeIf(g -> scene.discourse.countryOf(g).equals(host));
      return guests;
    }

    /** Whether a verb that can have guests has a forum or exhibition: Karaganda hosts the forum. */
    private boolean isOfOccasion(Mention verb) {
      boolean holds =
          Few.of(scene.cues("event", "hold-event")).anyMatch(c -> c.from() == verb.from());
      return holds
          && people.isEmpty()
          && (noun("forum").isPresent() || noun("exhibition").isPresent())
          && cue("delegation").isEmpty();
    }

    /** Whether several persons receive a delegation of which it is not told who leads it. */
    private boolean areHosts(Mention verb) {
      return people.size() > 1
          && scene.m.isWord(verb.from(), "receives")
          && isBare()
          && cue("led-by").isEmpty();
    }

    /** Whether no guest is received, but a programme. */
    private boolean isOfThing(Mention verb) {
      return people.isEmpty()
          && scene.m.isWord(verb.from(), "receives")
          && cue("delegation").isEmpty()
          && Few.of(scene.m.in(Layer.AGREEMENT)).anyMatch(this::isHere);
    }

    /** Whether guests or he talked with one person: the guests discussed it with the akim. */
    private boolean isWithSomebody() {
      return people.size() == 1
          && (cue("delegation").isPresent() || word("says-he").isPresent())
          && Few.of(scene.persons)
              .anyMatch(
                  p ->
                      scene.clause(p.from()) == clause
                          && scene
                              .word("companion", Math.max(0, p.from() - 6), p.from())
                              .isPresent());
    }

    /** Whether the persons of the clause are told to be of one country. */
    private boolean areOfOneLand() {
      return Few.of(people).map(Discourse.Holder::country).distinct().count() == 1;
    }

    /** A town or region that receives a delegation is visited by it. */
    private Optional<Mention> receives() {
      return cue("meet")
          .filter(c -> people.isEmpty() && delegation().filter(d -> d.from() >= c.to()).isPresent())
          .filter(c -> scene.m.isWord(c.from(), "receives"));
    }

    /** Who leads a delegation somewhere goes there. */
    private Optional<Mention> leads() {
      return word("heads")
          .or(() -> cue("led-by"))
          .filter(c -> scene.isVerb(c.from()) && delegation().isPresent() && people.size() == 1)
          .filter(
              c ->
                  Few.of(scene.parties)
                      .anyMatch(
                          p ->
                              isHere(p)
                                  && p.named()
                                  && (p.marker() == Marker.GOAL
                                      || p.marker() == Marker.LOCATION
                                          && scene.language() == Language.RU)));
    }

    /** A delegation that works somewhere is on a visit there. */
    private Optional<Mention> stay() {
      return cue("stay").filter(c -> delegation().isPresent());
    }

    /** A delegation that somebody sends somewhere will visit it. */
    private Optional<Mention> sent() {
      return scene
          .cue("trade-flow", "send", clause)
          .filter(c -> delegation().isPresent() && saysPeople());
    }

    /** Who is invited somewhere is to visit it. */
    private Optional<Mention> invited() {
      return word("invitation")
          .filter(w -> nouns.isEmpty() && !people.isEmpty())
          .filter(w -> cue("take-part").isEmpty() && cue("discuss").isEmpty())
          .filter(
              w ->
                  Few.of(scene.parties)
                      .anyMatch(p -> isHere(p) && p.named() && p.marker() == Marker.GOAL));
    }

    /** The delegation of the clause, or of the Russian one before that this one goes on. */
    private Optional<Mention> delegation() {
      boolean goesOn =
          scene.language() == Language.RU
              && clause > 0
              && people.isEmpty()
              && scene.cue("event", "led-by", clause - 1).isPresent();
      return cue("delegation")
          .or(() -> goesOn ? scene.cue("event", "delegation", clause - 1) : Optional.empty());
    }

    private Optional<Mention> noun(String key) {
      for (Mention noun : nouns) {
        if (noun.concept().key().equals(key)) {
          return Optional.of(noun);
        }
      }
      return Optional.empty();
    }

    private Optional<Mention> cue(String key) {
      return scene.cue("event", key, clause);
    }

    private void meeting(Mention cue) {
      boolean verb = cue.is("cue");
      boolean held =
          cue("hold-event").isPresent()
              || scene.hasCue("hold-event")
              || !people.isEmpty() && cue("take-part").isPresent()
              || !verb && isOffice() && isWith(cue);
      Set<Value.Entity> participants = new LinkedHashSet<>();
      people.forEach(p -> participants.add(p.person()));
      if (participants.isEmpty() && verb) {
        theTwo().forEach(p -> participants.add(p.person()));
      }
      if (participants.isEmpty() && verb && hasCompany()) {
        pronoun().ifPresent(p -> participants.add(p.person()));
      }
      if (participants.size() == 1 && !people.isEmpty()) {
        Discourse.Holder host = people.get(0);
        pronoun()
            .or(() -> guest(host))
            .or(this::myself)
            .map(Discourse.Holder::person)
            .or(
                () ->
                    isBare()
                        ? Few.of(visitors(host.country().orElse(""))).findFirst()
                        : Optional.empty())
            .ifPresent(participants::add);
      }
      leaders().forEach(p -> participants.add(p.person()));
      if (!bothSides(participants)) {
        if (!verb && !held) {
          return;
        }
        sides(participants).forEach(participants::add);
      }
      if (participants.isEmpty() && verb && areOfBoth(cue)) {
        participants.addAll(Pairs.of(scene, clause));
      }
      if (participants.size() < 2) {
        if (held && !verb && !meetings.isEmpty()) {
          complete(meetings.get(meetings.size() - 1));
        } else if (held && !verb && people.isEmpty()) {
          Draft meeting = draft(cue, kind(cue));
          place(meeting);
          date(meeting);
          told.open = Optional.of(meeting);
          told.since = 0;
        }
        return;
      }
      boolean goods =
          verb
              && people.isEmpty()
              && Few.of(scene.products()).anyMatch(p -> isHere(p) && !p.overlaps(cue));
      Draft draft = draft(cue, kind(cue));
      participants.forEach(p -> draft.with(Role.PARTICIPANT, p));
      boolean framed =
          cue.is("event-kind") && cue.from() > 0 && scene.m.token(cue.from() - 1).is("на");
      if (framed && draft.modality().equals(Optional.of(Modality.PROPOSED))) {
        draft.modality(Modality.FACT);
      }
      place(draft);
      date(draft);
      fields(draft);
      boolean vague =
          people.isEmpty()
              && !draft.has(Role.PLACE)
              && !draft.has(Role.DATE)
              && !isOffice()
              && cue("delegation").filter(d -> !scene.m.isWord(d.from(), "the-guests")).isEmpty();
      if (!goods && !vague) {
        told(draft.inOwnVoice());
      }
    }

    /** Whether a noun tells with whom one met: beim Treffen des Botschafters mit der Führung. */
    private boolean isWith(Mention meeting) {
      return scene.word("companion", meeting.to(), scene.clauseEnd(clause)).isPresent();
    }

    /** Gives an event told before the place and date that this clause has for it. */
    private void complete(Draft told) {
      if (!told.has(Role.PLACE)) {
        place(told);
      }
      if (!told.has(Role.DATE)) {
        date(told);
      }
    }

    /** Whether a clause tells of the event before by a pronoun alone: it will be held in Minsk. */
    private boolean goesOn() {
      boolean pronoun =
          nouns.isEmpty()
              && people.isEmpty()
              && cue("hold-event").isPresent()
              && cue("visit").isEmpty()
              && scene
                  .word("it", scene.clauseBegin(clause), scene.clauseBegin(clause) + 2)
                  .isPresent();
      if (pronoun && !occasions.isEmpty()) {
        complete(occasions.get(occasions.size() - 1));
        return true;
      }
      return false;
    }

    /** Whether the clause tells when and where the next session of a commission will be. */
    private boolean isNext() {
      Optional<Mention> session =
          scene
              .word("session", scene.clauseBegin(clause), scene.clauseEnd(clause))
              .filter(s -> scene.word("next-one", Math.max(0, s.from() - 2), s.from()).isPresent())
              .flatMap(s -> cue("hold-event"));
      Optional<Draft> before =
          Few.of(occasions)
              .filter(o -> o.values(Role.KIND).toString().contains("commission"))
              .last();
      boolean alone =
          people.isEmpty()
              && Few.of(scene.parties)
                  .noneMatch(p -> isHere(p) && p.named() && p.marker() != Marker.LOCATION);
      if (session.isEmpty() || before.isEmpty() || !alone) {
        return false;
      }
      Draft draft = draft(session.get(), "commission");
      before.get().values(Role.PARTICIPANT).forEach(p -> draft.with(Role.PARTICIPANT, p));
      before.get().values(Role.NAME).forEach(n -> draft.with(Role.NAME, n));
      place(draft);
      date(draft);
      if (draft.has(Role.PLACE) || draft.has(Role.DATE)) {
        occasions.add(draft);
        drafts.add(draft);
        return true;
      }
      return false;
    }

    /** Whether the clause tells of a return visit, on which those go who were visited before. */
    private boolean isReturn() {
      Optional<Mention> visit = word("return-visit").flatMap(w -> noun("visit"));
      Optional<Draft> before = Few.of(visits).last();
      if (visit.isEmpty() || before.isEmpty() || !scene.named().isEmpty()) {
        return false;
      }
      Value.Entity guests =
          Pairs.region(scene, (Value.Entity) before.get().values(Role.PLACE).get(0));
      Optional<Value.Entity> goal =
          Few.of(scene.parties)
              .filter(p -> isHere(p) && p.named() && !p.isOrganisation())
              .filter(p -> p.marker() == Marker.GOAL || p.marker() == Marker.LOCATION)
              .map(Party::entity)
              .findFirst()
              .or(
                  () ->
                      Few.of(before.get().values(Role.PARTICIPANT)).findFirst().flatMap(this::from))
              .filter(g -> isLand(g) || isTown(g))
              .filter(g -> !scene.discourse.countryOf(g).equals(scene.discourse.countryOf(guests)));
      if (goal.isEmpty()) {
        return false;
      }
      Draft draft =
          draft(visit.get(), "visit").with(Role.PLACE, goal.get()).with(Role.PARTICIPANT, guests);
      date(draft);
      boolean told = draft.has(Role.DATE) || !draft.modality().equals(Optional.of(Modality.FACT));
      if (told) {
        drafts.add(draft);
      }
      return told;
    }

    /** Where a guest is from: what the office is of, or the land that came. */
    private Optional<Value.Entity> from(Value guest) {
      Value.Entity entity = (Value.Entity) guest;
      return isLand(entity)
          ? Optional.of(entity)
          : scene.discourse.holder(entity.label()).flatMap(Discourse.Holder::of);
    }

    private boolean isHere(Party party) {
      return scene.clause(party.from()) == clause;
    }

    /** The person last named, where a pronoun of the clause points back at one. */
    private Optional<Discourse.Holder> pronoun() {
      return scene
          .word("says-he", scene.clauseBegin(clause), scene.clauseEnd(clause))
          .flatMap(w -> namedBefore(w.from()).or(() -> scene.discourse.person()));
    }

    /** Whether somebody is told to have been met: with representatives of the plant. */
    private boolean hasCompany() {
      return Few.of(scene.parties)
          .anyMatch(
              p ->
                  isHere(p)
                      && p.named()
                      && p.isOrganisation()
                      && (p.marker() == Marker.COMPANION || isOfCompany(p)));
    }

    /** Whether with stands before those of whom the body is told: with the leadership of. */
    private boolean isOfCompany(Party body) {
      return body.isOrganisation()
          && scene.word("companion", Math.max(0, body.from() - 5), body.from()).isPresent();
    }

    /** The two persons of two lands last named, where the clause calls them but they. */
    private List<Discourse.Holder> theTwo() {
      List<Discourse.Holder> two = scene.discourse.persons();
      boolean they =
          two.size() == 2
              && !two.get(0).country().equals(two.get(1).country())
              && (word("they-both").isPresent()
                  || word("both").filter(b -> isAlone(b)).isPresent());
      return they ? two : List.of();
    }

    /** Whether those who meet are told to be of both lands: firms of both countries, both heads. */
    private boolean areOfBoth(Mention cue) {
      int before = Math.max(scene.clauseBegin(clause), cue.from() - 4);
      boolean countries =
          scene.word("both-sides", before, cue.from()).filter(w -> isOf(w, cue)).isPresent();
      return countries
          || scene
              .word("both", before, cue.from())
              .flatMap(w -> scene.m.at(Layer.OFFICE, w.to()))
              .filter(office -> isOf(office, cue))
              .isPresent();
    }

    private static boolean isOf(Mention subject, Mention verb) {
      return subject.to() <= verb.from() && verb.from() - subject.to() <= 1;
    }

    private boolean isAlone(Mention both) {
      return both.to() == scene.size() || !scene.m.word(both.to()).is(Feature.NOUN);
    }

    private Optional<Mention> word(String key) {
      return scene.word(key, scene.clauseBegin(clause), scene.clauseEnd(clause));
    }

    /** Who speaks, where the clause tells what the speaker did: I met with the minister. */
    private Optional<Discourse.Holder> myself() {
      return scene
          .word("says-i", scene.clauseBegin(clause), scene.clauseEnd(clause))
          .flatMap(w -> scene.discourse.speaker());
    }

    /** Whom the guests stand for: the person last named who is not of the host's country. */
    private Optional<Discourse.Holder> guest(Discourse.Holder host) {
      return cue("delegation")
          .filter(
              d ->
                  isBare()
                      || scene.m.isWord(d.from(), "the-guests")
                      || scene.m.isWord(d.from(), "that-side"))
          .flatMap(d -> host.country())
          .flatMap(scene.discourse::personNotOf);
    }

    private Optional<Discourse.Holder> namedBefore(int token) {
      return Few.of(scene.named())
          .filter(n -> n.from() < token)
          .findFirst()
          .map(Speakers.Named::holder);
    }

    /** What was talked about: met to discuss healthcare; not what one would cooperate in. */
    private void fields(Draft draft) {
      int end = scene.clauseEnd(Math.min(clause + 1, scene.clauseCount() - 1));
      boolean joint =
          Few.of(scene.cues("cooperation"))
              .anyMatch(c -> !c.concept().has("weak") && c.from() < end && c.from() >= 0);
      if (joint) {
        return;
      }
      for (Mention sector : scene.sectors()) {
        int from = sector.from();
        if (from >= scene.clauseBegin(clause) && from < end && isTopic(from)) {
          draft.with(Role.SECTOR, scene.entity(sector));
        }
      }
    }

    /** Whether a word of talking stands before it, with nothing but the list between. */
    private boolean isTopic(int from) {
      for (int i = from - 1; i >= Math.max(0, from - 6); i--) {
        if (scene.m.isWord(i, "topic") || scene.m.isWord(i, "about")) {
          return true;
        }
      }
      return false;
    }

    /** The same people meeting in the same text is one meeting, told in parts. */
    private void told(Draft draft) {
      for (Draft known : meetings) {
        boolean same =
            known.values(Role.KIND).equals(draft.values(Role.KIND))
                && known.modality().equals(draft.modality())
                && Set.copyOf(known.values(Role.PARTICIPANT))
                    .equals(Set.copyOf(draft.values(Role.PARTICIPANT)));
        if (same) {
          for (Role role : List.of(Role.PLACE, Role.DATE)) {
            if (!known.has(role)) {
              draft.values(role).forEach(value -> known.with(role, value));
            }
          }
          return;
        }
      }
      meetings.add(draft);
      drafts.add(draft);
    }

    /** Who took part in it, too, belongs to the meeting told right before. */
    private boolean joined() {
      boolean joins =
          cue("take-part").isPresent()
              && nouns.isEmpty()
              && !people.isEmpty()
              && !meetings.isEmpty();
      if (joins) {
        Draft last = meetings.get(meetings.size() - 1);
        people.forEach(p -> last.with(Role.PARTICIPANT, p.person()));
      }
      return joins;
    }

    /** Who heads the delegation, where the next clause tells: which is headed by X. */
    private List<Discourse.Holder> leaders() {
      boolean before =
          Few.of(scene.cues("event", "delegation")).anyMatch(c -> scene.clause(c.from()) < clause)
              && Few.of(scene.cues("event", "led-by"))
                  .anyMatch(c -> scene.clause(c.from()) < clause);
      if (before && people.size() == 1 && scene.language() == Language.RU) {
        return Few.of(scene.named())
            .filter(n -> scene.clause(n.from()) < clause)
            .map(Speakers.Named::holder)
            .toList();
      }
      boolean led =
          cue("delegation").isPresent()
              && scene.isRelative(clause + 1)
              && Few.of(scene.cues("event", "led-by"))
                  .anyMatch(c -> scene.clause(c.from()) == clause + 1);
      return led
          ? Few.of(scene.named())
              .filter(n -> scene.clause(n.from()) == clause + 1)
              .map(Speakers.Named::holder)
              .toList()
          : List.of();
    }

    private static String kind(Mention cue) {
      return cue.is("event-kind")
          ? cue.concept().key()
          : cue.concept().key().equals("host")
              ? "meeting"
              : Few.of(cue.concept().values("signals"))
                  .filter(id -> id.startsWith(EVENT_KIND))
                  .map(id -> id.substring(EVENT_KIND.length()))
                  .findFirst()
                  .orElse("meeting");
    }

    private boolean bothSides(Set<Value.Entity> participants) {
      return participants.stream().map(scene.discourse::countryOf).distinct().count() >= 2
          || participants.size() >= 2;
    }

    /** Organisations or regions of the clause for the countries that no person stands for. */
    private List<Value.Entity> sides(Set<Value.Entity> people) {
      Map<String, Value.Entity> sides = new LinkedHashMap<>();
      for (Party party : scene.parties) {
        boolean here = scene.clause(party.from()) == clause && party.named();
        boolean stranger =
            party.isOrganisation()
                && (party.marker() == Marker.COMPANION
                    || party.marker() == Marker.UNMARKED
                    || isOfCompany(party));
        if (!here || party.marker() == Marker.LOCATION || party.country().isEmpty() && !stranger) {
          continue;
        }
        String country = party.country().orElseGet(() -> party.entity().key());
        boolean taken = people.stream().anyMatch(p -> scene.discourse.countryOf(p).equals(country));
        if (!taken && (!sides.containsKey(country) || party.isOrganisation())) {
          sides.put(country, Pairs.region(scene, party.entity()));
        }
      }
      return new ArrayList<>(sides.values());
    }

    private boolean visit(Mention cue) {
      boolean hosted = cue.concept().key().equals("host") || receives().isPresent();
      boolean delegation = delegation().isPresent();
      List<Party> goals = hosted ? hosts(cue) : goals(cue);
      boolean told = false;
      for (Party goal : goals) {
        String host = goal.country().orElse("");
        boolean group = delegation || cue.is("event-kind") || isOffice();
        for (List<Value.Entity> party : guests(host, group, hosted, cue)) {
          if (isOnTour(goal, party)) {
            told = true;
            continue;
          }
          Draft draft = draft(cue, "visit").with(Role.PLACE, goal.entity());
          party.forEach(guest -> draft.with(Role.PARTICIPANT, guest));
          if (cue.concept().key().equals("invitation")) {
            draft.modality(Modality.PROPOSED);
          }
          date(draft);
          drafts.add(draft);
          visits.add(draft);
          told = true;
        }
      }
      return told;
    }

    /**
     * Whether those who came to a region only look at something in it: the guests toured a dairy.
     */
    private boolean isOnTour(Party goal, List<Value.Entity> party) {
      return isBare()
          && people.isEmpty()
          && goal.marker() == Marker.LOCATION
          && Few.of(visits)
              .last()
              .filter(v -> v.values(Role.PARTICIPANT).equals(party))
              .flatMap(v -> Few.of(v.values(Role.PLACE)).findFirst())
              .filter(
                  place ->
                      Pairs.region(scene, goal.entity())
                          .equals(Pairs.region(scene, (Value.Entity) place)))
              .isPresent();
    }

    /** Whether somebody comes whom the clause calls by the office alone: the mayor of Karaganda. */
    private boolean isOffice() {
      return people.isEmpty()
          && Few.of(scene.m.in(Layer.OFFICE)).anyMatch(o -> scene.clause(o.from()) == clause);
    }

    private List<Party> goals(Mention cue) {
      List<Party> goals = new ArrayList<>();
      for (Party party : scene.parties) {
        boolean land =
            scene.clause(party.from()) == clause
                && !party.isOrganisation()
                && !isInTitle(party)
                && !isMutual(party)
                && party.entity().kind() != Value.Kind.PERSON;
        boolean object =
            party.marker() == Marker.UNMARKED
                && (party.from() > cue.from()
                    || isObject(party, cue)
                    || isBeforeVerb(party, cue)
                    || isVisited(party, cue));
        if (land
            && !(object && isOfGuests(party))
            && (party.marker() == Marker.GOAL || party.marker() == Marker.LOCATION || object)) {
          goals.add(party);
        }
      }
      boolean narrow = Few.of(goals).anyMatch(g -> g.entity().kind() != Value.Kind.COUNTRY);
      if (narrow) {
        goals.removeIf(g -> g.entity().kind() == Value.Kind.COUNTRY);
      }
      return goals.isEmpty() && cue.concept().key().equals("visit") ? firms(cue) : goals;
    }

    /** Whether a firm is told by a part of it that is visited: the workshops of Grodno Azot. */
    private boolean isOfPart(Party firm) {
      return firm.marker() == Marker.GENITIVE
          && Few.of(scene.cues("project", "facility"))
              .anyMatch(part -> part.to() <= firm.from() && firm.from() - part.to() <= 2);
    }

    /** Where the firm is that is visited, in a text that told of no visit before. */
    private List<Party> firms(Mention cue) {
      return Few.of(visits.isEmpty() ? scene.parties : List.<Party>of())
          .filter(p -> isHere(p) && p.isOrganisation() && p.named())
          .filter(
              p ->
                  p.marker() == Marker.UNMARKED
                      || scene.language() == Language.RU && p.marker() == Marker.GOAL
                      || isOfPart(p))
          .filter(p -> p.from() >= cue.to() || isBeforeVerb(p, cue))
          .flatMap(
              p ->
                  Few.of(
                      scene
                          .entities
                          .lexicon()
                          .concept("organisation/" + p.entity().key())
                          .flatMap(scene.entities::regionOf)
                          .map(scene.entities::entity)
                          .map(
                              region ->
                                  new Party(
                                      p.from(), p.to(), region, p.country(), p.marker(), true))))
          .limit(1)
          .toList();
    }

    /** Whether it is but one of both that an adjective means: bilateral documents. */
    private boolean isMutual(Party party) {
      return !party.named() && scene.m.word(party.from()).is(Feature.ADJECTIVE);
    }

    /** Whether a place is told to be visited by somebody: Brest was visited by a delegation. */
    private boolean isVisited(Party place, Mention cue) {
      int last = scene.language() == Language.DE ? place.to() : cue.from() - 1;
      return scene.language() != Language.RU
          && cue.is("cue")
          && scene.m.word(cue.from()).is(Feature.PARTICIPLE)
          && place.to() <= cue.from()
          && last > 0
          && (scene.m.word(last).hasLemma("be") || scene.m.word(last).hasLemma("werden"))
          && Few.of(scene.parties).anyMatch(p -> isHere(p) && isSentBy(p, place));
    }

    private boolean isSentBy(Party guest, Party place) {
      return guest.from() > place.to()
          && guest.named()
          && !guest.sameCountryAs(place)
          && guest.marker() != Marker.LOCATION;
    }

    /**
     * Whether a German place stands right before the verb at the end: hat am Montag Minsk besucht.
     */
    private boolean isBeforeVerb(Party place, Mention cue) {
      int end = scene.clauseEnd(clause);
      boolean last =
          cue.to() == end || !scene.m.token(cue.to()).isWord() || scene.m.isWord(cue.to(), "and");
      return scene.language() == Language.DE
          && cue.is("cue")
          && last
          && place.to() <= cue.from()
          && cue.from() - place.to() <= 1
          && place.from() > scene.clauseBegin(clause);
    }

    private boolean isPassive(Mention cue) {
      return cue.is("cue")
          && scene.m.word(cue.from()).is(Feature.PARTICIPLE)
          && scene.word("agent", cue.to(), cue.to() + 2).isPresent();
    }

    /** Whether a Russian place before the verb is visited by who stands behind it. */
    private boolean isObject(Party party, Mention cue) {
      int verb = cue.is("cue") ? cue.from() : cue.to();
      int noun = verb - 1;
      boolean onVisit =
          Few.of(scene.m.in(Layer.EVENT))
              .anyMatch(e -> e.to() == verb && e.concept().key().equals("visit"));
      while (onVisit && noun > party.to() && scene.m.word(noun - 1).is(Feature.ADJECTIVE)) {
        noun--;
      }
      return scene.language() == Language.RU
          && (party.to() == verb || onVisit && party.to() == noun - 1)
          && cue("visit").filter(v -> v.from() == verb).isPresent()
          && (cue("delegation").filter(d -> d.from() >= cue.to()).isPresent()
              || Few.of(scene.persons).anyMatch(p -> p.from() >= cue.to()));
    }

    /** Whether it says whose a delegation is: the Kazakh delegation. */
    private boolean isOfGuests(Party party) {
      return cue("delegation")
          .filter(d -> party.marker() != Marker.LOCATION)
          .filter(
              d ->
                  party.to() == d.from()
                      || scene.language() == Language.RU && d.to() == party.from()
                      || party.to() + 1 == d.from()
                          && scene.m.word(party.to()).is(Feature.ADJECTIVE)
                          && !scene.isVerb(party.to()))
          .isPresent();
    }

    /** Whether a party only says where an ambassador is accredited, or what a person is of. */
    private boolean isInTitle(Party party) {
      for (Mention office : scene.m.in(Layer.OFFICE)) {
        String key = office.concept().key();
        boolean envoy = key.equals("ambassador") || key.equals("consul");
        boolean near = party.from() >= office.to() && party.to() - office.to() <= 5;
        if (envoy && near && Few.of(scene.persons).anyMatch(p -> p.from() >= party.to())
            || envoy && near && Few.of(scene.persons).anyMatch(p -> p.to() == office.from() - 1)) {
          return true;
        }
      }
      return false;
    }

    private List<Party> hosts(Mention cue) {
      return Few.of(scene.parties)
          .filter(p -> scene.clause(p.from()) == clause)
          .filter(
              p ->
                  p.marker() == Marker.LOCATION
                      || p.marker() == Marker.UNMARKED && p.from() < cue.from())
          .filter(p -> !p.isOrganisation() && !isOfGuests(p))
          .limit(1)
          .toList();
    }

    /** Who comes to a host country: the persons named as one party, else each region on its own. */
    private List<List<Value.Entity>> guests(
        String host, boolean delegation, boolean hosted, Mention cue) {
      List<Value.Entity> persons =
          Few.of(hosted && isPassive(cue) ? List.<Discourse.Holder>of() : people)
              .filter(p -> !isOfDelegation(cue))
              .filter(p -> !p.country().orElseGet(() -> leads(host)).equals(host))
              .map(Discourse.Holder::person)
              .toList();
      if (!persons.isEmpty()) {
        return List.of(persons);
      }
      List<Value.Entity> heads = heads(host, hosted);
      if (!heads.isEmpty()) {
        return List.of(heads);
      }
      Optional<Discourse.Holder> back =
          pronoun()
              .flatMap(p -> scene.discourse.personNotOf(host))
              .filter(p -> people.isEmpty() && !hosted);
      if (back.isPresent()) {
        return List.of(List.of(back.get().person()));
      }
      if (!delegation && !cue.concept().key().equals("visit")) {
        return List.of();
      }
      Set<Value.Entity> guests = new LinkedHashSet<>();
      for (Party party : scene.parties) {
        boolean here =
            scene.clause(party.from()) == clause
                || delegation().filter(d -> scene.sameClause(d.from(), party.from())).isPresent();
        boolean guest =
            here
                && (!isOfDelegation(cue) || party.from() > cue.from())
                && party.country().isPresent()
                && !party.isOf(host)
                && party.entity().kind() != Value.Kind.PERSON;
        boolean moves =
            delegation
                && (party.marker() == Marker.GENITIVE
                    || party.marker() == Marker.ORIGIN
                    || party.marker() == Marker.SOURCE
                    || party.marker() == Marker.AGENT
                    || party.marker() == Marker.UNMARKED);
        boolean subject = !hosted && party.marker() == Marker.UNMARKED && party.from() < cue.from();
        if (guest && (moves || subject) && (delegation || cue.length() > 0 && saysPeople())) {
          guests.add(Pairs.region(scene, party.entity()));
        }
      }
      boolean narrow = guests.stream().anyMatch(g -> g.kind() != Value.Kind.COUNTRY);
      if (narrow) {
        guests.removeIf(g -> g.kind() == Value.Kind.COUNTRY);
      }
      boolean bare = !narrow && people.isEmpty() && !hosted && isBare();
      List<Value.Entity> before = bare ? visitors(host) : List.of();
      if (!before.isEmpty()) {
        return List.of(before);
      }
      Optional<Value.Entity> head = narrow ? Optional.empty() : head(guests);
      return head.map(h -> List.of(List.of(h)))
          .orElseGet(() -> guests.stream().map(List::of).toList());
    }

    /** Who heads a German delegation that was told before: the Kazakh delegation. */
    private Optional<Value.Entity> head(Set<Value.Entity> guests) {
      boolean told =
          scene.language() == Language.DE
              && guests.size() == 1
              && cue("delegation")
                  .filter(d -> d.from() >= 2 && scene.m.word(d.from() - 2).hasLemma("der"))
                  .isPresent();
      return told
          ? scene
              .discourse
              .lastPersonOf(guests.iterator().next().key())
              .map(Discourse.Holder::person)
          : Optional.empty();
    }

    /**
     * Who heads a Russian delegation whose visit the clause tells, or who comes: делегация, которую
     * возглавил X, побывала; приезжал гость — аким X.
     */
    private List<Value.Entity> heads(String host, boolean hosted) {
      boolean before =
          clause > 0
              && scene
                  .cue("event", "led-by", clause - 1)
                  .filter(c -> c.from() > 0 && scene.m.isWord(c.from() - 1, "relative"))
                  .isPresent();
      int next = scene.clauseBegin(clause + 1);
      boolean after =
          clause + 1 < scene.clauseCount()
              && scene.m.token(next).is("-")
              && Few.of(scene.m.in(Layer.OFFICE))
                  .anyMatch(o -> scene.clause(o.from()) == clause + 1);
      int other = before ? clause - 1 : clause + 1;
      boolean told = scene.language() == Language.RU && !hosted && people.isEmpty();
      return Few.of(told && (before || after) ? scene.named() : List.<Speakers.Named>of())
          .filter(n -> scene.clause(n.from()) == other)
          .map(Speakers.Named::holder)
          .filter(h -> !h.country().orElseGet(() -> homeOf(host)).equals(host))
          .map(Discourse.Holder::person)
          .distinct()
          .toList();
    }

    /**
     * Where a guest is from whose country is not told: the publisher's, if the host is not of it.
     */
    private String homeOf(String host) {
      return Discourse.isOurs(host) ? scene.discourse.home() : host;
    }

    /** Who leads a delegation is from where it is: a delegation of Kazakh farmers led by X. */
    private String leads(String host) {
      return cue("led-by")
          .flatMap(c -> delegation())
          .flatMap(
              d ->
                  Few.of(scene.parties)
                      .filter(p -> isHere(p) && p.named() && !p.isOf(host))
                      .filter(p -> p.marker() != Marker.LOCATION && p.marker() != Marker.GOAL)
                      .flatMap(p -> Few.of(p.country()))
                      .findFirst())
          .orElseGet(() -> homeOf(host));
    }

    /** Whether the noun itself says whose visit it is: during the visit of a delegation from. */
    private boolean isOfDelegation(Mention cue) {
      return cue.is("event-kind")
          && cue("delegation")
              .filter(d -> d.from() >= cue.to() && d.from() - cue.to() <= 2)
              .isPresent()
          && scene.cues("event", "led-by").isEmpty();
    }

    /** To visit is said of people only; to go or come also of goods. */
    private boolean saysPeople() {
      return Few.of(scene.products()).noneMatch(p -> scene.clause(p.from()) == clause);
    }

    private void named(Mention noun) {
      boolean told =
          cue("hold-event").isPresent()
              || cue("event-begins")
                  .filter(c -> people.isEmpty())
                  .filter(c -> scene.language() != Language.EN || noun.to() <= c.from())
                  .isPresent()
              || takesPart()
              || scene.language() == Language.DE
                  && (cue("meet").isPresent()
                      || Few.of(scene.cues("event", "hold-event"))
                          .anyMatch(c -> isTold(scene.clause(c.from()))))
              || scene
                  .word("proposed", scene.clauseBegin(clause), scene.clauseEnd(clause))
                  .isPresent()
              || noun.concept().key().equals("commission")
                  && (!isCouncil(noun) || cue("meet").isPresent());
      if (!told || isInTitle(noun)) {
        return;
      }
      Draft draft = draft(noun, noun.concept().key());
      boolean exhibits = false;
      Optional<Mention> invitation =
          scene.word("invitation", scene.clauseBegin(clause), scene.clauseEnd(clause));
      boolean commission = noun.concept().key().equals("commission");
      List<Party> here =
          Few.of(scene.parties)
              .filter(p -> isHere(p) && p.marker() != Marker.LOCATION)
              .filter(p -> invitation.isEmpty() || p.from() > invitation.get().from())
              .filter(p -> !isVenue(p, noun) && !(p.isOrganisation() && p.from() == noun.to()))
              .toList();
      if (here.isEmpty() && noun.concept().key().equals("exhibition")) {
        here = exhibitors();
      }
      if (invitation.isPresent() && !here.isEmpty()) {
        Few.of(Pairs.sides(scene, here)).limit(1).forEach(p -> draft.with(Role.PARTICIPANT, p));
      } else if (people.isEmpty() || commission && people.size() > 2) {
        boolean shown = noun.concept().key().equals("exhibition") && here.size() == 1;
        boolean one = shown || (takesPart() || cue("delegation").isPresent()) && !here.isEmpty();
        Few.of(Pairs.sides(scene, here))
            .limit(one ? 1 : 9)
            .map(side -> commission && isLand(side) ? country(side) : side)
            .forEach(side -> draft.with(Role.PARTICIPANT, side));
        exhibits = noun.concept().key().equals("exhibition");
      } else {
        pronoun().ifPresent(p -> draft.with(Role.PARTICIPANT, p.person()));
        people.forEach(p -> draft.with(Role.PARTICIPANT, p.person()));
      }
      EventNames.of(scene, noun).ifPresent(n -> draft.with(Role.NAME, new Value.Text(n)));
      place(draft);
      if (!draft.has(Role.PLACE)) {
        cue("host")
            .or(() -> cue("hold-event"))
            .flatMap(
                c ->
                    Few.of(scene.parties)
                        .filter(p -> scene.clause(p.from()) == clause && p.named())
                        .filter(p -> !p.isOrganisation())
                        .filter(p -> isTown(p.entity()) || commission && isLand(p.entity()))
                        .filter(
                            p ->
                                p.marker() == Marker.UNMARKED && p.from() < c.from()
                                    || p.marker() == Marker.AGENT)
                        .findFirst())
            .ifPresent(p -> draft.with(Role.PLACE, p.entity()));
      }
      date(draft);
      if (exhibits) {
        withoutVenue(draft);
      }
      scene
          .discourse
          .speaker()
          .filter(s -> draft.values(Role.PARTICIPANT).contains(s.person()))
          .ifPresent(s -> draft.inOwnVoice());
      occasions.add(draft);
      drafts.add(draft);
    }

    /** Where an exhibition is held exhibits nothing itself. */
    private static void withoutVenue(Draft exhibition) {
      List<Value> all = exhibition.values(Role.PARTICIPANT);
      List<Value> others =
          Few.of(all).filter(p -> !exhibition.values(Role.PLACE).contains(p)).toList();
      if (!others.isEmpty() && others.size() < all.size()) {
        exhibition.without(Role.PARTICIPANT);
        others.forEach(p -> exhibition.with(Role.PARTICIPANT, p));
      }
    }

    /** Whether a commission only says what somebody chairs. */
    private boolean isInTitle(Mention noun) {
      return noun.concept().key().equals("commission")
          && Few.of(scene.m.in(Layer.OFFICE))
              .anyMatch(o -> o.from() < noun.from() && noun.from() - o.to() <= 2);
    }

    private boolean takesPart() {
      return cue("take-part").isPresent() || cue("stand").isPresent();
    }

    /**
     * Whether a town is where a forum of two lands is held: Karaganda hosts the Belarusian-Kazakh.
     */
    private boolean isVenue(Party town, Mention noun) {
      return town.marker() == Marker.UNMARKED
          && isTown(town.entity())
          && town.to() < noun.from()
          && cue("hold-event").or(() -> cue("host")).filter(c -> town.to() <= c.from()).isPresent()
          && Few.of(scene.parties)
                  .filter(p -> isHere(p) && p.from() >= town.to() && p.to() <= noun.to() + 6)
                  .filter(p -> p.entity().kind() == Value.Kind.COUNTRY)
                  .count()
              > 1;
    }

    /**
     * The firms that show something in another clause, or where they are from: at the fair, which
     * opened today, X shows.
     */
    private List<Party> exhibitors() {
      List<Party> there =
          Few.of(scene.cues("event", "take-part"))
              .findFirst()
              .map(
                  c ->
                      Few.of(scene.parties)
                          .filter(p -> scene.sameClause(p.from(), c.from()))
                          .toList())
              .orElse(List.of());
      List<Party> firms =
          Few.of(there).filter(p -> p.isOrganisation() && p.marker() == Marker.UNMARKED).toList();
      return firms.isEmpty()
          ? Few.of(there).filter(p -> p.named() && p.marker() == Marker.SOURCE).toList()
          : firms;
    }

    /** Whether it is a council, which need not meet. */
    private boolean isCouncil(Mention noun) {
      return scene.m.isWord(noun.to() - 1, "chaired");
    }

    /** Whether it is a town, or a region that is one. */
    private static boolean isTown(Value.Entity entity) {
      return entity.kind() == Value.Kind.PLACE || entity.isCityRegion();
    }

    private static boolean isLand(Value.Entity side) {
      return side.kind() == Value.Kind.REGION || side.kind() == Value.Kind.COUNTRY;
    }

    private Value.Entity country(Value.Entity side) {
      String code = scene.discourse.countryOf(side);
      return code.isEmpty() ? side : scene.discourse.country(code);
    }

    private Draft draft(Mention cue, String kind) {
      return new Draft(Frame.EVENT, cue.from(), cue.concept().id())
          .modality(scene.mood().ofEvent(cue))
          .with(Role.KIND, Value.Kind.EVENT_KIND, kind);
    }

    private void place(Draft draft) {
      Few.of(scene.parties)
          .filter(p -> p.marker() == Marker.LOCATION && !p.isOrganisation())
          .filter(p -> scene.clause(p.from()) == clause || isTold(scene.clause(p.from())))
          .filter(p -> !isInTitle(p) && !isInName(p, draft))
          .reduce((a, b) -> b.entity().kind() == Value.Kind.COUNTRY ? a : b)
          .ifPresent(p -> draft.with(Role.PLACE, p.entity()));
    }

    /** Whether a clause after this one says of its event where and when: which was held in. */
    private boolean isTold(int other) {
      return other == clause + 1
          && scene.isRelative(other)
          && (scene.cue("event", "hold-event", other).isPresent()
              || scene.cue("event", "event-begins", other).isPresent());
    }

    /** On the same day is when the event told before was. */
    private void sameDay(Draft draft) {
      boolean same =
          scene.word("same-day", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
      if (same && !draft.has(Role.DATE)) {
        Few.of(Few.of(meetings).last().or(() -> Few.of(occasions).last()))
            .flatMap(told -> Few.of(told.values(Role.DATE)))
            .forEach(day -> draft.with(Role.DATE, day));
      }
    }

    /** Whether the place is but part of the event's name: „Made in Belarus“. */
    private boolean isInName(Party place, Draft draft) {
      String text = scene.m.text(Math.max(0, place.from() - 1), place.to());
      return Few.of(draft.values(Role.NAME))
          .anyMatch(name -> name instanceof Value.Text title && title.text().contains(text));
    }

    /** Whether the date is but part of the event's name: Forum „Steppe 2025“. */
    private boolean isInName(When date, Draft draft) {
      String text = scene.m.text(date.from(), date.to());
      return Few.of(draft.values(Role.NAME))
          .anyMatch(name -> name instanceof Value.Text title && title.text().contains(text));
    }

    private void date(Draft draft) {
      sameDay(draft);
      if (draft.has(Role.DATE)) {
        return;
      }
      Few.of(scene.dates)
          .filter(d -> !d.isBase() && d.use() != DateMention.Role.SINCE)
          .filter(d -> !isInName(d, draft))
          .filter(
              d ->
                  scene.clause(d.from()) == clause
                      || d.use() == DateMention.Role.POINT
                      || isTold(scene.clause(d.from())))
          .findFirst()
          .ifPresent(
              d -> {
                boolean planned = draft.modality().equals(Optional.of(Modality.PLANNED));
                String day = planned ? scene.discourse.toCome(d) : d.edtf();
                draft.with(Role.DATE, new Value.Date(day));
                if (scene.discourse.isToCome(d.edtf())
                    && draft.modality().equals(Optional.of(Modality.FACT))) {
                  draft.modality(Modality.PLANNED);
                }
              });
    }
  }
}
