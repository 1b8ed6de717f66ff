package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.DateMention;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/** How surely a clause says something, and whether it denies it. */
final class Mood {

  /** A word that says how surely its clause says something. */
  private record Modal(Mention word, int clause, Modality modality) {

    boolean is(String key) {
      return word.concept().key().equals(key);
    }

    boolean isWeak() {
      return word.concept().has("weak");
    }
  }

  private final Scene scene;
  private final List<Modal> modals = new ArrayList<>();

  Mood(Scene scene) {
    this.scene = scene;
    for (Mention word : scene.m.in(Layer.WORD)) {
      Optional<Modality> modality = Modality.signalledBy(word.concept());
      if (modality.isPresent() && counts(word)) {
        modals.add(new Modal(word, scene.clause(word.from()), modality.get()));
      }
    }
  }

  /** The modality of what the cue at a token says: its clause's outermost word of modality. */
  Modality modality(int anchor) {
    return modality(anchor, false);
  }

  /** Whether its clause sets a date that is to come: bis Jahresende liefern wir. */
  private boolean isTargeted(int anchor) {
    int clause = scene.clause(anchor);
    return Few.of(scene.dates)
        .anyMatch(
            d ->
                scene.clause(d.from()) == clause
                    && (d.use() == DateMention.Role.TARGET || !isPast(clause))
                    && scene.discourse.isToCome(d.edtf()));
  }

