package org.w3id.bykz.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.bykz.store.UsageException;

/**
 * A variable of a question that the asker may set.
 *
 * @param kinds for an IRI, the kinds of things it may name, as in {@code country|region}
 * @param initial the value if the asker sets none; without it the variable stays free
 */
public record Parameter(
    String name, Type type, List<String> kinds, Optional<String> initial, String description) {

  /** {@code NAME TYPE [KIND] default VALUE description}, a value with spaces in double quotes. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<name>\\w+)\\s+(?<type>[a-z]+)(?:\\s+(?<kinds>[a-z|-]+))??"
              + "\\s+default\\s+(?:\"(?<quoted>[^\"]*)\"|(?<plain>\\S+))\\s*(?<description>.*)");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  public Parameter {
    kinds = List.copyOf(kinds);
    if ((type == Type.IRI) == kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "Parameter " + name + ": an iri has a kind and nothing else has");
    }
  }

  /** What a value looks like. */
  public enum Type {
    IRI(XSDDatatype.XSDanyURI),
    STRING(XSDDatatype.XSDstring),
    DATE(XSDDatatype.XSDdate),
    YEAR(XSDDatatype.XSDgYear),
    NUMBER(XSDDatatype.XSDdecimal),
    LANGUAGE(XSDDatatype.XSDstring);

    private final XSDDatatype datatype;

    Type(XSDDatatype datatype) {
      this.datatype = datatype;
    }

    /** That of XML Schema, for describing it. */
    public XSDDatatype datatype() {
      return datatype;
    }

    private static Type parse(String name) {
      for (Type type : values()) {
        if (type.name().equalsIgnoreCase(name)) {
          return type;
        }
      }
      throw new IllegalArgumentException("there is no parameter type " + name);
    }
  }

  /** Reads what stands after {@code # parameter:}. */
  static Parameter parse(String line) {
    Matcher matcher = GRAMMAR.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a parameter is \"NAME TYPE [KIND] default VALUE description\", not \"" + line + "\"");
    }
    String quoted = matcher.group("quoted");
    String plain = matcher.group("plain");
    String kinds = matcher.group("kinds");
    return new Parameter(
        matcher.group("name"),
        Type.parse(matcher.group("type")),
        kinds == null ? List.of() : List.of(kinds.split("\\|")),
        "none".equals(plain) ? Optional.empty() : Optional.of(quoted != null ? quoted : plain),
        matcher.group("description"));
  }

  /**
   * The value that a text stands for.
   *
   * @throws UsageException if it is not one of this type, or names a thing that is not there
   */
  Node value(String text, Things things) {
    return type == Type.IRI ? things.resolve(name, kinds, text) : literal(text);
  }

  /** The value it has when the asker sets none; empty if it stays free. */
  Optional<Node> initialValue(Things things) {
    return initial.map(text -> type == Type.IRI ? things.assume(name, kinds, text) : literal(text));
  }

  /** The same without asking which things there are: of several kinds, the first. */
  Optional<Node> initialTerm() {
    return initial.map(
        text ->
            type == Type.IRI
                ? Things.candidates(name, kinds, text).get(0)
                : NodeFactory.createLiteralDT(text, type.datatype));
  }

  private Node literal(String text) {
    return switch (type) {
      case IRI -> throw new IllegalStateException("An IRI is no literal");
      case STRING -> NodeFactory.createLiteralString(text);
      case DATE -> typed(text, XSDDatatype.XSDdate, "a date such as 2022-06-09");
      case YEAR -> typed(text, XSDDatatype.XSDgYear, "a year such as 2022");
      case NUMBER -> number(text);
      case LANGUAGE -> language(text);
    };
  }

  private Node typed(String text, XSDDatatype datatype, String wanted) {
    if (!datatype.isValid(text)) {
      throw wrong(text, wanted);
    }
    return NodeFactory.createLiteralDT(text, datatype);
  }

  private Node number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(text, "a number such as 10 or 0.5");
    }
    return NodeFactory.createLiteralDT(
        text, text.contains(".") ? XSDDatatype.XSDdecimal : XSDDatatype.XSDinteger);
  }

  private Node language(String text) {
    if (!LANGUAGE.matcher(text).matches()) {
      throw wrong(text, "a language such as en or ru");
    }
    return NodeFactory.createLiteralString(text.toLowerCase(Locale.ROOT));
  }

  private UsageException wrong(String text, String wanted) {
    return new UsageException("--" + name + " should be " + wanted + ", not \"" + text + "\"");
  }

  /** What is put for the value in a synopsis. */
  public String placeholder() {
    return (type == Type.IRI ? String.join("|", kinds) : type.name()).toUpperCase(Locale.ROOT);
  }
}
