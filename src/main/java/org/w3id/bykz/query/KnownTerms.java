package org.w3id.bykz.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/** The terms that a query may use, and which of them somebody meant who mistyped one. */
final class KnownTerms {

  private static final Var TERM = Var.alloc("term");
  private static final Var IS_CLASS = Var.alloc("isClass");

  private final Probes probes;

  KnownTerms(Probes probes) {
    this.probes = probes;
  }

  static Query query(String name) {
    return SparqlFile.parse(TextFile.bundled("queries/pages/" + name + ".rq")).query();
  }

  Optional<Node> nearestProperty(Node typed) {
    return nearestTerm(typed, false);
  }

  Optional<Node> nearestClass(Node typed) {
    return nearestTerm(typed, true);
  }

  /** Of those told of, and only then, since it takes long, of those that are used. */
  private Optional<Node> nearestTerm(Node typed, boolean isClass) {
    return nearest(typed, terms("terms", isClass))
        .or(() -> nearest(typed, terms("used-terms", isClass)));
  }

  Optional<Node> nearestGraph(Node typed) {
    return nearest(typed, iris(probes.rows(query("graphs"), Var.alloc("graph"))));
  }

  Optional<Node> nearestThing(Node typed) {
    return nearest(typed, iris(probes.rows(query("labelled-things"), Var.alloc("thing"))))
        .or(() -> nearestClass(typed))
        .or(() -> nearestProperty(typed));
  }

  private List<String> terms(String source, boolean isClass) {
    List<Node> terms = new ArrayList<>();
    probes.ask(
        query(source),
        exec -> {
          exec.select()
              .forEachRemaining(
                  row -> {
                    if (row.get(IS_CLASS).getLiteralValue().equals(isClass)) {
                      terms.add(row.get(TERM));
                    }
                  });
          return terms;
        });
    return iris(terms);
  }

  private static List<String> iris(Collection<Node> nodes) {
    return nodes.stream().filter(Node::isURI).map(Node::getURI).distinct().toList();
  }

  /** One that differs by scheme, case or separator only; of that local name; or little mistyped. */
  private static Optional<Node> nearest(Node typed, List<String> known) {
    if (!typed.isURI()) {
      return Optional.empty();
    }
    String iri = typed.getURI();
    return known.stream()
        .filter(each -> plain(each).equals(plain(iri)))
        .findFirst()
        .or(() -> ofLocalName(local(iri), known))
        .or(() -> mistyped(iri, known))
        .map(NodeFactory::createURI);
  }

  private static Optional<String> ofLocalName(String name, List<String> known) {
    List<String> same =
        known.stream().filter(each -> local(each).equalsIgnoreCase(name)).toList();
    return same.stream()
        .filter(each -> each.startsWith(Prefixes.BASE))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  /** Best within its namespace. */
  private static Optional<String> mistyped(String iri, List<String> known) {
    String space = iri.substring(0, iri.length() - local(iri).length());
    List<String> ofSpace = known.stream().filter(each -> each.startsWith(space)).toList();
    for (List<String> candidates : List.of(ofSpace, known)) {
      Optional<String> name =
          Nearest.among(local(iri), candidates.stream().map(KnownTerms::local).toList());
      if (name.isPresent()) {
        return candidates.stream().filter(each -> local(each).equals(name.get())).findFirst();
      }
    }
    return Optional.empty();
  }

  private static String plain(String iri) {
    return iri.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceAll("[#/]+", "/");
  }

  private static String local(String iri) {
    return iri.substring(1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')));
  }
}
