package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README runs and prints what the README shows. */
class ReadmeTest {

  private static final String PROMPT = "$ ./bykz ";
  private static final String LEFT_OUT = "...";
  private static final Set<String> ON_A_STORE = Set.of("run", "ask", "review");

  private record Shown(String command, List<String> lines) {}

  @TempDir private Path folder;

  @Test
  void itsCommandsPrintWhatItShows() throws IOException {
    List<Shown> all = shown(Files.readAllLines(Path.of("README.md")));
    assertThat(all).hasSizeGreaterThanOrEqualTo(4);
    for (Shown each : all) {
      List<String> words = new ArrayList<>(Arrays.asList(each.command().split(" ")));
      if (ON_A_STORE.contains(words.get(0)) && words.size() > 1) {
        words.addAll(List.of("--store", folder.resolve("store").toString()));
      }
      Run run = Run.of(words.toArray());
      assertThat(run.code()).as(each.command() + ": " + run.err()).isZero();
      assertPrints(each, run.lines());
    }
  }

  private static List<Shown> shown(List<String> readme) {
    List<Shown> all = new ArrayList<>();
    boolean console = false;
    for (String line : readme) {
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && line.startsWith(PROMPT)) {
        all.add(new Shown(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (console) {
        all.get(all.size() - 1).lines().add(line);
      }
    }
    return all;
  }

  /**
   * The shown lines stand in the output in their order; only where it says so are some left out.
   */
  private static void assertPrints(Shown shown, List<String> printed) {
    int at = 0;
    boolean gap = false;
    for (String line : shown.lines()) {
      if (line.equals(LEFT_OUT)) {
        gap = true;
        continue;
      }
      int found = printed.subList(at, printed.size()).indexOf(line);
      assertThat(found).as(shown.command() + " prints " + line).isNotNegative();
      assertThat(gap || found == 0).as(shown.command() + " prints nothing before " + line).isTrue();
      at += found + 1;
      gap = false;
    }
    assertThat(gap || at == printed.size()).as(shown.command() + " prints no more").isTrue();
  }
}
