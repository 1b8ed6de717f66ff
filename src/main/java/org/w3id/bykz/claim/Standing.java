package org.w3id.bykz.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** How a party stands in its clause, as its preposition, its place, a list or its case tells. */
final class Standing {

  /** Most tokens of the figures behind a member of a list. */
  private static final int LONGEST_FIGURES = 18;

  private final Scene scene;
  private final Mentions m;
  private final NounPhrases phrases;
  private final Cases cases;

  /** What may be a party. */
  private final List<Mention> mentions;

  Standing(Scene scene, NounPhrases phrases, List<Mention> mentions) {
    this.scene = scene;
    this.m = scene.m;
    this.phrases = phrases;
    this.cases = new Cases(scene, phrases);
    this.mentions = mentions;
  }

  /**
   * How a name stands.
   *
   * @param found the parties before it
   */
  Marker of(Mention name, boolean adjective, List<Party> found) {
    return isOfApposition(name) || isSeat(name) || isOfFirmBefore(name)
        ? Marker.ORIGIN
        : adjective ? ofAdjective(name, found) : ofNoun(name, found);
  }

  /** How a word stands that points back at a party. */
  Marker ofWord(Mention word, List<Party> found) {
    boolean possessive = word.length() == 1 && isPossessive(word.from());
    return possessive ? ofAdjective(word, found) : ofNoun(word, found);
  }

