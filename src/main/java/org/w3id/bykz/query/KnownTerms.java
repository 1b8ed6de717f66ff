package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;

/** The terms that a query may use, and which of them somebody meant who mistyped one. */
final class KnownTerms {

  private static final Var TERM = Var.alloc("term");
  private static final Var IS_CLASS = Var.alloc("isClass");
  private static final Var THING = Var.alloc("thing");
  private static final Var GRAPH = Var.alloc("graph");

  private final Probes probes;

  KnownTerms(Probes probes) {
    this.probes = probes;
  }

  Optional<Node> nearestProperty(Node typed) {
    return nearest(typed, List.of(() -> terms("terms", false), () -> terms("used-terms", false)));
  }

  Optional<Node> nearestClass(Node typed) {
    return nearest(typed, List.of(() -> terms("terms", true), () -> terms("used-terms", true)));
  }

  Optional<Node> nearestGraph(Node typed) {
    return nearest(
        typed, List.of(() -> iris(probes.rows(SparqlFile.bundled("pages/graphs"), GRAPH))));
  }

  Optional<Node> nearestThing(Node typed) {
    return nearest(
        typed,
        List.of(
            () -> iris(probes.rows(SparqlFile.bundled("pages/labelled-things"), THING)),
            () -> terms("terms", true),
            () -> terms("terms", false),
            () -> terms("used-terms", true),
            () -> terms("used-terms", false)));
  }

  private List<String> terms(String source, boolean isClass) {
    return iris(
        probes
            .ask(
                SparqlFile.bundled("pages/" + source),
                exec ->
                    exec.select().stream()
                        .filter(row -> row.get(IS_CLASS).getLiteralValue().equals(isClass))
                        .map(row -> row.get(TERM))
                        .toList())
            .orElse(List.of()));
  }

  private static List<String> iris(Collection<Node> nodes) {
    return nodes.stream().filter(Node::isURI).map(Node::getURI).distinct().toList();
  }

  /**
   * One that differs by scheme, case or separator only; of that local name; or mistyped a little:
   * in its own namespace if there is one in any of the lists, which are asked for as needed.
   */
  private static Optional<Node> nearest(Node typed, List<Supplier<List<String>>> lists) {
    if (!typed.isURI()) {
      return Optional.empty();
    }
    String iri = typed.getURI();
    List<String> all = new ArrayList<>();
    for (Supplier<List<String>> list : lists) {
      List<String> known = list.get();
      all.addAll(known);
      Optional<String> near =
          known.stream()
              .filter(each -> plain(each).equals(plain(iri)))
              .findFirst()
              .or(() -> ofLocalName(local(iri), known))
              .or(() -> mistyped(iri, ofSameSpace(iri, known)));
      if (near.isPresent()) {
        return near.map(NodeFactory::createURI);
      }
    }
    return mistyped(iri, all).map(NodeFactory::createURI);
  }

  private static List<String> ofSameSpace(String iri, List<String> known) {
    String space = iri.substring(0, iri.length() - local(iri).length());
    return known.stream().filter(each -> each.startsWith(space)).toList();
  }

  private static Optional<String> ofLocalName(String name, List<String> known) {
    List<String> same = known.stream().filter(each -> local(each).equalsIgnoreCase(name)).toList();
    return same.stream()
        .filter(each -> each.startsWith(Prefixes.BASE))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private static Optional<String> mistyped(String iri, List<String> known) {
    return Nearest.among(local(iri), known.stream().map(KnownTerms::local).toList())
        .flatMap(name -> known.stream().filter(each -> local(each).equals(name)).findFirst());
  }

  private static String plain(String iri) {
    return iri.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceAll("[#/]+", "/");
  }

  private static String local(String iri) {
    return iri.substring(1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')));
  }
}
