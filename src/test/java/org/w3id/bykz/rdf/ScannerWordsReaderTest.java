package org.w3id.bykz.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.mention.ScannerWord;
import org.w3id.bykz.mention.ScannerWord.Kind;
import org.w3id.bykz.text.Language;

class ScannerWordsReaderTest {

  private static final Set<Kind> WITH_UNIT =
      EnumSet.of(Kind.UNIT, Kind.JOB, Kind.DURATION, Kind.PER);

  /** Spans of time that no claim is counted in. */
  private static final Set<String> BESIDE_THE_VOCABULARY = Set.of("hour", "minute");

  private static List<ScannerWord> words;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws IOException {
    words = ScannerWordsReader.read(OntologyFiles.ofFolder(Path.of("ontology")));
  }

  @Test
  void kindsFitIntoTheBitsOfALong() {
    assertThat(Kind.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
  }

  @Test
  void everyKindHasItsWords() {
    assertThat(words.stream().map(ScannerWord::kind).collect(Collectors.toSet()))
        .containsAll(EnumSet.allOf(Kind.class));
  }

  @Test
  void givesAWordOneMeaningOfAKind() {
    Map<String, ScannerWord> seen = new HashMap<>();
    for (ScannerWord word : words) {
      for (Language language : Language.values()) {
        if (word.language().map(language::equals).orElse(true)) {
          String key = word.kind() + " " + language + " " + word.text();
          assertThat(seen.put(key, word)).as("%s", key).isNull();
        }
      }
    }
  }

  @Test
  void measuresInUnitsOfTheVocabulary() throws IOException {
    Set<String> units =
        VocabularyReader.read(OntologyFiles.ofFolder(Path.of("ontology"))).stream()
            .filter(concept -> concept.kind().equals("unit"))
            .map(Concept::key)
            .collect(Collectors.toSet());
    assertThat(words)
        .filteredOn(word -> WITH_UNIT.contains(word.kind()))
        .extracting(word -> word.code().orElse(""))
        .filteredOn(code -> !BESIDE_THE_VOCABULARY.contains(code))
        .isSubsetOf(units);
  }

  @Test
  void namesTheFileOfAnUnknownKind() throws IOException {
    Files.createDirectories(folder.resolve("scanners"));
    Files.writeString(folder.resolve("bykz.ttl"), "");
    Files.writeString(
        folder.resolve("scanners/odd.ttl"),
        """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <id/word/odd> skos:broader <id/word-kind/oddity> ; skos:prefLabel "odd"@en .
        """);
    OntologyFiles files = OntologyFiles.ofFolder(folder);
    assertThatThrownBy(() -> ScannerWordsReader.read(files))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No scanner knows words of the kind 'oddity'; correct ontology/scanners/odd.ttl");
  }
}
