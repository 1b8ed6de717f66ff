package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** The regions of both countries as GeoJSON (RFC 7946), named in the reader's language. */
final class MapData {

  static final String PATH = "/map.geojson";

  private static final Query BOUNDARIES = SparqlFile.bundled("pages/boundaries");

  private final Endpoint endpoint;

  MapData(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  Reply reply(HttpServletRequest request) {
    JsonArray features = new JsonArray();
    Rows.of(Readers.of(request).asking(BOUNDARIES), endpoint)
        .forEach(row -> features.add(feature(row)));
    JsonObject json = new JsonObject();
    json.put("type", "FeatureCollection");
    json.put("features", features);
    return new Reply(
        200,
        "application/geo+json",
        json + "\n",
        Map.of("Vary", "Accept-Language, Cookie", "Cache-Control", "max-age=3600"));
  }

  private static JsonObject feature(Binding row) {
    JsonObject properties = new JsonObject();
    properties.put("name", row.get("name").getLiteralLexicalForm());
    properties.put("country", Prefixes.shorten(row.get("country")));
    properties.put("countryName", row.get("countryName").getLiteralLexicalForm());
    if (row.contains("note")) {
      properties.put("note", row.get("note").getLiteralLexicalForm());
    }
    JsonObject feature = new JsonObject();
    feature.put("type", "Feature");
    feature.put("id", Prefixes.shorten(row.get("region")));
    feature.put("properties", properties);
    feature.put("geometry", geometry(row.get("shape").getLiteralLexicalForm()));
    return feature;
  }

  /** GeoJSON of WKT: pairs of numbers in brackets of the other form, in the same order. */
  static JsonObject geometry(String wkt) {
    int open = wkt.indexOf('(');
    JsonObject geometry = new JsonObject();
    geometry.put(
        "type",
        switch (wkt.substring(0, open).strip()) {
          case "POINT" -> "Point";
          case "POLYGON" -> "Polygon";
          case "MULTIPOLYGON" -> "MultiPolygon";
          default -> throw new IllegalArgumentException("No shape of a map: " + wkt);
        });
    String brackets =
        wkt.substring(open)
            .replaceAll("(-?[0-9.]+) (-?[0-9.]+)", "[$1,$2]")
            .replace('(', '[')
            .replace(')', ']');
    geometry.put("coordinates", JSON.parseAny(brackets));
    return geometry;
  }
}
