package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryScopeException;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

/**
 * A question that a reader asks, told in the opening lines of its query file:
 *
 * <pre>
 * # title-en: Which oblasts trade a product
 * # question-en: Which regions export or import a product or anything narrower, and with whom?
 * # parameter: product  iri product  default dairy-products   The product or product group
 * # column: region  the region
 * </pre>
 *
 * with title and question in any number of languages, English among them. The query runs as it
 * stands; a parameter is a variable of it that is free there.
 */
public final class Question {

  private static final Pattern LINE =
      Pattern.compile(
          "#\\s*(?<key>title|question|parameter|column)(?:-(?<language>[a-z]+))?:\\s*(?<text>.*)");

  private final TextFile file;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, String> questions = new HashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  /** A column of the answer, and what it tells. */
  public record Column(String name, String description) {

    private static Column parse(String line) {
      String[] parts = line.strip().split("\\s+", 2);
      return new Column(parts[0], parts.length < 2 ? "" : parts[1]);
    }
  }

  private Question(TextFile file) {
    this.file = file;
  }

  /**
   * Reads the opening lines.
   *
   * @throws UsageException with file and line if one of them is not as it should be
   */
  public static Question of(TextFile file) {
    Question question = new Question(file);
    List<String> lines = file.text().lines().toList();
    for (int i = 0;
        i < lines.size() && (lines.get(i).startsWith("#") || lines.get(i).isBlank());
        i++) {
      try {
        question.read(lines.get(i).stripTrailing());
      } catch (IllegalArgumentException e) {
        throw new UsageException(file.path() + ":" + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    if (!question.titles.containsKey("en") || !question.questions.containsKey("en")) {
      throw new UsageException(
          file.path() + " should open with lines \"# title-en: …\" and \"# question-en: …\"");
    }
    return question;
  }

  private void read(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return;
    }
    String text = matcher.group("text").strip();
    String language = Optional.ofNullable(matcher.group("language")).orElse("en");
    switch (matcher.group("key")) {
      case "title" -> titles.put(language, text);
      case "question" -> questions.put(language, text);
      case "parameter" -> parameters.add(Parameter.parse(text));
      default -> columns.add(Column.parse(text));
    }
  }

  /** What it is asked by. */
  public String name() {
    return file.stem();
  }

  /** In that language, else in English. */
  public String title(String language) {
    return titles.getOrDefault(language, titles.get("en"));
  }

  /** The question in a reader's words, in that language, else in English. */
  public String question(String language) {
    return questions.getOrDefault(language, questions.get("en"));
  }

  /** The languages of its title and text. */
  public Set<String> languages() {
    return Set.copyOf(questions.keySet());
  }

  /** What it is named by; a reader is shown it at the same path. */
  public String iri() {
    return Executables.IRI + "/" + name();
  }

  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** The query's text below its opening lines. */
  public String sparql() {
    return file.text()
        .lines()
        .dropWhile(line -> line.startsWith("#") || line.isBlank())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * The query as it stands.
   *
   * @throws UsageException with file and line if it is not SPARQL, or not what its opening says
   */
  public Query query() {
    Query query = SparqlFile.parse(file).query();
    if (!query.isSelectType()) {
      throw new UsageException(file.path() + " should be a SELECT query");
    }
    List<String> described = columns.stream().map(Column::name).toList();
    if (!query.getResultVars().equals(described)) {
      throw new UsageException(
          "%s selects %s but its opening lines describe %s"
              .formatted(file.path(), query.getResultVars(), described));
    }
    return query;
  }

  /**
   * The query with its parameters set, as values and never as text.
   *
   * @param arguments texts by parameter; an empty one leaves the parameter free
   * @param endpoint which knows the things that an argument may name
   * @throws UsageException if a name is unknown or a text is not a value of its type
   */
  public Query bind(Map<String, String> arguments, Endpoint endpoint) {
    return bind(values(arguments, endpoint));
  }

  /** The query with parameters set to these values; those that it has not are passed over. */
  public Query bind(Map<Var, Node> values) {
    Query query = query();
    if (query.getHavingExprs().size() > 1) {
      // Jena puts the first of several in place of all.
      throw new UsageException(file.path() + " should join its HAVING conditions with &&");
    }
    try {
      Query bound = QueryTransformOps.replaceVars(query, values);
      if (bound.hasOrderBy()) {
        // By a value nothing is ordered, and in text it were no SPARQL.
        bound.getOrderBy().removeIf(each -> each.getExpression().isConstant());
      }
      return bound;
    } catch (QueryScopeException e) {
      throw new UsageException(
          file.path() + " sets a parameter itself, by BIND, VALUES or AS: " + e.getMessage(), e);
    }
  }

  /**
   * The values of those parameters that are not left free.
   *
   * @throws UsageException as {@link #bind} does
   */
  public Map<Var, Node> values(Map<String, String> arguments, Endpoint endpoint) {
    refuseUnknown(arguments.keySet());
    Things things = new Things(endpoint);
    Map<Var, Node> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      String text = arguments.get(parameter.name());
      Optional<Node> value =
          text == null
              ? parameter.initialValue(things)
              : Optional.of(text)
                  .filter(given -> !given.isEmpty())
                  .map(given -> parameter.value(given, things));
      value.ifPresent(node -> values.put(Var.alloc(parameter.name()), node));
    }
    return values;
  }

  private void refuseUnknown(Set<String> names) {
    Set<String> unknown = new HashSet<>(names);
    List<String> known = parameters.stream().map(Parameter::name).toList();
    known.forEach(unknown::remove);
    for (String name : unknown) {
      throw new UsageException(
          "The question %s has no parameter --%s%s%s"
              .formatted(
                  name(),
                  name,
                  Nearest.hint(name, known),
                  known.isEmpty() ? "" : " (it has --" + String.join(", --", known) + ")"));
    }
  }
}
