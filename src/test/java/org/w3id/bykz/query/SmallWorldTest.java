package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.TextFile;

class SmallWorldTest {

  /** What the questions are tried on has the form in which graphs are published. */
  @Test
  void conformsToTheShapesWithAllThatFollows() {
    Shapes shapes = Gate.shapes(TextFile.read(Path.of("ontology/shapes.ttl")));
    DatasetGraph data = SmallWorld.derived();
    assertThat(
            Txn.calculateRead(
                data,
                () -> ShaclValidator.get().validate(shapes, data.getUnionGraph()).getEntries()))
        .filteredOn(entry -> entry.severity().equals(Severity.Violation))
        .isEmpty();
  }
}
