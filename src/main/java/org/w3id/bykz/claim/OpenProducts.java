package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * Keeps what stands in the place of a product though no vocabulary has it: the object of a verb of
 * trade between two parties, what a nominal export or a plant is of, what is weighed. Only common
 * nouns without a definite article count, and none that the stop lists name. Immutable and
 * thread-safe.
 */
final class OpenProducts {

  private static final int LONGEST = 4;

  private final Lexicon lexicon;
  private final Set<String> stops;
  private final List<String> endings;
  private final Set<String> portions;

  OpenProducts(Lexicon lexicon) {
    this.lexicon = lexicon;
    String language = lexicon.language().tag();
    String stop = "word/no-product-" + language;
    this.stops = heads(stop);
    this.portions = heads("word/portion-" + language);
    this.endings = lexicon.concept(stop).map(c -> c.values("stopEnding")).orElse(List.of());
  }

  private Set<String> heads(String id) {
    Set<String> heads = new HashSet<>();
    lexicon
        .concept(id)
        .ifPresent(c -> c.values("stopHead").forEach(h -> heads.add(h.toLowerCase(Locale.ROOT))));
    return heads;
  }

  /** The open products of clauses in which {@code known} has none, in the order of the text. */
  List<Mention> find(Scene scene, List<Mention> known) {
    Search search = new Search(scene, known);
    for (Mention cue : scene.cues("trade-flow")) {
      if (cue.concept().has("unmarked") && !cue.concept().has("weak")) {
        search.trade(cue);
      }
    }
    for (Mention cue : scene.cues("project")) {
      search.plant(cue);
      search.made(cue);
    }
    if (!scene.cues("trade-flow").isEmpty() || !scene.cues("production").isEmpty()) {
      Few.of(scene.figures).filter(Figure::isMeasure).forEach(search::weighed);
    }
    return search.found;
  }

  /** A noun phrase with the token after it. */
  private record Phrase(int from, int to) {}

  /** The search in one sentence. */
  private final class Search {

    private final Scene scene;
    private final Mentions m;
    private final Language language;
    private final List<Mention> known;
    private final List<Mention> found = new ArrayList<>();

    Search(Scene scene, List<Mention> known) {
      this.scene = scene;
      this.m = scene.m;
      this.language = scene.language();
      this.known = known;
    }

    private boolean isFree(int clause) {
      return Few.of(known).noneMatch(p -> scene.clause(p.from()) == clause)
          && Few.of(found).noneMatch(p -> scene.clause(p.from()) == clause);
    }

    /** Whether a clause names where goods go or come from, or two sides. */
    private boolean isDirected(int clause) {
      String first = "";
      for (Party party : scene.parties) {
        if (scene.clause(party.from()) != clause) {
          continue;
        }
        if (party.marker() == Marker.GOAL || party.marker() == Marker.SOURCE) {
          return true;
        }
        String country = party.country().orElse("");
        if (!first.isEmpty() && !country.isEmpty() && !first.equals(country)) {
          return true;
        }
        first = first.isEmpty() ? country : first;
      }
      return false;
    }

    void trade(Mention cue) {
      int clause = scene.clause(cue.from());
      String part = cue.concept().partOfSpeech();
      String side = cue.concept().value("unmarked").orElse("");
      if (!isDirected(clause)) {
        return;
      }
      if (!isFree(clause)) {
        continueLists(clause);
        return;
      }
      if (part.equals("noun")) {
        nominal(cue);
        if (isFree(clause)) {
          madeUp(cue);
        }
      } else if (part.equals("verb") && (!side.equals("goods") || isOfGoodsAlone(cue))) {
        if (language == Language.EN) {
          english(cue);
        } else {
          object(cue, clause);
        }
      } else if (part.equals("predicate")) {
        boolean english = language == Language.EN;
        Few.of(scene.parties)
            .filter(p -> p.marker() == Marker.ORIGIN && (!english || p.to() < cue.from()))
            .filter(p -> scene.clause(p.from()) == clause)
            .findFirst()
            .ifPresent(p -> list(p.to(), english ? cue.from() : scene.clauseEnd(clause)));
      }
      if (isFree(clause)) {
        behindDash(clause);
      }
    }

