package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.w3id.bykz.query.ClaimIndex;
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
import org.w3id.bykz.view.Shown;

/** The first page: both its questions, asked with the parameters of its address. */
final class HomePage {

  private static final int CARDS = 20;
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
  private final Names names;
  private final Question claims;
  private final Question ties;
  private final PerVersion<String> dataset;

  HomePage(Endpoint endpoint, Names names, Questions questions) {
    this.endpoint = endpoint;
    this.names = names;
    this.claims = questions.named("claims");
    this.ties = questions.named("links-between");
    this.dataset = new PerVersion<>(endpoint, () -> SearchEngines.dataset(endpoint));
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    Wish wish = Wish.of(request, claims).speaking(reader, claims);
    // Both questions have the same parameters.
    Map<Var, Node> values = claims.values(wish.arguments(), endpoint);
    Query query = claims.bind(values);
    Query tying = ties.bind(values);
    ClaimIndex.Choice choice = ClaimIndex.Choice.of(values);
    List<Node> found =
        names
            .claims()
            .chosen(choice)
            .skip(wish.offset())
            .limit(CARDS + 1)
            .map(ClaimIndex.Entry::claim)
            .toList();
    boolean isCut = found.size() > CARDS;
    Home home =
        new Home(
            figures(reader),
            choices(wish.arguments(), reader),
            ties(choice, reader),
            Cards.of(isCut ? found.subList(0, CARDS) : found, reader, endpoint),
            found.isEmpty()
                ? Optional.of(ZeroRows.explain(query, endpoint, ZeroRows.BRIEF))
                : Optional.empty(),
            isCut ? "/" + wish.offset(wish.offset() + CARDS).queryString() : "",
            endpoint.address(),
            dataset.get());
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

  private List<Home.Tie> ties(ClaimIndex.Choice choice, Reader reader) {
    List<ClaimIndex.Tie> found = names.claims().ties(choice);
    Set<Node> areas =
        found.stream()
            .flatMap(tie -> Stream.of(tie.one(), tie.other()))
            .collect(Collectors.toSet());
    Map<Node, String> shown = Shown.of(areas, reader, endpoint);
    return found.stream()
        .map(
            tie ->
                new Home.Tie(
                    Link.to(tie.one(), shown.getOrDefault(tie.one(), "")),
                    Link.to(tie.other(), shown.getOrDefault(tie.other(), "")),
                    tie.kind(),
                    tie.facts(),
                    tie.plans()))
        .toList();
  }

  private List<Home.Figure> figures(Reader reader) {
    return Rows.of(FIGURES, endpoint).stream()
        .map(
            row ->
                new Home.Figure(
                    reader.say("figure." + Rows.text(row, "what")),
                    reader.number(Long.parseLong(Rows.text(row, "count")))))
        .toList();
  }

  private List<Home.Choice> choices(Map<String, String> arguments, Reader reader) {
    Map<String, List<Home.Option>> options =
        Rows.of(reader.asking(CHOICES), endpoint).stream()
            .collect(
                Collectors.groupingBy(
                    row -> Rows.text(row, "parameter"),
                    TreeMap::new,
                    Collectors.mapping(
                        row ->
                            new Home.Option(
                                Prefixes.shorten(row.get("value")), Rows.text(row, "label")),
                        Collectors.toList())));
    for (String kind : List.of("product", "sector")) {
      options.put(
          kind,
          Shown.of(names.claims().spokenOf(kind), reader, endpoint).entrySet().stream()
              .map(each -> new Home.Option(Prefixes.shorten(each.getKey()), each.getValue()))
              .sorted(Comparator.comparing(Home.Option::label))
              .toList());
    }
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
}
