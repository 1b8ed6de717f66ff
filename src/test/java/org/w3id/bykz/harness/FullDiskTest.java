package org.w3id.bykz.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small disk of its own, which Linux lets everybody mount in a namespace of his own. */
class FullDiskTest {

  private static final List<String> ALONE =
      List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-eu", "-c");

  /** Of a disk that is full, nearly full, read-only, and none of it. */
  private static final String SCRIPT =
      """
      disk=$1 corpus=$2; shift 2
      mount -t tmpfs -o size=80m none "$disk"
      try() { "$@" --store "$disk/store" 2>&1 || echo "exit code $?"; }
      try "$@" publish --corpus "$corpus"
      cat /dev/zero >"$disk/full" 2>/dev/null || :
      try "$@" withdraw 003 --reason Retracted.
      rm "$disk/full"
      left=$(df -k --output=avail "$disk" | tail -n 1)
      head -c "$((left - 1024))k" /dev/zero >"$disk/full"
      try "$@" withdraw 003 --reason Retracted.
      rm "$disk/full"
      mount -o remount,ro "$disk"
      try "$@" withdraw 003 --reason Retracted.
      mount -o remount,rw "$disk"
      ls "$disk/store"
      try "$@" withdraw 003 --reason Retracted.
      """;

  @TempDir private Path folder;

  @Test
  void saysSoAndLeavesTheStoreAsItWas() throws Exception {
    assumeThat(run("mount -t tmpfs -o size=1m none \"$1\"", folder))
        .as("no disk can be mounted here")
        .isEmpty();
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("003.txt"), "Minsk exported milk to Kazakhstan in 2020.");
    List<String> said = run(SCRIPT, disk, corpus);
    assertThat(said.stream().filter(line -> !line.startsWith("remark: ")))
        .map(line -> line.replace(disk.toString(), "DISK").replaceAll("\\b\\d[\\d,]* ", "N "))
        // A full disk may have room for one small file still.
        .map(line -> line.replace("003.former.nq.gz", "003.nq.gz"))
        .containsExactly(
            "Published N statements in N graphs into DISK/store; N more follow from all, N stayed.",
            "bykz: Cannot write DISK/store/withdrawn/003.nq.gz: No space left on device",
            "exit code 2",
            "bykz: Cannot write to the store DISK/store, which stays as it was: is its disk full?",
            "exit code 2",
            "bykz: Cannot open the store DISK/store: Failed to open:"
                + " DISK/store/data-0001/journal.jrnl (mode=rw); who reads it must also be allowed"
                + " to write there",
            "exit code 2",
            "bykz.lock",
            "current",
            "data-0001",
            "data-0001.lock",
            "withdrawn",
            "Withdrew the source 003: N statements stay, N follow from them; --undo brings it back.");
  }

  /** What it says on both of its channels. */
  private static List<String> run(String script, Path... folders)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ALONE);
    command.add(script);
    command.add("sh");
    for (Path each : folders) {
      command.add(each.toString());
    }
    command.addAll(Program.command());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    return said;
  }
}
