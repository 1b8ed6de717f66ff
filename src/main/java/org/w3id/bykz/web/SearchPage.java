package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.NameIndex;
import org.w3id.bykz.view.Found;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;
import org.w3id.bykz.view.Shown;

/** Things by their names, in every script and spelling. */
final class SearchPage {

  static final String PATH = "/search";

  private static final int MOST = 12;

  /** Longer than any name; what is longer is no name, and not worth comparing. */
  private static final int LONGEST = 200;

  private final Names names;
  private final Endpoint endpoint;

  SearchPage(Names names, Endpoint endpoint) {
    this.names = names;
    this.endpoint = endpoint;
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    String asked = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    List<Found.Hit> hits =
        asked.isEmpty() || asked.length() > LONGEST ? List.of() : hits(asked, reader);
    Sheet sheet =
        Sheet.of(reader, reader.say("search.title", asked), PATH + "?q=" + Wish.encoded(asked));
    return Reply.html("search", sheet, new Found(asked, hits));
  }

  /** Names that begin so before those that are like it, a thing once. */
  private List<Found.Hit> hits(String asked, Reader reader) {
    Map<Node, NameIndex.Hit> hits = new LinkedHashMap<>();
    Stream.concat(
            names.index().beginning(asked, named -> true, MOST).stream(),
            names.index().like(asked, named -> true, MOST).stream())
        .forEach(hit -> hits.putIfAbsent(hit.named().thing(), hit));
    List<NameIndex.Hit> best = hits.values().stream().limit(MOST).toList();
    Map<Node, String> shown =
        Shown.of(best.stream().map(hit -> hit.named().thing()).toList(), reader, endpoint);
    return best.stream().map(hit -> hit(hit, shown, reader)).toList();
  }

  private static Found.Hit hit(NameIndex.Hit hit, Map<Node, String> shown, Reader reader) {
    String key = hit.named().key();
    Node thing = hit.named().thing();
    return new Found.Hit(
        Link.to(thing, shown.getOrDefault(thing, hit.named().name())),
        hit.by(),
        reader.say("thing." + key.substring(0, key.indexOf('/'))));
  }
}
