package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells the language of a text from its small words, its endings and its letters, which {@code
 * ontology/text/} lists. A few foreign names, quotations or paragraphs do not change the answer; a
 * text with too little to go by, such as a bare name, has none. Immutable and thread-safe.
 */
public final class LanguageDetector {

  private static final String OTHERS = "others.txt";

  /** Enough of a long text to be sure. */
  private static final int MOST_WORDS = 500;

  private static final int MOST_CHARACTERS = 6000;

  private static final double[] OPENER = {0, 0.4, 0.8, 1.2};
  private static final double COMMON_WORD = 1.2;
  private static final double ENDING_LETTER = 0.25;
  private static final double FITTING_WORD = 0.15;
  private static final double FOREIGN_WORD = 1.0;

  /** A name may keep letters of its own language, a quotation those of its script. */
  private static final double FOREIGN_NAME = 0.3;

  /** What a word without any of a language's own letters says against it. */
  private static final double PLAIN_WORD = 0.2;

  private static final int SHORTEST_PLAIN_WORD = 4;

  /** Our texts are expected to be in a language we read. */
  private static final double EXPECTED = 0.3;

  private static final double LEAST_SCORE = 0.8;
  private static final double LEAST_SHARE = 0.25;
  private static final double LEAST_LEAD = 0.25;

  /** At least one word of so many is in the script of the text's language. */
  private static final int LARGEST_FOREIGN_SHARE = 3;

  private static final int FEWEST_TOKENS = 5;
  private static final int LONGEST_ENDING = 4;

  private final List<String> tags = new ArrayList<>();

  /** Which languages have a word or letter: bit {@code i} stands for {@code tags.get(i)}. */
  private final Map<String, Integer> openers = new HashMap<>();

  private final Map<String, Integer> commonWords = new HashMap<>();
  private final int[] alphabets = new int[0x600];
  private final int[] ownLetters = new int[0x600];
  private int languagesWithOwnLetters;

  /** The languages in Cyrillic letters; the others are in Latin letters. */
  private int cyrillic;

  private final long[] endings;
  private final int[] endingLanguages;

  public LanguageDetector() {
    Map<Long, Integer> endings = new TreeMap<>();
    for (Language language : Language.values()) {
      learn(language.tag(), "", Sections.read(language.tag() + ".txt"), endings);
    }
    Sections others = Sections.read(OTHERS);
    others.entries().keySet().stream()
        .map(section -> section.split(" ", 2)[0])
        .distinct()
        .forEach(tag -> learn(tag, tag + " ", others, endings));
    this.endings = endings.keySet().stream().mapToLong(Long::longValue).toArray();
    this.endingLanguages = endings.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private void learn(String tag, String prefix, Sections file, Map<Long, Integer> endings) {
    int bit = 1 << tags.size();
    tags.add(tag);
    file.folded(prefix + "openers").forEach(word -> openers.merge(word, bit, (a, b) -> a | b));
    file.folded(prefix + "common words")
        .forEach(word -> commonWords.merge(word, bit, (a, b) -> a | b));
    for (String ending : file.folded(prefix + "endings")) {
      endings.merge(packed(ending, ending.length()), bit, (a, b) -> a | b);
    }
    String own = String.join("", file.list(prefix + "own letters"));
    own.chars().filter(Character::isLetter).forEach(letter -> ownLetters[letter] |= bit);
    languagesWithOwnLetters |= own.isEmpty() ? 0 : bit;
    String letters = String.join("", file.list(prefix + "letters"));
    letters.chars().filter(Character::isLetter).forEach(letter -> alphabets[letter] |= bit);
    if (letters.codePoints().anyMatch(LanguageDetector::isCyrillic)) {
      cyrillic |= bit;
    } else {
      for (char letter = 'a'; letter <= 'z'; letter++) {
        alphabets[letter] |= bit;
      }
    }
  }

  private static boolean isCyrillic(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.CYRILLIC;
  }

  /** The language of {@code text}, if it is one of ours and clear enough. */
  public Optional<Language> detect(String text) {
    return tag(text).flatMap(Language::ofTag);
  }

  /** The BCP 47 tag of the language of {@code text}, ours or not, if it is clear enough. */
  public Optional<String> tag(String text) {
    int end = Math.min(text.length(), MOST_CHARACTERS);
    List<Token> tokens = Tokenizer.tokenize(text.substring(0, end));
    return tag(tokens, 0, tokens.size());
  }

  private Optional<String> tag(List<Token> tokens, int from, int to) {
    double[] scores = new double[tags.size()];
    Arrays.fill(scores, 0, Language.values().length, EXPECTED);
    int[] words = new int[tags.size()];
    int all = 0;
    for (int i = from; i < to && all < MOST_WORDS; i++) {
      if (tokens.get(i).isWord()) {
        all++;
        score(tokens.get(i), scores, words);
      }
    }
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      second = i != best && scores[i] > second ? scores[i] : second;
    }
    boolean clear =
        scores[best] >= Math.max(LEAST_SCORE, LEAST_SHARE * words[best])
            && scores[best] - second >= LEAST_LEAD
            && words[best] * LARGEST_FOREIGN_SHARE >= all;
    return clear ? Optional.of(tags.get(best)) : Optional.empty();
  }

