package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Finds the parties of a sentence, resolves what points back at one, and says how each stands. */
final class PartyFinder {

  private static final Set<String> DETERMINERS =
      new HashSet<>(
          Set.of(
              "the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einem",
              "einen", "einer", "five", "two", "three", "four", "several", "six", "beiden", "other",
              "этот", "эту", "этой"));

  /** Most tokens of the figures behind a member of a list. */
  private static final int LONGEST_FIGURES = 18;

  private static final Set<String> OURS = Set.of("BY", "KZ");

  private final Scene scene;
  private final Mentions m;

  /** What may be a party, in the order of the text. */
  private final List<Mention> mentions = new ArrayList<>();

  /** The parties that these name, whatever the text spoke of before; null where not known yet. */
  private final Party[] named;

  private Discourse discourse;
  private List<Party> found = List.of();

  PartyFinder(Scene scene) {
    this.scene = scene;
    this.m = scene.m;
    this.discourse = scene.discourse;
    for (Mention mention : m.in(Layer.PARTY)) {
      boolean relay = m.isWord(mention.from(), "relay") && mention.is("organisation");
      if (!relay
          && !isOfMoney(mention)
          && !isInTitle(mention)
          && !isInside(mention)
          && isLikeliest(mention)) {
        mentions.add(mention);
      }
    }
    mentions.removeIf(this::onlyLocates);
    mentions.addAll(scene.organisations);
    for (Mention word : m.in(Layer.WORD)) {
      if (word.concept().has("refers") && !word.overlapsAny(m.in(Layer.PARTY))) {
        mentions.add(word);
      }
    }
    addBothFirms();
    mentions.sort(Comparator.comparingInt(Mention::from));
    named = new Party[mentions.size()];
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
    for (int i = 0; i < named.length; i++) {
      if (mentions.get(i).is("word")) {
        pointBack(mentions.get(i));
      } else {
        name(i);
      }
    }
    return found;
  }

  /** Whether a country only says where the region beside it lies: Belarus' Brest Oblast. */
  private boolean onlyLocates(Mention country) {
    if (!country.is("country") || country.isAdjective()) {
      return false;
    }
    int from = country.from();
    int to = country.to();
    boolean owns = to < m.size() && isPossessiveEnd(to);
    boolean follows = from > 0 && m.token(from - 1).is(",");
    return Few.of(m.in(Layer.PARTY))
        .filter(p -> p.is("region") || p.is("place"))
        .filter(p -> owns && p.from() == to + 1 || follows && p.to() == from - 1)
        .anyMatch(
            p -> scene.entities.country(p.concept()).equals(Optional.of(country.concept().key())));
  }

  /** Whether an adjective but says whose money is meant: 5 млн российских рублей. */
  private boolean isOfMoney(Mention mention) {
    int next = mention.to();
    return scene.language() == Language.RU
        && mention.isAdjective()
        && next < m.size()
        && (m.word(next).hasLemma("рубль")
            || m.token(next).is("тенге")
            || m.token(next).is("юаней"));
  }

  /** Whether the name opens a quoted title of an event: the forum "Astana Invest". */
  private boolean isInTitle(Mention mention) {
    int from = mention.from();
    return from > 1 && m.token(from - 1).is("\"") && m.at(Layer.EVENT, from - 2).isPresent();
  }

  /** Whether a longer name, of a person or an organisation, covers the mention. */
  private boolean isInside(Mention mention) {
    return mention.overlapsAny(scene.organisations)
        || mention.overlapsAny(scene.persons)
        || mention.overlapsAny(scene.cues("project", "foreign-capital"))
        || isGivenName(mention);
  }

  /** Whether it is the given name of a person known by then: Nursultan Nasarbajew. */
  private boolean isGivenName(Mention mention) {
    return !mention.is("organisation")
        && mention.to() < m.size()
        && m.token(mention.to()).isCapitalised()
        && scene
            .discourse
            .holder(m.token(mention.to()).text())
            .filter(h -> h.person().label().equals(m.text(mention.from(), mention.to() + 1)))
            .isPresent();
  }

  /** Of several things with one name the region or country before the place or organisation. */
  private boolean isLikeliest(Mention mention) {
    if (mention.form() == Label.Form.AMBIGUOUS
        && !isPlaceLike(mention)
        && !isOblast(mention)
        && !isOfCity(mention)) {
      return false;
    }
    // Of equals in rank the first that was found is it: those before it beat it, those after do
    // not.
    int beaten = rank(mention);
    for (Mention other : m.in(Layer.PARTY)) {
      if (!other.sharesSpan(mention)) {
        continue;
      }
      if (other.equals(mention)) {
        beaten--;
      } else if (rank(other) <= beaten) {
        return false;
      }
    }
    return true;
  }

  /** Whether an adjective's label matched a form that is no adjective: Kostanai, not Kostanaier. */
  private boolean isOfOtherForm(Mention mention) {
    if (!mention.isAdjective() || scene.language() != Language.DE) {
      return false;
    }
    String text = m.text(mention.from(), mention.to());
    return !text.endsWith("er") && Character.isUpperCase(text.charAt(0)) && !text.contains("isch");
  }

