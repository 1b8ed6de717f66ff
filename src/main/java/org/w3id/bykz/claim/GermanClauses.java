package org.w3id.bykz.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.mention.Mentions;
import org.w3id.bykz.text.Language;

/**
 * What German verbs do to clauses: a subordinate clause has its verb at the end, behind whole lists
 * of things, and the participle of a main clause stands there as well.
 */
final class GermanClauses {

  /** What opens a subordinate clause, behind a preposition or not. */
  private static final Set<String> OPENERS =
      new HashSet<>(
          List.of(
              "während",
              "dass",
              "weil",
              "wenn",
              "ob",
              "obwohl",
              "obgleich",
              "nachdem",
              "bevor",
              "ehe",
              "damit",
              "sofern",
              "falls",
              "sodass",
              "wo",
              "wohin",
              "woher",
              "wobei",
              "wodurch",
              "womit",
              "wovon",
              "wor\u00fcber",
              "wie",
              "der",
              "die",
              "das",
              "dem",
              "den",
              "denen",
              "deren",
              "dessen",
              "welche",
              "welcher",
              "welches",
              "welchem",
              "welchen"));

  private static final Set<String> AUXILIARIES = Set.of("haben", "werden", "sein");

  private static final Set<String> MODALS =
      Set.of("wollen", "sollen", "können", "müssen", "dürfen", "mögen", "werden");

  private GermanClauses() {}

  /** Whether a piece of a sentence may open a subordinate clause. */
  static boolean opens(Mentions m, int[] piece) {
    int i = m.token(piece[0]).is(",") ? piece[0] + 1 : piece[0];
    boolean parted = i > piece[0] || i > 0 && m.token(i - 1).is(",");
    if (m.sentence().language() != Language.DE || !parted || i + 1 >= piece[1]) {
      return false;
    }
    boolean behind = m.word(i).is(Feature.PREPOSITION) && !m.token(i).is("während");
    return OPENERS.contains(m.token(behind ? i + 1 : i).folded());
  }

  /**
   * Whether a piece goes on with the clause before it: its verb is but the participle or infinitive
   * at the end that the auxiliary of that clause asks for, as in wurden von Minsk und Astana
   * unterzeichnet, wollen im Sport und in der Medizin kooperieren.
   */
  static boolean completes(Mentions m, int[] clause, int[] piece) {
    int last = lastWord(m, piece);
    return m.sentence().language() == Language.DE
        && !opens(m, piece)
        && !hasOtherVerb(m, piece, last)
        && (asks(m, clause, last, Feature.PARTICIPLE, AUXILIARIES)
            || asks(m, clause, last, Feature.INFINITIVE, MODALS));
  }

  /**
   * Whether a piece with a preposition and an article, which might open a relative clause, is but
   * one more of what the modal before it and the infinitive that ends the sentence are about.
   */
  static boolean lists(Mentions m, int[] clause, int[] piece, int end) {
    int first = m.token(piece[0]).is(",") ? piece[0] + 1 : piece[0];
    return m.word(first).is(Feature.PREPOSITION)
        && asks(m, clause, lastWord(m, new int[] {piece[0], end}), Feature.INFINITIVE, MODALS);
  }

  /** Whether a clause has one of the verbs but no form yet that it asks for, and a word is one. */
  private static boolean asks(Mentions m, int[] clause, int last, Feature form, Set<String> verbs) {
    boolean auxiliary =
        form == Feature.INFINITIVE && last > 0 && m.word(last - 1).is(Feature.PARTICIPLE);
    return m.word(last).is(form)
        && !auxiliary
        && !m.word(lastWord(m, clause)).is(form)
        && hasFinite(m, clause, verbs);
  }

  private static boolean hasOtherVerb(Mentions m, int[] piece, int last) {
    for (int i = piece[0]; i < last; i++) {
      Word word = m.word(i);
      if (word.is(Feature.FINITE)
          && !word.is(Feature.ADJECTIVE)
          && !word.is(Feature.NOUN)
          && !word.hasLemma("ein")
          && !(i == last - 1 && word.is(Feature.PARTICIPLE))
          && !m.token(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasFinite(Mentions m, int[] clause, Set<String> verbs) {
    for (int i = clause[0]; i < clause[1]; i++) {
      Word word = m.word(i);
      if (verbs.stream().anyMatch(word::hasLemma)
          && word.is(Feature.FINITE)
          && !m.token(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last word of a piece is a finite verb. */
  static boolean endsInVerb(Mentions m, int[] piece) {
    int last = lastWord(m, piece);
    boolean to = last > 0 && m.token(last - 1).is("zu") && m.word(last).is(Feature.INFINITIVE);
    return !to
        && m.word(last).is(Feature.FINITE)
        && m.word(last).is(Feature.VERB)
        && !m.token(last).isCapitalised();
  }

  /** The last word of a piece. */
  private static int lastWord(Mentions m, int[] piece) {
    int i = piece[1] - 1;
    while (i > piece[0] && !m.token(i).isWord()) {
      i--;
    }
    return i;
  }
}
