package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.List;
import org.w3id.bykz.text.Conventions.Stop;

/**
 * Finds where the sentences of a paragraph end: at a full stop, exclamation or question mark with
 * the quotation marks and brackets that close after it, unless what stands around it shows that the
 * sentence goes on.
 */
final class SentenceEnds {

  /** A quotation of at most so many tokens after a word is a title, in which nothing ends. */
  private static final int LONGEST_TITLE = 12;

  /** A bracket that closes within so many tokens is an aside, in which nothing ends. */
  private static final int LONGEST_ASIDE = 80;

  /** A sentence that begins with when it was has at least so many words. */
  private static final int FEWEST_WORDS = 7;

  /** Speaker and verb after a quotation are at most so many tokens. */
  private static final int LONGEST_SPEAKER = 8;

  private static final int LONGEST_ABBREVIATION = 4;

  private final List<Token> tokens;
  private final int to;
  private final Conventions conventions;
  private final Capitals capitals;
  private final Pairs pairs;
  private int start;

  private SentenceEnds(
      List<Token> tokens, int from, int to, Conventions conventions, Capitals capitals) {
    this.tokens = tokens;
    this.to = to;
    this.conventions = conventions;
    this.capitals = capitals;
    this.pairs = Pairs.of(tokens, from, to);
    this.start = from;
  }

  /**
   * The ends, exclusive and in order, of the sentences that tokens {@code from} to {@code to} make.
   */
  static List<Integer> of(
      List<Token> tokens, int from, int to, Conventions conventions, Capitals capitals) {
    return new SentenceEnds(tokens, from, to, conventions, capitals).find();
  }

  private List<Integer> find() {
    List<Integer> ends = new ArrayList<>();
    int i = start;
    while (i < to) {
      int aside = endOfAside(i);
      if (aside > i) {
        i = aside;
      } else if (isTerminator(tokens.get(i))) {
        int end = afterClosers(i + 1);
        if (end < to && endsSentence(i, end)) {
          ends.add(end);
          start = end;
        }
        i = end;
      } else {
        i++;
      }
    }
    if (start < to) {
      ends.add(to);
    }
    return ends;
  }

  static boolean isTerminator(Token token) {
    if (token.type() != Token.Type.PUNCTUATION) {
      return false;
    }
    return switch (token.folded().charAt(0)) {
      case '.', '!', '?' -> true;
      default -> false;
    };
  }

  /** Where an aside or title that opens at {@code i} closes; {@code i} if none does. */
  private int endOfAside(int i) {
    int closing = i > start ? pairs.closing(i) : -1;
    if (closing < 0) {
      return i;
    }
    if ("([{".contains(tokens.get(i).text())) {
      return closing - i <= LONGEST_ASIDE ? closing : i;
    }
    Token before = tokens.get(i - 1);
    boolean title =
        closing - i <= LONGEST_TITLE
            && before.type() != Token.Type.PUNCTUATION
            && (!isTerminator(tokens.get(closing - 1)) || goesOn(closing + 1));
    return title ? closing : i;
  }

  /** Whether a word in small letters stands at {@code index}. */
  private boolean goesOn(int index) {
    return index < to && tokens.get(index).isWord() && leadsOn(tokens.get(index));
  }

  private int afterClosers(int from) {
    int end = from;
    while (end < to
        && !tokens.get(end).spaceBefore()
        && (isTerminator(tokens.get(end)) || pairs.closes(end))) {
      end++;
    }
    return end;
  }

  private boolean endsSentence(int stop, int end) {
    if (stop == start || !(tokens.get(end).spaceBefore() || lacksSpace(stop, end))) {
      return false;
    }
    int head = head(end);
    if (head == to || leadsOn(tokens.get(head))) {
      return false;
    }
    boolean plainStop = end == stop + 1 && tokens.get(stop).text().equals(".");
    if (plainStop) {
      return endsAtStop(stop, head);
    }
    return !(pairs.closes(end - 1) && !tokens.get(stop).is(".") && speakerFollows(end));
  }

  /** Whether a space was forgotten between two sentences, as in {@code подписан.Стороны}. */
  private boolean lacksSpace(int stop, int end) {
    Token before = tokens.get(stop - 1);
    Token after = tokens.get(end);
    return end == stop + 1
        && before.isWord()
        && before.text().length() > 2
        && Character.isLowerCase(before.text().charAt(0))
        && after.isWord()
        && after.text().length() > 2
        && after.isCapitalised()
        && Character.isLowerCase(after.text().charAt(1));
  }

  /** The first token from {@code end} on that is neither an opening mark nor a dash. */
  private int head(int end) {
    int head = end;
    while (head < to && (pairs.opens(head) || tokens.get(head).is("-"))) {
      head++;
    }
    return head;
  }

  private static boolean leadsOn(Token head) {
    return switch (head.type()) {
      case WORD -> !head.isCapitalised() && Character.isLowerCase(head.text().codePointAt(0));
      case PUNCTUATION -> ",;:/)]}»”.!?".contains(head.text());
      default -> false;
    };
  }

