package org.w3id.bykz.claim;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.w3id.bykz.text.Language;

/** What fills a role. */
public sealed interface Value {

  /** As the claims' JSON has it: a key of a vocabulary, or else the name; a number or date. */
  String plain();

  /**
   * A thing with an IRI.
   *
   * @param key last part of its IRI, as in {@code BY-VI} or {@code dairy-products}
   * @param label as the text or the vocabulary names it, in {@code language}
   * @param linked whether a vocabulary knows it; otherwise it was found in an open slot
   */
  record Entity(Kind kind, String key, String label, Language language, boolean linked)
      implements Value {

    /** ISO 3166-2 codes. */
    private static final Set<String> CITY_REGIONS = Set.of("BY-HM", "KZ-71", "KZ-75", "KZ-79");

    /** Whether it is one of the four cities that are regions of their own. */
    boolean isCityRegion() {
      return kind == Kind.REGION && CITY_REGIONS.contains(key);
    }

    /** Persons and places go by name, whatever knows them. */
    @Override
    public String plain() {
      return linked && kind != Kind.PERSON && kind != Kind.PLACE ? key : label;
    }
  }

  /** A text as it stands, such as the title of a forum. */
  record Text(String text) implements Value {

    @Override
    public String plain() {
      return text;
    }
  }

  /** A day, month, year or range of them in EDTF, such as {@code XXXX-01/XXXX-07}. */
  record Date(String edtf) implements Value {

    @Override
    public String plain() {
      return edtf;
    }
  }

  /** A plain number; unit and currency are roles of their own. */
  record Quantity(BigDecimal number) implements Value {

    @Override
    public String plain() {
      return number.stripTrailingZeros().toPlainString();
    }
  }

  /**
   * What kind of thing an entity is; its key is the part of the IRI before the entity's own key.
   */
  enum Kind {
    COUNTRY,
    REGION,
    PLACE,
    ORGANISATION,
    PERSON,
    PRODUCT,
    SECTOR,
    OFFICE,
    UNIT,
    CURRENCY,
    FLOW,
    STATUS,
    BOUND,
    AGREEMENT_KIND,
    EVENT_KIND;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String key() {
      return key;
    }
  }
}
