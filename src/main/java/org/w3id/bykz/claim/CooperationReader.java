package org.w3id.bykz.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

/**
 * Cooperation: a word of working together and a field in one clause. Weak words, such as interest
 * or experience, count only where the clause plans, proposes or wishes.
 */
final class CooperationReader implements FrameReader {

  /** Words after which a noun such as construction is an act: construction of a plant. */
  private static final Set<String> FOLLOWS_ACT = Set.of("of", "von", "einer", "eines", "des");

  private Modality last = Modality.INTEREST;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    if (scene.sentence().zone() == Sentence.Zone.SUBHEADING) {
      return;
    }
    ofField(scene, drafts);
    if (scene.cues("cooperation").isEmpty()) {
      return;
    }
    Mood mood = scene.mood();
    for (Mention cue : scene.cues("cooperation")) {
      Modality modality = mood.ofField(cue.from());
      if (modality != Modality.FACT || isBetweenSides(scene, cue)) {
        told(scene, cue).ifPresent(sector -> add(scene, drafts, cue, cue.from(), sector, modality));
      }
    }
    for (Mention sector : scene.sectors()) {
      Modality modality = mood.ofField(sector.from());
      Optional<Mention> cue = cue(scene, sector, modality);
      if (cue.isEmpty() || !isField(scene, sector, modality) || isTold(scene, sector)) {
        continue;
      }
      boolean signed = modality == Modality.FACT && isSigned(scene, sector);
      last = like(cue.get()).orElse(signed ? Modality.PLANNED : modality);
      add(scene, drafts, cue.get(), sector.from(), scene.entity(sector), last);
    }
  }

  /**
   * What houses or people of one trade on two sides do for each other is of their field, where a
   * clause says nothing else of them: doctors of Vitebsk advise the clinic in Semei.
   */
  private static void ofField(Scene scene, List<Draft> drafts) {
    for (int c = 0; c < scene.clauseCount(); c++) {
      int clause = c;
      Optional<Mention> act = scene.word("acts-together", scene.clauseBegin(c), scene.clauseEnd(c));
      Optional<Value.Entity> field =
          Few.of(scene.m.in(Layer.WORD))
              .filter(w -> act.isPresent() && scene.clause(w.from()) == clause)
              .filter(w -> w.concept().key().startsWith("of-"))
              .flatMap(w -> Few.of(w.concept().values("signals")))
              .filter(id -> id.startsWith("sector/"))
              .findFirst()
              .flatMap(scene.entities::find);
      boolean told = Few.of(drafts).anyMatch(d -> isOfClause(scene, d, clause));
      List<Party> named =
          Few.of(scene.parties)
              .filter(p -> scene.clause(p.from()) == clause && p.named())
              .filter(p -> p.entity().kind() != Value.Kind.PERSON)
              .toList();
      List<Value.Entity> houses = sides(Few.of(named).filter(Party::isOrganisation).toList());
      if (field.isEmpty() || told || sides(named).isEmpty()) {
        continue;
      }
      int at = act.get().from();
      add(
          drafts,
          act.get(),
          at,
          field.get(),
          scene.mood().ofField(at),
          houses.isEmpty() ? Pairs.of(scene, clause) : houses);
    }
  }

  /** Whether parties of two lands stand in the clause of a cue: trained operators from Semey. */
  private static boolean isBetweenSides(Scene scene, Mention cue) {
    List<Party> named =
        Few.of(scene.parties)
            .filter(p -> scene.sameClause(p.from(), cue.from()) && p.named())
            .filter(p -> p.entity().kind() != Value.Kind.PERSON && p.country().isPresent())
            .toList();
    boolean railway = scene.m.word(cue.from()).hasLemma("train") && !scene.isVerb(cue.from());
    return !railway && !sides(named).isEmpty();
  }

  /** The first of the parties and the first of the others that is not of its country. */
  private static List<Value.Entity> sides(List<Party> parties) {
    return Few.of(parties)
        .filter(
            p -> !p.entity().equals(parties.get(0).entity()) && !p.sameCountryAs(parties.get(0)))
        .findFirst()
        .map(other -> List.of(parties.get(0).entity(), other.entity()))
        .orElse(List.of());
  }

  private static boolean isOfClause(Scene scene, Draft draft, int clause) {
    return draft.frame != Frame.OFFICE && scene.clause(draft.anchor) == clause;
  }

  /** Whether a cue that tells its own field covers the word: to train doctors is education. */
  private boolean isTold(Scene scene, Mention sector) {
    return scene.language() == Language.RU
        && Few.of(scene.cues("cooperation"))
            .anyMatch(
                c -> c.overlaps(sector) && told(scene, c).isPresent() && !isSame(scene, c, sector));
  }

  private boolean isSame(Scene scene, Mention cue, Mention sector) {
    return told(scene, cue).filter(scene.entity(sector)::equals).isPresent();
  }

  /** Adds the field, told at a token, for each pair of those who work together in it. */
  private static void add(
      Scene scene, List<Draft> drafts, Mention cue, int at, Value.Entity field, Modality modality) {
    List<Value.Entity> parties =
        scene.parties.isEmpty()
            ? scene.discourse.signers().orElseGet(() -> Pairs.of(scene, scene.clause(at)))
            : Pairs.of(scene, scene.clause(at));
    boolean weak = cue.concept().has("weak") || cue.overlapsAny(scene.cues("project"));
    boolean elsewhere =
        Few.of(drafts)
            .filter(d -> scene.sameClause(d.anchor, at))
            .anyMatch(d -> d.frame == Frame.PROJECT && weak || isSubject(d, field, modality));
    if (!elsewhere) {
      add(drafts, cue, at, field, modality, parties);
    }
  }

  private static void add(
      List<Draft> drafts,
      Mention cue,
      int at,
      Value.Entity field,
      Modality modality,
      List<Value.Entity> parties) {
    for (int partner = 1; partner < parties.size(); partner++) {
      drafts.add(
          new Draft(Frame.COOPERATION, at, cue.concept().id())
              .modality(modality)
              .with(Role.PARTY, parties.get(0))
              .with(Role.PARTY, parties.get(partner))
              .with(Role.SECTOR, field));
    }
  }

  /** Whether the field is but what a document or a meeting is about: an agreement on sport. */
  private static boolean isSubject(Draft told, Value.Entity field, Modality modality) {
    return told.values(Role.SECTOR).contains(field)
        && (told.frame == Frame.AGREEMENT
            || told.frame == Frame.EVENT && modality == Modality.FACT);
  }

  /** The field that a cue itself tells, as to train tells education. */
  private Optional<Value.Entity> told(Scene scene, Mention cue) {
    return Few.of(cue.concept().values("signals"))
        .filter(id -> id.startsWith("sector/"))
        .findFirst()
        .flatMap(scene.entities::find);
  }

  /** The field of a document that was signed is a plan. */
  private static boolean isSigned(Scene scene, Mention sector) {
    return Few.of(scene.cues("agreement", "sign"))
            .anyMatch(c -> scene.sameClause(c.from(), sector.from()))
        && Few.of(scene.m.in(Layer.AGREEMENT))
            .anyMatch(a -> a.to() <= sector.from() && scene.sameClause(a.from(), sector.from()));
  }

  /** The same applies to: as sure as what was said before. */
  private Optional<Modality> like(Mention cue) {
    return cue.concept().key().equals("likewise") ? Optional.of(last) : Optional.empty();
  }

  private static Optional<Mention> cue(Scene scene, Mention sector, Modality modality) {
    return Few.of(scene.cues("cooperation"))
        .filter(cue -> scene.sameClause(cue.from(), sector.from()) && !isPhrase(scene, cue))
        .filter(cue -> modality != Modality.FACT || cue.concept().value("weak").isEmpty())
        .min(Comparator.comparingInt(cue -> Math.abs(cue.from() - sector.from())));
  }

  /** Whether it but says with whom something is done: in cooperation with. */
  private static boolean isPhrase(Scene scene, Mention cue) {
    return cue.concept().key().equals("cooperation-noun")
        && cue.from() > 0
        && cue.to() < scene.size()
        && scene.m.word(cue.from() - 1).is(Feature.PREPOSITION)
        && scene.m.isWord(cue.to(), "companion")
        && Few.of(scene.cues("project", "make"))
            .anyMatch(c -> scene.sameClause(c.from(), cue.from()));
  }

  /**
   * Construction of a plant is no field, nor is what a ministry is for; trade is one only where it
   * is to grow; an adjective only with its noun.
   */
  private static boolean isField(Scene scene, Mention sector, Modality modality) {
    String key = sector.concept().key();
    boolean act =
        sector.to() < scene.size()
            && FOLLOWS_ACT.contains(scene.m.token(sector.to()).folded())
            && (key.equals("construction") || key.equals("education") || isProduct(scene, sector));
    boolean body = scene.word("department", sector.from() - 5, sector.from()).isPresent();
    boolean english = scene.language() == Language.EN;
    boolean wished = !english && modality != Modality.FACT;
    boolean sum =
        Few.of(scene.figures)
            .anyMatch(f -> f.isMoney() && scene.sameClause(f.from(), sector.from()));
    boolean general =
        key.equals("interregional") && (english || isTwinning(scene, sector))
            || key.equals("investment") && (!wished || sum);
    boolean grows =
        Few.of(scene.cues("cooperation", "field-of-interest"))
            .anyMatch(
                c ->
                    scene.sameClause(c.from(), sector.from())
                        && c.to() <= sector.from()
                        && sector.from() - c.to() <= 3);
    boolean trade = key.equals("trade") && !wished && !(grows && modality != Modality.FACT);
    boolean phrase = key.equals("trade") && sector.length() > 1 && !wished;
    return !act && !body && !general && !trade && !phrase && hasHead(scene, sector);
  }

  /** Whether an agreement makes twins of towns, so that their ties are no field of its own. */
  private static boolean isTwinning(Scene scene, Mention sector) {
    return Few.of(scene.m.in(Layer.AGREEMENT))
        .anyMatch(a -> a.from() < sector.to() && scene.sameClause(a.from(), sector.from()));
  }

  /** An adjective is a field's only with a noun of working together, not in the name of goods. */
  private static boolean hasHead(Scene scene, Mention sector) {
    boolean goods =
        Few.of(scene.m.in(Layer.PRODUCT))
            .anyMatch(p -> p.overlaps(sector) && p.length() > sector.length());
    return !goods
        && (!sector.isAdjective()
            || Few.of(scene.cues("cooperation"))
                .anyMatch(c -> c.from() >= sector.to() && c.from() - sector.to() <= 3));
  }

  private static boolean isProduct(Scene scene, Mention sector) {
    return scene.m.at(Layer.PRODUCT, sector.from()).isPresent();
  }
}
