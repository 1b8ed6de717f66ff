package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Explanation;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.query.ZeroRows;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** Why a query, or a question with its parameters, gives nothing. */
final class ExplainPage {

  /** The header with the reason in a line. */
  static final String EMPTY = "Bykz-Empty";

  private static final String PATH = "/explain";
  private static final int LONGEST_LINK = 4_000;
  private static final Form JSON = new Form("json", "application/json", "JSON");
  private static final Form PROBLEM = new Form("json", "application/problem+json", "JSON");
  private static final List<Form> FORMS = List.of(JSON, Form.HTML, PROBLEM);

  private final Endpoint endpoint;
  private final Questions questions;

  ExplainPage(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.questions = questions;
  }

  /** All its addresses. */
  static List<String> paths() {
    return List.of(PATH, PATH + "." + JSON.suffix(), PATH + "." + Form.HTML.suffix());
  }

  /** Where the explanation of a query is had; empty if its address were too long. */
  static Optional<String> linkTo(String query) {
    String link = "<%s?query=%s>; rel=\"help\"".formatted(PATH, Wish.encoded(query));
    return link.length() > LONGEST_LINK ? Optional.empty() : Optional.of(link);
  }

  /** The same for a question. */
  static String linkTo(Question question, Wish wish) {
    String more = wish.queryString().replaceFirst("^[?]", "&");
    return "<%s?question=%s%s>; rel=\"help\"".formatted(PATH, question.name(), more);
  }

  /** A sentence as a header can have it. */
  static String ascii(String sentence) {
    StringBuilder ascii = new StringBuilder();
    sentence
        .codePoints()
        .map(point -> point < ' ' ? ' ' : point)
        .forEach(
            point ->
                ascii.append(
                    point < 0x7F ? Character.toString(point) : "\\u%04X".formatted(point)));
    return ascii.substring(0, Math.min(1_000, ascii.length()));
  }

  Reply reply(HttpServletRequest request) {
    return Form.asked(request, Descriptions.path(request), FORMS)
        .map(form -> reply(form, request))
        .orElseGet(() -> Form.refusal(request, PATH, FORMS.subList(0, 2)))
        .with("Vary", "Accept");
  }

  private Reply reply(Form form, HttpServletRequest request) {
    boolean isAsked =
        request.getParameter("query") != null || request.getParameter("question") != null;
    if (!isAsked && form.equals(Form.HTML)) {
      return page(request, "", Optional.empty());
    }
    Query query = query(request);
    Optional<Explanation> found = explain(query);
    if (form.equals(Form.HTML)) {
      return page(request, query.toString(), found);
    }
    return new Reply(200, form.contentType(), json(found) + "\n", Map.of());
  }

  private static Reply page(
      HttpServletRequest request, String query, Optional<Explanation> explanation) {
    Reader reader = Readers.of(request);
    Sheet sheet = Sheet.of(reader, reader.say("explain.title"), PATH);
    return Reply.html("explain", sheet, new ExplainedPage(query, explanation));
  }

  private Query query(HttpServletRequest request) {
    String text = request.getParameter("query");
    String name = request.getParameter("question");
    if ((text == null) == (name == null)) {
      throw new UsageException(
          "Give the query as the parameter query, or the name of one of /queries as question");
    }
    if (text != null) {
      return SparqlFile.parse(new TextFile("query", "query", text)).query();
    }
    Question question = questions.named(name);
    return question.bind(Wish.of(request, question, "question").arguments(), endpoint);
  }

  private Optional<Explanation> explain(Query query) {
    Query select = query.cloneQuery();
    if (!query.isSelectType()) {
      select.setQuerySelectType();
      select.setQueryResultStar(true);
      select.resetResultVars();
    }
    Query first = select.cloneQuery();
    if (!first.hasLimit() || first.getLimit() > 2) {
      first.setLimit(2);
    }
    List<Binding> rows = Rows.of(first, endpoint);
    return ZeroRows.isNothing(select, rows)
        ? Optional.of(ZeroRows.explain(select, endpoint, ZeroRows.THOROUGH))
        : Optional.empty();
  }

  /** After RFC 9457, with what is more to tell as further members. */
  private static JsonObject json(Optional<Explanation> found) {
    JsonObject json = new JsonObject();
    json.put("title", found.isPresent() ? "The query gives nothing" : "The query gives rows");
    found.ifPresent(
        explanation -> {
          json.put("detail", explanation.sentence());
          json.put("kind", explanation.kind().name().toLowerCase(java.util.Locale.ROOT));
          json.put("patterns", array(explanation.patterns()));
          json.put("suggestions", array(explanation.suggestions()));
          explanation.reading().ifPresent(reading -> json.put("reading", json(reading)));
        });
    return json;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject json(Explanation.Reading reading) {
    JsonObject json = new JsonObject();
    json.put("sources", reading.sources());
    json.put("sentences", reading.sentences());
    json.put("silentSentences", reading.silent());
    if (!reading.thing().isEmpty()) {
      json.put("thing", reading.thing());
      json.put("sourcesSpeakingOfIt", reading.speaking());
      reading.naming().ifPresent(number -> json.put("silentSentencesNamingIt", number));
    }
    return json;
  }
}
