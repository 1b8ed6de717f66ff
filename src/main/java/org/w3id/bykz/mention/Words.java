package org.w3id.bykz.mention;

import java.util.HashSet;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** The words of a sentence; in German a separated prefix is joined to its verb. */
final class Words {

  /** The separable prefixes of German verbs of trade, meeting and making. */
  private static final Set<String> PREFIXES =
      new HashSet<>(
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
              "bekannt"));

  private Words() {}

  static Word[] of(Token[] tokens, Lexicon lexicon) {
    Word[] words = new Word[tokens.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = lexicon.word(tokens[i]);
    }
    if (lexicon.language() == Language.DE) {
      joinPrefixes(tokens, words);
    }
    return words;
  }

  private static void joinPrefixes(Token[] tokens, Word[] words) {
    for (int i = 1; i < tokens.length; i++) {
      if (!PREFIXES.contains(tokens[i].text()) || !endsClause(tokens, i)) {
        continue;
      }
      for (int j = i - 1; j >= 0 && !tokens[j].is(";") && !tokens[j].is(":"); j--) {
        Word verb = words[j];
        boolean attribute = verb.is(Feature.ADJECTIVE) && tokens[j + 1].isCapitalised();
        if (verb.is(Feature.FINITE)
            && !isOtherwise(verb)
            && !attribute
            && !tokens[j].isCapitalised()) {
          String prefix = tokens[i].text();
          words[j] = verb.prefixed(prefix);
          break;
        }
      }
    }
  }

  /** Whether what could be a verb is another word as a rule: sieben, ein. */
  private static boolean isOtherwise(Word verb) {
    return verb.hasLemma("sieben") || verb.hasLemma("ein");
  }

  private static boolean endsClause(Token[] tokens, int index) {
    if (index + 1 == tokens.length) {
      return true;
    }
    Token next = tokens[index + 1];
    return next.type() == Token.Type.PUNCTUATION && !next.is("-")
        || next.is("und")
        || next.is("sowie");
  }
}
