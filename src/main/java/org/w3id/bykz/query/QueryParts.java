package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;

/**
 * Takes a pattern apart into what has to hold one by one: each triple pattern or path, and each
 * other element whole, filters behind the rest of their group. What stands in GRAPH stays in GRAPH.
 */
final class QueryParts {

  private final List<Element> parts = new ArrayList<>();

  private QueryParts() {}

  static List<Element> of(Element pattern) {
    QueryParts parts = new QueryParts();
    parts.add(pattern, element -> element);
    return parts.parts;
  }

  private void add(Element element, UnaryOperator<Element> place) {
    if (element instanceof ElementGroup group) {
      group.getElements().stream()
          .filter(each -> !(each instanceof ElementFilter))
          .forEach(each -> add(each, place));
      group.getElements().stream()
          .filter(each -> each instanceof ElementFilter)
          .forEach(each -> parts.add(place.apply(each)));
    } else if (element instanceof ElementPathBlock block) {
      block.patternElts().forEachRemaining(path -> parts.add(place.apply(block(path))));
    } else if (element instanceof ElementTriplesBlock block) {
      block
          .patternElts()
          .forEachRemaining(triple -> parts.add(place.apply(block(new TriplePath(triple)))));
    } else if (element instanceof ElementNamedGraph graph) {
      add(
          graph.getElement(),
          inner ->
              place.apply(
                  inner instanceof ElementFilter
                      ? inner
                      : new ElementNamedGraph(
                          graph.getGraphNameNode(), Probes.group(List.of(inner)))));
    } else {
      parts.add(place.apply(element));
    }
  }

  static ElementPathBlock block(TriplePath path) {
    ElementPathBlock block = new ElementPathBlock();
    block.addTriplePath(path);
    return block;
  }
}
