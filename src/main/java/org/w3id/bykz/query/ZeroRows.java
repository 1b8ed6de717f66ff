package org.w3id.bykz.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.serializer.FormatterElement;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/**
 * Tells why a query gives nothing: which part of its pattern matches nothing on its own, or which
 * parts match nothing together; whether a term is mistyped, or the sources just do not say it. It
 * asks the graph part by part, within a time.
 */
public final class ZeroRows {

  /** Enough where somebody waits for the explanation. */
  public static final Duration THOROUGH = Duration.ofSeconds(5);

  /** For a hint beside an answer. */
  public static final Duration BRIEF = Duration.ofMillis(500);

  private static final Var ANY = Var.alloc("anything");
  private static final Var OTHER = Var.alloc("other");
  private static final Var THING = Var.alloc("thing");
  private static final int FEW = 5;

  private final Query query;
  private final Probes probes;
  private final KnownTerms terms;
  private final Literals literals;

  /** The parts among which one is looked at. */
  private List<Element> beside = List.of();

  private ZeroRows(Query query, Probes probes) {
    this.query = query;
    this.probes = probes;
    this.terms = new KnownTerms(probes);
    this.literals = new Literals(probes);
  }

  /**
   * Whether an answer says nothing: no rows, or a single one that counts 0.
   *
   * @param rows the first two suffice
   */
  public static boolean isNothing(Query query, List<Binding> rows) {
    if (!query.isSelectType() || rows.size() > 1) {
      return false;
    }
    return rows.isEmpty()
        || query.getGroupBy().isEmpty()
            && query.getProjectVars().stream()
                .allMatch(var -> isCountOfZero(query.getProject().getExpr(var), rows.get(0), var));
  }

  private static boolean isCountOfZero(Expr expr, Binding row, Var var) {
    if (!(expr instanceof ExprAggregator aggregation) || !row.contains(var)) {
      return false;
    }
    Aggregator counted = aggregation.getAggregator();
    return (counted instanceof AggCount
            || counted instanceof AggCountVar
            || counted instanceof AggCountDistinct
            || counted instanceof AggCountVarDistinct)
        && row.get(var).getLiteralLexicalForm().equals("0");
  }

  /**
   * Why the query gives nothing.
   *
   * @param endpoint what the query speaks of
   */
  public static Explanation explain(Query query, Endpoint endpoint, Duration budget) {
    return new ZeroRows(query, new Probes(query, endpoint, budget))
        .ofQuery(query)
        .orElseGet(
            () ->
                Explanation.unsettled(
                    "Why the query gives nothing could not be settled; leave out parts of it to"
                        + " see which one does it."));
  }

  private Optional<Explanation> ofQuery(Query asked) {
    if (asked.hasLimit() && asked.getLimit() == 0) {
      return Optional.of(Explanation.broken("LIMIT 0 asks for no rows.", List.of(), List.of()));
    }
    if (asked.getQueryPattern() == null) {
      return Optional.empty();
    }
    List<Element> parts = new ArrayList<>(QueryParts.of(asked.getQueryPattern()));
    if (asked.hasValues()) {
      ElementData values = new ElementData();
      asked.getValuesVariables().forEach(values::add);
      asked.getValuesData().forEach(values::add);
      parts.add(values);
    }
    return ofUnboundCount(asked)
        .or(() -> ofParts(parts))
        .or(() -> ofModifiers(asked))
        .or(() -> ofScopes(asked.getQueryPattern()));
  }

  /** COUNT of a variable that the pattern does not have. */
  private Optional<Explanation> ofUnboundCount(Query asked) {
    Set<Var> bound = new HashSet<>(PatternVars.vars(asked.getQueryPattern()));
    return asked.getAggregators().stream()
        .filter(each -> each.getAggregator().getExprList() != null)
        .flatMap(each -> each.getAggregator().getExprList().getVarsMentioned().stream())
        .filter(var -> !bound.contains(var))
        .findFirst()
        .map(var -> unbound(var, bound, "COUNT"));
  }

