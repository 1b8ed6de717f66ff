package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.PatternVars;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.UsageException;

/**
 * Adds to each row of a SELECT the evidence it rests on: source, date, speaker, quote and offsets.
 * By convention a query names a claim it reads {@code ?claim}. Which claims stand behind a row,
 * also a row of sums and counts, is found by running the query's pattern once more, without
 * grouping, and joining on the row's other values. A row is repeated for each piece of evidence;
 * one that rests on no claim stays, with nothing added.
 */
public final class Evidence {

  /** What a claim is called in a query; in this class also in queries that call it otherwise. */
  private static final Var CLAIM = Var.alloc("claim");

  private static final Query LOOKUP = SparqlFile.bundled("pages/evidence");

  /** How many claims are looked up at once. */
  private static final int BATCH = 500;

  private final Query query;
  private final Var claim;
  private final Endpoint data;
  private final Endpoint all;

  private Evidence(Query query, Endpoint data, Endpoint all) {
    this.query = query;
    this.claim = claimOf(query);
    this.data = data;
    this.all = all;
  }

  /**
   * Runs the query and gives its rows with their evidence.
   *
   * @param data what the query speaks of
   * @param all where the evidence stands
   * @throws UsageException if the query reads no {@code ?claim}
   */
  public static RowSet of(Query query, Endpoint data, Endpoint all) {
    Evidence evidence = new Evidence(query, data, all);
    return evidence.rows(Rows.of(query, data));
  }

  /**
   * The same for rows of the query that were read already.
   *
   * @throws UsageException if the query reads no {@code ?claim}
   */
  public static RowSet of(Query query, List<Binding> rows, Endpoint data, Endpoint all) {
    return new Evidence(query, data, all).rows(rows);
  }

  /** Whether evidence can be added to the rows of the query. */
  public static boolean isPossible(Query query) {
    return findClaim(query).isPresent();
  }

  private RowSet rows(List<Binding> rows) {
    Query claims = claimsBehind(query, claim);
    // A row that shows its claim rests on that one alone.
    List<Var> keys = new ArrayList<>(claims.getProjectVars());
    if (!shows(query, claim)) {
      keys.remove(claim);
    }
    Map<Var, Var> added = addedColumns(query);
    Map<List<Node>, Collection<Node>> behind = behind(claims, claim, keys);
    Map<Node, List<Binding>> evidence =
        look(
            rows.stream()
                .flatMap(row -> behind.getOrDefault(values(row, keys), List.of()).stream())
                .distinct()
                .toList());
    List<Binding> shown = new ArrayList<>();
    for (Binding row : rows) {
      int before = shown.size();
      for (Node each : behind.getOrDefault(values(row, keys), List.of())) {
        evidence.getOrDefault(each, List.of()).forEach(found -> shown.add(with(row, found, added)));
      }
      if (shown.size() == before) {
        shown.add(row);
      }
    }
    List<Var> columns = new ArrayList<>(query.getProjectVars());
    columns.addAll(added.values());
    return RowSetStream.create(columns, shown.iterator());
  }

  /**
   * {@code ?claim}, or the variable that it is picked from, as in {@code (MIN(?one) AS ?claim)}.
   */
  private static Optional<Var> findClaim(Query query) {
    Collection<Var> pattern =
        query.isSelectType() ? PatternVars.vars(query.getQueryPattern()) : List.of();
    if (pattern.contains(CLAIM)) {
      return Optional.of(CLAIM);
    }
    Expr picked = query.isSelectType() ? query.getProject().getExpr(CLAIM) : null;
    Set<Var> from = picked == null ? Set.of() : mentioned(picked);
    return from.size() == 1 && pattern.containsAll(from)
        ? Optional.of(from.iterator().next())
        : Optional.empty();
  }

  private static Var claimOf(Query query) {
    return findClaim(query)
        .orElseThrow(
            () ->
                new UsageException(
                    "No evidence can be added: that needs a SELECT query whose outermost pattern"
                        + " binds ?claim; ask without evidence"));
  }

  private static boolean shows(Query query, Var claim) {
    return query.getProjectVars().contains(claim) && !query.getProject().hasExpr(claim);
  }

  /** The query's pattern, with what identifies a row and the claim. */
  private static Query claimsBehind(Query query, Var claim) {
    Set<Var> pattern = Set.copyOf(PatternVars.vars(query.getQueryPattern()));
    Query claims = new Query(query.getPrologue());
    claims.setQuerySelectType();
    claims.setDistinct(true);
    claims.setQueryPattern(query.getQueryPattern());
    if (query.hasValues()) {
      claims.setValuesDataBlock(query.getValuesVariables(), query.getValuesData());
    }
    claims.addResultVar(claim);
    VarExprList groups = query.getGroupBy();
    for (Var var : query.getProjectVars()) {
      Expr expr = groups.hasExpr(var) ? groups.getExpr(var) : query.getProject().getExpr(var);
      boolean isKey = expr == null ? pattern.contains(var) : isPlain(expr, pattern);
      if (isKey && !(var.equals(claim) && expr == null)) {
        claims.addResultVar(var, expr);
      }
    }
    claims.resetResultVars();
    return claims;
  }

  /** What an expression mentions, within aggregates too. */
  private static Set<Var> mentioned(Expr expr) {
    Set<Var> vars = new HashSet<>(expr.getVarsMentioned());
    Walker.walk(
        expr,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprAggregator aggregator) {
            vars.remove(aggregator.getVar());
            aggregator
                .getAggregator()
                .getExprList()
                .forEach(each -> vars.addAll(each.getVarsMentioned()));
          }
        });
    return vars;
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

  private Map<List<Node>, Collection<Node>> behind(Query claims, Var claim, List<Var> keys) {
    Map<List<Node>, Collection<Node>> behind = new HashMap<>();
    for (Binding row : Rows.of(claims, data)) {
      if (row.contains(claim)) {
        behind
            .computeIfAbsent(
                values(row, keys), key -> new TreeSet<>(Comparator.comparing(Node::toString)))
            .add(row.get(claim));
      }
    }
    return behind;
  }

  private static List<Node> values(Binding row, List<Var> keys) {
    // Nodes, or null where a value is not bound: a key within this class only.
    List<Node> values = new ArrayList<>();
    keys.forEach(var -> values.add(row.get(var)));
    return values;
  }

  private Map<Node, List<Binding>> look(List<Node> claims) {
    Map<Node, List<Binding>> found = new HashMap<>();
    for (int i = 0; i < claims.size(); i += BATCH) {
      Query lookup = lookup(claims.subList(i, Math.min(claims.size(), i + BATCH)));
      Rows.of(lookup, all)
          .forEach(row -> found.computeIfAbsent(row.get(CLAIM), key -> new ArrayList<>()).add(row));
    }
    return found;
  }

  private static Query lookup(List<Node> claims) {
    return Rows.within(LOOKUP, CLAIM, claims.stream().filter(Node::isURI).toList());
  }

  /** The lookup's columns, renamed where the query has a column of that name. */
  private static Map<Var, Var> addedColumns(Query query) {
    Map<Var, Var> added = new LinkedHashMap<>();
    for (Var var : LOOKUP.getProjectVars()) {
      if (var.equals(CLAIM)) {
        continue;
      }
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
