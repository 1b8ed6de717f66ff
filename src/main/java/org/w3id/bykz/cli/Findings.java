package org.w3id.bykz.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3id.bykz.Extraction;

/** What was found in texts, for people to read: a line for each and a sum. */
final class Findings {

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> frames = new TreeMap<>();
  private int claims;

  void add(Extraction extraction) {
    lines.add(
        "%-5s %-10s  %3d claims in %d of %d sentences  %s"
            .formatted(
                extraction.document().id(),
                extraction.document().source().issued().orElse("undated"),
                extraction.claims().size(),
                extraction.coverage().withClaims(),
                extraction.coverage().sentences(),
                extraction.document().source().title().orElse("")));
    extraction.claims().forEach(claim -> frames.merge(claim.frame().key(), 1, Integer::sum));
    claims += extraction.claims().size();
  }

  void print(PrintStream out) {
    lines.forEach(line -> out.println(line.stripTrailing()));
    String byFrame =
        frames.entrySet().stream()
            .map(frame -> frame.getValue() + " " + frame.getKey())
            .collect(Collectors.joining(", "));
    out.printf("%,d claims in %,d texts: %s.%n%n", claims, lines.size(), byFrame);
  }
}