  private Optional<Explanation> ofModifiers(Query asked) {
    if (asked.hasOffset() && asked.getOffset() > 0) {
      return Optional.of(
          Explanation.broken(
              "OFFSET %d lies behind the last row.".formatted(asked.getOffset()),
              List.of(),
              List.of()));
    }
    if (asked.hasHaving()) {
      String having =
          asked.getHavingExprs().stream().map(this::text).collect(Collectors.joining(" "));
      return Optional.of(
          Explanation.absent(
              "The pattern matches, but no group passes HAVING " + having + ".",
              List.of("HAVING " + having),
              List.of()));
    }
    return Optional.empty();
  }

  // Part by part

  private Optional<Explanation> ofParts(List<Element> parts) {
    List<Explanation> alone = new ArrayList<>();
    beside = parts;
    for (Element part : parts) {
      if (canFailAlone(part) && fails(List.of(part))) {
        Explanation found = alone(part);
        if (found.kind() == Explanation.Kind.BROKEN) {
          return Optional.of(found);
        }
        alone.add(found);
      }
    }
    return alone.isEmpty() ? ofJoin(parts) : Optional.of(alone.get(0));
  }

  private boolean fails(Collection<? extends Element> elements) {
    return probes.matches(elements).equals(Optional.of(false));
  }

  private static boolean canFailAlone(Element part) {
    if (part instanceof ElementPathBlock block) {
      // From anything to anything a path of length zero always leads; asking takes long.
      TriplePath path = block.getPattern().get(0);
      return path.isTriple()
          || !path.getSubject().isVariable()
          || !path.getObject().isVariable()
          || path.getPath() instanceof P_Path0
          || path.getPath() instanceof P_Seq;
    }
    return part instanceof ElementNamedGraph
        || part instanceof ElementUnion
        || part instanceof ElementSubQuery;
  }

  /** Finds by halves the first part with which those before it match nothing. */
  private Optional<Explanation> ofJoin(List<Element> parts) {
    if (!fails(parts)) {
      return Optional.empty();
    }
    int matching = 0;
    int failing = parts.size();
    while (failing - matching > 1) {
      int middle = (matching + failing) / 2;
      if (fails(parts.subList(0, middle))) {
        failing = middle;
      } else {
        matching = middle;
      }
    }
    Element last = parts.get(failing - 1);
    List<Element> before = parts.subList(0, failing - 1);
    return Optional.of(together(before, needed(before, last), last));
  }

  /** Those of the parts without which the last one would match. */
  private List<Element> needed(List<Element> before, Element last) {
    List<Element> needed = new ArrayList<>(before);
    Stream<Element> filtersFirst =
        Stream.concat(
            before.stream().filter(ZeroRows::needsBound),
            before.stream().filter(each -> !needsBound(each)));
    filtersFirst.forEach(
        each -> {
          List<Element> fewer = new ArrayList<>(needed);
          fewer.remove(each);
          if (keepsBound(fewer, each, last) && fails(with(fewer, last))) {
            needed.remove(each);
          }
        });
    return needed;
  }

  private static List<Element> with(List<Element> parts, Element... more) {
    return Stream.concat(parts.stream(), Stream.of(more)).toList();
  }

  private static boolean needsBound(Element part) {
    return part instanceof ElementFilter
        || part instanceof ElementMinus
        || part instanceof ElementBind;
  }

  /** Whether no filter loses a variable with a part. */
  private static boolean keepsBound(List<Element> fewer, Element without, Element last) {
    Set<Var> lost = vars(without);
    fewer.stream().filter(each -> !needsBound(each)).forEach(each -> lost.removeAll(vars(each)));
    return Stream.concat(fewer.stream(), Stream.of(last))
        .filter(ZeroRows::needsBound)
        .noneMatch(each -> vars(each).stream().anyMatch(lost::contains));
  }

