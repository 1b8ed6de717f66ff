package org.w3id.bykz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What THREATS.md names is there. */
class ThreatsTest {

  private static final Path PAGE = Path.of("THREATS.md");

  private static List<String> named(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(PAGE))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void everyDefenceIsHeldByTestsThatExist() throws IOException {
    List<String> tests = named("\\b\\w+(Test|IT)\\b");
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(there).containsAll(tests);
    }
    assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).skip(2))
        .allMatch(row -> row.matches(".*`\\w+(Test|IT)`.*"));
  }

  @Test
  void everyExerciseIsThere() throws IOException {
    assertThat(named("\\.ci/\\w+"))
        .isNotEmpty()
        .allMatch(name -> Files.isExecutable(Path.of(name)));
  }

  @Test
  void isOnePage() throws IOException {
    assertThat(Files.readAllLines(PAGE)).hasSizeLessThan(60);
  }
}
