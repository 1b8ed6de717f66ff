package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.text.Language;

class VocabularyReaderTest {

  private static final String PREFIXES =
      """
      @prefix bykz: <https://w3id.org/bykz/ontology#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      """;

  @TempDir Path folder;

  @Test
  void readsLabelsAndPropertiesOfEveryConcept() throws IOException {
    write("bykz.ttl", PREFIXES + "bykz:Region skos:prefLabel \"not a concept\"@en .");
    write(
        "vocabularies/regions.ttl",
        PREFIXES
            + """
            <https://w3id.org/bykz/vocabulary/regions> a skos:ConceptScheme ;
              skos:prefLabel "Regions"@en .
            <https://w3id.org/bykz/id/region/BY-HR> a bykz:Region ;
              skos:inScheme <https://w3id.org/bykz/vocabulary/regions> ;
              skos:prefLabel "Grodno Region"@en , "Gebiet Grodno"@de ;
              skos:altLabel "Hrodna Voblast"@en-GB , "Hrodna"@pl ;
              skos:hiddenLabel "Гродненщина"@ru ;
              bykz:adjective "гродненский"@ru ;
              bykz:ambiguousLabel "Grodno"@en ;
              skos:notation "BY-HR"^^bykz:iso3166-2 ;
              bykz:inCountry <https://w3id.org/bykz/id/country/BY> ;
              skos:exactMatch <http://www.wikidata.org/entity/Q180966> .
            """);
    write("vocabularies/boundaries.ttl", "not read at all");
    write(
        "frames/trade-flow.ttl",
        PREFIXES
            + """
            <https://w3id.org/bykz/id/cue/send> a bykz:Cue ;
              bykz:evokes "trade-flow" ; skos:prefLabel "supply"@en .
            """);
    assertThat(VocabularyReader.read(OntologyFiles.ofFolder(folder)))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Concept(
                "cue",
                "send",
                List.of(new Label("supply", Language.EN, Label.Form.PREFERRED)),
                Map.of("evokes", List.of("trade-flow"))),
            new Concept(
                "region",
                "BY-HR",
                List.of(
                    new Label("Grodno Region", Language.EN, Label.Form.PREFERRED),
                    new Label("Gebiet Grodno", Language.DE, Label.Form.PREFERRED),
                    new Label("Hrodna Voblast", Language.EN, Label.Form.ALTERNATIVE),
                    new Label("Гродненщина", Language.RU, Label.Form.HIDDEN),
                    new Label("гродненский", Language.RU, Label.Form.ADJECTIVE),
                    new Label("Grodno", Language.EN, Label.Form.AMBIGUOUS)),
                Map.of(
                    "inScheme", List.of("https://w3id.org/bykz/vocabulary/regions"),
                    "iso3166-2", List.of("BY-HR"),
                    "inCountry", List.of("country/BY"),
                    "exactMatch", List.of("http://www.wikidata.org/entity/Q180966"))));
  }

  @Test
  void whatTwoFilesSayOfOneThingIsOneConcept() throws IOException {
    write("bykz.ttl", "");
    write(
        "vocabularies/a.ttl",
        PREFIXES
            + "<https://w3id.org/bykz/id/unit/t> skos:prefLabel \"tonne\"@en ; skos:note \"1\" .");
    write(
        "vocabularies/b.ttl",
        PREFIXES
            + "<https://w3id.org/bykz/id/unit/t> skos:altLabel \"ton\"@en ; skos:note \"2\" .");
    assertThat(VocabularyReader.read(OntologyFiles.ofFolder(folder)))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Concept(
                "unit",
                "t",
                List.of(
                    new Label("tonne", Language.EN, Label.Form.PREFERRED),
                    new Label("ton", Language.EN, Label.Form.ALTERNATIVE)),
                Map.of("note", List.of("1", "2"))));
  }

  @Test
  void theProgramBringsItsOwnFiles() throws IOException {
    assertThat(VocabularyReader.read(OntologyFiles.bundled()))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(VocabularyReader.read(OntologyFiles.ofFolder(Path.of("ontology"))))
        .extracting(Concept::id)
        .contains("cue/send")
        .doesNotHaveDuplicates();
  }

  @Test
  void publishesEachFileAsAGraphOfItsOwnAndOfFramesOnlyTheNames() throws IOException {
    write("bykz.ttl", PREFIXES + "bykz:Region a skos:Concept .");
    write(
        "vocabularies/units.ttl", PREFIXES + "<https://w3id.org/bykz/id/unit/t> skos:notation 1 .");
    write(
        "frames/office.ttl",
        PREFIXES + "<https://w3id.org/bykz/id/cue/be> a bykz:Cue ; bykz:evokes \"office\" .");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QuadWriter writer = QuadWriter.of(out, "0.1.0")) {
      writer.write(OntologyFiles.ofFolder(folder));
    }
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            <https://w3id.org/bykz/ontology#Region> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> <https://w3id.org/bykz/graph/ontology> .
            <https://w3id.org/bykz/id/cue/be> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/bykz/ontology#Cue> <https://w3id.org/bykz/graph/frame/office> .
            <https://w3id.org/bykz/id/unit/t> <http://www.w3.org/2004/02/skos/core#notation> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <https://w3id.org/bykz/graph/vocabulary/units> .
            """);
  }

  @Test
  void theOntologyOfTheProjectIsPublishable() throws IOException {
    try (QuadWriter writer = QuadWriter.of(new ByteArrayOutputStream(), "0.1.0")) {
      writer.write(OntologyFiles.bundled());
      assertThat(writer.quads()).isGreaterThan(500);
    }
  }

  @Test
  void namesTheFileAndLineOfAnErrorInTurtle() throws IOException {
    write("bykz.ttl", "");
    write(
        "vocabularies/units.ttl",
        PREFIXES + "\n<https://w3id.org/bykz/id/unit/t> skos:prefLabel no:prefix .");
    assertThatThrownBy(() -> VocabularyReader.read(OntologyFiles.ofFolder(folder)))
        .hasMessageStartingWith("Cannot read ontology/vocabularies/units.ttl as Turtle: ")
        .hasMessageContaining("line 4");
  }

  @Test
  void refusesABlankNodeInWhatIsPublished() throws IOException {
    write("bykz.ttl", PREFIXES + "bykz:Region skos:note [] .");
    OntologyFiles files = OntologyFiles.ofFolder(folder);
    assertThatThrownBy(
            () -> {
              try (QuadWriter writer = QuadWriter.of(new ByteArrayOutputStream(), "0.1.0")) {
                writer.write(files);
              }
            })
        .hasMessageContaining("ontology/bykz.ttl")
        .hasMessageContaining("blank node");
  }

  @Test
  void refusesAFolderWithoutAnOntology() {
    assertThatThrownBy(() -> OntologyFiles.ofFolder(folder))
        .hasMessage("No bykz.ttl in " + folder + "; name the folder that holds the ontology");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
