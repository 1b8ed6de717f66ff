package org.w3id.bykz.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.lexicon.Label.Form;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Token;
import org.w3id.bykz.text.Tokenizer;

class LexiconTest {

  private static Concept concept(String id, Map<String, List<String>> properties, Label... labels) {
    String[] parts = id.split("/");
    return new Concept(parts[0], parts[1], List.of(labels), properties);
  }

  private static Concept concept(String id, Label... labels) {
    return concept(id, Map.of(), labels);
  }

  private static Label label(String text, Language language) {
    return new Label(text, language, Form.PREFERRED);
  }

  private static Label label(String text, Language language, Form form) {
    return new Label(text, language, form);
  }

  private static List<Lexicon.Match> matches(Lexicon lexicon, List<Token> text) {
    Token[] tokens = text.toArray(Token[]::new);
    Word[] words = text.stream().map(lexicon::word).toArray(Word[]::new);
    List<Lexicon.Match> matches = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      lexicon.find(tokens, words, i, matches);
    }
    return matches;
  }

  /** What {@code text} names, each once as {@code words=concept}, in the order found. */
  private static List<String> found(String text, Language language, Concept... concepts) {
    Lexicon lexicon = new Lexicon(language, List.of(concepts));
    List<Token> tokens = Tokenizer.tokenize(text);
    List<Lexicon.Match> matches = matches(lexicon, tokens);
    return matches.stream()
        .map(m -> words(text, tokens, m) + "=" + m.concept().id())
        .distinct()
        .toList();
  }

  private static String words(String text, List<Token> tokens, Lexicon.Match match) {
    return text.substring(tokens.get(match.from()).begin(), tokens.get(match.to() - 1).end());
  }

  private static final Concept HRODNA =
      concept(
          "region/BY-HR",
          label("Grodno Region", Language.EN),
          label("Gebiet Grodno", Language.DE),
          label("Гродненская область", Language.RU));

  @Test
  void findsANameInEveryCase() {
    assertThat(found("в Гродненской области", Language.RU, HRODNA))
        .containsExactly("Гродненской области=region/BY-HR");
    assertThat(found("im Gebiet Grodno", Language.DE, HRODNA))
        .containsExactly("Gebiet Grodno=region/BY-HR");
    assertThat(found("des Gebiets Grodno", Language.DE, HRODNA))
        .containsExactly("Gebiets Grodno=region/BY-HR");
  }

  @Test
  void findsOnlyLabelsOfItsLanguage() {
    assertThat(found("Gebiet Grodno", Language.EN, HRODNA)).isEmpty();
  }

  @Test
  void takesANameOnlyWhereItIsCapitalised() {
    Concept turkey = concept("place/turkey", label("Turkey", Language.EN));
    assertThat(found("Turkey buys turkey", Language.EN, turkey))
        .containsExactly("Turkey=place/turkey");
  }

  @Test
  void takesAnAbbreviationOnlyInCapitals() {
    Concept maz = concept("organisation/maz", label("MAZ", Language.EN));
    assertThat(found("MAZ, Maz and maz", Language.EN, maz)).containsExactly("MAZ=organisation/maz");
  }

  @Test
  void findsShortAndLongLabelsAtOnePlaceShorterFirst() {
    Concept milk = concept("product/milk", label("milk", Language.EN));
    Concept powder = concept("product/milk-powder", label("milk powder", Language.EN));
    assertThat(found("milk powder", Language.EN, milk, powder))
        .containsExactly("milk=product/milk", "milk powder=product/milk-powder");
  }

  @Test
  void ignoresHyphensAndQuotationMarksInsideALabel() {
    Concept tractors = concept("product/mini-tractors", label("mini-tractor", Language.EN));
    assertThat(found("mini tractors and mini-tractors", Language.EN, tractors))
        .containsExactly(
            "mini tractors=product/mini-tractors", "mini-tractors=product/mini-tractors");
  }

  @Test
  void takesAGermanCompoundByItsHeadAndItsFirstPart() {
    Concept food = concept("product/food-and-agriculture", label("Lebensmittel", Language.DE));
    Concept export = concept("cue/export-noun", label("Export", Language.DE));
    assertThat(found("Die Lebensmittelexporte wachsen.", Language.DE, food, export))
        .containsExactly(
            "Lebensmittelexporte=cue/export-noun",
            "Lebensmittelexporte=product/food-and-agriculture");
  }

  @Test
  void takesAGermanCompoundWithALinkingS() {
    Concept sector = concept("sector/agriculture", label("Landwirtschaft", Language.DE));
    Concept minister = concept("office/minister", label("Minister", Language.DE));
    assertThat(found("der Landwirtschaftsminister", Language.DE, sector, minister))
        .containsExactly(
            "Landwirtschaftsminister=office/minister",
            "Landwirtschaftsminister=sector/agriculture");
  }

  @Test
  void takesNoCountryForAPartOfACompound() {
    Concept country = concept("country/IR", label("Iran", Language.DE));
    Concept trade = concept("cue/turnover", label("Handel", Language.DE));
    assertThat(found("der Iranhandel", Language.DE, country, trade))
        .containsExactly("Iranhandel=cue/turnover");
  }

  @Test
  void takesAKnownWordWholeAndNotByItsParts() {
    Concept house = concept("cue/trading-house", label("Handelshaus", Language.DE));
    Concept trade = concept("cue/turnover", label("Handel", Language.DE));
    assertThat(found("das Handelshaus", Language.DE, house, trade))
        .containsExactly("Handelshaus=cue/trading-house");
  }

  @Test
  void takesANounsLabelForNoVerb() {
    Concept lead = concept("product/lead", label("lead", Language.EN));
    assertThat(found("leading firms", Language.EN, lead)).isEmpty();
    assertThat(found("lead and zinc", Language.EN, lead)).containsExactly("lead=product/lead");
  }

  @Test
  void takesAVerbsLabelForNoNoun() {
    Concept meet =
        concept("cue/meet", Map.of("partOfSpeech", List.of("verb")), label("meet", Language.EN));
    assertThat(found("they met", Language.EN, meet)).containsExactly("met=cue/meet");
    assertThat(found("the meetings", Language.EN, meet)).isEmpty();
  }

  @Test
  void takesAHiddenLabelOfASteeringWordInItsVeryFormOnly() {
    Concept future = concept("word/future", label("wird", Language.DE, Form.HIDDEN));
    assertThat(found("es wird", Language.DE, future)).containsExactly("wird=word/future");
    assertThat(found("es wurde", Language.DE, future)).isEmpty();
  }

  @Test
  void takesALabelThatIsAmbiguousAsWellForAmbiguousOnly() {
    Concept lida =
        concept(
            "place/lida", label("Lida", Language.EN), label("Lida", Language.EN, Form.AMBIGUOUS));
    Lexicon lexicon = new Lexicon(Language.EN, List.of(lida));
    List<Lexicon.Match> matches = matches(lexicon, Tokenizer.tokenize("Lida"));
    assertThat(matches).extracting(match -> match.label().form()).containsOnly(Form.AMBIGUOUS);
  }

  @Test
  void givesAConceptByItsId() {
    Lexicon lexicon = new Lexicon(Language.EN, List.of(HRODNA));
    assertThat(lexicon.concept("region/BY-HR")).contains(HRODNA);
    assertThat(lexicon.concept("region/BY-BR")).isEmpty();
  }
}
