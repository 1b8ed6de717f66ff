package org.w3id.bykz.query;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.bykz.store.Prefixes;

/**
 * Questions as SHACL executables, for tools that collect the example queries of an endpoint: text,
 * names in all languages, prefixes, and the parameters, which are variables that the text leaves
 * free. Without blank nodes.
 */
public final class Executables {

  /** What all questions are part of. */
  public static final String IRI = Prefixes.BASE + "queries";

  private static final Node ALL = NodeFactory.createURI(IRI);
  private static final Node ENDPOINT = NodeFactory.createURI(Prefixes.BASE + "sparql");
  private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");
  private static final List<Node> TYPES =
      List.of(
          SHACL.SPARQLExecutable,
          SHACL.SPARQLSelectExecutable,
          // What may have a sh:parameter.
          SHACL.Parameterizable);

  private static final Map<String, String> NAME =
      Map.of(
          "en", "Questions that the graph answers",
          "de", "Fragen, die der Graph beantwortet",
          "ru", "Вопросы, на которые отвечает граф");

  private final Graph graph = GraphFactory.createDefaultGraph();

  private Executables() {
    Prefixes.all().forEach(graph.getPrefixMapping()::setNsPrefix);
  }

  /** The questions and the prefixes, as a graph of its own. */
  public static Graph of(List<Question> questions) {
    Executables executables = new Executables();
    executables.declarePrefixes();
    questions.forEach(executables::add);
    return executables.graph;
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private void say(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }

  private void declarePrefixes() {
    NAME.forEach(
        (language, name) ->
            say(ALL, RDFS.label.asNode(), NodeFactory.createLiteralLang(name, language)));
    Prefixes.all()
        .forEach(
            (prefix, namespace) -> {
              Node declaration = NodeFactory.createURI(IRI + "#" + prefix);
              say(ALL, SHACL.declare, declaration);
              say(declaration, RDF.type.asNode(), SHACL.PrefixDeclaration);
              say(declaration, SHACL.prefix, text(prefix));
              say(
                  declaration,
                  SHACL.namespace,
                  NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
            });
  }

  private void add(Question question) {
    Node node = NodeFactory.createURI(question.iri());
    TYPES.forEach(type -> say(node, RDF.type.asNode(), type));
    for (String language : question.languages()) {
      say(
          node,
          RDFS.label.asNode(),
          NodeFactory.createLiteralLang(question.title(language), language));
      say(
          node,
          RDFS.comment.asNode(),
          NodeFactory.createLiteralLang(question.question(language), language));
    }
    say(node, DCTerms.isPartOf.asNode(), ALL);
    say(node, SHACL.prefixes, ALL);
    say(node, SHACL.select, text(question.sparql()));
    say(node, TARGET, ENDPOINT);
    int order = 0;
    for (Parameter parameter : question.parameters()) {
      add(question, parameter, order++);
    }
  }

  /** A parameter's variable is named by the end of its path (SHACL, section 6.2.1). */
  private void add(Question question, Parameter parameter, int order) {
    Node node = NodeFactory.createURI(question.iri() + "#parameter-" + parameter.name());
    say(NodeFactory.createURI(question.iri()), SHACL.parameter, node);
    say(node, RDF.type.asNode(), SHACL.Parameter);
    say(node, SHACL.path, NodeFactory.createURI(question.iri() + "#" + parameter.name()));
    say(node, SHACL.name, text(parameter.name()));
    say(node, SHACL.description, NodeFactory.createLiteralLang(parameter.description(), "en"));
    say(node, SHACL.order, NodeFactory.createLiteralByValue(order, XSDDatatype.XSDinteger));
    say(node, SHACL.optional, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    parameter.initialTerm().ifPresent(value -> say(node, SHACL.defaultValue, value));
    if (parameter.type() == Parameter.Type.IRI) {
      String things = Prefixes.BASE.replace(".", "[.]") + "id/";
      String kinds = String.join("|", parameter.kinds());
      say(node, SHACL.nodeKind, SHACL.IRI);
      say(node, SHACL.pattern, text("^" + things + "(" + kinds + ")/"));
    } else {
      say(node, SHACL.datatype, NodeFactory.createURI(parameter.type().datatype().getURI()));
    }
  }
}
