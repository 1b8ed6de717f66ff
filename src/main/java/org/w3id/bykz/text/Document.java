package org.w3id.bykz.text;

import java.util.List;

/**
 * A text as published, byte for byte as it was decoded from UTF-8, with what is known of its source
 * and the language it is read in.
 *
 * @param tokens of the whole text, in order
 */
public record Document(Source source, Language language, String text, List<Token> tokens) {

  public Document {
    tokens = List.copyOf(tokens);
  }

  public Document(Source source, Language language, String text) {
    this(source, language, text, Tokenizer.tokenize(text));
  }

  public String id() {
    return source.id();
  }

  /** The same text on a day that was not known before. */
  public Document issuedOn(String date) {
    return new Document(source.issuedOn(date), language, text, tokens);
  }
}
