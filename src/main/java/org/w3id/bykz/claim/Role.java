package org.w3id.bykz.claim;

import java.util.Locale;

/**
 * A place in a frame that a value fills; its key is the role's name in JSON and in the ontology.
 */
public enum Role {
  EXPORTER,
  IMPORTER,
  PRODUCT,
  REPORTER,
  PARTNER,
  FLOW,
  PARTY,
  KIND,
  PARTICIPANT,
  PLACE,
  PERSON,
  OFFICE,
  OF,
  PRODUCER,
  SECTOR,
  COUNT,
  QUANTITY,
  UNIT,
  PER,
  VALUE,
  CURRENCY,
  SHARE,
  GROWTH,
  JOBS,
  STATUS,
  BOUND,
  NAME,
  PERIOD,
  DATE;

  private final String key = name().toLowerCase(Locale.ROOT);

  public String key() {
    return key;
  }
}
