package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.FirmNames;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.mention.NameFinder;
import org.w3id.bykz.mention.SentenceWords;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/** A sentence with all that was found in it and what it points back at: what frames read. */
final class Scene {

  private static final String FRAME = "frame/";

  /** Most tokens of a verb and its adverbs between what holds goods and the goods. */
  private static final int LONGEST_VERB = 3;

  /** The frames by what cues evoke. */
  private static final Map<String, String> FRAMES =
      Arrays.stream(Frame.values())
          .collect(Collectors.toMap(frame -> FRAME + frame.key(), frame -> frame.key().intern()));

  /** German parts that are none of a machine: teil, Löwenanteil. */
  private static final Pattern SHARE = Pattern.compile("(.*an|vor|nach)?teils?");

  /** So many words, such as whom it was told, stand between a verb of saying and its date. */
  private static final int LONGEST_SAID = 5;

  final Mentions m;
  final Discourse discourse;
  final Entities entities;
  final List<Mention> persons;
  final List<Mention> organisations;
  final List<Party> parties;
  final List<Figure> figures;
  final List<When> dates;

  /** The periods that it tells, but of which nobody knows when they were: last year, undated. */
  private final List<DateMention> unknownPeriods;

  private final int[] clauses;
  private final int[] bounds;

  /** Whether each token belongs to a name of a person or organisation. */
  private final boolean[] inName;

  /** The cues whose word class fits where they stand, by the frame that they evoke. */
  private final Map<String, List<Mention>> cues;

  private final Map<Layer, List<Mention>> things;
  private final PartyFinder finder;
  private Optional<List<Mention>> products = Optional.empty();
  private Optional<List<Speakers.Named>> named = Optional.empty();
  private Optional<Mood> mood = Optional.empty();

  /** A sentence with the names in it, read for who is who. */
  Scene(Mentions m, Discourse discourse, Entities entities, FirmNames firms) {
    this.m = m;
    this.discourse = discourse;
    this.entities = entities;
    this.clauses = Clauses.of(m);
    this.bounds = bounds(clauses);
    this.organisations =
        Few.of(NameFinder.organisations(m, firms)).filter(this::isNoPerson).toList();
    this.persons = NameFinder.persons(m, organisations);
    this.dates = List.of();
    this.unknownPeriods = List.of();
    this.figures = List.of();
    this.inName = inName();
    this.cues = new HashMap<>();
    this.things = new EnumMap<>(Layer.class);
    findCues();
    this.finder = new PartyFinder(this);
    this.parties = finder.find(discourse);
  }

  /** The same sentence as {@code first}, in another discourse. */
  private Scene(Scene first, Discourse discourse, List<DateMention> found, List<Figure> figures) {
    this.m = first.m;
    this.discourse = discourse;
    this.entities = first.entities;
    this.clauses = first.clauses;
    this.bounds = first.bounds;
    this.organisations = first.organisations;
    this.persons = first.persons;
    this.figures =
        Few.of(figures)
            .filter(f -> !m.isWord(f.to(), "kind-of-goods"))
            .filter(f -> f.amount().isEmpty() || !m.isWord(f.to(), "difference"))
            .toList();
    this.inName = first.inName;
    this.cues = first.cues;
    this.things = first.things;
    this.dates = Few.of(When.of(found)).filter(date -> !isOfSpeech(date)).toList();
    this.unknownPeriods =
        Few.of(found)
            .filter(d -> d.edtf().isEmpty() && d.role() == DateMention.Role.PERIOD)
            .toList();
    this.finder = first.finder;
    this.parties = Few.of(finder.find(discourse)).filter(p -> !isInMoney(p)).toList();
  }

  /** Whether a land only tells whose money it is: 14 млн долларов США. */
  private boolean isInMoney(Party party) {
    return Few.of(figures)
        .anyMatch(f -> f.isMoney() && f.from() < party.from() && party.to() <= f.to());
  }

  /** Whether a German name without a head is no person's that the text has named before. */
  private boolean isNoPerson(Mention name) {
    return language() != Language.DE || discourse.holder(entity(name).label()).isEmpty();
  }

  /** Where each clause begins, and where the last one ends. */
  private static int[] bounds(int[] clauses) {
    int count = clauses.length == 0 ? 0 : clauses[clauses.length - 1] + 1;
    int[] bounds = new int[count + 1];
    bounds[count] = clauses.length;
    for (int i = clauses.length - 1; i >= 0; i--) {
      bounds[clauses[i]] = i;
    }
    return bounds;
  }

