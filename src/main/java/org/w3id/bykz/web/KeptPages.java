package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages that were made before, the ones asked for last: of data that do not change, the same
 * address in the same language is the same page.
 */
final class KeptPages {

  /** Characters of all pages together, some 40 MB. */
  private static final long MOST = 20_000_000;

  private final Recent<Reply> pages = new Recent<>(MOST, page -> page.body().length());

  /** The same pages, each made once as long as it is asked for. */
  Function<HttpServletRequest, Reply> of(Function<HttpServletRequest, Reply> source) {
    return request -> {
      String key = key(request);
      Optional<Reply> kept = pages.get(key);
      if (kept.isPresent()) {
        return kept.get();
      }
      Reply made = source.apply(request);
      if (made.status() == 200) {
        pages.put(key, made);
      }
      return made;
    };
  }

  private static String key(HttpServletRequest request) {
    return String.join(
        "\n",
        request.getRequestURI(),
        String.valueOf(request.getQueryString()),
        Readers.of(request).language(),
        String.valueOf(request.getHeader("Accept")));
  }
}
