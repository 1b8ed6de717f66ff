package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.text.Language;

/** A claim in the making: readers fill roles; the extractor adds who says it and how surely. */
final class Draft {

  final Frame frame;

  /** Token of the cue, whose clause gives modality and polarity. */
  final int anchor;

  private final Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
  private final List<String> foundBy = new ArrayList<>();
  private double confidence = 0.9;
  private Optional<Modality> modality = Optional.empty();
  private Optional<Polarity> polarity = Optional.empty();
  private boolean ownVoice;

  Draft(Frame frame, int anchor, String cue) {
    this.frame = frame;
    this.anchor = anchor;
    foundBy.add(cue);
  }

  Draft with(Role role, Value value) {
    List<Value> values = roles.computeIfAbsent(role, r -> new ArrayList<>(2));
    if (!values.contains(value)) {
      values.add(value);
    }
    return this;
  }

  Draft with(Role role, Optional<? extends Value> value) {
    value.ifPresent(v -> with(role, v));
    return this;
  }

  Draft with(Role role, BigDecimal number) {
    return with(role, new Value.Quantity(number));
  }

  Draft without(Role role) {
    roles.remove(role);
    return this;
  }

  /** A concept of one of the small schemes, such as {@code status/planned}. */
  Draft with(Role role, Value.Kind kind, String key) {
    return with(role, new Value.Entity(kind, key, key, Language.EN, true));
  }

  boolean has(Role role) {
    return roles.containsKey(role);
  }

  List<Value> values(Role role) {
    return roles.getOrDefault(role, List.of());
  }

  Map<Role, List<Value>> roles() {
    return roles;
  }

  /** Notes a rule that filled a role from outside the sentence, and trusts the claim less. */
  Draft by(String rule, double trust) {
    if (!foundBy.contains(rule)) {
      foundBy.add(rule);
      confidence *= trust;
    }
    return this;
  }

  Draft modality(Modality sure) {
    modality = Optional.of(sure);
    return this;
  }

  Draft polarity(Polarity sure) {
    polarity = Optional.of(sure);
    return this;
  }

  /** What the publisher says itself, whoever speaks in the sentence. */
  Draft inOwnVoice() {
    ownVoice = true;
    return this;
  }

  Optional<Modality> modality() {
    return modality;
  }

  Optional<Polarity> polarity() {
    return polarity;
  }

  boolean isOwnVoice() {
    return ownVoice;
  }

  double confidence() {
    return confidence;
  }

  List<String> foundBy() {
    return foundBy;
  }

  /**
   * Whether it says what its frame must say: trade goes between two, a figure of it has a number, a
   * project its object.
   */
  boolean isComplete() {
    return roles.keySet().containsAll(frame.core())
        && switch (frame) {
          case TRADE_FLOW -> areTwo(Role.EXPORTER, Role.IMPORTER);
          case TRADE_VALUE ->
              (has(Role.VALUE) || has(Role.GROWTH)) && areTwo(Role.REPORTER, Role.PARTNER);
          case PROJECT -> has(Role.PRODUCT) || has(Role.SECTOR) || has(Role.COUNT);
          default -> true;
        };
  }

  private boolean areTwo(Role side, Role otherSide) {
    return values(side).stream()
        .noneMatch(
            one ->
                values(otherSide).stream()
                    .anyMatch(other -> one.plain().equalsIgnoreCase(other.plain())));
  }
}
