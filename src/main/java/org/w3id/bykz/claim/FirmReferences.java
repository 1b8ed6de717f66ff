package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Which firm a bare noun means: the plant, the company, our enterprise. */
final class FirmReferences {

  private final Scene scene;
  private final Mentions m;
  private final Discourse discourse;

  /** The parties before the noun. */
  private final List<Party> found;

  FirmReferences(Scene scene, Discourse discourse, List<Party> found) {
    this.scene = scene;
    this.m = scene.m;
    this.discourse = discourse;
    this.found = found;
  }

  /** Whether a word tells firms of one kind. */
  static boolean isKind(Mention word) {
    return word.concept().value("refers").filter("kind"::equals).isPresent();
  }

  /** What tells the kind of a firm: the noun itself, then the keys of words that it is one of. */
  static Set<String> kinds(Mentions m, int noun) {
    Set<String> kinds = new LinkedHashSet<>(2);
    kinds.add(m.word(noun).lemma());
    Few.of(m.words(noun))
        .filter(FirmReferences::isKind)
        .forEach(word -> kinds.add(word.concept().key()));
    return kinds;
  }

  /** The firm that a word for one means; none where it means no certain one. */
  List<Value.Entity> organisation(Mention word) {
    if (scene.language() != Language.RU) {
      return isAlone(word) ? Few.of(spokenOf(word)).toList() : List.of();
    }
    return isTheFirm(word)
        ? firm()
        : isOfTheFirm(word) ? Few.of(firmBefore(word)).toList() : List.of();
  }

  /** The same for a plant, which is none where one is being set up. */
  List<Value.Entity> plant(Mention word) {
    return isAlone(word) && !discourse.isBuilding(scene.sentence().paragraph())
        ? Few.of(spokenOf(word)).toList()
        : List.of();
  }

  /** The firm of the kind that a noun tells, where the text told one so: the retailer. */
  List<Value.Entity> kind(Mention word) {
    boolean bare =
        scene.language() == Language.RU ? isTheFirm(word) || isOfTheFirm(word) : isAlone(word);
    return bare ? Few.of(discourse.organisation(kinds(word))).toList() : List.of();
  }

  /** The two firms last spoken of, of the kind that the noun tells if there are: both plants. */
  List<Value.Entity> both(Mention word) {
    return discourse
        .firmsOf(kinds(word))
        .or(discourse::firms)
        .orElseGet(() -> discourse.organisations(2));
  }

  /** The same for a bare plural, which means two only where they are of two sides. */
  List<Value.Entity> several(Mention word) {
    int from = word.from();
    int to = word.to();
    boolean definite =
        scene.language() == Language.RU
            ? isSubject(from, to)
            : from > 0
                && (m.token(from - 1).is("the")
                    || m.token(from - 1).is("die")
                    || m.token(from - 1).is("den")
                    || m.token(from - 1).is("der"));
    return definite && !isNamedNext(word)
        ? discourse
            .firmsOf(kinds(word))
            .or(() -> m.isWord(from, "any-firm") ? discourse.firms() : Optional.empty())
            .orElse(List.of())
        : List.of();
  }

  /** Whether a Russian plural opens its clause or ends it as the subject of its verb. */
  private boolean isSubject(int from, int to) {
    int begin = scene.clauseBegin(scene.clause(from));
    return m.word(from).is(Feature.NOMINATIVE) && from == begin && to < m.size() && scene.isVerb(to)
        || m.word(from).is(Feature.INSTRUMENTAL) && from > 0 && scene.isVerb(from - 1);
  }

  private Set<String> kinds(Mention word) {
    return kinds(m, word.to() - 1);
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
    return discourse.organisation(kinds(word)).or(this::firmBefore);
  }

  /** The organisation last spoken of whose name has the noun, else the one last spoken of. */
  private Optional<Value.Entity> spokenOf(Mention word) {
    return discourse.organisation(kinds(word)).or(discourse::organisation);
  }

  /** Whether a kind of thing stands in the singular, right behind a definite article, unnamed. */
  boolean isAlone(Mention word) {
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

  private static Predicate<Mention> contains(int i) {
    return mention -> mention.from() <= i && i < mention.to();
  }
}
