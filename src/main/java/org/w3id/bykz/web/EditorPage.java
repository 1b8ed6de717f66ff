package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.view.Editor;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;
import org.w3id.bykz.view.Sheet;

/** The editor of queries, with our prefixes, terms and questions. */
final class EditorPage {

  static final String PATH = "/editor";

  private static final Query TERMS = SparqlFile.bundled("pages/terms");

  private final Endpoint endpoint;
  private final Questions questions;

  EditorPage(Endpoint endpoint, Questions questions) {
    this.endpoint = endpoint;
    this.questions = questions;
  }

  Reply reply(HttpServletRequest request) {
    Reader reader = Readers.of(request);
    List<Link> examples =
        questions.all().stream()
            .map(question -> new Link(question.title(reader.language()), question.name()))
            .toList();
    Sheet sheet = Sheet.of(reader, reader.say("editor.title"), PATH);
    return Reply.html("editor", sheet, new Editor(endpoint.address(), examples, words()));
  }

  private String words() {
    JsonObject prefixes = new JsonObject();
    new TreeMap<>(Prefixes.all()).forEach(prefixes::put);
    JsonArray classes = new JsonArray();
    JsonArray properties = new JsonArray();
    for (Binding row : Rows.of(TERMS, endpoint)) {
      boolean isClass = row.get("isClass").getLiteralLexicalForm().equals("true");
      (isClass ? classes : properties).add(row.get("term").getURI());
    }
    JsonObject words = new JsonObject();
    words.put("prefixes", prefixes);
    words.put("classes", classes);
    words.put("properties", properties);
    return SearchEngines.inPage(words.toString());
  }
}
