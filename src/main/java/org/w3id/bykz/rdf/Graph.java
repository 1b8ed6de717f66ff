package org.w3id.bykz.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The statements of one named graph, each once, in the order in which they were first said. */
final class Graph {

  private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();

  private final IRI name;
  private final List<Statement> statements = new ArrayList<>(512);

  /** Places in the list, from 1, by the hash of the statement; 0 where there is none. */
  private int[] places = new int[1 << 10];

  Graph(IRI name) {
    this.name = name;
  }

  Graph add(IRI subject, IRI predicate, Value object) {
    int slot = slot(subject, predicate, object);
    if (places[slot] == 0) {
      statements.add(VALUES.createStatement(subject, predicate, object, name));
      places[slot] = statements.size();
      if (statements.size() > places.length / 2) {
        grow();
      }
    }
    return this;
  }

  /** The slot of a statement, or the free one that it would have. */
  private int slot(IRI subject, IRI predicate, Value object) {
    int hash = (subject.hashCode() * 31 + predicate.hashCode()) * 31 + object.hashCode();
    int slot = (hash ^ hash >>> 16) & places.length - 1;
    while (places[slot] != 0 && !says(places[slot] - 1, subject, predicate, object)) {
      slot = slot + 1 & places.length - 1;
    }
    return slot;
  }

  private boolean says(int place, IRI subject, IRI predicate, Value object) {
    Statement statement = statements.get(place);
    return statement.getObject().equals(object)
        && statement.getPredicate().equals(predicate)
        && statement.getSubject().equals(subject);
  }

  private void grow() {
    places = new int[places.length * 2];
    for (int i = 0; i < statements.size(); i++) {
      Statement each = statements.get(i);
      places[slot((IRI) each.getSubject(), each.getPredicate(), each.getObject())] = i + 1;
    }
  }

  int size() {
    return statements.size();
  }

  void forEach(Consumer<Statement> action) {
    statements.forEach(action);
  }
}
