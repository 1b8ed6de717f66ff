package org.w3id.bykz.mention;

import java.util.Optional;

/**
 * Kinds of concepts that compete for the same words: inside a layer the longest label wins, layers
 * do not disturb each other.
 */
public enum Layer {
  PARTY,
  PRODUCT,
  SECTOR,
  OFFICE,
  AGREEMENT,
  EVENT,
  CUE,
  WORD;

  private final Optional<Layer> known = Optional.of(this);
  private final int place;

  @SuppressWarnings("EnumOrdinal") // a place in an array, never written anywhere
  Layer() {
    this.place = ordinal();
  }

  /** Its place among the layers. */
  int place() {
    return place;
  }

  /** The layer of a concept's kind; none for kinds that no sentence is searched for. */
  static Optional<Layer> of(String kind) {
    return switch (kind) {
      case "country", "region", "place", "organisation" -> PARTY.known;
      case "product" -> PRODUCT.known;
      case "sector" -> SECTOR.known;
      case "office" -> OFFICE.known;
      case "agreement-kind" -> AGREEMENT.known;
      case "event-kind" -> EVENT.known;
      case "cue" -> CUE.known;
      case "word" -> WORD.known;
      default -> Optional.empty();
    };
  }
}
