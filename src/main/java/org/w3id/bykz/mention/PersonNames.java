package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.text.Language;

/** Brings a person's name of a text to the nominative. */
final class PersonNames {

  /**
   * Russian endings of surnames and first names in oblique cases and what the nominative has, the
   * more telling first; applied only to a name whose first or last word is oblique.
   */
  private static final List<Map.Entry<String, String>> ENDINGS =
      List.of(
          Map.entry("овичем", "ович"),
          Map.entry("евичем", "евич"),
          Map.entry("ским", "ский"),
          Map.entry("ского", "ский"),
          Map.entry("скому", "ский"),
          Map.entry("цким", "цкий"),
          Map.entry("цкого", "цкий"),
          Map.entry("цкому", "цкий"),
          Map.entry("ской", "ская"),
          Map.entry("цкой", "цкая"),
          Map.entry("овым", "ов"),
          Map.entry("евым", "ев"),
          Map.entry("ёвым", "ёв"),
          Map.entry("иным", "ин"),
          Map.entry("ыным", "ын"),
          Map.entry("овой", "ова"),
          Map.entry("евой", "ева"),
          Map.entry("иной", "ина"),
          Map.entry("ием", "ий"),
          Map.entry("ией", "ия"),
          Map.entry("ией", "ия"),
          Map.entry("еем", "ей"),
          Map.entry("аем", "ай"),
          Map.entry("ия", "ий"),
          Map.entry("ию", "ий"),
          Map.entry("ею", "ей"),
          Map.entry("ея", "ей"),
          Map.entry("аю", "ай"),
          Map.entry("ая", "ай"),
          Map.entry("ом", ""),
          Map.entry("ем", ""),
          Map.entry("ой", "а"),
          Map.entry("ей", "я"),
          Map.entry("у", ""),
          Map.entry("а", ""));

  private PersonNames() {}

  static String nominative(Mentions m, int from, int to) {
    if (m.sentence().language() != Language.RU || !isOblique(m, from)) {
      return m.text(from, to);
    }
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(part(m, i));
    }
    return String.join(" ", parts);
  }

  private static boolean isOblique(Mentions m, int from) {
    return m.word(from).is(Feature.PROPER)
        ? !m.word(from).is(Feature.NOMINATIVE)
        : m.token(from).folded().endsWith("ом") || m.token(from).folded().endsWith("ем");
  }

  private static String part(Mentions m, int i) {
    String text = m.token(i).text();
    if (m.word(i).is(Feature.PROPER) && !m.word(i).is(Feature.UNKNOWN)) {
      String lemma = m.word(i).lemma();
      return Character.toUpperCase(lemma.charAt(0)) + lemma.substring(1);
    }
    for (Map.Entry<String, String> ending : ENDINGS) {
      if (text.endsWith(ending.getKey())) {
        return text.substring(0, text.length() - ending.getKey().length()) + ending.getValue();
      }
    }
    return text;
  }
}
