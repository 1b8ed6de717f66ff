package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the language of a text from its small words, its endings and its letters, which {@code
 * ontology/text/} lists. A few foreign names, quotations or paragraphs do not change the answer; a
 * text with too little to go by, such as a bare name, has none. Thread-safe.
 */
public final class LanguageDetector {

  private static final String OTHERS = "others.txt";

  /** Enough of a long text to be sure. */
  private static final int MOST_WORDS = 200;

  private static final int MOST_CHARACTERS = 2000;

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

  /** So many openers of one language among so many tokens leave no need to look further. */
  private static final int PLAIN_OPENERS = 3;

  private static final int PLAIN_TOKENS = 30;
  private static final int LONGEST_ENDING = 4;

  private static final int MOST_KNOWN = 20_000;

  private static final long ANY_ALPHABET = 0xFFFF_FFFFL;

  private final List<String> tags = new ArrayList<>();

  /** Which languages have a small word: openers in the lower half, other words in the upper. */
  private final Map<String, Long> smallWords = new HashMap<>();

  /**
   * Which languages have a letter, in the lower half, and which have it of their own, in the upper:
   * bit {@code i} stands for {@code tags.get(i)}.
   */
  private final long[] letters = new long[0x600];

  private int languagesWithOwnLetters;

  /** The languages in Cyrillic letters; the others are in Latin letters. */
  private int cyrillic;

  /** Words seen before. */
  private final Map<String, Hints> known = new ConcurrentHashMap<>();

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
    if (tags.size() == Integer.SIZE - 1) {
      throw new IllegalStateException(
          "No more than " + tags.size() + " languages can be told apart");
    }
    int bit = 1 << tags.size();
    tags.add(tag);
    file.folded(prefix + "openers")
        .forEach(word -> smallWords.merge(word, (long) bit, (a, b) -> a | b));
    file.folded(prefix + "common words")
        .forEach(word -> smallWords.merge(word, (long) bit << Integer.SIZE, (a, b) -> a | b));
    for (String ending : file.folded(prefix + "endings")) {
      endings.merge(packed(ending, ending.length()), bit, (a, b) -> a | b);
    }
    String own = String.join("", file.list(prefix + "own letters"));
    own.chars()
        .filter(Character::isLetter)
        .forEach(letter -> letters[letter] |= (long) bit << Integer.SIZE);
    languagesWithOwnLetters |= own.isEmpty() ? 0 : bit;
    String alphabet = String.join("", file.list(prefix + "letters"));
    alphabet.chars().filter(Character::isLetter).forEach(letter -> letters[letter] |= bit);
    if (alphabet.codePoints().anyMatch(LanguageDetector::isCyrillic)) {
      cyrillic |= bit;
    } else {
      for (char letter = 'a'; letter <= 'z'; letter++) {
        letters[letter] |= bit;
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
    return tag(Tokenizer.tokenize(text));
  }

  /** The same of a text whose tokens are given. */
  public Optional<String> tag(List<Token> tokens) {
    int to = 0;
    while (to < tokens.size() && tokens.get(to).end() <= MOST_CHARACTERS) {
      to++;
    }
    return tag(tokens, 0, to);
  }

  private Optional<String> tag(List<Token> tokens, int from, int to) {
    Votes votes = new Votes(tags.size());
    votes.add((1 << Language.values().length) - 1, EXPECTED);
    int all = 0;
    int cyrillicWords = 0;
    int latinWords = 0;
    for (int i = from; i < to && all < MOST_WORDS; i++) {
      if (tokens.get(i).isWord()) {
        int script = script(tokens.get(i).folded().charAt(0));
        all++;
        cyrillicWords += script == cyrillic ? 1 : 0;
        latinWords += script == ~cyrillic ? 1 : 0;
        score(tokens.get(i), script, votes);
      }
    }
    double[] scores = votes.scores();
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      second = i != best && scores[i] > second ? scores[i] : second;
    }
    int words = (cyrillic >> best & 1) != 0 ? cyrillicWords : latinWords;
    boolean clear =
        scores[best] >= Math.max(LEAST_SCORE, LEAST_SHARE * words)
            && scores[best] - second >= LEAST_LEAD
            && words * LARGEST_FOREIGN_SHARE >= all;
    return clear ? Optional.of(tags.get(best)) : Optional.empty();
  }

  /**
   * The language of tokens {@code from} to {@code to} of a text that is in {@code usual} for the
   * most part: another one only where these tokens leave no doubt.
   */
  Language language(List<Token> tokens, int from, int to, Language usual) {
    if (to - from < FEWEST_TOKENS || isPlainly(usual, tokens, from, to)) {
      return usual;
    }
    return tag(tokens, from, to).flatMap(Language::ofTag).orElse(usual);
  }

