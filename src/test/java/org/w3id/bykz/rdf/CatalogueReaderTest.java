package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

class CatalogueReaderTest {

  private static final Path CORPUS = Path.of("corpus");

  @Test
  void readsWhatIsKnownOfEachTextOfTheCorpus() throws IOException {
    Map<String, Source> sources = corpus();
    assertThat(sources.get("000_052849d443bef8ab.txt"))
        .isEqualTo(
            new Source(
                "000",
                Optional.of(
                    "Belarusian mini-tractors will be assembled in Kazakhstan and Kazakh tourists"
                        + " are waited in the Grodno region"),
                Optional.of("Гродненская правда"),
                Optional.of("BY"),
                Optional.of(Language.EN),
                Optional.of("2018"),
                Optional.of(
                    URI.create(
                        "https://grodnonews.by/news/regional-news/belarusian_mini_tractors_will_be_assembled_in_kazakhstan_and_kazakh_tourists_are_waited_in_the_grodn.html"))));
    assertThat(sources.values())
        .extracting(source -> source.id() + " " + source.issued().orElse("undated"))
        .containsExactly(
            "000 2018", "001 2022-06-09", "002 undated", "003 undated", "004 2025-08-29");
  }

  @Test
  void everyTextHasItsEntryAndEveryEntryItsText() throws IOException {
    try (var files = Files.list(CORPUS)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(corpus().keySet());
    }
  }

  @Test
  void everyPublisherHasTheIriThatItsNameGives() throws IOException {
    String catalogue = Files.readString(CORPUS.resolve("catalog.ttl"));
    for (Source source : corpus().values()) {
      assertThat(catalogue)
          .contains(
              "dcterms:publisher <" + Iris.publisher(source.publisher().orElseThrow()) + "> ;");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "dcterms:title \"x\" | has no dcterms:identifier",
        "dcterms:identifier \"1\" | names no file by dcat:distribution/dcat:downloadURL",
        "dcat:distribution <d> ; dcterms:identifier \"1\" |names http://elsewhere/etc/passwd, not a file in the catalogue's own folder",
        "dcat:distribution <e> ; dcterms:identifier \"1\" ; dcterms:issued \"9 June\"| is issued on 9 June, which is not a date in EDTF",
        "dcat:distribution <e> ; dcterms:identifier \"1\" ; dcterms:language <fr>| is in a language that is not read: file:///fr",
        "dcterms:title ?? | line 9",
      })
  void saysWhatIsWrongWithAnEntry(String entry, String fault) {
    String catalogue =
        """
        @prefix bykz: <https://w3id.org/bykz/ontology#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .

        <d> dcat:downloadURL <http://elsewhere/etc/passwd> .
        <e> dcat:downloadURL <e.txt> .

        <s> a bykz:Source ;
          ENTRY
        .
        """;
    assertThatThrownBy(() -> read(catalogue.replace("ENTRY", entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("my/catalog.ttl")
        .hasMessageContaining(fault);
  }

  private static Map<String, Source> corpus() throws IOException {
    try (InputStream in = Files.newInputStream(CORPUS.resolve("catalog.ttl"))) {
      return CatalogueReader.read("corpus/catalog.ttl", in);
    }
  }

  private static Map<String, Source> read(String catalogue) throws IOException {
    return CatalogueReader.read(
        "my/catalog.ttl", new ByteArrayInputStream(catalogue.getBytes(UTF_8)));
  }
}
