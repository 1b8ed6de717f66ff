package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.bykz.query.Citation;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;

/** How the dataset is cited. */
final class CitePage {

  /** The header with the version of the data that an answer is of. */
  static final String VERSION = "Bykz-Version";

  /** What to say where there is none. */
  static final String NO_VERSION =
      "These data were published without a version, so that they cannot be cited.";

  static final String PATH = "/cite";

  private final Endpoint endpoint;
  private final String base;

  /**
   * @param base what our addresses begin with
   */
  CitePage(Endpoint endpoint, String base) {
    this.endpoint = endpoint;
    this.base = base;
  }

  static List<String> paths() {
    return Stream.concat(
            Stream.of(PATH), Form.OF_CITATIONS.stream().map(form -> PATH + "." + form.suffix()))
        .toList();
  }

  /** The text of a citation, if the form is one of theirs. */
  static Optional<String> text(Form form, Citation citation) {
    return switch (form.suffix()) {
      case "bib" -> Optional.of(citation.bibTex());
      case "cff" -> Optional.of(citation.cff());
      case "ris" -> Optional.of(citation.ris());
      default -> Optional.empty();
    };
  }

  Reply reply(HttpServletRequest request) {
    return choose(request).with("Vary", "Accept");
  }

  private Reply choose(HttpServletRequest request) {
    Optional<Form> form = Form.asked(request, Descriptions.path(request), Form.OF_CITATIONS);
    if (form.isEmpty()) {
      return Form.refusal(request, PATH, Form.OF_CITATIONS);
    }
    return Edition.of(endpoint)
        .map(edition -> reply(form.get(), edition))
        .orElseGet(() -> Reply.problem(404, NO_VERSION));
  }

  private Reply reply(Form form, Edition edition) {
    Citation citation = Citation.of(edition, base + "id/dataset/bykz");
    return new Reply(
        200,
        form.contentType(),
        text(form, citation).orElseThrow(),
        Map.of(VERSION, edition.version()));
  }
}
