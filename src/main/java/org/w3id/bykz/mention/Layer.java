package org.w3id.bykz.mention;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Kinds of concepts that compete for the same words: inside a layer the longest label wins, layers
 * do not disturb each other.
 */
public enum Layer {
  PARTY("country", "region", "place", "organisation"),
  PRODUCT("product"),
  SECTOR("sector"),
  OFFICE("office"),
  AGREEMENT("agreement-kind"),
  EVENT("event-kind"),
  CUE("cue"),
  WORD("word");

  private static final Map<String, Optional<Layer>> BY_KIND =
      Arrays.stream(values())
          .flatMap(layer -> layer.kinds.stream().map(kind -> Map.entry(kind, layer)))
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> Optional.of(entry.getValue())));

  private final List<String> kinds;

  Layer(String... kinds) {
    this.kinds = List.of(kinds);
  }

  /** The layer of a concept's kind; none for kinds that no sentence is searched for. */
  static Optional<Layer> of(String kind) {
    return BY_KIND.getOrDefault(kind, Optional.empty());
  }
}
