package org.w3id.bykz.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;

/** What a thing can be shown as, the first being what somebody gets who takes anything. */
enum Representation {
  TURTLE("ttl", "text/turtle", "Turtle", RDFFormat.TURTLE_PRETTY),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD", RDFFormat.JSONLD_PRETTY),
  N_TRIPLES("nt", "application/n-triples", "N-Triples", RDFFormat.NTRIPLES_UTF8),
  RDF_XML("rdf", "application/rdf+xml", "RDF/XML", RDFFormat.RDFXML_PLAIN),
  HTML("html", "text/html", "HTML", null);

  private final String suffix;
  private final String mediaType;
  private final String title;
  private final RDFFormat format;

  Representation(String suffix, String mediaType, String title, RDFFormat format) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.title = title;
    this.format = format;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  String title() {
    return title;
  }

  /** How RDF is written; empty for HTML. */
  Optional<RDFFormat> format() {
    return Optional.ofNullable(format);
  }

  /** The one that a path's ending asks for. */
  static Optional<Representation> ofSuffix(String path) {
    return Arrays.stream(values()).filter(each -> path.endsWith("." + each.suffix)).findFirst();
  }

  /**
   * The one that an Accept header likes best (RFC 9110, section 12.5.1); empty if it takes none.
   *
   * @param accept null where the request had no such header
   */
  static Optional<Representation> accepted(String accept) {
    List<Range> ranges =
        accept == null || accept.isBlank() ? List.of(Range.ANY) : Range.all(accept);
    return Arrays.stream(values())
        .filter(each -> Range.quality(each.mediaType, ranges) > 0)
        .max(
            Comparator.<Representation>comparingDouble(
                    each -> Range.quality(each.mediaType, ranges))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** All media types, for a message. */
  static String allMediaTypes() {
    return Arrays.stream(values()).map(Representation::mediaType).collect(Collectors.joining(", "));
  }

  /** One media range of an Accept header; parameters but q are passed over. */
  private record Range(String type, double quality) {

    static final Range ANY = new Range("*/*", 1);

    static List<Range> all(String accept) {
      List<Range> ranges = new ArrayList<>();
      for (String item : accept.split(",")) {
        String[] parts = item.split(";");
        ranges.add(new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality(parts)));
      }
      return ranges;
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

    /** That of the most specific range which matches, 0 if none does. */
    static double quality(String mediaType, List<Range> ranges) {
      String anySubtype = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
      for (String type : List.of(mediaType, anySubtype, "*/*")) {
        Optional<Range> range = ranges.stream().filter(each -> each.type.equals(type)).findFirst();
        if (range.isPresent()) {
          return range.get().quality;
        }
      }
      return 0;
    }
  }
}