  /** Whether the first words show some that only {@code language}, of those we read, has. */
  private boolean isPlainly(Language language, List<Token> tokens, int from, int to) {
    int ours = (1 << Language.values().length) - 1;
    int bit = 1 << tags.indexOf(language.tag());
    int found = 0;
    for (int i = from; i < Math.min(to, from + PLAIN_TOKENS) && found < PLAIN_OPENERS; i++) {
      Token token = tokens.get(i);
      int openers = token.isWord() ? smallWords.getOrDefault(token.folded(), 0L).intValue() : 0;
      found += (openers & ours) == bit ? 1 : 0;
    }
    return found == PLAIN_OPENERS;
  }

  /**
   * What a word says of the language it is in.
   *
   * @param alphabet the languages that have all its letters
   * @param own those of which a letter is their own
   * @param opening those that it opens phrases in
   * @param common those that have it as another small word
   * @param ending those that have words with its ending
   * @param endingScore what that says
   */
  private record Hints(
      int alphabet, int own, int opening, int common, int ending, double endingScore) {}

  private void score(Token word, int script, Votes votes) {
    String folded = word.folded();
    Hints hints = known.get(folded);
    if (hints == null) {
      hints = hints(folded);
      if (known.size() < MOST_KNOWN) {
        known.put(folded, hints);
      }
    }
    votes.add(hints.alphabet, FITTING_WORD);
    votes.add(script & ~hints.alphabet, word.isCapitalised() ? -FOREIGN_NAME : -FOREIGN_WORD);
    votes.add(~script, -FOREIGN_NAME);
    if (folded.length() >= SHORTEST_PLAIN_WORD) {
      votes.add(languagesWithOwnLetters & ~hints.own, -PLAIN_WORD);
    }
    votes.add(hints.opening, OPENER[Math.min(folded.length(), OPENER.length - 1)]);
    votes.add(hints.common, COMMON_WORD);
    votes.add(hints.ending, hints.endingScore);
  }

  private Hints hints(String folded) {
    int alphabet = -1;
    int own = 0;
    for (int i = 0; i < folded.length(); i++) {
      long languages = languages(folded.charAt(i));
      alphabet &= (int) languages;
      own |= (int) (languages >>> Integer.SIZE);
    }
    long small = smallWords.getOrDefault(folded, 0L);
    int opening = (int) small;
    int common = (int) (small >>> Integer.SIZE) & ~opening;
    for (int length = Math.min(LONGEST_ENDING, folded.length() - 2); length > 0; length--) {
      int index = Arrays.binarySearch(endings, packed(folded, length));
      if (index >= 0) {
        int others = alphabet & ~opening & ~common;
        return new Hints(
            alphabet,
            own,
            opening,
            common,
            endingLanguages[index] & others,
            ENDING_LETTER * length);
      }
    }
    return new Hints(alphabet, own, opening, common, 0, 0);
  }

  /** The languages of the script that {@code letter} belongs to; none if they are not listed. */
  private int script(char letter) {
    if (letter < 0x250) {
      return ~cyrillic;
    }
    return letter >= 0x400 && letter < 0x530 ? cyrillic : 0;
  }

  private long languages(char letter) {
    if (letter == '\'' || letter >= '0' && letter <= '9') {
      return ANY_ALPHABET;
    }
    return letter < letters.length ? letters[letter] : 0;
  }

  /** The last {@code length} letters of {@code word}, 16 bits each. */
  private static long packed(String word, int length) {
    long packed = 0;
    for (int i = word.length() - length; i < word.length(); i++) {
      packed = packed << 16 | word.charAt(i);
    }
    return packed;
  }

  /**
   * Scores of languages. They are added up for each set of languages first, of which a text has
   * few, so that a word costs a few additions and not one for each language.
   */
  private static final class Votes {

    private static final int SLOTS = 256;
    private static final int MOST_SETS = SLOTS * 3 / 4;

    private final int[] sets = new int[SLOTS];
    private final double[] sums = new double[SLOTS];
    private final double[] scores;
    private int used;

    Votes(int languages) {
      this.scores = new double[languages];
    }

    void add(int languages, double score) {
      if (languages == 0) {
        return;
      }
      int slot = (languages * 0x9E3779B9) >>> 24;
      while (sets[slot] != languages && sets[slot] != 0) {
        slot = (slot + 1) % SLOTS;
      }
      if (sets[slot] == 0) {
        sets[slot] = languages;
        used++;
      }
      sums[slot] += score;
      if (used == MOST_SETS) {
        scores();
      }
    }

    double[] scores() {
      for (int slot = 0; slot < SLOTS; slot++) {
        for (int i = 0; sets[slot] != 0 && i < scores.length; i++) {
          scores[i] += (sets[slot] >> i & 1) == 0 ? 0 : sums[slot];
        }
      }
      Arrays.fill(sets, 0);
      Arrays.fill(sums, 0);
      used = 0;
      return scores;
    }
  }
}
