package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.bykz.store.TextFile;

/** Styles and scripts: ours, and the libraries' by names that do not change with their versions. */
final class Assets {

  static final String PATH = "/assets/";

  private static final String OWN = "org/w3id/bykz/web/assets/";
  private static final String WEBJARS = "META-INF/resources/webjars/";

  private static final Map<String, String> FILES =
      Map.of(
          "bykz.css", OWN + "bykz.css",
          "bykz.js", OWN + "bykz.js",
          "map.js", OWN + "map.js",
          "d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js",
          "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  Reply reply(HttpServletRequest request) {
    String name = Descriptions.path(request).substring(PATH.length());
    return FILES.containsKey(name)
        ? replies.computeIfAbsent(name, Assets::read)
        : Reply.problem(404, "There is no " + request.getRequestURI() + " here.");
  }

  private static Reply read(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return new Reply(
        200,
        type,
        TextFile.bundled(FILES.get(name)).text(),
        Map.of("Cache-Control", "public, max-age=3600"));
  }
}
