package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.NameIndex;
import org.w3id.bykz.query.Properties;
import org.w3id.bykz.query.Properties.Property;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.UsageException;

/**
 * The Reconciliation Service API 0.2 of the W3C community group, as OpenRefine speaks it: which of
 * our things do the cells of a table mean, and what else is known of them?
 */
final class Reconciliation {

  private static final int MOST_QUERIES = 5_000;
  private static final int MOST_CANDIDATES = 50;
  private static final int FEW = 5;
  private static final double SAME = 100;
  private static final double LEAST = 20;

  private final Endpoint endpoint;
  private final String base;
  private final Names names;

  /**
   * @param base what the IRIs of things begin with where they are looked at
   */
  Reconciliation(Endpoint endpoint, Names names, String base) {
    this.endpoint = endpoint;
    this.names = names;
    this.base = base;
  }

  /** The service itself: its manifest, a batch of queries, or an extension of a table. */
  Reply reply(HttpServletRequest request) {
    String queries = request.getParameter("queries");
    String extend = request.getParameter("extend");
    if (queries != null) {
      return json(reconcile(object("queries", queries)));
    }
    return json(extend == null ? manifest(request) : extend(object("extend", extend)));
  }

  private static Reply json(JsonObject content) {
    return new Reply(200, "application/json", content + "\n", Map.of());
  }

  private static JsonObject object(String name, String text) {
    try {
      return JSON.parse(text);
    } catch (JsonException e) {
      throw new UsageException(
          "The parameter \"%s\" should be a JSON object: %s".formatted(name, e.getMessage()), e);
    }
  }

  private JsonObject manifest(HttpServletRequest request) {
    String here = request.getRequestURL().toString();
    JsonObject manifest = new JsonObject();
    manifest.put("versions", strings(List.of("0.2")));
    manifest.put("name", "bykz: partnership of the regions of Belarus and Kazakhstan");
    manifest.put("identifierSpace", Prefixes.BASE + "id/");
    manifest.put("schemaSpace", Prefixes.BASE + "ontology#");
    manifest.put("view", with("url", base + "id/{{id}}"));
    manifest.put(
        "defaultTypes",
        types(List.of("bykz:Region", "bykz:Place", "org:Organization", "bykz:Product")));
    JsonObject preview = with("url", here + "/preview?id={{id}}");
    preview.put("width", 400);
    preview.put("height", 200);
    manifest.put("preview", preview);
    JsonObject suggest = new JsonObject();
    for (String kind : List.of("entity", "type", "property")) {
      suggest.put(kind, service(here, "/suggest/" + kind));
    }
    manifest.put("suggest", suggest);
    JsonObject extend = new JsonObject();
    extend.put("propose_properties", service(here, "/properties"));
    extend.put("property_settings", new JsonArray());
    manifest.put("extend", extend);
    return manifest;
  }

  private static JsonObject service(String url, String path) {
    JsonObject service = with("service_url", url);
    service.put("service_path", path);
    return service;
  }

  private static JsonObject with(String key, String value) {
    JsonObject object = new JsonObject();
    object.put(key, value);
    return object;
  }

