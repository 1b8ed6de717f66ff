package org.w3id.bykz.query;

import java.util.List;
import java.util.Optional;

/**
 * Why a query gives nothing.
 *
 * @param sentence for a person, in the query's own prefixed names
 * @param patterns the parts of the query that match nothing, alone or together
 * @param suggestions terms that may have been meant, as they would be written in the query
 * @param reading what is known of the coverage, where the sources just do not say it
 */
public record Explanation(
    Kind kind,
    String sentence,
    List<String> patterns,
    List<String> suggestions,
    Optional<Reading> reading) {

  public Explanation {
    patterns = List.copyOf(patterns);
    suggestions = List.copyOf(suggestions);
  }

  /** How it stands with the query. */
  public enum Kind {
    /** It asks for what the graph cannot have: an unknown term, a wrong type. */
    BROKEN,
    /** Its terms are known; the sources do not say it, or it was not found in them. */
    ABSENT,
    /** The time did not suffice to tell. */
    UNSETTLED
  }

  /**
   * What was read.
   *
   * @param silent how many sentences gave no claim
   * @param thing of which the query speaks, as it is written there; may be empty
   * @param speaking how many sources have a claim about the thing
   * @param naming how many of the silent sentences name it, as far as that could be counted
   */
  public record Reading(
      long sources,
      long sentences,
      long silent,
      String thing,
      long speaking,
      Optional<Long> naming) {

    String sentence() {
      String all =
          "%,d sources were read, %,d sentences, of which %,d gave no claim"
              .formatted(sources, sentences, silent);
      if (thing.isEmpty()) {
        return all;
      }
      String named =
          naming
              .map(number -> ", and %,d of the silent sentences name it".formatted(number))
              .orElse("");
      return "%s; %,d of the sources speak of %s%s".formatted(all, speaking, thing, named);
    }
  }

  static Explanation broken(String sentence, List<String> patterns, List<String> suggestions) {
    return new Explanation(Kind.BROKEN, sentence, patterns, suggestions, Optional.empty());
  }

  static Explanation absent(String sentence, List<String> patterns, List<String> suggestions) {
    return new Explanation(Kind.ABSENT, sentence, patterns, suggestions, Optional.empty());
  }

  static Explanation unsettled(String sentence) {
    return new Explanation(Kind.UNSETTLED, sentence, List.of(), List.of(), Optional.empty());
  }

  /** The same, and how much was read. */
  Explanation with(Reading known) {
    return new Explanation(
        kind, sentence + " " + known.sentence() + ".", patterns, suggestions, Optional.of(known));
  }
}
