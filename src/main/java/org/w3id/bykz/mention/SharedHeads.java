package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Token;

/**
 * Adjectives of a Russian list that share the noun of the last one: мясная и молочная продукция.
 */
final class SharedHeads {

  private static final Set<String> HEADED = Set.of("product", "sector", "region", "place");

  private SharedHeads() {}

  /** Adds what each adjective names together with the noun, at the adjective's own place. */
  static void find(Token[] tokens, Word[] words, Lexicon lexicon, List<Lexicon.Match> matches) {
    List<Lexicon.Match> shared = new ArrayList<>(0);
    for (Lexicon.Match match : matches) {
      if (HEADED.contains(match.concept().kind()) && match.to() - match.from() == 2) {
        before(match, tokens, words, lexicon, shared);
      }
    }
    matches.addAll(shared);
  }

  private static void before(
      Lexicon.Match last,
      Token[] tokens,
      Word[] words,
      Lexicon lexicon,
      List<Lexicon.Match> shared) {
    int head = last.from() + 1;
    int i = last.from() - 1;
    while (i >= 1 && joins(tokens[i]) && isAdjective(words[i - 1])) {
      int at = i - 1;
      List<Lexicon.Match> pair = new ArrayList<>(1);
      lexicon.find(
          new Token[] {tokens[at], tokens[head]}, new Word[] {words[at], words[head]}, 0, pair);
      for (Lexicon.Match match : pair) {
        boolean both = match.to() == 2;
        if (both && match.concept().kind().equals(last.concept().kind())) {
          shared.add(new Lexicon.Match(at, at + 1, match.concept(), match.label()));
        }
      }
      i = at - 1;
    }
  }

  /** Adjectives of places are often missing from the dictionary. */
  private static boolean isAdjective(Word word) {
    return word.is(Feature.ADJECTIVE) || word.is(Feature.UNKNOWN) || word.is(Feature.NOUN);
  }

  private static boolean joins(Token token) {
    return token.is("и") || token.is(",") || token.is("или");
  }
}
