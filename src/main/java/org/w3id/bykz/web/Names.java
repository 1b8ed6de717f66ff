package org.w3id.bykz.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.NameIndex;
import org.w3id.bykz.query.Nearest;
import org.w3id.bykz.query.Properties;
import org.w3id.bykz.store.Prefixes;

/**
 * What things and their types are called, and all claims: read with the first question, and kept.
 */
final class Names {

  private final Kept<ClaimIndex> claims;
  private final Kept<NameIndex> index;
  private final Kept<Map<Node, String>> types;
  private final Kept<Map<Node, Set<Node>>> narrower;

  Names(Endpoint endpoint) {
    this.claims = new Kept<>(() -> ClaimIndex.of(endpoint));
    this.index = new Kept<>(() -> NameIndex.of(endpoint));
    this.types = new Kept<>(() -> types(endpoint));
    this.narrower = new Kept<>(() -> Properties.narrowerTypes(endpoint));
  }

  NameIndex index() {
    return index.get();
  }

  /** All claims. */
  ClaimIndex claims() {
    return claims.get();
  }

  /** The English names of all types. */
  Map<Node, String> types() {
    return types.get();
  }

  /** A type, and all that are kinds of it. */
  Set<Node> kinds(Node type) {
    Set<Node> kinds = new HashSet<>(narrower.get().getOrDefault(type, Set.of()));
    kinds.add(type);
    return kinds;
  }

  private Map<Node, String> types(Endpoint endpoint) {
    List<Node> all =
        index().things().stream().flatMap(thing -> thing.types().stream()).distinct().toList();
    Map<Node, String> labels = Properties.names(all, endpoint);
    Map<Node, String> types = new HashMap<>();
    all.forEach(type -> types.put(type, labels.getOrDefault(type, Prefixes.shorten(type))));
    return types;
  }

  /** For a key that nothing has: {@code ; did you mean "region/BY-HR"?} or nothing. */
  String hint(String key) {
    String kind = key.substring(0, key.indexOf('/') + 1);
    return Nearest.hint(
        key,
        index().things().stream()
            .map(NameIndex.Named::key)
            .filter(known -> known.startsWith(kind))
            .toList());
  }
}
