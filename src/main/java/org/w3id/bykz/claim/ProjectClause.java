package org.w3id.bykz.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.text.Language;

/** One clause of a sentence, or one with the relative clause that tells more of its end. */
final class ProjectClause {

  final Scene scene;

  /** Its number in the sentence. */
  final int index;

  /** The first token, and the one behind the last. */
  final int begin;

  final int end;

  /** What tells of projects, and of what they make. */
  final List<Mention> cues;

  final List<Mention> products;

  /** The clauses of a sentence from one to another. */
  ProjectClause(Scene scene, int first, int last) {
    this.scene = scene;
    this.index = first;
    this.begin = scene.clauseBegin(first);
    this.end = scene.clauseEnd(last);
    this.cues =
        Few.of(scene.cues("project"))
            .filter(this::isHere)
            .filter(c -> c.concept().value("measure").isEmpty())
            .filter(c -> !isInField(scene, c) && !isOrigin(scene, c) && !isKindOfFirm(scene, c))
            .toList();
    this.products =
        Few.of(cues.isEmpty() ? List.<Mention>of() : scene.products())
            .filter(this::isHere)
            .filter(p -> !p.concept().key().endsWith("services"))
            .filter(p -> !isMeans(p) && !isOfMaker(p))
            .filter(p -> Few.of(cues).noneMatch(c -> c.overlaps(p) && isPlantOf(c, p)))
            .toList();
  }

  /** Whether a Russian plant only says what kind of firm a quoted one is: завод «Неман». */
  private static boolean isKindOfFirm(Scene scene, Mention cue) {
    return scene.language() == Language.RU
        && cue.concept().key().startsWith("facility")
        && cue.to() < scene.size()
        && scene.m.token(cue.to()).is("\"")
        && Few.of(scene.parties)
            .anyMatch(
                p -> p.isOrganisation() && (p.from() == cue.to() || p.from() == cue.to() + 1));
  }

  /** Whether a plant's name covers the goods: dairy farm. */
  private static boolean isPlantOf(Mention cue, Mention product) {
    return cue.concept().key().startsWith("facility")
        && (cue.length() > product.length()
            || cue.sharesSpan(product) && product.form() == Label.Form.AMBIGUOUS);
  }

  /** Whether it only says what a firm makes: one of the biggest poultry producers. */
  private boolean isOfMaker(Mention product) {
    return scene.language() == Language.EN
        && scene.m.isWord(product.to(), "organisation-head")
        && scene.m.at(Layer.CUE, product.to()).isEmpty();
  }

  /** Whether it only says of or with what something is made: from kits, mit Technik aus Minsk. */
  private boolean isMeans(Mention product) {
    int i = product.from() - 1;
    while (i > 0
        && (scene.m.word(i).is(Feature.ADJECTIVE)
            || scene.m.isDefiniteArticle(i)
            || scene.language() == Language.EN && scene.m.at(Layer.PARTY, i).isPresent())) {
      i--;
    }
    return scene.m.isWord(i, "source") || scene.m.isWord(i, "companion");
  }

  /** Whether the word is part of a field's name: agro-industrial complex. */
  private static boolean isInField(Scene scene, Mention cue) {
    return Few.of(scene.m.in(Layer.SECTOR))
            .anyMatch(
                s ->
                    s.overlaps(cue)
                        && s.length() > cue.length()
                        && (scene.language() != Language.RU || !s.overlapsAny(scene.products())))
        || cue.concept().key().startsWith("facility-of-")
            && Few.of(scene.m.in(Layer.PRODUCT))
                .anyMatch(p -> p.overlaps(cue) && p.length() >= cue.length());
  }

  boolean isHere(Mention mention) {
    return isHere(mention.from());
  }

  boolean isHere(Party party) {
    return isHere(party.from());
  }

  boolean isHere(int token) {
    return begin <= token && token < end;
  }

  Optional<Mention> cue(String key) {
    for (Mention cue : cues) {
      String own = cue.concept().key();
      if (own.startsWith(key)
          && (own.length() == key.length() || own.startsWith("-of-", key.length()))) {
        return Optional.of(cue);
      }
    }
    return Optional.empty();
  }

  boolean has(String key) {
    return cue(key).isPresent();
  }

  boolean isUnnamedPartner(Party party) {
    return has("joint-venture")
        && !party.isOrganisation()
        && (party.marker() == Marker.COMPANION
            || party.marker() == Marker.SOURCE
            || party.marker() == Marker.UNMARKED && party.isOf("KZ"));
  }

  static boolean hasPlant(Scene scene, int clause) {
    return Few.of(scene.cues("project"))
        .filter(c -> scene.clause(c.from()) == clause)
        .anyMatch(
            c ->
                c.concept().key().startsWith("facility")
                    || c.concept().key().equals("joint-venture"));
  }

  /** Whether it only tells where goods are from: vehicles made in China, Mogilev-made lifts. */
  static boolean isOrigin(Scene scene, Mention cue) {
    int from = cue.from();
    if (scene.language() == Language.DE) {
      return scene.m.word(from).is(Feature.PARTICIPLE)
          && !scene.cues("trade-flow").isEmpty()
          && Few.of(scene.products()).anyMatch(p -> p.from() == cue.to());
    }
    if (scene.language() != Language.EN) {
      return false;
    }
    boolean inLand =
        scene.m.token(from).is("made")
            && scene.m.isWord(cue.to(), "location")
            && scene
                .partyAt(cue.to() + 1)
                .filter(p -> p.entity().kind() == Value.Kind.COUNTRY)
                .isPresent();
    return inLand
        || from > 0
            && scene.m.word(from).is(Feature.PARTICIPLE)
            && Few.of(scene.cues("production")).anyMatch(c -> c.from() == from)
            && (scene.m.token(from - 1).is("-")
                || Few.of(scene.products()).anyMatch(p -> p.to() == from));
  }
}
