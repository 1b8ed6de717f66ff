package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Few;
import org.w3id.bykz.mention.Layer;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/**
 * Cuts a sentence into clauses: at semicolons, colons and dashes always, at commas and conjunctions
 * where a finite verb stands on either side.
 */
final class Clauses {

  private static final Pattern ACTIVE =
      Pattern.compile(".*(щ|вш)(ий|ая|ее|ие|его|ей|ему|им|их|ую|ими|ем)(ся)?");

  /** What a relative clause may tell of a plant: how many it employs, what it was founded for. */
  private static final Set<String> PROJECT = Set.of("frame/project");

  private Clauses() {}

  /** For each token the number of its clause, from 0. */
  static int[] of(Mentions m) {
    List<int[]> pieces = pieces(m);
    List<int[]> clauses = new ArrayList<>();
    boolean waits = false;
    boolean interposed = false;
    for (int p = 0; p < pieces.size(); p++) {
      int[] piece = pieces.get(p);
      boolean first = clauses.isEmpty();
      int[] last = first ? null : clauses.get(clauses.size() - 1);
      boolean hard = piece[2] == 1;
      boolean verb = hasVerb(m, piece[0], piece[1]);
      if (waits && !hard) {
        waits = !verb && !GermanClauses.endsInVerb(m, piece);
        last[1] = piece[1];
        continue;
      }
      waits =
          !first
              && !verb
              && GermanClauses.opens(m, piece)
              && !GermanClauses.endsInVerb(m, piece)
              && endsInVerb(m, pieces, p + 1)
              && !GermanClauses.lists(m, last, piece, softEnd(pieces, p));
      boolean splits =
          waits
              || p > 0 && p == behindSource(m, pieces)
              || !first
                  && !verb
                  && belongsToNext(m, pieces, p, last)
                  && hasVerb(m, last[0], last[1])
              || verb
                  && hasVerb(m, last == null ? 0 : last[0], last == null ? 0 : last[1])
                  && !GermanClauses.completes(m, last, piece);
      boolean goesOn = interposed && !hard;
      boolean aside = !first && !hard && !splits && verb && isAside(m, piece);
      interposed = aside || goesOn && !verb;
      if (first || hard || splits && !goesOn) {
        clauses.add(piece);
      } else {
        last[1] = piece[1];
      }
    }
    int[] clauseOf = new int[m.size()];
    for (int c = 0; c < clauses.size(); c++) {
      for (int i = clauses.get(c)[0]; i < clauses.get(c)[1]; i++) {
        clauseOf[i] = c;
      }
    }
    return clauseOf;
  }

  /**
   * Whether a relative clause tells but what the subject before it is, so that the main verb is
   * still to come: X, which was founded in 1959, signed.
   */
  private static boolean isAside(Mentions m, int[] piece) {
    int i = m.token(piece[0]).is(",") ? piece[0] + 1 : piece[0];
    int relative = i < m.size() && m.word(i).is(Feature.PREPOSITION) ? i + 1 : i;
    return i > 0
        && m.token(i - 1).is(",")
        && m.isWord(relative, "relative")
        && Few.of(m.in(Layer.CUE))
            .filter(c -> piece[0] <= c.from() && c.from() < piece[1])
            .allMatch(c -> PROJECT.containsAll(c.concept().values("evokes")));
  }

  /**
   * Whether a piece without a verb opens the clause that goes on behind it: said that A | and B
   * signed; as he noted, A | and B signed; noted, | in 2023, | exports grew. German clauses tell it
   * by their last verb.
   */
  private static boolean belongsToNext(Mentions m, List<int[]> pieces, int p, int[] last) {
    int from = pieces.get(p)[0];
    boolean comma = m.token(from).is(",");
    int next = p + 1 < pieces.size() && pieces.get(p + 1)[2] == 0 ? pieces.get(p + 1)[0] : -1;
    boolean opens =
        m.sentence().language() != Language.DE
            && next >= 0
            && (m.isWord(comma ? from + 1 : from, "subordinator")
                || comma && isIntroduction(m, last[0])
                || comma && m.token(next).is(",") && isTime(m, from + 1, next));
    return opens && hasVerb(m, next, softEnd(pieces, p + 1));
  }

