package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;

/** Who is meant by words that point back at a party: the region, our partners, both sides. */
final class BackReferences {

  private static final Set<String> OURS = Set.of("BY", "KZ");

  /** How many tokens after its subject a verb may stand, with others before it. */
  private static final int REACH = 5;

  private static final Set<String> ACTS = Set.of("send", "buy", "take-goods", "receive", "produce");

  private final Scene scene;
  private final Mentions m;
  private final Discourse discourse;

  /** What may be a party. */
  private final List<Mention> mentions;

  /** The parties before the word. */
  private final List<Party> found;

  private final FirmReferences firms;

  BackReferences(Scene scene, List<Mention> mentions, Discourse discourse, List<Party> found) {
    this.scene = scene;
    this.m = scene.m;
    this.mentions = mentions;
    this.discourse = discourse;
    this.found = found;
    this.firms = new FirmReferences(scene, discourse, found);
  }

  /** Who a word means; nobody where it points at none. */
  List<Value.Entity> meant(Mention word) {
    if (m.token(word.from()).is("there") && isExistential(word)) {
      return List.of();
    }
    String refers = word.concept().value("refers").orElse("");
    boolean several = isSeveral(word);
    boolean theirs =
        refers.equals("listener")
            && scene.language() == Language.DE
            && !m.token(word.from()).isCapitalised();
    if (theirs
        || refers.equals("speaker") && several && isBoth(word)
        || refers.startsWith("both") && !several
        || refers.equals("both") && word.length() == 1 && namesBoth()) {
      return List.of();
    }
    return switch (refers) {
      case "speaker" -> List.of(ours(word));
      case "listener", "other" -> List.of(discourse.opposite(discourse.ourCountry()));
      case "that-country" -> List.of(thatCountry());
      case "his" -> Few.of(his(word)).toList();
      case "there" -> List.of(there(word));
      case "here" -> List.of(here(word));
      case "region" -> isOfField(word) ? List.of() : Few.of(region()).toList();
      case "home" -> List.of(discourse.country(discourse.home()));
      case "organisation" -> firms.organisation(word);
      case "plant" -> firms.plant(word);
      case "place" -> firms.isAlone(word) ? Few.of(discourse.place()).toList() : List.of();
      case "both" -> both(word);
      case "both-parties" ->
          discourse.latestSides().filter(s -> !discourse.isAbroad()).orElseGet(() -> both(word));
      case "both-regions" -> bothRegions();
      case "both-places" -> discourse.places();
      case "both-organisations" -> firms.both(word);
      case "both-firms" -> firms.several(word);
      case "kind" -> firms.kind(word);
      case "subject" -> isSubject(word) ? subjects(word) : List.of();
      default -> List.of();
    };
  }

  /** It means one, they may mean several. */
  private List<Value.Entity> subjects(Mention word) {
    boolean several = m.word(word.from()).is(Feature.PLURAL) || m.token(word.from()).is("they");
    List<Value.Entity> told = discourse.subjects();
    return several || told.size() == 1 ? told : List.of();
  }

  /** Whether a pronoun opens the sentence as the subject of a verb that is not but to be. */
  private boolean isSubject(Mention word) {
    int next = word.to();
    boolean verb = next < m.size() && m.word(next).is(Feature.FINITE) && scene.isVerb(next);
    boolean expletive = m.token(word.from()).is("it") && verb && m.word(next).hasLemma("be");
    boolean opens = word.from() == 0 && verb && !expletive;
    return opens
        || scene.language() == Language.RU && word.from() == 1 && scene.isVerb(0)
        || word.from() > 0 && actsLater(word);
  }

  /**
   * Whether a pronoun inside a sentence that names no other subject before is the subject of a verb
   * of trade or making: last year it shipped, im Vorjahr lieferte es.
   */
  private boolean actsLater(Mention word) {
    boolean person = Few.of(scene.persons).anyMatch(p -> p.from() < word.from());
    boolean neuter = m.token(word.from()).is("it") || m.token(word.from()).is("es");
    boolean several = m.token(word.from()).is("they") || m.word(word.from()).is(Feature.PLURAL);
    if (person && !neuter
        || several
        || Few.of(found).anyMatch(p -> p.named() && p.marker() == Marker.UNMARKED)) {
      return false;
    }
    return scene.language() == Language.DE
        ? scene.isVerb(word.from() - 1)
            && m.word(word.from() - 1).is(Feature.FINITE)
            && acts(word.from() - 1, word.from())
        : acts(word.to(), Math.min(m.size(), word.to() + REACH));
  }