  private static Set<Var> vars(Element part) {
    Set<Var> vars = new LinkedHashSet<>(PatternVars.vars(part));
    if (part instanceof ElementFilter filter) {
      ExprVars.varsMentioned(vars, filter.getExpr());
      exists(filter.getExpr()).ifPresent(inner -> vars.addAll(PatternVars.vars(inner)));
    } else if (part instanceof ElementBind bind) {
      ExprVars.varsMentioned(vars, bind.getExpr());
    } else if (part instanceof ElementMinus minus) {
      vars.addAll(PatternVars.vars(minus.getMinusElement()));
    }
    return vars;
  }

  private static Optional<Element> exists(Expr expr) {
    if (expr instanceof E_Exists exists) {
      return Optional.of(exists.getElement());
    }
    return expr instanceof E_NotExists not ? Optional.of(not.getElement()) : Optional.empty();
  }

  // A part that matches nothing on its own

  private Explanation alone(Element part) {
    if (part instanceof ElementUnion union) {
      return union(union);
    }
    if (part instanceof ElementSubQuery inner) {
      return ofQuery(inner.getQuery()).orElseGet(() -> nothing(part, "", List.of()));
    }
    if (part instanceof ElementNamedGraph graph) {
      return inGraph(graph);
    }
    TriplePath path = ((ElementPathBlock) part).getPattern().get(0);
    return path.isTriple() ? triple(path.asTriple(), part) : path(path, part);
  }

  private Explanation union(ElementUnion union) {
    List<Explanation> branches = new ArrayList<>();
    for (Element branch : union.getElements()) {
      ofParts(QueryParts.of(branch)).ifPresent(branches::add);
    }
    Optional<Explanation> broken =
        branches.stream().filter(each -> each.kind() == Explanation.Kind.BROKEN).findFirst();
    if (branches.isEmpty()) {
      return nothing(union, "", List.of());
    }
    Explanation shown = broken.orElse(branches.get(0));
    return new Explanation(
        shown.kind(),
        "No branch of UNION matches; one of them: " + shown.sentence(),
        shown.patterns(),
        branches.stream().flatMap(each -> each.suggestions().stream()).distinct().toList(),
        shown.reading());
  }

  private Explanation inGraph(ElementNamedGraph graph) {
    Node name = graph.getGraphNameNode();
    Element all =
        new ElementNamedGraph(
            name, QueryParts.block(new TriplePath(Triple.create(ANY, OTHER, THING))));
    if (name.isURI() && fails(List.of(all))) {
      return unknown(name, "no graph of this store", terms.nearestGraph(name), graph);
    }
    Element inner = graph.getElement();
    if (fails(List.of(inner))) {
      return QueryParts.of(inner).stream().findFirst().map(this::alone).orElseThrow();
    }
    List<String> elsewhere =
        shown(probes.values(List.of(new ElementNamedGraph(ANY, inner)), ANY, FEW));
    return Explanation.broken(
        "Nothing matches %s in this graph; it stands in others, such as %s."
            .formatted(text(inner), String.join(", ", elsewhere)),
        List.of(text(graph)),
        elsewhere);
  }

  private Explanation path(TriplePath path, Element part) {
    List<Node> links = links(path);
    for (Node link : links) {
      Optional<Explanation> unused = ofProperty(link, part);
      if (unused.isPresent()) {
        return unused.get();
      }
    }
    if (path.getPath() instanceof P_Seq sequence) {
      Var via = Var.alloc("via" + links.size());
      List<Element> steps =
          List.of(
              step(path.getSubject(), sequence.getLeft(), via),
              step(via, sequence.getRight(), path.getObject()));
      return ofParts(steps).orElseGet(() -> nothing(part, "", List.of()));
    }
    return Stream.of(path.getObject(), path.getSubject())
        .flatMap(node -> ofThing(node, part).stream())
        .findFirst()
        .orElseGet(() -> absent(part, List.of()));
  }