    /** What a dash lists: in the range of supplies from Almaty – pencils. */
    private void behindDash(int clause) {
      int next = clause + 1;
      boolean listed =
          next < scene.clauseCount()
              && m.token(scene.clauseBegin(next)).is("-")
              && isFree(next)
              && Few.of(scene.cues("trade-flow", "goods-list"))
                  .anyMatch(c -> scene.clause(c.from()) == clause);
      if (listed) {
        list(scene.clauseBegin(next) + 1, scene.clauseEnd(next));
      }
    }

    /** Whether nothing but goods can be the subject of a verb: поставляются, импортируются. */
    private boolean isOfGoodsAlone(Mention cue) {
      return cue.concept().value("signals").isPresent();
    }

    /** What an export is made up of: основу экспорта составляют матрасы. */
    private void madeUp(Mention cue) {
      int end = scene.clauseEnd(scene.clause(cue.from()));
      for (int i = cue.to(); i < end; i++) {
        if (m.isWord(i, "makes-up") && scene.isVerb(i)) {
          list(i + (i + 1 < end && m.token(i + 1).is("aus") ? 2 : 1), end);
          return;
        }
      }
    }

    /** What and or a comma joins a known product to: flowerpots and cheese. */
    private void precedeLists(int clause) {
      for (Mention product : known) {
        int head = product.from() - 2;
        boolean joined =
            scene.clause(product.from()) == clause
                && head >= scene.clauseBegin(clause)
                && (m.token(head + 1).is(",") || m.isWord(head + 1, "and"));
        if (!joined || language == Language.EN || !isPart(head) || !isHead(head)) {
          continue;
        }
        int from = head;
        while (from > scene.clauseBegin(clause) && isPart(from - 1) && !isHead(from - 1)) {
          from--;
        }
        if (opensPhrase(from, clause) && isLike(head, product.to() - 1) && isFreeAt(head)) {
          phrase(from, head + 1).map(this::mention).ifPresent(found::add);
        }
      }
    }

    private boolean isFreeAt(int i) {
      return Few.of(known).noneMatch(p -> p.from() <= i && i < p.to())
          && Few.of(found).noneMatch(p -> p.from() <= i && i < p.to());
    }

    /** Whether what stands before a noun phrase leaves it bare, or has it for its object. */
    private boolean opensPhrase(int from, int clause) {
      int before = from - 1;
      return before < scene.clauseBegin(clause)
          || m.isWord(before, "of")
          || m.isWord(before, "makes-up")
          || m.at(Layer.CUE, before).filter(this::isOfGoods).isPresent()
          || m.at(Layer.PARTY, before).isPresent()
          || scene.isVerb(before)
          || isAdverb(before)
          || Few.of(scene.figures).anyMatch(f -> f.to() == from);
    }

    private boolean isOfGoods(Mention cue) {
      return cue.concept().has("unmarked") || cue.concept().key().equals("goods-list");
    }

    /** Whether two Russian nouns may stand in the same case. */
    private boolean isLike(int head, int other) {
      return language != Language.RU
          || Few.of(
                  List.of(
                      Feature.NOMINATIVE,
                      Feature.GENITIVE,
                      Feature.DATIVE,
                      Feature.ACCUSATIVE,
                      Feature.INSTRUMENTAL))
              .anyMatch(f -> m.word(head).is(f) && m.word(other).is(f));
    }

    /** What a comma or and joins to a known product: cheese and beehives. */
    private void continueLists(int clause) {
      precedeLists(clause);
      int end = scene.clauseEnd(clause);
      for (Mention product : known) {
        int at = product.to();
        boolean joined =
            scene.clause(product.from()) == clause
                && at + 1 < end
                && (m.token(at).is(",") || m.isWord(at, "and"));
        if (joined) {
          at += m.token(at).is(",") && m.isWord(at + 1, "and") ? 2 : 1;
          int next = at;
          boolean taken =
              Few.of(known).anyMatch(p -> p.from() - next >= 0 && p.from() - next < LONGEST)
                  || Few.of(found).anyMatch(p -> p.from() - next >= 0 && p.from() - next < LONGEST);
          if (!taken) {
            list(at, end);
          }
        }
      }
    }

