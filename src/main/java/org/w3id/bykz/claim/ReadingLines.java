package org.w3id.bykz.claim;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.bykz.claim.SentenceReading.Cue;
import org.w3id.bykz.claim.SentenceReading.Filling;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.claim.SentenceReading.Miss;
import org.w3id.bykz.claim.SentenceReading.Naming;

/**
 * Writes how sentences were read as JSON Lines, in UTF-8: a line a sentence, or a line a text that
 * says which of its sentences gave nothing.
 */
public final class ReadingLines implements AutoCloseable {

  private final JsonGenerator json;

  /** Writes to {@code out}, which stays open. */
  public ReadingLines(OutputStream out) throws IOException {
    json = ClaimLines.lines(out);
  }

  public void write(SentenceReading reading) throws IOException {
    json.writeStartObject();
    json.writeStringField("doc", reading.document());
    json.writeStringField("zone", key(reading.zone()));
    json.writeBooleanField("read", reading.read());
    write(reading.sentence());
    json.writeArrayFieldStart("claims");
    for (Grounds grounds : reading.claims()) {
      write(grounds);
    }
    json.writeEndArray();
    writeMisses(reading);
    json.writeArrayFieldStart("cues");
    for (Cue cue : reading.cues()) {
      write(cue);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("named");
    for (Naming naming : reading.named()) {
      write(naming);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** One text: how many of the sentences that were read gave claims, and those that did not. */
  public void writeCoverage(String document, List<SentenceReading> readings) throws IOException {
    List<SentenceReading> read = readings.stream().filter(SentenceReading::read).toList();
    List<SentenceReading> silent = read.stream().filter(each -> each.claims().isEmpty()).toList();
    json.writeStartObject();
    json.writeStringField("doc", document);
    json.writeNumberField("sentences", read.size());
    json.writeNumberField("with_claims", read.size() - silent.size());
    json.writeArrayFieldStart("silent");
    for (SentenceReading each : silent) {
      json.writeStartObject();
      write(each.sentence());
      writeMisses(each);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void writeMisses(SentenceReading reading) throws IOException {
    json.writeArrayFieldStart("misses");
    for (Miss miss : reading.misses()) {
      write(miss);
    }
    json.writeEndArray();
  }

  private void write(Quote quote) throws IOException {
    json.writeStringField("quote", quote.text());
    json.writeNumberField("start", quote.span().start());
    json.writeNumberField("end", quote.span().end());
  }

  private void write(Grounds grounds) throws IOException {
    json.writeStartObject();
    ClaimLines.write(grounds.claim(), json);
    write("cue", grounds.cue());
    json.writeStringField("found_by", grounds.claim().foundBy().get(0));
    json.writeArrayFieldStart("rules");
    for (String rule : grounds.rules()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    write("speaker", grounds.speaker());
    json.writeArrayFieldStart("fillings");
    for (Filling filling : grounds.fillings()) {
      write(filling);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(String field, Optional<Quote> quote) throws IOException {
    if (quote.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    write(quote.get());
    json.writeEndObject();
  }

  private void write(Filling filling) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", filling.role().key());
    json.writeFieldName("value");
    ClaimLines.write(filling.value(), json);
    json.writeStringField("how", key(filling.how()));
    if (filling.quote().isPresent()) {
      write(filling.quote().get());
    }
    if (filling.earlier().isPresent()) {
      write("earlier", filling.earlier());
    }
    json.writeEndObject();
  }

  private void write(Miss miss) throws IOException {
    json.writeStartObject();
    json.writeStringField("frame", miss.frame().key());
    json.writeStringField("why", key(miss.why()));
    json.writeArrayFieldStart("lacking");
    for (Role role : miss.lacking()) {
      json.writeString(role.key());
    }
    json.writeEndArray();
    json.writeFieldName("cue");
    write(miss.cue());
    json.writeEndObject();
  }

  private void write(Cue cue) throws IOException {
    json.writeStartObject();
    json.writeStringField("frame", cue.frame().key());
    json.writeStringField("concept", cue.concept());
    write(cue.quote());
    json.writeEndObject();
  }

  private void write(Naming naming) throws IOException {
    json.writeStartObject();
    json.writeFieldName("value");
    ClaimLines.write(naming.value(), json);
    json.writeStringField("how", key(naming.how()));
    write(naming.quote());
    json.writeEndObject();
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
