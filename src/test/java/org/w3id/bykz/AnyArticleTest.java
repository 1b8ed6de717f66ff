package org.w3id.bykz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/** What holds for the whole way of a text to claims and quads, however strange the text. */
class AnyArticleTest {

  private static final List<Language> READ = List.of(Language.EN, Language.DE, Language.RU);

  private static final Map<Language, List<String>> LABELS = new EnumMap<>(Language.class);
  private static final Pipeline PIPELINE;

  static {
    try {
      PIPELINE = Pipeline.bundled();
      for (Language language : READ) {
        LABELS.put(
            language,
            VocabularyReader.read(OntologyFiles.bundled()).stream()
                .flatMap(concept -> concept.labels().stream())
                .filter(label -> label.language() == language)
                .map(Label::text)
                .toList());
      }
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyClaimQuotesItsTextAndCanBeWritten(@ForAll("articles") Tuple2<Language, String> given)
      throws IOException, LoadException {
    String text = given.get2();
    Extraction read;
    try {
      read = PIPELINE.read(article(given.get1(), text));
    } catch (LoadException e) {
      assertThat(e.getMessage()).startsWith("7 ");
      return;
    }
    assertThat(read.document().text()).isEqualTo(text);
    int last = 0;
    for (Claim claim : read.claims()) {
      assertThat(claim.span().in(text)).isEqualTo(claim.quote());
      assertThat(claim.quote()).isNotBlank();
      assertThat(claim.span().start()).isGreaterThanOrEqualTo(last);
      last = claim.span().start();
    }
    assertThat(read.coverage().withClaims()).isBetween(0, read.coverage().sentences());
    try (ClaimLines lines = new ClaimLines(OutputStream.nullOutputStream());
        QuadWriter quads = QuadWriter.of(OutputStream.nullOutputStream(), "test")) {
      read.writeTo(lines);
      read.writeTo(quads);
    }
    assertThat(PIPELINE.read(article(given.get1(), text)).claims()).isEqualTo(read.claims());
  }

  private static Article article(Language language, String text) {
    Source source =
        new Source(
            "7",
            Optional.of("T"),
            Optional.of("BelTA"),
            Optional.of("BY"),
            Optional.of(language),
            Optional.of("2024-03-05"),
            Optional.empty());
    return new Article("7", () -> new Loaded(source, text, Optional.empty()));
  }

  @Provide
  Arbitrary<Tuple2<Language, String>> articles() {
    return Arbitraries.randomValue(
        random -> {
          Language language = one(READ, random);
          return Tuple.of(language, text(language, random));
        });
  }

  /** Any characters, or labels, words and signs in any order, now and then many times over. */
  private static String text(Language language, Random random) {
    int kind = random.nextInt(40);
    if (kind < 4) {
      return any(random);
    }
    if (kind == 4) {
      return pieces(language, 1 + random.nextInt(3), random).repeat(2 + random.nextInt(200));
    }
    return pieces(language, 1 + random.nextInt(40), random);
  }

  private static String any(Random random) {
    int[] points =
        random
            .ints(
                random.nextInt(200), 0, random.nextBoolean() ? 0x500 : Character.MAX_CODE_POINT + 1)
            .toArray();
    return storable(new String(points, 0, points.length));
  }

  private static String pieces(Language language, int many, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      int kind = random.nextInt(16);
      List<String> from =
          kind < 10
              ? LABELS.get(language)
              : kind < 13 ? words(language) : kind < 15 ? SIGNS : LABELS.get(Language.RU);
      text.append(one(from, random)).append(one(SPACES, random));
    }
    return text.toString();
  }

  private static <T> T one(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  /** Halves of surrogate pairs do not get as far as here. */
  private static String storable(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static List<String> words(Language language) {
    return switch (language) {
      case DE ->
          List.of(
              "im",
              "Jahr",
              "2023",
              "und",
              "der",
              "die",
              "mit",
              "nach",
              "aus",
              "sagte",
              "will",
              "nicht",
              "mehr als",
              "auf",
              "Mio. Dollar",
              "Tonnen",
              "um",
              "seit",
              "zwischen",
              "wurde",
              "haben");
      case RU ->
          List.of(
              "в",
              "2023 году",
              "и",
              "с",
              "на",
              "из",
              "сказал",
              "заявил",
              "хочет",
              "не",
              "более",
              "до",
              "млн долларов",
              "тонн",
              "между",
              "был",
              "области",
              "его",
              "это",
              "планируют",
              "за");
      default ->
          List.of(
              "in",
              "2023",
              "and",
              "the",
              "with",
              "to",
              "from",
              "said",
              "wants to",
              "not",
              "more than",
              "by",
              "million",
              "tonnes",
              "since",
              "between",
              "was",
              "will",
              "he",
              "it",
              "of");
    };
  }

  private static final List<String> SPACES =
      List.of(" ", " ", " ", " ", " ", ", ", ". ", ". ", "", "\n", "\n\n");

  private static final List<String> SIGNS =
      List.of(
          "\"",
          "“",
          "”",
          "«",
          "»",
          "„",
          "(",
          ")",
          "[",
          "]",
          "–",
          "—",
          "-",
          ":",
          ";",
          "...",
          "!",
          "?",
          "$",
          "€",
          "%",
          "№",
          "•",
          "22.4",
          "117,500",
          "5 March",
          "12.06.2024",
          "2021-2024",
          "0",
          "1/2",
          "99999999999999999999",
          "👍",
          "👨‍👩‍👧",
          "🇧🇾",
          "\u202E",
          "\u200F",
          "\u061C",
          "שלום",
          "مرحبا",
          "漢字",
          "e\u0301",
          "\uFEFF",
          "\u00AD",
          "\u200B",
          "\u2028",
          "\t",
          "\u0085",
          "İ",
          "ß",
          "ﬁ",
          "𝔊𝔯𝔬𝔡𝔫𝔬",
          "\uFFFD",
          "\uFFFF",
          "@",
          "#",
          "www.a.by",
          "a@b.by");
}