  /** Whether an adjective shares the head of a list of oblasts, so that it means no city. */
  private boolean isOblast(Mention mention) {
    return scene.language() == Language.RU
        && mention.form() == Label.Form.AMBIGUOUS
        && mention
            .concept()
            .preferredLabel(Language.RU)
            .filter(label -> label.endsWith(" область"))
            .isPresent()
        && sharedHead(mention).isPresent();
  }

  /** Whether it is an adjective of a city that its oblast shares, as Minsk and Almaty have. */
  private boolean isOfCity(Mention mention) {
    return scene.language() == Language.RU
        && mention.form() == Label.Form.AMBIGUOUS
        && mention.is("region")
        && m.word(mention.from()).is(Feature.ADJECTIVE)
        && mention
            .concept()
            .preferredLabel(Language.RU)
            .filter(label -> !label.endsWith(" область"))
            .isPresent();
  }

  private int rank(Mention mention) {
    if (isOblast(mention)) {
      return -1;
    }
    if (isOfCity(mention)) {
      return 1;
    }
    int form = mention.form() == Label.Form.AMBIGUOUS ? 10 : isOfOtherForm(mention) ? 5 : 0;
    return form
        + switch (mention.concept().kind()) {
          case "country" -> 0;
          case "region" -> 1;
          case "place" -> 2;
          default -> 3;
        };
  }

  /** A name that is also a common word counts after a preposition of place only. */
  private boolean isPlaceLike(Mention mention) {
    return m.token(mention.from()).isCapitalised()
            && mention.from() > 0
            && (m.isWord(mention.from() - 1, "goal")
                || m.isWord(mention.from() - 1, "location")
                || m.isWord(mention.from() - 1, "source")
                || m.isWord(mention.from() - 1, "of")
                || m.isWord(mention.from() - 1, "between")
                || scene.language() == Language.RU
                    && (m.isWord(mention.from() - 1, "companion") || isTwin(mention.from()))
                || m.isWord(mention.from() - 1, "transparent")
                || m.at(Layer.OFFICE, mention.from() - 1).isPresent()
                || m.token(mention.from() - 1).is("."))
        || isQuoted(mention)
        || isListed(mention)
        || isListedFirm(mention)
        || isStrangeFirm(mention);
  }

  /** A firm's name that is no word of the language counts beside a word of trade or making. */
  private boolean isStrangeFirm(Mention mention) {
    return mention.is("organisation")
        && mention.length() == 1
        && m.token(mention.from()).isCapitalised()
        && m.word(mention.from()).is(Feature.UNKNOWN)
        && scene.language() != Language.RU
        && (!scene.cues("trade-flow").isEmpty()
            || !scene.cues("project").isEmpty()
            || !scene.cues("production").isEmpty());
  }

  /** In Russian a firm's name that is also a word stands in quotation marks. */
  private boolean isQuoted(Mention mention) {
    return scene.language() == Language.RU
        && mention.is("organisation")
        && mention.from() > 0
        && mention.to() < m.size()
        && m.token(mention.from() - 1).is("\"")
        && m.token(mention.to()).is("\"");
  }

  /** Whether a comma or and joins it to a name that is none but a place's or country's. */
  private boolean isListed(Mention mention) {
    int before = mention.from() - 1;
    int after = mention.to();
    boolean last = before > 0 && m.isWord(before, "and") && isPlainPlace(before - 1);
    boolean first = after + 1 < m.size() && m.isWord(after, "and") && isPlainPlace(after + 1);
    return m.token(mention.from()).isCapitalised() && (last || first);
  }

  /** A firm's name that is also a word counts beside another firm: BelAZ and Baiterek. */
  private boolean isListedFirm(Mention mention) {
    int before = mention.from() - 1;
    int after = mention.to();
    boolean last = before > 0 && m.isWord(before, "and") && isPlainFirm(before - 1);
    boolean first = after + 1 < m.size() && m.isWord(after, "and") && isPlainFirm(after + 1);
    return mention.is("organisation") && m.token(mention.from()).isCapitalised() && (last || first);
  }

  private boolean isPlainFirm(int i) {
    return m.at(Layer.PARTY, i)
        .filter(p -> p.form() != Label.Form.AMBIGUOUS && p.is("organisation"))
        .isPresent();
  }

  private boolean isPlainPlace(int i) {
    return m.at(Layer.PARTY, i)
        .filter(p -> p.form() != Label.Form.AMBIGUOUS && !p.is("organisation") && !p.isAdjective())
        .isPresent();
  }

  /** The second of two names that between governs: between Lida and Rudny. */
  private boolean isTwin(int from) {
    return from >= 3 && m.isWord(from - 1, "and") && m.isWord(from - 3, "between");
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
    boolean adjective = mention.isAdjective() || isOblast(mention) || isOfCity(mention);
    Marker marker =
        isOfApposition(mention) || isSeat(mention)
            ? Marker.ORIGIN
            : adjective ? ofAdjective(mention) : ofNoun(mention);
    Optional<String> country =
        scene.entities.country(mention.concept()).or(() -> nearCountry(mention));
    Value.Entity entity =
        isGovernment(mention, marker)
            ? discourse.country(country.orElseThrow())
            : scene.entity(mention);
    return new Party(mention.from(), mention.to(), entity, country, marker, true);
  }

