package org.w3id.bykz.store;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.update.UpdateFactory;

/**
 * A query with the name it goes by.
 *
 * @param name the file's name without its ending
 */
public record SparqlFile(String name, Query query) {

  private static final Pattern AT = Pattern.compile("at line (\\d+), column (\\d+)");
  private static final Pattern UNRESOLVED = Pattern.compile("Unresolved prefixed name: (\\w+):.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("Encountered \" (?:<\\w+>|\"[^\"]*\") \"(.*) \"\" at line");

  /**
   * Parses a query and refuses what would leave the store: SERVICE, and anything that writes.
   *
   * @throws UsageException with file, line and column
   */
  public static SparqlFile parse(TextFile file) {
    Query query;
    try {
      query = QueryFactory.create(file.text(), Prefixes.BASE);
    } catch (QueryParseException e) {
      if (e.getMessage() == null) {
        // The parser's stack was too small for it.
        throw new UsageException(file.path() + " is nested too deeply", e);
      }
      if (isUpdate(file.text())) {
        throw new UsageException(
            file.path() + " is an update; the store changes by publishing only", e);
      }
      throw new UsageException(file.path() + ":" + place(e) + ": " + what(e), e);
    } catch (QueryException e) {
      throw new UsageException(file.path() + ": " + e.getMessage(), e);
    }
    if (!query.explicitlySetBaseURI()) {
      // Its text would be written with relative names that nobody else can resolve.
      query.setBase(null);
    }
    refuseService(query);
    return new SparqlFile(file.stem(), query);
  }

  /**
   * The query for some values of a variable only: they are joined to its pattern, and to that of
   * each sub-select that gives the variable.
   */
  Query within(Var variable, Collection<Node> values) {
    ElementData table = new ElementData();
    table.add(variable);
    values.forEach(value -> table.add(BindingFactory.binding(variable, value)));
    // Read anew, so that its sub-selects are its own.
    Query within = QueryFactory.create(query.toString());
    ElementWalker.walk(
        within.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery element) {
            Query inner = element.getQuery();
            if (inner.getProjectVars().contains(variable)) {
              inner.setQueryPattern(joined(table, inner).getQueryPattern());
            }
          }
        });
    return joined(table, within);
  }

  /** The query with a table before its pattern, so that values are looked up, not searched for. */
  public static Query joined(ElementData table, Query query) {
    ElementGroup group = new ElementGroup();
    group.addElement(table);
    if (query.getQueryPattern() instanceof ElementGroup several) {
      several.getElements().forEach(group::addElement);
    } else {
      // A sub-select that is all there is stands in no group.
      group.addElement(query.getQueryPattern());
    }
    Query joined = query.cloneQuery();
    joined.setQueryPattern(group);
    return joined;
  }

  /** A query that came with the program, by folder and name, as in {@code pages/thing}. */
  public static Query bundled(String name) {
    return parse(TextFile.bundled("queries/" + name + ".rq")).query();
  }

  /** Refuses a query that asks another server, at any depth, or calls Java by its class's name. */
  public static void refuseService(Query query) {
    new NoService().check(query);
    if (query.toString().contains("<java:")) {
      throw new UsageException("Names that begin with java: are refused; no code is called");
    }
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (QueryException e) {
      return false;
    }
  }

  /** Line and column; those of the exception are of the token before. */
  private static String place(QueryParseException e) {
    Matcher matcher = AT.matcher(e.getMessage());
    return matcher.find()
        ? matcher.group(1) + ":" + matcher.group(2)
        : e.getLine() + ":" + e.getColumn();
  }

  /** The parser's message names its inner tokens and goes on with all it would have taken. */
  private static String what(QueryParseException e) {
    String message = e.getMessage().strip();
    Matcher matcher = UNEXPECTED.matcher(message);
    if (matcher.lookingAt()) {
      return "unexpected " + matcher.group(1);
    }
    if (message.startsWith("Encountered \"<EOF>\"")) {
      return "unexpected end";
    }
    String sentence = message.lines().findFirst().orElse("").replaceFirst("^Line.*?: ", "");
    Matcher unresolved = UNRESOLVED.matcher(sentence);
    return unresolved.matches() && Prefixes.all().containsKey(unresolved.group(1))
        ? "%s; begin with PREFIX %s: <%s>"
            .formatted(sentence, unresolved.group(1), Prefixes.all().get(unresolved.group(1)))
        : sentence;
  }

  /** Goes wherever in a query a pattern can stand. */
  private static final class NoService extends ElementVisitorBase {

    private final ExprVisitor inExpressions =
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp exists) {
            check(exists.getElement());
          }

          @Override
          public void visit(ExprAggregator aggregator) {
            if (aggregator.getAggregator().getExprList() != null) {
              aggregator.getAggregator().getExprList().forEach(expr -> check(expr));
            }
          }
        };

    void check(Query query) {
      check(query.getQueryPattern());
      query.getProject().getExprs().values().forEach(this::check);
      query.getGroupBy().getExprs().values().forEach(this::check);
      query.getHavingExprs().forEach(this::check);
      query.getAggregators().forEach(this::check);
      if (query.getOrderBy() != null) {
        query.getOrderBy().forEach(condition -> check(condition.getExpression()));
      }
    }

    private void check(Element element) {
      if (element != null) {
        ElementWalker.walk(element, this);
      }
    }

    private void check(Expr expr) {
      Walker.walk(expr, inExpressions);
    }

    @Override
    public void visit(ElementService service) {
      throw new UsageException("SERVICE is refused: queries run on this store only");
    }

    @Override
    public void visit(ElementSubQuery element) {
      check(element.getQuery());
    }

    @Override
    public void visit(ElementFilter element) {
      check(element.getExpr());
    }

    @Override
    public void visit(ElementBind element) {
      check(element.getExpr());
    }

    @Override
    public void visit(ElementAssign element) {
      check(element.getExpr());
    }
  }
}
