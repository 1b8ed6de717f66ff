package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.lexicon.Feature;
import org.w3id.bykz.lexicon.Morphology;
import org.w3id.bykz.lexicon.Word;
import org.w3id.bykz.text.Language;

/**
 * Brings a person's name of a text to the nominative. The case is the one that the title before the
 * name and the forms of the name itself have in common; a name that can stand in the nominative is
 * left as it is.
 */
final class PersonNames {

  /** An ending in an oblique case, and what the nominative has in its place. */
  private record Ending(String oblique, String nominative, List<Feature> cases) {

    Ending(String oblique, String nominative, Feature... cases) {
      this(oblique, nominative, List.of(cases));
    }

    boolean fits(String text, Feature wanted) {
      return text.endsWith(oblique)
          && text.length() > oblique.length() + 1
          && (!oblique.equals("и") || isVelarOrHissing(text.charAt(text.length() - 2)))
          && cases.contains(wanted);
    }

    /** After what consonants a genitive in и is of a name in а: Ольги, but not Ескали. */
    private static boolean isVelarOrHissing(char consonant) {
      return "гкхжшщч".indexOf(consonant) >= 0;
    }
  }

  private static final Feature GEN = Feature.GENITIVE;
  private static final Feature DAT = Feature.DATIVE;
  private static final Feature ACC = Feature.ACCUSATIVE;
  private static final Feature INS = Feature.INSTRUMENTAL;
  private static final Feature LOC = Feature.LOCATIVE;

  private static final List<Feature> OBLIQUE = List.of(GEN, ACC, DAT, INS, LOC);

