package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.bykz.store.TextFile;

/** Styles and scripts: ours, and the libraries' by names that do not change with their versions. */
final class Assets {

  static final String PATH = "/assets/";

  private static final String OWN = "org/w3id/bykz/web/assets/";
  private static final String WEBJARS = "META-INF/resources/webjars/";

  private static final Set<String> OURS =
      Set.of("bykz.css", "bykz.js", "chart.js", "editor.js", "graph.js", "map.js");

  private static final Map<String, String> OF_LIBRARIES =
      Map.of(
          "d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js",
          "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
          "yasgui.js", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.js",
          "yasgui.css", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.css");

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  Reply reply(HttpServletRequest request) {
    String name = Descriptions.path(request).substring(PATH.length());
    return OURS.contains(name) || OF_LIBRARIES.containsKey(name)
        ? replies.computeIfAbsent(name, Assets::read)
        : Reply.problem(404, "There is no " + request.getRequestURI() + " here.");
  }

  private static Reply read(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return new Reply(
        200,
        type,
        TextFile.bundled(OF_LIBRARIES.getOrDefault(name, OWN + name)).text(),
        Map.of("Cache-Control", "public, max-age=3600"));
  }
}
