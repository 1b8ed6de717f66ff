package org.w3id.bykz.web;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.query.Citation;
import org.w3id.bykz.query.Explanation;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.view.Listing;

/**
 * An answer to a question as a page shows it.
 *
 * @param why there are no rows, if so
 * @param note what the reader must know of the rows; may be empty
 * @param next where there are more rows; may be empty
 * @param citation empty if the data have no version
 */
public record AnswerPage(
    Question question,
    String language,
    List<Field> fields,
    boolean evidence,
    boolean canHaveEvidence,
    long limit,
    Listing listing,
    Optional<Explanation> why,
    String note,
    String next,
    Optional<Citation> citation) {

  public AnswerPage {
    fields = List.copyOf(fields);
  }

  /** A parameter in the page's form. */
  public record Field(String name, String input, String value, String description, String hint) {}

  public String title() {
    return question.title(language);
  }

  public String text() {
    return question.question(language);
  }

  /** The address that is cited, on this server. */
  public String permalink() {
    return citation
        .map(cited -> cited.address().replaceFirst("^.*(?=" + path() + ")", ""))
        .orElse(path());
  }

  public String path() {
    return QuestionPages.PATH + "/" + question.name();
  }
}
