package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mention;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Token;

/** Tells verbs from nouns where one English form is both, as {@code exports} is. */
final class EnglishWordClass {

  // Hash sets here and in other readers of tokens: they answer faster than what Set.of makes.
  private static final Set<String> BEFORE_VERB =
      new HashSet<>(
          Set.of(
              "to",
              "will",
              "would",
              "can",
              "could",
              "may",
              "might",
              "should",
              "must",
              "we",
              "they",
              "i",
              "it",
              "he",
              "she",
              "who",
              "which",
              "also",
              "already",
              "not",
              "n't",
              "mainly",
              "annually",
              "us",
              "there",
              "directly",
              "jointly",
              "now",
              "currently",
              "successfully",
              "still",
              "longer",
              "never",
              "often",
              "usually",
              "mostly",
              "regularly",
              "traditionally",
              "actively",
              "primarily",
              "even",
              "only",
              "alone"));
  private static final Set<String> BEFORE_NOUN =
      new HashSet<>(
          Set.of(
              "the",
              "a",
              "an",
              "'s",
              "'",
              "its",
              "their",
              "our",
              "his",
              "her",
              "your",
              "my",
              "of",
              "in",
              "for",
              "on",
              "from",
              "with",
              "at",
              "by",
              "no",
              "more",
              "any",
              "some",
              "all",
              "both",
              "this",
              "that",
              "these",
              "those",
              "including",
              "new",
              "mutual",
              "joint",
              "bilateral",
              "total",
              "main",
              "major",
              "key",
              "such",
              "other",
              "first",
              "per",
              "into",
              "st",
              "nd",
              "rd",
              "th"));

  /** Numbers in words, and what stands for one. */
  private static final Set<String> COUNTS =
      new HashSet<>(
          Set.of(
              "two",
              "three",
              "four",
              "five",
              "six",
              "seven",
              "eight",
              "nine",
              "ten",
              "eleven",
              "twelve",
              "fifteen",
              "twenty",
              "thirty",
              "several",
              "many",
              "numerous",
              "hundred",
              "thousand",
              "million",
              "billion",
              "dozen"));

  /** What may stand between a verb and the number that it bounds. */
  private static final Set<String> BOUNDS =
      new HashSet<>(Set.of("more", "than", "over", "up", "to", "some", "at", "least"));

  private static final Set<String> AUXILIARIES =
      new HashSet<>(
          Set.of(
              "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
              "may", "might", "should", "must", "do", "does", "did"));

  /** Forms of to be and to have, which are never nouns in the news. */
  private static final Set<String> ALWAYS_VERBS =
      new HashSet<>(Set.of("is", "are", "was", "were", "has", "have", "had"));

  private static final Set<String> PRONOUNS =
      new HashSet<>(Set.of("it", "he", "she", "that", "there", "what", "who", "here"));
  private static final Set<String> SUBJECTS =
      new HashSet<>(Set.of("we", "they", "i", "you", "us", "there"));

  private EnglishWordClass() {}

  private static boolean isCount(Mentions m, int i) {
    return m.token(i).type() == Token.Type.NUMBER || COUNTS.contains(m.token(i).folded());
  }

