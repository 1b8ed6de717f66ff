package org.w3id.bykz.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.w3id.bykz.text.Language;

/**
 * Form to lemma, part of speech, case and number, from the Morfologik dictionaries of the
 * LanguageTool project; a form that the dictionary lacks keeps a stem, so that labels of our own
 * still match in every case. Thread-safe; results are cached up to a fixed number of forms.
 */
public final class Morphology {

  private static final int CACHE_LIMIT = 200_000;

  /** Before -ier stand at least so many letters of a verb: not in Bier and Tieren. */
  private static final int SHORTEST_IEREN = 3;

  /** How forms of verbs in -ieren end behind -ier. */
  private static final Set<String> IEREN = Set.of("en", "t", "te", "ten");

  /** No word of so many letters is taken for the adjective of a town, as Kobryner is. */
  private static final int LONGEST_ROOT = 6;

  private static final Map<Language, String> DICTIONARIES =
      Map.of(
          Language.EN, "/org/languagetool/resource/en/english.dict",
          Language.DE, "/org/languagetool/resource/de/german.dict",
          Language.RU, "/org/languagetool/resource/ru/russian.dict");
  private static final Map<Language, Morphology> INSTANCES = new EnumMap<>(Language.class);

  private final Language language;
  private final ThreadLocal<DictionaryLookup> lookup;
  private final Map<String, Word> cache = new ConcurrentHashMap<>();

  private Morphology(Language language, URL dictionary) {
    this.language = language;
    try {
      Dictionary words = Dictionary.read(dictionary);
      this.lookup = ThreadLocal.withInitial(() -> new DictionaryLookup(words));
    } catch (IOException e) {
      throw new UncheckedIOException("The dictionary " + dictionary + " cannot be read", e);
    }
  }

  /** The morphology of English, German or Russian; its dictionary is read at the first call. */
  public static synchronized Morphology of(Language language) {
    return INSTANCES.computeIfAbsent(
        language,
        l -> {
          String path = DICTIONARIES.get(l);
          if (path == null) {
            throw new IllegalArgumentException("There is no morphology for " + l.tag());
          }
          return new Morphology(l, Morphology.class.getResource(path));
        });
  }

  /** What {@code form} can be, as it stands in the text. */
  public Word word(String form) {
    Word known = cache.get(form);
    if (known != null) {
      return known;
    }
    Word word = analyse(form);
    if (cache.size() < CACHE_LIMIT) {
      cache.put(form, word);
    }
    return word;
  }

  private Word analyse(String form) {
    Set<String> keys = new LinkedHashSet<>();
    EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
    String plain = form.replace('\u0451', '\u0435').replace('\u0401', '\u0415');
    look(plain, keys, features);
    String lower = plain.toLowerCase(Locale.ROOT);
    if (!lower.equals(plain)) {
      look(lower, keys, features);
    } else if (language == Language.DE && keys.isEmpty() && !lower.isEmpty()) {
      look(Character.toUpperCase(lower.charAt(0)) + lower.substring(1), keys, features);
    }
    if (language == Language.DE) {
      addVerbOfParticiple(keys, features);
      addVerbInIeren(lower, keys, features);
    }
    if (keys.isEmpty()) {
      features.add(Feature.UNKNOWN);
      keys.addAll(Stem.guesses(lower, language));
    }
    boolean name =
        !plain.isEmpty()
            && Character.isUpperCase(plain.codePointAt(0))
            && (language != Language.DE
                || features.contains(Feature.PROPER)
                || !features.contains(Feature.NOUN));
    if (features.contains(Feature.UNKNOWN) || name) {
      keys.add(Stem.of(lower, language));
      if (language == Language.DE && lower.endsWith("er") && lower.length() > LONGEST_ROOT) {
        keys.add(Stem.of(lower.substring(0, lower.length() - 2), language));
      }
    }
    return new Word(new ArrayList<>(keys), features);
  }

  /** The dictionary has past participles as adjectives, without their verb: gelieferten. */
  private void addVerbOfParticiple(Set<String> keys, Set<Feature> features) {
    if (features.contains(Feature.PARTICIPLE) && keys.stream().noneMatch(Word::isVerbKey)) {
      for (String participle : List.copyOf(keys)) {
        for (WordData data : lookup.get().lookup(participle)) {
          String tag = data.getTag() == null ? "" : data.getTag().toString();
          if (Tags.isVerb(tag) && !participle.endsWith("end")) {
            keys.add(Word.verbKey(fold(data.getStem().toString())));
          }
        }
      }
    }
  }

  /** The dictionary lacks many verbs in -ieren: paraphieren, paraphiert, paraphierten. */
  private static void addVerbInIeren(String form, Set<String> keys, Set<Feature> features) {
    int stem = form.lastIndexOf("ier");
    String ending = stem < SHORTEST_IEREN ? "" : form.substring(stem + "ier".length());
    if (IEREN.contains(ending) && keys.stream().noneMatch(Word::isVerbKey)) {
      keys.add(Word.verbKey(form.substring(0, stem) + "ieren"));
      features.add(Feature.VERB);
      if (ending.equals("te") || ending.equals("ten")) {
        features.add(Feature.FINITE);
        features.add(Feature.PAST);
      } else if (ending.equals("t")) {
        features.add(Feature.PARTICIPLE);
      }
    }
  }

  private void look(String form, Set<String> keys, EnumSet<Feature> features) {
    for (WordData data : lookup.get().lookup(form)) {
      String tag = data.getTag() == null ? "" : data.getTag().toString();
      String lemma = fold(data.getStem().toString());
      keys.add(Tags.isVerb(tag) ? Word.verbKey(lemma) : lemma);
      Tags.read(tag, language, features);
    }
  }

  static String fold(String lemma) {
    return lemma.toLowerCase(Locale.ROOT).replace('\u0451', '\u0435');
  }
}
