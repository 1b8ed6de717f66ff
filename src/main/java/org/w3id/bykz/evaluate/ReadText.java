package org.w3id.bykz.evaluate;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.claim.SentenceReading;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;

/**
 * What the extractor made of a text that gold names.
 *
 * @param language empty where the text could not be read, which leaves all else empty, too
 * @param readings how each sentence was read
 */
public record ReadText(
    String id,
    Optional<Language> language,
    String text,
    List<ClaimLine> claims,
    List<SentenceReading> readings) {

  public ReadText {
    claims = List.copyOf(claims);
    readings = List.copyOf(readings);
  }

  public static ReadText of(Document document, List<SentenceReading> readings) {
    List<ClaimLine> claims =
        ClaimLine.of(
            readings.stream()
                .flatMap(reading -> reading.claims().stream())
                .map(SentenceReading.Grounds::claim)
                .toList());
    return new ReadText(
        document.id(), Optional.of(document.language()), document.text(), claims, readings);
  }

  /** A text that could not be read: all that a reader finds in it is missed. */
  static ReadText unread(String id) {
    return new ReadText(id, Optional.empty(), "", List.of(), List.of());
  }

  /** Whether a claim's quote is the text at its offsets. */
  boolean holds(ClaimLine claim) {
    return claim.span().end() <= text.codePointCount(0, text.length())
        && claim.span().in(text).equals(claim.quote());
  }
}
