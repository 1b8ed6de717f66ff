package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.text.Token;

/**
 * German compounds of a list that share the last part of the last one: Metall- und Holzprodukte.
 */
final class SharedParts {

  private static final Set<String> KINDS = Set.of("product", "sector");

  /** Shortest part that is cut off. */
  private static final int SHORTEST = 3;

  /** Shortest part that is shared: Raps- und Sonnenblumenöl. */
  private static final int SHORTEST_HEAD = 2;

  private SharedParts() {}

  /** Puts what each part names together with the shared one in place of what it names alone. */
  static void find(Token[] tokens, Lexicon lexicon, List<Lexicon.Match> matches) {
    for (int i = 0; i + 3 < tokens.length; i++) {
      if (isPart(tokens, i)) {
        whole(tokens, i, lexicon, matches);
      }
    }
  }

  /** Whether a word is cut short by a hyphen before a word that joins. */
  private static boolean isPart(Token[] tokens, int i) {
    return i + 3 < tokens.length
        && tokens[i].isWord()
        && tokens[i].isCapitalised()
        && tokens[i + 1].is("-")
        && !tokens[i + 1].spaceBefore()
        && joins(tokens[i + 2])
        && (tokens[i + 2].spaceBefore() || tokens[i + 2].is(","));
  }

  private static boolean joins(Token token) {
    return token.is("und") || token.is("oder") || token.is("sowie") || token.is(",");
  }

  private static void whole(
      Token[] tokens, int part, Lexicon lexicon, List<Lexicon.Match> matches) {
    int last = part;
    while (isPart(tokens, last)) {
      last += 3;
    }
    Token full = tokens[last];
    if (!full.isWord() || !full.isCapitalised()) {
      return;
    }
    String text = full.text();
    for (int cut = SHORTEST; cut <= text.length() - SHORTEST_HEAD; cut++) {
      List<Lexicon.Match> named = new ArrayList<>(1);
      lexicon.findWhole(tokens[part].text() + text.substring(cut), part, named);
      named.removeIf(match -> !KINDS.contains(match.concept().kind()));
      if (!named.isEmpty()) {
        matches.removeIf(match -> match.from() == part && KINDS.contains(match.concept().kind()));
        matches.addAll(named);
        return;
      }
    }
  }
}
