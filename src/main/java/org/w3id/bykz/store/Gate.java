package org.w3id.bykz.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What every publication must pass, and what follows from it.
 *
 * @param shapes what each node promises
 * @param checks queries of which any row is a fault
 * @param rules queries that construct what follows from the claims
 * @param cube queries that construct the trade figures of the claims as a cube
 * @param description what is said of the dataset as a whole
 * @param edition changes with any of these, so that a store is known to have passed this very gate
 */
public record Gate(
    Shapes shapes,
    List<SparqlFile> checks,
    List<SparqlFile> rules,
    List<SparqlFile> cube,
    SelfDescription description,
    String edition) {

  private static final Var THING = Var.alloc("thing");

  public Gate {
    checks = List.copyOf(checks);
    rules = List.copyOf(rules);
    cube = List.copyOf(cube);
    for (SparqlFile check : checks) {
      require(check.query().isSelectType(), check, "SELECT");
    }
    for (List<SparqlFile> each : List.of(rules, cube)) {
      each.forEach(file -> require(file.query().isConstructType(), file, "CONSTRUCT"));
    }
  }

  /**
   * The variable of a rule for what it follows from, so that it can run for some of them only:
   * {@code ?thing} if it states something of it, else {@code ?claim} or {@code ?source}. A rule
   * that has a second one of the kind takes the two in both orders.
   */
  static Optional<Var> key(SparqlFile rule) {
    return Stream.of(THING, Var.alloc("claim"), Var.alloc("source"))
        .filter(stated(rule)::contains)
        .findFirst();
  }

  /** The variables of what a rule states. */
  static Set<Var> stated(SparqlFile rule) {
    Set<Var> stated = new HashSet<>();
    rule.query()
        .getConstructTemplate()
        .getTriples()
        .forEach(triple -> Vars.addVarsFromTriple(stated, triple));
    return stated;
  }

  static boolean isOfThings(SparqlFile rule) {
    return key(rule).equals(Optional.of(THING));
  }

  /** Whether every rule can run for a part of the data. */
  boolean isLocal() {
    return Stream.of(rules, cube).flatMap(List::stream).allMatch(rule -> key(rule).isPresent());
  }

  static void require(boolean right, SparqlFile file, String type) {
    if (!right) {
      throw new IllegalArgumentException(file.name() + " should be a " + type + " query");
    }
  }

  /** The gate that came with the program. */
  public static Gate bundled() {
    return new Gate(
        shapes(TextFile.bundled("ontology/shapes.ttl")),
        queries("checks"),
        queries("rules"),
        queries("cube"),
        SelfDescription.bundled(),
        bundledEdition());
  }

  private static String bundledEdition() {
    MessageDigest sha = Fingerprint.sha256();
    sha.update(TextFile.bundled("ontology/shapes.ttl").text().getBytes(UTF_8));
    sha.update(TextFile.bundled("ontology/description.ttl").text().getBytes(UTF_8));
    Stream.of("checks", "rules", "cube", "descriptions")
        .flatMap(folder -> TextFile.bundledIn("queries/" + folder, ".rq").stream())
        .forEach(file -> sha.update(file.text().getBytes(UTF_8)));
    return HexFormat.of().formatHex(sha.digest());
  }

  static List<SparqlFile> queries(String folder) {
    return TextFile.bundledIn("queries/" + folder, ".rq").stream().map(SparqlFile::parse).toList();
  }

  /** Reads shapes from Turtle. */
  public static Shapes shapes(TextFile file) {
    try {
      Graph graph =
          RDFParser.fromString(file.text(), Lang.TURTLE)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .toGraph();
      return shapes(graph, file.path());
    } catch (RiotException e) {
      throw new DataException(file.path() + ": " + e.getMessage(), e);
    }
  }

  static Shapes shapes(Graph graph, String where) {
    try {
      return Shapes.parse(graph);
    } catch (ShaclException e) {
      throw new DataException(where + " holds no proper shapes: " + e.getMessage(), e);
    }
  }

  /**
   * Lets through what the shapes, which were held against data, accept.
   *
   * @return the same report
   * @throws DataException if a shape is violated
   */
  static Report accept(Report report) {
    if (!report.conforms()) {
      throw new DataException(
          "The data break the shapes in "
              + report.violations().size()
              + " places:"
              + report.summary());
    }
    return report;
  }

  /**
   * Runs the checks, within the caller's transaction; what the rules made is there by then.
   *
   * @throws DataException if a check gives a row
   */
  void check(DatasetGraph data) {
    List<String> faults = new ArrayList<>();
    for (SparqlFile check : checks) {
      faults.addAll(rows(check, data));
    }
    if (!faults.isEmpty()) {
      throw new DataException(
          "The data fail the checks in " + faults.size() + " rows:" + Report.list(faults));
    }
  }

  private static List<String> rows(SparqlFile check, DatasetGraph data) {
    List<String> rows = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(data).query(check.query()).build()) {
      RowSet found = exec.select();
      while (found.hasNext()) {
        rows.add(check.name() + ": " + row(found, found.next()));
      }
    }
    return rows;
  }

  private static String row(RowSet rows, Binding row) {
    List<String> cells = new ArrayList<>();
    rows.getResultVars().stream()
        .filter(row::contains)
        .forEach(var -> cells.add(var.getVarName() + " " + Prefixes.shorten(row.get(var))));
    return String.join(", ", cells);
  }
}
