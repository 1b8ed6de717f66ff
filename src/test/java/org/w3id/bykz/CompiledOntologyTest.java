package org.w3id.bykz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.ScannerWordsReader;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Language;

class CompiledOntologyTest {

  private static OntologyFiles files;
  private static List<Concept> concepts;

  @BeforeAll
  static void readOntology() throws IOException {
    files = OntologyFiles.ofFolder(Path.of("ontology"));
    concepts = VocabularyReader.read(files);
  }

  @Test
  void holdTheConceptsOfTheVocabulariesAndFrames() {
    assertThat(CompiledOntology.concepts())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(concepts);
  }

  @Test
  void holdTheWordsOfTheScanners() {
    assertThat(CompiledOntology.scannerWords()).isEqualTo(ScannerWordsReader.read(files));
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "DE", "RU"})
  void fileEachLabelAsItsWordsTell(Language language) throws IOException {
    assertThat(written(CompiledOntology.lexicon(language, concepts)))
        .isEqualTo(written(new Lexicon(language, concepts)));
  }

  private static byte[] written(Lexicon lexicon) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lexicon.write(concepts, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
