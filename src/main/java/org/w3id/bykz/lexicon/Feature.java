package org.w3id.bykz.lexicon;

/**
 * What a dictionary says of a word form; a form that several words share has the features of all.
 */
public enum Feature {
  NOUN,
  PROPER,
  /** A family name; the form may be a common word, too, as Мороз is. */
  SURNAME,
  ADJECTIVE,
  VERB,
  FINITE,
  PAST,
  PRESENT,
  FUTURE,
  INFINITIVE,
  PARTICIPLE,
  GERUND,
  ADVERB,
  PREPOSITION,
  NOMINATIVE,
  GENITIVE,
  DATIVE,
  ACCUSATIVE,
  INSTRUMENTAL,
  LOCATIVE,
  SINGULAR,
  PLURAL,
  /** German third person singular of the Konjunktiv I, as in habe and liefere. */
  REPORTED,
  /** No dictionary has the form. */
  UNKNOWN;

  @SuppressWarnings("EnumOrdinal") // bits are never stored
  private final long bit = 1L << ordinal();

  long bit() {
    return bit;
  }
}