    /** Exports of pomegranates, der Export von Granatäpfeln, экспорт гранатов. */
    private void nominal(Mention cue) {
      int next = cue.to();
      if (next >= m.size()) {
        return;
      }
      boolean of = m.isWord(next, "of");
      boolean origin = m.at(Layer.PARTY, next).filter(Mention::isAdjective).isPresent();
      if (of || origin || language == Language.RU) {
        list(of ? next + 1 : next, scene.clauseEnd(scene.clause(cue.from())));
      }
    }

    private void english(Mention cue) {
      int clause = scene.clause(cue.from());
      int be = passive(cue);
      if (be >= 0) {
        for (int i = scene.clauseBegin(clause); i < be; i++) {
          if (!isInside(i) && list(i, be)) {
            return;
          }
        }
        return;
      }
      int at = cue.to();
      Optional<Mention> taker =
          at < m.size()
              ? m.at(Layer.PARTY, at).filter(p -> !p.isAdjective())
              : Optional.<Mention>empty();
      if (taker.isPresent()) {
        at = taker.get().to();
        at += at < m.size() && m.token(at).is("with") ? 1 : 0;
      }
      list(at, scene.clauseEnd(clause));
    }

    /** The form of be that makes the verb passive; -1 if it is active. */
    private int passive(Mention cue) {
      if (!m.word(cue.from()).is(Feature.PARTICIPLE)) {
        return -1;
      }
      for (int i = cue.from() - 1; i >= Math.max(0, cue.from() - 3); i--) {
        if (m.word(i).hasLemma("be")) {
          return i;
        }
        if (!m.word(i).is(Feature.ADVERB) && !m.word(i).hasLemma("have")) {
          return -1;
        }
      }
      return -1;
    }

    /** Whether a preposition or article right before it makes a word part of another phrase. */
    private boolean isInside(int i) {
      return i > 0
          && (isPreposition(i - 1)
              || isDefinite(i - 1)
              || m.token(i - 1).isWord()
                  && (m.word(i - 1).is(Feature.NOUN) || m.word(i - 1).is(Feature.ADJECTIVE)));
    }

    /** The last bare noun phrase of a clause that no preposition stands before. */
    private void object(Mention cue, int clause) {
      int end = scene.clauseEnd(clause);
      int begin = scene.clauseBegin(clause);
      int start = -1;
      for (int i = begin; i < end; i++) {
        if (isPreposition(i)) {
          i = Math.max(i, afterPhrase(i + 1, end) - 1);
          continue;
        }
        boolean attribute = i > begin && isNoun(i - 1) && !isMeasured(i);
        if (isDefinite(i) || attribute) {
          i = Math.max(i, afterPhrase(i + (attribute ? 0 : 1), end) - 1);
          continue;
        }
        Optional<Phrase> phrase = phrase(i, end);
        if (phrase.isPresent()) {
          start = start < 0 || !isListed(i) ? i : start;
          i = phrase.get().to() - 1;
        }
      }
      boolean before =
          language == Language.RU && start >= 0 && start < cue.from() && !isOfGoodsAlone(cue);
      if (start >= 0 && !before) {
        list(start, end);
      }
    }

    private boolean isListed(int i) {
      return i > 0 && (m.token(i - 1).is(",") || m.isWord(i - 1, "and"));
    }

    private boolean isMeasured(int i) {
      return Few.of(scene.figures).anyMatch(f -> f.to() == i)
          || Few.of(m.word(i - 1).keys()).anyMatch(portions::contains);
    }

    private boolean isNoun(int i) {
      return m.token(i).isWord()
          && m.word(i).is(Feature.NOUN)
          && (language != Language.DE || m.token(i).isCapitalised())
          && !(m.word(i).is(Feature.VERB) && language == Language.RU)
          && m.at(Layer.PARTY, i).isEmpty();
    }