  /** Whether {@code Name said} or the like follows, as after {@code "Never!"}. */
  private boolean speakerFollows(int from) {
    boolean sayer = false;
    for (int i = from; i < to && i <= from + LONGEST_SPEAKER; i++) {
      if (isTerminator(tokens.get(i)) || tokens.get(i).is(":")) {
        return sayer && isTerminator(tokens.get(i));
      }
      sayer |= conventions.sayers().contains(tokens.get(i).folded());
    }
    return false;
  }

  private boolean endsAtStop(int stop, int head) {
    Token before = tokens.get(stop - 1);
    if (tokens.get(stop).spaceBefore()) {
      return true;
    }
    return switch (before.type()) {
      case NUMBER -> !isOrdinal(stop - 1, tokens.get(head));
      case WORD -> endsAfterWord(stop, head);
      default -> true;
    };
  }

  private boolean isOrdinal(int number, Token next) {
    String digits = tokens.get(number).text();
    if (digits.length() > 3 || digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0) {
      return false;
    }
    if (number == start) {
      return true;
    }
    if (digits.length() > 2) {
      return false;
    }
    return conventions.isMonth(next)
        || (conventions.ordinals()
            && (next.type() == Token.Type.NUMBER || (next.isWord() && !isOpener(next))));
  }

  private boolean isOpener(Token word) {
    return conventions.openers().contains(word.folded());
  }

  private boolean endsAfterWord(int stop, int head) {
    Token next = tokens.get(head);
    String before = tokens.get(stop - 1).text();
    if (conventions.pairs().contains(tokens.get(stop - 1).folded() + ". " + next.folded())) {
      return false;
    }
    int first = stop - 1;
    Stop abbreviation = null;
    for (int parts = LONGEST_ABBREVIATION; parts > 0 && abbreviation == null; parts--) {
      first = abbreviationStart(stop, parts);
      abbreviation = first < 0 ? null : conventions.abbreviations().get(spelled(first, stop));
    }
    boolean numberBefore = stop - 2 >= start && tokens.get(stop - 2).type() == Token.Type.NUMBER;
    if (numberBefore && conventions.lastAfterNumber().contains(tokens.get(stop - 1).folded())) {
      return endsAfterAbbreviation(Stop.OFTEN_LAST, stop, next);
    }
    boolean letter = before.codePointCount(0, before.length()) == 1;
    if (letter && isCapital(before) && next.isWord()) {
      return isOpener(next) && !isInitial(head);
    }
    if (abbreviation != null) {
      return endsAfterAbbreviation(abbreviation, stop, next);
    }
    if (letter) {
      return !isInitial(head);
    }
    return !(conventions.ordinals() && isRomanNumeral(before) && next.isWord() && !isOpener(next));
  }

  private boolean endsAfterAbbreviation(Stop abbreviation, int stop, Token next) {
    return switch (abbreviation) {
      case BEFORE_NUMBER -> next.type() != Token.Type.NUMBER;
      case BEFORE_NAME -> false;
      case SELDOM_LAST -> next.isWord() && isOpener(next) && !isInitial(head(stop + 1));
      case OFTEN_LAST ->
          (next.isWord() && isOpener(next))
              || !(isOpeningYear(stop) || (next.isWord() && capitals.isName(next)));
    };
  }

  /**
   * Whether the sentence has but said when, as in {@code В 2024 г.} or {@code 21-23 мая 2025 г.}
   */
  private boolean isOpeningYear(int stop) {
    boolean days = tokens.get(start).type() == Token.Type.NUMBER && tokens.get(start + 1).is("-");
    if (!conventions.yearWords().contains(tokens.get(stop - 1).folded())
        || !days && !isOpener(tokens.get(start))) {
      return false;
    }
    int words = 0;
    for (int i = start; i < stop && words < FEWEST_WORDS; i++) {
      words += tokens.get(i).isWord() ? 1 : 0;
    }
    return words < FEWEST_WORDS;
  }

  /**
   * Where an abbreviation of {@code parts} parts before {@code stop} would begin; -1 if it cannot.
   */
  private int abbreviationStart(int stop, int parts) {
    int first = stop - 1;
    for (int part = 1; part < parts; part++) {
      boolean joined =
          first - 2 >= start
              && (tokens.get(first - 1).text().equals(".")
                  || (tokens.get(first - 1).is("-") && !tokens.get(first).spaceBefore()))
              && !tokens.get(first - 1).spaceBefore()
              && tokens.get(first - 2).isWord()
              && tokens.get(first - 2).text().length() <= 4;
      if (!joined) {
        return -1;
      }
      first -= 2;
    }
    return first;
  }

  private String spelled(int first, int stop) {
    if (first == stop - 1) {
      return tokens.get(first).folded();
    }
    StringBuilder spelled = new StringBuilder();
    for (int i = first; i < stop; i++) {
      spelled.append(tokens.get(i).folded());
    }
    return spelled.toString();
  }

  /** Whether a capital with a full stop stands at {@code index}. */
  private boolean isInitial(int index) {
    return index + 1 < to
        && tokens.get(index).text().length() == 1
        && tokens.get(index + 1).text().equals(".")
        && !tokens.get(index + 1).spaceBefore();
  }

  private static boolean isCapital(String letter) {
    return !Character.isLowerCase(letter.codePointAt(0));
  }

  private static boolean isRomanNumeral(String word) {
    return word.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
  }
}
