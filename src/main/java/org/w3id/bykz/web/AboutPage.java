package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.view.About;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Listing;
import org.w3id.bykz.view.Quality;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The page about the dataset itself. */
final class AboutPage {

  static final String PATH = "/about";

  private final Endpoint endpoint;
  private final Question quality;
  private final Question coverage;

  AboutPage(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.quality = questions.named("how-well-read");
    this.coverage = questions.named("coverage");
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    Wish read = Wish.ofNothing().speaking(reader, quality);
    Wish plain = Wish.ofNothing().speaking(reader, coverage);
    Query reading = quality.bind(read.arguments(), endpoint);
    Query covering = coverage.bind(plain.arguments(), endpoint);
    // All of them are in the answer to the question, which the page leads to.
    covering.setLimit(50);
    Optional<Edition> edition = Edition.of(endpoint);
    About about =
        new About(
            edition.map(Edition::version).orElse(""),
            edition.isEmpty() ? List.of() : citations(),
            endpoint.address(),
            Quality.of(Rows.of(reading, endpoint), reader),
            Listing.of(covering.getProjectVars(), Rows.of(covering, endpoint), reader));
    Sheet sheet =
        new Sheet(
            reader,
            reader.say("about.title"),
            PATH,
            List.of(
                QuestionPages.made(quality, reading, read),
                QuestionPages.made(coverage, covering, plain)),
            List.of());
    return Reply.html("about", sheet, about);
  }

  private static List<Link> citations() {
    return Form.OF_CITATIONS.stream()
        .map(form -> new Link(form.title(), CitePage.PATH + "." + form.suffix()))
        .toList();
  }
}
