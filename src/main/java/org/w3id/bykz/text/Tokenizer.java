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

  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  /** What a UTF-16 unit becomes in the folded form; 0 where it is left out. */
  private static final char[] FOLDS = new char[Character.MAX_VALUE + 1];

  static {
    for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
      KINDS[unit] = kindOf(unit);
      FOLDS[unit] = foldOf((char) unit);
    }
  }

  /** Words of one or two letters may take digits. */
  private static final int LETTERS_BEFORE_DIGITS = 2;

  /**
   * Spellings seen lately, so that a word seen again costs no new strings; an entry lost to a race
   * or to another word is only made again.
   */
  private static final AtomicReferenceArray<Spelling> SEEN = new AtomicReferenceArray<>(1 << 14);

  private static final int LONGEST_SEEN = 24;

  private record Spelling(String text, String folded) {}

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
    return folded(word, 0, word.length());
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
    int end = at;
    int letters = 0;
    boolean digits = false;
    boolean marks = false;
    int hash = 0;
    loop:
    while (end < length) {
      byte kind = KINDS[text.charAt(end)];
      switch (kind) {
        case LETTER -> letters++;
        case MARK, RAISED -> marks = true;
        case DIGIT -> {
          if (!digits && (letters > LETTERS_BEFORE_DIGITS || separatorFollows(end))) {
            break loop;
          }
          digits = true;
        }
        case IGNORED, APOSTROPHE -> {
          if (!goesOnAfter(end, kind)) {
            break loop;
          }
          marks = true;
        }
        default -> {
          byte wide = kind(end);
          if (width(end) == 1 || (wide != LETTER && wide != MARK)) {
            break loop;
          }
          letters++;
          marks = true;
          hash = hash * 31 + text.charAt(end++);
        }
      }
      hash = hash * 31 + text.charAt(end++);
    }
    if (marks) {
      add(end, Token.Type.WORD);
    } else {
      add(end, Token.Type.WORD, spelling(end, hash));
    }
  }

  /** Whether the digits from {@code from} on are a number with a separator, as in {@code 2.5}. */
  private boolean separatorFollows(int from) {
    int end = from;
    while (end < length && KINDS[text.charAt(end)] == DIGIT) {
      end++;
    }
    return isSeparator(end);
  }

  private boolean isSeparator(int index) {
    return index + 1 < length
        && (text.charAt(index) == '.' || text.charAt(index) == ',')
        && KINDS[text.charAt(index + 1)] == DIGIT;
  }

  /** Whether a word goes on after the format character or apostrophe at {@code index}. */
  private boolean goesOnAfter(int index, byte kind) {
    if (kind == APOSTROPHE) {
      return index + 1 < length
          && isCyrillic(text.charAt(index - 1))
          && isCyrillic(text.charAt(index + 1));
    }
    int next = index;
    while (next < length && KINDS[text.charAt(next)] == IGNORED) {
      next++;
    }
    return next < length && kind(next) == LETTER;
  }

  private static boolean isCyrillic(char unit) {
    return unit >= 0x400 && unit < 0x530 && KINDS[unit] == LETTER;
  }

  private void number() {
    int end = at;
    int hash = 0;
    while (end < length && (KINDS[text.charAt(end)] == DIGIT || isSeparator(end))) {
      hash = hash * 31 + text.charAt(end++);
    }
    int bare = end;
    end = afterMarks(end);
    if (end > bare) {
      add(end, Token.Type.NUMBER);
    } else {
      add(end, Token.Type.NUMBER, spelling(end, hash));
    }
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
    end = afterMarks(end);
    if (end == at + 1) {
      add(end, type, spelling(end, text.charAt(at)));
    } else {
      add(end, type);
    }
  }

  private int afterMarks(int from) {
    int end = from;
    while (end < length && kind(end) == MARK) {
      end += width(end);
    }
    return end;
  }

  private boolean startsUrl(char first) {
    return switch (first) {
      case 'h', 'H' -> startsWith("http://") || startsWith("https://");
      case 'f', 'F' -> startsWith("ftp://");
      case 'w', 'W' -> startsWith("www.");
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
    byte kind = KINDS[unit];
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
      if (KINDS[text.charAt(end)] == LETTER || KINDS[text.charAt(end)] == DIGIT) {
        lastLetter = end + 1;
      }
      end++;
    }
    for (int i = at + 1; i < lastLetter; i++) {
      dot |= text.charAt(i) == '.';
    }
    while (begin < at
        && KINDS[text.charAt(begin)] != LETTER
        && KINDS[text.charAt(begin)] != DIGIT) {
      begin++;
    }
    if (begin == at || !dot || (!tokens.isEmpty() && splitsToken(begin))) {
      return false;
    }
    boolean spaceBefore = space;
    while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).begin() >= begin) {
      spaceBefore = tokens.remove(tokens.size() - 1).spaceBefore();
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
        && (KINDS[unit] == LETTER || KINDS[unit] == DIGIT || ".-_+".indexOf(unit) >= 0);
  }

  private void add(int end, Token.Type type) {
    String word = text.substring(at, end);
    add(end, type, new Spelling(word, folded(word, 0, word.length())));
  }

  private void add(int end, Token.Type type, Spelling spelling) {
    tokens.add(new Token(at, end, spelling.text(), spelling.folded(), type, space));
    at = end;
    space = false;
  }

  private Spelling spelling(int end, int hash) {
    if (end - at > LONGEST_SEEN) {
      String word = text.substring(at, end);
      return new Spelling(word, folded(word, 0, word.length()));
    }
    int slot = (hash ^ hash >>> 14) & (SEEN.length() - 1);
    Spelling seen = SEEN.getPlain(slot);
    if (seen != null && seen.text().length() == end - at && text.startsWith(seen.text(), at)) {
      return seen;
    }
    String word = text.substring(at, end);
    Spelling spelling = new Spelling(word, folded(word, 0, word.length()));
    SEEN.setPlain(slot, spelling);
    return spelling;
  }

  private static String folded(String word, int begin, int end) {
    boolean same = true;
    boolean plain = true;
    for (int i = begin; i < end; i++) {
      char unit = word.charAt(i);
      same &= FOLDS[unit] == unit;
      plain &= KINDS[unit] != MARK && unit != '…' && !Character.isSurrogate(unit);
    }
    if (!plain) {
      return foldedWithMarks(word.substring(begin, end));
    }
    return same ? word.substring(begin, end) : foldedUnits(word.substring(begin, end));
  }

  private static String foldedUnits(String word) {
    char[] units = new char[word.length()];
    int count = 0;
    for (int i = 0; i < word.length(); i++) {
      char fold = FOLDS[word.charAt(i)];
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
      } else if (!stress && FOLDS[point] != 0) {
        folded.append(FOLDS[point]);
      }
      i += Character.charCount(point);
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private byte kind(int index) {
    char unit = text.charAt(index);
    return Character.isHighSurrogate(unit) ? kindOf(text.codePointAt(index)) : KINDS[unit];
  }

  private int width(int index) {
    return Character.charCount(text.codePointAt(index));
  }

  private static byte kindOf(int point) {
    if (isSpace(point)) {
      return SPACE;
    }
    if (point <= Character.MAX_VALUE) {
      char unit = (char) point;
      if (APOSTROPHES.indexOf(unit) >= 0) {
        return APOSTROPHE;
      }
      if (SYMBOLS.indexOf(unit) >= 0) {
        return SYMBOL;
      }
      if (RAISED_DIGITS.indexOf(unit) >= 0) {
        return RAISED;
      }
      if (DASHES.indexOf(unit) >= 0 || DOUBLE_QUOTES.indexOf(unit) >= 0) {
        return PUNCTUATION;
      }
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

  private static char foldOf(char unit) {
    if (SINGLE_QUOTES.indexOf(unit) >= 0) {
      return '\'';
    }
    if (DOUBLE_QUOTES.indexOf(unit) >= 0) {
      return '"';
    }
    if (DASHES.indexOf(unit) >= 0) {
      return '-';
    }
    int raised = RAISED_DIGITS.indexOf(unit);
    if (raised >= 0) {
      return (char) ('0' + raised % 10);
    }
    if (unit == 'ё' || unit == 'Ё') {
      return 'е';
    }
    if (KINDS[unit] == IGNORED) {
      return 0;
    }
    return KINDS[unit] == DIGIT
        ? (char) ('0' + Character.digit(unit, 10))
        : Character.toLowerCase(unit);
  }
}
