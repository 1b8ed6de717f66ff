package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.syntax.PatternVars;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

/**
 * Adds to each row of a SELECT the evidence it rests on: source, date, speaker, quote and offsets.
 * By convention a query names a claim it reads {@code ?claim}. Which claims stand behind a row, also
 * a row of sums and counts, is found by running the query's pattern once more, without grouping,
 * and joining on the row's other values. A row is repeated for each piece of evidence; one that
 * rests on no claim stays, with nothing added.
 */
public final class Evidence {

  private static final Var CLAIM = Var.alloc("claim");
  private static final Query LOOKUP =
      SparqlFile.parse(TextFile.bundled("queries/pages/evidence.rq")).query();

  private final DatasetGraph data;
  private final Map<Node, List<Binding>> found = new HashMap<>();

  private Evidence(DatasetGraph data) {
    this.data = data;
  }

  /**
   * Runs the query and gives its rows with their evidence, within the caller's transaction.
   *
   * @throws UsageException if the query reads no {@code ?claim}
   */
  public static RowSet of(Query query, DatasetGraph data) {
    return new Evidence(data).rows(query);
  }

  private RowSet rows(Query query) {
    Query claims = claimsBehind(query);
    List<Var> keys = new ArrayList<>(claims.getProjectVars());
    keys.remove(CLAIM);
    Map<Var, Var> added = addedColumns(query);
    Map<List<Node>, Collection<Node>> behind = behind(claims, keys);
    List<Binding> rows = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
      exec.select().forEachRemaining(row -> {
        int before = rows.size();
        for (Node claim : behind.getOrDefault(values(row, keys), List.of())) {
          if (!row.contains(CLAIM) || row.get(CLAIM).equals(claim)) {
            look(claim).forEach(evidence -> rows.add(with(row, evidence, added)));
          }
        }
        if (rows.size() == before) {
          rows.add(row);
        }
      });
    }
    List<Var> columns = new ArrayList<>(query.getProjectVars());
    columns.addAll(added.values());
    return RowSetStream.create(columns, rows.iterator());
  }

  /** The query's pattern, with what identifies a row and the claim. */
  private static Query claimsBehind(Query query) {
    if (!query.isSelectType() || !PatternVars.vars(query.getQueryPattern()).contains(CLAIM)) {
      throw new UsageException(
          "No evidence can be added: the query should be a SELECT whose outermost pattern binds"
              + " ?claim; leave out --evidence");
    }
    Set<Var> pattern = Set.copyOf(PatternVars.vars(query.getQueryPattern()));
    Query claims = new Query(query.getPrologue());
    claims.setQuerySelectType();
    claims.setDistinct(true);
    claims.setQueryPattern(query.getQueryPattern());
    if (query.hasValues()) {
      claims.setValuesDataBlock(query.getValuesVariables(), query.getValuesData());
    }
    claims.addResultVar(CLAIM);
    query.getGroupBy().forEachVarExpr((var, expr) -> {
      if (query.getProjectVars().contains(var) && expr != null) {
        claims.addResultVar(var, expr);
      }
    });
    query.getProject().forEachVarExpr((var, expr) -> {
      if (expr == null ? pattern.contains(var) : isPlain(expr, pattern)) {
        if (!var.equals(CLAIM)) {
          claims.addResultVar(var, expr);
        }
      }
    });
    claims.resetResultVars();
    return claims;
  }

  /** Whether an expression can be computed from one solution of the pattern. */
  private static boolean isPlain(Expr expr, Set<Var> pattern) {
    boolean[] plain = {pattern.containsAll(expr.getVarsMentioned())};
    Walker.walk(
        expr,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprAggregator aggregator) {
            plain[0] = false;
          }
        });
    return plain[0];
  }

  private Map<List<Node>, Collection<Node>> behind(Query claims, List<Var> keys) {
    Map<List<Node>, Collection<Node>> behind = new HashMap<>();
    try (QueryExec exec = QueryExec.dataset(data).query(claims).build()) {
      exec.select()
          .forEachRemaining(
              row -> {
                if (row.contains(CLAIM)) {
                  behind
                      .computeIfAbsent(
                          values(row, keys),
                          key -> new TreeSet<>(Comparator.comparing(Node::toString)))
                      .add(row.get(CLAIM));
                }
              });
    }
    return behind;
  }

  private static List<Node> values(Binding row, List<Var> keys) {
    // Nodes, or null where a value is not bound: a key within this class only.
    List<Node> values = new ArrayList<>();
    keys.forEach(var -> values.add(row.get(var)));
    return values;
  }

  private List<Binding> look(Node claim) {
    return found.computeIfAbsent(
        claim,
        thing -> {
          List<Binding> evidence = new ArrayList<>();
          try (QueryExec exec =
              QueryExec.dataset(data).query(LOOKUP).substitution(CLAIM, thing).build()) {
            exec.select().forEachRemaining(row -> evidence.add(BindingFactory.copy(row)));
          }
          return evidence;
        });
  }

  /** The lookup's columns, renamed where the query has a column of that name. */
  private static Map<Var, Var> addedColumns(Query query) {
    Map<Var, Var> added = new LinkedHashMap<>();
    for (Var var : LOOKUP.getProjectVars()) {
      String name = var.getVarName();
      String other = "evidence" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      added.put(var, query.getProjectVars().contains(var) ? Var.alloc(other) : var);
    }
    return added;
  }

  private static Binding with(Binding row, Binding evidence, Map<Var, Var> added) {
    BindingBuilder builder = BindingFactory.builder(row);
    added.forEach(
        (var, column) -> {
          if (evidence.contains(var)) {
            builder.add(column, evidence.get(var));
          }
        });
    return builder.build();
  }
}
