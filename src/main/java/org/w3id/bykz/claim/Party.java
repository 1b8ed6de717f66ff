package org.w3id.bykz.claim;

import java.util.Optional;

/**
 * A country, region, place, organisation or person that a sentence names or points back at.
 *
 * @param from first token, in the sentence
 * @param to after its last token
 * @param country ISO 3166-1 alpha-2 code of the country it belongs to, as far as it is known
 * @param named whether the sentence names it itself rather than points back at it
 */
record Party(
    int from, int to, Value.Entity entity, Optional<String> country, Marker marker, boolean named) {

  boolean isOf(String code) {
    return country.filter(code::equals).isPresent();
  }

  boolean sameCountryAs(Party other) {
    return country.isPresent() && country.equals(other.country);
  }

  boolean isOrganisation() {
    return entity.kind() == Value.Kind.ORGANISATION;
  }

  Party marked(Marker other) {
    return new Party(from, to, entity, country, other, named);
  }
}
