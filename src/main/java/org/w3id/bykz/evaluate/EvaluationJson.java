package org.w3id.bykz.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.w3id.bykz.evaluate.Evaluation.Row;
import org.w3id.bykz.evaluate.Finding.Cause;

/** Writes an evaluation as one JSON object, for programs. */
public final class EvaluationJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private EvaluationJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes to {@code out}, which stays open.
   *
   * @param findings whether each missed, partly right and spurious claim is told, too
   */
  public static void write(Evaluation evaluation, boolean findings, OutputStream out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      new EvaluationJson(json).write(evaluation, findings);
      json.writeRaw('\n');
    }
  }

  private void write(Evaluation evaluation, boolean findings) throws IOException {
    json.writeStartObject();
    json.writeNumberField("texts", evaluation.texts());
    json.writeNumberField("ungrounded", evaluation.ungrounded());
    json.writeNumberField("confidence", BigDecimal.valueOf(Figure.CONFIDENCE));
    json.writeNumberField("samples", Figure.SAMPLES);
    json.writeArrayFieldStart("rows");
    for (Row row : evaluation.rows()) {
      write(row);
    }
    json.writeEndArray();
    if (findings) {
      json.writeArrayFieldStart("findings");
      for (Finding finding : evaluation.findings()) {
        write(finding);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void write(Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("scope", row.scope().name().toLowerCase(Locale.ROOT));
    json.writeStringField("key", row.key());
    json.writeNumberField("texts", row.texts());
    json.writeNumberField("found", row.found());
    json.writeNumberField("gold", row.gold());
    for (Measure measure : Measure.values()) {
      json.writeObjectFieldStart(measure.key());
      Figure figure = row.figure(measure);
      json.writeNumberField("value", rounded(figure.value()));
      if (figure.interval().isPresent()) {
        json.writeNumberField("low", rounded(figure.interval().get().low()));
        json.writeNumberField("high", rounded(figure.interval().get().high()));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }

  private void write(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", finding.kind().key());
    json.writeStringField("doc", finding.claim().document());
    json.writeStringField("frame", finding.claim().frame().key());
    json.writeNumberField("likeness", rounded(finding.likeness()));
    json.writeArrayFieldStart("causes");
    for (Cause cause : finding.causes()) {
      json.writeStartObject();
      json.writeStringField("kind", cause.kind());
      json.writeStringField("detail", cause.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (finding.gold().isPresent()) {
      json.writeFieldName("gold");
      write(finding.gold().get());
    }
    if (finding.found().isPresent()) {
      json.writeFieldName("found");
      write(finding.found().get());
    }
    json.writeEndObject();
  }

  private void write(ClaimLine claim) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("roles");
    for (var role : claim.roles().entrySet()) {
      json.writeFieldName(role.getKey());
      write(role.getValue());
    }
    json.writeEndObject();
    json.writeStringField("modality", claim.modality());
    json.writeStringField("polarity", claim.polarity());
    if (claim.attributedTo().isPresent()) {
      json.writeStringField("attributed_to", claim.attributedTo().get());
    } else {
      json.writeNullField("attributed_to");
    }
    json.writeStringField("quote", claim.quote());
    json.writeNumberField("start", claim.span().start());
    json.writeNumberField("end", claim.span().end());
    json.writeEndObject();
  }

  private void write(Filler filler) throws IOException {
    if (filler instanceof Filler.Amount number) {
      json.writeNumber(number.toString());
    } else if (filler instanceof Filler.Several several) {
      json.writeStartArray();
      for (Filler each : several.fillers()) {
        write(each);
      }
      json.writeEndArray();
    } else {
      json.writeString(filler.toString());
    }
  }
}
