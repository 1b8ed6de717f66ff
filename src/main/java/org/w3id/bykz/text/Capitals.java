package org.w3id.bykz.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text itself shows of its capitalised words: one that it also writes in lower case is a
 * common word, one that it writes with a capital inside a sentence is a name. Read only when asked.
 */
final class Capitals {

  private final List<Token> tokens;
  private Set<String> common;
  private Set<String> names;

  Capitals(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean isName(Token word) {
    if (common == null) {
      read();
    }
    return names.contains(word.folded()) && !common.contains(word.folded());
  }

  private void read() {
    common = new HashSet<>();
    names = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord() && !token.isCapitalised()) {
        common.add(token.folded());
      } else if (token.isWord() && i > 0 && tokens.get(i - 1).isWord()) {
        names.add(token.folded());
      }
    }
  }
}
