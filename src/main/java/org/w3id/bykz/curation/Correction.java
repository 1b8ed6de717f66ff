package org.w3id.bykz.curation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;

/**
 * What a curator says of claims or of the things that they speak of.
 *
 * @param iri its name
 * @param file where it is written
 * @param reason why, in the language of the tag {@code language}, if any
 * @param date the day on which it was made, as {@code 2026-11-22}
 */
public record Correction(
    String iri,
    String file,
    Curator curator,
    String reason,
    Optional<String> language,
    Optional<String> date,
    Act act) {

  /** Who corrects. */
  public record Curator(String iri, String name) {}

  /** What is done. */
  public sealed interface Act {

    /** The claims of which it speaks; none if it concerns every claim that names a thing. */
    List<Target> targets();

    /** For messages: the source or thing that is spoken of. */
    default String subject() {
      return targets().stream()
          .map(target -> "source " + target.document())
          .distinct()
          .collect(Collectors.joining(" and "));
    }
  }

  /** A claim that the text does not make. */
  public record Rejection(List<Target> targets) implements Act {}

  /** A claim that was looked at and found right. */
  public record Confirmation(List<Target> targets) implements Act {}

  /**
   * A claim that the text makes otherwise.
   *
   * @param instead what takes the place of what was read: all values of each role that it has
   * @param without roles that the text does not fill
   * @param isOwnVoice whether the publisher says it, and nobody else
   */
  public record Amendment(
      List<Target> targets, Description instead, Set<Role> without, boolean isOwnVoice)
      implements Act {

    public Amendment {
      without = Set.copyOf(without);
    }
  }

  /** A claim that was not found. */
  public record Addition(Description claim) implements Act {

    @Override
    public List<Target> targets() {
      return List.of(new Target(claim.document(), Optional.empty(), Optional.of(claim)));
    }
  }

  /**
   * A thing that another one is taken for: an unlinked name that a vocabulary knows, two things
   * that are one, or, if targets are given, one thing that is two.
   *
   * @param thing its IRI
   * @param instead the IRI of what it is
   * @param entity the same as a value; empty for events, agreements and projects
   */
  public record Replacement(
      Sort sort, String thing, String instead, Optional<Value.Entity> entity, List<Target> targets)
      implements Act {

    @Override
    public String subject() {
      return "claim of " + thing;
    }
  }

  /** Why a thing is taken for another. */
  public enum Sort {
    LINKING,
    MERGER,
    SPLIT
  }

  /**
   * How a correction names a claim: by its IRI, by what it says and where, or by both. The IRI goes
   * first; it changes when a newer extractor reads the claim otherwise, and then the description
   * finds it.
   *
   * @param document id of the source that makes the claim
   */
  public record Target(String document, Optional<String> iri, Optional<Description> like) {}
}
