package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.query.ZeroRows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.view.Cards;
import org.w3id.bykz.view.Home;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The first page: both its questions, asked with the parameters of its address. */
final class HomePage {

  private static final long CARDS = 20;
  private static final Query FIGURES = SparqlFile.bundled("pages/figures");
  private static final Query CHOICES = SparqlFile.bundled("pages/choices");
  private static final List<String> KINDS =
      List.of(
          "trade-flow",
          "trade-value",
          "agreement",
          "event",
          "project",
          "cooperation",
          "office",
          "production");

  private final Endpoint endpoint;
  private final Question claims;
  private final Question ties;

  HomePage(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.claims = questions.named("claims");
    this.ties = questions.named("links-between");
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    Wish wish = Wish.of(request, claims).speaking(reader, claims);
    Query query = claims.bind(wish.arguments(), endpoint);
    Query tying = ties.bind(wish.arguments(), endpoint);
    Query some = query.cloneQuery();
    some.setOffset(wish.offset());
    some.setLimit(CARDS + 1);
    List<Binding> found = rows(some);
    boolean isCut = found.size() > CARDS;
    Home home =
        new Home(
            figures(reader),
            choices(wish.arguments(), reader),
            ties(tying),
            Cards.of(
                found.stream().limit(CARDS).map(row -> row.get("claim")).toList(),
                reader,
                endpoint),
            found.isEmpty()
                ? Optional.of(ZeroRows.explain(some, endpoint, ZeroRows.BRIEF))
                : Optional.empty(),
            isCut ? "/" + wish.offset(wish.offset() + CARDS).queryString() : "",
            endpoint.address(),
            SearchEngines.dataset(endpoint));
    String address = "/" + wish.silent().queryString();
    Sheet sheet =
        new Sheet(
            reader,
            reader.say("home.title"),
            address,
            List.of(QuestionPages.made(claims, query, wish), QuestionPages.made(ties, tying, wish)),
            List.of());
    return Reply.html("home", sheet, home);
  }

  private List<Binding> rows(Query query) {
    return endpoint.answer(query, exec -> Rows.copy(exec.select()));
  }

  private List<Home.Tie> ties(Query query) {
    return rows(query).stream()
        .map(
            row ->
                new Home.Tie(
                    Link.to(row.get("one"), text(row, "oneLabel")),
                    Link.to(row.get("other"), text(row, "otherLabel")),
                    Cards.kind(row.get("frame")),
                    Integer.parseInt(text(row, "facts")),
                    Integer.parseInt(text(row, "plans"))))
        .toList();
  }

  private List<Home.Figure> figures(Reader reader) {
    return rows(FIGURES).stream()
        .map(
            row ->
                new Home.Figure(
                    reader.say("figure." + text(row, "what")),
                    reader.number(Long.parseLong(text(row, "count")))))
        .toList();
  }

  private List<Home.Choice> choices(Map<String, String> arguments, Reader reader) {
    Map<String, List<Home.Option>> options =
        rows(QueryTransformOps.replaceVars(CHOICES, Map.of(Var.alloc("language"), reader.node())))
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> text(row, "parameter"),
                    TreeMap::new,
                    Collectors.mapping(
                        row ->
                            new Home.Option(Prefixes.shorten(row.get("value")), text(row, "label")),
                        Collectors.toList())));
    options.put(
        "kind",
        KINDS.stream().map(kind -> new Home.Option(kind, reader.say("kind." + kind))).toList());
    List<Home.Choice> choices = new ArrayList<>();
    for (String name :
        List.of("kind", "thing", "product", "sector", "modality", "since", "until")) {
      choices.add(
          new Home.Choice(
              name, arguments.getOrDefault(name, ""), options.getOrDefault(name, List.of())));
    }
    return choices;
  }

  private static String text(Binding row, String column) {
    return row.contains(column) ? row.get(column).getLiteralLexicalForm() : "";
  }
}
