package org.w3id.bykz.mention;

import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Morphology;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;

/** Whether a sentence looks ahead or back; asked only where a date lacks its year. */
final class Tense {

  private final SentenceWords words;

  Tense(SentenceWords words) {
    this.words = words;
  }

  /** Whether a word of the future stands in the sentence. */
  boolean isAhead() {
    for (int i = 0; i < words.size(); i++) {
      if (words.is(i, Kind.FUTURE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a past tense stands in it, and no word of the future. */
  boolean isPast() {
    boolean known =
        words.language == Language.EN
            || words.language == Language.DE
            || words.language == Language.RU;
    return known && !isAhead() && hasPast();
  }

  private boolean hasPast() {
    for (Token token : words.tokens) {
      if (isPast(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPast(Token token) {
    return token.isWord() && Morphology.of(words.language).word(token.text()).is(Feature.PAST);
  }
}
