package org.w3id.bykz.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.evaluate.ClaimLine;
import org.w3id.bykz.evaluate.Evaluation;
import org.w3id.bykz.evaluate.Evaluation.Row;
import org.w3id.bykz.evaluate.Evaluation.Scope;
import org.w3id.bykz.evaluate.Figure;
import org.w3id.bykz.evaluate.Finding;
import org.w3id.bykz.evaluate.Finding.Cause;
import org.w3id.bykz.evaluate.Measure;

/** An evaluation for people to read. */
record EvaluationTable(PrintStream out) {

  void print(Evaluation evaluation, boolean findings) {
    if (findings) {
      evaluation.findings().forEach(this::print);
      causes(evaluation.findings());
    }
    figures(evaluation);
  }

  private void figures(Evaluation evaluation) {
    block(evaluation, "soft", Measure.PRECISION, Measure.RECALL, Measure.F1);
    block(evaluation, "strict", Measure.STRICT_PRECISION, Measure.STRICT_RECALL, Measure.STRICT_F1);
    block(evaluation, "pairs", Measure.MODALITY, Measure.POLARITY, Measure.ATTRIBUTION);
    line(
        "%s. In brackets: 95 %% intervals, from %,d bootstrap samples of the texts.",
        evaluation.texts() == 1 ? "1 text" : evaluation.texts() + " texts", Figure.SAMPLES);
    line("Ungrounded: %d.", evaluation.ungrounded());
  }

  private void block(Evaluation evaluation, String title, Measure... measures) {
    StringBuilder head = new StringBuilder("%-14s %5s %5s".formatted(title, "found", "gold"));
    for (Measure measure : measures) {
      head.append("  %-19s".formatted(measure.key().replace("strict-", "")));
    }
    line("%s", head);
    Scope last = Scope.FRAME;
    for (Row row : evaluation.rows()) {
      if (row.scope() != last) {
        line("");
        last = row.scope();
      }
      StringBuilder text =
          new StringBuilder("%-14s %5d %5d".formatted(row.key(), row.found(), row.gold()));
      for (Measure measure : measures) {
        text.append("  %-19s".formatted(figure(row.figure(measure))));
      }
      line("%s", text);
    }
    line("");
  }

  private static String figure(Figure figure) {
    String value = String.format(Locale.ROOT, "%.3f", figure.value());
    return figure
        .interval()
        .map(i -> String.format(Locale.ROOT, "%s [%.3f-%.3f]", value, i.low(), i.high()))
        .orElse(value);
  }

  private void print(Finding finding) {
    ClaimLine claim = finding.claim();
    line(
        "%-8s  %s  %s  %s",
        finding.kind().key(), claim.document(), claim.frame().key(), words(claim));
    if (finding.kind() == Finding.Kind.PARTLY) {
      finding.found().ifPresent(found -> line("  found   %s", words(found)));
    }
    line("  why     %s", finding.causes().stream().map(Cause::toString).collect(joining("; ")));
    line("  <-      %s", claim.quote().replaceAll("\\s+", " "));
    line("");
  }

  private static String words(ClaimLine claim) {
    String roles =
        claim.roles().entrySet().stream()
            .map(role -> role.getKey() + "=" + role.getValue())
            .collect(joining(" | "));
    String denied = claim.polarity().equals(Polarity.POSITIVE.key()) ? "" : ", denied";
    String speaker = claim.attributedTo().map(who -> ", said by " + who).orElse("");
    return roles + " (" + claim.modality() + denied + speaker + ")";
  }

  /** How often each cause comes first, the commonest first. */
  private void causes(List<Finding> findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            counts.merge(
                finding.kind().key() + ": " + finding.causes().get(0).kind(), 1, Integer::sum));
    counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(e -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> line("%5d  %s", entry.getValue(), entry.getKey()));
    line("");
  }

  private void line(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values).stripTrailing() + "\n");
  }
}
