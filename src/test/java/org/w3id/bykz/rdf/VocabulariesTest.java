package org.w3id.bykz.rdf;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every file of {@code ontology/vocabularies/} promises to who matches or links with it. */
class VocabulariesTest {

  private static final Path FOLDER = Path.of("ontology/vocabularies");

  /** Files of things rather than concepts: places on the map, links, single posts, a cube. */
  private static final Set<String> NO_SCHEMES =
      Set.of("boundaries", "links", "posts", "trade-figures");

  private static final IRI AMBIGUOUS = Bykz.AMBIGUOUS_LABEL;
  private static final List<IRI> NAMES =
      List.of(SKOS.PREF_LABEL, SKOS.ALT_LABEL, SKOS.HIDDEN_LABEL, Bykz.ADJECTIVE, AMBIGUOUS);
  private static final Map<String, Model> MODELS = models();

  private static Map<String, Model> models() {
    Map<String, Model> models = new TreeMap<>();
    for (Path file : files()) {
      models.put(file.getFileName().toString().replace(".ttl", ""), parse(file));
    }
    return models;
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("Cannot list " + FOLDER, e);
    }
  }

  private static Model parse(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Rio.parse(in, Iris.BASE, RDFFormat.TURTLE);
    } catch (IOException | RuntimeException e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }

  static Stream<String> schemes() {
    return MODELS.keySet().stream().filter(name -> !NO_SCHEMES.contains(name));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void saysWhatItIsAndUnderWhichLicence(String name) {
    Model model = MODELS.get(name);
    IRI scheme = scheme(name);
    assertThat(model.filter(null, RDF.TYPE, SKOS.CONCEPT_SCHEME).subjects())
        .containsExactly(scheme);
    assertThat(model.filter(scheme, DCTERMS.TITLE, null).objects())
        .extracting(VocabulariesTest::language)
        .containsExactlyInAnyOrder("en", "de", "ru");
    for (IRI property : List.of(DCTERMS.DESCRIPTION, DCTERMS.LICENSE, DCTERMS.RIGHTS)) {
      assertThat(model.filter(scheme, property, null)).as("%s of %s", property, name).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void keepsEachConceptInItsScheme(String name) {
    Model model = MODELS.get(name);
    assertThat(concepts(name)).isNotEmpty();
    for (IRI concept : concepts(name)) {
      assertThat(model.filter(concept, SKOS.IN_SCHEME, null).objects())
          .as("scheme of %s", concept)
          .containsExactly(scheme(name));
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void namesEachConceptOnceInEachOfThreeLanguages(String name) {
    for (IRI concept : concepts(name)) {
      Map<String, List<Value>> labels =
          MODELS.get(name).filter(concept, SKOS.PREF_LABEL, null).objects().stream()
              .collect(groupingBy(VocabulariesTest::language));
      assertThat(labels.keySet()).as("languages of %s", concept).contains("en", "de", "ru");
      assertThat(labels.values())
          .as("preferred labels of %s", concept)
          .allMatch(one -> one.size() == 1);
    }
  }

  /** SKOS S13, and what the tokenizer asks: single spaces, no brackets and no comma inside. */
  @ParameterizedTest
  @MethodSource("schemes")
  void writesEachLabelOfAConceptOnceAndPlainly(String name) {
    Model model = MODELS.get(name);
    for (IRI concept : concepts(name)) {
      List<Value> labels = new ArrayList<>();
      for (IRI property : NAMES) {
        if (!property.equals(AMBIGUOUS)) {
          labels.addAll(model.filter(concept, property, null).objects());
        }
      }
      assertThat(labels).as("labels of %s", concept).doesNotHaveDuplicates();
      assertThat(labels)
          .extracting(Value::stringValue)
          .as("labels of %s", concept)
          .allMatch(label -> label.equals(label.strip()) && !label.contains("  "))
          .noneMatch(label -> label.matches(".*[()\\n].*"));
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void givesALabelToOneConceptUnlessAllSayItIsAmbiguous(String name) {
    assertThat(sharedWithoutWarning(List.of(name))).isEmpty();
  }

  /** A name of a country, region, place or organisation is looked up among all of them. */
  @Test
  void givesAProperNameToOneThingUnlessAllSayItIsAmbiguous() {
    assertThat(
            sharedWithoutWarning(
                List.of("countries", "regions", "regions-abroad", "places", "organisations")))
        .isEmpty();
  }

  /** The labels that several concepts bear, not all of which say that it is ambiguous. */
  private static Map<String, Set<IRI>> sharedWithoutWarning(List<String> names) {
    Map<String, Set<IRI>> bearers = new TreeMap<>();
    Map<String, Set<IRI>> warned = new TreeMap<>();
    for (String name : names) {
      for (IRI property : NAMES) {
        for (Statement statement : MODELS.get(name).filter(null, property, null)) {
          String form = form((Literal) statement.getObject());
          IRI concept = (IRI) statement.getSubject();
          bearers.computeIfAbsent(form, key -> new HashSet<>()).add(concept);
          if (property.equals(AMBIGUOUS)) {
            warned.computeIfAbsent(form, key -> new HashSet<>()).add(concept);
          }
        }
      }
    }
    bearers
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().size() == 1
                    || warned.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()));
    return bearers;
  }

  /** A label in capitals stands for itself, any other for itself in small letters too. */
  private static String form(Literal label) {
    String text = label.getLabel().replace('ё', 'е').replace('Ё', 'Е');
    boolean capitals = text.length() < 7 && text.equals(text.toUpperCase(Locale.ROOT));
    return (capitals ? text : text.toLowerCase(Locale.ROOT)) + "@" + language(label);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void broadensWithinTheSchemeAndNeverInACircle(String name) {
    Map<IRI, IRI> broader =
        MODELS.get(name).filter(null, SKOS.BROADER, null).stream()
            .collect(toMap(one -> (IRI) one.getSubject(), one -> (IRI) one.getObject()));
    assertThat(concepts(name)).containsAll(broader.values());
    for (IRI concept : broader.keySet()) {
      Set<IRI> path = new HashSet<>();
      for (IRI at = concept; at != null; at = broader.get(at)) {
        assertThat(path.add(at)).as("way up from %s is no circle", concept).isTrue();
      }
    }
  }

  @Test
  void writesIrisInAscii() {
    for (Model model : MODELS.values()) {
      for (Statement statement : model) {
        for (Value value : List.of(statement.getSubject(), statement.getObject())) {
          assertThat(value.isBNode()).as("blank node in %s", statement).isFalse();
          if (value.isIRI()) {
            assertThat(value.stringValue()).isASCII();
          }
        }
      }
    }
  }

  @Test
  void pointsOnlyAtThingsThatExist() {
    Set<Value> things =
        MODELS.values().stream().flatMap(model -> model.subjects().stream()).collect(toSet());
    for (Model model : MODELS.values()) {
      for (Value value : model.objects()) {
        if (value.stringValue().startsWith(Iris.BASE + "id/")) {
          assertThat(things).contains(value);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void keepsConceptsInTheOrderOfTheirIris(String name) throws IOException {
    Matcher blocks =
        Pattern.compile("(?m)^<(\\S+)> a skos:Concept ")
            .matcher(Files.readString(FOLDER.resolve(name + ".ttl"), StandardCharsets.UTF_8));
    List<String> subjects = new ArrayList<>();
    while (blocks.find()) {
      subjects.add(blocks.group(1));
    }
    assertThat(subjects).hasSameSizeAs(concepts(name)).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "regions, 27",
    "products, 146",
    "sectors, 36",
    "organisations, 75",
    "modalities, 4",
    "metrics, 4",
    "polarities, 2",
    "flows, 4",
    "indicators, 4",
    "statuses, 3",
    "bounds, 4",
    "agreement-kinds, 7",
    "event-kinds, 6"
  })
  void holdsAsManyConceptsAsTheClaimsKnow(String name, int count) {
    assertThat(concepts(name)).hasSize(count);
  }

  @Test
  void holdsTheSectorsOfAClaim() {
    assertThat(keys(concepts("sectors")))
        .containsExactly(
            words(
                """
                agricultural-machinery agriculture automotive aviation chemicals construction
                culture digital education energy environment finance food-processing green-economy
                healthcare housing humanitarian infrastructure interregional investment
                labour-migration light-industry manufacturing media military mining pharmaceuticals
                science-technology security-emergency space sport tourism trade transport-logistics
                woodworking youth
                """));
  }

  @Test
  void holdsTheOfficesOfAClaimAtTheTop() {
    Model offices = MODELS.get("offices");
    Set<IRI> top =
        concepts("offices").stream()
            .filter(office -> !offices.contains(office, SKOS.BROADER, null))
            .collect(toSet());
    assertThat(keys(top))
        .containsExactly(
            words(
                """
                ambassador chair chief-executive consul department-director deputy-chair
                deputy-chief-executive deputy-governor deputy-minister deputy-prime-minister expert
                first-deputy-governor first-deputy-minister first-deputy-prime-minister governor
                mayor member-of-parliament minister other president prime-minister rector
                """));
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }

  @Test
  void drawsABoundaryForEachRegion() {
    IRI hasGeometry = Values.iri("http://www.opengis.net/ont/geosparql#hasGeometry");
    IRI asWkt = Values.iri("http://www.opengis.net/ont/geosparql#asWKT");
    Model map = MODELS.get("boundaries");
    for (IRI region : concepts("regions")) {
      Set<Value> geometries = map.filter(region, hasGeometry, null).objects();
      assertThat(geometries).as("geometry of %s", region).hasSize(1);
      IRI geometry = (IRI) geometries.iterator().next();
      assertThat(map.filter(geometry, asWkt, null).objects())
          .singleElement()
          .extracting(Value::stringValue)
          .asString()
          .matches("(MULTI)?POLYGON \\(\\(.*\\)\\)");
    }
  }

  /** A bare city name is the city's, so that an oblast is found by its head word only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Brest",
        "Gomel",
        "Grodno",
        "Mogilev",
        "Vitebsk",
        "Aktobe",
        "Atyrau",
        "Karaganda",
        "Kostanay",
        "Kyzylorda",
        "Pavlodar",
        "Turkistan"
      })
  void leavesACitysNameToTheCity(String city) {
    Value name = Values.literal(city, "en");
    assertThat(MODELS.get("regions").filter(null, null, name)).isEmpty();
    assertThat(MODELS.get("places").filter(null, SKOS.PREF_LABEL, name)).hasSize(1);
  }

  /** Four cities are regions of their own, and one concept each. */
  @ParameterizedTest
  @CsvSource({"Minsk, BY-HM", "Astana, KZ-71", "Almaty, KZ-75", "Shymkent, KZ-79"})
  void knowsACityThatIsARegionOnce(String city, String code) {
    Value name = Values.literal(city, "en");
    assertThat(MODELS.get("regions").filter(null, SKOS.PREF_LABEL, name).subjects())
        .containsExactly(Iris.thing("region", code));
    assertThat(MODELS.get("places").filter(null, null, name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "regions, en, Nur-Sultan, region/KZ-71",
    "regions, ru, СКО, region/KZ-59",
    "regions, ru, Гродненский облисполком, region/BY-HR",
    "regions, en, South Kazakhstan Region, region/KZ-61",
    "places, en, Hrodna, place/grodno",
    "regions-abroad, de, Gebiet Smolensk, region/RU-SMO",
    "places, ru, Лидский район, place/lida-district",
    "countries, de, Weißrussland, country/BY",
    "countries, en, Kazakhstani, country/KZ",
    "products, en, feed grain, product/feed-grain",
    "products, de, Mähdrescher, product/combine-harvesters",
    "products, ru, моторное масло, product/oil-products",
    "sectors, ru, агропромышленный, sector/agriculture",
    "offices, de, Industrieminister, office/minister-of-industry",
    "offices, de, Vizeaußenminister, office/deputy-minister-of-foreign-affairs",
    "organisations, ru, МТЗ, organisation/mtz",
    "units, ru, шт., unit/piece",
    "agreement-kinds, de, Fahrplan, agreement-kind/roadmap",
    "event-kinds, ru, межправкомиссия, event-kind/commission"
  })
  void knowsTheNamesOfTheNews(String scheme, String language, String label, String thing) {
    assertThat(
            NAMES.stream()
                .flatMap(
                    property ->
                        MODELS
                            .get(scheme)
                            .filter(null, property, Values.literal(label, language))
                            .subjects()
                            .stream())
                .distinct())
        .extracting(Object::toString)
        .containsExactly(Iris.BASE + "id/" + thing);
  }

  /** These words have other uses; without their context they would mislead. */
  @ParameterizedTest
  @CsvSource({
    "products, en, lead", "products, en, combines", "products, ru, масло", "products, ru, мосты",
    "places, ru, Семей", "places, ru, Мосты", "places, en, Oral", "organisations, ru, Спартак",
    "offices, ru, аким"
  })
  void warnsOfWordsWithOtherUses(String scheme, String language, String label) {
    assertThat(MODELS.get(scheme).filter(null, AMBIGUOUS, Values.literal(label, language)))
        .isNotEmpty();
  }

  private static Set<IRI> concepts(String name) {
    return MODELS.get(name).filter(null, RDF.TYPE, SKOS.CONCEPT).subjects().stream()
        .map(IRI.class::cast)
        .collect(toSet());
  }

  private static Set<String> keys(Collection<IRI> things) {
    return things.stream().map(IRI::getLocalName).collect(toCollection(TreeSet::new));
  }

  private static IRI scheme(String name) {
    return Values.iri(Iris.BASE + "vocabulary/" + name);
  }

  private static String language(Value label) {
    return ((Literal) label).getLanguage().orElseThrow();
  }
}