  /**
   * The language of tokens {@code from} to {@code to} of a text that is in {@code usual} for the
   * most part: another one only where these tokens leave no doubt.
   */
  Language language(List<Token> tokens, int from, int to, Language usual) {
    if (to - from < FEWEST_TOKENS) {
      return usual;
    }
    return tag(tokens, from, to).flatMap(Language::ofTag).orElse(usual);
  }

  /** Adds what {@code word} says to the scores, and counts it for the languages of its script. */
  private void score(Token word, double[] scores, int[] words) {
    String folded = word.folded();
    int alphabet = -1;
    int own = 0;
    for (int i = 0; i < folded.length(); i++) {
      alphabet &= alphabet(folded.charAt(i));
      own |= ownLetter(folded.charAt(i));
    }
    add(scores, alphabet, FITTING_WORD);
    int script = script(folded.charAt(0));
    add(scores, script & ~alphabet, word.isCapitalised() ? -FOREIGN_NAME : -FOREIGN_WORD);
    add(scores, ~script, -FOREIGN_NAME);
    for (int i = 0; i < words.length; i++) {
      words[i] += script >> i & 1;
    }
    if (folded.length() >= SHORTEST_PLAIN_WORD) {
      add(scores, languagesWithOwnLetters & ~own, -PLAIN_WORD);
    }
    int opening = openers.getOrDefault(folded, 0);
    int common = commonWords.getOrDefault(folded, 0);
    add(scores, opening, OPENER[Math.min(folded.length(), OPENER.length - 1)]);
    add(scores, common & ~opening, COMMON_WORD);
    for (int length = Math.min(LONGEST_ENDING, folded.length() - 2); length > 0; length--) {
      int index = Arrays.binarySearch(endings, packed(folded, length));
      if (index >= 0) {
        add(scores, endingLanguages[index] & alphabet & ~opening & ~common, ENDING_LETTER * length);
        return;
      }
    }
  }

  /** The languages of the script that {@code letter} belongs to; none if they are not listed. */
  private int script(char letter) {
    if (letter < 0x250) {
      return ~cyrillic;
    }
    return letter >= 0x400 && letter < 0x530 ? cyrillic : 0;
  }

  private int alphabet(char letter) {
    if (letter == '\'' || letter >= '0' && letter <= '9') {
      return -1;
    }
    return letter < alphabets.length ? alphabets[letter] : 0;
  }

  private int ownLetter(char letter) {
    return letter < ownLetters.length ? ownLetters[letter] : 0;
  }

  private static void add(double[] scores, int languages, double score) {
    for (int i = 0; i < scores.length; i++) {
      if ((languages >> i & 1) != 0) {
        scores[i] += score;
      }
    }
  }

  /** The last {@code length} letters of {@code word}, 16 bits each. */
  private static long packed(String word, int length) {
    long packed = 0;
    for (int i = word.length() - length; i < word.length(); i++) {
      packed = packed << 16 | word.charAt(i);
    }
    return packed;
  }
}
