package org.w3id.bykz.lexicon;

import org.w3id.bykz.text.Language;

/** Where a label of a concept ends, and how it must be written in a text. */
record LabelEnd(Concept concept, Label label, Case demanded) {

  private static final int LONGEST_ABBREVIATION = 5;

  /** A name is capitalised in the text; an abbreviation stands in capitals. */
  enum Case {
    ANY,
    CAPITALISED,
    CAPITALS
  }

  static LabelEnd of(Concept concept, Label label) {
    return new LabelEnd(concept, label, demandedBy(label));
  }

  private static Case demandedBy(Label label) {
    String text = label.text();
    if (!Character.isUpperCase(text.codePointAt(0)) || isRussianAdjective(label)) {
      return Case.ANY;
    }
    boolean capitals = text.length() <= LONGEST_ABBREVIATION && isUpperCase(text);
    return capitals ? Case.CAPITALS : Case.CAPITALISED;
  }

  /** No Russian adjective of a name need be capitalised. */
  private static boolean isRussianAdjective(Label label) {
    return label.language() == Language.RU && label.form() == Label.Form.ADJECTIVE;
  }

  static boolean isUpperCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
