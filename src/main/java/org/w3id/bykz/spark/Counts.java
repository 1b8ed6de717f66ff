package org.w3id.bykz.spark;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What came of records, of which some were quarantined. */
record Counts(long records, long quarantined, long claims, long quads) implements Serializable {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  static Counts read(InputStream in) throws IOException {
    Map<String, Long> fields = new HashMap<>();
    try (JsonParser json = OutputFolder.JSON.createParser(in)) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          fields.put(json.currentName(), json.getLongValue());
        }
      }
    }
    return new Counts(
        fields.get("records"),
        fields.get("quarantined"),
        fields.get("claims"),
        fields.get("quads"));
  }

  Counts plus(Counts other) {
    return new Counts(
        records + other.records,
        quarantined + other.quarantined,
        claims + other.claims,
        quads + other.quads);
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("records", records);
    json.writeNumberField("quarantined", quarantined);
    json.writeNumberField("claims", claims);
    json.writeNumberField("quads", quads);
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
