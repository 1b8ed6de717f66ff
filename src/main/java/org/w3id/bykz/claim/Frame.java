package org.w3id.bykz.claim;

import static org.w3id.bykz.claim.Role.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of claim: which roles it has, and which of them it cannot do without. */
public enum Frame {
  TRADE_FLOW(
      EnumSet.of(EXPORTER, IMPORTER, PRODUCT),
      EnumSet.of(QUANTITY, UNIT, PER, VALUE, CURRENCY, SHARE, GROWTH, BOUND, PERIOD)),
  TRADE_VALUE(
      EnumSet.of(REPORTER, PARTNER, FLOW), EnumSet.of(VALUE, GROWTH, CURRENCY, PERIOD, BOUND)),
  AGREEMENT(EnumSet.of(PARTY), EnumSet.of(KIND, SECTOR, DATE, COUNT, VALUE, CURRENCY, BOUND)),
  EVENT(EnumSet.of(KIND, PARTICIPANT), EnumSet.of(PLACE, DATE, NAME, SECTOR)),
  PROJECT(
      EnumSet.of(PLACE, PARTNER),
      EnumSet.of(
          PRODUCT, SECTOR, COUNT, VALUE, CURRENCY, JOBS, QUANTITY, UNIT, PER, STATUS, DATE, BOUND)),
  COOPERATION(EnumSet.of(PARTY, SECTOR), EnumSet.noneOf(Role.class)),
  OFFICE(EnumSet.of(PERSON, Role.OFFICE), EnumSet.of(OF, SECTOR)),
  PRODUCTION(EnumSet.of(PRODUCER, PRODUCT, QUANTITY, UNIT), EnumSet.of(PER, PERIOD, BOUND));

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Set<Role> core;
  private final Set<Role> roles;

  Frame(Set<Role> core, Set<Role> others) {
    this.core = Collections.unmodifiableSet(core);
    EnumSet<Role> all = EnumSet.copyOf(core);
    all.addAll(others);
    this.roles = Collections.unmodifiableSet(all);
  }

  /** The frame's name in JSON and in the ontology's data, as in {@code trade-flow}. */
  public String key() {
    return key;
  }

  /** The frame of that name. */
  public static Optional<Frame> of(String key) {
    return Arrays.stream(values()).filter(frame -> frame.key.equals(key)).findFirst();
  }

  /** Roles without which there is no claim. */
  public Set<Role> core() {
    return core;
  }

  /** Every role that the frame may have. */
  public Set<Role> roles() {
    return roles;
  }
}
