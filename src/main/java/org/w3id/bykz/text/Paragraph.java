package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens {@code from} inclusive to {@code to} exclusive that stand on a line of their own, or on
 * several lines of a hard-wrapped text.
 *
 * @param afterBlankLine whether an empty line stands before it
 */
record Paragraph(int from, int to, boolean afterBlankLine) {

  /** Texts are wrapped by hand or by mail programs at 60 to 100 columns, not beyond. */
  private static final int WIDEST_WRAP = 120;

  private static final int NARROWEST_WRAP = 40;

  private static final String BULLETS = "•·▪◦‣●○■□►➤✓✔*";
  private static final int SHORTEST_BROKEN_LINE = 28;

  static List<Paragraph> of(String text, List<Token> tokens) {
    return join(lines(text, tokens), tokens);
  }

  private static List<Paragraph> lines(String text, List<Token> tokens) {
    List<Paragraph> lines = new ArrayList<>();
    int from = 0;
    int breaks = 2;
    for (int i = 1; i <= tokens.size(); i++) {
      int here = i == tokens.size() ? 1 : lineBreaks(text, tokens.get(i - 1).end(), tokens.get(i));
      if (here > 0) {
        lines.add(new Paragraph(from, i, breaks > 1));
        from = i;
        breaks = here;
      }
    }
    return lines;
  }

  private static int lineBreaks(String text, int from, Token next) {
    int breaks = 0;
    for (int i = from; i < next.begin(); i++) {
      switch (text.charAt(i)) {
        case '\n', '\u000B', '\f', '\u0085', '\u2028' -> breaks++;
        case '\u2029' -> breaks += 2;
        case '\r' -> breaks += i + 1 < next.begin() && text.charAt(i + 1) == '\n' ? 0 : 1;
        default -> {}
      }
    }
    return breaks;
  }

  private static List<Paragraph> join(List<Paragraph> lines, List<Token> tokens) {
    int wrap = wrapWidth(lines, tokens);
    List<Paragraph> paragraphs = new ArrayList<>(lines.size());
    Paragraph open = null;
    Paragraph line = null;
    boolean list = false;
    for (Paragraph next : lines) {
      list = line != null && (endsWith(":;", line, tokens) || (list && !next.afterBlankLine));
      if (line != null && goesOn(line, next, list, wrap, tokens)) {
        open = new Paragraph(open.from, next.to, open.afterBlankLine);
        paragraphs.set(paragraphs.size() - 1, open);
      } else {
        open = next;
        paragraphs.add(open);
      }
      line = next;
    }
    return paragraphs;
  }

  private static boolean goesOn(
      Paragraph line, Paragraph next, boolean list, int wrap, List<Token> tokens) {
    if (next.afterBlankLine || opensLine(next, tokens)) {
      return false;
    }
    boolean full = wrap > 0 && isFull(line, next, wrap, tokens);
    return full || (!list && isBrokenBetween(line, next, tokens));
  }

  /** The width that this text's lines are wrapped at; 0 if a line is a paragraph. */
  private static int wrapWidth(List<Paragraph> lines, List<Token> tokens) {
    int width = 0;
    int joints = 0;
    int broken = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      width = Math.max(width, lines.get(i).width(tokens));
      if (!lines.get(i + 1).afterBlankLine) {
        joints++;
        broken += isBrokenBetween(lines.get(i), lines.get(i + 1), tokens) ? 1 : 0;
      }
    }
    if (width > WIDEST_WRAP || width < NARROWEST_WRAP || broken == 0 || broken * 4 < joints) {
      return 0;
    }
    int full = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      full +=
          !lines.get(i + 1).afterBlankLine && isFull(lines.get(i), lines.get(i + 1), width, tokens)
              ? 1
              : 0;
    }
    return full * 3 >= joints * 2 ? width : 0;
  }

  /** Whether a sentence visibly runs over the end of the line. */
  private static boolean isBrokenBetween(Paragraph line, Paragraph next, List<Token> tokens) {
    Token last = tokens.get(line.to - 1);
    Token first = tokens.get(next.from);
    boolean open = last.type() != Token.Type.PUNCTUATION || last.is(",") || last.is("-");
    return open
        && line.width(tokens) >= SHORTEST_BROKEN_LINE
        && first.isWord()
        && Character.isLowerCase(first.text().codePointAt(0));
  }

  /** Whether the first word of the next line would not have fitted on this one. */
  private static boolean isFull(Paragraph line, Paragraph next, int wrap, List<Token> tokens) {
    int word = next.from + 1;
    while (word < next.to && !tokens.get(word).spaceBefore()) {
      word++;
    }
    int wordWidth = tokens.get(word - 1).end() - tokens.get(next.from).begin();
    return line.width(tokens) + 1 + wordWidth > wrap;
  }

  /** Whether a line begins with a bullet, a dash or a hashtag, which no wrapped word does. */
  private static boolean opensLine(Paragraph line, List<Token> tokens) {
    return line.startsWithBullet(tokens)
        || line.startsWithDash(tokens)
        || tokens.get(line.from).is("#");
  }

  private static boolean endsWith(String signs, Paragraph line, List<Token> tokens) {
    String last = tokens.get(line.to - 1).folded();
    return last.length() == 1 && signs.indexOf(last.charAt(0)) >= 0;
  }

  /** Whether it begins with a bullet sign or a number or letter in brackets, as list items do. */
  boolean startsWithBullet(List<Token> tokens) {
    if (to - from < 2) {
      return false;
    }
    Token first = tokens.get(from);
    Token second = tokens.get(from + 1);
    return (first.text().length() == 1 && BULLETS.indexOf(first.text().charAt(0)) >= 0)
        || (second.is(")")
            && !second.spaceBefore()
            && (first.type() == Token.Type.NUMBER || first.text().length() == 1));
  }

  /** Whether it begins with a dash before a word, as spoken words and list items do. */
  boolean startsWithDash(List<Token> tokens) {
    return to - from > 1
        && tokens.get(from).is("-")
        && (tokens.get(from + 1).spaceBefore() || tokens.get(from + 1).type() != Token.Type.NUMBER);
  }

  int width(List<Token> tokens) {
    return tokens.get(to - 1).end() - tokens.get(from).begin();
  }
}
