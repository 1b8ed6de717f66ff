package org.w3id.bykz.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.ClaimIndex;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** Reads sources with the passages that their claims rest on. */
public final class Sources {

  private static final Query SOURCE = SparqlFile.bundled("pages/source");

  /** Codes of the EU's language table, and those that pages of the web use. */
  private static final Map<String, String> TONGUES = Map.of("ENG", "en", "DEU", "de", "RUS", "ru");

  private Sources() {}

  /** Offsets in code points; who it is of is a claim's key, or empty for a silent sentence. */
  private record Passage(int start, int end, String claim) {

    boolean covers(int from) {
      return start <= from && from < end;
    }
  }

  /** A source of that name; empty if there is none. */
  public static Optional<SourceView> of(
      Node source, Reader reader, Endpoint endpoint, ClaimIndex claims) {
    List<Binding> rows = Rows.of(reader.asking(SOURCE, source), endpoint);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(view(source, rows, reader, endpoint, claims));
  }

  private static SourceView view(
      Node source, List<Binding> rows, Reader reader, Endpoint endpoint, ClaimIndex claims) {
    Binding first = rows.get(0);
    List<Node> told = claims.about(source).stream().map(ClaimIndex.Entry::claim).toList();
    List<Card> cards = Cards.of(told, reader, endpoint);
    List<Passage> passages = new ArrayList<>();
    cards.forEach(card -> passages.add(new Passage(card.start(), card.end(), card.key())));
    for (Binding row : rows) {
      if (row.contains("silentStart")) {
        passages.add(new Passage(number(row, "silentStart"), number(row, "silentEnd"), ""));
      }
    }
    return new SourceView(
        Rows.text(first, "title", Prefixes.key(source)),
        reader.date(Rows.text(first, "issued")),
        Optional.ofNullable(first.get("publisher"))
            .map(
                publisher ->
                    first.contains("publisherLabel")
                        ? Link.to(publisher, Rows.text(first, "publisherLabel"))
                        : Link.to(publisher)),
        Optional.ofNullable(first.get("address")).map(each -> Link.to(each, each.getURI())),
        first.contains("tongue") ? TONGUES.getOrDefault(Prefixes.key(first.get("tongue")), "") : "",
        pieces(Rows.text(first, "text"), passages),
        Link.to(source).href().replaceFirst("^/id/source/", "/changes/"),
        cards,
        Curations.former(source, reader, endpoint));
  }

  private static List<SourceView.Piece> pieces(String text, List<Passage> passages) {
    int[] points = text.codePoints().toArray();
    Set<Integer> cuts = new TreeSet<>(Set.of(0, points.length));
    for (Passage passage : passages) {
      cuts.add(Math.min(passage.start, points.length));
      cuts.add(Math.min(passage.end, points.length));
    }
    List<Integer> bounds = List.copyOf(cuts);
    List<SourceView.Piece> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      int from = bounds.get(i);
      List<Passage> here = passages.stream().filter(passage -> passage.covers(from)).toList();
      Set<String> begins = new LinkedHashSet<>();
      here.stream()
          .filter(passage -> passage.start == from)
          .forEach(passage -> begins.add("char=%d,%d".formatted(from, passage.end)));
      pieces.add(
          new SourceView.Piece(
              new String(points, from, bounds.get(i + 1) - from),
              List.copyOf(begins),
              here.stream().map(Passage::claim).filter(claim -> !claim.isEmpty()).toList(),
              here.stream().anyMatch(passage -> passage.claim.isEmpty())));
    }
    return pieces;
  }

  private static int number(Binding row, String column) {
    return Integer.parseInt(Rows.text(row, column));
  }
}
