package org.w3id.bykz.cli;

import java.io.PrintStream;
import java.util.List;
import org.w3id.bykz.Extraction;
import org.w3id.bykz.claim.SentenceReading;

/** For people: how many sentences of each text gave claims, and which were read in vain. */
final class CoverageReport {

  private final PrintStream out;
  private int texts;
  private int sentences;
  private int withClaims;

  CoverageReport(PrintStream out) {
    this.out = out;
  }

  void print(Extraction extraction) {
    List<SentenceReading> read =
        extraction.readings().stream().filter(SentenceReading::read).toList();
    List<SentenceReading> silent = read.stream().filter(each -> each.claims().isEmpty()).toList();
    texts++;
    sentences += read.size();
    withClaims += read.size() - silent.size();
    String rest = silent.isEmpty() ? "." : "; these did not:";
    out.printf(
        "%s  %d of %d sentences gave claims%s\n",
        extraction.document().id(), read.size() - silent.size(), read.size(), rest);
    for (SentenceReading each : silent) {
      out.print("  " + Explanations.quoted(each.sentence()) + "\n");
      out.print("    " + Explanations.nearest(each) + "\n");
    }
  }

  void printSum() {
    String subject = texts == 1 ? "1 text" : "%,d texts".formatted(texts);
    out.printf("%s: %,d of %,d sentences gave claims.\n", subject, withClaims, sentences);
  }
}
