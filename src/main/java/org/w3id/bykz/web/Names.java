package org.w3id.bykz.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Endpoint endpoint;
  private final Kept<ClaimIndex> claims;
  private NameIndex index;
  private Map<Node, String> types;

  Names(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.claims = new Kept<>(() -> ClaimIndex.of(endpoint));
  }

  synchronized NameIndex index() {
    if (index == null) {
      index = NameIndex.of(endpoint);
    }
    return index;
  }

  /** All claims, read with the first page that shows some, and kept. */
  ClaimIndex claims() {
    return claims.get();
  }

  /** The English names of all types. */
  synchronized Map<Node, String> types() {
    if (types == null) {
      List<Node> all =
          index().things().stream().flatMap(thing -> thing.types().stream()).distinct().toList();
      Map<Node, String> labels = Properties.names(all, endpoint);
      types = new HashMap<>();
      all.forEach(type -> types.put(type, labels.getOrDefault(type, Prefixes.shorten(type))));
    }
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
