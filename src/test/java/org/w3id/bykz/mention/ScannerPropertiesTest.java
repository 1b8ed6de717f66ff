package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;

class ScannerPropertiesTest {

  private static final List<Language> READ = List.of(Language.EN, Language.DE, Language.RU);

  /** How each language writes a currency after its amount. */
  private static String dollars(Language language) {
    return switch (language) {
      case DE -> " Dollar";
      case RU -> " долларов";
      default -> " dollars";
    };
  }

  @Property
  void readsBackEveryAmountAsItsLanguageWritesIt(
      @ForAll @BigRange(min = "0", max = "999999999999") @Scale(3) BigDecimal amount,
      @ForAll("languages") Language language,
      @ForAll boolean grouped) {
    String text = "X " + written(amount, language, grouped) + dollars(language) + " y";
    assertThat(Scanners.quantities(text, language))
        .as(text)
        .singleElement()
        .satisfies(figure -> assertThat(figure.number()).isEqualByComparingTo(amount))
        .satisfies(figure -> assertThat(figure.unit()).contains("USD"));
  }

  private static String written(BigDecimal amount, Language language, boolean grouped) {
    BigInteger whole = amount.toBigInteger();
    String digits = grouped ? String.format(Locale.ROOT, "%,d", whole) : whole.toString();
    String point = language == Language.EN ? "." : ",";
    String group = language == Language.EN ? "," : language == Language.DE ? "." : "\u00a0";
    String decimals = amount.subtract(new BigDecimal(whole)).stripTrailingZeros().toPlainString();
    return digits.replace(",", group)
        + (decimals.length() > 2 ? point + decimals.substring(2) : "");
  }

  @Property
  void readsBackEveryNumeralWithItsMultiplier(
      @ForAll @IntRange(min = 2, max = 999) int number, @ForAll("languages") Language language) {
    String million =
        switch (language) {
          case DE -> " Mio. Tonnen";
          case RU -> " млн тонн";
          default -> " million tonnes";
        };
    assertThat(Scanners.quantities("X " + number + million, language))
        .singleElement()
        .satisfies(figure -> assertThat(figure.number()).isEqualByComparingTo(number + "000000"));
  }

  @Property(tries = 1000)
  void neverThrowsAndNeverOverlaps(
      @ForAll("texts") String text, @ForAll("languages") Language language) {
    Sentence sentence = Scanners.sentence(text, language);
    List<DateMention> dates =
        Scanners.DATES.scan(sentence, DateContext.issued("2025-08-29").after(sentence, List.of()));
    List<QuantityMention> figures = Scanners.QUANTITIES.scan(sentence, dates);
    int size = sentence.tokens().size();
    boolean[] taken = new boolean[size];
    dates.forEach(date -> take(taken, date.from(), date.to(), text));
    figures.forEach(figure -> take(taken, figure.from(), figure.to(), text));
    assertThat(dates).isSortedAccordingTo((a, b) -> Integer.compare(a.from(), b.from()));
    assertThat(figures).isSortedAccordingTo((a, b) -> Integer.compare(a.from(), b.from()));
    assertThat(dates)
        .allSatisfy(
            date -> date.edtf().ifPresent(edtf -> assertThat(Edtf.parse(edtf)).isPresent()));
  }

  private static void take(boolean[] taken, int from, int to, String text) {
    for (int i = from; i < to; i++) {
      assertThat(taken[i]).as("token %d of %s", i, text).isFalse();
      taken[i] = true;
    }
  }

  @Property
  void readsBackEveryDateThatItWrites(@From("dates") @ForAll String edtf) {
    assertThat(Edtf.parse(edtf).map(Edtf::toString)).contains(edtf);
  }

  @Provide
  Arbitrary<Language> languages() {
    return Arbitraries.of(READ);
  }

  /** Words of the scanners, digits and signs in any order, with and without spaces. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words = Arbitraries.of(Scanners.WORDS).map(ScannerWord::text);
    Arbitrary<String> digits =
        Arbitraries.of("5", "12", "31", "1.5", "1,5", "1,234", "12.345,6", "2024", "2030", "000")
            .edgeCases(cases -> cases.none());
    Arbitrary<String> signs =
        Arbitraries.of("-", "–", ".", ",", "(", ")", "/", ":", "$", "%", "+", "х", "Grodno", "’s");
    Arbitrary<String> spaced = Arbitraries.of(" ", " ", " ", "");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, words),
            net.jqwik.api.Tuple.of(3, digits),
            net.jqwik.api.Tuple.of(2, signs))
        .flatMap(word -> spaced.map(space -> word + space))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> dates() {
    Arbitrary<String> years = Arbitraries.of("2018", "1999", "XXXX");
    Arbitrary<String> months = Arbitraries.of("-01", "-09", "-12", "-22");
    Arbitrary<String> parts = years.flatMap(year -> months.map(month -> year + month));
    return Arbitraries.oneOf(
        parts,
        parts.map(part -> part + "/.."),
        parts
            .filter(part -> !part.endsWith("-12"))
            .map(part -> part + "/" + part.substring(0, 4) + "-12"),
        Arbitraries.of("2018", "2018/2020", "2018/..", "XXXX-08-29", "2022-06-09"));
  }
}
