package org.w3id.bykz.rdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.w3id.bykz.text.Language;

/** Literals in the one lexical form that we write each value in. */
final class Literals {

  private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();

  static final Literal TRUE = VALUES.createLiteral(true);

  private static final Recent<Double, Literal> CONFIDENCES = new Recent<>(Literals::rounded);

  private Literals() {}

  static Literal plain(String text) {
    return VALUES.createLiteral(text);
  }

  static Literal text(String text, Language language) {
    return VALUES.createLiteral(text, language.tag());
  }

  static Literal decimal(BigDecimal number) {
    return VALUES.createLiteral(ContentKey.plain(number), CoreDatatype.XSD.DECIMAL);
  }

  /** To the thousandth: more digits would only tell how the number was computed. */
  static Literal confidence(double number) {
    return CONFIDENCES.of(number);
  }

  private static Literal rounded(double number) {
    return decimal(BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN));
  }

  static Literal integer(int number) {
    return VALUES.createLiteral(Integer.toString(number), CoreDatatype.XSD.INTEGER);
  }

  /** An offset as NIF has it. */
  static Literal index(int offset) {
    return VALUES.createLiteral(Integer.toString(offset), CoreDatatype.XSD.NON_NEGATIVE_INTEGER);
  }

  /**
   * A whole number as an integer; any other as the decimal that it is, for the shapes to refuse.
   */
  static Literal count(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        ? VALUES.createLiteral(ContentKey.plain(number), CoreDatatype.XSD.INTEGER)
        : decimal(number);
  }

  static Literal date(LocalDate day) {
    return VALUES.createLiteral(day.toString(), CoreDatatype.XSD.DATE);
  }

  static Literal edtf(String date) {
    return VALUES.createLiteral(date, Borrowed.EDTF);
  }
}