  static boolean isVerb(Mentions m, int i) {
    var word = m.word(i);
    boolean pastForm = word.is(Feature.PAST) || word.is(Feature.PARTICIPLE);
    if (i == 0) {
      return pastForm && !word.is(Feature.PLURAL);
    }
    if (isSecondVerb(m, i)
        || isBehindQuotation(m, i)
        || ALWAYS_VERBS.contains(m.token(i).folded())) {
      return true;
    }
    String before = m.token(i - 1).folded();
    if (before.equals("that") && isRelative(m, i)) {
      return true;
    }
    if (BEFORE_VERB.contains(before)) {
      return !isGoodsBehindAdverb(m, i);
    }
    boolean modified = i > 1 && m.word(i - 1).is(Feature.NOUN) && !m.word(i - 1).is(Feature.PLURAL);
    boolean counted = isCount(m, i - 1) || modified && isCount(m, i - 2);
    if (BEFORE_NOUN.contains(before) || counted && word.is(Feature.PLURAL)) {
      return m.word(i - 1).is(Feature.PREPOSITION)
          && word.is(Feature.GERUND)
          && m.at(Layer.CUE, i).isPresent()
          && hasGoods(m, i + 1);
    }
    if (i > 1 && m.token(i - 2).is("what")) {
      return true;
    }
    var previous = m.word(i - 1);
    boolean noun =
        word.is(Feature.NOUN)
            && previous.is(Feature.ADJECTIVE)
            && !previous.is(Feature.PAST)
            && !hasGoods(m, i + 1);
    if (word.is(Feature.GERUND) && isField(m, i)) {
      return false;
    }
    if (word.is(Feature.GERUND) && !noun || isBeforeInfinitive(m, i) || movesGoods(m, i)) {
      return true;
    }
    boolean adjective = previous.is(Feature.ADJECTIVE) && !previous.is(Feature.NOUN);
    if (adjective && !m.token(i - 1).isCapitalised()) {
      return false;
    }
    boolean afterName =
        m.at(Layer.PARTY, i - 1).filter(p -> !p.isAdjective()).isPresent()
            || m.isWord(i - 1, "transparent")
            || m.token(i - 1).isCapitalised()
                && (previous.is(Feature.UNKNOWN) || m.isWord(i - 1, "organisation-head"));
    if (afterName && isGoods(m, i)) {
      return false;
    }
    if (afterName && givesTo(m, i)) {
      return true;
    }
    if (afterName && i + 1 < m.size()) {
      String after = m.token(i + 1).folded();
      boolean objectFollows =
          !after.equals("to")
              && !after.equals("from")
              && !after.equals("of")
              && (!m.word(i + 1).is(Feature.FINITE) || m.at(Layer.PRODUCT, i + 1).isPresent());
      return objectFollows && !word.is(Feature.SINGULAR) || pastForm || hasPluralSubject(m, i);
    }
    if (hasPluralSubject(m, i)) {
      return true;
    }
    if (isInflected(word)
        && (isBeforeNumber(m, i) || m.token(i - 1).is(",") && hasGoods(m, i + 1))) {
      return true;
    }
    boolean verbBefore = i > 1 && AUXILIARIES.contains(m.token(i - 2).folded());
    boolean singularSubject =
        word.is(Feature.FINITE)
            && previous.is(Feature.NOUN)
            && !previous.is(Feature.PLURAL)
            && !verbBefore;
    return pastForm || singularSubject && hasObject(m, i);
  }

  /** Whether a gerund names a field and has no object: agriculture, engineering and education. */
  private static boolean isField(Mentions m, int i) {
    return m.at(Layer.SECTOR, i).isPresent() && !hasObject(m, i);
  }

  /** Whether a verb and its object say more of a noun before that: the plant that makes buses. */
  private static boolean isRelative(Mentions m, int i) {
    return i > 1
        && isInflected(m.word(i))
        && (m.at(Layer.PARTY, i - 2).isPresent()
            || m.word(i - 2).is(Feature.NOUN) && !m.word(i - 2).is(Feature.FINITE))
        && (hasGoods(m, i + 1) || isBeforeNumber(m, i) || m.at(Layer.PARTY, i + 1).isPresent());
  }

  /** Whether a finite form is not the base form as well: goes, sold, but not sell. */
  private static boolean isInflected(Word word) {
    return word.is(Feature.FINITE) && !word.is(Feature.INFINITIVE);
  }

  /** Whether a present form tells where goods go, which is rarely a noun: cheese goes to Almaty. */
  private static boolean movesGoods(Mentions m, int i) {
    return isInflected(m.word(i))
        && m.at(Layer.CUE, i)
            .flatMap(cue -> cue.concept().value("unmarked"))
            .filter("goods"::equals)
            .isPresent();
  }

