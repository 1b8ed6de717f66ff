package org.w3id.bykz.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of what {@code .ci/crash 200} does to all that the program writes. */
class CrashesTest {

  @TempDir private Path folder;

  @Test
  void aKilledProgramLeavesTheStateBeforeOrTheOneAfter() throws Exception {
    assertThat(Crashes.of(folder, 4, 20261122, "publish", "withdraw"))
        .contains("publish", "withdraw");
  }
}
