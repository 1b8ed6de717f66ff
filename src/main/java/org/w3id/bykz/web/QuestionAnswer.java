package org.w3id.bykz.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.w3id.bykz.query.Citation;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Evidence;
import org.w3id.bykz.query.Explanation;
import org.w3id.bykz.query.Format;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.query.ZeroRows;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Listing;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The answer to a question, cut to as many rows as are wanted, and what a reader is told of it. */
final class QuestionAnswer {

  private final Question question;
  private final Wish wish;
  private final Reader reader;
  private final String path;
  private final Query query;
  private final List<Var> columns;
  private final List<Binding> rows;
  private final boolean isCut;
  private final Optional<Explanation> why;
  private final Optional<Citation> citation;

  /**
   * Asks.
   *
   * @param reader of the page, where it is one
   */
  QuestionAnswer(
      Question question,
      Wish wish,
      Reader reader,
      Endpoint endpoint,
      Optional<Edition> edition,
      String base) {
    this.reader = reader;
    this.question = question;
    this.wish = wish;
    this.path = QuestionPages.PATH + "/" + question.name();
    this.query = question.bind(wish.arguments(), endpoint);
    Query page = query.cloneQuery();
    page.setOffset(wish.offset());
    // One more tells whether there are more.
    page.setLimit(wish.limit() + 1);
    List<Binding> found = Rows.of(page, endpoint);
    this.isCut = found.size() > wish.limit();
    List<Binding> kept = isCut ? found.subList(0, (int) wish.limit()) : found;
    if (wish.evidence()) {
      RowSet backed = Evidence.of(query, kept, endpoint, endpoint);
      this.columns = backed.getResultVars();
      this.rows = Rows.copy(backed);
    } else {
      this.columns = query.getProjectVars();
      this.rows = kept;
    }
    this.why =
        ZeroRows.isNothing(page, found)
            ? Optional.of(ZeroRows.explain(page, endpoint, ZeroRows.BRIEF))
            : Optional.empty();
    this.citation = edition.map(each -> cited(each, base));
  }

  /** Cites with all that the answer hangs on, defaults too. */
  private Citation cited(Edition edition, String base) {
    Map<String, String> arguments = new TreeMap<>(wish.arguments());
    question
        .parameters()
        .forEach(
            each -> each.initial().ifPresent(value -> arguments.putIfAbsent(each.name(), value)));
    String address =
        base.substring(0, base.length() - 1)
            + path
            + wish.pinned(arguments, edition.version()).queryString();
    return Citation.of(question, wish.language(), arguments, address, edition);
  }

  Reply reply(Form form) {
    Map<String, String> headers =
        QuestionPages.headers(form, path, Form.OF_ANSWERS, wish.queryString());
    if (isCut) {
      headers.put(Descriptions.CUT, Long.toString(wish.limit()));
      headers.merge("Link", "<" + next() + ">; rel=\"next\"", QuestionAnswer::joined);
    }
    citation.ifPresent(
        cited -> {
          headers.put(CitePage.VERSION, cited.edition().version());
          // RFC 8574
          headers.merge(
              "Link", "<" + cited.address() + ">; rel=\"cite-as\"", QuestionAnswer::joined);
        });
    why.ifPresent(
        explanation -> {
          headers.put(ExplainPage.EMPTY, ExplainPage.ascii(explanation.sentence()));
          headers.merge("Link", ExplainPage.linkTo(question, wish), QuestionAnswer::joined);
        });
    if (Form.OF_CITATIONS.contains(form)) {
      return citation
          .flatMap(cited -> CitePage.text(form, cited))
          .map(text -> new Reply(200, form.contentType(), text, headers))
          .orElseGet(() -> Reply.problem(404, CitePage.NO_VERSION));
    }
    return new Reply(200, form.contentType(), body(form), headers);
  }

  private static String joined(String links, String more) {
    return links + ", " + more;
  }

  private String next() {
    return path + wish.offset(wish.offset() + wish.limit()).queryString();
  }

  private String body(Form form) {
    Optional<Format> format = form.rows();
    if (format.isEmpty()) {
      return Page.of("question", sheet(), page());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.get().write(RowSetStream.create(columns, rows.iterator()), out);
    String text = out.toString(StandardCharsets.UTF_8);
    return format.get() == Format.JSON ? withMetadata(text) : text;
  }

  /** Says in the head what the answer is of, after SPARQL 1.1 Query Results JSON, section 3.1.2. */
  private String withMetadata(String rows) {
    JsonObject json = JSON.parse(rows);
    JsonObject head = json.get("head").getAsObject();
    JsonArray links = new JsonArray();
    links.add(question.iri());
    head.put("link", links);
    JsonObject metadata = new JsonObject();
    metadata.put("title", question.title(wish.language()));
    citation.ifPresent(
        cited -> {
          metadata.put("version", cited.edition().version());
          metadata.put("permalink", cited.address());
        });
    metadata.put("limit", wish.limit());
    metadata.put("offset", wish.offset());
    metadata.put("cut", isCut);
    if (isCut) {
      metadata.put("next", next());
    }
    why.ifPresent(explanation -> metadata.put("empty", explanation.sentence()));
    head.put("metadata", metadata);
    return json + "\n";
  }

  private Sheet sheet() {
    return new Sheet(
        reader,
        question.title(wish.language()),
        path + wish.silent().queryString(),
        List.of(new Sheet.Made(question.title(wish.language()), query.toString(), List.of())),
        forms());
  }

  private AnswerPage page() {
    String note =
        isCut ? reader.say("answer.cut", wish.offset() + 1, wish.offset() + wish.limit()) : "";
    return new AnswerPage(
        question,
        wish.language(),
        fields(),
        wish.evidence(),
        Evidence.isPossible(query),
        wish.limit(),
        Listing.of(columns, rows, reader),
        why,
        note,
        isCut ? next() : "",
        citation);
  }

  private List<AnswerPage.Field> fields() {
    List<AnswerPage.Field> fields = new ArrayList<>();
    question
        .parameters()
        .forEach(
            each ->
                fields.add(
                    new AnswerPage.Field(
                        each.name(),
                        switch (each.type()) {
                          case DATE -> "date";
                          default -> "text";
                        },
                        wish.arguments().getOrDefault(each.name(), each.initial().orElse("")),
                        each.description(),
                        each.placeholder())));
    return fields;
  }

  private List<Link> forms() {
    Map<String, Link> forms = new LinkedHashMap<>();
    for (Form form : Form.OF_ANSWERS) {
      forms.putIfAbsent(
          form.suffix(), new Link(form.title(), path + "." + form.suffix() + wish.queryString()));
    }
    forms.remove(Form.HTML.suffix());
    if (citation.isEmpty()) {
      Form.OF_CITATIONS.forEach(form -> forms.remove(form.suffix()));
    }
    return List.copyOf(forms.values());
  }
}
