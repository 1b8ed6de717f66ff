package org.w3id.bykz.rdf;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The statements of one named graph, each once, in the order in which they were first said. */
final class Graph {

  private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();

  private final IRI name;
  private final Set<Statement> statements = new LinkedHashSet<>(512);

  Graph(IRI name) {
    this.name = name;
  }

  Graph add(IRI subject, IRI predicate, Value object) {
    statements.add(VALUES.createStatement(subject, predicate, object, name));
    return this;
  }

  int size() {
    return statements.size();
  }

  void forEach(Consumer<Statement> action) {
    statements.forEach(action);
  }
}
