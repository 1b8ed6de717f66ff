package org.w3id.bykz.curation;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.claim.Claim;

/**
 * What became of the claims of a document.
 *
 * @param claims those that stand, in the text's order
 * @param touched those of them that a correction spoke of
 * @param former those that do not stand any more
 * @param unfit corrections of this document that could not be applied
 * @param fit corrections that were
 */
public record Curated(
    List<Claim> claims,
    List<Touched> touched,
    List<Former> former,
    List<Unfit> unfit,
    List<Correction> fit) {

  public Curated {
    claims = List.copyOf(claims);
    touched = List.copyOf(touched);
    former = List.copyOf(former);
    unfit = List.copyOf(unfit);
    fit = List.copyOf(fit);
  }

  /**
   * A claim that stands as a curator wants it.
   *
   * @param isAdded whether no extractor found it
   * @param about the event, agreement or project that it was told to speak of
   */
  public record Touched(
      Claim claim, List<Correction> by, boolean isAdded, Optional<String> about) {}

  /** A claim as it was read, and what stands instead, if anything. */
  public record Former(Claim claim, List<Correction> by, Optional<Claim> instead) {}

  /**
   * A correction that changed nothing.
   *
   * @param isNeedless whether the text is read as it asks without it
   */
  public record Unfit(Correction correction, String why, boolean isNeedless) {

    /** What a curator is told. */
    public String sentence() {
      return correction.file() + ": the correction " + correction.iri() + " " + why;
    }
  }

  /** Claims that no correction speaks of. */
  public static Curated untouched(List<Claim> claims) {
    return new Curated(claims, List.of(), List.of(), List.of(), List.of());
  }
}
