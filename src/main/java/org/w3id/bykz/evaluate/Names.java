package org.w3id.bykz.evaluate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Label;
import org.w3id.bykz.text.Language;

/**
 * Tells whether two names mean the same: folded, without quotation marks, hyphens and legal form;
 * an organisation or town by any name that the vocabularies give it, a region by a former code; or
 * one contained in the other.
 */
public final class Names {

  /** Shorter names are inside too many others. */
  private static final int CONTAINED_FROM = 5;

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern QUOTES = Pattern.compile("[\"'«»“”„‘’`.,()]");
  private static final Pattern GAPS =
      Pattern.compile("[\\s\\-–—_]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LEGAL_FORMS =
      Pattern.compile(
          "\\b(ojsc|jsc|llc|llp|ltd|cjsc|pjsc|ag|gmbh|oao|ooo|zao|ао|оао|ооо|зао|тоо|рупп?"
              + "|company|companies|group|holding)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, String> known = new HashMap<>();

  private Names() {}

  /** With the names that vocabularies know. */
  public static Names of(List<Concept> concepts) {
    Names names = new Names();
    concepts.stream().filter(c -> c.kind().equals("organisation")).forEach(names::organisation);
    concepts.stream().filter(c -> c.kind().equals("place")).forEach(names::place);
    concepts.stream().filter(c -> c.kind().equals("region")).forEach(names::region);
    return names;
  }

  private void organisation(Concept concept) {
    known.put(fold(concept.key()), concept.key());
    concept.labels().stream()
        .filter(Names::isName)
        .forEach(label -> known.putIfAbsent(fold(label.text()), concept.key()));
  }

  private void place(Concept concept) {
    String name = fold(concept.preferredLabel(Language.EN).orElse(concept.key()));
    concept.labels().stream()
        .filter(Names::isName)
        .forEach(label -> known.putIfAbsent(fold(label.text()), name));
  }

  /** A city that is a region of its own may be told by its English name. */
  private void region(Concept concept) {
    String code = fold(concept.key());
    concept.values("iso3166-2-former").forEach(former -> known.put(fold(former), code));
    boolean city = concept.preferredLabel(Language.EN).filter(l -> !l.contains(" ")).isPresent();
    concept.labels().stream()
        .filter(label -> city && label.language() == Language.EN && isName(label))
        .filter(label -> !label.text().contains(" "))
        .forEach(label -> known.put(fold(label.text()), code));
  }

  private static boolean isName(Label label) {
    return label.form() != Label.Form.ADJECTIVE && label.form() != Label.Form.AMBIGUOUS;
  }

  boolean same(String one, String other) {
    String a = canonical(one);
    String b = canonical(other);
    if (a.equals(b)) {
      return true;
    }
    String part = a.length() <= b.length() ? a : b;
    String whole = a.length() <= b.length() ? b : a;
    return part.length() >= CONTAINED_FROM && (" " + whole + " ").contains(" " + part + " ");
  }

  private String canonical(String name) {
    String folded = fold(name);
    return known.getOrDefault(folded, folded);
  }

  /** Upper case first, so that ß is ss. */
  static String fold(String name) {
    String text =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    text = MARKS.matcher(text).replaceAll("");
    text = QUOTES.matcher(text).replaceAll(" ");
    text = LEGAL_FORMS.matcher(text).replaceAll(" ");
    return GAPS.matcher(text).replaceAll(" ").strip();
  }
}
