package org.w3id.bykz.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Cuts a text into tokens in one pass from left to right, with offsets that lead back to it.
 *
 * <ul>
 *   <li>Every code point that is neither white space nor a control or format character is in
 *       exactly one token. No-break and zero width spaces are white space; a soft hyphen or joiner
 *       inside a word stays in its text and is left out of its folded form.
 *   <li>A word is a run of letters with their marks. It ends at hyphens and apostrophes, except at
 *       an apostrophe between two Cyrillic letters (Belarusian {@code сям'я}). {@code 's} is a word
 *       of its own.
 *   <li>One or two letters take the digits that follow directly ({@code A319}, {@code H1}, {@code
 *       м2}, {@code B2B}), longer words do not ({@code USD100} is {@code USD}, {@code 100}), and no
 *       word takes digits with a separator. Superscripts belong to their word ({@code м³}).
 *   <li>A number is a run of digits, with a point or comma where digits follow directly: {@code
 *       22.4}, {@code 117,500}, and also {@code 25.09.2022}. Letters after it are the next token
 *       ({@code 5th}, {@code 2024г}).
 *   <li>A URL or e-mail address is one {@link Token.Type#ADDRESS}, without closing punctuation.
 *   <li>Any other code point is a sign of its own, with its combining marks; two or more points are
 *       one token. {@code # & % @ §} and all that Unicode calls symbols are {@link
 *       Token.Type#SYMBOL}, the rest is {@link Token.Type#PUNCTUATION}.
 * </ul>
 *
 * Thread-safe.
 */
public final class Tokenizer {

  private static final byte SPACE = 0;
  private static final byte IGNORED = 1;
  private static final byte LETTER = 2;
  private static final byte MARK = 3;
  private static final byte DIGIT = 4;

  /** A digit above or below the line; belongs to the word before it. */
  private static final byte RAISED = 5;

  private static final byte OTHER_NUMBER = 6;
  private static final byte APOSTROPHE = 7;
  private static final byte PUNCTUATION = 8;
  private static final byte SYMBOL = 9;

  private static final String APOSTROPHES = "'’‘‛ʼ`´";
  private static final String SINGLE_QUOTES = APOSTROPHES + "‚‹›";
  private static final String DOUBLE_QUOTES = "\"“”„‟«»″";
  private static final String DASHES = "-‐‑‒–—―−";
  private static final String SYMBOLS = "%‰&#@§";

  /** What closes the sentence or quotation around a URL rather than belonging to it. */
  private static final String CLOSING = ".,;:!?'’*_]}";

  private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";

  /** Letters of the languages we read, punctuation and signs are below; the rest is looked up. */
  private static final int TABLE = 0x2300;

  private static final byte[] KINDS = new byte[TABLE];

  /** What a UTF-16 unit becomes in the folded form; 0 where it is left out. */
  private static final char[] FOLDS = new char[TABLE];

  /** Words of one or two letters may take digits. */
  private static final int LETTERS_BEFORE_DIGITS = 2;

  /**
   * Spellings seen lately, so that a word seen again costs no new strings; an entry lost to a race
   * or to another word is only made again.
   */
  private static final AtomicReferenceArray<Spelling> SEEN = new AtomicReferenceArray<>(1 << 16);

  private static final int LONGEST_SEEN = 24;

  static {
    for (int unit = 0; unit < TABLE; unit++) {
      KINDS[unit] = kindOf(unit);
      FOLDS[unit] = foldOf((char) unit, KINDS[unit]);
    }
    set(APOSTROPHES, APOSTROPHE);
    set(SYMBOLS, SYMBOL);
    set(RAISED_DIGITS, RAISED);
    set(DASHES, PUNCTUATION);
    set(DOUBLE_QUOTES, PUNCTUATION);
    SINGLE_QUOTES.chars().forEach(quote -> FOLDS[quote] = '\'');
    DOUBLE_QUOTES.chars().forEach(quote -> FOLDS[quote] = '"');
    DASHES.chars().forEach(dash -> FOLDS[dash] = '-');
    for (int i = 0; i < RAISED_DIGITS.length(); i++) {
      FOLDS[RAISED_DIGITS.charAt(i)] = (char) ('0' + i % 10);
    }
    FOLDS['ё'] = 'е';
    FOLDS['Ё'] = 'е';
  }

  private static void set(String units, byte kind) {
    units.chars().forEach(unit -> KINDS[unit] = kind);
  }

  private record Spelling(String text, String folded, boolean isCapitalised) {

    static Spelling of(String text) {
      return new Spelling(text, fold(text), Character.isUpperCase(text.codePointAt(0)));
    }
  }

  private final String text;
  private final int length;
  private final ArrayList<Token> tokens;
  private int at;
  private boolean space;

  /** Where the last address ended: none begins before. */
  private int afterAddress;

  private Tokenizer(String text) {
    this.text = text;
    this.length = text.length();
    this.tokens = new ArrayList<>(16 + length / 5);
  }

  /** The tokens of {@code text}, in order. */
  public static List<Token> tokenize(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.tokens;
  }

  /** {@code word} as {@link Token#folded} has it. */
  public static String fold(String word) {
    boolean same = true;
    boolean simple = true;
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      same &= foldOfUnit(unit) == unit;
      simple &= kindOfUnit(unit) != MARK && unit != '…' && !Character.isSurrogate(unit);
    }
    if (!simple) {
      return foldedWithMarks(word);
    }
    return same ? word : foldedUnits(word);
  }

  private void run() {
    while (at < length) {
      char unit = text.charAt(at);
      switch (kind(at)) {
        case SPACE -> {
          space = true;
          at++;
        }
        case IGNORED -> at += width(at);
        case LETTER -> word(unit);
        case DIGIT -> number();
        case RAISED, OTHER_NUMBER -> sign(Token.Type.NUMBER);
        case APOSTROPHE -> apostrophe();
        case PUNCTUATION -> sign(Token.Type.PUNCTUATION);
        default -> {
          if (unit != '@' || !email()) {
            sign(Token.Type.SYMBOL);
          }
        }
      }
    }
  }

  private void word(char first) {
    if (startsUrl(first)) {
      add(urlEnd(), Token.Type.ADDRESS);
      afterAddress = at;
      return;
    }
    add(wordEnd(), Token.Type.WORD);
  }

  private int wordEnd() {
    int end = at;
    int letters = 0;
    boolean digits = false;
    while (end < length) {
      int next = end + 1;
      switch (kindOfUnit(text.charAt(end))) {
        case LETTER -> letters++;
        case MARK, RAISED -> {}
        case DIGIT -> {
          if (!digits && (letters > LETTERS_BEFORE_DIGITS || separatorFollows(end))) {
            return end;
          }
          digits = true;
        }
        case APOSTROPHE -> {
          if (!isInsideCyrillic(end)) {
            return end;
          }
        }
        case IGNORED -> {
          next = afterIgnored(end);
          if (next == length || kind(next) != LETTER) {
            return end;
          }
        }
        default -> {
          if (!isWideWordPart(end)) {
            return end;
          }
          next++;
          letters++;
        }
      }
      end = next;
    }
    return end;
  }

  private boolean isInsideCyrillic(int index) {
    return index + 1 < length
        && isCyrillic(text.charAt(index - 1))
        && isCyrillic(text.charAt(index + 1));
  }

  private int afterIgnored(int index) {
    int next = index;
    while (next < length && kindOfUnit(text.charAt(next)) == IGNORED) {
      next++;
    }
    return next;
  }

  /** Whether a letter or mark beyond the Basic Multilingual Plane stands at {@code index}. */
  private boolean isWideWordPart(int index) {
    if (!Character.isHighSurrogate(text.charAt(index)) || width(index) == 1) {
      return false;
    }
    byte kind = kind(index);
    return kind == LETTER || kind == MARK;
  }

  /** Whether the digits from {@code from} on are a number with a separator, as in {@code 2.5}. */
  private boolean separatorFollows(int from) {
    int end = from;
    while (end < length && kindOfUnit(text.charAt(end)) == DIGIT) {
      end++;
    }
    return isSeparator(end);
  }

  private boolean isSeparator(int index) {
    return index + 1 < length
        && (text.charAt(index) == '.' || text.charAt(index) == ',')
        && kindOfUnit(text.charAt(index + 1)) == DIGIT;
  }

  private static boolean isCyrillic(char unit) {
    return unit >= 0x400 && unit < 0x530 && kindOfUnit(unit) == LETTER;
  }

  private void number() {
    // A digit beyond the Basic Multilingual Plane stands alone.
    int end = at + width(at);
    while (end < length && (kindOfUnit(text.charAt(end)) == DIGIT || isSeparator(end))) {
      end++;
    }
    add(afterMarks(end), Token.Type.NUMBER);
  }

  private void apostrophe() {
    boolean genitive =
        !space
            && !tokens.isEmpty()
            && tokens.get(tokens.size() - 1).end() == at
            && tokens.get(tokens.size() - 1).type() != Token.Type.PUNCTUATION
            && at + 1 < length
            && (text.charAt(at + 1) | 0x20) == 's'
            && (at + 2 == length || !isWordPart(at + 2));
    if (genitive) {
      add(at + 2, Token.Type.WORD);
    } else {
      sign(Token.Type.PUNCTUATION);
    }
  }

  private boolean isWordPart(int index) {
    byte kind = kind(index);
    return kind == LETTER || kind == MARK || kind == DIGIT;
  }

  private void sign(Token.Type type) {
    int end = at + width(at);
    if (text.charAt(at) == '.') {
      while (end < length && text.charAt(end) == '.') {
        end++;
      }
    }
    add(afterMarks(end), type);
  }

  private int afterMarks(int from) {
    int end = from;
    while (end < length && kind(end) == MARK) {
      end += width(end);
    }
    return end;
  }

  private boolean startsUrl(char first) {
    if (at + 1 == length) {
      return false;
    }
    return switch ((first | 0x20) << 8 | (text.charAt(at + 1) | 0x20)) {
      case 'h' << 8 | 't' -> startsWith("http://") || startsWith("https://");
      case 'f' << 8 | 't' -> startsWith("ftp://");
      case 'w' << 8 | 'w' -> startsWith("www.");
      default -> false;
    };
  }

  private boolean startsWith(String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private int urlEnd() {
    int end = at;
    boolean bracket = false;
    while (end < length && isUrlPart(end)) {
      bracket |= text.charAt(end) == '(';
      end++;
    }
    String closing = bracket ? CLOSING : CLOSING + ')';
    while (end > at + 1 && closing.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private boolean isUrlPart(int index) {
    char unit = text.charAt(index);
    byte kind = kindOfUnit(unit);
    return kind != SPACE
        && kind != IGNORED
        && "<>…".indexOf(unit) < 0
        && DOUBLE_QUOTES.indexOf(unit) < 0;
  }

  /** Takes the address around the {@code @} here, whose first part is already in tokens. */
  private boolean email() {
    int begin = at;
    while (begin > afterAddress && isMailPart(text.charAt(begin - 1))) {
      begin--;
    }
    int end = at + 1;
    int lastLetter = end;
    boolean dot = false;
    while (end < length && isMailPart(text.charAt(end))) {
      if (kindOfUnit(text.charAt(end)) == LETTER || kindOfUnit(text.charAt(end)) == DIGIT) {
        lastLetter = end + 1;
      }
      end++;
    }
    for (int i = at + 1; i < lastLetter; i++) {
      dot |= text.charAt(i) == '.';
    }
    while (begin < at
        && kindOfUnit(text.charAt(begin)) != LETTER
        && kindOfUnit(text.charAt(begin)) != DIGIT) {
      begin++;
    }
    if (begin == at || !dot || (!tokens.isEmpty() && splitsToken(begin))) {
      return false;
    }
    boolean spaceBefore = space;
    while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).begin() >= begin) {
      Token part = tokens.remove(tokens.size() - 1);
      spaceBefore = part.spaceBefore();
    }
    space = spaceBefore;
    at = begin;
    add(lastLetter, Token.Type.ADDRESS);
    afterAddress = at;
    return true;
  }

  private boolean splitsToken(int begin) {
    for (int i = tokens.size() - 1; i >= 0 && tokens.get(i).end() > begin; i--) {
      if (tokens.get(i).begin() < begin) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMailPart(char unit) {
    return unit < 0x80
        && (kindOfUnit(unit) == LETTER || kindOfUnit(unit) == DIGIT || ".-_+".indexOf(unit) >= 0);
  }

  private void add(int end, Token.Type type) {
    Spelling spelling = spelling(end);
    tokens.add(
        new Token(
            at, end, spelling.text(), spelling.folded(), type, spelling.isCapitalised(), space));
    at = end;
    space = false;
  }

  private Spelling spelling(int end) {
    if (end - at > LONGEST_SEEN) {
      return Spelling.of(text.substring(at, end));
    }
    int hash = 0;
    for (int i = at; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int slot = (hash ^ hash >>> 14) & (SEEN.length() - 1);
    Spelling seen = SEEN.getPlain(slot);
    if (seen != null && seen.text().length() == end - at && text.startsWith(seen.text(), at)) {
      return seen;
    }
    Spelling spelling = Spelling.of(text.substring(at, end));
    SEEN.setPlain(slot, spelling);
    return spelling;
  }

  private static String foldedUnits(String word) {
    char[] units = new char[word.length()];
    int count = 0;
    for (int i = 0; i < word.length(); i++) {
      char fold = foldOfUnit(word.charAt(i));
      if (fold != 0) {
        units[count++] = fold;
      }
    }
    return new String(units, 0, count);
  }

  /** Composed first, so that a letter and its marks count as the letter; stress marks go. */
  private static String foldedWithMarks(String word) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    StringBuilder folded = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); ) {
      int point = composed.codePointAt(i);
      boolean stress =
          (point == 0x301 || point == 0x300) && i > 0 && isCyrillic(composed.charAt(i - 1));
      if (point == '…') {
        folded.append("...");
      } else if (point > Character.MAX_VALUE) {
        folded.appendCodePoint(Character.toLowerCase(point));
      } else if (!stress && foldOfUnit((char) point) != 0) {
        folded.append(foldOfUnit((char) point));
      }
      i += Character.charCount(point);
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private byte kind(int index) {
    char unit = text.charAt(index);
    return Character.isHighSurrogate(unit) ? kindOf(text.codePointAt(index)) : kindOfUnit(unit);
  }

  private int width(int index) {
    return Character.charCount(text.codePointAt(index));
  }

  private static byte kindOfUnit(char unit) {
    return unit < TABLE ? KINDS[unit] : kindOf(unit);
  }

  private static char foldOfUnit(char unit) {
    return unit < TABLE ? FOLDS[unit] : foldOf(unit, kindOf(unit));
  }

  private static char foldOf(char unit, byte kind) {
    return switch (kind) {
      case IGNORED -> 0;
      case DIGIT -> (char) ('0' + Character.digit(unit, 10));
      default -> Character.toLowerCase(unit);
    };
  }

  private static byte kindOf(int point) {
    if (isSpace(point)) {
      return SPACE;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT -> IGNORED;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          LETTER;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.OTHER_NUMBER -> OTHER_NUMBER;
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          PUNCTUATION;
      default -> SYMBOL;
    };
  }

  /**
   * White space in the widest sense: with no-break spaces, the zero width space and line breaks.
   */
  private static boolean isSpace(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || point == 0x85
        || point == 0x200B
        || point == 0xFEFF;
  }
}
