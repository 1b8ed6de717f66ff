package org.w3id.bykz.view;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.view.Changes.Fact;
import org.w3id.bykz.view.Changes.Item;
import org.w3id.bykz.view.Changes.Section;

/** Reads what changed with sources. */
public final class SourceChanges {

  private static final Query NEWEST = SparqlFile.bundled("pages/newest-sources");
  private static final Query OF_SOURCES = SparqlFile.bundled("answers/changes-by-source");
  private static final Var SOURCE = Var.alloc("source");

  private SourceChanges() {}

  /** The newest sources and former sources, without their counts; undated ones come last. */
  public static List<Item> newest(Reader reader, Endpoint endpoint, long offset, int most) {
    Query query = reader.asking(NEWEST);
    query.setOffset(offset);
    query.setLimit(most);
    return Rows.of(query, endpoint).stream().map(row -> item(row, reader)).toList();
  }

  /** How many facts changed with each of some sources, by the kinds and in their order. */
  public static Map<Node, List<Long>> counts(List<Node> sources, Endpoint endpoint) {
    Map<Node, Set<List<Node>>> facts = new HashMap<>();
    Query query = Rows.within(Reader.ENGLISH.asking(OF_SOURCES), SOURCE, sources);
    Rows.of(query, endpoint)
        .forEach(
            row ->
                facts
                    .computeIfAbsent(row.get(SOURCE), key -> new HashSet<>())
                    .add(List.of(row.get("change"), row.get("fact"))));
    Map<Node, List<Long>> counts = new HashMap<>();
    facts.forEach(
        (source, all) ->
            counts.put(
                source,
                Changes.KINDS.stream()
                    .map(
                        kind -> all.stream().filter(each -> kind(each.get(0)).equals(kind)).count())
                    .toList()));
    return counts;
  }

  /** One source with all facts that changed with it; empty if there is no such source. */
  public static Optional<Changes.Of> of(Node source, Reader reader, Endpoint endpoint) {
    return Rows.of(reader.asking(NEWEST, source), endpoint).stream()
        .findFirst()
        .map(
            row ->
                new Changes.Of(
                    item(row, reader),
                    whole(source, reader),
                    sections(Rows.of(asking(source, reader), endpoint), reader)));
  }

  /** The query by which the facts of a source are read. */
  public static Query asking(Node source, Reader reader) {
    return Rows.within(reader.asking(OF_SOURCES), SOURCE, List.of(source));
  }

  private static Link whole(Node source, Reader reader) {
    return new Link(
        reader.say("changes.source"),
        Link.to(source).href().replaceFirst("^/id/source/", "/sources/"));
  }

  private static Item item(Binding row, Reader reader) {
    Node source = row.get(SOURCE);
    Node title = row.get("title");
    String known = Rows.text(row, "known");
    return new Item(
        source.getURI(),
        new Link(
            Rows.text(row, "title", Prefixes.key(source)),
            Link.to(source).href().replaceFirst("^/id/source/", "/changes/")),
        title == null ? "" : title.getLiteralLanguage(),
        lastDay(known),
        reader.date(known),
        Optional.ofNullable(row.get("publisher"))
            .map(each -> Link.to(each, Rows.text(row, "publisherLabel", Prefixes.shorten(each)))),
        withdrawal(row, reader),
        List.of());
  }

  private static String withdrawal(Binding row, Reader reader) {
    if (!row.contains("reason")) {
      return "";
    }
    String reason = Rows.text(row, "reason");
    return row.contains("curator")
        ? reader.say("changes.withdrawn-by", Rows.text(row, "curator"), reason)
        : reader.say("changes.withdrawn-because", reason);
  }

  /** The last day of a date, a month or a year; empty where it is none of them. */
  public static String lastDay(String edtf) {
    if (edtf.matches("\\d{4}")) {
      return edtf + "-12-31";
    }
    if (edtf.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      return YearMonth.parse(edtf).atEndOfMonth().toString();
    }
    return edtf.matches("\\d{4}-\\d{2}-\\d{2}") ? edtf : "";
  }

  private static List<Section> sections(List<Binding> rows, Reader reader) {
    List<Section> sections = new ArrayList<>();
    for (String kind : Changes.KINDS) {
      Map<Node, List<Binding>> facts =
          rows.stream()
              .filter(row -> kind(row.get("change")).equals(kind))
              .collect(
                  Collectors.groupingBy(
                      row -> row.get("fact"), LinkedHashMap::new, Collectors.toList()));
      if (!facts.isEmpty()) {
        sections.add(
            new Section(
                kind,
                facts.size(),
                facts.values().stream().map(each -> fact(each, reader)).toList()));
      }
    }
    return sections;
  }

  private static Fact fact(List<Binding> rows, Reader reader) {
    Binding first = rows.get(0);
    return new Fact(
        Link.to(
            first.get("fact"), Rows.text(first, "factLabel", Prefixes.shorten(first.get("fact")))),
        isFact(first) ? "" : Rows.text(first, "modalityLabel"),
        Rows.text(first, "reason"),
        rows.stream()
            .map(row -> row.get("claim"))
            .filter(claim -> claim != null)
            .map(claim -> Link.to(claim, reader.say("claim")))
            .toList());
  }

  private static boolean isFact(Binding row) {
    return row.contains("modality") && Prefixes.key(row.get("modality")).equals("fact");
  }

  /** As {@code new} of {@code bykz:newFact}. */
  private static String kind(Node change) {
    return change.getURI().replaceFirst("^.*#(.*)Fact$", "$1");
  }
}
