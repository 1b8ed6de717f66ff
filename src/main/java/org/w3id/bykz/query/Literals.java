package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;

/**
 * Finds constants that are written otherwise in the graph: with a language tag or datatype, as a
 * number, in other letters; or a text where things are, and the other way round.
 */
final class Literals {

  private static final Var VALUE = Var.alloc("anyValue");
  private static final Var PROPERTY = Var.alloc("anyProperty");
  private static final int FEW = 5;

  private final Probes probes;

  Literals(Probes probes) {
    this.probes = probes;
  }

  /** What is there instead: a clause that the values end. */
  record Hint(String text, List<Node> values) {

    Hint {
      values = List.copyOf(values);
    }
  }

  /** For the object of a triple pattern that matches nothing beside the others. */
  Optional<Hint> of(List<Element> others, Triple triple) {
    Node object = triple.getObject();
    if (object.isVariable() || object.isBlank()) {
      return Optional.empty();
    }
    List<Element> open = new ArrayList<>(others);
    open.add(
        QueryParts.block(
            new TriplePath(Triple.create(triple.getSubject(), triple.getPredicate(), VALUE))));
    Optional<Hint> elsewhere = object.isLiteral() ? elsewhere(triple) : Optional.empty();
    return otherwise(open, VALUE, object, elsewhere);
  }

  /** Whether the text stands with another property, plain or with a tag. */
  private Optional<Hint> elsewhere(Triple triple) {
    String text = triple.getObject().getLiteralLexicalForm();
    ElementData texts = new ElementData();
    texts.add(VALUE);
    texts.add(BindingFactory.binding(VALUE, NodeFactory.createLiteralString(text)));
    for (String tag : List.of("en", "de", "ru", "be", "kk")) {
      texts.add(BindingFactory.binding(VALUE, NodeFactory.createLiteralLang(text, tag)));
    }
    Element anywhere =
        QueryParts.block(new TriplePath(Triple.create(triple.getSubject(), PROPERTY, VALUE)));
    return hint("that text stands with", probes.values(List.of(texts, anywhere), PROPERTY, FEW));
  }

  /** For a filter that lets nothing of what the elements match pass. */
  Optional<Hint> of(List<Element> elements, Expr expr) {
    if (expr instanceof ExprFunction function && function.numArgs() == 2) {
      for (int i = 1; i <= 2; i++) {
        Expr one = function.getArg(i);
        Expr constant = function.getArg(3 - i);
        if (!constant.isConstant()) {
          continue;
        }
        if (one.isVariable()) {
          return otherwise(
              elements, one.asVar(), constant.getConstant().asNode(), Optional.empty());
        }
        if (one instanceof E_Lang) {
          List<Element> tagged = new ArrayList<>(elements);
          tagged.add(new ElementBind(VALUE, one));
          return hint("the languages there are", probes.values(tagged, VALUE, FEW));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Hint> otherwise(
      List<Element> elements, Var var, Node constant, Optional<Hint> elsewhere) {
    List<Node> values = probes.values(elements, var, FEW);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (constant.isURI()) {
      return values.stream().allMatch(Node::isLiteral)
          ? hint("there stand texts or numbers, such as", values.subList(0, 1))
          : Optional.empty();
    }
    if (values.stream().noneMatch(Node::isLiteral)) {
      return hint("there stand things, such as", values.subList(0, 1));
    }
    return same(elements, var, constant)
        .or(() -> elsewhere)
        .or(() -> similar(elements, var, constant))
        .or(() -> otherType(values, constant));
  }

  /** The same but for letters, tag or type. */
  private Optional<Hint> same(List<Element> elements, Var var, Node constant) {
    Expr lower = NodeValue.makeString(text(constant));
    Expr sameText = new E_Equals(lower(var), lower);
    Expr sameValue = new E_Equals(new ExprVar(var), NodeValue.makeNode(constant));
    return Stream.of(sameValue, sameText)
        .map(test -> probes.values(with(elements, test), var, FEW))
        .map(found -> found.stream().filter(each -> !each.equals(constant)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .flatMap(found -> hint("it is written", found));
  }

  private Optional<Hint> similar(List<Element> elements, Var var, Node constant) {
    String text = text(constant);
    if (text.length() < 3 || NodeValue.makeNode(constant).isNumber()) {
      return Optional.empty();
    }
    Expr within = new E_StrContains(lower(var), NodeValue.makeString(text));
    return hint("similar there are", probes.values(with(elements, within), var, FEW));
  }

  private static Optional<Hint> otherType(List<Node> values, Node constant) {
    Node value = values.stream().filter(Node::isLiteral).findFirst().orElseThrow();
    boolean isOther =
        NodeValue.makeNode(value).isNumber() != NodeValue.makeNode(constant).isNumber()
            || !value.getLiteralLanguage().isEmpty() && constant.getLiteralLanguage().isEmpty();
    return isOther ? hint("the values look like", List.of(value)) : Optional.empty();
  }

  private static Optional<Hint> hint(String text, List<Node> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(new Hint(text, values));
  }

  private static String text(Node constant) {
    return constant.getLiteralLexicalForm().toLowerCase(Locale.ROOT);
  }

  private static Expr lower(Var var) {
    return new E_StrLowerCase(new E_Str(new ExprVar(var)));
  }

  private static List<Element> with(List<Element> elements, Expr test) {
    List<Element> all = new ArrayList<>(elements);
    all.add(new ElementFilter(test));
    return all;
  }

  /** The constants of an expression. */
  static List<NodeValue> constants(Expr expr) {
    List<NodeValue> found = new ArrayList<>();
    Walker.walk(
        expr,
        new ExprVisitorBase() {
          @Override
          public void visit(NodeValue value) {
            found.add(value);
          }
        });
    return found;
  }
}