  private static Element step(Node from, Path path, Node to) {
    return QueryParts.block(new TriplePath(from, path, to));
  }

  private Explanation triple(Triple triple, Element part) {
    Node object = triple.getObject();
    boolean isType = triple.getPredicate().equals(RDF.type.asNode());
    return ofProperty(triple.getPredicate(), part)
        .or(() -> isType ? ofClass(object, part) : ofThing(object, part))
        .or(() -> ofThing(triple.getSubject(), part))
        .or(() -> literals.of(List.of(), triple).map(hint -> broken(part, hint)))
        .or(() -> reversed(others(part), triple).map(other -> turned(part, other)))
        .orElseGet(() -> absent(part, alternatives(others(part), triple)));
  }

  /** The other parts, as far as they match something. */
  private List<Element> others(Element part) {
    List<Element> others = beside.stream().filter(each -> !each.equals(part)).toList();
    return probes.matches(others).equals(Optional.of(true)) ? others : List.of();
  }

  private Explanation turned(Element part, Element other) {
    return Explanation.broken(
        "Nothing matches %s on its own; the other way round there is %s."
            .formatted(text(part), text(other)),
        List.of(text(part)),
        List.of(text(other)));
  }

  private Optional<Explanation> ofProperty(Node property, Element part) {
    Element used = QueryParts.block(new TriplePath(Triple.create(ANY, property, OTHER)));
    if (!property.isURI() || !fails(List.of(used))) {
      return Optional.empty();
    }
    return Optional.of(
        isKnown(property)
            ? unusedTerm(property, "nothing is said with it yet", part)
            : unknown(
                property, "no property of this graph", terms.nearestProperty(property), part));
  }

  private Optional<Explanation> ofClass(Node type, Element part) {
    Element used = QueryParts.block(new TriplePath(Triple.create(ANY, RDF.type.asNode(), type)));
    if (!type.isURI() || !fails(List.of(used))) {
      return Optional.empty();
    }
    return Optional.of(
        isKnown(type)
            ? unusedTerm(type, "nothing is of this class", part)
            : unknown(type, "no class of this graph", terms.nearestClass(type), part));
  }

  private Optional<Explanation> ofThing(Node thing, Element part) {
    return thing.isURI() && !isKnown(thing)
        ? Optional.of(unknown(thing, "not in this graph", terms.nearestThing(thing), part))
        : Optional.empty();
  }

  private boolean isKnown(Node node) {
    Query known = QueryTransformOps.replaceVars(Things.KNOWN, Map.of(THING, node));
    return probes.ask(known, exec -> exec.select().hasNext()).orElse(true);
  }

  private Explanation unknown(Node term, String what, Optional<Node> nearest, Element part) {
    List<String> suggestions = nearest.map(this::show).stream().toList();
    String hint = suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
    String sentence =
        "Nothing matches %s on its own: %s is %s%s"
            .formatted(text(part), show(term), what, hint.isEmpty() ? "." : hint);
    return Explanation.broken(sentence, List.of(text(part)), suggestions);
  }

  private Explanation unusedTerm(Node term, String what, Element part) {
    return Explanation.absent(
        "Nothing matches %s on its own: %s is known, but %s."
            .formatted(text(part), show(term), what),
        List.of(text(part)),
        List.of());
  }

  private Explanation broken(Element part, Literals.Hint hint) {
    return Explanation.broken(
        "Nothing matches %s on its own: %s.".formatted(text(part), sentence(hint)),
        List.of(text(part)),
        shown(hint.values()));
  }

  private String sentence(Literals.Hint hint) {
    return hint.text() + " " + String.join(", ", shown(hint.values()));
  }

  private Explanation nothing(Element part, String why, List<String> suggestions) {
    return Explanation.absent(
        "Nothing matches " + text(part) + " on its own" + why + ".",
        List.of(text(part)),
        suggestions);
  }