  /** Where the pieces end that no hard boundary parts from one. */
  private static int softEnd(List<int[]> pieces, int piece) {
    int last = piece;
    while (last + 1 < pieces.size() && pieces.get(last + 1)[2] == 0) {
      last++;
    }
    return pieces.get(last)[1];
  }

  /**
   * The piece behind who is the source, with an apposition or without: according to its head, X,
   * the firm sells; 0 if the sentence does not open with its source.
   */
  private static int behindSource(Mentions m, List<int[]> pieces) {
    if (!m.isWord(0, "according-to")
        || pieces.size() < 2
        || hasVerb(m, 0, pieces.get(0)[1])
        || !m.token(pieces.get(1)[0]).is(",")
        || !hasVerb(m, pieces.get(1)[0], m.size())) {
      return 0;
    }
    int[] second = pieces.get(1);
    boolean apposed =
        pieces.size() > 2
            && m.token(second[1]).is(",")
            && !hasVerb(m, second[0], second[1])
            && !isTime(m, second[0] + 1, second[1]);
    return apposed ? 2 : 1;
  }

  /** Whether a clause that opens a sentence leads to the main one: as he noted, when they met. */
  private static boolean isIntroduction(Mentions m, int first) {
    return first == 0 && (m.isWord(0, "introduces-clause") || m.isWord(0, "according-to"));
  }

  /** Whether the tokens are a time and nothing else: in January-March 2024. */
  private static boolean isTime(Mentions m, int from, int to) {
    boolean figure = false;
    for (int i = from; i < to; i++) {
      boolean number = m.token(i).type() == Token.Type.NUMBER;
      boolean time =
          number
              || m.word(i).is(Feature.PREPOSITION)
              || m.isWord(i, "of-time")
              || m.token(i).is("the")
              || m.token(i).is("-");
      if (!time) {
        return false;
      }
      figure |= number;
    }
    return figure;
  }

  /** Whether the next of the pieces that has a finite verb has it at its end. */
  private static boolean endsInVerb(Mentions m, List<int[]> pieces, int from) {
    for (int p = from; p < pieces.size() && pieces.get(p)[2] == 0; p++) {
      int[] piece = pieces.get(p);
      boolean last = GermanClauses.endsInVerb(m, piece);
      if (last || hasVerb(m, piece[0], piece[1])) {
        return last;
      }
    }
    return false;
  }

  /** Whether a sentence is a mere list of things. */
  static boolean isVerbless(Mentions m) {
    return !hasVerb(m, 0, m.size());
  }

  /** Stretches between possible boundaries: begin, end and whether the boundary is a hard one. */
  private static List<int[]> pieces(Mentions m) {
    List<int[]> pieces = new ArrayList<>();
    int begin = 0;
    int hard = 0;
    for (int i = 1; i < m.size(); i++) {
      Token token = m.token(i);
      boolean sign = !token.isWord();
      boolean strong = sign && (token.is(";") || isDash(m, i) || token.is(":") && tells(m, i));
      boolean weak =
          sign && (token.is(",") || token.is(":"))
              || m.isWord(i, "conjunction") && !isOfBetween(m, begin, i);
      if (strong && isGap(m, begin, i)) {
        hard = 1;
        continue;
      }
      if (strong || weak) {
        if (i > begin) {
          pieces.add(new int[] {begin, i, hard});
          hard = strong ? 1 : 0;
          begin = i;
        } else {
          hard = Math.max(hard, strong ? 1 : 0);
        }
      }
    }
    if (begin < m.size()) {
      pieces.add(new int[] {begin, m.size(), hard});
    }
    return pieces;
  }

