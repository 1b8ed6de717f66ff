package org.w3id.bykz.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"003_0732d7178afb622a.txt, 003", "101_en.txt, 101", "a-b.c.txt, a-b", "plain, plain"})
  void takesTheIdFromTheNameUpToItsFirstSeparator(String name, String id) throws Exception {
    assertThat(TextFiles.idOf(folder.resolve(name))).isEqualTo(id);
  }

  @Test
  void refusesANameWithoutId() {
    Path file = folder.resolve("_en.txt");
    assertThatThrownBy(() -> TextFiles.idOf(file))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "The file name of " + file + " gives no id before its first '_' or '.'; rename it");
  }

  @Test
  void findsTextsBelowADirectoryInOrderAndKeepsTheOrderOfArguments() throws Exception {
    Path z = create("z.txt");
    Path b = create("texts/b_en.txt");
    Path a = create("texts/deep/a.txt");
    create("texts/catalog.ttl");
    create("texts/.hidden.txt");
    Path page = create("texts/page.HTML");
    Path table = create("texts/table.csv.gz");
    assertThat(TextFiles.in(List.of(z, folder.resolve("texts"))))
        .containsExactly(z, b, a, page, table);
  }

  @Test
  void takesAFileThatIsNamedWhateverItsExtension() throws Exception {
    Path file = create("001.md");
    assertThat(TextFiles.in(List.of(file))).containsExactly(file);
  }

  @Test
  void leavesAMissingFileToItsLoader() throws Exception {
    Path file = folder.resolve("no.txt");
    assertThat(TextFiles.in(List.of(file))).containsExactly(file);
  }

  @Test
  void refusesTwoFilesWithOneId() throws Exception {
    Path first = create("7_en.txt");
    Path second = create("7_ru.txt");
    assertThatThrownBy(() -> TextFiles.in(List.of(folder)))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            first
                + " and "
                + second
                + " have the same id 7 (the name up to its first '_' or '.'); rename one of them");
  }

  @Test
  void refusesAFileGivenTwice() throws Exception {
    Path file = create("7.txt");
    assertThatThrownBy(() -> TextFiles.in(List.of(file, folder)))
        .isInstanceOf(LoadException.class)
        .hasMessage(file + " is given twice; name each file once");
  }

  @Test
  void refusesADirectoryWithoutTexts() {
    assertThatThrownBy(() -> TextFiles.in(List.of(folder)))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "The directory "
                + folder
                + " holds no *.txt, *.html, *.jsonl, *.csv or *.warc, with .gz or without; name one that does");
  }

  private Path create(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "text");
  }
}