    /** After the words that belong to one noun: determiners, adjectives, names and the noun. */
    private int afterPhrase(int from, int end) {
      int i = from;
      while (i < end) {
        Optional<Mention> party = m.at(Layer.PARTY, i);
        if (party.isPresent() && !party.get().isAdjective()) {
          return party.get().to();
        }
        if (isNoun(i) && !m.word(i).is(Feature.ADJECTIVE)) {
          return i + 1;
        }
        boolean inside =
            isDefinite(i)
                || party.isPresent()
                || m.word(i).is(Feature.ADJECTIVE)
                || m.token(i).type() == Token.Type.NUMBER
                || m.token(i).is("-");
        if (!inside) {
          return i;
        }
        i++;
      }
      return i;
    }

    /** A plant for grain dryers, eine Fabrik für Getreidetrockner, производство теплиц. */
    void plant(Mention cue) {
      String key = cue.concept().key();
      int clause = scene.clause(cue.from());
      boolean plant = key.equals("facility") || key.equals("making") || key.equals("joint-venture");
      int next = cue.to();
      if (!plant || next >= m.size() || !isFree(clause)) {
        return;
      }
      boolean marked = m.isWord(next, "of") || m.token(next).is("for") || m.token(next).is("für");
      boolean russian = language == Language.RU && key.equals("making");
      if (marked || russian) {
        list(marked ? next + 1 : next, scene.clauseEnd(clause));
      }
    }

    /** What somebody puts together somewhere: will assemble snow blowers in Kokshetau. */
    void made(Mention cue) {
      int clause = scene.clause(cue.from());
      boolean somewhere =
          m.isWord(cue.from(), "makes-goods")
              && scene.isVerb(cue.from())
              && isFree(clause)
              && Few.of(scene.parties)
                  .filter(p -> p.marker() == Marker.LOCATION && !p.isOrganisation())
                  .anyMatch(p -> scene.clause(p.from()) == clause);
      if (somewhere && language == Language.EN) {
        english(cue);
      } else if (somewhere) {
        object(cue, clause);
      }
    }

    /** Tonnes of something are of goods. */
    void weighed(Figure figure) {
      String unit = figure.unit().orElse("");
      boolean goods = List.of("t", "kg", "L", "m", "m2", "m3", "dt", "g", "pair").contains(unit);
      int at = figure.to();
      if (goods && at < m.size() && isFree(scene.clause(at))) {
        at += m.isWord(at, "of") ? 1 : 0;
        list(at, scene.clauseEnd(scene.clause(figure.to())));
      }
    }

    /** Takes the noun phrases of a list that begins at a token; whether there was any. */
    private boolean list(int from, int end) {
      int at = from;
      boolean any = false;
      while (at < end) {
        Optional<Phrase> phrase = phrase(at, end);
        if (phrase.filter(p -> !isKnown(p)).isEmpty()) {
          break;
        }
        found.add(mention(phrase.get()));
        any = true;
        at = phrase.get().to();
        int joined = at;
        while (joined < end && (m.token(joined).is(",") || m.isWord(joined, "and"))) {
          joined++;
        }
        if (joined == at) {
          break;
        }
        at = joined;
      }
      return any;
    }

    private boolean isKnown(Phrase phrase) {
      return Few.of(known).anyMatch(p -> p.from() < phrase.to() && phrase.from() < p.to());
    }

    /** The noun phrase that begins at a token, without number, portion and origin. */
    private Optional<Phrase> phrase(int from, int end) {
      int i = start(from, end);
      int first = i;
      int head = -1;
      while (i >= 0 && i < end && i - first < LONGEST && isPart(i)) {
        boolean glued = m.token(i).is("-");
        if (!glued && isHead(i)) {
          head = i;
          if (language != Language.EN && !isGluedNext(i, end)) {
            break;
          }
        }
        i++;
      }
      boolean relation = head >= 0 && language == Language.EN && m.isWord(head + 1, "of");
      boolean people = head >= 0 && head + 1 < end && m.at(Layer.OFFICE, head + 1).isPresent();
      if (head < 0 || relation || people || isStopped(head) || scene.inName(head)) {
        return Optional.empty();
      }
      while (first < head && Few.of(m.word(first).keys()).anyMatch(stops::contains)) {
        first++;
      }
      return Optional.of(new Phrase(first, head + 1));
    }

