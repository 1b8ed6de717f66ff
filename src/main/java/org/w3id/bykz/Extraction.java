package org.w3id.bykz;

import java.io.IOException;
import java.util.List;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.claim.ReadingLines;
import org.w3id.bykz.claim.SentenceReading;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Sentence;

/**
 * What became of one text: the document, its claims in the text's order, corrected where a curator
 * wants it, and how much gave any.
 *
 * @param readings how each sentence was read, where that was asked for; else none
 */
public record Extraction(
    Document document, Curated curated, Coverage coverage, List<SentenceReading> readings) {

  public Extraction {
    readings = List.copyOf(readings);
  }

  static Extraction of(Document document, List<Sentence> sentences, Curated curated) {
    Coverage coverage = Passages.coverage(document.text(), sentences, curated.claims());
    return new Extraction(document, curated, coverage, List.of());
  }

  static Extraction explained(
      Document document, List<Sentence> sentences, List<SentenceReading> readings) {
    List<Claim> claims =
        readings.stream().flatMap(each -> each.claims().stream()).map(Grounds::claim).toList();
    Coverage coverage = Passages.coverage(document.text(), sentences, claims);
    return new Extraction(document, Curated.untouched(claims), coverage, readings);
  }

  public List<Claim> claims() {
    return curated.claims();
  }

  public void writeTo(QuadWriter quads) {
    quads.write(document, curated, coverage);
  }

  public void writeTo(ClaimLines lines) throws IOException {
    for (Claim claim : claims()) {
      lines.write(claim);
    }
  }

  public void writeTo(ReadingLines lines) throws IOException {
    for (SentenceReading reading : readings) {
      lines.write(reading);
    }
  }
}
