package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/** The words of a sentence; in German a separated prefix is joined to its verb. */
final class Words {

  /** The separable prefixes of German verbs of trade, meeting and making. */
  private static final Set<String> PREFIXES =
      Set.of(
          "ab",
          "an",
          "auf",
          "aus",
          "bei",
          "ein",
          "fest",
          "her",
          "hin",
          "hinzu",
          "mit",
          "nach",
          "statt",
          "teil",
          "um",
          "vor",
          "weiter",
          "zu",
          "zur\u00fcck",
          "zusammen",
          "bekannt");

  private Words() {}

  static List<Word> of(Sentence sentence, Lexicon lexicon) {
    List<Word> words = new ArrayList<>(sentence.tokens().size());
    for (Token token : sentence.tokens()) {
      words.add(lexicon.word(token));
    }
    if (sentence.language() == Language.DE) {
      joinPrefixes(sentence.tokens(), words);
    }
    return words;
  }

  private static void joinPrefixes(List<Token> tokens, List<Word> words) {
    for (int i = 1; i < tokens.size(); i++) {
      if (!PREFIXES.contains(tokens.get(i).text()) || !endsClause(tokens, i)) {
        continue;
      }
      for (int j = i - 1; j >= 0 && !tokens.get(j).is(";") && !tokens.get(j).is(":"); j--) {
        Word verb = words.get(j);
        if (verb.is(Feature.FINITE) && !verb.hasLemma("sieben") && !tokens.get(j).isCapitalised()) {
          String prefix = tokens.get(i).text();
          words.set(j, verb.prefixed(prefix));
          break;
        }
      }
    }
  }

  private static boolean endsClause(List<Token> tokens, int index) {
    if (index + 1 == tokens.size()) {
      return true;
    }
    Token next = tokens.get(index + 1);
    return next.type() == Token.Type.PUNCTUATION && !next.is("-")
        || next.is("und")
        || next.is("sowie");
  }
}