  /** Whether an adverb stands before goods and not before their verb: exports mainly cheese. */
  private static boolean isGoodsBehindAdverb(Mentions m, int i) {
    boolean verbBefore =
        i > 1 && isFinite(m, i - 2) && !AUXILIARIES.contains(m.token(i - 2).folded());
    return m.word(i - 1).is(Feature.ADVERB)
        && (isGoods(m, i) || verbBefore && m.word(i).is(Feature.NOUN));
  }

  /** Whether a word names goods, and no deed: cheese, tyres. */
  private static boolean isGoods(Mentions m, int i) {
    return m.at(Layer.PRODUCT, i).isPresent() && m.at(Layer.CUE, i).isEmpty();
  }

  /** Whether a present form has its receiver before its goods: sells to Kazakhstan cheese. */
  private static boolean givesTo(Mentions m, int i) {
    return isInflected(m.word(i))
        && i + 2 < m.size()
        && m.token(i + 1).is("to")
        && m.at(Layer.PARTY, i + 2).filter(receiver -> hasGoods(m, receiver.to())).isPresent();
  }

  /** Whether who says so is told behind what is said: "...", notes the minister. */
  private static boolean isBehindQuotation(Mentions m, int i) {
    return m.word(i).is(Feature.FINITE)
        && m.isWord(i, "say")
        && (m.token(i - 1).is("\"") || m.token(i - 1).is(","))
        && i + 1 < m.size()
        && (m.token(i + 1).isCapitalised()
            || m.token(i + 1).is("the")
            || m.at(Layer.OFFICE, i + 1).isPresent());
  }

  /** Whether goods or a number of them start at a token: interested in buying Belarusian tyres. */
  private static boolean hasGoods(Mentions m, int i) {
    int at = m.at(Layer.PARTY, i).filter(Mention::isAdjective).map(Mention::to).orElse(i);
    return at < m.size()
        && (m.token(at).type() == Token.Type.NUMBER
            || m.at(Layer.PRODUCT, at).filter(p -> p.from() == at).isPresent());
  }

  /**
   * Whether a base form stands behind a plural, which is rarely part of a compound, so that it is
   * what they do: suppliers ship rice.
   */
  private static boolean hasPluralSubject(Mentions m, int i) {
    var word = m.word(i);
    var before = m.word(i - 1);
    return word.is(Feature.INFINITIVE)
        && !word.is(Feature.PLURAL)
        && before.is(Feature.PLURAL)
        && before.is(Feature.NOUN)
        && !before.is(Feature.SINGULAR)
        && !before.is(Feature.VERB)
        && !m.isWord(i - 1, "plural-modifier")
        && !isOfOne(m, i - 1);
  }

  /** Whether a plural stands behind an article that has another noun behind it: a lifts plant. */
  private static boolean isOfOne(Mentions m, int i) {
    int article = i > 1 && m.word(i - 1).is(Feature.ADJECTIVE) ? i - 2 : i - 1;
    return article >= 0 && (m.token(article).is("a") || m.token(article).is("an"));
  }

  /** Whether a number follows, or a word that bounds one: makes around 380,000 cookers. */
  private static boolean isBeforeNumber(Mentions m, int i) {
    int next = i + 1;
    while (next + 1 < m.size()
        && next - i <= 2
        && (m.word(next).is(Feature.ADVERB) || BOUNDS.contains(m.token(next).folded()))
        && !m.isWord(next, "location")) {
      next++;
    }
    return next < m.size() && m.token(next).type() == Token.Type.NUMBER;
  }

  /** Whether an infinitive follows, as in {@code they plan to build}. */
  private static boolean isBeforeInfinitive(Mentions m, int i) {
    if (i + 2 >= m.size() || !m.token(i + 1).is("to") || !m.word(i).is(Feature.FINITE)) {
      return false;
    }
    var next = m.word(i + 2);
    return next.is(Feature.INFINITIVE) && !m.token(i + 2).isCapitalised();
  }

