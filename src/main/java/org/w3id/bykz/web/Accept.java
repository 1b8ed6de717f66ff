package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a client takes, by its Accept header (RFC 9110, section 12.5.1). */
record Accept(List<Range> ranges) {

  private static final Range ANYTHING = new Range("*/*", 1);

  Accept {
    ranges = List.copyOf(ranges);
  }

  /** One media range; parameters but q are passed over. */
  record Range(String type, double quality) {

    static Range parse(String item) {
      String[] parts = item.split(";");
      return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality(parts));
    }

    private static double quality(String[] parts) {
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].replace(" ", "").toLowerCase(Locale.ROOT);
        if (parameter.matches("q=[01](\\.\\d{0,3})?")) {
          return Double.parseDouble(parameter.substring(2));
        }
      }
      return 1;
    }
  }

  static Accept of(HttpServletRequest request) {
    return parse(request.getHeader("Accept"));
  }

  /**
   * @param header null where the request had none, which takes anything
   */
  static Accept parse(String header) {
    if (header == null || header.isBlank()) {
      return new Accept(List.of(ANYTHING));
    }
    List<Range> ranges = new ArrayList<>();
    for (String item : header.split(",")) {
      ranges.add(Range.parse(item));
    }
    return new Accept(ranges);
  }

  /** How much a media type is liked: by the most specific range that matches, 0 if none does. */
  double quality(String mediaType) {
    String anySubtype = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
    for (String type : List.of(mediaType, anySubtype, "*/*")) {
      Optional<Range> range = ranges.stream().filter(each -> each.type.equals(type)).findFirst();
      if (range.isPresent()) {
        return range.get().quality;
      }
    }
    return 0;
  }

  /** Whether JSON of some kind is asked for by name, and no text for people as much. */
  boolean prefersJson() {
    double json =
        ranges.stream()
            .filter(range -> range.type.endsWith("json"))
            .mapToDouble(Range::quality)
            .max()
            .orElse(0);
    return json
        > ranges.stream()
            .filter(range -> range.type.startsWith("text/"))
            .mapToDouble(Range::quality)
            .max()
            .orElse(0);
  }

  /** Whether pages for people are asked for by name, as browsers do. */
  boolean prefersPages() {
    return ranges.stream().anyMatch(range -> range.type.equals("text/html") && range.quality > 0);
  }

  /** The choice that is liked best, the first of those liked as much; empty if none is taken. */
  <T> Optional<T> best(List<T> choices, Function<T, String> mediaType) {
    return choices.stream()
        .filter(choice -> quality(mediaType.apply(choice)) > 0)
        .min(Comparator.comparingDouble(choice -> -quality(mediaType.apply(choice))));
  }
}
