package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.bykz.query.Format;

/**
 * One of the forms in which an address is had: by its suffix, or by what the client accepts.
 *
 * @param title for people
 */
record Form(String suffix, String mediaType, String title) {

  static final Form HTML = new Form("html", Representation.HTML.mediaType(), "HTML");

  static final List<Form> OF_CITATIONS =
      List.of(
          new Form("bib", "application/x-bibtex", "BibTeX"),
          new Form("cff", "application/yaml", "CITATION.cff"),
          new Form("ris", "application/x-research-info-systems", "RIS"));

  /** The forms of a list of things, the first being what somebody gets who takes anything. */
  static final List<Form> OF_LISTS = withRdf(new Form("json", "application/json", "JSON"), HTML);

  /** The forms of what changed. */
  static final List<Form> OF_FEEDS = withRdf(new Form("atom", AtomFeed.MEDIA_TYPE, "Atom"), HTML);

  /** The forms of an answer. */
  static final List<Form> OF_ANSWERS =
      Stream.concat(
              withRdf(
                  new Form("json", "application/sparql-results+json", "JSON"),
                  new Form("csv", "text/csv", "CSV"),
                  new Form("tsv", "text/tab-separated-values", "TSV"),
                  HTML,
                  new Form("json", "application/json", "JSON"))
                  .stream(),
              OF_CITATIONS.stream())
          .toList();

  private static List<Form> withRdf(Form... others) {
    return Stream.concat(
            Stream.of(others),
            Stream.of(Representation.values())
                .filter(each -> each.format().isPresent())
                .map(each -> new Form(each.suffix(), each.mediaType(), each.title())))
        .toList();
  }

  /** The path without the suffix of one of the forms. */
  static String stem(String path, List<Form> forms) {
    return ofSuffix(path, forms)
        .map(form -> path.substring(0, path.length() - form.suffix.length() - 1))
        .orElse(path);
  }

  /** The form that a request asks for; empty if it takes none of them. */
  static Optional<Form> asked(HttpServletRequest request, String path, List<Form> forms) {
    return ofSuffix(path, forms).or(() -> Accept.of(request).best(forms, Form::mediaType));
  }

  private static Optional<Form> ofSuffix(String path, List<Form> forms) {
    return forms.stream().filter(form -> path.endsWith("." + form.suffix)).findFirst();
  }

  /** What to say to who takes none of the forms. */
  static Reply refusal(HttpServletRequest request, String stem, List<Form> forms) {
    return Reply.problem(
        406,
        "This is had as %s, not as %s; %s.%s gives %s to every client."
            .formatted(
                forms.stream().map(Form::mediaType).collect(Collectors.joining(", ")),
                request.getHeader("Accept"),
                stem,
                forms.get(0).suffix,
                forms.get(0).title));
  }

  /** How it is written if it is RDF. */
  Optional<Representation> rdf() {
    return Representation.ofSuffix("." + suffix).filter(each -> each.format().isPresent());
  }

  /** How it is written if it is rows. */
  Optional<Format> rows() {
    return switch (suffix) {
      case "csv" -> Optional.of(Format.CSV);
      case "tsv" -> Optional.of(Format.TSV);
      case "json" -> Optional.of(Format.JSON);
      default -> Optional.empty();
    };
  }

  String contentType() {
    boolean isText = mediaType.startsWith("text/") || OF_CITATIONS.contains(this);
    return isText ? mediaType + "; charset=utf-8" : mediaType;
  }
}
