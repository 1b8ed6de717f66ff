package org.w3id.bykz.spark;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.w3id.bykz.BatchExtractor.Refusal;
import org.w3id.bykz.loader.LoadException;

/**
 * What was not read.
 *
 * @param position the record's number or line in the file; empty of a whole file
 * @param reason one sentence: what, where, what to do
 */
record Quarantined(String file, String position, String reason) {

  static Quarantined of(String file, Refusal refusal) {
    String place = refusal.place();
    return new Quarantined(
        file,
        place.startsWith(file + ", ") ? place.substring(file.length() + 2) : "",
        refusal.why() instanceof LoadException why
            ? why.getMessage()
            : "%s could not be read, which should not have happened: %s"
                .formatted(place, refusal.why()));
  }

  /** Writes objects, one a line, to {@code out}, which stays open. */
  static void write(List<Quarantined> all, OutputStream out) throws IOException {
    try (JsonGenerator json = OutputFolder.JSON.createGenerator(out)) {
      json.setRootValueSeparator(null).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      for (Quarantined each : all) {
        each.writeTo(json);
      }
    }
  }

  private void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("position", position);
    json.writeStringField("reason", reason);
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