  /** Whether and joins the two that between opens: trade between the region and Belarus. */
  private static boolean isOfBetween(Mentions m, int begin, int and) {
    if (!m.isWord(and, "and")) {
      return false;
    }
    for (int i = and - 1; i >= begin; i--) {
      if (m.isWord(i, "between")) {
        return true;
      }
      if (m.isWord(i, "and") || !m.token(i).isWord()) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a dash stands for the verb of the clause before: Neman supplies shoes, Lakokraska –
   * paints. Russian only.
   */
  private static boolean isGap(Mentions m, int begin, int dash) {
    if (m.sentence().language() != Language.RU
        || begin == 0
        || dash - begin < 2
        || !m.token(dash).is("-")
        || hasVerb(m, begin, dash)
        || !hasVerb(m, 0, begin)) {
      return false;
    }
    int end = dash + 1;
    while (end < m.size() && !m.token(end).is(",") && !m.token(end).is(";")) {
      end++;
    }
    return !hasVerb(m, dash + 1, end);
  }

  /** Whether a whole sentence stands on either side of a colon. */
  private static boolean tells(Mentions m, int colon) {
    return hasVerb(m, 0, colon) && hasVerb(m, colon + 1, m.size());
  }

  private static boolean isDash(Mentions m, int i) {
    return m.token(i).is("-")
        && m.token(i).spaceBefore()
        && i + 1 < m.size()
        && m.token(i + 1).spaceBefore();
  }

  private static boolean hasVerb(Mentions m, int from, int to) {
    boolean english = m.sentence().language() == Language.EN;
    for (int i = from; i < to; i++) {
      boolean tied = i > 0 && m.token(i - 1).is("-") && !m.token(i).spaceBefore();
      boolean finite = !tied && (english ? EnglishWordClass.isFinite(m, i) : isFinite(m, i, to));
      if (finite && !isInName(m, i) || isParticiplePhrase(m, i) || m.isWord(i, "predicative")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a Russian active participle behind a noun and a comma says what the noun does:
   * предпринимателей, желающих приобрести.
   */
  static boolean isParticiplePhrase(Mentions m, int i) {
    return i >= 2
        && m.sentence().language() == Language.RU
        && m.token(i - 1).is(",")
        && m.word(i).is(Feature.PARTICIPLE)
        && ACTIVE.matcher(m.token(i).folded()).matches()
        && (m.word(i - 2).is(Feature.NOUN) || m.token(i - 2).is("\""));
  }

  /** A participle between an article or adjective and its noun: the authorised ambassador. */
  private static boolean isGermanAttribute(Mentions m, int i) {
    if (m.sentence().language() != Language.DE
        || !m.word(i).is(Feature.PARTICIPLE)
        || i == 0
        || i + 1 >= m.size()
        || !m.token(i + 1).isCapitalised()) {
      return false;
    }
    int before = m.isWord(i - 1, "and") ? i - 2 : i - 1;
    return before >= 0
        && (m.word(before).hasLemma("der")
            || m.word(before).hasLemma("ein")
            || m.word(before).is(Feature.ADJECTIVE) && !m.word(before).is(Feature.VERB));
  }

  /** Whether a label of several words covers a word: the tires of Bobruisk tires are no verb. */
  private static boolean isInName(Mentions m, int i) {
    return m.at(Layer.PRODUCT, i).filter(p -> p.length() > 1).isPresent();
  }

  /**
   * An infinitive that ends its clause, as in wollen zusammenarbeiten, is no finite verb, nor is
   * the article einen.
   */
  private static boolean isFinite(Mentions m, int i, int to) {
    Word word = m.word(i);
    if (!word.is(Feature.FINITE) || word.is(Feature.NOUN) || m.token(i).isCapitalised()) {
      return false;
    }
    boolean last = i + 1 >= to || m.token(i + 1).type() == Token.Type.PUNCTUATION;
    boolean attribute =
        m.sentence().language() == Language.RU
            && word.is(Feature.PARTICIPLE)
            && word.is(Feature.ADJECTIVE);
    boolean preposition = m.sentence().language() == Language.RU && word.is(Feature.PREPOSITION);
    return !attribute
        && !preposition
        && !isGermanAttribute(m, i)
        && !(last && word.is(Feature.INFINITIVE))
        && !(i + 1 < to && m.token(i + 1).is("zu") && word.is(Feature.INFINITIVE))
        && !word.hasLemma("ein")
        && !word.hasLemma("sieben")
        && !(word.is(Feature.ADJECTIVE) && !word.is(Feature.PARTICIPLE));
  }
}