  private boolean acts(int from, int to) {
    for (int i = from; i < to && !m.token(i).is(","); i++) {
      if (m.at(Layer.CUE, i).filter(c -> ACTS.contains(c.concept().key())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a Russian phrase is of the plural: our countries, but not our country. */
  private boolean isSeveral(Mention word) {
    return scene.language() != Language.RU
        || word.length() == 1
        || m.isWord(word.from(), "both")
        || !isSingular(word.from()) && !isSingular(word.to() - 1);
  }

  private boolean isSingular(int i) {
    return m.word(i).is(Feature.SINGULAR) && !m.word(i).is(Feature.PLURAL);
  }

  /** Whether a sentence names who trade with each other, so that mutual only says so again. */
  private boolean namesBoth() {
    return Few.of(mentions)
            .filter(mention -> !mention.is("word"))
            .flatMap(mention -> Few.of(scene.entities.country(mention.concept())))
            .distinct()
            .count()
        > 1;
  }

  /** Our countries are both sides, not ours alone. */
  private boolean isBoth(Mention word) {
    return Few.of(m.in(Layer.WORD))
        .anyMatch(
            other ->
                other.from() == word.from()
                    && other.to() == word.to()
                    && other
                        .concept()
                        .value("refers")
                        .filter(refers -> refers.startsWith("both"))
                        .isPresent());
  }

  /** There is and there are point at nothing. */
  private boolean isExistential(Mention word) {
    return word.to() < m.size() && m.word(word.to()).hasLemma("be")
        || word.from() > 0 && m.word(word.from() - 1).hasLemma("be");
  }

  /** What the first person of the sentence, else the one last named, holds an office of. */
  private Optional<Value.Entity> his(Mention word) {
    Optional<Discourse.Holder> person =
        Few.of(scene.persons)
            .filter(p -> p.from() < word.from())
            .findFirst()
            .flatMap(p -> discourse.holder(scene.entity(p).label()))
            .or(discourse::speaker)
            .or(discourse::person);
    return isLand(word)
        ? person.flatMap(Discourse.Holder::country).map(discourse::country)
        : person.flatMap(Discourse.Holder::of);
  }

  /** The country named last, in this sentence or before, but our own. */
  private Value.Entity thatCountry() {
    String ours = discourse.ourCountry();
    return Few.of(found)
        .filter(p -> p.named() && p.entity().kind() == Value.Kind.COUNTRY && !p.isOf(ours))
        .last()
        .map(Party::entity)
        .orElseGet(() -> discourse.lastBut(ours));
  }

  /**
   * The land that the sentence or text named last, unless it is that of the clause's subject; one
   * that a colon follows is meant by what is said behind it.
   */
  private Value.Entity there(Mention word) {
    boolean introduces = word.from() > 0 && m.token(word.from() - 1).is(":");
    Optional<Party> introduced =
        Few.of(found).filter(p -> introduces && p.named() && !p.isOrganisation()).last();
    if (introduced.isPresent()) {
      return introduced.get().entity();
    }
    Optional<Party> named =
        Few.of(found)
            .filter(p -> p.named() && !p.isOrganisation())
            .filter(p -> p.marker() == Marker.GOAL || p.marker() == Marker.LOCATION)
            .last();
    if (named.isPresent()) {
      return named.get().entity();
    }
    Optional<Party> visited =
        Few.of(found)
            .filter(p -> p.named() && p.marker() == Marker.UNMARKED && !p.isOrganisation())
            .filter(p -> p.entity().kind() != Value.Kind.COUNTRY)
            .filter(
                p ->
                    Few.of(scene.cues("event", "visit"))
                        .anyMatch(c -> c.to() <= p.from() && scene.sameClause(c.from(), p.from())))
            .reduce((a, b) -> b);
    if (visited.isPresent()) {
      return visited.get().entity();
    }
    Few<String> countries = Few.of(found).flatMap(party -> Few.of(party.country()));
    Optional<String> subject =
        scene.language() == Language.DE ? countries.findFirst() : countries.last();
    return subject
        .map(discourse::facing)
        .or(discourse::latest)
        .orElseGet(() -> discourse.opposite(discourse.ourCountry()));
  }

  /** In Russian the region last spoken of, where nobody is quoted; else our side. */
  private Value.Entity here(Mention word) {
    return discourse
        .region()
        .filter(r -> scene.language() == Language.RU && m.token(word.from()).is("сюда"))
        .filter(r -> discourse.speaker().isEmpty())
        .orElseGet(discourse::ourSide);
  }

  /** Whether a Russian word for region means a field: сотрудничество в области культуры. */
  private boolean isOfField(Mention word) {
    int next = word.to();
    return scene.language() == Language.RU
        && m.word(word.from()).hasLemma("область")
        && word.length() == 1
        && next < m.size()
        && !m.token(next).isCapitalised()
        && !scene.isVerb(next)
        && m.word(next).is(Feature.GENITIVE)
        && (m.word(next).is(Feature.NOUN) || m.word(next).is(Feature.ADJECTIVE));
  }

  /** The region last spoken of; where the sentence names one country, it lies in the other. */
  private Optional<Value.Entity> region() {
    Set<String> named = new HashSet<>();
    for (Mention party : m.in(Layer.PARTY)) {
      scene.entities.country(party.concept()).filter(c -> OURS.contains(c)).ifPresent(named::add);
    }
    boolean third = named.isEmpty() && !m.in(Layer.PARTY).isEmpty();
    Optional<Value.Entity> reporter =
        discourse.pair().map(Discourse.Pair::reporter).filter(r -> r.kind() == Value.Kind.REGION);
    if (third && reporter.isPresent()) {
      return reporter;
    }
    Optional<Value.Entity> last =
        named.size() == 1
            ? discourse.region(Discourse.counterpart(named.iterator().next())).or(discourse::region)
            : discourse.region();
    return last.or(this::regionOfSpeaker);
  }

  /** The region whose office the speaker holds, be it named behind what is said. */
  private Optional<Value.Entity> regionOfSpeaker() {
    return discourse
        .speaker()
        .flatMap(Discourse.Holder::of)
        .filter(of -> of.kind() == Value.Kind.REGION);
  }

  private Value.Entity ours(Mention word) {
    String text = m.text(word.from(), word.to()).toLowerCase(Locale.ROOT);
    Value.Entity side = discourse.ourSide();
    boolean region =
        side.kind() == Value.Kind.ORGANISATION
            && (m.word(word.to() - 1).hasLemma("регион")
                || m.word(word.to() - 1).hasLemma("область"));
    return isLand(word) && !text.contains("region")
        ? discourse.country(discourse.ourCountry())
        : region ? discourse.side(discourse.home()) : side;
  }

  /** Both countries are the countries, both sides those last spoken of. */
  private List<Value.Entity> both(Mention word) {
    if (discourse.isAbroad()) {
      return discourse.lastTwo();
    }
    String home = discourse.home();
    Value.Entity facing = discourse.facing(home);
    boolean lands = word.length() > 1 && isLand(word);
    return lands
        ? List.of(discourse.country(home), discourse.country(discourse.countryOf(facing)))
        : List.of(
            scene.language() == Language.DE ? discourse.about(home) : discourse.side(home), facing);
  }

  /** The regions last spoken of on either side, or what stands for a side that named none. */
  private List<Value.Entity> bothRegions() {
    String home = discourse.home();
    return List.of(
        discourse.region(home).orElseGet(() -> discourse.side(home)),
        discourse.region(Discourse.counterpart(home)).orElseGet(() -> discourse.facing(home)));
  }

  private boolean isLand(Mention word) {
    return Few.of(m.word(word.to() - 1).keys())
        .anyMatch(key -> key.equals("country") || key.equals("land") || key.equals("страна"));
  }
}
