package org.w3id.bykz.view;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Who looks at a page: the language of its words, numbers and dates.
 *
 * @param language one of {@link #LANGUAGES}
 */
public record Reader(String language) {

  /** Those that the pages speak. */
  public static final List<String> LANGUAGES = List.of("en", "ru", "de");

  public static final Reader ENGLISH = new Reader("en");

  private static final Var LANGUAGE = Var.alloc("language");
  private static final Var THING = Var.alloc("thing");

  public Reader {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("The pages do not speak " + language);
    }
  }

  /** A reader of that language, if the pages speak it. */
  public static Optional<Reader> of(String language) {
    return LANGUAGES.contains(language) ? Optional.of(new Reader(language)) : Optional.empty();
  }

  /** What the pages say under a key, with its arguments. */
  public String say(String key, Object... arguments) {
    String pattern = words(language).getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
  }

  /** The same where it may be that the pages have no word for it. */
  public Optional<String> word(String key) {
    ResourceBundle words = words(language);
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }

  /** What a language calls itself. */
  public static String nameOf(String language) {
    return words(language).getString("language");
  }

  private static ResourceBundle words(String language) {
    return ResourceBundle.getBundle(
        "org.w3id.bykz.view.words",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A number as this reader writes it, with at most two decimals. */
  public String number(Number number) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** A relative change in per cent, with its sign. */
  public String growth(BigDecimal change) {
    return (change.signum() > 0 ? "+" : "") + number(change.movePointRight(2)) + " %";
  }

  /** A date in EDTF as this reader writes it, where it is a day or a month; else as it stands. */
  public String date(String edtf) {
    if (edtf.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(edtf)
          .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
    }
    if (edtf.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(edtf).format(DateTimeFormatter.ofPattern("LLLL uuuu", locale()));
    }
    return edtf;
  }

  /** A query of a page, with its parameter {@code language} set. */
  public Query asking(Query query) {
    return QueryTransformOps.replaceVars(query, Map.of(LANGUAGE, node()));
  }

  /** The same with its parameter {@code thing}, too. */
  public Query asking(Query query, Node thing) {
    return QueryTransformOps.replaceVars(query, Map.of(LANGUAGE, node(), THING, thing));
  }

  private Node node() {
    return NodeFactory.createLiteralString(language);
  }

  private Locale locale() {
    // British for English: the day before the month, as the sources write.
    return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
  }
}
