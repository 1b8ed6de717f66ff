package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.NameFinder;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/**
 * Office: a person's name in one apposition with a title; what the office is of stands before the
 * title, after it, or was spoken of before. Keeps the holders for the rest of the document.
 */
final class OfficeReader implements FrameReader {

  /** Offices that a land has but one holder of. */
  private static final Set<String> UNIQUE = Set.of("president", "prime-minister", "governor");

  /** Cues of what a host does. */
  private static final List<String> MEETING = List.of("meet", "discuss", "host");

  /** The claims of a Russian headline, which the text below may make, too. */
  private final List<Draft> headline = new ArrayList<>();

  private List<Draft> ofHeadline = headline;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    for (Mention person : scene.persons) {
      Value.Entity name = scene.entity(person);
      Optional<Mention> counterpart = NameFinder.counterpartBefore(scene.m, person.from());
      if (counterpart.isPresent() && counterpart(scene, name, counterpart.get(), drafts)) {
        continue;
      }
      Optional<Mention> before =
          NameFinder.officeBefore(scene.m, person.from()).or(() -> joint(scene, person));
      Optional<Mention> title =
          before
              .filter(o -> !isTaken(scene, o, person) || NameFinder.isPlural(scene.m, o))
              .or(() -> NameFinder.officeAfter(scene.m, person.to()));
      if (title.isEmpty()) {
        scene.discourse.holds(
            new Discourse.Holder(name, Optional.empty(), Optional.empty(), Optional.empty()));
        continue;
      }
      read(scene, person, name, title.get(), drafts);
    }
    heads(scene, drafts);
    for (Mention title : scene.m.in(Layer.OFFICE)) {
      boolean says =
          scene.m.isWord(Math.min(title.to(), scene.size() - 1), "say")
              || scene.m.isWord(Math.max(0, title.from() - 2), "say");
      if (says && scene.persons.isEmpty()) {
        ofTheOnlyOne(scene, title, drafts);
      }
    }
  }

  /** The plural title before the name that and joins this one to. */
  private static Optional<Mention> joint(Scene scene, Mention person) {
    return Few.of(scene.persons)
        .filter(p -> p.to() == person.from() - 1 && scene.m.isWord(p.to(), "and"))
        .findFirst()
        .flatMap(p -> NameFinder.officeBefore(scene.m, p.from()))
        .filter(title -> NameFinder.isPlural(scene.m, title));
  }

  /** The holder of the office that the sentence, or the text, named last, on the other side. */
  private static boolean counterpart(
      Scene scene, Value.Entity name, Mention word, List<Draft> drafts) {
    Optional<Draft> other = Few.of(drafts).last();
    Optional<Discourse.Holder> holder =
        other
            .flatMap(d -> Few.of(d.values(Role.PERSON)).findFirst())
            .map(Value.Entity.class::cast)
            .flatMap(p -> scene.discourse.holder(p.label()))
            .or(() -> Few.of(scene.discourse.holders()).last())
            .filter(h -> h.office().isPresent());
    if (holder.isEmpty() || scene.discourse.holder(name.label()).isPresent()) {
      return false;
    }
    String side =
        Few.of(scene.parties)
            .filter(p -> p.to() == word.from())
            .flatMap(p -> Few.of(p.country()))
            .findFirst()
            .or(() -> holder.get().country().map(Discourse::counterpart))
            .orElse("");
    Optional<Value.Entity> of =
        side.isEmpty() || holder.get().of().filter(o -> o.kind() == Value.Kind.COUNTRY).isEmpty()
            ? Optional.empty()
            : Optional.of(scene.discourse.country(side));
    String office = holder.get().office().get();
    scene.discourse.holds(
        new Discourse.Holder(
            name, Optional.of(office), of, side.isEmpty() ? Optional.empty() : Optional.of(side)));
    Draft draft =
        new Draft(Frame.OFFICE, word.from(), "word/counterpart")
            .inOwnVoice()
            .modality(Modality.FACT)
            .polarity(Polarity.POSITIVE)
            .with(Role.PERSON, name)
            .with(Role.OFFICE, scene.entities.entity("office/" + office))
            .with(Role.OF, of);
    other.ifPresent(d -> d.values(Role.SECTOR).forEach(sector -> draft.with(Role.SECTOR, sector)));
    drafts.add(draft);
    return true;
  }

  /** Who heads a firm is its chief executive, who heads a council or chamber chairs it. */
  private static void heads(Scene scene, List<Draft> drafts) {
    for (Mention person : scene.persons) {
      Optional<Mention> verb =
          (scene.language() == Language.RU
                  ? scene.word("heads", person.from() - 1, person.to() + 1)
                  : Optional.<Mention>empty())
              .or(() -> NameFinder.heads(scene.m, person.to()));
      Optional<Party> firm =
          Few.of(scene.parties)
              .filter(p -> p.isOrganisation() && p.named())
              .filter(p -> verb.isPresent() && scene.sameClause(p.from(), verb.get().from()))
              .findFirst();
      Value.Entity name = scene.entity(person);
      boolean known =
          scene.discourse.holder(name.label()).flatMap(Discourse.Holder::office).isPresent();
      if (verb.isPresent() && firm.isPresent() && !known) {
        Value.Entity of = firm.get().entity();
        boolean chaired = scene.word("chaired", firm.get().from(), firm.get().to()).isPresent();
        String office = chaired ? "chair" : "chief-executive";
        scene.discourse.holds(
            new Discourse.Holder(
                name,
                Optional.of(office),
                Optional.of(of),
                Optional.of(scene.discourse.countryOf(of))));
        drafts.add(
            new Draft(Frame.OFFICE, verb.get().from(), "office/" + office)
                .inOwnVoice()
                .modality(Modality.FACT)
                .polarity(Polarity.POSITIVE)
                .with(Role.PERSON, name)
                .with(Role.OFFICE, scene.entities.entity("office/" + office))
                .with(Role.OF, of));
      }
    }
  }

  /** The ambassador said: where one person of the text is left without an office, it is theirs. */
  private static void ofTheOnlyOne(Scene scene, Mention title, List<Draft> drafts) {
    Concept office = top(scene, title.concept());
    List<Discourse.Holder> without =
        Few.of(scene.discourse.holders()).filter(h -> h.office().isEmpty()).toList();
    if (without.size() != 1 || scene.discourse.holderOf(office.key()).isPresent()) {
      return;
    }
    Value.Entity person = without.get(0).person();
    scene.discourse.holds(
        new Discourse.Holder(
            person, Optional.of(office.key()), Optional.empty(), Optional.empty()));
    drafts.add(
        new Draft(Frame.OFFICE, title.from(), "office/" + title.concept().key())
            .inOwnVoice()
            .modality(Modality.FACT)
            .polarity(Polarity.POSITIVE)
            .by("rule/office-of-the-only-one", 0.8)
            .with(Role.PERSON, person)
            .with(Role.OFFICE, scene.entities.entity(office)));
  }

  /** Whether another person stands between the title and the name. */
  private static boolean isTaken(Scene scene, Mention office, Mention person) {
    return Few.of(scene.persons)
        .anyMatch(
            other ->
                !other.equals(person)
                    && other.from() >= office.to()
                    && other.to() <= person.from());
  }

  private void read(
      Scene scene, Mention person, Value.Entity name, Mention title, List<Draft> drafts) {
    Concept own = top(scene, title.concept());
    boolean heads = isHeadOfBody(scene, title, own);
    Concept top = rank(scene, title, own);
    Concept office = top;
    Draft draft =
        new Draft(Frame.OFFICE, title.from(), "office/" + title.concept().key())
            .inOwnVoice()
            .modality(Modality.FACT)
            .polarity(Polarity.POSITIVE)
            .with(Role.PERSON, name)
            .with(Role.OFFICE, scene.entities.entity(office));
    Optional<Value.Entity> of = of(scene, title, person, (heads ? own : office).key(), draft);
    draft.with(Role.OF, of);
    boolean rules =
        land(scene, new Mention(title.from(), reach(scene, title), title.concept(), title.form()))
            .isPresent();
    boolean chairs = heads || isOfBody(scene, title);
    office = of.filter(o -> !chairs).flatMap(o -> byTerritory(scene, top, o, rules)).orElse(office);
    draft.without(Role.OFFICE).with(Role.OFFICE, scene.entities.entity(office));
    sectors(scene, title, person).forEach(s -> draft.with(Role.SECTOR, s));
    if (scene.sentence().zone() == Sentence.Zone.HEADLINE && draft.foundBy().size() > 1) {
      scene.discourse.holds(
          new Discourse.Holder(name, Optional.empty(), Optional.empty(), Optional.empty()));
      return;
    }
    boolean known =
        scene.discourse.holder(name.label()).flatMap(Discourse.Holder::office).isPresent();
    scene.discourse.holds(
        new Discourse.Holder(
            name,
            Optional.of(office.key()),
            of,
            of.map(scene.discourse::countryOf).or(() -> land(scene, title))));
    boolean above = scene.sentence().zone() == Sentence.Zone.HEADLINE;
    boolean again = !above && headline.removeIf(d -> isSame(d, draft) && ofHeadline.remove(d));
    if (!known || again) {
      drafts.add(draft);
    }
    if (above && scene.language() == Language.RU) {
      ofHeadline = drafts;
      headline.add(draft);
    }
  }

  private static boolean isSame(Draft a, Draft b) {
    return a.values(Role.PERSON).equals(b.values(Role.PERSON))
        && a.values(Role.OFFICE).equals(b.values(Role.OFFICE));
  }

  /** After the words that may belong to a title: chairman of the city executive committee. */
  private static int reach(Scene scene, Mention title) {
    return Math.min(scene.size(), title.to() + 6);
  }

  /** The chair of a region's executive committee governs it; the akim of a city is its mayor. */
  private static Optional<Concept> byTerritory(
      Scene scene, Concept office, Value.Entity of, boolean rules) {
    boolean city = of.kind() == Value.Kind.PLACE || of.isCityRegion();
    String key =
        switch (office.key()) {
          case "governor" -> city ? "mayor" : "governor";
          case "chair" ->
              !rules && city
                  ? "chair"
                  : city ? "mayor" : of.kind() == Value.Kind.REGION ? "governor" : "chair";
          case "deputy-chair" ->
              of.kind() == Value.Kind.REGION ? "deputy-governor" : "deputy-chair";
          default -> office.key();
        };
    return scene.entities.lexicon().concept("office/" + key);
  }

  /** Whether a German compound says itself that a body is chaired: Kammervorsitzende. */
  private static boolean isOfBody(Scene scene, Mention title) {
    String text = scene.m.token(title.from()).folded();
    return scene.language() == Language.DE
        && text.indexOf("vorsitzend") > 0
        && !text.startsWith("gebiet")
        && !text.startsWith("vize");
  }

  /**
   * The director of a department heads no firm, but a director general does; the head of a chamber
   * chairs it.
   */
  private static Concept rank(Scene scene, Mention title, Concept office) {
    if (isHeadOfBody(scene, title, office)) {
      return scene.entities.lexicon().concept("office/chair").orElse(office);
    }
    boolean department =
        office.key().equals("chief-executive")
            && (title.length() == 1 || scene.language() != Language.RU)
            && scene.word("department", title.to(), title.to() + 4).isPresent();
    return department
        ? scene.entities.lexicon().concept("office/department-director").orElse(office)
        : office;
  }

  /** Whether the head of a chamber or council is meant. */
  private static boolean isHeadOfBody(Scene scene, Mention title, Concept office) {
    return office.key().equals("chief-executive")
        && title.form() == Label.Form.AMBIGUOUS
        && scene.word("chaired", title.to(), title.to() + 8).isPresent();
  }

  /** The office of the list that a narrower title belongs to. */
  private static Concept top(Scene scene, Concept office) {
    Concept top = office;
    while (top.value("broader").flatMap(scene.entities.lexicon()::concept).isPresent()) {
      top = top.value("broader").flatMap(scene.entities.lexicon()::concept).orElseThrow();
    }
    return top;
  }

  /** The fields of a minister or director: science and higher education. */
  private static List<Value.Entity> sectors(Scene scene, Mention title, Mention person) {
    Optional<Value.Entity> own = title.concept().value("sector").flatMap(scene.entities::find);
    boolean minister =
        title.concept().id().contains("minister")
            || title.concept().id().contains("department-director");
    if (own.isPresent() || !minister) {
      return Few.of(own).toList();
    }
    int from = title.to();
    int to = person.from() > title.from() ? person.from() : Math.min(scene.size(), from + 6);
    List<Value.Entity> sectors = new ArrayList<>();
    int end = -1;
    for (Mention sector : scene.m.in(Layer.SECTOR)) {
      boolean inside = sector.from() >= title.from() - 2 && sector.to() <= to;
      boolean first = inside && end < 0;
      boolean joined = inside && end >= 0 && isJoined(scene, end, sector.from());
      if (first || joined) {
        sectors.add(scene.entity(sector));
        end = sector.to();
      }
    }
    return sectors;
  }

  /** Whether and, with at most an adjective, joins what ends and begins there. */
  private static boolean isJoined(Scene scene, int end, int from) {
    return scene.language() == Language.RU
        && from - end <= 2
        && scene.m.isWord(end, "and")
        && (from - end == 1 || scene.m.word(end + 1).is(Feature.ADJECTIVE));
  }

  private static Optional<Value.Entity> of(
      Scene scene, Mention title, Mention person, String office, Draft draft) {
    List<Party> near = new ArrayList<>();
    int left = Math.max(0, title.from() - 5);
    int right =
        person.from() >= title.to() ? person.from() : Math.min(scene.size(), title.to() + 12);
    boolean ofBehind =
        scene.language() == Language.EN
            && title.to() < scene.size()
            && scene.m.token(title.to()).is("of");
    for (Party party : scene.parties) {
      boolean before =
          party.to() <= title.from()
              && !ofBehind
              && party.from() >= left
              && !(title.from() > 0 && scene.m.token(title.from() - 1).is(","))
              && joins(scene, party.to(), title.from())
              && !isElsewhere(scene, party, title)
              && (scene.language() != Language.RU || isAttribute(scene, party, title));
      boolean inside = party.from() < title.to() && party.to() > title.from();
      boolean after =
          party.from() >= title.to()
              && party.to() <= right
              && joins(scene, title.to(), party.from());
      if (party.named() && (before || inside || after)) {
        near.add(party);
      }
    }
    // The presidents of two lands are named in the order of these.
    int rank =
        NameFinder.isPlural(scene.m, title)
            ? Few.of(scene.persons)
                .filter(p -> p.from() >= title.to() && p.to() <= person.from())
                .count()
            : 0;
    List<Party> fitting =
        Few.of(near).filter(p -> fits(p, office) && !isHost(p, title, office)).toList();
    Optional<Value.Entity> told =
        Few.of(fitting)
            .filter(p -> rank == 0 && p.to() == title.from())
            .findFirst()
            .or(() -> Few.of(fitting).skip(rank).findFirst())
            .map(p -> Pairs.governed(scene, p).orElseGet(() -> widen(scene, p, office)));
    if (told.isPresent()) {
      return told;
    }
    if (office.equals("ambassador") || office.equals("consul")) {
      boolean bare = scene.language() == Language.DE && near.isEmpty();
      return Few.of(near)
          .flatMap(p -> Few.of(p.country()))
          .findFirst()
          .map(Discourse::counterpart)
          .or(() -> bare ? Optional.of(scene.discourse.home()) : Optional.empty())
          .map(scene.discourse::country);
    }
    draft.by("rule/office-of-the-last", 0.8);
    Optional<Value.Entity> ranked =
        NameFinder.isPlural(scene.m, title) && near.isEmpty()
            ? ofRank(scene, office, rank)
            : Optional.empty();
    if (ranked.isPresent()) {
      return ranked;
    }
    Optional<Value.Entity> own = ownCountry(scene, title);
    if (own.isPresent()) {
      return own;
    }
    Optional<Value.Entity> owner = owner(scene, title, office);
    if (owner.isPresent()) {
      return owner;
    }
    Optional<Value.Entity> facing = facing(scene, title, office);
    if (facing.isPresent()) {
      return facing;
    }
    Optional<Value.Entity> led = ledBy(scene, title, office);
    if (led.isPresent()) {
      return led;
    }
    Optional<Value.Entity> hosting =
        ofTheCity(scene, title, office).or(() -> hosting(scene, title, office));
    if (hosting.isPresent()) {
      return hosting;
    }
    Optional<String> land = land(scene, title);
    if (office.endsWith("governor") && land.isPresent()) {
      return delegationOf(scene, title)
          .or(() -> scene.discourse.region(land.get()))
          .filter(of -> !of.isCityRegion());
    }
    if (office.endsWith("governor")) {
      Optional<Value.Entity> sent = delegationOf(scene, title);
      Optional<Value.Entity> region = spokenOf(scene, office, title);
      boolean another = region.filter(r -> isGoverned(scene, r, office)).isPresent();
      return sent.or(() -> another ? otherThan(scene, region.get()).or(() -> region) : region)
          .filter(of -> !of.isCityRegion());
    }
    return spokenOf(scene, office, title);
  }

  /** Whether the text has told who governs a land, which has but one president or governor. */
  private static boolean isGoverned(Scene scene, Value.Entity region, String office) {
    return UNIQUE.contains(office)
        && Few.of(scene.discourse.holders())
            .filter(h -> h.office().filter(office::equals).isPresent())
            .anyMatch(h -> h.of().filter(region::equals).isPresent());
  }

  /** The region that the text spoke of last on the other side. */
  private static Optional<Value.Entity> otherThan(Scene scene, Value.Entity region) {
    String other = Discourse.counterpart(scene.discourse.countryOf(region));
    return scene
        .discourse
        .recent(other)
        .map(side -> Pairs.region(scene, side))
        .filter(side -> side.kind() == Value.Kind.REGION);
  }

  /** Whether a place only tells where the holder did something: in Aktau by the governor. */
  private static boolean isElsewhere(Scene scene, Party party, Mention title) {
    if (party.marker() != Marker.LOCATION) {
      return false;
    }
    for (int i = party.to(); i < title.from(); i++) {
      if (scene.m.word(i).is(Feature.PREPOSITION)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of two that a plural title is told of, the side of the one of that rank: the mayors, A and B.
   */
  private static Optional<Value.Entity> ofRank(Scene scene, String office, int rank) {
    List<Value.Entity> two =
        switch (office) {
          case "mayor" -> scene.discourse.signers().orElseGet(scene.discourse::places);
          case "rector", "chief-executive" ->
              scene.discourse.signers().orElseGet(() -> scene.discourse.organisations(2));
          default -> scene.discourse.signers().or(scene.discourse::sides).orElseGet(List::of);
        };
    Value.Kind kind =
        switch (office) {
          case "mayor" -> Value.Kind.PLACE;
          case "rector", "chief-executive" -> Value.Kind.ORGANISATION;
          case "governor" -> Value.Kind.REGION;
          default -> Value.Kind.COUNTRY;
        };
    Optional<Value.Entity> told =
        two.size() == 2
            ? Few.of(two).filter(e -> e.kind() == kind).skip(rank).findFirst()
            : Optional.empty();
    boolean ours = kind == Value.Kind.COUNTRY && isOfLand(office) && rank < 2;
    String home = scene.discourse.home();
    return told.or(
        () ->
            ours
                ? Optional.of(
                    scene.discourse.country(rank == 0 ? home : Discourse.counterpart(home)))
                : Optional.empty());
  }

  private static boolean isOfLand(String office) {
    return office.equals("president") || office.endsWith("minister");
  }

  /** The country named before in the sentence, where the title is of the country: its president. */
  private static Optional<Value.Entity> ownCountry(Scene scene, Mention title) {
    return scene
        .word("the-land", title.to(), Math.min(scene.size(), title.to() + 2))
        .flatMap(
            land ->
                Few.of(scene.parties)
                    .filter(p -> p.to() <= title.from() && p.country().isPresent())
                    .filter(p -> p.entity().kind() == Value.Kind.COUNTRY)
                    .last())
        .map(Party::entity);
  }

  /** In Russian what an office is of stands before it as an adjective only. */
  private static boolean isAttribute(Scene scene, Party party, Mention title) {
    for (int i = party.from(); i < title.from(); i++) {
      if (!scene.m.word(i).is(Feature.ADJECTIVE) && scene.partyAt(i).isEmpty()) {
        return false;
      }
    }
    String last = scene.m.token(party.to() - 1).folded();
    return scene.m.word(party.to() - 1).is(Feature.ADJECTIVE)
        || last.contains("ск") && !last.endsWith("ске") && !last.endsWith("ска");
  }

  /** Whom its chairman is of: the last before it that can have one. */
  private static Optional<Value.Entity> owner(Scene scene, Mention title, String office) {
    boolean possessive =
        title.from() > 0 && scene.word("possessive", title.from() - 1, title.from()).isPresent();
    return Few.of(scene.parties)
        .filter(p -> possessive && p.named() && p.to() < title.from() && fits(p, office))
        .reduce((a, b) -> a.isOrganisation() && !b.isOrganisation() ? a : b)
        .map(Party::entity);
  }

  /** A minister who leads a Belarusian delegation is Belarus's. */
  private static Optional<Value.Entity> ledBy(Scene scene, Mention title, String office) {
    Optional<Mention> delegation = scene.cue("event", "delegation", scene.clause(title.from()));
    if (delegation.isEmpty() || !office.contains("minister") && !office.equals("president")) {
      return Optional.empty();
    }
    int at = delegation.get().from();
    return Few.of(scene.parties)
        .filter(p -> p.to() <= at && at - p.to() <= 1 && p.entity().kind() == Value.Kind.COUNTRY)
        .filter(p -> at < title.from())
        .map(Party::entity)
        .findFirst();
  }

  /** Who has a Kazakh counterpart holds the office on the other side. */
  private static Optional<Value.Entity> facing(Scene scene, Mention title, String office) {
    if (!office.contains("minister") && !office.equals("president")) {
      return Optional.empty();
    }
    for (Party party : scene.parties) {
      boolean counterpart =
          party.to() < scene.size()
              && scene.m.isWord(party.to(), "counterpart")
              && scene.clause(party.from()) == scene.clause(title.from());
      if (counterpart && party.country().isPresent()) {
        return Optional.of(scene.discourse.country(Discourse.counterpart(party.country().get())));
      }
    }
    return Optional.empty();
  }

  /** The country whose title it is alone: akim. */
  private static Optional<String> land(Scene scene, Mention title) {
    for (int i = title.from(); i < title.to(); i++) {
      for (Mention word : scene.m.words(i)) {
        for (String id : word.concept().values("signals")) {
          if (id.startsWith("country/")) {
            return Optional.of(id.substring("country/".length()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Where a governor or mayor meets somebody, which is mostly what the office is of: visited Grodno
   * Region, where he was received by Governor X.
   */
  private static Optional<Value.Entity> hosting(Scene scene, Mention title, String office) {
    boolean mayor = office.equals("mayor");
    int clause = scene.clause(title.from());
    boolean meets =
        (mayor || office.endsWith("governor"))
            && Few.of(MEETING).anyMatch(key -> scene.cue("event", key, clause).isPresent());
    Optional<String> land = land(scene, title);
    return Few.of(meets ? scene.parties : List.<Party>of())
        .filter(p -> p.named() && p.to() <= title.from() || scene.clause(p.from()) == clause)
        .filter(p -> p.marker() == Marker.LOCATION || isVisited(scene, p, clause))
        .filter(p -> land.filter(code -> !p.isOf(code)).isEmpty())
        .map(p -> mayor ? p.entity() : widen(scene, p, office))
        .filter(e -> e.kind() == (mayor ? Value.Kind.PLACE : Value.Kind.REGION))
        .filter(e -> mayor || !e.isCityRegion())
        .reduce((a, b) -> b);
  }

  /** The town or region that words beside a title point back at: the city's akim. */
  private static Optional<Value.Entity> ofTheCity(Scene scene, Mention title, String office) {
    return Few.of(scene.parties)
        .filter(p -> !p.named() && (office.equals("mayor") || office.endsWith("governor")))
        .filter(
            p ->
                p.entity().kind() == Value.Kind.PLACE
                    || p.entity().kind() == Value.Kind.REGION && p.marker() != Marker.LOCATION)
        .filter(
            p ->
                p.to() <= title.from() && title.from() - p.to() <= 1
                    || p.from() >= title.to() && p.from() - title.to() <= 1)
        .findFirst()
        .map(Party::entity);
  }

  /** Whether a territory of the clause before is where somebody goes. */
  private static boolean isVisited(Scene scene, Party party, int clause) {
    return scene.clause(party.from()) == clause - 1
        && (party.marker() == Marker.GOAL || party.marker() == Marker.UNMARKED)
        && scene.cue("event", "visit", clause - 1).filter(v -> v.to() <= party.from()).isPresent();
  }

  /** Whose delegation a governor of the sentence leads. */
  private static Optional<Value.Entity> delegationOf(Scene scene, Mention title) {
    return scene
        .cue("event", "delegation", scene.clause(title.from()))
        .filter(delegation -> !scene.m.isWord(delegation.from(), "the-guests"))
        .flatMap(
            delegation ->
                Few.of(scene.parties)
                    .filter(p -> isTerritory(scene, p) && p.named())
                    .filter(p -> p.marker() != Marker.LOCATION && p.marker() != Marker.GOAL)
                    .filter(p -> p.from() >= delegation.to() && p.from() - delegation.to() <= 3)
                    .map(Party::entity)
                    .findFirst());
  }

  private static boolean isTerritory(Scene scene, Party party) {
    return party.entity().kind() == Value.Kind.REGION
        || party.entity().kind() == Value.Kind.PLACE && scene.language() == Language.RU;
  }

  /** Whether nothing but words of the title stands between. */
  private static boolean joins(Scene scene, int from, int to) {
    for (int i = from; i < to; i++) {
      if (scene.m.token(i).is(",") && i + 1 < to
          || scene.m.token(i).is(";")
          || Few.of(scene.persons).anyMatch(p -> p.from() == from)
          || scene.m.isWord(i, "companion")
          || scene.isVerb(i)
              && !scene.m.token(i).is("'s")
              && !scene.m.token(i).isCapitalised()
              && scene.m.word(i).is(Feature.FINITE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Party party, String office) {
    return switch (office) {
      case "governor", "deputy-governor", "first-deputy-governor" ->
          party.entity().kind() == Value.Kind.REGION || party.entity().kind() == Value.Kind.PLACE;
      case "prime-minister",
          "deputy-prime-minister",
          "first-deputy-prime-minister",
          "president",
          "ambassador",
          "consul",
          "minister",
          "deputy-minister",
          "first-deputy-minister" ->
          party.entity().kind() == Value.Kind.COUNTRY;
      case "chief-executive", "deputy-chief-executive", "rector" -> party.isOrganisation();
      default -> true;
    };
  }

  /** A country after in or to is where an ambassador is accredited. */
  private static boolean isHost(Party party, Mention title, String office) {
    return (office.equals("ambassador") || office.equals("consul"))
        && party.from() >= title.to()
        && (party.marker() == Marker.GOAL || party.marker() == Marker.LOCATION);
  }

  /** Whether a region is called after a town, so that either may be meant: Gomel, Kostanay. */
  private static boolean isNamesake(Concept place, Concept region) {
    return Few.of(place.labels())
        .anyMatch(
            label ->
                Few.of(region.labels())
                    .anyMatch(
                        other ->
                            other.language() == label.language()
                                && other.text().startsWith(label.text())));
  }

  private static Value.Entity widen(Scene scene, Party party, String office) {
    boolean place = party.entity().kind() == Value.Kind.PLACE && scene.language() != Language.RU;
    return place && office.endsWith("governor")
        ? scene
            .entities
            .lexicon()
            .concept("place/" + party.entity().key())
            .filter(town -> isNamesake(town, scene.entities.region(town)))
            .map(scene.entities::region)
            .map(scene.entities::entity)
            .orElse(party.entity())
        : party.entity();
  }

  /** The firm last spoken of whose name tells it is what the Russian title has: директор завода. */
  private static Optional<Value.Entity> ofKind(Scene scene, Mention title) {
    int next = title.to();
    return scene.language() == Language.RU
            && next < scene.size()
            && scene.m.isWord(next, "the-firm")
        ? scene.discourse.organisation(FirmReferences.kinds(scene.m, next))
        : Optional.empty();
  }

  /** Whether a title is told to be of something else than the region spoken of: its chairman. */
  private static boolean isOfSomething(Scene scene, Mention title) {
    boolean owned =
        title.from() > 0
            && (scene.m.token(title.from() - 1).is("'s")
                || scene.m.token(title.from() - 1).is("'"));
    return owned || title.length() > 1 && land(scene, title).isEmpty();
  }

  /** The country that the holder is told to act for: Kazakhstan was represented by the minister. */
  private static Optional<Value.Entity> sideOf(Scene scene, Mention title) {
    int clause = scene.clause(title.from());
    boolean represents =
        scene.word("represents", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent();
    return Few.of(scene.parties)
        .filter(p -> p.named() && p.entity().kind() == Value.Kind.COUNTRY)
        .filter(p -> scene.clause(p.from()) == clause)
        .filter(p -> represents || scene.m.isWord(p.to(), "side-of"))
        .findFirst()
        .map(Party::entity);
  }

  /** The region that the words right before a title point back at: the region's department head. */
  private static Optional<Value.Entity> regionBefore(Scene scene, Mention title) {
    return Few.of(scene.parties)
        .filter(p -> !p.named() && p.entity().kind() == Value.Kind.REGION)
        .filter(p -> p.to() <= title.from() && title.from() - p.to() <= 2)
        .last()
        .map(Party::entity);
  }

  private static Optional<Value.Entity> spokenOf(Scene scene, String office, Mention title) {
    Discourse discourse = scene.discourse;
    return switch (office) {
      case "chair" ->
          isOfSomething(scene, title)
              ? Optional.empty()
              : discourse.region(discourse.home()).or(discourse::region);
      case "governor", "deputy-governor", "first-deputy-governor" ->
          discourse.region(discourse.home()).or(discourse::region);
      case "prime-minister",
          "deputy-prime-minister",
          "first-deputy-prime-minister",
          "president",
          "minister",
          "deputy-minister",
          "first-deputy-minister",
          "member-of-parliament" ->
          sideOf(scene, title)
              .or(
                  () ->
                      Optional.of(discourse.country(discourse.home()))
                          .filter(home -> !isGoverned(scene, home, office)))
              .or(() -> Optional.of(discourse.country(Discourse.counterpart(discourse.home()))));
      case "department-director" ->
          scene
              .word("regional-body", title.from(), Math.min(scene.size(), title.to() + 6))
              .filter(w -> scene.language() == Language.RU)
              .flatMap(w -> discourse.region())
              .or(() -> regionBefore(scene, title))
              .or(() -> Optional.of(discourse.country(discourse.home())));
      case "chief-executive", "deputy-chief-executive", "rector" ->
          ofKind(scene, title)
              .or(
                  () ->
                      Few.of(scene.parties)
                          .filter(p -> p.isOrganisation() && p.to() <= title.from())
                          .last()
                          .map(Party::entity))
              .or(() -> discourse.topicFirm().filter(firm -> !office.equals("rector")))
              .or(discourse::organisationBefore)
              .or(discourse::organisation);
      default ->
          title.to() < scene.size() && scene.m.isWord(title.to(), "the-firm")
              ? ofKind(scene, title).or(discourse::organisation)
              : Optional.empty();
    };
  }
}
