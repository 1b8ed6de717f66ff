package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Executables;
import org.w3id.bykz.query.Parameter;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The questions over HTTP: their list, and what each asks and is answered. */
final class QuestionPages {

  static final String PATH = "/queries";

  private final Endpoint endpoint;
  private final Questions questions;
  private final String base;
  private final Releases releases;

  /**
   * @param base what our addresses begin with
   * @param releases where other versions of the data may be
   */
  QuestionPages(Endpoint endpoint, Questions questions, String base, Releases releases) {
    this.endpoint = endpoint;
    this.questions = questions;
    this.base = base;
    this.releases = releases;
  }

  /** All addresses of the list. */
  static List<String> paths() {
    return Form.OF_LISTS.stream().map(form -> PATH + "." + form.suffix()).toList();
  }

  Reply reply(HttpServletRequest request) {
    Reply reply;
    try {
      reply = choose(request);
    } catch (UsageException e) {
      reply = Reply.problem(400, e.getMessage());
    }
    return reply.with("Vary", "Accept");
  }

  private Reply choose(HttpServletRequest request) {
    String path = Descriptions.path(request);
    if (path.startsWith(PATH + "/") && path.length() > PATH.length() + 1) {
      return ofOne(request, path);
    }
    String stem = Form.stem(path, Form.OF_LISTS);
    return Form.asked(request, path, Form.OF_LISTS)
        .map(form -> list(form, stem, Readers.of(request)))
        .orElseGet(() -> Form.refusal(request, stem, Form.OF_LISTS));
  }

  private Reply ofOne(HttpServletRequest request, String path) {
    String stem = Form.stem(path, Form.OF_ANSWERS);
    String name = stem.substring(PATH.length() + 1);
    if (!questions.names().contains(name)) {
      return Reply.problem(404, questions.unknown(name).getMessage());
    }
    Optional<Form> form = Form.asked(request, path, Form.OF_ANSWERS);
    if (form.isEmpty()) {
      return Form.refusal(request, stem, Form.OF_ANSWERS);
    }
    Question question = questions.named(name);
    if (form.get().rdf().isPresent()) {
      return rdf(form.get(), List.of(question), stem);
    }
    Reader reader = Readers.of(request);
    Wish given = Wish.of(request, question);
    // Data are the same for all who ask in the same words; a page is the reader's.
    Wish wish = form.get().equals(Form.HTML) ? given.speaking(reader, question) : given;
    Optional<Edition> edition = Edition.of(endpoint);
    return refusal(wish, edition)
        .orElseGet(
            () ->
                new QuestionAnswer(question, wish, reader, endpoint, edition, base)
                    .reply(form.get()));
  }

  /** An answer is of the data that are here, and of no others. */
  private Optional<Reply> refusal(Wish wish, Optional<Edition> edition) {
    Optional<String> here = edition.map(Edition::version);
    return wish.version()
        .filter(version -> !here.equals(Optional.of(version)))
        .map(version -> elsewhere(version, here));
  }

  private Reply elsewhere(String version, Optional<String> here) {
    String sentence =
        "Version %s of the data is not here, but %s; without version= you get that."
            .formatted(version, here.map(name -> "version " + name).orElse("another"));
    return releases
        .dump(version)
        .map(
            dump ->
                Reply.problem(404, "%s All of it is in %s.".formatted(sentence, dump))
                    .with("Link", "<" + dump + ">; rel=\"related\""))
        .orElseGet(() -> Reply.problem(404, sentence));
  }

  private Reply list(Form form, String stem, Reader reader) {
    List<Question> all = questions.all();
    if (form.rdf().isPresent()) {
      return rdf(form, all, stem);
    }
    String body =
        form.equals(Form.HTML)
            ? Page.of("questions", Sheet.of(reader, reader.say("questions.title"), PATH), all)
            : json(all) + "\n";
    return new Reply(200, form.contentType(), body, headers(form, stem, Form.OF_LISTS, ""));
  }

  private static Reply rdf(Form form, List<Question> questions, String stem) {
    String body =
        RDFWriter.source(Executables.of(questions))
            .format(form.rdf().orElseThrow().format().orElseThrow())
            .asString();
    List<Form> forms = stem.equals(PATH) ? Form.OF_LISTS : Form.OF_ANSWERS;
    return new Reply(200, form.contentType(), body, headers(form, stem, forms, ""));
  }

  /** Where this form is, and where the others are. */
  static Map<String, String> headers(Form form, String stem, List<Form> forms, String query) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Location", stem + "." + form.suffix() + query);
    headers.put(
        "Link",
        forms.stream()
            .map(
                each ->
                    "<%s.%s%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(stem, each.suffix(), query, each.mediaType()))
            .collect(Collectors.joining(", ")));
    return headers;
  }

  /** What a question with its parameters is made of, and where it is had as data. */
  static Sheet.Made made(Question question, Query query, Wish wish) {
    String path = PATH + "/" + question.name();
    List<Link> forms =
        Stream.of(Form.HTML, Form.OF_ANSWERS.get(1), Form.OF_ANSWERS.get(0))
            .map(
                form ->
                    new Link(
                        form.title(), path + "." + form.suffix() + wish.offset(0).queryString()))
            .toList();
    return new Sheet.Made(question.title(wish.language()), query.toString(), forms);
  }

  private static JsonArray json(List<Question> questions) {
    JsonArray all = new JsonArray();
    questions.forEach(question -> all.add(json(question)));
    return all;
  }

  private static JsonObject json(Question question) {
    JsonObject json = new JsonObject();
    json.put("name", question.name());
    json.put("id", question.iri());
    json.put("address", PATH + "/" + question.name());
    json.put("title", texts(question, question::title));
    json.put("question", texts(question, question::question));
    JsonArray parameters = new JsonArray();
    question.parameters().forEach(parameter -> parameters.add(json(parameter)));
    json.put("parameters", parameters);
    json.put("sparql", question.sparql());
    JsonArray columns = new JsonArray();
    question
        .columns()
        .forEach(
            column ->
                columns.add(
                    JsonBuilder.buildObject(
                        object ->
                            object
                                .pair("name", column.name())
                                .pair("description", column.description()))));
    json.put("columns", columns);
    return json;
  }

  private static JsonObject texts(
      Question question, java.util.function.UnaryOperator<String> text) {
    JsonObject texts = new JsonObject();
    question.languages().stream()
        .sorted()
        .forEach(language -> texts.put(language, text.apply(language)));
    return texts;
  }

  private static JsonObject json(Parameter parameter) {
    JsonObject json = new JsonObject();
    json.put("name", parameter.name());
    json.put("type", parameter.type().name().toLowerCase(java.util.Locale.ROOT));
    JsonArray kinds = new JsonArray();
    parameter.kinds().forEach(kinds::add);
    json.put("kinds", kinds);
    parameter.initial().ifPresent(value -> json.put("default", value));
    json.put("description", parameter.description());
    return json;
  }
}