  private boolean isPast(int clause) {
    for (int i = scene.clauseBegin(clause); i < scene.clauseEnd(clause); i++) {
      if (scene.m.word(i).is(Feature.PAST) && scene.isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a document that was signed only provides for it: a contract on the supply of buses. */
  boolean isInDocument(Draft draft) {
    boolean things = draft.frame == Frame.TRADE_FLOW || draft.frame == Frame.PROJECT;
    int anchor = draft.anchor;
    boolean purpose = anchor > 0 && scene.m.token(anchor - 1).is("to");
    if (!things || scene.isVerb(anchor) && !purpose) {
      return false;
    }
    int clause = scene.clause(anchor);
    for (Mention document : scene.m.in(Layer.AGREEMENT)) {
      if (document.to() <= anchor
          && (anchor - document.to() <= 6 || Direction.isOfDocument(scene, anchor))
          && scene.clause(document.from()) == clause
          && scene.cue("agreement", "sign", clause).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The modality of a whole claim: an intention with a date or a number is a plan. */
  Modality ofClaim(Draft draft) {
    Modality modality = modality(draft.anchor);
    if (modality == Modality.FACT
        && (isInDocument(draft)
            || draft.frame == Frame.TRADE_FLOW && isTargeted(draft.anchor)
            || isDropped(draft.anchor))) {
      return Modality.PLANNED;
    }
    boolean set =
        draft.has(Role.VALUE)
            || draft.has(Role.QUANTITY)
            || draft.has(Role.DATE)
            || draft.has(Role.PERIOD);
    int clause = scene.clause(draft.anchor);
    return modality == Modality.INTEREST
            && set
            && scene
                .word("intention", scene.clauseBegin(clause), scene.clauseEnd(clause))
                .isPresent()
        ? Modality.PLANNED
        : modality;
  }

  /** Whether nothing but being talked over weakens what the clause says. */
  boolean isOnlyTopic(int anchor) {
    int clause = scene.clause(anchor);
    List<Modal> here = Few.of(modals).filter(modal -> modal.clause() == clause).toList();
    return !here.isEmpty() && Few.of(here).allMatch(modal -> modal.is("topic"));
  }

  /** Whether what is agreed on is all that the clause plans: a document that is, is a fact. */
  boolean isOnlyAgreed(int anchor) {
    int clause = scene.clause(anchor);
    List<Modal> here = Few.of(modals).filter(modal -> modal.clause() == clause).toList();
    return !here.isEmpty()
        && Few.of(here)
            .allMatch(
                modal -> scene.word("agreed", modal.word().from(), modal.word().to()).isPresent());
  }

  /** Whether it was only planned, and the plan is given up. */
  private boolean isDropped(int anchor) {
    int clause = scene.clause(anchor);
    return scene.word("dropped", scene.clauseBegin(clause), scene.clauseEnd(clause)).isPresent()
        && polarity(anchor) == Polarity.NEGATIVE;
  }

  /** The modality of a field: that it is important or a priority is an interest, too. */
  Modality ofField(int anchor) {
    Modality told = modality(anchor, true);
    return told == Modality.FACT && isTargeted(anchor) ? Modality.PLANNED : told;
  }

  private Modality modality(int anchor, boolean vague) {
    int clause = scene.clause(anchor);
    return outermost(clause, vague)
        .or(
            () ->
                clause > 0 && (isSubordinate(clause) || isInfinitive(clause))
                    ? outermost(clause - 1, vague)
                    : Optional.empty())
        .orElseGet(() -> isToCome(clause) || isHeadlinePlan() ? Modality.PLANNED : Modality.FACT);
  }

  /** A headline without a verb but an infinitive: Belarus, Kazakhstan to boost trade. */
  private boolean isHeadlinePlan() {
    if (scene.sentence().zone() != Sentence.Zone.HEADLINE || scene.language() != Language.EN) {
      return false;
    }
    boolean plan = false;
    for (int i = 1; i + 1 < scene.size(); i++) {
      if (EnglishWordClass.isFinite(scene.m, i)) {
        return false;
      }
      Word next = scene.m.word(i + 1);
      plan |=
          scene.m.token(i).is("to")
              && next.is(Feature.INFINITIVE)
              && !scene.m.token(i + 1).isCapitalised();
    }
    return plan;
  }

  /** Whether the verb's own form says that it is to come, as a Russian perfective does. */
  private boolean isToCome(int clause) {
    boolean future = false;
    for (int i = scene.clauseBegin(clause); i < scene.clauseEnd(clause); i++) {
      Word word = scene.m.word(i);
      if (word.is(Feature.PAST) && !word.is(Feature.NOUN) && !scene.inName(i)) {
        return false;
      }
      future |= word.is(Feature.FUTURE) && !word.is(Feature.PRESENT) && !word.is(Feature.NOUN);
    }
    return future;
  }

  /** The modality of a meeting: what it was about does not weaken it, that one would meet does. */
  Modality ofEvent(Mention cue) {
    int clause = scene.clause(cue.from());
    boolean wished = cue.is("cue") && scene.m.word(cue.from()).is(Feature.INFINITIVE);
    return Few.of(modals)
        .filter(modal -> modal.clause() == clause && !modal.isWeak())
        .filter(modal -> !modal.word().overlaps(cue) || cue.concept().key().equals("host"))
        .filter(
            modal ->
                wished && modal.word().from() < cue.from()
                    || !Scene.signals(modal.word().concept(), "modality/interest"))
        .findFirst()
        .map(Modal::modality)
        .orElseGet(() -> isToCome(clause) ? Modality.PLANNED : Modality.FACT);
  }

  private Optional<Modality> outermost(int clause, boolean vague) {
    Modal outermost = null;
    for (Modal modal : modals) {
      boolean speaks = modal.clause() == clause && (vague || !modal.word().concept().has("vague"));
      if (speaks && (outermost == null || outermost.isWeak() && !modal.isWeak())) {
        outermost = modal;
      }
    }
    return Optional.ofNullable(outermost).map(Modal::modality);
  }

  /**
   * A noun such as plan is no modality, nor is the month of May; German werden is one only beside
   * an infinitive.
   */
  private boolean counts(Mention word) {
    int i = word.from();
    var form = scene.m.word(i);
    boolean month = i > 0 && scene.m.token(i).is("may") && scene.m.token(i).isCapitalised();
    boolean inTitle =
        Few.of(scene.m.in(Layer.AGREEMENT)).anyMatch(a -> a.overlaps(word) && i > a.from());
    boolean ofTrade =
        word.concept().key().equals("covers")
            && Few.of(scene.cues("trade-flow"))
                .anyMatch(c -> c.to() <= i && scene.sameClause(c.from(), i));
    boolean area =
        form.hasLemma("cover")
            && Few.of(scene.figures)
                .anyMatch(f -> f.from() >= word.to() && f.from() - word.to() <= 4);
    boolean asked =
        i > 0 && scene.m.token(i - 1).is("по") && form.is(Feature.NOUN) && !form.is(Feature.VERB);
    boolean ofOther = word.concept().key().equals("concerns") && !isOfDocument(word);
    if (month || ofOther || inTitle || ofTrade || area || asked) {
      return false;
    }
    if (scene.language() == Language.RU && form.hasLemma("собираться")) {
      return hasInfinitive(i);
    }
    if (scene.m.token(i).is("would")) {
      return word.to() < scene.size() && !scene.m.word(word.to()).hasLemma("have");
    }
    if (scene.m.token(i).is("going")) {
      return word.to() < scene.size() && scene.m.word(word.to()).is(Feature.INFINITIVE);
    }
    if (word.concept().key().equals("future")) {
      return scene.language() != Language.DE || hasInfinitive(i);
    }
    boolean noun =
        word.length() == 1
            && form.is(Feature.NOUN)
            && form.is(Feature.VERB)
            && !scene.isVerb(i)
            && word.concept().key().equals("planned");
    return !noun;
  }

  /** Whether a document is the subject, right before or, turned round, right after the verb. */
  private boolean isOfDocument(Mention verb) {
    for (int i = Math.max(scene.clauseBegin(scene.clause(verb.from())), verb.from() - 3);
        i < Math.min(scene.size(), verb.to() + 2);
        i++) {
      if (scene.m.isWord(i, "document")
          || scene.m.isWord(i, "it") && scene.discourse.signers().isPresent()
          || scene.m.at(Layer.AGREEMENT, i).isPresent()) {
        return scene.sameClause(i, verb.from());
      }
    }
    return false;
  }

  private boolean hasInfinitive(int future) {
    for (int i = future + 1; i < scene.size() && scene.sameClause(i, future); i++) {
      var form = scene.m.word(i);
      if (form.is(Feature.INFINITIVE)
          && !form.is(Feature.PARTICIPLE)
          && !scene.m.token(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  private boolean isSubordinate(int clause) {
    int begin = scene.clauseBegin(clause);
    for (int i = begin; i < Math.min(begin + 2, scene.size()); i++) {
      String token = scene.m.token(i).folded();
      if (token.equals("that")
          || token.equals("dass")
          || token.equals("что")
          || token.equals("чтобы")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a clause is but an infinitive: hofft, dort Möbel absetzen zu können; would like to sell
   * tyres, and to buy meat.
   */
  private boolean isInfinitive(int clause) {
    int end = scene.clauseEnd(clause);
    int to = scene.clauseBegin(clause);
    while (to < end && (scene.m.token(to).is(",") || scene.m.isWord(to, "and"))) {
      to++;
    }
    if (to + 1 < end && scene.m.token(to).is("to")) {
      return scene.m.word(to + 1).is(Feature.INFINITIVE);
    }
    while (end > 0 && !scene.m.token(end - 1).isWord()) {
      end--;
    }
    return scene.language() == Language.DE
        && end - 2 >= scene.clauseBegin(clause)
        && scene.m.token(end - 2).is("zu")
        && scene.m.word(end - 1).is(Feature.INFINITIVE);
  }

  /** Whether the clause of the token denies what it says. */
  Polarity polarity(int anchor) {
    int clause = scene.clause(anchor);
    boolean denied =
        Few.of(scene.m.in(Layer.WORD))
            .filter(w -> scene.clause(w.from()) == clause)
            .filter(w -> Scene.signals(w.concept(), "polarity/negative"))
            .filter(w -> !isNoun(w))
            .anyMatch(w -> !isNotOnly(w) && !isElliptic(w, anchor));
    boolean disowned =
        clause > 0
            && isSubordinate(clause)
            && scene
                .word("denial", scene.clauseBegin(clause - 1), scene.clauseEnd(clause - 1))
                .isPresent();
    return denied != disowned ? Polarity.NEGATIVE : Polarity.POSITIVE;
  }

  /** Whether an English noun only looks like a verb that denies: on the shelves. */
  private boolean isNoun(Mention word) {
    int i = word.from();
    return scene.language() == Language.EN
        && word.length() == 1
        && scene.m.word(i).is(Feature.NOUN)
        && scene.m.word(i).is(Feature.VERB)
        && !scene.isVerb(i);
  }

  /** Whether a verbless end denies for another what the clause says: Kasachstan dagegen nicht. */
  private boolean isElliptic(Mention word, int anchor) {
    if (scene.language() == Language.RU
        || word.from() < anchor
        || word.to() + 1 < scene.size()
        || scene.isVerb(word.from())) {
      return false;
    }
    boolean other = false;
    for (int i = word.from() - 1; i > anchor && !scene.m.token(i).is(","); i--) {
      other |= scene.m.at(Layer.PARTY, i).isPresent();
      if (scene.isVerb(i) && scene.m.word(i).is(Feature.FINITE)) {
        return false;
      }
    }
    return other;
  }

  /** Whether a denied word only bounds the number after it: не менее 5 тонн. */
  private boolean isBound(int next) {
    return scene.m.isWord(next, "bounding")
        && Few.of(scene.figures).anyMatch(f -> f.from() > next && f.from() - next <= 3);
  }

  /** Whether Russian denies but one thing for another: важна не цена, а ремонт. */
  private boolean isContrast(int next) {
    if (scene.language() != Language.RU || scene.isVerb(next)) {
      return false;
    }
    for (int i = next + 1; i + 1 < Math.min(scene.size(), next + 6); i++) {
      if (scene.m.token(i).is(",")) {
        return scene.m.token(i + 1).is("а");
      }
    }
    return false;
  }

  private boolean isNotOnly(Mention word) {
    int next = word.to();
    return next < scene.size()
        && (isBound(next) || isContrast(next) || scene.m.isWord(next, "only"));
  }

  /** Whether the clause of the token makes no claim at all, as in too early to speak of. */
  boolean isSilent(int anchor) {
    int clause = scene.clause(anchor);
    if (scene.m.token(scene.size() - 1).is("?")) {
      return true;
    }
    for (Mention word : scene.m.in(Layer.WORD)) {
      if (word.concept().has("silences") && scene.clause(word.from()) == clause) {
        return true;
      }
    }
    return false;
  }
}