    private boolean isGluedNext(int i, int end) {
      return i + 1 < end && m.token(i + 1).is("-") && !m.token(i + 1).spaceBefore();
    }

    /** Past numbers, portions and origins; -1 where a definite phrase begins. */
    private int start(int from, int end) {
      int i = from;
      while (i < end) {
        int at = i;
        Optional<Figure> figure = Few.of(scene.figures).filter(f -> f.from() == at).findFirst();
        Optional<Mention> origin = m.at(Layer.PARTY, i).filter(Mention::isAdjective);
        if (figure.isPresent() && !figure.get().isMoney()) {
          i = figure.get().to();
          i += i < end && m.isWord(i, "of") ? 1 : 0;
        } else if (origin.isPresent()) {
          i = origin.get().to();
        } else if (goodsList(i).isPresent()) {
          i = goodsList(i).get().to();
        } else if (isPortion(i, end)) {
          i += i + 1 < end && m.isWord(i + 1, "of") ? 2 : 1;
        } else if (isIndefinite(i)) {
          int next = i + 1;
          while (next < end && m.word(next).is(Feature.ADJECTIVE) && !isPortion(next, end)) {
            next++;
          }
          if (next >= end || language == Language.EN && !isPortion(next, end)) {
            return -1;
          }
          i = isPortion(next, end) ? next : i + 1;
        } else if (isAdverb(i)) {
          i++;
        } else {
          return isDefinite(i) ? -1 : i;
        }
      }
      return -1;
    }

    private Optional<Mention> goodsList(int i) {
      return m.at(Layer.CUE, i).filter(c -> c.concept().key().equals("goods-list"));
    }

    private boolean isPortion(int i, int end) {
      boolean portion = Few.of(m.word(i).keys()).anyMatch(portions::contains);
      return portion && (language != Language.EN || i + 1 < end && m.isWord(i + 1, "of"));
    }

    private boolean isAdverb(int i) {
      Word word = m.word(i);
      return m.token(i).isWord()
          && word.is(Feature.ADVERB)
          && !word.is(Feature.ADJECTIVE)
          && !word.is(Feature.NOUN);
    }

    private boolean isIndefinite(int i) {
      return m.token(i).is("a")
          || m.token(i).is("an")
          || m.word(i).lemma().equals("einer")
          || m.token(i).folded().startsWith("eine") && m.word(i).hasLemma("ein");
    }

    private boolean isDefinite(int i) {
      Word word = m.word(i);
      return switch (language) {
        case EN ->
            Set.of("the", "its", "their", "our", "his", "her", "this", "that", "these", "those")
                .contains(m.token(i).folded());
        case DE ->
            word.hasLemma("der")
                || Set.of(
                        "ihre", "ihren", "ihrer", "seine", "seinen", "seiner", "unsere", "unseren",
                        "diese", "diesen", "dieser", "dieses")
                    .contains(m.token(i).folded());
        default -> false;
      };
    }

    private boolean isPreposition(int i) {
      return m.token(i).isWord()
          && (m.word(i).is(Feature.PREPOSITION)
              || m.isWord(i, "goal")
              || m.isWord(i, "source")
              || m.isWord(i, "location")
              || m.isWord(i, "companion")
              || m.isWord(i, "according-to"));
    }

