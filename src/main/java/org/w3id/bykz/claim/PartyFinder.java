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
      if (word.concept().has("refers") && !word.overlapsAny(m.in(Layer.PARTY))) {
        mentions.add(word);
      }
    }
    addBothFirms();
    mentions.sort(Comparator.comparingInt(Mention::from));
    this.named = new Party[mentions.size()];
    this.standing = new Standing(scene, phrases, mentions);
  }

  /** Two firms told by what they are: both operators, the two retailers. */
  private void addBothFirms() {
    for (Mention word : m.in(Layer.WORD)) {
      int head = word.to();
      boolean told =
          word.concept().key().equals("both")
              && m.isWord(head, "organisation-head")
              && (head + 1 == m.size() || !m.token(head + 1).isCapitalised());
      if (told) {
        scene
            .entities
            .lexicon()
            .concept("word/both-organisations")
            .map(both -> new Mention(word.from(), head + 1, both, Label.Form.ALTERNATIVE))
            .filter(firms -> !firms.overlapsAny(mentions))
            .ifPresent(mentions::add);
      }
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
    return found;
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
    List<Value.Entity> entities = references.meant(word);
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
   * In Russian the firm of a town or region is the one from there that was named: the Lida plant.
   */
  private Party ofLocalFirm(Mention mention, Party party) {
    int head = mention.to();
    boolean local =
        scene.language() == Language.RU
            && mention.isAdjective()
            && !mention.is("country")
            && head < m.size()
            && m.isWord(head, "the-firm")
            && m.word(head).is(Feature.SINGULAR)
            && (head + 1 == m.size()
                || !m.token(head + 1).is("\"")
                    && !m.token(head + 1).isCapitalised()
                    && !m.token(head + 1).is("по"))
            && Few.of(scene.organisations).noneMatch(contains(head));
    return local
        ? discourse
            .organisationOf(scene.entities.region(mention.concept()))
            .map(o -> new Party(party.from(), party.to(), o, party.country(), party.marker(), true))
            .orElse(party)
        : party;
  }

  private Party party(Mention mention) {
    Marker marker = standing.of(mention, names.isAdjective(mention), found);
    Optional<String> country =
        scene.entities.country(mention.concept()).or(() -> nearCountry(mention));
    Value.Entity entity =
        isGovernment(mention, marker)
            ? discourse.country(country.orElseThrow())
            : scene.entity(mention);
    return new Party(mention.from(), mention.to(), entity, country, marker, true);
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

  /** The country of an unknown organisation: an adjective or place beside its name. */
  private Optional<String> nearCountry(Mention mention) {
    for (Mention party : m.in(Layer.PARTY)) {
      boolean based =
          party.to() + 1 < m.size()
              && m.token(party.to()).is("-")
              && m.token(party.to() + 1).is("based");
      boolean before =
          party.to() <= mention.from() && mention.from() - party.to() <= (based ? 4 : 2);
      boolean inside = party.from() >= mention.from() && party.to() <= mention.to();
      boolean after =
          party.from() >= mention.to()
              && party.from() - mention.to() <= 1
              && (m.isWord(party.from() - 1, "of")
                  || m.isWord(party.from() - 1, "source")
                  || scene.language() == Language.RU && m.isWord(party.from() - 1, "goal"));
      boolean apposed = mention.to() + 2 == party.from() && standing.isOfApposition(party);
      if ((before && (party.isAdjective() || party.is("place"))) || inside || after || apposed) {
        Optional<String> country = scene.entities.country(party.concept());
        if (country.isPresent()) {
          return country;
        }
      }
    }
    return Optional.empty();
  }

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }
}
