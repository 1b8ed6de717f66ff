package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;

/** Finds the parties of a sentence, named or pointed back at, and says how each stands. */
final class PartyFinder {

  private final Scene scene;
  private final Mentions m;
  private final NounPhrases phrases;
  private final PartyNames names;
  private final Standing standing;

  /** What may be a party, in the order of the text. */
  private final List<Mention> mentions;

  /** The parties that these name, whatever the text spoke of before; null where not known yet. */
  private final Party[] named;

  private Discourse discourse;
  private List<Party> found = List.of();

  PartyFinder(Scene scene) {
    this.scene = scene;
    this.m = scene.m;
    this.discourse = scene.discourse;
    this.phrases = new NounPhrases(scene);
    this.names = new PartyNames(scene, phrases);
    this.mentions = names.find();
    for (Mention word : m.in(Layer.WORD)) {
      boolean refers = word.concept().has("refers") && !FirmReferences.isKind(word);
      if (refers && !word.overlapsAny(m.in(Layer.PARTY))) {
        mentions.add(word);
      }
    }
    addFirmsByKind();
    mentions.sort(Comparator.comparingInt(Mention::from));
    this.named = new Party[mentions.size()];
    this.standing = new Standing(scene, phrases, mentions);
  }

  /** Firms told by what they are: both operators, the two retailers, the universities, the mill. */
  private void addFirmsByKind() {
    for (Mention word : m.in(Layer.WORD)) {
      String key = word.concept().key();
      int head = word.to();
      boolean kind = FirmReferences.isKind(word) || key.equals("organisation-head");
      if (key.equals("both")
          && (m.isWord(head, "organisation-head")
              || m.isWord(head, "any-firm")
              || Few.of(m.words(head)).anyMatch(FirmReferences::isKind))) {
        mentions.removeIf(one -> one.is("word") && one.from() == head);
        addFirms("word/both-organisations", word.from(), head + 1);
      } else if (kind && word.length() == 1) {
        boolean several = isPlural(word.from());
        if (several && scene.language() == Language.RU) {
          mentions.removeIf(one -> one.is("word") && one.from() == word.from());
        }
        addFirms(several ? "word/the-firms" : "word/that-kind", word.from(), head);
      }
    }
  }

  private boolean isPlural(int noun) {
    return m.word(noun).is(Feature.PLURAL)
        && (scene.language() != Language.RU
            || !m.word(noun).is(Feature.SINGULAR)
            || isSeveral(noun + 1));
  }

  /** Whether a Russian verb is of several: компании подписали. */
  private boolean isSeveral(int verb) {
    return verb < m.size()
        && (m.word(verb).is(Feature.FINITE) || m.isWord(verb, "predicative"))
        && m.word(verb).is(Feature.PLURAL)
        && !m.word(verb).is(Feature.SINGULAR);
  }

  private void addFirms(String meant, int from, int to) {
    if (to == m.size() || !m.token(to).isCapitalised() || scene.language() == Language.DE) {
      scene
          .entities
          .lexicon()
          .concept(meant)
          .map(firms -> new Mention(from, to, firms, Label.Form.ALTERNATIVE))
          .filter(firms -> !firms.overlapsAny(mentions) && !firms.overlapsAny(m.in(Layer.PARTY)))
          .ifPresent(mentions::add);
    }
  }

  /** The parties, told to the discourse as they come. */
  List<Party> find(Discourse spoken) {
    spoken.begin(scene.sentence());
    discourse = spoken;
    found = new ArrayList<>(mentions.size());
    BackReferences references = new BackReferences(scene, mentions, spoken, found);
    for (int i = 0; i < named.length; i++) {
      if (mentions.get(i).is("word")) {
        pointBack(mentions.get(i), references);
      } else {
        name(i);
      }
    }
    discourse.subjects(subjects());
    if (discourse.opens()) {
      Few.of(found)
          .filter(p -> p.isOrganisation() && p.marker() == Marker.UNMARKED && acts(p))
          .findFirst()
          .ifPresent(p -> discourse.topicFirm(p.entity()));
    }
    return found;
  }

  /** Whether a firm, no ministry or chamber, stands right before the verb. */
  private boolean acts(Party firm) {
    for (int i = firm.from(); i < firm.to(); i++) {
      if (m.isWord(i, "body")) {
        return false;
      }
    }
    int next = firm.to() < m.size() && m.token(firm.to()).is("\"") ? firm.to() + 1 : firm.to();
    return next < m.size() && m.word(next).is(Feature.FINITE) && scene.isVerb(next);
  }

