package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.UsageException;

/** The things that the graph knows, by their keys: what a parameter may name. */
public final class Things {

  /** What a key is made of; nothing of it means anything in SPARQL. */
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.:~-]+");

  private static final Var THING = Var.alloc("thing");
  static final Query KNOWN = SparqlFile.bundled("pages/known-thing");
  private static final Query LABELLED = SparqlFile.bundled("pages/labelled-things");

  private final Endpoint endpoint;

  Things(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * The thing of one of these kinds that a text names: a key such as {@code BY-HR}, the same with
   * its kind as in {@code region/BY-HR}, or a full IRI of ours.
   */
  Node resolve(String parameter, List<String> kinds, String text) {
    List<Node> candidates = candidates(parameter, kinds, text);
    return candidates.stream()
        .filter(this::isKnown)
        .findFirst()
        .orElseThrow(() -> unknown(parameter, kinds, text));
  }

  /** The same for a value that the question itself brings, which need not be in this store. */
  Node assume(String parameter, List<String> kinds, String text) {
    List<Node> candidates = candidates(parameter, kinds, text);
    return candidates.stream().filter(this::isKnown).findFirst().orElse(candidates.get(0));
  }

  static List<Node> candidates(String parameter, List<String> kinds, String text) {
    String things = Prefixes.BASE + "id/";
    String path = text.startsWith(things) ? text.substring(things.length()) : text;
    int slash = path.indexOf('/');
    String key = path.substring(slash + 1);
    if (!KEY.matcher(key).matches() || slash >= 0 && !kinds.contains(path.substring(0, slash))) {
      throw new UsageException(
          "--%s should be the key of a %s, such as those in the answers, not \"%s\""
              .formatted(parameter, String.join(" or ", kinds), text));
    }
    return (slash < 0 ? kinds : List.of(path.substring(0, slash)))
        .stream().map(kind -> NodeFactory.createURI(things + kind + "/" + key)).toList();
  }

  private boolean isKnown(Node thing) {
    return isKnown(thing, endpoint);
  }

  /** Whether anything is said of it, or it of anything. */
  public static boolean isKnown(Node thing, Endpoint endpoint) {
    Query known = QueryTransformOps.replaceVars(KNOWN, Map.of(THING, thing));
    return endpoint.answer(known, exec -> exec.select().hasNext());
  }

  private UsageException unknown(String parameter, List<String> kinds, String text) {
    String key = text.substring(text.lastIndexOf('/') + 1);
    return new UsageException(
        "--%s: there is no %s \"%s\" in the store%s"
            .formatted(parameter, String.join(" or ", kinds), key, Nearest.hint(key, keys(kinds))));
  }

  /** All keys of the kinds; a scan, for the way of errors only. */
  private List<String> keys(List<String> kinds) {
    return endpoint.answer(
        LABELLED,
        exec -> {
          List<String> keys = new ArrayList<>();
          exec.select().forEachRemaining(row -> add(row.get(THING), kinds, keys));
          return keys;
        });
  }

  private static void add(Node thing, List<String> kinds, List<String> keys) {
    String path = Prefixes.shorten(thing);
    for (String kind : kinds) {
      if (path.startsWith(kind + "/")) {
        keys.add(path.substring(kind.length() + 1));
      }
    }
  }
}
