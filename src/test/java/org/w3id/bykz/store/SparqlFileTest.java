package org.w3id.bykz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.Test;

class SparqlFileTest {

  /** Else a rule would read every label of the store to show the few things of a change. */
  @Test
  void isNarrowedInEachSubSelectThatGivesTheVariableToo() {
    SparqlFile rule = SparqlFile.parse(TextFile.read(Path.of("queries/rules/shown-as.rq")));
    String before = rule.query().toString();
    Query narrow =
        rule.within(Var.alloc("thing"), List.of(NodeFactory.createURI("https://example.org/one")));
    assertThat(narrow.toString().split("VALUES \\?thing \\{ <https://example.org/one> }", -1))
        .hasSize(5);
    assertThat(rule.query()).hasToString(before);
  }
}