  /**
   * Who stands before the verb of the first clause, or in German behind it, unless a person does.
   */
  private List<Value.Entity> subjects() {
    int end = scene.size() == 0 ? 0 : scene.clauseEnd(0);
    int verb = 0;
    while (verb < end && !(m.word(verb).is(Feature.FINITE) && scene.isVerb(verb))) {
      verb++;
    }
    int before = verb;
    boolean person = Few.of(scene.persons).anyMatch(p -> p.from() < before);
    if (person) {
      return List.of();
    }
    List<Value.Entity> first =
        Few.of(found)
            .filter(p -> p.to() <= before && p.marker() == Marker.UNMARKED)
            .map(Party::entity)
            .distinct()
            .toList();
    return first.isEmpty() && scene.language() == Language.DE
        ? Few.of(found)
            .filter(p -> p.from() > before && p.from() - before <= 2)
            .filter(p -> p.marker() == Marker.UNMARKED)
            .map(Party::entity)
            .toList()
        : first;
  }

  private void name(int index) {
    Mention mention = mentions.get(index);
    boolean body = mention.is("organisation") || mention.isAdjective() && isOfBody(mention);
    if (body && isSource(mention)) {
      return;
    }
    if (named[index] == null) {
      named[index] = party(mention);
    }
    Party party = ofLocalFirm(mention, named[index]);
    found.add(party);
    Concept concept = mention.concept();
    Marker marker = party.marker();
    if (mention.is("organisation")) {
      tellKind(mention, party.entity());
    }
    if (concept.kind().equals("place")) {
      discourse.place(party.entity());
    }
    townIn(mention, party);
    boolean venue = isCapital(concept) && (marker == Marker.LOCATION || marker == Marker.GOAL);
    if (!venue && (!mention.isAdjective() || marker != Marker.ORIGIN)) {
      discourse.mention(concept.kind().equals("place") ? inRegion(party, concept) : party);
    }
  }

  private void pointBack(Mention word, BackReferences references) {
    boolean told = Few.of(found).anyMatch(p -> p.isOrganisation() && p.to() == word.from());
    List<Value.Entity> entities = told || isSeated(word) ? List.of() : references.meant(word);
    if (entities.isEmpty()) {
      return;
    }
    Marker marker =
        word.concept()
            .value("stands")
            .map(Marker::of)
            .orElseGet(() -> standing.ofWord(word, found));
    for (Value.Entity entity : entities) {
      String country = discourse.countryOf(entity);
      found.add(
          new Party(
              word.from(),
              word.to(),
              entity,
              country.isEmpty() ? Optional.empty() : Optional.of(country),
              marker,
              false));
    }
  }

  /** Whether a firm told by its kind is told where it sits, and so is not one named before. */
  private boolean isSeated(Mention word) {
    boolean firm =
        m.isWord(word.to() - 1, "organisation-head")
            && word.concept().value("refers").filter(r -> r.startsWith("both")).isEmpty();
    boolean in =
        word.to() < m.size()
            && (m.isWord(word.to(), "location")
                || scene.language() == Language.RU && m.token(word.to()).is("в"));
    return firm
        && in
        && Few.of(m.in(Layer.PARTY))
            .anyMatch(p -> p.is("place") && p.from() > word.to() && p.from() - word.to() <= 3);
  }

  /** Notes the nouns that tell what an organisation is, in its name and right before it. */
  private void tellKind(Mention name, Value.Entity organisation) {
    int from = name.from();
    while (from > 0 && (m.token(from - 1).is("\"") || m.isWord(from - 1, "legal-form"))) {
      from--;
    }
    for (int i = Math.max(0, from - 1); i < name.to(); i++) {
      if (m.isWord(i, "organisation-head") || i < from && m.isWord(i, "transparent")) {
        FirmReferences.kinds(m, i).forEach(kind -> discourse.kind(organisation, kind));
      }
    }
  }

  /** The region of the town that a German name begins with is spoken of: Brester Handelskammer. */
  private void townIn(Mention name, Party party) {
    if (scene.language() == Language.DE && name.is("organisation")) {
      Few.of(m.in(Layer.PARTY))
          .filter(p -> p.from() == name.from() && p.to() < name.to() && p.is("place"))
          .filter(p -> m.token(p.from()).folded().endsWith("er"))
          .findFirst()
          .ifPresent(
              p ->
                  discourse.mention(
                      inRegion(
                          new Party(
                              p.from(),
                              p.to(),
                              scene.entity(p),
                              scene.entities.country(p.concept()),
                              party.marker(),
                              true),
                          p.concept())));
    }
  }

  /**
   * The firm of a town, region or land is the one from there that was named: the Lida plant, the
   * Belarusian company.
   */
  private Party ofLocalFirm(Mention mention, Party party) {
    return isLocalFirm(mention)
        ? firmFrom(mention)
            .map(o -> new Party(party.from(), party.to(), o, party.country(), party.marker(), true))
            .orElse(party)
        : party;
  }

  private boolean isLocalFirm(Mention mention) {
    int head = mention.to();
    boolean russian = scene.language() == Language.RU;
    boolean firm =
        mention.isAdjective()
            && head < m.size()
            && m.isWord(head, russian ? "the-firm" : "any-firm")
            && m.word(head).is(Feature.SINGULAR)
            && (russian || mention.from() > 0 && m.isDefiniteArticle(mention.from() - 1));
    boolean named =
        head + 1 < m.size()
            && (m.token(head + 1).is("\"")
                || m.token(head + 1).isCapitalised()
                || m.token(head + 1).is("по"));
    return firm && !named && Few.of(scene.organisations).noneMatch(contains(head));
  }

