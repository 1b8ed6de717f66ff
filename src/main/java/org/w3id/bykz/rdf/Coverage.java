package org.w3id.bykz.rdf;

/**
 * How much of a document was read and how much of that gave claims: honest zeros are part of the
 * graph.
 *
 * @param sentences sentences that were read for claims
 * @param withClaims those of them that gave at least one
 */
public record Coverage(int sentences, int withClaims) {

  public Coverage {
    if (withClaims < 0 || sentences < withClaims) {
      throw new IllegalArgumentException(
          withClaims + " of " + sentences + " sentences cannot have given claims");
    }
  }
}
