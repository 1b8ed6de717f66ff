package org.w3id.bykz.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.w3id.bykz.benchmark.Figures.Figure;
import org.w3id.bykz.benchmark.Figures.Report;
import org.w3id.bykz.benchmark.Figures.Run;

/**
 * Makes {@code target/benchmarks/index.html} of the figures that stand there: a table for each part
 * of a benchmark, each value with a bar beside the greatest of its unit.
 */
final class FiguresPage {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
      table { border-collapse: collapse; margin: 0 0 2rem; }
      caption, th { text-align: left; font-weight: 600; }
      caption { margin-bottom: .3rem; }
      th, td { padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #8885; vertical-align: top; }
      td { font-variant-numeric: tabular-nums; min-width: 6rem; }
      td i { display: block; height: .3rem; background: #1f6feb; }
      """;

  private FiguresPage() {}

  public static void main(String[] args) throws IOException {
    Path file = Figures.FOLDER.resolve("index.html");
    try (Stream<Path> files = Files.list(Figures.FOLDER)) {
      Files.writeString(
          file,
          of(files.filter(each -> each.toString().endsWith(".json")).map(Report::read).toList()));
    }
    System.out.println(file);
  }

  /** The page, in the order in which the benchmarks were started. */
  static String of(List<Report> reports) {
    Document page = Document.createShell("");
    page.title("bykz: benchmarks");
    page.head().appendElement("meta").attr("charset", "UTF-8");
    page.head().appendElement("style").appendText(STYLE);
    page.body().appendElement("h1").text("Benchmarks");
    reports.stream()
        .sorted(Comparator.comparing(report -> report.run().started()))
        .forEach(report -> show(report, page.body()));
    return page.outerHtml();
  }

  private static void show(Report report, Element body) {
    Run run = report.run();
    body.appendElement("h2").text(run.benchmark());
    body.appendElement("p")
        .text(
            String.format(
                Locale.ROOT,
                "bykz %s, %s; %s, %d processors, %,d MB; load before %.1f. %s.json has the same.",
                run.version(),
                run.started(),
                run.system(),
                run.processors(),
                run.megabytes(),
                run.load(),
                run.benchmark()));
    report.figures().stream()
        .map(Figure::part)
        .distinct()
        .forEach(part -> show(part, ofPart(report, part), body));
  }

  private static List<Figure> ofPart(Report report, String part) {
    return report.figures().stream().filter(figure -> figure.part().equals(part)).toList();
  }

  private static void show(String part, List<Figure> figures, Element body) {
    Map<String, Double> greatest = new LinkedHashMap<>();
    figures.forEach(figure -> greatest.merge(figure.unit(), figure.value(), Math::max));
    List<String> measures = figures.stream().map(Figure::measure).distinct().toList();
    Element table = body.appendElement("table");
    table.appendElement("caption").text(part);
    Element head = table.appendElement("tr");
    head.appendElement("th");
    measures.forEach(measure -> head.appendElement("th").attr("scope", "col").text(measure));
    figures.stream()
        .map(Figure::subject)
        .distinct()
        .forEach(
            subject -> {
              Element row = table.appendElement("tr");
              row.appendElement("th").attr("scope", "row").text(subject);
              for (String measure : measures) {
                Element cell = row.appendElement("td");
                figures.stream()
                    .filter(each -> each.subject().equals(subject))
                    .filter(each -> each.measure().equals(measure))
                    .forEach(each -> show(each, greatest.get(each.unit()), cell));
              }
            });
  }

  private static void show(Figure figure, double greatest, Element cell) {
    cell.text(String.format(Locale.ROOT, figure.value() < 10 ? "%.2f" : "%,.0f", figure.value()));
    double share = greatest == 0 ? 0 : 100 * figure.value() / greatest;
    cell.appendElement("i").attr("style", String.format(Locale.ROOT, "width: %.1f%%", share));
  }
}
