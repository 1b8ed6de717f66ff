package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Language;

class NameFinderTest {

  private static final Map<Language, Lexicon> LEXICONS = lexicons();

  private static Map<Language, Lexicon> lexicons() {
    try {
      List<Concept> concepts = VocabularyReader.read(OntologyFiles.ofFolder(Path.of("ontology")));
      return Stream.of(Language.EN, Language.DE, Language.RU)
          .collect(Collectors.toMap(l -> l, l -> new Lexicon(l, concepts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Mention> organisations(String text, String language) {
    Mentions mentions = find(text, language);
    Lexicon lexicon = LEXICONS.get(mentions.sentence().language());
    return NameFinder.organisations(mentions, FirmNames.of(List.of(mentions), lexicon));
  }

  private static Mentions find(String text, String language) {
    Language of = Language.ofTag(language).orElseThrow();
    return Mentions.find(Scanners.sentence(text, of), LEXICONS.get(of));
  }

  private static List<String> names(List<Mention> found) {
    return found.stream().map(name -> name.concept().key()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The mayor of Rudny Aigul Bekova came.             | Aigul Bekova
          en | Oleg Ganusevich, director of the plant, came.     | Oleg Ganusevich
          en | It will grow, Oleg Ganusevich said.               | Oleg Ganusevich
          de | Der Botschafter Marat Tulegenow kam.              | Marat Tulegenow
          de | Es wachse, sagte Igor Petraschko.                 | Igor Petraschko
          ru | Об этом сообщил министр энергетики Игорь Рудько.  | Игорь Рудько
          """)
  void findsAPersonBesideAnOfficeOrAVerbOfSaying(String language, String text, String name) {
    assertThat(names(NameFinder.persons(find(text, language)))).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The children love Aigul Bekova.
          en | The governor came to the Brest Region.
          de | Der Minister fuhr in das Gebiet Brest.
          """)
  void findsNoPersonElsewhere(String language, String text) {
    assertThat(NameFinder.persons(find(text, language))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | A contract with Zhanar LLP is signed.             | Zhanar
          en | The minister thanked Bulat Karimov.               | -
          en | The dairy chain Aq Bulaq buys butter.             | Aq Bulaq
          en | They visited Merki District and the Aral Sea.     | -
          en | A contract with LLP Zhanarkurylys is signed.      | Zhanarkurylys
          en | Ertis Steel Plant makes pipes.                    | Ertis Steel Plant
          de | Die Firma „Zhanar Invest“ baut.                   | Zhanar Invest
          ru | ТОО «Жанар Инвест» строит завод.                  | Жанар Инвест
          """)
  void findsAnOrganisationByItsFormHeadOrQuotationMarks(String language, String text, String name) {
    List<String> expected = name.equals("-") ? List.of() : List.of(name);
    assertThat(names(organisations(text, language))).isEqualTo(expected);
  }

  @Test
  void leavesAnOrganisationThatAVocabularyHasToIt() {
    assertThat(organisations("BelAZ and Amkodor build trucks.", "en")).isEmpty();
  }

  @Test
  void takesAQuotedTitleOfAForumForNoOrganisation() {
    assertThat(organisations("Das Forum „Astana Invest“ beginnt.", "de")).isEmpty();
  }

  @Test
  void marksANameThatNoVocabularyHas() {
    Mention person = NameFinder.persons(find("It grew, Igor Petrashko said.", "en")).get(0);
    assertThat(person.concept().value("unlinked")).contains("true");
  }
}