  private Explanation absent(Element part, List<String> alternatives) {
    return withReading(
        nothing(
            part,
            ", though its terms are known: the sources do not say it, or it was not found in them"
                + other(alternatives),
            alternatives),
        List.of(part));
  }

  private static String other(List<String> alternatives) {
    return alternatives.isEmpty() ? "" : "; this would match: " + String.join(" or ", alternatives);
  }

  // Parts that match nothing together

  private Explanation together(List<Element> before, List<Element> needed, Element last) {
    List<Element> all = with(needed, last);
    Optional<Explanation> mistyped =
        all.stream().flatMap(each -> mistyped(each).stream()).findFirst();
    if (mistyped.isPresent()) {
      return mistyped.get();
    }
    if (last instanceof ElementFilter filter) {
      return filtered(before, needed, filter);
    }
    if (last instanceof ElementMinus) {
      return Explanation.absent(
          "All that matches is taken away by " + text(last) + ".", texts(all), List.of());
    }
    String sentence =
        "Each part matches on its own, but not together: " + String.join(" . ", texts(all));
    Optional<Triple> triple =
        last instanceof ElementPathBlock block && block.getPattern().get(0).isTriple()
            ? Optional.of(block.getPattern().get(0).asTriple())
            : Optional.empty();
    Optional<Literals.Hint> hint = triple.flatMap(each -> literals.of(needed, each));
    if (hint.isPresent()) {
      return Explanation.broken(
          sentence + "; " + sentence(hint.get()) + ".", texts(all), shown(hint.get().values()));
    }
    Optional<Element> reversed = triple.flatMap(each -> reversed(needed, each));
    if (reversed.isPresent()) {
      String other = text(reversed.get());
      return Explanation.broken(
          sentence + "; the other way round there is " + other + ".", texts(all), List.of(other));
    }
    List<String> others = triple.map(each -> alternatives(needed, each)).orElse(List.of());
    return withReading(
        Explanation.absent(
            sentence
                + "; its terms are known, so the sources do not say it, or it was not found in them"
                + other(others)
                + ".",
            texts(all),
            others),
        all);
  }

  /** What asking for the part on its own did not show: values, and paths that may have no steps. */
  private Optional<Explanation> mistyped(Element part) {
    if (part instanceof ElementPathBlock block && !block.getPattern().get(0).isTriple()) {
      return links(block.getPattern().get(0)).stream()
          .flatMap(link -> ofProperty(link, part).stream())
          .findFirst();
    }
    return part instanceof ElementData values ? ofValues(values) : Optional.empty();
  }

  private static List<Node> links(TriplePath path) {
    List<Node> links = new ArrayList<>();
    path.getPath().visit(new Links(links));
    return links;
  }

  private Optional<Explanation> ofValues(ElementData values) {
    return values.getRows().stream()
        .flatMap(row -> values.getVars().stream().map(row::get))
        .filter(node -> node != null)
        .flatMap(node -> ofThing(node, values).stream())
        .findFirst();
  }

  /** The triple pattern the other way round, if that matches. */
  private Optional<Element> reversed(List<Element> others, Triple triple) {
    boolean isOpen = triple.getSubject().isVariable() && triple.getObject().isVariable();
    if (triple.getObject().isLiteral()
        || !triple.getPredicate().isURI()
        || isOpen && others.isEmpty()) {
      return Optional.empty();
    }
    Element reversed =
        QueryParts.block(
            new TriplePath(
                Triple.create(triple.getObject(), triple.getPredicate(), triple.getSubject())));
    return probes.matches(with(others, reversed)).equals(Optional.of(true))
        ? Optional.of(reversed)
        : Optional.empty();
  }