    private boolean isPart(int i) {
      Token token = m.token(i);
      if (token.is("-")) {
        return !token.spaceBefore();
      }
      Word word = m.word(i);
      boolean noun = language == Language.DE == token.isCapitalised();
      boolean plain =
          token.isWord()
              && !isPreposition(i)
              && !isDefinite(i)
              && !token.is("worth")
              && m.at(Layer.PARTY, i).isEmpty()
              && m.at(Layer.OFFICE, i).isEmpty()
              && !m.isWord(i, "and");
      boolean first = i == 0 && language == Language.RU && word.is(Feature.ADJECTIVE);
      boolean predicate =
          language == Language.DE && scene.isVerb(i) && token.folded().endsWith("t");
      boolean attribute =
          (first || !token.isCapitalised())
              && (word.is(Feature.ADJECTIVE) || word.is(Feature.PARTICIPLE))
              && !predicate
              && !(language == Language.RU && word.is(Feature.FINITE));
      return plain && (attribute || noun && (word.is(Feature.NOUN) || word.is(Feature.UNKNOWN)));
    }

    private boolean isHead(int i) {
      Token token = m.token(i);
      Word word = m.word(i);
      return switch (language) {
        case EN -> (word.is(Feature.NOUN) || word.is(Feature.UNKNOWN)) && !scene.isVerb(i);
        case DE ->
            token.isCapitalised()
                && (word.is(Feature.NOUN) && !word.is(Feature.PROPER) || isCompound(token.text()));
        default ->
            word.is(Feature.NOUN)
                && !word.is(Feature.ADJECTIVE)
                && !word.is(Feature.FINITE)
                && (word.is(Feature.NOMINATIVE)
                    || word.is(Feature.ACCUSATIVE)
                    || word.is(Feature.GENITIVE));
      };
    }

    /** Whether a German word that no dictionary has ends in a noun that one has. */
    private boolean isCompound(String text) {
      return text.length() >= 8 && !lastPart(text).isEmpty();
    }

    private boolean isStopped(int i) {
      Word word = m.word(i);
      boolean frame =
          m.at(Layer.AGREEMENT, i).isPresent()
              || isFacility(i)
              || m.at(Layer.EVENT, i).isPresent()
              || m.at(Layer.SECTOR, i).isPresent()
              || m.at(Layer.OFFICE, i).isPresent()
              || m.isWord(i, "transparent")
              || m.isWord(i, "organisation-head")
              || m.token(i).text().length() < 3;
      return frame || Few.of(word.keys()).anyMatch(this::isStop) || isStopCompound(i);
    }

    /** In Russian a place to work in is no good that is sold: приобрести терминал. */
    private boolean isFacility(int i) {
      return language == Language.RU
          && m.at(Layer.CUE, i).filter(c -> c.concept().key().startsWith("facility")).isPresent();
    }

    private boolean isStop(String key) {
      return stops.contains(key) || Few.of(endings).anyMatch(key::endsWith);
    }

    private boolean isStopCompound(int i) {
      if (language != Language.DE) {
        return false;
      }
      String last = lastPart(m.token(i).text());
      return !last.isEmpty()
          && Few.of(lexicon.morphology().word(last).keys()).anyMatch(this::isStop);
    }

    /** The longest last part of a German compound that a dictionary has as a noun. */
    private String lastPart(String text) {
      for (int cut = 3; cut <= text.length() - 4; cut++) {
        String part = Character.toUpperCase(text.charAt(cut)) + text.substring(cut + 1);
        Word word = lexicon.morphology().word(part);
        if (word.is(Feature.NOUN) && !word.is(Feature.PROPER) && !word.is(Feature.UNKNOWN)) {
          return part;
        }
      }
      return "";
    }

    private Mention mention(Phrase phrase) {
      String name = name(phrase);
      String slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
      Concept concept =
          lexicon
              .concept("product/" + slug)
              .orElseGet(() -> Concept.unlinked("product", name, language));
      return new Mention(phrase.from(), phrase.to(), concept, Label.Form.PREFERRED);
    }

    /** As the text has it; a Russian or German noun alone in its base form. */
    private String name(Phrase phrase) {
      String text = m.text(phrase.from(), phrase.to());
      Word head = m.word(phrase.to() - 1);
      boolean single = phrase.to() - phrase.from() == 1 && !head.is(Feature.UNKNOWN);
      if (!single || language == Language.EN) {
        return text;
      }
      String lemma = head.lemma();
      return language == Language.RU
          ? lemma
          : Character.toUpperCase(lemma.charAt(0)) + lemma.substring(1);
    }
  }
}
