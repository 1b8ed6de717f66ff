package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;

/** What every query file promises, whatever it asks. */
class QueryFilesTest {

  @TestFactory
  Stream<DynamicTest> openWithTitleAndTextInTheLanguagesOfTheirReaders() {
    return Stream.of(
            each("answers", file -> assertOpensWith(file, "question", "en", "de", "ru")),
            each("rules", file -> assertOpensWith(file, "rule", "en", "ru")),
            each("cube", file -> assertOpensWith(file, "rule", "en", "ru")),
            each("descriptions", file -> assertOpensWith(file, "rule", "en", "ru")),
            each("checks", file -> assertOpensWith(file, "fault", "en", "ru")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> describeTheColumnsTheySelect() {
    return each(
        List.of("answers", "checks"),
        file ->
            assertThat(values(file, "column"))
                .allSatisfy(line -> assertThat(line).matches("\\w+  \\S.*"))
                .extracting(line -> line.split(" ", 2)[0])
                .isEqualTo(query(file).getResultVars()));
  }

  @TestFactory
  Stream<DynamicTest> mentionTheirParameters() {
    return each(
        "answers",
        file ->
            assertThat(Question.of(file).parameters())
                .extracting(Parameter::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(body(file)).containsPattern("\\?" + name + "\\b")));
  }

  @TestFactory
  Stream<DynamicTest> areOrdered() {
    return each(
        List.of("answers", "checks"), file -> assertThat(query(file).getOrderBy()).isNotEmpty());
  }

  /** Our things from the base, all others by the project's prefixes, and no prefix for nothing. */
  @TestFactory
  Stream<DynamicTest> writeNoFullIris() {
    return each(
        List.of("answers", "checks", "rules", "cube", "descriptions"),
        file -> {
          Map<String, String> prefixes = query(file).getPrefixMapping().getNsPrefixMap();
          assertThat(Prefixes.all()).containsAllEntriesOf(prefixes);
          assertThat(body(file)).doesNotContain("<http");
          assertThat(prefixes.keySet())
              .allSatisfy(prefix -> assertThat(body(file)).contains(prefix + ":"));
          assertThat(file.text().contains("\nBASE ")).isEqualTo(needsBase(file));
        });
  }

  private static boolean needsBase(TextFile file) {
    return body(file).matches("(?s).*[<\"](id|graph|vocabulary)/.*");
  }

  private static void assertOpensWith(TextFile file, String text, String... languages) {
    assertThat(file.stem()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    Set<String> wanted =
        Stream.of("title-", text + "-")
            .flatMap(key -> Stream.of(languages).map(language -> key + language))
            .collect(Collectors.toSet());
    Set<String> keys =
        opening(file).stream()
            .map(line -> line.replaceFirst("# ([a-z-]+): \\S.*", "$1"))
            .filter(key -> !key.equals("parameter") && !key.equals("column"))
            .collect(Collectors.toSet());
    assertThat(keys).isEqualTo(wanted);
  }

  private static List<String> opening(TextFile file) {
    return file.text().lines().takeWhile(line -> line.startsWith("#")).toList();
  }

  private static List<String> values(TextFile file, String key) {
    String start = "# " + key + ": ";
    return opening(file).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /** What stands below the prefixes. */
  private static String body(TextFile file) {
    return file.text().substring(file.text().indexOf("\n\n"));
  }

  private static Query query(TextFile file) {
    return SparqlFile.parse(file).query();
  }

  private static Stream<DynamicTest> each(List<String> folders, Consumer<TextFile> assertion) {
    return folders.stream().flatMap(folder -> each(folder, assertion));
  }

  private static Stream<DynamicTest> each(String folder, Consumer<TextFile> assertion) {
    List<TextFile> files = SmallWorld.files(folder);
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(file -> dynamicTest(folder + "/" + file.stem(), () -> assertion.accept(file)));
  }
}
