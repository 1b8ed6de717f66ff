package org.w3id.bykz.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.bykz.Extraction;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Quote;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.SentenceReading;
import org.w3id.bykz.claim.SentenceReading.Filling;
import org.w3id.bykz.claim.SentenceReading.Grounds;
import org.w3id.bykz.claim.SentenceReading.Miss;

/** How sentences were read, for people: what each claim rests on, or how near there was one. */
record Explanations(PrintStream out) {

  private static final int WIDTH = 12;

  void print(Extraction extraction) {
    extraction.readings().forEach(this::print);
  }

  private void print(SentenceReading reading) {
    line("%s  %s", reading.document(), quoted(reading.sentence()));
    if (!reading.read()) {
      String zone = reading.zone().name().toLowerCase(Locale.ROOT);
      line("  not read for claims: %s", zone);
    } else if (reading.claims().isEmpty()) {
      line("  no claim: %s", nearest(reading));
    }
    reading.claims().forEach(this::print);
    line("");
  }

  /** What a sentence without claims came nearest to. */
  static String nearest(SentenceReading reading) {
    if (!reading.read()) {
      return "not read";
    }
    return reading.misses().isEmpty() ? "no cue" : words(reading.misses().get(0));
  }

  private static String words(Miss miss) {
    String roles = miss.lacking().stream().map(Role::key).collect(Collectors.joining(", "));
    String cue = "%s, by %s: ".formatted(miss.frame().key(), quoted(miss.cue().quote()));
    return (cue + miss.why().words() + " " + roles).stripTrailing();
  }

  private void print(Grounds grounds) {
    Claim claim = grounds.claim();
    String polarity = claim.polarity() == Polarity.NEGATIVE ? ", denied" : "";
    line(
        "  %s  %s%s, confidence %.2f",
        claim.frame().key(), claim.modality().key(), polarity, claim.confidence());
    String opened = claim.foundBy().get(0);
    row("cue", opened, grounds.cue(), "");
    for (Filling filling : grounds.fillings()) {
      row(
          filling.role().key(),
          filling.value().plain(),
          filling.quote(),
          filling.how().words() + filling.earlier().map(words -> ", " + quoted(words)).orElse(""));
    }
    claim.attributedTo().ifPresent(who -> row("said by", who.plain(), grounds.speaker(), ""));
    List<String> rules = grounds.rules();
    if (!rules.isEmpty()) {
      row("rules", String.join(", ", rules), Optional.empty(), "");
    }
  }

  private void row(String what, String value, Optional<Quote> quote, String how) {
    String words = quote.map(Explanations::quoted).orElse("");
    String from = words.isEmpty() || how.isEmpty() ? words + how : words + "  " + how;
    line("    %-" + WIDTH + "s%s%s", what, value, from.isEmpty() ? "" : "  <- " + from);
  }

  static String quoted(Quote quote) {
    String text = quote.text().replaceAll("\\R+", " ").replaceAll("\\p{Cntrl}", " ");
    return "\"%s\" %d-%d".formatted(text, quote.span().start(), quote.span().end());
  }

  private void line(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values).stripTrailing() + "\n");
  }
}