  private static JsonArray strings(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  // Reconciling

  /**
   * One row of a table: what is looked for.
   *
   * @param types each with all that are kinds of it
   */
  private record Sought(
      String text, List<Set<Node>> types, String strictness, int limit, Wanted wanted) {

    static Sought of(String key, JsonValue value, Names names) {
      if (!value.isObject()) {
        throw new UsageException("The query \"" + key + "\" should be a JSON object");
      }
      JsonObject query = value.getAsObject();
      return new Sought(
          string(query, "query").orElse(""),
          texts(query.get("type")).stream().map(type -> names.kinds(node(type))).toList(),
          string(query, "type_strict").orElse("any"),
          Math.max(1, Math.min(MOST_CANDIDATES, number(query, "limit"))),
          Wanted.of(key, query.get("properties")));
    }

    private static int number(JsonObject query, String name) {
      return query.get(name) instanceof JsonNumber number ? number.value().intValue() : FEW;
    }

    boolean allows(NameIndex.Named thing) {
      return switch (strictness) {
        case "all" -> types.stream().allMatch(type -> isOf(type, thing));
        case "should" -> true;
        default -> types.isEmpty() || isOfAny(thing);
      };
    }

    boolean isOfAny(NameIndex.Named thing) {
      return types.stream().anyMatch(type -> isOf(type, thing));
    }

    private static boolean isOf(Set<Node> type, NameIndex.Named thing) {
      return !Collections.disjoint(type, thing.types());
    }
  }

  /** Values of properties that a candidate should have, by property. */
  private record Wanted(Map<Node, Set<String>> values) {

    static Wanted of(String key, JsonValue properties) {
      Map<Node, Set<String>> values = new LinkedHashMap<>();
      if (properties != null && properties.isArray()) {
        for (JsonValue each : properties.getAsArray()) {
          if (!each.isObject() || string(each.getAsObject(), "pid").isEmpty()) {
            throw new UsageException(
                "A property of the query \""
                    + key
                    + "\" should be an object with \"pid\" and \"v\"");
          }
          Node property = node(string(each.getAsObject(), "pid").get());
          values
              .computeIfAbsent(property, known -> new HashSet<>())
              .addAll(texts(each.getAsObject().get("v")));
        }
      }
      return new Wanted(values);
    }

    /** The share of properties of which the thing has a wanted value. */
    double share(List<Properties.Value> known) {
      long met =
          values.entrySet().stream()
              .filter(
                  wanted ->
                      known.stream()
                          .filter(value -> value.property().equals(wanted.getKey()))
                          .anyMatch(value -> value.is(wanted.getValue())))
              .count();
      return values.isEmpty() ? 1 : (double) met / values.size();
    }
  }

  private JsonObject reconcile(JsonObject queries) {
    if (queries.size() > MOST_QUERIES) {
      throw new UsageException(
          "A batch may have %,d queries, not %,d; send it in parts"
              .formatted(MOST_QUERIES, queries.size()));
    }
    Map<String, Sought> rows = new LinkedHashMap<>();
    for (String key : queries.keys()) {
      rows.put(key, Sought.of(key, queries.get(key), names));
    }
    JsonObject results = new JsonObject();
    rows.forEach(
        (key, sought) -> {
          JsonObject result = new JsonObject();
          result.put("result", candidates(sought));
          results.put(key, result);
        });
    return results;
  }

  /** A thing that may be meant, and how well it fits in all. */
  private record Candidate(NameIndex.Hit hit, double score) {}

  private JsonArray candidates(Sought sought) {
    List<Candidate> candidates = ranked(sought);
    long same = candidates.stream().filter(candidate -> candidate.score >= SAME).count();
    JsonArray array = new JsonArray();
    candidates.stream()
        .limit(sought.limit)
        .forEach(
            candidate -> {
              NameIndex.Named thing = candidate.hit.named();
              JsonObject object = entity(thing);
              object.put("score", JsonNumber.value(Math.round(candidate.score * 10) / 10.0));
              object.put("match", same == 1 && candidate.score >= SAME);
              object.put(
                  "type", types(thing.types().stream().map(Prefixes::shorten).sorted().toList()));
              if (!candidate.hit.by().equals(thing.name())) {
                object.put("description", candidate.hit.by());
              }
              array.add(object);
            });
    return array;
  }

  private List<Candidate> ranked(Sought sought) {
    List<NameIndex.Hit> hits =
        sought.text.isBlank() && !sought.wanted.values.isEmpty()
            ? all(sought)
            : names.index().like(sought.text, sought::allows, MOST_CANDIDATES);
    Map<Node, List<Properties.Value>> known =
        Properties.of(
            hits.stream().map(hit -> hit.named().thing()).toList(),
            List.copyOf(sought.wanted.values.keySet()),
            endpoint);
    return hits.stream()
        .map(hit -> new Candidate(hit, hit.score() * fit(sought, hit.named(), known)))
        .filter(candidate -> candidate.score > LEAST)
        .sorted((one, other) -> Double.compare(other.score, one.score))
        .toList();
  }

  /** For a row without a name: whatever has the wanted properties. */
  private List<NameIndex.Hit> all(Sought sought) {
    return names.index().things().stream()
        .filter(sought::allows)
        .map(thing -> new NameIndex.Hit(thing, thing.name(), SAME))
        .toList();
  }

  /** A wanted type or property that is missing halves what it weighs. */
  private static double fit(
      Sought sought, NameIndex.Named thing, Map<Node, List<Properties.Value>> known) {
    boolean isOtherType = sought.strictness.equals("should") && !sought.isOfAny(thing);
    double properties = sought.wanted.share(known.getOrDefault(thing.thing(), List.of()));
    double least = sought.text.isBlank() ? 0 : 0.5;
    return (isOtherType ? 0.5 : 1) * (least + (1 - least) * properties);
  }

  private static JsonObject entity(NameIndex.Named thing) {
    JsonObject object = with("id", thing.key());
    object.put("name", thing.name());
    return object;
  }

  private JsonArray types(List<String> types) {
    JsonArray array = new JsonArray();
    for (String type : types) {
      JsonObject object = with("id", type);
      object.put("name", names.types().getOrDefault(node(type), type));
      array.add(object);
    }
    return array;
  }

  // Suggesting

  Reply suggestEntities(HttpServletRequest request) {
    JsonArray result = new JsonArray();
    names
        .index()
        .beginning(prefix(request), thing -> true, MOST_CANDIDATES)
        .forEach(
            hit -> {
              JsonObject object = entity(hit.named());
              object.put("description", hit.by());
              result.add(object);
            });
    return result(result);
  }

  Reply suggestTypes(HttpServletRequest request) {
    Map<String, String> types = new TreeMap<>();
    names.types().forEach((type, name) -> types.put(Prefixes.shorten(type), name));
    return result(matching(types, prefix(request)));
  }

  Reply suggestProperties(HttpServletRequest request) {
    Map<String, String> properties = new TreeMap<>();
    Properties.ofTypes(List.of(), endpoint)
        .forEach(each -> properties.put(each.key(), each.name()));
    return result(matching(properties, prefix(request)));
  }

  private static String prefix(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("prefix")).orElse("");
  }

