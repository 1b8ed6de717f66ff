package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.view.Cards;
import org.w3id.bykz.view.Disagreement;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The same figures told differently by different sources, side by side. */
final class DisagreementsPage {

  static final String PATH = "/disagreements";

  /** The others are in the answer to the question, which the page leads to. */
  private static final int MOST = 30;

  private final Endpoint endpoint;
  private final Question question;

  DisagreementsPage(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.question = questions.named("figures-told-differently");
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    Wish wish = Wish.of(request, question).speaking(reader, question);
    Query query = question.bind(wish.arguments(), endpoint);
    Map<Node, List<Binding>> figures =
        Rows.of(query, endpoint).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("disagreement"), LinkedHashMap::new, Collectors.toList()));
    List<Disagreement> all = new ArrayList<>();
    figures.values().stream().limit(MOST).forEach(rows -> all.add(disagreement(rows, reader)));
    Sheet sheet =
        new Sheet(
            reader,
            reader.say("disagreements.title"),
            PATH,
            List.of(QuestionPages.made(question, query, wish)),
            List.of());
    return Reply.html("disagreements", sheet, all);
  }

  private Disagreement disagreement(List<Binding> rows, Reader reader) {
    Binding first = rows.get(0);
    return new Disagreement(
        what(first),
        first.contains("period") ? reader.date(Rows.text(first, "period")) : "",
        rows.stream().map(row -> range(row, reader)).distinct().collect(Collectors.joining("; ")),
        Rows.text(first, "kindLabel"),
        Cards.of(rows.stream().map(row -> row.get("claim")).toList(), reader, endpoint));
  }

  /** Whose figure of what: of what goes one way, or of a product. */
  private static String what(Binding row) {
    String sides =
        Stream.of("fromLabel", "toLabel")
            .map(side -> Rows.text(row, side))
            .filter(side -> !side.isEmpty())
            .collect(Collectors.joining(" – "));
    return "%s: %s (%s)"
        .formatted(
            sides,
            Rows.text(row, row.contains("flow") ? "flowLabel" : "productLabel"),
            Rows.text(row, "indicatorLabel"));
  }

  /** The lowest and highest value in a row's currency or unit; without either they are growth. */
  private static String range(Binding row, Reader reader) {
    String unit = Rows.text(row, "currency") + Rows.text(row, "unitLabel");
    String ends =
        Stream.of("lowest", "highest")
            .map(end -> new BigDecimal(Rows.text(row, end)))
            .map(end -> unit.isEmpty() ? reader.growth(end) : reader.number(end))
            .distinct()
            .collect(Collectors.joining(" – "));
    return "%s %s".formatted(ends, unit).strip();
  }
}
