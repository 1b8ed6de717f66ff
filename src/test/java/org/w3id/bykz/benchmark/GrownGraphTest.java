package org.w3id.bykz.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.query.SmallWorld;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;

/** The small world, grown. */
class GrownGraphTest {

  @TempDir private Path temp;

  @Test
  void isTheSameForASeedAndPassesTheGate() throws IOException {
    Path world = SmallWorld.write(temp.resolve("world.nq"));
    Path grown = temp.resolve("grown.nq");
    GrownGraph.Known known = GrownGraph.write(world, 3_000, 7, grown);
    assertThat(Files.readAllLines(grown))
        .hasSize((int) known.statements())
        .hasSizeGreaterThan(3_000)
        .doesNotHaveDuplicates();
    Path again = temp.resolve("again.nq");
    assertThat(GrownGraph.write(world, 3_000, 7, again)).isEqualTo(known);
    assertThat(again).hasSameTextualContentAs(grown);
    Publication.Outcome outcome =
        Publication.into(temp.resolve("store"), Gate.bundled()).publish(List.of(world, grown));
    assertThat(outcome.statements()).isGreaterThan(3_000);
  }
}