  /** What would match instead, with another property or class, to the same thing. */
  private List<String> alternatives(List<Element> others, Triple triple) {
    Node object = triple.getObject();
    boolean isType = triple.getPredicate().equals(RDF.type.asNode());
    boolean isHeld =
        isType
            ? triple.getSubject().isURI() || !others.isEmpty()
            : object.isConcrete()
                || others.stream().anyMatch(each -> vars(each).contains(Var.alloc(object)));
    if (!isHeld || !triple.getPredicate().isURI()) {
      return List.of();
    }
    return probes
        .values(
            with(others, QueryParts.block(new TriplePath(other(triple, isType, ANY)))), ANY, FEW)
        .stream()
        .filter(value -> !value.toString().startsWith(RDF.getURI()))
        .map(value -> text(QueryParts.block(new TriplePath(other(triple, isType, value)))))
        .filter(text -> others.stream().noneMatch(each -> text(each).equals(text)))
        .toList();
  }

  private static Triple other(Triple triple, boolean isType, Node value) {
    return isType
        ? Triple.create(triple.getSubject(), triple.getPredicate(), value)
        : Triple.create(triple.getSubject(), value, triple.getObject());
  }

  private Explanation filtered(List<Element> before, List<Element> needed, ElementFilter filter) {
    Expr expr = filter.getExpr();
    List<Element> binding =
        needed.stream().filter(each -> !(each instanceof ElementFilter)).toList();
    List<String> texts = texts(with(needed, filter));
    if (expr instanceof E_NotExists) {
      return Explanation.absent(
          "All that matches is left out by " + text(filter) + ".", texts, List.of());
    }
    if (expr instanceof E_Exists exists) {
      return ofParts(QueryParts.of(exists.getElement()))
          .orElseGet(
              () ->
                  Explanation.absent(
                      "Nothing that matches passes " + text(filter) + ".", texts, List.of()));
    }
    Set<Var> bound = new LinkedHashSet<>();
    before.stream()
        .filter(each -> !(each instanceof ElementFilter))
        .forEach(each -> bound.addAll(vars(each)));
    Optional<Var> free =
        expr.getVarsMentioned().stream().filter(var -> !bound.contains(var)).findFirst();
    if (free.isPresent()) {
      return unbound(free.get(), bound, text(filter));
    }
    Optional<Literals.Hint> hint = literals.of(binding, expr);
    if (hint.isPresent()) {
      return Explanation.broken(
          "Nothing passes %s: %s.".formatted(text(filter), sentence(hint.get())),
          texts,
          shown(hint.get().values()));
    }
    Optional<Explanation> never =
        binding.stream()
            .filter(each -> each instanceof ElementOptional)
            .filter(each -> vars(each).stream().anyMatch(expr.getVarsMentioned()::contains))
            .flatMap(
                each ->
                    ofParts(QueryParts.of(((ElementOptional) each).getOptionalElement())).stream())
            .findFirst();
    if (never.isPresent()) {
      return never.get();
    }
    String values =
        expr.getVarsMentioned().stream()
            .map(var -> example(var, binding))
            .collect(Collectors.joining("; "));
    return withReading(
        Explanation.absent(
            "Nothing passes %s; there, %s.".formatted(text(filter), values), texts, List.of()),
        with(needed, filter));
  }

  private String example(Var var, List<Element> binding) {
    List<String> values = shown(probes.values(binding, var, 3));
    return values.isEmpty()
        ? var + " has no value"
        : var + " is " + String.join(" or ", values) + ", for example";
  }

  private static Explanation unbound(Var var, Set<Var> bound, String where) {
    Optional<String> near =
        Nearest.among(var.getVarName(), bound.stream().map(Var::getVarName).toList());
    return Explanation.broken(
        "%s uses %s, which no pattern beside it binds%s"
            .formatted(where, var, near.map(name -> "; did you mean ?" + name + "?").orElse(".")),
        List.of(where),
        near.map(name -> "?" + name).stream().toList());
  }

