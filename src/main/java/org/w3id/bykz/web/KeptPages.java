package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages that were made before, the ones asked for last: of data that do not change, the same
 * address in the same language is the same page.
 */
final class KeptPages {

  /** Characters of all pages together, some 40 MB. */
  private static final long MOST = 20_000_000;

  private final Map<String, Reply> pages = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /** The same pages, each made once as long as it is asked for. */
  Function<HttpServletRequest, Reply> of(Function<HttpServletRequest, Reply> source) {
    return request -> {
      String key = key(request);
      Reply kept = get(key);
      if (kept == null) {
        kept = source.apply(request);
        if (kept.status() == 200) {
          put(key, kept);
        }
      }
      return kept;
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

  private synchronized Reply get(String key) {
    return pages.get(key);
  }

  private synchronized void put(String key, Reply page) {
    Reply other = pages.put(key, page);
    size += page.body().length() - (other == null ? 0 : other.body().length());
    Iterator<Reply> oldest = pages.values().iterator();
    while (size > MOST && oldest.hasNext()) {
      size -= oldest.next().body().length();
      oldest.remove();
    }
  }
}
