package org.w3id.bykz.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Properties;
import org.w3id.bykz.store.Prefixes;

/** What things are called for a reader. */
public final class Shown {

  private static final Node AS = NodeFactory.createURI(Prefixes.BASE + "ontology#shownAs");

  private Shown() {}

  /** The names of those that have one. */
  public static Map<Node, String> of(Collection<Node> things, Reader reader, Endpoint endpoint) {
    Map<Node, String> names = new HashMap<>();
    Properties.of(List.copyOf(things), List.of(AS), endpoint)
        .forEach(
            (thing, values) ->
                values.stream()
                    .map(Properties.Value::value)
                    .filter(name -> name.getLiteralLanguage().equals(reader.language()))
                    .forEach(name -> names.put(thing, name.getLiteralLexicalForm())));
    return names;
  }
}