  /** The same sentence with its numbers and dates, once it is known who speaks. */
  Scene again(Discourse spoken, Scanners scanners) {
    SentenceWords words = scanners.words(sentence());
    List<DateMention> found = scanners.dates(words, spoken.dates());
    spoken.after(sentence(), found);
    List<Figure> read = scanners.figures(sentence(), words, found, spoken.currency());
    Few.of(read)
        .filter(Figure::isMoney)
        .findFirst()
        .flatMap(Figure::currency)
        .ifPresent(spoken::currency);
    return new Scene(this, spoken, found, read);
  }

  /** Whether the clause of a token tells a period of which nobody knows when it was. */
  boolean hasUnknownPeriod(int token) {
    return Few.of(unknownPeriods).anyMatch(d -> sameClause(d.from(), token));
  }

  /** Whether a date only tells when somebody said it: the minister told reporters on 14 May. */
  private boolean isOfSpeech(When date) {
    int clause = clause(date.from());
    for (Mention word : m.in(Layer.WORD)) {
      boolean said =
          word.to() <= date.from()
              && date.from() - word.to() <= LONGEST_SAID
              && clause(word.from()) == clause
              && word.concept().value("speech").filter("verb"::equals).isPresent()
              && isVerb(word.from());
      if (said) {
        return Few.of(m.in(Layer.CUE))
            .noneMatch(
                cue -> cue.from() >= word.from() && clause(cue.from()) == clause && fits(cue));
      }
    }
    return false;
  }

  Sentence sentence() {
    return m.sentence();
  }

  Language language() {
    return m.sentence().language();
  }

  int size() {
    return m.size();
  }

  int clause(int token) {
    return clauses[Math.min(token, clauses.length - 1)];
  }

  boolean sameClause(int a, int b) {
    return clause(a) == clause(b);
  }

  int clauseCount() {
    return clauses.length == 0 ? 0 : clauses[clauses.length - 1] + 1;
  }

  /** First token of a clause. */
  int clauseBegin(int clause) {
    return bounds[Math.min(clause, bounds.length - 1)];
  }

  /** After the last token of a clause. */
  int clauseEnd(int clause) {
    return bounds[Math.min(clause + 1, bounds.length - 1)];
  }

  /** The cues of a frame whose word class fits where they stand, in the order of the text. */
  List<Mention> cues(String frame) {
    return cues.getOrDefault(frame, List.of());
  }

  private void findCues() {
    for (Mention cue : m.in(Layer.CUE)) {
      if (fits(cue)) {
        for (String frame : cue.concept().values("evokes")) {
          cues.computeIfAbsent(FRAMES.get(frame), f -> new ArrayList<>()).add(cue);
        }
      }
    }
  }

  List<Mention> cues(String frame, String key) {
    List<Mention> found = new ArrayList<>(0);
    for (Mention cue : cues(frame)) {
      if (cue.concept().key().equals(key)) {
        found.add(cue);
      }
    }
    return found;
  }

  /** The first cue of a frame with a key in a clause. */
  Optional<Mention> cue(String frame, String key, int clause) {
    for (Mention cue : cues(frame)) {
      if (clause(cue.from()) == clause && cue.concept().key().equals(key)) {
        return Optional.of(cue);
      }
    }
    return Optional.empty();
  }