  private Optional<Value.Entity> firmFrom(Mention place) {
    return place.is("country")
        ? discourse
            .latestSides()
            .flatMap(
                two ->
                    Few.of(two)
                        .filter(o -> o.kind() == Value.Kind.ORGANISATION)
                        .filter(o -> discourse.countryOf(o).equals(place.concept().key()))
                        .findFirst())
        : scene.language() == Language.RU
            ? discourse.organisationOf(scene.entities.region(place.concept()))
            : Optional.empty();
  }

  private Party party(Mention mention) {
    Marker marker = standing.of(mention, names.isAdjective(mention), found);
    Optional<String> country =
        scene
            .entities
            .country(mention.concept())
            .or(() -> nearCountry(mention))
            .or(() -> scene.entities.countryByName(mention.concept()));
    Value.Entity entity =
        isGovernment(mention, marker)
            ? discourse.country(country.orElseThrow())
            : regionMeant(mention).orElseGet(() -> scene.entity(mention));
    return new Party(mention.from(), mention.to(), entity, country, marker, true);
  }

  /** The region of a land last spoken of, told by the land alone: the Kazakh region. */
  private Optional<Value.Entity> regionMeant(Mention mention) {
    int head = mention.to();
    boolean region =
        mention.is("country")
            && mention.isAdjective()
            && mention.from() > 0
            && head < m.size()
            && m.isWord(head, "kind-region")
            && !m.word(head).is(Feature.PLURAL)
            && m.isDefiniteArticle(mention.from() - 1)
            && (head + 1 == m.size() || !m.token(head + 1).isCapitalised());
    return scene
        .entities
        .country(mention.concept())
        .filter(land -> region)
        .flatMap(discourse::region);
  }

  /** In Russian a capital that deals with another country stands for its own government. */
  private boolean isGovernment(Mention mention, Marker marker) {
    if (scene.language() != Language.RU
        || mention.isAdjective()
        || !isCapital(mention.concept())
        || marker != Marker.UNMARKED && marker != Marker.AGENT) {
      return false;
    }
    Optional<String> own = scene.entities.country(mention.concept());
    return Few.of(m.in(Layer.PARTY))
        .anyMatch(
            p ->
                p.is("country")
                    && !p.isAdjective()
                    && !scene.entities.country(p.concept()).equals(own));
  }

  private Party inRegion(Party place, Concept concept) {
    return new Party(
        place.from(),
        place.to(),
        scene.entities.entity(scene.entities.region(concept)),
        place.country(),
        place.marker(),
        true);
  }

  private boolean isOfBody(Mention adjective) {
    return m.isWord(adjective.to(), "body") && m.at(Layer.OFFICE, adjective.to()).isEmpty();
  }

  /** Whether a body is only given as the source: laut dem Ministerium. */
  private boolean isSource(Mention mention) {
    int i = mention.from() - 1;
    while (i >= 0
        && mention.from() - i <= 4
        && !m.isWord(i, "according-to")
        && (phrases.isInside(i) || m.isWord(i, "body"))) {
      i--;
    }
    return i >= 0 && m.isWord(i, "according-to");
  }

  /** A capital is mostly the venue of its government's doings, not the region they are about. */
  private static boolean isCapital(Concept concept) {
    return concept.id().equals("region/BY-HM") || concept.id().equals("region/KZ-71");
  }

  /** The country of an unknown organisation: the adjective or place next to its name. */
  private Optional<String> nearCountry(Mention mention) {
    Optional<String> found = Optional.empty();
    for (Mention party : m.in(Layer.PARTY)) {
      boolean based =
          party.to() + 1 < m.size()
              && m.token(party.to()).is("-")
              && m.token(party.to() + 1).is("based");
      boolean before =
          party.to() <= mention.from() && mention.from() - party.to() <= (based ? 4 : 2);
      for (int i = party.to(); before && i < mention.from(); i++) {
        before = !m.isWord(i, "and");
      }
      boolean inside = party.from() >= mention.from() && party.to() <= mention.to();
      boolean after =
          party.from() >= mention.to()
              && party.from() - mention.to() <= 1
              && (m.isWord(party.from() - 1, "of")
                  || m.isWord(party.from() - 1, "source")
                  || m.isWord(party.from() - 1, "location")
                  || m.token(party.from() - 1).is("(")
                  || scene.language() == Language.RU && m.isWord(party.from() - 1, "goal"));
      boolean apposed = mention.to() + 2 == party.from() && standing.isOfApposition(party);
      if ((before && (party.isAdjective() || party.is("place"))) || inside || after || apposed) {
        Optional<String> country = scene.entities.country(party.concept());
        found = country.isPresent() && (before || found.isEmpty()) ? country : found;
      }
    }
    return found;
  }

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }
}
