package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Token;

/**
 * A date or period of a sentence.
 *
 * @param from its first token; words before it that give its role do not belong to it
 * @param to the token after its last
 * @param edtf what it means in EDTF, such as {@code 2025-01/2025-07}, {@code XXXX-09-25}, {@code
 *     2019/..}; empty where that is not known ({@code last year} in a text without a date)
 * @param resolved whether the date of the text, or the period spoken of before, was needed to tell
 */
public record DateMention(int from, int to, Optional<String> edtf, Role role, boolean resolved) {

  public DateMention {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("A date cannot stand at tokens " + from + " to " + to);
    }
  }

  /** What a date does in its sentence. */
  public enum Role {
    /** A day, or a few. */
    POINT,
    /** A month or longer. */
    PERIOD,
    /** When something began that has not ended; {@link DateMention#start} is its beginning. */
    SINCE,
    /** When something is to be reached. */
    TARGET,
    /** What a figure is compared with: {@code than in 2023}, {@code к уровню 2020 года}. */
    BASE
  }

  /** The beginning alone: {@code 2019} of {@code 2019/..}. */
  public Optional<String> start() {
    return edtf.map(text -> text.indexOf('/') < 0 ? text : text.substring(0, text.indexOf('/')));
  }

  /** Whether it stands in brackets, as an aside. */
  boolean inBrackets(List<Token> tokens) {
    for (int i = from - 1; i >= 0; i--) {
      if (tokens.get(i).is(")")) {
        return false;
      }
      if (tokens.get(i).is("(")) {
        return true;
      }
    }
    return false;
  }
}