  /**
   * Whether a place but tells whence the firm named before it is: Zhetisu Trans, an Almaty firm.
   */
  private boolean isOfApposition(Mention mention) {
    int i = mention.from() - 1;
    boolean article = i > 0 && (m.token(i).is("a") || m.token(i).is("an"));
    return article
        && scene.language() == Language.EN
        && !mention.is("organisation")
        && m.token(i - 1).is(",")
        && Few.of(mentions).anyMatch(o -> o.is("organisation") && o.to() == mention.from() - 2);
  }

  /** Whether a town but tells where the firm named behind it sits: the Minsk firm Adani. */
  private boolean isSeat(Mention mention) {
    int head = mention.to();
    return scene.language() == Language.EN
        && !mention.is("organisation")
        && (m.isWord(head, "organisation-head") || m.isWord(head, "transparent"))
        && Few.of(mentions).anyMatch(o -> o.is("organisation") && o.from() == head + 1);
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
        && (isInsidePhrase(i) || m.isWord(i, "body"))) {
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
      boolean apposed = mention.to() + 2 == party.from() && isOfApposition(party);
      if ((before && (party.isAdjective() || party.is("place"))) || inside || after || apposed) {
        Optional<String> country = scene.entities.country(party.concept());
        if (country.isPresent()) {
          return country;
        }
      }
    }
    return Optional.empty();
  }

  private void pointBack(Mention word) {
    Concept concept = word.concept();
    if (m.token(word.from()).is("there") && isExistential(word)) {
      return;
    }
    String refers = concept.value("refers").orElse("");
    boolean several = isSeveral(word);
    boolean theirs =
        refers.equals("listener")
            && scene.language() == Language.DE
            && !m.token(word.from()).isCapitalised();
    if (theirs
        || refers.equals("speaker") && several && isBoth(word)
        || refers.startsWith("both") && !several
        || refers.equals("both") && word.length() == 1 && namesBoth()) {
      return;
    }
    List<Value.Entity> entities =
        switch (refers) {
          case "speaker" -> List.of(ours(word));
          case "listener", "other" -> List.of(discourse.opposite(discourse.ourCountry()));
          case "his" -> Few.of(his(word)).toList();
          case "there" -> List.of(there());
          case "here" -> List.of(here(word));
          case "region" -> isOfField(word) ? List.of() : Few.of(region()).toList();
          case "home" -> List.of(discourse.country(discourse.home()));
          case "organisation" ->
              scene.language() == Language.RU
                  ? isTheFirm(word)
                      ? firm()
                      : isOfTheFirm(word) ? Few.of(firmBefore(word)).toList() : List.of()
                  : isAlone(word) ? Few.of(spokenOf(word)).toList() : List.of();
          case "plant" ->
              isAlone(word) && !discourse.isBuilding(scene.sentence().paragraph())
                  ? Few.of(spokenOf(word)).toList()
                  : List.of();
          case "place" -> isAlone(word) ? Few.of(discourse.place()).toList() : List.of();
          case "both" -> both(word);
          case "both-regions" -> bothRegions();
          case "both-places" -> discourse.places();
          case "both-organisations" -> discourse.organisations(2);
          default -> List.of();
        };
    if (entities.isEmpty()) {
      return;
    }
    Marker marker = concept.value("stands").map(Marker::of).orElseGet(() -> standing(word));
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

  private Marker standing(Mention word) {
    boolean possessive = word.length() == 1 && isPossessive(word.from());
    return possessive ? ofAdjective(word) : ofNoun(word);
  }

  /** Whether a Russian phrase is of the plural: our countries, but not our country. */
  private boolean isSeveral(Mention word) {
    return scene.language() != Language.RU
        || word.length() == 1
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

  /**
   * In Russian a bare plant or company that does something is the one spoken of: no name, field or
   * adjective stands beside it, and its verb comes after it.
   */
  private boolean isTheFirm(Mention word) {
    int from = word.from();
    int to = word.to();
    int noun = to - 1;
    boolean bare =
        to < m.size()
            && (from == 0 || !m.token(from).isCapitalised())
            && (m.word(noun).is(Feature.SINGULAR) || !m.word(noun).is(Feature.PLURAL))
            && m.word(noun).is(Feature.NOMINATIVE)
            && (scene.isVerb(to)
                || m.token(to).is(",")
                || m.isWord(to, "and")
                || m.word(to).is(Feature.ADVERB)
                || m.word(to).is(Feature.FINITE)
                || m.isWord(to, "negation"));
    if (!bare || word.overlapsAny(scene.organisations)) {
      return false;
    }
    for (int i = from - 1; i >= scene.clauseBegin(scene.clause(from)); i--) {
      if (m.token(i).is(",")) {
        break;
      }
      if (scene.isVerb(i) && m.word(i).is(Feature.FINITE)) {
        return false;
      }
    }
    return from == 0
        || !m.word(from - 1).is(Feature.ADJECTIVE)
            && m.at(Layer.PARTY, from - 1).filter(Mention::isAdjective).isEmpty()
            && (!m.word(from - 1).is(Feature.NOUN)
                || !m.word(from - 1).is(Feature.NOMINATIVE)
                || m.at(Layer.PARTY, from - 1).filter(p -> !p.isAdjective()).isPresent())
            && m.token(from - 1).type() != Token.Type.NUMBER
            && !m.token(from - 1).is("один")
            && !m.token(from - 1).is("-");
  }

  /**
   * In Russian a bare plant or company in another case is the one spoken of, too: from the shops of
   * the plant, will supply the plant; but not what is being built, nor one that a name follows.
   */
  private boolean isOfTheFirm(Mention word) {
    int from = word.from();
    int to = word.to();
    var noun = m.word(from);
    boolean bare =
        from > 0
            && word.length() == 1
            && !m.token(from).isCapitalised()
            && noun.is(Feature.SINGULAR)
            && !noun.is(Feature.NOMINATIVE)
            && !word.overlapsAny(scene.organisations)
            && !discourse.isBuilding(scene.sentence().paragraph())
            && (to == m.size()
                || m.token(to).type() == Token.Type.PUNCTUATION && !m.token(to).is("\"")
                || scene.isVerb(to) && m.word(to).is(Feature.FINITE)
                || m.word(to).is(Feature.ADVERB)
                || m.word(to).is(Feature.PREPOSITION) && !m.token(to).is("по")
                || m.token(to).type() == Token.Type.NUMBER);
    boolean made =
        from > 0
            && !scene.isVerb(from - 1)
            && m.at(Layer.CUE, from - 1)
                .filter(c -> !c.concept().key().startsWith("facility"))
                .isPresent();
    boolean agent = noun.is(Feature.INSTRUMENTAL) && to < m.size() && scene.isVerb(to);
    return bare
        && !made
        && (agent
            || m.word(from - 1).is(Feature.PREPOSITION)
            || m.word(from - 1).is(Feature.NOUN)
            || scene.isVerb(from - 1)
                && (noun.is(Feature.DATIVE) || noun.is(Feature.INSTRUMENTAL)));
  }

  private List<Value.Entity> firm() {
    return Few.of(
            discourse
                .speaker()
                .flatMap(Discourse.Holder::of)
                .filter(of -> of.kind() == Value.Kind.ORGANISATION)
                .or(this::firmBefore))
        .toList();
  }

  /** The firm last spoken of in a sentence before this one, else in this one. */
  private Optional<Value.Entity> firmBefore() {
    Set<Value.Entity> here = new HashSet<>();
    found.forEach(p -> here.add(p.entity()));
    return discourse
        .organisation()
        .filter(o -> !here.contains(o))
        .or(() -> discourse.organisationBut(here))
        .or(discourse::organisation);
  }

  /** The same, where one's name has the noun that one. */
  private Optional<Value.Entity> firmBefore(Mention word) {
    return discourse.organisation(m.word(word.from()).lemma()).or(this::firmBefore);
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

  /** The land that the sentence or text named last, unless it is that of the clause's subject. */
  private Value.Entity there() {
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

  /** The organisation last spoken of whose name has the noun, else the one last spoken of. */
  private Optional<Value.Entity> spokenOf(Mention word) {
    return discourse.organisation(m.token(word.from()).folded()).or(discourse::organisation);
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
    return named.size() == 1
        ? discourse.region(Discourse.counterpart(named.iterator().next())).or(discourse::region)
        : discourse.region();
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
    String home = discourse.home();
    Value.Entity facing = discourse.facing(home);
    boolean lands = word.length() > 1 && isLand(word);
    boolean parties = scene.language() == Language.RU && isOfParties(word);
    if (parties && discourse.sides().isPresent()) {
      return discourse.sides().get();
    }
    return lands
        ? List.of(discourse.country(home), discourse.country(discourse.countryOf(facing)))
        : List.of(
            scene.language() == Language.DE ? discourse.about(home) : discourse.side(home), facing);
  }

  /** Whether it means those who met or signed: стороны, собеседники. */
  private boolean isOfParties(Mention word) {
    var first = m.word(word.from());
    return first.hasLemma("сторона")
        || first.hasLemma("собеседник")
        || word.length() > 1 && first.hasLemma("участник");
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

  /** Whether a kind of thing stands in the singular, right behind a definite article, unnamed. */
  private boolean isAlone(Mention word) {
    if (word.from() == 0 || isNamedNext(word)) {
      return false;
    }
    // The Saran enterprise is still the one spoken of.
    int before = word.from() - 1;
    Token article =
        m.token(
            m.at(Layer.PARTY, before)
                .filter(p -> p.from() > 0 && !p.is("organisation"))
                .map(p -> p.from() - 1)
                .orElse(before));
    boolean either = article.is("die") || article.is("der");
    boolean definite =
        article.is("the") || article.is("das") || article.is("dem") || article.is("des");
    return definite || either && !m.word(word.from()).is(Feature.PLURAL);
  }

  /** Whether the name itself follows: the company Santo, the city of Rudny. */
  private boolean isNamedNext(Mention word) {
    int next = word.to();
    if (next >= m.size()) {
      return false;
    }
    return m.token(next).isCapitalised() && m.token(next).isWord() && !m.word(next).is(Feature.NOUN)
        || m.token(next).is("\"")
        || m.token(next).is("of") && scene.language() == Language.EN
        || m.at(Layer.PARTY, next).isPresent()
        || Few.of(scene.organisations).anyMatch(contains(next));
  }

  private boolean isPossessive(int i) {
    String lemma = m.word(i).lemma();
    return m.token(i).is("our")
        || m.token(i).is("your")
        || lemma.equals("unser")
        || m.token(i).folded().startsWith("unser")
        || lemma.equals("наш")
        || lemma.equals("ваш");
  }

  /** An adjective stands for a party only with a noun that does, as in Belarusian companies. */
  private Marker ofAdjective(Mention mention) {
    int head = mention.to();
    while (head < m.size() && head - mention.to() < 4 && isBeforeHead(head)) {
      head++;
    }
    Optional<Mention> shared = sharedHead(mention);
    if (shared.isPresent()) {
      return preposition(mention.from())
          .map(marker -> refine(marker, shared.get()))
          .or(() -> inherited(mention.from()))
          .orElseGet(() -> ofNoun(shared.get()));
    }
    if (isElliptic(mention)) {
      boolean subject = isNominative(mention.from()) && !isSplitSubject(mention.to());
      return preposition(mention.from())
          .map(marker -> refine(marker, mention))
          .orElse(subject ? Marker.UNMARKED : Marker.ORIGIN);
    }
    if (isOfFirm(head)) {
      return Marker.ORIGIN;
    }
    boolean maker = isMakerOf(head);
    boolean party =
        head < m.size()
            && (maker
                || m.isWord(head, "organisation-head")
                || m.isWord(head, "transparent")
                || Few.of(scene.organisations).anyMatch(contains(head)));
    if (!party && isSubjectNoun(mention, head)) {
      return Marker.UNMARKED;
    }
    return party ? preposition(mention.from()).orElse(caseOf(head, mention)) : Marker.ORIGIN;
  }

  /** Whether goods at a token only say what a firm behind them makes: a Kazakh carpet factory. */
  private boolean isMakerOf(int goods) {
    return Few.of(m.in(Layer.PRODUCT))
        .filter(p -> p.from() == goods && p.to() < m.size())
        .anyMatch(
            p ->
                (scene.language() == Language.EN
                        || scene.language() == Language.RU && m.word(goods).is(Feature.ADJECTIVE))
                    && (m.isWord(p.to(), "organisation-head") || m.isWord(p.to(), "transparent"))
                    && m.word(p.to()).is(Feature.NOUN));
  }

  /** Whether a noun that the adjective may belong to follows at once. */
  private boolean isSplitSubject(int next) {
    return next < m.size() && m.word(next).is(Feature.NOUN);
  }

  /** Whether an adjective says where a firm is from that is named: казахстанская «Нур». */
  private boolean isOfFirm(int head) {
    boolean kind = m.isWord(head, "organisation-head") || m.isWord(head, "transparent");
    if (scene.language() == Language.DE) {
      return kind && Few.of(mentions).anyMatch(o -> o.is("organisation") && o.from() == head + 1);
    }
    return scene.language() == Language.RU
        && Few.of(mentions)
            .anyMatch(
                o ->
                    o.is("organisation")
                        && (o.from() == head && !o.overlapsAny(m.in(Layer.SECTOR))
                            || kind && o.from() == head + 1 && m.token(head + 1).is("\"")));
  }

  /** A region's adjective after a preposition and without a noun: to the Pavlodar one. */
  private boolean isElliptic(Mention mention) {
    int to = mention.to();
    return scene.language() == Language.RU
        && m.token(mention.from()).isCapitalised()
        && (mention.is("region") || mention.is("place"))
        && (to >= m.size()
            || m.token(to).type() == Token.Type.PUNCTUATION && !m.token(to).is("-")
            || m.token(to).type() == Token.Type.NUMBER
            || !m.word(to).is(Feature.NOUN) && !m.word(to).is(Feature.ADJECTIVE));
  }

  /** Whether somebody of a country opens a clause and acts in it: Belarusian cheesemakers sold. */
  private boolean isSubjectNoun(Mention mention, int head) {
    int begin = scene.clauseBegin(scene.clause(mention.from()));
    boolean opens =
        mention.from() == begin
            || mention.from() == begin + 1 && (isDeterminer(begin) || m.isWord(begin, "and"));
    if (!opens || head + 1 >= m.size() || scene.language() == Language.RU) {
      return false;
    }
    boolean noun =
        m.word(head).is(Feature.PLURAL) && m.word(head).is(Feature.NOUN)
            || m.word(head).is(Feature.UNKNOWN);
    boolean thing =
        m.at(Layer.PRODUCT, head).isPresent()
            || m.at(Layer.CUE, head)
                .filter(cue -> !cue.concept().key().startsWith("facility"))
                .isPresent()
            || m.at(Layer.SECTOR, head).isPresent()
            || m.at(Layer.AGREEMENT, head).isPresent()
            || m.at(Layer.EVENT, head).isPresent()
            || m.at(Layer.OFFICE, head).isPresent();
    return noun && !thing && m.word(head + 1).is(Feature.FINITE) && scene.isVerb(head + 1);
  }

  /** The region that ends a list of regions with one head: Akmola and Kostanay Regions. */
  private Optional<Mention> sharedHead(Mention mention) {
    if (!mention.is("region")) {
      return Optional.empty();
    }
    int i = mention.to();
    while (i < m.size()) {
      int at = i;
      if (m.token(i).is(",") || m.isWord(i, "and")) {
        i++;
        continue;
      }
      Optional<Mention> next =
          Few.of(m.in(Layer.PARTY)).filter(p -> p.from() == at && p.is("region")).findFirst();
      if (next.isEmpty() || i == mention.to()) {
        return Optional.empty();
      }
      if (!next.get().isAdjective() && next.get().form() != Label.Form.AMBIGUOUS) {
        return next;
      }
      i = next.get().to();
    }
    return Optional.empty();
  }

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }

  private boolean isBeforeHead(int i) {
    return m.token(i).is("-")
        || (m.token(i).isWord()
            && !m.isWord(i, "transparent")
            && m.at(Layer.PRODUCT, i).isEmpty()
            && (m.word(i).is(Feature.ADJECTIVE) || m.at(Layer.PARTY, i).isPresent()));
  }

  private Marker ofNoun(Mention mention) {
    int from = mention.from();
    int to = mention.to();
    if (to < m.size() && isPossessiveEnd(to)) {
      boolean seat =
          mention.is("place") && Few.of(scene.organisations).anyMatch(o -> o.from() == to + 1);
      return seat ? Marker.ORIGIN : Marker.GENITIVE;
    }
    if (isAttribute(mention)) {
      return Marker.ORIGIN;
    }
    Optional<Marker> marked = preposition(from);
    if (marked.isPresent()) {
      return refine(marked.get(), mention);
    }
    return isSubject(mention) ? Marker.UNMARKED : inherited(from).orElse(caseOf(to - 1, mention));
  }

  /** After a comma and right before a finite verb: in its trade with Belarus, Kazakhstan ran. */
  private boolean isSubject(Mention mention) {
    int from = mention.from();
    int to = mention.to();
    if (from < 1 || to >= m.size() || m.token(to).isCapitalised()) {
      return false;
    }
    int i = from - 1;
    while (i > 0 && isInsidePhrase(i)) {
      i--;
    }
    return m.token(i).is(",") && m.word(to).is(Feature.FINITE) && scene.isVerb(to);
  }

  /** A name right before a product or -made, as in Vitebsk carpets. */
  private boolean isAttribute(Mention mention) {
    int next = mention.to();
    if (next + 1 < m.size() && m.token(next).is("-") && m.token(next + 1).is("made")) {
      return true;
    }
    return scene.language() == Language.EN
        && next < m.size()
        && !mention.is("country")
        && !mention.is("word")
        && !m.isWord(next - 1, "geographic")
        && m.at(Layer.PRODUCT, next).filter(p -> p.from() == next).isPresent();
  }

  /** In Russian the case after в and на tells a goal from a place, in German that after in. */
  private Marker refine(Marker marker, Mention mention) {
    int last = mention.to() - 1;
    if (scene.language() == Language.RU && marker == Marker.GOAL) {
      String text = m.token(last).folded();
      if (isIndeclinable(mention)) {
        return isReached(last) ? Marker.GOAL : Marker.LOCATION;
      }
      boolean locative =
          m.word(last).is(Feature.LOCATIVE) && !m.word(last).is(Feature.ACCUSATIVE)
              || text.endsWith("е")
              || text.endsWith("ии")
              || text.endsWith("ах")
              || text.endsWith("ях")
              || text.endsWith("ой") && m.word(last).is(Feature.ADJECTIVE)
              || (text.endsWith("ти") && m.word(last).keys().contains("область"));
      return locative ? Marker.LOCATION : Marker.GOAL;
    }
    return marker;
  }

  /** Whether a name has one form in all cases, as Grodno and Almaty have. */
  private boolean isIndeclinable(Mention mention) {
    String text = m.text(mention.from(), mention.to());
    return mention.length() == 1
        && "оеиуыэ".indexOf(text.charAt(text.length() - 1)) >= 0
        && mention.concept().preferredLabel(Language.RU).filter(text::equals).isPresent();
  }

  /** Whether the clause of a token sends goods or people somewhere. */
  private boolean isReached(int token) {
    return Few.of(scene.cues("trade-flow"))
            .anyMatch(
                c -> c.concept().value("unmarked").isPresent() && scene.sameClause(c.from(), token))
        || Few.of(scene.cues("event", "visit")).anyMatch(c -> scene.sameClause(c.from(), token));
  }

  /** The marker of the preposition before the noun phrase that ends at {@code from}. */
  private Optional<Marker> preposition(int from) {
    int i = from - 1;
    while (i >= 0 && from - i <= 6) {
      Optional<Mention> possessor = isPossessiveEnd(i) ? partyBefore(i) : Optional.empty();
      if (possessor.isPresent()) {
        return preposition(possessor.get().from());
      }
      Optional<Marker> marker = markerAt(i);
      if (marker.isPresent()) {
        boolean through =
            i > 0 && (m.isWord(i - 1, "transparent") || m.isWord(i - 1, "organisation-head"));
        if (marker.get() == Marker.GENITIVE && through) {
          Optional<Marker> outer = preposition(i - 1);
          return Optional.of(outer.orElse(Marker.UNMARKED));
        }
        return marker;
      }
      boolean transparent = m.isWord(i, "transparent") && !m.token(i).is(",");
      boolean year = m.token(i).type() == Token.Type.NUMBER && i + 1 < from && isDeterminer(i + 1);
      boolean pronoun = isDeterminer(i) && i + 1 < from && isDeterminer(i + 1);
      if (year || pronoun || !transparent && !isInsidePhrase(i)) {
        return Optional.empty();
      }
      i--;
    }
    return Optional.empty();
  }

  private boolean isPossessiveEnd(int i) {
    return m.token(i).is("'s") || m.token(i).is("'") && !m.token(i).spaceBefore();
  }

  private Optional<Mention> partyBefore(int to) {
    return Few.of(m.in(Layer.PARTY)).filter(p -> p.to() == to).findFirst();
  }

  private boolean isInsidePhrase(int i) {
    var word = m.word(i);
    if (!m.token(i).isWord()) {
      return m.token(i).is("\"")
          || m.token(i).is("-")
          || m.token(i).type() == Token.Type.NUMBER
          || m.token(i).is(".") && isOfTown(i - 1);
    }
    return word.is(Feature.ADJECTIVE) && !word.is(Feature.FINITE)
        || isDeterminer(i)
        || isOfTown(i)
        || m.at(Layer.PARTY, i)
            .filter(p -> p.isAdjective() || m.isWord(p.to(), "organisation-head"))
            .isPresent()
        || m.isWord(i, "legal-form")
        || m.isWord(i, "organisation-head");
  }

  /** The г. before a town's name. */
  private boolean isOfTown(int i) {
    return i >= 0
        && scene.language() == Language.RU
        && (m.token(i).is("г") || m.token(i).is("гор"));
  }

  private boolean isDeterminer(int i) {
    return DETERMINERS.contains(m.token(i).folded());
  }

  private Optional<Marker> markerAt(int i) {
    for (Mention word : m.words(i)) {
      Optional<String> marks = word.concept().value("marks");
      if (marks.isPresent()) {
        return marks.map(Marker::of);
      }
    }
    return Optional.empty();
  }

  /** A later item of a list stands as the first one does. */
  private Optional<Marker> inherited(int from) {
    int i = from - 1;
    while (i >= 0 && isInsidePhrase(i)) {
      i--;
    }
    if (i <= 0
        || !(m.token(i).is(",")
            || m.token(i).is("and")
            || m.token(i).is("und")
            || m.token(i).is("и"))) {
      return Optional.empty();
    }
    if (scene.clause(i) != scene.clause(from) || i == scene.clauseBegin(scene.clause(i)) && i > 0) {
      return Optional.empty();
    }
    int end = i;
    if (m.token(end - 1).is(",")) {
      end--;
    }
    end = beforeFigures(end);
    for (Party party : found) {
      if (party.to() == end && party.named()) {
        return Optional.of(party.marker() == Marker.BETWEEN ? Marker.BETWEEN : party.marker());
      }
    }
    return Optional.empty();
  }

  /** The end of the member of a list whose figures end at {@code end}: to A (up 5%), B (up 7%). */
  private int beforeFigures(int end) {
    int i = end - 1;
    boolean figured = false;
    while (i > 0 && partyBefore(i + 1).isEmpty()) {
      Token token = m.token(i);
      figured |= token.type() == Token.Type.NUMBER;
      boolean verb =
          token.isWord()
              && m.word(i).is(Feature.FINITE)
              && scene.isVerb(i)
              && !m.token(i - 1).is("-");
      if (verb
          || token.is(",") && !m.token(i - 1).is(")")
          || m.at(Layer.PRODUCT, i).isPresent()
          || m.at(Layer.CUE, i).isPresent()
          || end - i > LONGEST_FIGURES) {
        return end;
      }
      i--;
    }
    return figured ? i + 1 : end;
  }

  /** Without a preposition the case decides, where the form shows it. */
  private Marker caseOf(int last, Mention mention) {
    String text = m.token(last).folded();
    return switch (scene.language()) {
      case DE -> {
        boolean article = mention.from() > 0 && isGenitiveArticle(mention.from());
        boolean ending = text.endsWith("s") && !text.equals(labelEnd(mention));
        yield article || ending ? Marker.GENITIVE : Marker.UNMARKED;
      }
      case RU -> russianCase(last, text, mention);
      default -> Marker.UNMARKED;
    };
  }

  private boolean isGenitiveArticle(int from) {
    int i = from - 1;
    while (i > 0 && isInsidePhrase(i) && !m.token(i).is("des") && !m.token(i).is("der")) {
      i--;
    }
    return m.token(i).is("des")
        || (m.token(i).is("der")
            && i > 0
            && m.word(i - 1).is(Feature.NOUN)
            && m.token(i - 1).isCapitalised());
  }

  private static String labelEnd(Mention mention) {
    return mention
        .concept()
        .preferredLabel(Language.DE)
        .map(label -> label.substring(label.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private Marker russianCase(int last, String text, Mention mention) {
    if (mention.is("organisation")) {
      int head = headOfName(mention);
      if (head >= 0) {
        return ofCase(head);
      }
      if (m.token(last).is("\"")) {
        return ofQuoted(mention);
      }
    }
    var word = m.word(last);
    int before = mention.from() - 1;
    boolean given = m.isWord(before, "transparent") && !mention.isAdjective() && isDative(before);
    if (given || isDative(last)) {
      return Marker.GOAL;
    }
    if (mention.isAdjective() && isNominative(mention.from())) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.INSTRUMENTAL)
        && !word.is(Feature.NOMINATIVE)
        && !word.is(Feature.GENITIVE)) {
      return Marker.AGENT;
    }
    if (text.endsWith("ом") || text.endsWith("ью") || text.endsWith("ами")) {
      return Marker.AGENT;
    }
    boolean afterNoun =
        mention.from() > 0
            && m.word(mention.from() - 1).is(Feature.NOUN)
            && !m.isWord(mention.from() - 1, "conjunction");
    boolean adjective = word.is(Feature.ADJECTIVE) || word.is(Feature.UNKNOWN);
    if (adjective && (isNominative(last) && text.length() > 5 || text.endsWith("ую"))) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.GENITIVE) && !word.is(Feature.UNKNOWN)) {
      return afterNoun || !word.is(Feature.NOMINATIVE) ? Marker.GENITIVE : Marker.UNMARKED;
    }
    boolean oblique =
        Few.of(mention.concept().labels())
            .filter(l -> l.language() == Language.RU)
            .noneMatch(l -> l.text().toLowerCase(Locale.ROOT).replace('ё', 'е').endsWith(text));
    return oblique ? Marker.GENITIVE : Marker.UNMARKED;
  }

  /** The noun that declines in an organisation's name: its own head, or that before a quotation. */
  private int headOfName(Mention name) {
    int from = name.from();
    if (m.token(from).is("\"")) {
      int before = from - 1;
      while (before > 0 && m.isWord(before, "legal-form")) {
        before--;
      }
      boolean head =
          before >= 0
              && (m.isWord(before, "organisation-head") || m.isWord(before, "transparent"))
              && m.word(before).is(Feature.NOUN);
      return head ? before : -1;
    }
    boolean behind =
        from > 0
            && m.isWord(from - 1, "organisation-head")
            && m.word(from - 1).is(Feature.NOUN)
            && m.token(from).text().charAt(0) < 0x250;
    if (behind) {
      return from - 1;
    }
    for (int i = from; i < name.to(); i++) {
      if (m.isWord(i, "organisation-head") && m.word(i).is(Feature.NOUN)) {
        return i;
      }
    }
    return -1;
  }

  private Marker ofCase(int head) {
    var word = m.word(head);
    if (word.is(Feature.DATIVE) && isGiven(head) && isBehindVerb(head)) {
      return Marker.GOAL;
    }
    if (word.is(Feature.NOMINATIVE)) {
      return Marker.UNMARKED;
    }
    if (word.is(Feature.INSTRUMENTAL)) {
      return Marker.AGENT;
    }
    return isDative(head) ? Marker.GOAL : Marker.GENITIVE;
  }

  /** A quoted name without a noun of its own declines itself, if it does. */
  private Marker ofQuoted(Mention name) {
    String inner = m.token(name.to() - 2).folded();
    boolean declined =
        !name.concept()
            .preferredLabel(Language.RU)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replace('ё', 'е')
            .endsWith(inner);
    if (declined && (inner.endsWith("ом") || inner.endsWith("ем") || inner.endsWith("ью"))) {
      return Marker.AGENT;
    }
    if (declined && (inner.endsWith("у") || inner.endsWith("ю")) && isGiven(name.from())) {
      return Marker.GOAL;
    }
    boolean afterNoun =
        name.from() > 0
            && m.word(name.from() - 1).is(Feature.NOUN)
            && !m.word(name.from() - 1).is(Feature.ADJECTIVE)
            && !m.isWord(name.from() - 1, "conjunction");
    return declined || afterNoun ? Marker.GENITIVE : Marker.UNMARKED;
  }

  /** Whether a noun without a preposition is whom goods are given to: продано казахстанцам. */
  private boolean isDative(int noun) {
    var word = m.word(noun);
    return word.is(Feature.DATIVE)
        && !word.is(Feature.NOMINATIVE)
        && !word.is(Feature.GENITIVE)
        && isGiven(noun);
  }

  /** Whether a noun stands right behind a verb, with but adjectives between: поставил компании. */
  private boolean isBehindVerb(int noun) {
    int i = noun - 1;
    while (i > 0 && m.word(i).is(Feature.ADJECTIVE) && !m.word(i).is(Feature.FINITE)) {
      i--;
    }
    return i >= 0 && scene.isVerb(i) && m.at(Layer.CUE, i).isPresent();
  }

  private boolean isGiven(int token) {
    return Few.of(scene.cues("trade-flow"))
        .anyMatch(
            c ->
                c.concept().partOfSpeech().equals("verb")
                    && c.concept().value("unmarked").isPresent()
                    && scene.sameClause(c.from(), token));
  }

  /** Whether an adjective's ending is one of the nominative, singular or plural. */
  private boolean isNominative(int adjective) {
    String text = m.token(adjective).folded();
    return text.endsWith("ий")
        || text.endsWith("ие")
        || text.endsWith("ая")
        || text.endsWith("ое")
        || text.endsWith("ый")
        || text.endsWith("ые");
  }
}
