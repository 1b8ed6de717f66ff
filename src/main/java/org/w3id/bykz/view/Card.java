package org.w3id.bykz.view;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.view.Curations.Curation;

/**
 * A claim as a page shows it.
 *
 * @param claim its own page
 * @param kind the frame's key, such as {@code trade-flow}
 * @param modality the modality's key, such as {@code planned}
 * @param parts who, what, how much, where and when, in this order
 * @param about the page of the event, agreement or project that it speaks of
 * @param quote the words of the source, where they stand in its page
 * @param start offset of the words in the source, in code points
 * @param end offset after the last of them
 * @param language of the words; may be empty
 * @param speaker who says it in the source, if not the source itself
 * @param curations by which corrections it stands
 */
public record Card(
    Link claim,
    String kind,
    String modality,
    String modalityName,
    boolean isDenied,
    List<Part> parts,
    Optional<Link> about,
    Link quote,
    int start,
    int end,
    String language,
    Optional<Link> speaker,
    Source source,
    List<Curation> curations) {

  public Card {
    parts = List.copyOf(parts);
    curations = List.copyOf(curations);
  }

  /** A role and what fills it. */
  public record Part(String role, List<Link> values) {

    public Part {
      values = List.copyOf(values);
    }
  }

  /**
   * Where a claim was read.
   *
   * @param issued as the reader writes it; may be empty
   */
  public record Source(Link title, Optional<Link> publisher, String issued) {}

  /** Its key, such as {@code 003-7c69f7b3db}. */
  public String key() {
    return claim.href().substring(claim.href().lastIndexOf('/') + 1);
  }

  /** Whether it is told as what is or was. */
  public boolean isFact() {
    return modality.equals("fact");
  }
}
