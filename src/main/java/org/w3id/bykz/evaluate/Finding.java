package org.w3id.bykz.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim that was not read as the gold has it.
 *
 * @param likeness of a pair; 0 of what has none
 * @param causes why, as far as it can be told; the weightiest first
 */
public record Finding(
    Kind kind,
    Optional<ClaimLine> gold,
    Optional<ClaimLine> found,
    double likeness,
    List<Cause> causes) {

  public Finding {
    causes = List.copyOf(causes);
  }

  public enum Kind {
    MISSED,
    /** Found, though a role, the modality, the polarity or the speaker differs. */
    PARTLY,
    SPURIOUS;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Why something went wrong.
   *
   * @param kind what many have in common, as in {@code product not recognised}
   * @param detail what is special to this one; may be empty
   */
  public record Cause(String kind, String detail) {

    @Override
    public String toString() {
      return detail.isEmpty() ? kind : kind + ": " + detail;
    }
  }

  static Finding missed(ClaimLine gold, Cause cause) {
    return new Finding(Kind.MISSED, Optional.of(gold), Optional.empty(), 0, List.of(cause));
  }

  static Finding spurious(ClaimLine found, Cause cause) {
    return new Finding(Kind.SPURIOUS, Optional.empty(), Optional.of(found), 0, List.of(cause));
  }

  static Finding partly(ClaimLine gold, ClaimLine found, double likeness, List<Cause> causes) {
    return new Finding(Kind.PARTLY, Optional.of(gold), Optional.of(found), likeness, causes);
  }

  /** The claim that it is about: the reader's, or of a spurious one the extractor's. */
  public ClaimLine claim() {
    return gold.or(() -> found).orElseThrow();
  }
}
