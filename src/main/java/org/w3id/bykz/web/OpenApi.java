package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.bykz.query.Edition;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Evidence;
import org.w3id.bykz.query.Parameter;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.TextFile;

/**
 * The server's interface as OpenAPI 3.1: what never changes stands in a file, to which the
 * questions are added, each with its parameters.
 */
final class OpenApi {

  static final String PATH = "/openapi.json";

  private static final String FRAME = TextFile.bundled("org/w3id/bykz/web/openapi.json").text();

  private final Endpoint endpoint;
  private final Questions questions;
  private final PerVersion<String> text;

  OpenApi(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.questions = questions;
    this.text = new PerVersion<>(endpoint, this::text);
  }

  Reply reply(HttpServletRequest request) {
    return new Reply(200, "application/json", text.get(), Map.of());
  }

  private String text() {
    JsonObject api = JSON.parse(FRAME);
    String version = Edition.of(endpoint).map(Edition::version).orElse("unpublished");
    api.getObj("info").put("version", version);
    JsonObject paths = api.getObj("paths");
    for (Question question : questions.all()) {
      JsonObject path = new JsonObject();
      path.put("get", operation(question));
      paths.put(QuestionPages.PATH + "/" + question.name(), path);
    }
    return api + "\n";
  }

  private static JsonObject operation(Question question) {
    JsonObject operation = new JsonObject();
    operation.put("operationId", question.name());
    JsonArray tags = new JsonArray();
    tags.add("questions");
    operation.put("tags", tags);
    operation.put("summary", question.title("en"));
    operation.put("description", question.question("en"));
    JsonArray parameters = new JsonArray();
    question.parameters().forEach(each -> parameters.add(parameter(each)));
    if (Evidence.isPossible(question.query())) {
      parameters.add(reference("parameters/evidence"));
    }
    List.of("limit", "offset", "version")
        .forEach(each -> parameters.add(reference("parameters/" + each)));
    operation.put("parameters", parameters);
    JsonObject responses = new JsonObject();
    responses.put("200", answer(question));
    responses.put("400", reference("responses/BadRequest"));
    responses.put("404", reference("responses/NotFound"));
    responses.put("406", reference("responses/NotAcceptable"));
    responses.put("503", reference("responses/TooLong"));
    operation.put("responses", responses);
    return operation;
  }

  private static JsonObject parameter(Parameter parameter) {
    JsonObject json = new JsonObject();
    json.put("name", parameter.name());
    json.put("in", "query");
    json.put("description", parameter.description());
    json.put("allowEmptyValue", true);
    json.put("schema", schema(parameter));
    return json;
  }

  private static JsonObject schema(Parameter parameter) {
    JsonObject schema = new JsonObject();
    boolean isNumber = parameter.type() == Parameter.Type.NUMBER;
    schema.put("type", isNumber ? "number" : "string");
    switch (parameter.type()) {
      case IRI -> {
        String kinds = String.join(", ", parameter.kinds());
        schema.put("description", "Key of one of: " + kinds + "; or KIND/KEY, or the full IRI");
      }
      case DATE -> schema.put("format", "date");
      case YEAR -> schema.put("pattern", "^[0-9]{4}$");
      case LANGUAGE -> schema.put("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");
      case STRING, NUMBER -> {}
    }
    parameter
        .initial()
        .ifPresent(
            value -> {
              if (isNumber) {
                schema.put("default", JSON.parseAny(value));
              } else {
                schema.put("default", value);
              }
            });
    return schema;
  }

  private static JsonObject answer(Question question) {
    JsonObject answer = new JsonObject();
    StringBuilder columns = new StringBuilder("Rows of these columns:");
    question
        .columns()
        .forEach(
            column ->
                columns
                    .append("\n- ")
                    .append(column.name())
                    .append(": ")
                    .append(column.description()));
    answer.put("description", columns.toString());
    JsonObject headers = new JsonObject();
    List.of(CitePage.VERSION, Descriptions.CUT, ExplainPage.EMPTY, "Link")
        .forEach(name -> headers.put(name, reference("headers/" + name)));
    answer.put("headers", headers);
    JsonObject content = new JsonObject();
    for (Form form : Form.OF_ANSWERS) {
      JsonObject media = new JsonObject();
      JsonObject schema = new JsonObject();
      schema.put("type", "string");
      boolean isRows = form.suffix().equals("json");
      media.put("schema", isRows ? reference("schemas/Results") : schema);
      content.put(form.mediaType(), media);
    }
    answer.put("content", content);
    return answer;
  }

  private static JsonObject reference(String component) {
    JsonObject reference = new JsonObject();
    reference.put("$ref", "#/components/" + component);
    return reference;
  }
}