  /** A filter in a group of its own does not see what is bound outside of it. */
  private Optional<Explanation> ofScopes(Element pattern) {
    if (!(pattern instanceof ElementGroup group)) {
      return Optional.empty();
    }
    Set<Var> bound = new LinkedHashSet<>(PatternVars.vars(group));
    for (Element each : group.getElements()) {
      Optional<Explanation> found =
          each instanceof ElementFilter filter
              ? filter.getExpr().getVarsMentioned().stream()
                  .filter(var -> !bound.contains(var))
                  .findFirst()
                  .map(var -> unbound(var, bound, text(filter)))
              : ofScopes(each);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  // What was read

  private Explanation withReading(Explanation explanation, List<Element> parts) {
    Optional<Node> thing =
        parts.stream().flatMap(part -> things(part).stream()).filter(this::isOfTexts).findFirst();
    Query all = SparqlFile.bundled("pages/reading");
    return probes
        .ask(all, exec -> exec.select().next())
        .map(
            row ->
                new Explanation.Reading(
                    number(row, "sources"),
                    number(row, "sentences"),
                    number(row, "silent"),
                    thing.map(this::show).orElse(""),
                    thing.flatMap(node -> count("speaking-of", node, "sources")).orElse(0L),
                    thing.flatMap(node -> count("silent-about", node, "silent"))))
        .filter(reading -> reading.sources() > 0)
        .map(explanation::with)
        .orElse(explanation);
  }

  private static List<Node> things(Element part) {
    if (part instanceof ElementNamedGraph graph) {
      return QueryParts.of(graph.getElement()).stream()
          .flatMap(inner -> things(inner).stream())
          .toList();
    }
    if (part instanceof ElementPathBlock block) {
      TriplePath path = block.getPattern().get(0);
      return List.of(path.getSubject(), path.getObject());
    }
    if (part instanceof ElementFilter filter) {
      return Literals.constants(filter.getExpr()).stream().map(NodeValue::asNode).toList();
    }
    return List.of();
  }

  private boolean isOfTexts(Node node) {
    String things = Prefixes.BASE + "id/";
    return node.isURI()
        && node.getURI().startsWith(things)
        && !node.getURI()
            .matches(things + "(modality|polarity|flow|bound|status|metric|source)/.*");
  }

  private Optional<Long> count(String name, Node thing, String column) {
    Query counting =
        QueryTransformOps.replaceVars(SparqlFile.bundled("pages/" + name), Map.of(THING, thing));
    return probes.ask(counting, exec -> number(exec.select().next(), column));
  }

  private static long number(Binding row, String column) {
    Node value = row.get(Var.alloc(column));
    return value == null ? 0 : ((Number) value.getLiteralValue()).longValue();
  }

  // In the query's own words

  private List<String> texts(List<Element> parts) {
    return parts.stream()
        .filter(each -> !(each instanceof ElementOptional))
        .map(this::text)
        .toList();
  }

  private String text(Element part) {
    IndentedLineBuffer out = new IndentedLineBuffer();
    out.setFlatMode(true);
    FormatterElement.format(out, new SerializationContext(query), part);
    return out.asString().replaceAll("\\s+", " ").strip();
  }

  private String text(Expr expr) {
    return text(new ElementFilter(expr)).replaceFirst("^FILTER ", "");
  }

  private List<String> shown(List<Node> nodes) {
    return nodes.stream().map(this::show).toList();
  }

  private String show(Node node) {
    return FmtUtils.stringForNode(node, query);
  }

  /** Collects the properties of a path. */
  private static final class Links extends PathVisitorByType {

    private final List<Node> found;

    Links(List<Node> found) {
      this.found = found;
    }

    @Override
    public void visitNegPS(P_NegPropSet path) {
      // Any other property will do.
    }

    @Override
    public void visit0(P_Path0 path) {
      found.add(path.getNode());
    }

    @Override
    public void visit1(P_Path1 path) {
      path.getSubPath().visit(this);
    }

    @Override
    public void visit2(P_Path2 path) {
      path.getLeft().visit(this);
      path.getRight().visit(this);
    }
  }
}