  /**
   * Endings of names and surnames, the more telling first. In one case no ending is both a man's
   * and a woman's but that in е, which is left as it is.
   */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("ского", "ский", GEN, ACC),
          new Ending("скому", "ский", DAT),
          new Ending("ским", "ский", INS),
          new Ending("цкого", "цкий", GEN, ACC),
          new Ending("цкому", "цкий", DAT),
          new Ending("цким", "цкий", INS),
          new Ending("ого", "ый", GEN, ACC),
          new Ending("ому", "ый", DAT),
          new Ending("ичем", "ич", INS),
          new Ending("овым", "ов", INS),
          new Ending("евым", "ев", INS),
          new Ending("ёвым", "ёв", INS),
          new Ending("вца", "вец", GEN, ACC),
          new Ending("вцу", "вец", DAT),
          new Ending("вцем", "вец", INS),
          new Ending("вцом", "вец", INS),
          new Ending("льца", "лец", GEN, ACC),
          new Ending("льцу", "лец", DAT),
          new Ending("льцем", "лец", INS),
          new Ending("нца", "нец", GEN, ACC),
          new Ending("нцу", "нец", DAT),
          new Ending("нцем", "нец", INS),
          new Ending("нцом", "нец", INS),
          new Ending("иным", "ин", INS),
          new Ending("ыным", "ын", INS),
          new Ending("ия", "ий", GEN, ACC),
          new Ending("ию", "ий", DAT),
          new Ending("ием", "ий", INS),
          new Ending("ии", "ий", LOC),
          new Ending("ея", "ей", GEN, ACC),
          new Ending("ею", "ей", DAT),
          new Ending("еем", "ей", INS),
          new Ending("ее", "ей", LOC),
          new Ending("ая", "ай", GEN, ACC),
          new Ending("аю", "ай", DAT),
          new Ending("аем", "ай", INS),
          new Ending("ае", "ай", LOC),
          new Ending("ым", "ый", INS),
          new Ending("ем", "ь", INS),
          new Ending("ом", "", INS),
          new Ending("а", "", GEN, ACC),
          new Ending("я", "ь", GEN, ACC),
          new Ending("у", "", DAT),
          new Ending("ю", "ь", DAT),
          new Ending("ской", "ская", GEN, DAT, INS, LOC),
          new Ending("скую", "ская", ACC),
          new Ending("цкой", "цкая", GEN, DAT, INS, LOC),
          new Ending("цкую", "цкая", ACC),
          new Ending("овой", "ова", GEN, DAT, INS, LOC),
          new Ending("евой", "ева", GEN, DAT, INS, LOC),
          new Ending("ёвой", "ёва", GEN, DAT, INS, LOC),
          new Ending("иной", "ина", GEN, DAT, INS, LOC),
          new Ending("ову", "ова", ACC),
          new Ending("еву", "ева", ACC),
          new Ending("ёву", "ёва", ACC),
          new Ending("ину", "ина", ACC),
          new Ending("ией", "ия", INS),
          new Ending("ию", "ия", ACC),
          new Ending("ии", "ия", GEN, DAT, LOC),
          new Ending("ой", "а", INS),
          new Ending("ей", "я", INS),
          new Ending("ы", "а", GEN),
          new Ending("и", "а", GEN),
          new Ending("у", "а", ACC),
          new Ending("ю", "я", ACC));

  /** Endings that no name has in the nominative. */
  private static final List<String> TELLING =
      List.of("ом", "ым", "ским", "цким", "ого", "ому", "ичем");

  /** Endings of surnames in Latin letters; what ends so is rather a person than a firm. */
  private static final List<String> SURNAMES =
      List.of(
          "ov", "ev", "ova", "eva", "ow", "ew", "owa", "ewa", "in", "ina", "sky", "ski", "zki",
          "skiy", "skaya", "skaja", "ko", "ich", "itsch", "uk", "juk", "yuk", "uly", "kyzy", "bek",
          "bay", "bai", "han", "khan", "man", "sen", "son", "yan", "jan");

  private PersonNames() {}

  static boolean isSurname(String text) {
    return Few.of(SURNAMES).anyMatch(text::endsWith);
  }

  /** Whether a German word that no dictionary has ends in a noun that one has. */
  static boolean isCompound(String text) {
    Morphology morphology = Morphology.of(Language.DE);
    for (int cut = 3; cut <= text.length() - 4; cut++) {
      String part = Character.toUpperCase(text.charAt(cut)) + text.substring(cut + 1);
      if (morphology.word(part).is(Feature.NOUN) && !morphology.word(part).is(Feature.PROPER)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The name that the tokens {@code [from, to)} give.
   *
   * @param title the title before the name, if there is one
   */
  static String nominative(Mentions m, int from, int to, Optional<Mention> title) {
    if (m.sentence().language() != Language.RU) {
      return m.text(from, to);
    }
    Optional<Feature> oblique = oblique(m, from, to, title);
    if (oblique.isEmpty()) {
      return m.text(from, to);
    }
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String part =
          m.token(i).isWord() ? part(m, i, oblique.get(), i == to - 1) : m.token(i).text();
      boolean glued = !parts.isEmpty() && !m.token(i).spaceBefore();
      if (glued) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + part);
      } else {
        parts.add(part);
      }
    }
    return String.join(" ", parts);
  }

  /** The oblique case of the name; empty where it can stand in the nominative. */
  private static Optional<Feature> oblique(Mentions m, int from, int to, Optional<Mention> title) {
    Set<Feature> possible = EnumSet.copyOf(OBLIQUE);
    possible.add(Feature.NOMINATIVE);
    title.flatMap(t -> head(m, t)).ifPresent(possible::retainAll);
    for (int i = from; i < to; i++) {
      Set<Feature> own = cases(m, i, i == to - 1);
      Set<Feature> common = EnumSet.copyOf(possible);
      common.retainAll(own);
      boolean known = m.word(i).is(Feature.PROPER);
      if (!common.isEmpty()) {
        possible = common;
      } else if (known && !own.isEmpty()) {
        possible = own;
      }
    }
    if (possible.contains(Feature.NOMINATIVE)) {
      return Optional.empty();
    }
    return Few.of(OBLIQUE).filter(possible::contains).findFirst();
  }

  /**
   * The cases of the noun that a title is about: the first one in it, always a singular. Of two
   * nouns with a hyphen only the second declines: премьер-министром.
   */
  private static Optional<Set<Feature>> head(Mentions m, Mention title) {
    for (int i = title.from(); i < title.to(); i++) {
      Word word = m.word(i);
      if (i + 1 < title.to() && m.token(i + 1).is("-") && !m.token(i + 1).spaceBefore()) {
        continue;
      }
      if (word.is(Feature.UNKNOWN)) {
        return unknown(m.token(i).folded());
      }
      if (word.is(Feature.NOUN) && !word.is(Feature.UNKNOWN)) {
        Set<Feature> cases = ofWord(word);
        if (!word.hasLemma(m.token(i).folded())) {
          cases.remove(Feature.NOMINATIVE);
        }
        return cases.isEmpty() ? Optional.empty() : Optional.of(cases);
      }
    }
    return Optional.empty();
  }

  /** The case of a title that no dictionary has, such as аким. */
  private static Optional<Set<Feature>> unknown(String title) {
    if (title.endsWith("а")) {
      return Optional.of(EnumSet.of(GEN, ACC));
    }
    if (title.endsWith("у")) {
      return Optional.of(EnumSet.of(DAT));
    }
    return title.endsWith("ом") ? Optional.of(EnumSet.of(INS)) : Optional.empty();
  }

  private static Set<Feature> ofWord(Word word) {
    Set<Feature> cases = EnumSet.noneOf(Feature.class);
    for (Feature each : OBLIQUE) {
      if (word.is(each)) {
        cases.add(each);
      }
    }
    if (word.is(Feature.NOMINATIVE)) {
      cases.add(Feature.NOMINATIVE);
    }
    return cases;
  }

  /** The cases that a part of a name can stand in. */
  private static Set<Feature> cases(Mentions m, int i, boolean surname) {
    Set<Feature> cases = EnumSet.noneOf(Feature.class);
    Word word = m.word(i);
    if (!m.token(i).isWord()) {
      return cases;
    }
    if (!word.is(Feature.UNKNOWN) && !ofWord(word).isEmpty()) {
      return ofWord(word);
    }
    String text = m.token(i).text();
    for (Feature each : OBLIQUE) {
      if (ending(text, each).isPresent()) {
        cases.add(each);
      }
    }
    boolean telling = Few.of(TELLING).anyMatch(text::endsWith) && (surname || !text.endsWith("ым"));
    boolean given = !surname && (text.endsWith("у") || text.endsWith("ю"));
    if (!telling && !given) {
      cases.add(Feature.NOMINATIVE);
    }
    return cases;
  }

  private static Optional<Ending> ending(String text, Feature oblique) {
    return Few.of(ENDINGS).filter(e -> e.fits(text, oblique)).findFirst();
  }

  /** A part of a name in the nominative; a given name in ым, such as Касым, stands in it. */
  private static String part(Mentions m, int i, Feature oblique, boolean surname) {
    String text = m.token(i).text();
    Word word = m.word(i);
    String built =
        ending(text, oblique)
            .filter(e -> surname || !text.endsWith("ым"))
            .map(e -> text.substring(0, text.length() - e.oblique().length()) + nominative(e, text))
            .orElse(text);
    boolean given = word.is(Feature.PROPER) && !word.is(Feature.UNKNOWN);
    return !given || word.hasLemma(built.toLowerCase(Locale.ROOT)) ? built : capitalised(word);
  }

  /** The likeliest lemma as a name begins. */
  static String capitalised(Word word) {
    String lemma = word.lemma();
    return Character.toUpperCase(lemma.charAt(0)) + lemma.substring(1);
  }

  /** After a hissing consonant an ending in е stands for one in о: Жуковичем. */
  private static String nominative(Ending ending, String text) {
    String stem = text.substring(0, text.length() - ending.oblique().length());
    boolean hissing = !stem.isEmpty() && "жшчщц".indexOf(stem.charAt(stem.length() - 1)) >= 0;
    return switch (hissing ? ending.oblique() : "") {
      case "ем" -> "";
      case "ей" -> "а";
      default -> ending.nominative();
    };
  }
}