  /**
   * Whether a place but tells whence the firm named before it is: Zhetisu Trans, an Almaty firm.
   */
  boolean isOfApposition(Mention mention) {
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

  /**
   * Whether a place but tells where the firm before it sits: the firm X (Pavlodar), X from Pavlodar
   * bought.
   */
  private boolean isOfFirmBefore(Mention place) {
    int before = place.from() - 1;
    boolean opens =
        before > 0
            && !place.is("organisation")
            && (m.token(before).is("(") || m.isWord(before, "source"));
    return opens
        && Few.of(mentions)
            .anyMatch(
                firm ->
                    firm.is("organisation")
                        && (firm.to() == before
                            || m.token(before - 1).is("\"") && firm.to() == before - 1)
                        && (m.token(before).is("(")
                            || preposition(firm.from()).filter(p -> p != Marker.AGENT).isEmpty()));
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
  private Marker ofAdjective(Mention mention, List<Party> found) {
    int head = mention.to();
    while (head < m.size() && head - mention.to() < 4 && isBeforeHead(head)) {
      head++;
    }
    Optional<Mention> shared = phrases.sharedHead(mention);
    if (shared.isPresent()) {
      return preposition(mention.from())
          .map(marker -> cases.behindPreposition(marker, shared.get()))
          .or(() -> inherited(mention.from(), found))
          .orElseGet(() -> ofNoun(shared.get(), found));
    }
    if (isElliptic(mention)) {
      boolean subject = cases.isNominative(mention.from()) && !isSplitSubject(mention.to());
      return preposition(mention.from())
          .map(marker -> cases.behindPreposition(marker, mention))
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
    return party ? preposition(mention.from()).orElse(cases.of(head, mention)) : Marker.ORIGIN;
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
            || mention.from() == begin + 1
                && (phrases.isDeterminer(begin) || m.isWord(begin, "and"));
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

  private boolean isBeforeHead(int i) {
    return m.token(i).is("-")
        || (m.token(i).isWord()
            && !m.isWord(i, "transparent")
            && !m.isWord(i, "organisation-head")
            && m.at(Layer.PRODUCT, i).isEmpty()
            && (m.word(i).is(Feature.ADJECTIVE) || m.at(Layer.PARTY, i).isPresent()));
  }

  private Marker ofNoun(Mention mention, List<Party> found) {
    int from = mention.from();
    int to = mention.to();
    if (to < m.size() && phrases.isPossessiveEnd(to)) {
      boolean seat =
          mention.is("place") && Few.of(scene.organisations).anyMatch(o -> o.from() == to + 1);
      return seat ? Marker.ORIGIN : Marker.GENITIVE;
    }
    if (isAttribute(mention)) {
      return Marker.ORIGIN;
    }
    Optional<Marker> marked = preposition(from);
    if (marked.isPresent()) {
      Marker own = cases.behindPreposition(marked.get(), mention);
      return own == Marker.LOCATION ? ofSeatedFirm(from).orElse(own) : own;
    }
    return isSubject(mention) || opensGap(mention, found)
        ? Marker.UNMARKED
        : inherited(from, found).orElse(cases.of(to - 1, mention));
  }

  /** Whether a firm goes on with the verb told of another: A sold tyres to B, and C 30 loaders. */
  private boolean opensGap(Mention mention, List<Party> found) {
    Optional<Party> last = Few.of(found).last().filter(Party::named);
    return mention.is("organisation")
        && mention.to() < m.size()
        && m.token(mention.to()).type() == Token.Type.NUMBER
        && last.filter(p -> !p.isOrganisation() && p.marker() == Marker.GOAL).isPresent();
  }

  /** Where a place but says where a firm right before it sits, how that stands: from a mill in. */
  private Optional<Marker> ofSeatedFirm(int from) {
    int in = from - 1;
    while (in > 0 && markerAt(in).isEmpty()) {
      in--;
    }
    int firm = in - 1;
    boolean head =
        firm > 0
            && (m.isWord(firm, "transparent")
                || m.isWord(firm, "organisation-head")
                || Few.of(scene.organisations).anyMatch(contains(firm)));
    while (head && firm > 0 && Few.of(scene.organisations).anyMatch(contains(firm - 1))) {
      firm--;
    }
    if (head && isOpening(firm)) {
      return Optional.of(Marker.UNMARKED);
    }
    return head && !m.word(firm).is(Feature.LOCATIVE)
        ? preposition(firm)
            .filter(
                outer ->
                    outer == Marker.SOURCE
                        || outer == Marker.GOAL
                        || outer == Marker.BETWEEN
                        || outer == Marker.COMPANION && !scene.cues("trade-flow").isEmpty())
        : Optional.empty();
  }

  /** Whether a noun is the subject that opens a clause, alone or behind an article. */
  private boolean isOpening(int noun) {
    int begin = scene.clauseBegin(scene.clause(noun));
    return (noun == begin || noun == begin + 1 && phrases.isInside(begin))
        && (scene.language() != Language.RU || m.word(noun).is(Feature.NOMINATIVE));
  }

  /** After a comma and right before a finite verb: in its trade with Belarus, Kazakhstan ran. */
  private boolean isSubject(Mention mention) {
    int from = mention.from();
    int to = mention.to();
    if (from < 1 || to >= m.size() || m.token(to).isCapitalised()) {
      return false;
    }
    int i = from - 1;
    while (i > 0 && phrases.isInside(i)) {
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

  /** The marker of the preposition before the noun phrase that ends at {@code from}. */
  private Optional<Marker> preposition(int from) {
    int i = from - 1;
    while (i >= 0 && from - i <= 6) {
      Optional<Mention> possessor =
          phrases.isPossessiveEnd(i) ? phrases.partyBefore(i) : Optional.empty();
      if (possessor.isPresent()) {
        return preposition(possessor.get().from());
      }
      Optional<Marker> marker = markerAt(i);
      if (marker.isPresent()) {
        boolean through =
            i > 0 && (m.isWord(i - 1, "transparent") || m.isWord(i - 1, "organisation-head"));
        if (marker.get() == Marker.SOURCE && through) {
          Optional<Marker> own =
              scene.language() == Language.EN || isOpening(i - 1)
                  ? Optional.of(Marker.UNMARKED)
                  : marker;
          return preposition(i - 1).or(() -> own);
        }
        if (marker.get() == Marker.GENITIVE && through) {
          Optional<Marker> outer = preposition(i - 1);
          return Optional.of(outer.orElse(Marker.UNMARKED));
        }
        return marker;
      }
      boolean transparent = m.isWord(i, "transparent") && !m.token(i).is(",");
      boolean year =
          m.token(i).type() == Token.Type.NUMBER && i + 1 < from && phrases.isDeterminer(i + 1);
      boolean pronoun = phrases.isDeterminer(i) && i + 1 < from && phrases.isDeterminer(i + 1);
      if (year || isYear(i) || pronoun || !transparent && !phrases.isInside(i)) {
        return Optional.empty();
      }
      i--;
    }
    return Optional.empty();
  }

  /** Whether a number is a year, which a preposition before it governs: in 2024 we sold. */
  private boolean isYear(int i) {
    String text = m.token(i).text();
    return m.token(i).type() == Token.Type.NUMBER
        && text.length() == 4
        && (text.startsWith("19") || text.startsWith("20"));
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
  private Optional<Marker> inherited(int from, List<Party> found) {
    int i = from - 1;
    while (i >= 0 && phrases.isInside(i)) {
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
    while (i > 0 && phrases.partyBefore(i + 1).isEmpty()) {
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

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }
}
