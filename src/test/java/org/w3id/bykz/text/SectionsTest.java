package org.w3id.bykz.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SectionsTest {

  private static final Path FOLDER = Path.of("ontology/text");

  @Test
  void readsEntriesUnderHeadings() throws IOException {
    assertThat(parse("# comment\n\n[one]\nA, b c\n d,\n[two]\n# none\n").entries())
        .isEqualTo(Map.of("one", List.of("A", "b c", "d"), "two", List.of()));
  }

  @Test
  void refusesAnEntryWithoutHeading() {
    assertThatThrownBy(() -> parse("# comment\nword\n"))
        .hasMessage("x.txt, line 2: an entry before the first [section]: word");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> Sections.read("xx.txt"))
        .hasMessage("The program's file /ontology/text/xx.txt is missing");
  }

  /** A section that nobody reads would be a misspelt one. */
  @TestFactory
  List<DynamicTest> readmeNamesEverySection() throws IOException {
    Set<String> known =
        Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(FOLDER.resolve("README.md")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(known).containsAll(in(name))))
          .toList();
    }
  }

  private static Set<String> in(String file) {
    return Sections.read(file).entries().keySet().stream()
        .map(name -> file.startsWith("others") ? name.split(" ", 2)[1] : name)
        .collect(Collectors.toSet());
  }

  private static Sections parse(String text) throws IOException {
    return Sections.parse("x.txt", new BufferedReader(new StringReader(text)));
  }
}
