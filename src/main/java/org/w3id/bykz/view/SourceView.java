package org.w3id.bykz.view;

import java.util.List;
import java.util.Optional;

/**
 * A source as its page shows it.
 *
 * @param title as published, else its key
 * @param issued as the reader writes it; may be empty
 * @param address of the original
 * @param tongue language of the text, such as {@code ru}; may be empty
 * @param pieces the whole text, cut where passages begin and end
 * @param changes where it is told which of its facts are new
 * @param cards the claims, in the order of their passages
 * @param former the claims that curators took back
 */
public record SourceView(
    String title,
    String issued,
    Optional<Link> publisher,
    Optional<Link> address,
    String tongue,
    List<Piece> pieces,
    String changes,
    List<Card> cards,
    List<Curations.Former> former) {

  public SourceView {
    pieces = List.copyOf(pieces);
    cards = List.copyOf(cards);
    former = List.copyOf(former);
  }

  /**
   * A piece of the text within the same passages.
   *
   * @param begins names of the passages that begin with it, as fragments of addresses
   * @param claims keys of the claims that rest on it
   * @param isSilent whether it is of a sentence that was read and gave no claim
   */
  public record Piece(String text, List<String> begins, List<String> claims, boolean isSilent) {

    public Piece {
      begins = List.copyOf(begins);
      claims = List.copyOf(claims);
    }
  }
}
