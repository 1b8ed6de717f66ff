package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

class ChecksTest {

  private static final Path CASES = SmallWorld.FOLDER.resolve("checks");

  @TestFactory
  Stream<DynamicTest> findNothingInTheExample() {
    DatasetGraph good = SmallWorld.derived();
    return SmallWorld.files("checks").stream()
        .map(
            check ->
                dynamicTest(check.stem(), () -> assertThat(rows(check, good)).hasLineCount(1)));
  }

  /** Beside each check lies a file that, added to the example, breaks it. */
  @TestFactory
  Stream<DynamicTest> findTheFaultsOfTheBadVariants() {
    return SmallWorld.files("checks").stream()
        .map(check -> dynamicTest(check.stem(), () -> assertFinds(check)));
  }

  private static void assertFinds(TextFile check) {
    DatasetGraph bad = SmallWorld.derivedWith(CASES.resolve(check.stem() + ".bad.trig"));
    String expected = TextFile.read(CASES.resolve(check.stem() + ".csv")).text();
    assertThat(expected.lines()).hasSizeGreaterThan(1);
    assertThat(rows(check, bad)).isEqualTo(expected);
  }

  private static String rows(TextFile check, DatasetGraph data) {
    Query query = SparqlFile.parse(check).query();
    return SmallWorld.rows(query, false, data);
  }
}
