package org.w3id.bykz.lexicon;

import org.w3id.bykz.text.Language;

/** A form that a concept goes by in a language. */
public record Label(String text, Language language, Form form) {

  public enum Form {
    PREFERRED,
    ALTERNATIVE,
    /** For matching only. */
    HIDDEN,
    /** An adjective of the thing, as {@code Belarusian}. */
    ADJECTIVE,
    /** Names the thing only where the context speaks for it. */
    AMBIGUOUS
  }
}
