package org.w3id.bykz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.loader.LoadException;

class CorpusTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  private static String catalogue(String... files) {
    StringBuilder entries =
        new StringBuilder(
            """
            @prefix bykz: <https://w3id.org/bykz/ontology#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
            """);
    for (String file : files) {
      String id = "<https://w3id.org/bykz/id/source/" + file.substring(0, 3) + ">";
      entries.append(
          """
          %s a bykz:Source ; dcterms:identifier "%s" ; dcterms:issued "2018"^^edtf:EDTF ;
            dcat:distribution <%s/text> .
          <%s/text> dcat:downloadURL <%s> .
          """
              .formatted(id, file.substring(0, 3), file, file, file));
    }
    return entries.toString();
  }

  private static List<String> known(Corpus corpus) {
    return corpus.files().stream()
        .map(
            file ->
                file.path().getFileName()
                    + file.known().flatMap(source -> source.issued()).map(" "::concat).orElse(""))
        .toList();
  }

  @Test
  void knowsTextsByTheCatalogueBesideThem() throws Exception {
    write("catalog.ttl", catalogue("001_a.txt"));
    Path first = write("001_a.txt", "A.");
    Path second = write("002_b.txt", "B.");
    assertThat(known(Corpus.of(List.of(folder)))).containsExactly("001_a.txt 2018", "002_b.txt");
    assertThat(known(Corpus.of(List.of(second, first))))
        .containsExactly("002_b.txt", "001_a.txt 2018");
  }

  @Test
  void knowsTextsByAnotherCatalogueInstead() throws Exception {
    write("catalog.ttl", "no Turtle, and not asked for");
    Path other = write("other/catalog.ttl", catalogue("001_a.txt"));
    Path text = write("001_a.txt", "A.");
    assertThat(known(Corpus.of(List.of(text), other))).containsExactly("001_a.txt 2018");
  }

  @Test
  void namesEntriesWithoutTheirFile() throws Exception {
    write("catalog.ttl", catalogue("001_a.txt", "002_b.txt"));
    Path text = write("001_a.txt", "A.");
    Corpus corpus = Corpus.of(List.of(folder));
    assertThat(known(corpus)).containsExactly("001_a.txt 2018");
    assertThat(corpus.missing())
        .extracting(LoadException::getMessage)
        .containsExactly(
            folder.resolve("catalog.ttl")
                + " describes 002_b.txt, which is not there; add the file or take its entry out");
    assertThat(Corpus.of(List.of(text)).missing()).isEmpty();
  }

  @Test
  void refusesCataloguesThatCannotBeRead() throws Exception {
    Path text = write("001_a.txt", "A.");
    Path broken = write("broken.ttl", "@prefix : <http://example.org/> .\n:a :b .\n");
    Path nowhere = folder.resolve("nowhere.ttl");
    assertThatThrownBy(() -> Corpus.of(List.of(text), broken))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("broken.ttl")
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> Corpus.of(List.of(text), nowhere))
        .isInstanceOf(LoadException.class)
        .hasMessage("Cannot read the catalogue " + nowhere + ": there is no such file");
  }

  @Test
  void bringsTheTextsOfTheProgram() throws Exception {
    Corpus corpus = Corpus.bundled();
    assertThat(corpus.files()).hasSize(5).allMatch(file -> file.known().isPresent());
    assertThat(corpus.missing()).isEmpty();
  }
}