  boolean hasCue(String key) {
    for (Mention cue : m.in(Layer.CUE)) {
      if (cue.concept().key().equals(key) && fits(cue)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Mention cue) {
    if (inName(cue.from()) || isAuxiliary(cue) || isGoingTo(cue)) {
      return false;
    }
    return switch (cue.concept().partOfSpeech()) {
      case "verb" -> cue.length() > 1 || isVerb(cue.from());
      case "noun" -> cue.length() > 1 || !isVerb(cue.from());
      default -> true;
    };
  }

  /** Whether have only builds a tense: has come up with a programme. */
  private boolean isAuxiliary(Mention cue) {
    return cue.length() == 1
        && (m.word(cue.from()).hasLemma("have") || m.word(cue.from()).hasLemma("haben"))
        && (language() == Language.DE
            ? lastVerbIsParticiple(clause(cue.from()))
            : cue.to() < size() && m.word(cue.to()).is(Feature.PARTICIPLE));
  }

  /** Whether to go only tells the future: is going to sell. */
  private boolean isGoingTo(Mention cue) {
    return m.token(cue.from()).is("going")
        && cue.to() + 1 < size()
        && m.token(cue.to()).is("to")
        && m.word(cue.to() + 1).is(Feature.INFINITIVE);
  }

  private boolean lastVerbIsParticiple(int clause) {
    for (int i = clauseEnd(clause) - 1; i >= clauseBegin(clause); i--) {
      if (m.token(i).isWord() && !m.token(i).isCapitalised()) {
        return m.word(i).is(Feature.PARTICIPLE);
      }
    }
    return false;
  }

  /** Whether the words a token belongs to are a name of a person or organisation. */
  boolean inName(int token) {
    return inName[token];
  }

  private boolean[] inName() {
    boolean[] inside = new boolean[m.size()];
    organisations.forEach(name -> Arrays.fill(inside, name.from(), name.to(), true));
    persons.forEach(name -> Arrays.fill(inside, name.from(), name.to(), true));
    for (Mention party : m.in(Layer.PARTY)) {
      if (party.is("organisation")) {
        Arrays.fill(inside, party.from(), party.to(), true);
      }
    }
    return inside;
  }

  /** Whether a form that can be noun and verb stands as a verb. */
  boolean isVerb(int i) {
    var word = m.word(i);
    Token token = m.token(i);
    if (!word.is(Feature.VERB) && !word.is(Feature.PARTICIPLE) && !word.is(Feature.GERUND)) {
      return false;
    }
    if (language() == Language.DE) {
      return !token.isCapitalised() || (i == 0 && !word.is(Feature.NOUN));
    }
    if (language() != Language.EN || !word.is(Feature.NOUN)) {
      return true;
    }
    return EnglishWordClass.isVerb(m, i);
  }

  /** The products of the vocabulary and those of open slots. */
  List<Mention> products() {
    if (products.isEmpty()) {
      List<Mention> known = things.computeIfAbsent(Layer.PRODUCT, this::findThings);
      List<Mention> open = entities.openProducts().find(this, known);
      open.addAll(sameProducts());
      if (!open.isEmpty()) {
        open.addAll(known);
        open.sort(Comparator.comparingInt(Mention::from));
      }
      products = Optional.of(open.isEmpty() ? known : open);
    }
    return products.get();
  }

  /** In 4,000 tonnes of it, shipments of them the pronoun is the product named last. */
  private List<Mention> sameProducts() {
    List<Mention> found = new ArrayList<>(0);
    boolean told = language() == Language.EN && discourse.product().isPresent();
    for (int i = 2; told && i < size(); i++) {
      int of = i - 1;
      boolean pronoun = m.isWord(of, "of") && (m.token(i).is("it") || m.token(i).is("them"));
      if (pronoun && (isMeasured(of) || isFlow(of - 1))) {
        entities
            .lexicon()
            .concept("product/" + discourse.product().get().key())
            .ifPresent(last -> found.add(new Mention(of + 1, of + 2, last, Label.Form.PREFERRED)));
      }
    }
    return found;
  }

  private boolean isMeasured(int to) {
    for (Figure figure : figures) {
      if (figure.to() == to && figure.isMeasure()) {
        return true;
      }
    }
    return false;
  }

  List<Mention> sectors() {
    return things.computeIfAbsent(Layer.SECTOR, this::findThings);
  }

  private List<Mention> findThings(Layer layer) {
    List<Mention> found = new ArrayList<>(m.in(layer).size());
    for (Mention mention : m.in(layer)) {
      if (isThing(mention) && !isModifier(mention, found) && !isOtherWord(mention, layer)) {
        found.add(mention);
      }
    }
    if (language() == Language.EN && layer == Layer.PRODUCT) {
      found.removeIf(one -> Few.of(found).anyMatch(head -> isCompound(one, head)));
    }
    return found;
  }

  /** Whether English goods only tell what kind those behind them are: potato harvesters. */
  private boolean isCompound(Mention goods, Mention head) {
    return head.from() == goods.to() && !isVerb(head.from()) && !head.overlapsAny(cues("project"));
  }

  /**
   * Whether another thing is called just so in German, as Kohle is coal, not cabbages, or ends the
   * compound, as in Erdgasbus.
   */
  private boolean isOtherWord(Mention mention, Layer layer) {
    if (language() != Language.DE || mention.length() > 1 || isCalled(mention)) {
      return false;
    }
    for (Mention other : m.in(layer)) {
      boolean same = other.sharesSpan(mention) && !other.equals(mention);
      if (same && (isCalled(other) || endsCompound(other, mention))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a German word names both, and the one behind the other. */
  private boolean endsCompound(Mention one, Mention other) {
    int begin = inCompound(other);
    return begin >= 0 && inCompound(one) > begin;
  }

  /** Where the last label of a thing begins in its German word; -1 if none is in it. */
  private int inCompound(Mention mention) {
    String text = m.token(mention.from()).folded();
    return mention.concept().labels().stream()
        .filter(l -> l.language() == Language.DE && l.text().length() > 2)
        .mapToInt(l -> text.lastIndexOf(l.text().toLowerCase(Locale.GERMAN)))
        .max()
        .orElse(-1);
  }

  private boolean isCalled(Mention mention) {
    String text = m.token(mention.from()).text();
    return Few.of(mention.concept().labels())
        .anyMatch(label -> label.language() == Language.DE && label.text().equals(text));
  }

  /** In Russian a thing right behind another is its genitive: seeds of sugar beet. */
  private boolean isModifier(Mention mention, List<Mention> found) {
    return language() == Language.RU
        && !found.isEmpty()
        && found.get(found.size() - 1).to() == mention.from()
        && m.word(mention.from()).is(Feature.GENITIVE);
  }

  /** The persons that the sentence names, in full, by surname or by office. */
  List<Speakers.Named> named() {
    if (named.isEmpty()) {
      named = Optional.of(Speakers.named(this));
    }
    return named.get();
  }

  /** How surely its clauses say what they say. */
  Mood mood() {
    if (mood.isEmpty()) {
      mood = Optional.of(new Mood(this));
    }
    return mood.get();
  }

  /** Whether a label stands as a noun of its own, not as a verb or inside a name or title. */
  private boolean isThing(Mention mention) {
    boolean madeBy = language() == Language.RU && mention.length() > 1 && !inName(mention.from());
    return (madeBy || !inName(mention.to() - 1))
        && !isShare(mention)
        && !inOffice(mention)
        && !inParty(mention)
        && !m.isWord(mention.from(), "relay")
        && !isEvent(mention)
        && !isContainer(mention)
        && !(mention.length() == 1 && isVerb(mention.from()) && !isBesideVerb(mention.from()));
  }

  /** Whether a Russian form of a noun has a verb beside it in its clause: поставила стекло. */
  private boolean isBesideVerb(int token) {
    if (language() != Language.RU || !m.word(token).is(Feature.NOUN)) {
      return false;
    }
    int clause = clause(token);
    for (int i = clauseBegin(clause); i < clauseEnd(clause); i++) {
      if (m.word(i).is(Feature.FINITE) && !m.word(i).is(Feature.NOUN)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a German word that may be goods is a meeting: Reise is a trip, not rice. */
  private boolean isEvent(Mention mention) {
    return language() == Language.DE
        && mention.length() == 1
        && m.at(Layer.EVENT, mention.from()).filter(e -> !e.is("cue")).isPresent();
  }

  /**
   * Whether goods only hold those behind them: three wagons of wheat, drei Waggons Weizen, wagons
   * come with coal.
   */
  private boolean isContainer(Mention mention) {
    if (!m.isWord(mention.from(), "container")) {
      return false;
    }
    int i = afterAttributes(mention.to());
    return isHeld(i) && (language() != Language.RU || m.word(i).is(Feature.GENITIVE))
        || word("companion", mention.to(), clauseEnd(clause(mention.from())))
            .filter(with -> with.from() - mention.to() <= LONGEST_VERB)
            .filter(with -> isHeld(afterAttributes(with.to())))
            .isPresent();
  }

  private int afterAttributes(int from) {
    int i = from;
    while (i < size() && i - from < 3 && (m.isWord(i, "of") || isAttribute(i))) {
      i++;
    }
    return i;
  }

  private boolean isHeld(int i) {
    return i < size()
        && m.at(Layer.PRODUCT, i).filter(held -> !m.isWord(held.from(), "container")).isPresent();
  }

  private boolean isAttribute(int i) {
    return m.word(i).is(Feature.ADJECTIVE)
        || m.at(Layer.PARTY, i).filter(Mention::isAdjective).isPresent();
  }

  /** Whether a German word for parts of machines stands in the singular: part of the deliveries. */
  private boolean isShare(Mention mention) {
    return language() == Language.DE && SHARE.matcher(m.token(mention.from()).folded()).matches();
  }

  private boolean inParty(Mention mention) {
    for (Mention party : m.in(Layer.PARTY)) {
      if (party.overlaps(mention) && party.length() >= mention.length() && !party.isAdjective()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a product is left out of its clause's flow: set aside (in addition to food), or the
   * purpose or object of something else (for feeding livestock).
   */
  boolean isAside(Mention product) {
    boolean ofFirm =
        language() == Language.EN
            && product.to() < size()
            && (m.isWord(product.to(), "transparent") && m.at(Layer.CUE, product.to()).isEmpty()
                || m.isWord(product.to(), "organisation-head")
                    && product.to() + 1 < size()
                    && inName(product.to() + 1));
    if (ofFirm || isOfPurpose(product)) {
      return true;
    }
    boolean denied =
        language() == Language.RU
            && product.from() > 0
            && m.token(product.from() - 1).is("не")
            && product.to() + 1 < size()
            && m.token(product.to()).is(",")
            && m.token(product.to() + 1).is("а");
    boolean ingredient =
        language() == Language.RU
            && product.from() > 1
            && (m.token(product.from() - 1).is("с") || m.token(product.from() - 1).is("со"))
            && m.word(product.from()).is(Feature.INSTRUMENTAL)
            && Few.of(m.in(Layer.PRODUCT)).anyMatch(p -> p.to() == product.from() - 1);
    if (denied || ingredient) {
      return true;
    }
    for (int i = product.from() - 1; i >= Math.max(0, product.from() - 3); i--) {
      if (m.isWord(i, "beside")) {
        return true;
      }
      Token token = m.token(i);
      boolean verb = m.word(i).is(Feature.GERUND) && !m.word(i).is(Feature.NOUN);
      boolean ofFlow = isFlow(i) && !verb || m.isWord(i - 1, "want-of-goods");
      boolean purpose = !ofFlow && (token.is("for") || token.is("für") || token.is("для"));
      boolean means =
          i == product.from() - 1 && token.is("by") && cues("trade-flow", "goods-list").isEmpty();
      if (means) {
        return true;
      }
      boolean maker =
          (m.isWord(i, "of") && i > 0 && m.isWord(i - 1, "transparent"))
              && !ofFlow
              && !m.isWord(i - 1, "part");
      if (verb && !isFlow(i) || purpose || maker) {
        return true;
      }
      if (!m.word(i).is(Feature.ADJECTIVE)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a Russian product is but what something else is for or deals with: a terminal для
   * перевалки зерна, plants по выпуску машин и заготовке кормов.
   */
  private boolean isOfPurpose(Mention product) {
    if (language() != Language.RU || !m.word(product.from()).is(Feature.GENITIVE)) {
      return false;
    }
    int i = product.from() - 1;
    while (i > 0 && isListed(i)) {
      i--;
    }
    if (i < 1 || !m.word(i).is(Feature.NOUN) || isFlow(i)) {
      return false;
    }
    int before = i - 1;
    while (before > 0
        && (m.word(before).is(Feature.ADJECTIVE)
            || m.isWord(before, "and")
            || m.token(before).is(",")
            || m.at(Layer.PRODUCT, before).isPresent()
            || m.word(before).is(Feature.DATIVE) && !isFlow(before))) {
      before--;
    }
    boolean single = Few.of(m.words(before)).allMatch(w -> w.length() == 1);
    return single
        && (m.token(before).is("по") && m.word(i).is(Feature.DATIVE)
            || m.token(before).is("для") && m.word(i).is(Feature.GENITIVE));
  }

  private boolean isListed(int i) {
    return m.token(i).is(",")
        || m.isWord(i, "and")
        || m.at(Layer.PRODUCT, i).isPresent()
        || m.word(i).is(Feature.ADJECTIVE) && !m.word(i).is(Feature.NOUN);
  }

  private boolean isFlow(int token) {
    for (Mention cue : m.in(Layer.CUE)) {
      if (cue.from() <= token
          && token < cue.to()
          && cue.concept().values("evokes").contains(FRAME + "trade-flow")) {
        return true;
      }
    }
    return false;
  }

  /** What the offices are of whose holders a clause names: they act for it. */
  List<Value.Entity> personSides(int clause) {
    return Few.of(named())
        .filter(named -> clause(named.from()) == clause)
        .flatMap(named -> Few.of(named.holder().of()))
        .distinct()
        .toList();
  }

  /** Whether a clause opens with a relative pronoun. */
  boolean isRelative(int clause) {
    int begin = clauseBegin(clause);
    return begin < size()
        && (m.isWord(begin, "relative")
            || begin + 1 < size() && m.token(begin).is(",") && m.isWord(begin + 1, "relative")
            || begin + 2 < size()
                && m.token(begin).is(",")
                && m.word(begin + 1).is(Feature.PREPOSITION)
                && m.isWord(begin + 2, "relative")
            || Clauses.isParticiplePhrase(m, begin + 1));
  }

  /**
   * The subjects of a clause that names none: those of the clause before, or for a relative clause
   * what stands right before it.
   */
  List<Party> inheritedSubjects(int clause) {
    for (int c = clause - 1; c >= Math.max(0, clause - 2); c--) {
      int number = c;
      int end = clauseEnd(c);
      boolean relative = isRelative(clause);
      List<Party> before =
          Few.of(parties)
              .filter(p -> clause(p.from()) == number && p.entity().kind() != Value.Kind.PERSON)
              .filter(
                  p ->
                      relative
                          ? p.to() >= end - 3 || p.isOrganisation()
                          : p.marker() == Marker.UNMARKED)
              .toList();
      if (!before.isEmpty()) {
        return relative ? before.subList(before.size() - 1, before.size()) : before;
      }
    }
    return List.of();
  }

  private boolean inOffice(Mention mention) {
    return mention.overlapsAny(m.in(Layer.OFFICE));
  }

  /** Whether a word concept, such as {@code negation}, stands in {@code [from, to)}. */
  Optional<Mention> word(String key, int from, int to) {
    for (Mention word : m.in(Layer.WORD)) {
      if (word.from() >= from && word.from() < to && word.concept().key().equals(key)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  Optional<Party> partyAt(int token) {
    for (Party party : parties) {
      if (party.from() <= token && token < party.to()) {
        return Optional.of(party);
      }
    }
    return Optional.empty();
  }

  List<Party> parties(int from, int to, Marker... markers) {
    List<Marker> wanted = List.of(markers);
    return Few.of(parties)
        .filter(p -> p.from() >= from && p.from() < to)
        .filter(p -> wanted.isEmpty() || wanted.contains(p.marker()))
        .toList();
  }

  /**
   * Whether a clause tells of trade with all or with others, so that a side which it leaves out is
   * not the one spoken of: abroad, to 40 countries.
   */
  boolean isElsewhere(int clause) {
    if (word("elsewhere", clauseBegin(clause), clauseEnd(clause)).isPresent()) {
      return true;
    }
    for (Figure figure : figures) {
      boolean lands =
          figure.isCount()
              && clause(figure.from()) == clause
              && figure.to() < size()
              && m.words(figure.to()).stream().noneMatch(w -> w.concept().has("refers"))
              && (m.word(figure.to()).hasLemma("country")
                  || m.word(figure.to()).hasLemma("land")
                  || m.word(figure.to()).hasLemma("страна"));
      if (lands) {
        return true;
      }
    }
    return false;
  }

  /** The mention that names the entity of an office holder, product or sector. */
  Value.Entity entity(Mention mention) {
    Value.Entity entity = entities.entity(mention.concept());
    return language() == Language.RU && mention.is("organisation") && !entity.linked()
        ? discourse.asNamed(entity)
        : entity;
  }

  /** Whether a word is but part of what goods are called: rolled steel, dry milk products. */
  boolean inGoods(Mention word) {
    for (Mention product : products()) {
      if (product.length() > word.length() && product.overlaps(word)) {
        return true;
      }
    }
    return false;
  }

  /** Goods; a number of machines is one of those spoken of last, if these are machines. */
  Value.Entity goods(Mention mention) {
    Value.Entity goods = entity(mention);
    boolean counted =
        Few.of(figures).anyMatch(f -> f.from() < mention.to() && mention.from() < f.to());
    return discourse
        .product()
        .filter(last -> counted && isKindOf(last, mention.concept()))
        .orElse(goods);
  }

  /** Whether goods are of a kind, as harvesters are machines. */
  boolean isKindOf(Value.Entity goods, Concept kind) {
    Optional<Concept> concept = entities.lexicon().concept("product/" + goods.key());
    while (concept.isPresent() && !concept.get().equals(kind)) {
      concept = concept.get().value("broader").flatMap(entities.lexicon()::concept);
    }
    return concept.isPresent();
  }

  static boolean signals(Concept concept, String id) {
    return concept.values("signals").contains(id);
  }
}
