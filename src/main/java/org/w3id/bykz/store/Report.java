package org.w3id.bykz.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/**
 * What the shapes say about a graph, in words.
 *
 * @param violations what must be mended
 * @param remarks warnings and notes, which hinder nothing
 */
public record Report(List<Finding> violations, List<Finding> remarks) {

  private static final int SHOWN = 20;

  static {
    // Shapes may carry queries; nothing here asks others by SERVICE.
    ARQ.getContext().set(ARQ.httpServiceAllowed, false);
  }

  public Report {
    violations = List.copyOf(violations);
    remarks = List.copyOf(remarks);
  }

  /** One thing found at one node. */
  public record Finding(String focus, String path, String value, String message) {

    private static final Pattern IRI = Pattern.compile("<([^<>]+)>");
    private static final int LONGEST = 80;

    private static Finding of(ReportEntry entry) {
      return new Finding(
          text(entry.focusNode()),
          entry.resultPath() == null ? "" : path(entry.resultPath().toString()),
          entry.value() == null ? "" : text(entry.value()),
          english(entry));
    }

    @Override
    public String toString() {
      String where =
          Stream.of(focus, path, value.equals(focus) ? "" : value)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      return where + ": " + message;
    }

    private static String text(Node node) {
      return node.isLiteral()
          ? "\"" + cut(node.getLiteralLexicalForm()) + "\""
          : Prefixes.shorten(node);
    }

    private static String cut(String value) {
      int length = value.codePointCount(0, value.length());
      return length <= LONGEST
          ? value
          : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String path(String path) {
      return IRI.matcher(path)
          .replaceAll(iri -> Matcher.quoteReplacement(Prefixes.shorten(iri.group(1))));
    }

    private static String english(ReportEntry entry) {
      return entry.messages().stream()
          .filter(Node::isLiteral)
          .min(Comparator.comparing(node -> !node.getLiteralLanguage().startsWith("en")))
          .map(Node::getLiteralLexicalForm)
          .orElseGet(entry::message);
    }
  }

  /** Holds the graph against the shapes. */
  public static Report of(Shapes shapes, Graph data) {
    return of(shapes, data, Set.of());
  }

  /** The same but for what is found at nodes of which the graph tells too little. */
  static Report of(Shapes shapes, Graph data, Set<Node> without) {
    List<ReportEntry> entries =
        ShaclValidator.get().validate(shapes, data).getEntries().stream()
            .filter(entry -> !without.contains(entry.focusNode()))
            .toList();
    return sorted(select(entries, true), select(entries, false));
  }

  /** What was found, each once, in the order of what it says. */
  static Report sorted(Collection<Finding> violations, Collection<Finding> remarks) {
    Comparator<Finding> order = Comparator.comparing(Finding::toString);
    return new Report(
        violations.stream().distinct().sorted(order).toList(),
        remarks.stream().distinct().sorted(order).toList());
  }

  private static List<Finding> select(List<ReportEntry> entries, boolean violations) {
    return entries.stream()
        .filter(entry -> entry.severity().equals(Severity.Violation) == violations)
        .map(Finding::of)
        .toList();
  }

  public boolean conforms() {
    return violations.isEmpty();
  }

  /** The violations, one a line; after twenty only how many more there are. */
  public String summary() {
    return list(violations);
  }

  static String list(List<?> findings) {
    StringBuilder lines = new StringBuilder();
    findings.stream().limit(SHOWN).forEach(finding -> lines.append("\n  ").append(finding));
    if (findings.size() > SHOWN) {
      lines.append("\n  and ").append(findings.size() - SHOWN).append(" more");
    }
    return lines.toString();
  }
}
