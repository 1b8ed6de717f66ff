package org.w3id.bykz.benchmark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3id.bykz.Version;

/**
 * The figures of one benchmark: each is printed as it is found and stands from then on in {@code
 * target/benchmarks/NAME.json}, of which {@link FiguresPage} makes a page.
 */
public final class Figures {

  /** Where all benchmarks leave what they found. */
  static final Path FOLDER = Path.of("target", "benchmarks");

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;
  private final Run run;
  private final List<Figure> figures = new ArrayList<>();

  private Figures(Path file, Run run) {
    this.file = file;
    this.run = run;
  }

  /**
   * What was measured, when, and on what.
   *
   * @param load how many processes wanted a processor in the minute before: above nought, others
   *     took part of what is measured
   */
  record Run(
      String benchmark,
      String version,
      String started,
      String system,
      int processors,
      long megabytes,
      double load) {

    static Run of(String benchmark) {
      OperatingSystemMXBean system =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Run(
          benchmark,
          Version.CURRENT,
          Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
          "%s %s, Java %s".formatted(system.getName(), system.getArch(), Runtime.version()),
          system.getAvailableProcessors(),
          system.getTotalMemorySize() >> 20,
          system.getSystemLoadAverage());
    }
  }

  /**
   * A figure.
   *
   * @param part of the benchmark; within it figures are compared
   * @param subject what was measured
   * @param measure what of it; its last word is the unit
   */
  record Figure(String part, String subject, String measure, double value) {

    String unit() {
      return measure.substring(measure.lastIndexOf(' ') + 1);
    }
  }

  /** What the file holds. */
  record Report(Run run, List<Figure> figures) {

    static Report read(Path file) {
      try {
        return GSON.fromJson(Files.readString(file), Report.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A value of a subject. */
  public record Measured(String measure, double value) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, value < 10 ? "%,.2f %s" : "%,.0f %s", value, measure);
    }
  }

  /** Those of a benchmark that starts now; what an earlier run of it left goes. */
  public static Figures of(String benchmark) {
    return new Figures(FOLDER.resolve(benchmark + ".json"), Run.of(benchmark));
  }

  /** How long a step takes. */
  static double seconds(Runnable step) {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Takes what was measured of a subject. */
  public void add(String part, String subject, List<Measured> measured) {
    StringBuilder line = new StringBuilder("%-28s %-32s".formatted(part, subject));
    for (Measured each : measured) {
      line.append("  ").append(each);
      figures.add(new Figure(part, subject, each.measure, each.value));
    }
    System.out.println(line);
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file, GSON.toJson(new Report(run, figures)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
