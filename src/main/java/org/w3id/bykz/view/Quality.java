package org.w3id.bykz.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.view.Listing.Cell;

/**
 * How well claims are read, as people look at it: a row for each kind of claim and each language, a
 * column for each metric, with its interval.
 */
public final class Quality {

  private Quality() {}

  /**
   * The table.
   *
   * @param rows of the question {@code how-well-read}
   */
  public static Listing of(List<Binding> rows, Reader reader) {
    List<String> metrics = rows.stream().map(Quality::metric).distinct().toList();
    Map<String, List<Binding>> bySubject =
        rows.stream().collect(groupingBy(Quality::subject, LinkedHashMap::new, toList()));
    Set<Integer> numbers =
        IntStream.rangeClosed(1, metrics.size()).boxed().collect(Collectors.toSet());
    return new Listing(
        Stream.concat(Stream.of(reader.say("about.quality.of")), metrics.stream()).toList(),
        numbers,
        bySubject.entrySet().stream()
            .map(each -> row(each.getKey(), each.getValue(), metrics, reader))
            .toList());
  }

  private static String metric(Binding row) {
    return Rows.text(row, "metricLabel");
  }

  private static String subject(Binding row) {
    return Rows.text(row, "textLanguageLabel", Rows.text(row, "frameLabel"));
  }

  private static List<Cell> row(
      String subject, List<Binding> measured, List<String> metrics, Reader reader) {
    return Stream.concat(
            Stream.of(cell(subject, "")),
            metrics.stream()
                .map(
                    metric ->
                        measured.stream()
                            .filter(each -> metric(each).equals(metric))
                            .findFirst()
                            .map(each -> cell(value(each, reader), Rows.text(each, "value")))
                            .orElse(cell("", ""))))
        .toList();
  }

  /** {@code 0.66 (0.57–0.75)}. */
  private static String value(Binding row, Reader reader) {
    String value = number(row, "value", reader);
    return row.contains("low")
        ? "%s (%s–%s)".formatted(value, number(row, "low", reader), number(row, "high", reader))
        : value;
  }

  private static String number(Binding row, String column, Reader reader) {
    return reader.number(new BigDecimal(Rows.text(row, column)));
  }

  private static Cell cell(String text, String number) {
    return new Cell(new Link(text, ""), number);
  }
}
