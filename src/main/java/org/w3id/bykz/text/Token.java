package org.w3id.bykz.text;

/**
 * A word, number, sign or punctuation mark of a text. Words end at hyphens and apostrophes, which
 * are tokens of their own; a number keeps its separators ({@code 22.4}, {@code 117,500}). {@link
 * Tokenizer} says where exactly tokens begin and end.
 *
 * @param begin where it starts in the document's text, in UTF-16 units
 * @param end where it ends, exclusive, in UTF-16 units
 * @param text as it stands
 * @param folded for comparing: lower case, {@code ё} as {@code е}, typographic quotes, dashes and
 *     apostrophes as ASCII, raised digits as digits, letters composed with their marks; without
 *     stress marks, soft hyphens and other format characters
 * @param isCapitalised whether the first letter is a capital
 * @param spaceBefore whether white space stands before it
 */
public record Token(
    int begin,
    int end,
    String text,
    String folded,
    Type type,
    boolean isCapitalised,
    boolean spaceBefore) {

  public enum Type {
    WORD,
    NUMBER,
    /** A currency sign, percent sign and the like. */
    SYMBOL,
    PUNCTUATION,
    /** A URL or an e-mail address: no word to look up, no end of a sentence inside. */
    ADDRESS
  }

  public boolean isWord() {
    return type == Type.WORD;
  }

  public boolean is(String foldedText) {
    return folded.equals(foldedText);
  }
}
