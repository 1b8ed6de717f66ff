package org.w3id.bykz.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What every publication must pass, and what follows from it.
 *
 * @param shapes what each node promises
 * @param checks queries of which any row is a fault
 * @param rules queries that construct what follows from the claims
 * @param cube queries that construct the trade figures of the claims as a cube
 * @param description what is said of the dataset as a whole
 */
public record Gate(
    Shapes shapes,
    List<SparqlFile> checks,
    List<SparqlFile> rules,
    List<SparqlFile> cube,
    SelfDescription description) {

  private static final int IN_MEMORY = 200_000;

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
        SelfDescription.bundled());
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
   * Holds the union of all named graphs against the shapes, within the caller's transaction.
   *
   * @return the shapes' remarks
   * @throws DataException if a shape is violated
   */
  Report validate(DatasetGraph data) {
    Report report = Report.of(shapes, union(data));
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

  /** The union of the named graphs; while small as a copy in memory, which shapes read faster. */
  private static Graph union(DatasetGraph data) {
    Graph copy = GraphFactory.createDefaultGraph();
    Iterator<Quad> quads = data.find();
    for (int i = 0; i < IN_MEMORY && quads.hasNext(); i++) {
      copy.add(quads.next().asTriple());
    }
    return quads.hasNext() ? data.getUnionGraph() : copy;
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