  private static Reply result(JsonArray result) {
    JsonObject object = new JsonObject();
    object.put("result", result);
    return json(object);
  }

  /** Those of which the key or a word of the name begins so. */
  private static JsonArray matching(Map<String, String> named, String prefix) {
    String sought = prefix.toLowerCase(Locale.ROOT);
    JsonArray array = new JsonArray();
    named.forEach(
        (id, name) -> {
          boolean begins =
              Stream.concat(Stream.of(id), Stream.of((id + " " + name).split("[ :]")))
                  .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(sought));
          if (begins) {
            JsonObject object = with("id", id);
            object.put("name", name);
            array.add(object);
          }
        });
    return array;
  }

  // Extending

  /** Properties that things of a type have, those of most things first. */
  Reply proposeProperties(HttpServletRequest request) {
    String type = request.getParameter("type");
    List<Property> properties =
        Properties.ofTypes(
            type == null ? List.of() : List.copyOf(names.kinds(node(type))), endpoint);
    JsonArray array = new JsonArray();
    properties.stream().limit(limit(request)).forEach(property -> array.add(meta(property)));
    JsonObject object = new JsonObject();
    object.put("properties", array);
    if (type != null) {
      object.put("type", type);
    }
    return json(object);
  }

  private static long limit(HttpServletRequest request) {
    String limit = Optional.ofNullable(request.getParameter("limit")).orElse("");
    return limit.matches("\\d{1,6}") ? Long.parseLong(limit) : Long.MAX_VALUE;
  }

  private static JsonObject meta(Property property) {
    JsonObject object = with("id", property.key());
    object.put("name", property.name());
    return object;
  }

  private JsonObject extend(JsonObject extension) {
    List<String> ids = texts(extension.get("ids"));
    List<String> asked = texts(extension.get("properties"));
    if (ids.size() > MOST_QUERIES) {
      throw new UsageException(
          "A table may be extended by %,d rows at a time, not %,d"
              .formatted(MOST_QUERIES, ids.size()));
    }
    List<Node> properties = asked.stream().map(Reconciliation::node).toList();
    List<Node> things = ids.stream().map(Reconciliation::thing).toList();
    Map<Node, List<Properties.Value>> known = Properties.of(things, properties, endpoint);
    Map<Node, String> labels = Properties.names(properties, endpoint);
    JsonArray meta = new JsonArray();
    for (String id : asked) {
      meta.add(meta(new Property(id, labels.getOrDefault(node(id), id))));
    }
    JsonObject rows = new JsonObject();
    for (String id : ids) {
      rows.put(id, row(known.getOrDefault(thing(id), List.of()), asked));
    }
    JsonObject response = new JsonObject();
    response.put("meta", meta);
    response.put("rows", rows);
    return response;
  }

  private JsonObject row(List<Properties.Value> known, List<String> asked) {
    JsonObject row = new JsonObject();
    for (String id : asked) {
      JsonArray cells = new JsonArray();
      known.stream()
          .filter(value -> value.property().equals(node(id)))
          .forEach(value -> cells.add(cell(value)));
      row.put(id, cells);
    }
    return row;
  }

  private JsonObject cell(Properties.Value value) {
    Node node = value.value();
    JsonObject cell = new JsonObject();
    if (node.isURI() && node.getURI().startsWith(Prefixes.BASE + "id/")) {
      cell.put("id", Prefixes.shorten(node));
      cell.put("name", names.index().name(node));
    } else if (node.isLiteral() && node.getLiteralValue() instanceof Number number) {
      cell.put("float", JsonNumber.value(number.doubleValue()));
    } else {
      cell.put("str", node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
    }
    return cell;
  }

  // Preview

  Reply preview(HttpServletRequest request) {
    String id = Optional.ofNullable(request.getParameter("id")).orElse("");
    Optional<NameIndex.Named> found =
        names.index().things().stream().filter(thing -> thing.key().equals(id)).findFirst();
    return found
        .map(
            thing ->
                new Reply(
                    200,
                    "text/html; charset=utf-8",
                    Page.bare("preview", preview(thing)),
                    Map.of()))
        .orElseGet(() -> Reply.problem(404, "There is no \"" + id + "\" to preview."));
  }

  private Preview preview(NameIndex.Named thing) {
    List<Node> shown =
        Stream.of(
                "bykz:inCountry",
                "bykz:inRegion",
                "bykz:locatedIn",
                "skos:notation",
                "skos:broader",
                "bykz:exports",
                "bykz:imports")
            .map(Reconciliation::node)
            .toList();
    Map<Node, String> labels = Properties.names(shown, endpoint);
    Map<Node, List<String>> values = new LinkedHashMap<>();
    Properties.of(List.of(thing.thing()), shown, endpoint)
        .getOrDefault(thing.thing(), List.of())
        .forEach(
            value ->
                values
                    .computeIfAbsent(value.property(), key -> new ArrayList<>())
                    .add(names.index().name(value.value())));
    List<Preview.Row> rows = new ArrayList<>();
    values.forEach(
        (property, names) ->
            rows.add(
                new Preview.Row(
                    labels.getOrDefault(property, Prefixes.shorten(property)),
                    String.join(", ", names))));
    return new Preview(thing.name(), base + "id/" + thing.key(), thing.key(), rows);
  }

  // Reading what a client sends

  private static Node thing(String id) {
    return NodeFactory.createURI(Prefixes.BASE + "id/" + id);
  }

  /** A class or property by prefixed name or IRI; what is neither names nothing. */
  private static Node node(String id) {
    String expanded = Prefixes.map().expand(id);
    return NodeFactory.createURI(expanded == null ? id : expanded);
  }

  private static Optional<String> string(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name)).flatMap(Reconciliation::text);
  }

  private static Optional<String> text(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    return value.isNumber() || value.isBoolean() ? Optional.of(value.toString()) : Optional.empty();
  }

  /** One text or several; of an object its id. */
  private static List<String> texts(JsonValue value) {
    if (value == null) {
      return List.of();
    }
    List<JsonValue> values =
        value.isArray() ? value.getAsArray().stream().toList() : List.of(value);
    return values.stream()
        .flatMap(each -> (each.isObject() ? string(each.getAsObject(), "id") : text(each)).stream())
        .toList();
  }
}