  private static boolean hasObject(Mentions m, int i) {
    if (i + 1 >= m.size() || m.token(i + 1).type() == Token.Type.PUNCTUATION) {
      return false;
    }
    if (!m.token(i + 1).isWord()) {
      return true;
    }
    var next = m.word(i + 1);
    String text = m.token(i + 1).folded();
    boolean article = text.equals("the") || text.equals("a") || text.equals("an");
    return article
        || (next.is(Feature.NOUN) || next.is(Feature.ADJECTIVE))
            && !next.is(Feature.FINITE)
            && !next.is(Feature.PREPOSITION);
  }

  /**
   * A present form after and with its object, as in {@code we sell milk and buy wheat} or {@code it
   * sells milk and buys wheat}.
   */
  private static boolean isSecondVerb(Mentions m, int i) {
    var word = m.word(i);
    if (i < 2
        || i + 1 >= m.size()
        || !(m.token(i - 1).is("and") || m.token(i - 1).is("but"))
        || !word.is(Feature.FINITE)
        || m.at(Layer.CUE, i).isEmpty()) {
      return false;
    }
    Token next = m.token(i + 1);
    if (next.type() == Token.Type.NUMBER && word.is(Feature.INFINITIVE)) {
      return true;
    }
    if (m.at(Layer.CUE, i - 2).isPresent()) {
      return false;
    }
    if (next.type() == Token.Type.NUMBER) {
      return true;
    }
    return next.isWord()
        && (m.word(i + 1).is(Feature.NOUN) || m.word(i + 1).is(Feature.ADJECTIVE))
        && !AUXILIARIES.contains(next.folded())
        && !m.word(i + 1).is(Feature.PREPOSITION);
  }

  /** Whether a doer follows a participle that no auxiliary makes a verb: a delegation led by. */
  private static boolean isPassive(Mentions m, int i) {
    return i > 0
        && i + 1 < m.size()
        && m.token(i + 1).is("by")
        && m.word(i).is(Feature.PARTICIPLE)
        && !SUBJECTS.contains(m.token(i - 1).folded())
        && !PRONOUNS.contains(m.token(i - 1).folded())
        && i + 2 < m.size()
        && m.token(i + 2).type() != Token.Type.NUMBER;
  }

  /** Whether a form is the finite verb of a clause, as far as its neighbours tell. */
  static boolean isFinite(Mentions m, int i) {
    var word = m.word(i);
    if (!word.is(Feature.FINITE) && !word.is(Feature.VERB) || m.token(i).isCapitalised()) {
      return false;
    }
    if (m.token(i).is("'s")) {
      return i > 0 && PRONOUNS.contains(m.token(i - 1).folded());
    }
    if (word.is(Feature.FINITE) && AUXILIARIES.contains(m.token(i).folded())) {
      return true;
    }
    boolean past = word.is(Feature.PAST);
    if (past && isPassive(m, i)) {
      return false;
    }
    if (past && i > 0) {
      String before = m.token(i - 1).folded();
      boolean second =
          m.token(i - 1).is("and")
              && i > 1
              && (m.word(i - 2).is(Feature.ADJECTIVE) || m.word(i - 2).is(Feature.PARTICIPLE));
      boolean attribute =
          (m.token(i - 1).is(",") || second) && i + 1 < m.size() && m.word(i + 1).is(Feature.NOUN);
      return !BEFORE_NOUN.contains(before) && !attribute && !m.word(i - 1).hasLemma("be");
    }
    if (!word.is(Feature.NOUN)) {
      boolean base =
          i > 0 && word.is(Feature.INFINITIVE) && SUBJECTS.contains(m.token(i - 1).folded());
      return base
          || word.is(Feature.FINITE) && !word.is(Feature.ADJECTIVE) && !word.is(Feature.PARTICIPLE);
    }
    return (word.is(Feature.FINITE) || SUBJECTS.contains(i > 0 ? m.token(i - 1).folded() : ""))
            && isVerb(m, i)
        || isSecondVerb(m, i);
  }
}
