package org.w3id.bykz.claim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes claims as JSON Lines, one object a line, in UTF-8. */
public final class ClaimLines implements AutoCloseable {

  private static final Set<Role> LISTS = Set.of(Role.PARTY, Role.PARTICIPANT, Role.PARTNER);
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final JsonGenerator json;

  /** Writes to {@code out}, which stays open. */
  public ClaimLines(OutputStream out) throws IOException {
    json = lines(out);
  }

  /** Writes objects to {@code out}, which stays open; who writes one ends its line. */
  static JsonGenerator lines(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return json;
  }

  public void write(Claim claim) throws IOException {
    json.writeStartObject();
    write(claim, json);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** The fields of a claim, into an object that is open. */
  static void write(Claim claim, JsonGenerator json) throws IOException {
    json.writeStringField("doc", claim.document());
    json.writeStringField("frame", claim.frame().key());
    json.writeObjectFieldStart("roles");
    for (Map.Entry<Role, List<Value>> role : claim.roles().entrySet()) {
      json.writeFieldName(role.getKey().key());
      boolean list = claim.frame() != Frame.TRADE_VALUE && LISTS.contains(role.getKey());
      write(list, role.getValue(), json);
    }
    json.writeEndObject();
    json.writeStringField("modality", claim.modality().key());
    json.writeStringField("polarity", claim.polarity().key());
    json.writeStringField("attributed_to", speaker(claim).orElse(null));
    json.writeStringField("quote", claim.quote());
    json.writeNumberField("start", claim.span().start());
    json.writeNumberField("end", claim.span().end());
    json.writeNumberField("confidence", confidence(claim));
  }

  /** Who speaks goes by name, a body too. */
  public static Optional<String> speaker(Claim claim) {
    return claim
        .attributedTo()
        .map(who -> who.kind() == Value.Kind.ORGANISATION ? who.label() : who.plain());
  }

  /** How surely, in hundredths. */
  public static double confidence(Claim claim) {
    return Math.round(claim.confidence() * 100) / 100.0;
  }

  private static void write(boolean lists, List<Value> values, JsonGenerator json)
      throws IOException {
    boolean list = lists || values.size() > 1;
    if (list) {
      json.writeStartArray();
    }
    for (Value value : values) {
      write(value, json);
    }
    if (list) {
      json.writeEndArray();
    }
  }

  static void write(Value value, JsonGenerator json) throws IOException {
    if (value instanceof Value.Quantity) {
      json.writeNumber(value.plain());
    } else {
      json.writeString(value.plain());
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
