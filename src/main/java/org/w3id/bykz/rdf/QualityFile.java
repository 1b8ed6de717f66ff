package org.w3id.bykz.rdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.evaluate.Evaluation;
import org.w3id.bykz.evaluate.Evaluation.Row;
import org.w3id.bykz.evaluate.Figure;
import org.w3id.bykz.evaluate.Measure;
import org.w3id.bykz.text.Language;

/**
 * Writes what an evaluation found as the Turtle of {@code ontology/quality.ttl}: measurements of
 * the Data Quality Vocabulary, computed on the claims of a frame, on those of texts in a language,
 * or on all.
 */
public final class QualityFile {

  /** What is published, and thus has a concept among the metrics. */
  private static final List<Measure> PUBLISHED =
      List.of(Measure.PRECISION, Measure.RECALL, Measure.STRICT_PRECISION, Measure.STRICT_RECALL);

  private final StringBuilder text = new StringBuilder();

  private QualityFile() {}

  /**
   * The file.
   *
   * @param texts ids of the texts that were read
   * @param version of the software that read them
   */
  public static String of(Evaluation evaluation, List<String> texts, String version) {
    QualityFile file = new QualityFile();
    file.head(evaluation, texts, version);
    for (Row row : evaluation.rows()) {
      PUBLISHED.forEach(measure -> file.measurement(row, measure));
    }
    return file.text.toString();
  }

  private void head(Evaluation evaluation, List<String> texts, String version) {
    String measured =
        "Measured on %s, beside %d claims that a careful reader found."
            .formatted(texts(texts), evaluation.all().gold());
    line("# How well claims are read. Made by the command evaluate of bykz " + version + " with");
    line(
        "# --format turtle, not by hand. Texts that the rules were made with are read better than");
    line("# others: expect less of a text that nobody has shown it.");
    line("@base <" + Iris.BASE + "> .");
    line("@prefix bykz: <" + Bykz.NAMESPACE + "> .");
    line("@prefix dcterms: <http://purl.org/dc/terms/> .");
    line("@prefix dqv: <http://www.w3.org/ns/dqv#> .");
    line("");
    line("<graph/quality> a dqv:QualityMetadata ;");
    line("    dcterms:description \"" + measured + "\"@en .");
  }

  private static String texts(List<String> texts) {
    return texts.size() == 1
        ? "the text " + texts.get(0)
        : "%d texts (%s)".formatted(texts.size(), String.join(", ", texts));
  }

  private void measurement(Row row, Measure measure) {
    boolean found = measure == Measure.PRECISION || measure == Measure.STRICT_PRECISION;
    int sample = found ? row.found() : row.gold();
    if (sample == 0) {
      return;
    }
    Figure figure = row.figure(measure);
    line("");
    line("<id/measurement/%s-%s> a dqv:QualityMeasurement ;".formatted(row.key(), measure.key()));
    line("    dqv:isMeasurementOf <id/metric/%s> ;".formatted(measure.key()));
    line("    dqv:computedOn bykz:%s ;".formatted(claims(row).getLocalName()));
    Language.ofTag(row.key())
        .ifPresent(
            language -> line("    dcterms:language <%s> ;".formatted(Iris.language(language))));
    line("    dqv:value %s ;".formatted(decimal(figure.value())));
    figure
        .interval()
        .ifPresent(
            interval ->
                line(
                    "    bykz:intervalLow %s ; bykz:intervalHigh %s ;"
                        .formatted(decimal(interval.low()), decimal(interval.high()))));
    line("    bykz:sampleSize %d ; bykz:sampledTexts %d .".formatted(sample, row.texts()));
  }

  private static IRI claims(Row row) {
    return Frame.of(row.key()).map(Bykz::claimClass).orElse(Bykz.CLAIM);
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
