package org.w3id.bykz.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** Looks up values of properties of many things at once. */
public final class Properties {

  private static final Var THING = Var.alloc("thing");
  private static final Var TYPE = Var.alloc("type");
  private static final Var NARROWER = Var.alloc("narrower");
  private static final Var PROPERTY = Var.alloc("property");
  private static final Var VALUE = Var.alloc("value");
  private static final Var NAME = Var.alloc("name");

  private static final Query OF_THINGS = SparqlFile.bundled("pages/properties-of-things");
  private static final Query OF_TYPE = SparqlFile.bundled("pages/properties-of-type");
  private static final Query NARROWER_TYPES = SparqlFile.bundled("pages/narrower-types");
  private static final Query NAMES = SparqlFile.bundled("pages/names-of-terms");

  private Properties() {}

  /**
   * A property.
   *
   * @param key its prefixed name
   */
  public record Property(String key, String name) {}

  /** A property of a thing and one value of it. */
  public record Value(Node property, Node value) {

    /** Whether one of these is the value: its text, key or IRI. */
    public boolean is(Set<String> texts) {
      return texts.contains(Prefixes.shorten(value))
          || value.isURI() && texts.contains(value.getURI());
    }
  }

  /** The values that these things have of these properties, by thing. */
  public static Map<Node, List<Value>> of(
      List<Node> things, List<Node> properties, Endpoint endpoint) {
    Map<Node, List<Value>> values = new HashMap<>();
    List<Binding> pairs = new ArrayList<>();
    things.forEach(
        thing ->
            properties.forEach(
                property -> pairs.add(BindingFactory.binding(THING, thing, PROPERTY, property))));
    if (pairs.isEmpty()) {
      return values;
    }
    return endpoint.answer(
        Rows.within(OF_THINGS, List.of(THING, PROPERTY), pairs),
        exec -> {
          exec.select()
              .forEachRemaining(
                  row ->
                      values
                          .computeIfAbsent(row.get(THING), key -> new ArrayList<>())
                          .add(new Value(row.get(PROPERTY), row.get(VALUE))));
          return values;
        });
  }

  /** The English names of classes and properties, where the ontology gives one. */
  public static Map<Node, String> names(List<Node> terms, Endpoint endpoint) {
    Map<Node, String> names = new HashMap<>();
    if (terms.isEmpty()) {
      return names;
    }
    return endpoint.answer(
        Rows.within(NAMES, THING, terms),
        exec -> {
          exec.select()
              .forEachRemaining(
                  row -> names.put(row.get(THING), row.get(NAME).getLiteralLexicalForm()));
          return names;
        });
  }

  /** The types that are kinds of another, by that. */
  public static Map<Node, Set<Node>> narrowerTypes(Endpoint endpoint) {
    return Rows.of(NARROWER_TYPES, endpoint).stream()
        .collect(groupingBy(row -> row.get(TYPE), mapping(row -> row.get(NARROWER), toSet())));
  }

  /** The properties of things of any of these types, or of all, those of most things first. */
  public static List<Property> ofTypes(List<Node> types, Endpoint endpoint) {
    Map<String, Property> properties = new LinkedHashMap<>();
    return endpoint.answer(
        types.isEmpty() ? OF_TYPE : Rows.within(OF_TYPE, TYPE, types),
        exec -> {
          exec.select()
              .forEachRemaining(
                  row -> {
                    String key = Prefixes.shorten(row.get(PROPERTY));
                    String name = row.contains(NAME) ? row.get(NAME).getLiteralLexicalForm() : key;
                    properties.putIfAbsent(key, new Property(key, name));
                  });
          return List.copyOf(properties.values());
        });
  }
}
