package org.w3id.bykz.text;

import java.util.ArrayList;
import java.util.List;
import org.w3id.bykz.text.Sentence.Zone;

/**
 * Tells what the paragraphs of a text are for their reader, from where they stand, how they begin
 * and end, and how long they are.
 */
final class Zones {

  /** Lines without a full stop of at most so many words are headings; longer ones are text. */
  private static final int LONGEST_HEADLINE = 30;

  private static final int LONGEST_SUBHEADING = 14;
  private static final int LONGEST_CREDIT = 12;
  private static final int LONGEST_SHORT_LINE = 10;
  private static final int LONGEST_BOILERPLATE = 45;

  private final List<Token> tokens;
  private final List<Paragraph> paragraphs;
  private final List<Conventions> conventions;
  private boolean body;
  private boolean heading;
  private boolean readAlso;
  private int dashesEnd;
  private boolean dashList;

  private Zones(List<Token> tokens, List<Paragraph> paragraphs, List<Conventions> conventions) {
    this.tokens = tokens;
    this.paragraphs = paragraphs;
    this.conventions = conventions;
  }

  /** A paragraph's zone; its tokens before {@code datelineEnd} are its dateline. */
  record Zoned(Zone zone, int datelineEnd) {}

  /** The zones of {@code paragraphs}, each written after the conventions at its index. */
  static List<Zoned> of(
      List<Token> tokens, List<Paragraph> paragraphs, List<Conventions> conventions) {
    return new Zones(tokens, paragraphs, conventions).read();
  }

  private List<Zoned> read() {
    List<Zoned> zones = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      int datelineEnd = datelineEnd(paragraph, conventions.get(i));
      Zone previous = i == 0 ? null : zones.get(i - 1).zone();
      Zone zone = datelineEnd == paragraph.to() ? Zone.DATELINE : zone(i, datelineEnd, previous);
      body |= zone == Zone.BODY || zone == Zone.LIST_ITEM;
      heading |= zone != Zone.DATELINE;
      zones.add(new Zoned(zone, datelineEnd));
    }
    return zones;
  }

  private int datelineEnd(Paragraph paragraph, Conventions conventions) {
    int end = Dateline.end(tokens, paragraph.from(), paragraph.to(), conventions);
    boolean allowed =
        !body || end == paragraph.to() || Dateline.startsInCapitals(tokens, paragraph.from());
    return allowed ? end : paragraph.from();
  }

  private Zone zone(int index, int datelineEnd, Zone previous) {
    Paragraph paragraph = paragraphs.get(index);
    if (isBoilerplate(paragraph, conventions.get(index))) {
      return Zone.BOILERPLATE;
    }
    boolean ended = isEnded(paragraph);
    if (readAlso && !ended) {
      return Zone.BOILERPLATE;
    }
    readAlso = false;
    if (datelineEnd == paragraph.from()) {
      if (isHeadline(index, previous)) {
        return Zone.HEADLINE;
      }
      if (isListItem(index, previous)) {
        return Zone.LIST_ITEM;
      }
      if (!ended && !paragraph.startsWithDash(tokens)) {
        return unended(index);
      }
    } else if (!ended && index + 1 < paragraphs.size() && words(paragraph) <= LONGEST_SUBHEADING) {
      return Zone.SUBHEADING;
    }
    return Zone.BODY;
  }

  private boolean isBoilerplate(Paragraph paragraph, Conventions conventions) {
    int from = paragraph.from();
    int to = paragraph.to();
    if (tokens.get(from).is("#") && from + 1 < to && !tokens.get(from + 1).spaceBefore()) {
      return true;
    }
    if (to - from > LONGEST_BOILERPLATE) {
      return false;
    }
    int word = from;
    while (word < to - 1 && tokens.get(word).type() == Token.Type.PUNCTUATION) {
      word++;
    }
    int opening = conventions.lineStarts().lengthAt(tokens, word, to);
    if (opening == 0 && heading && to - from <= LONGEST_SHORT_LINE && !isEnded(paragraph)) {
      opening = conventions.shortLines().lengthAt(tokens, word, to);
    }
    readAlso |= opening > 0 && (tokens.get(to - 1).is(":") || word + opening == to);
    for (int i = word; opening == 0 && i < to; i++) {
      opening = conventions.lineParts().lengthAt(tokens, i, to);
    }
    return opening > 0 || isBare(from, to);
  }

  /** Whether a line holds no word and no number but addresses and signs. */
  private boolean isBare(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isWord() || tokens.get(i).type() == Token.Type.NUMBER) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeadline(int index, Zone previous) {
    Paragraph paragraph = paragraphs.get(index);
    boolean first = !heading || previous == Zone.HEADLINE;
    if (!first
        || index + 1 == paragraphs.size()
        || words(paragraph) > LONGEST_HEADLINE
        || paragraph.startsWithDash(tokens)) {
      return false;
    }
    Token last = lastSign(paragraph);
    return heading
        ? !isEnded(paragraph) && isBeforeText(index)
        : !isEnded(paragraph) || last.is("?") || last.is("!");
  }

  private Zone unended(int index) {
    Paragraph paragraph = paragraphs.get(index);
    boolean last = index + 1 == paragraphs.size();
    int words = words(paragraph);
    if (tokens.get(paragraph.to() - 1).is(",") || index == 0) {
      return Zone.BODY;
    }
    if (last) {
      return words <= LONGEST_CREDIT && index > 1 && !hasNumber(paragraph)
          ? Zone.BOILERPLATE
          : Zone.BODY;
    }
    boolean heads = words <= LONGEST_SUBHEADING && isBeforeText(index);
    return heads ? Zone.SUBHEADING : Zone.BODY;
  }

  /** Whether sentences or a dateline follow, and not another line without a full stop. */
  private boolean isBeforeText(int index) {
    Paragraph next = paragraphs.get(index + 1);
    return isEnded(next) || datelineEnd(next, conventions.get(index + 1)) > next.from();
  }

  private boolean isListItem(int index, Zone previous) {
    Paragraph paragraph = paragraphs.get(index);
    if (paragraph.startsWithBullet(tokens)) {
      return true;
    }
    Paragraph before = index == 0 ? paragraph : paragraphs.get(index - 1);
    boolean introduced = previous == Zone.LIST_ITEM || (index > 0 && lastSign(before).is(":"));
    if (paragraph.startsWithDash(tokens)) {
      return isDashList(index, introduced);
    }
    if (isNumbered(paragraph) || lastSign(paragraph).is(";")) {
      return true;
    }
    if (!introduced || paragraph.afterBlankLine()) {
      return false;
    }
    boolean marked = before.startsWithDash(tokens) || before.startsWithBullet(tokens);
    return lastSign(before).is(";") || !(marked || isEnded(paragraph));
  }

  /**
   * Whether the lines with dashes that {@code index} is among are a list; else they are spoken
   * words. Decided at the first of them.
   */
  private boolean isDashList(int index, boolean introduced) {
    if (index < dashesEnd) {
      return dashList;
    }
    boolean semicolons = false;
    boolean ended = true;
    int last = index;
    while (last < paragraphs.size() && paragraphs.get(last).startsWithDash(tokens)) {
      semicolons |= lastSign(paragraphs.get(last)).is(";");
      ended &= isEnded(paragraphs.get(last));
      last++;
    }
    Token word = tokens.get(paragraphs.get(index).from() + 1);
    boolean lowerCase = word.isWord() && !word.isCapitalised();
    dashesEnd = last;
    dashList = semicolons || (introduced && (lowerCase || !ended));
    return dashList;
  }

  /** Whether it begins with a number and a full stop, as in {@code 1. Milk}. */
  private boolean isNumbered(Paragraph paragraph) {
    Token first = tokens.get(paragraph.from());
    return paragraph.to() - paragraph.from() > 2
        && first.type() == Token.Type.NUMBER
        && first.text().length() <= 2
        && tokens.get(paragraph.from() + 1).text().equals(".")
        && !tokens.get(paragraph.from() + 1).spaceBefore()
        && tokens.get(paragraph.from() + 2).spaceBefore();
  }

  private boolean isEnded(Paragraph paragraph) {
    Token last = lastSign(paragraph);
    return SentenceEnds.isTerminator(last) || last.is(":") || last.is(";");
  }

  /** The last token that is no closing mark. */
  private Token lastSign(Paragraph paragraph) {
    int last = paragraph.to() - 1;
    while (last > paragraph.from() && "\"')]}".contains(tokens.get(last).folded())) {
      last--;
    }
    return tokens.get(last);
  }

  private int words(Paragraph paragraph) {
    int words = 0;
    for (int i = paragraph.from(); i < paragraph.to(); i++) {
      words += tokens.get(i).isWord() ? 1 : 0;
    }
    return words;
  }

  private boolean hasNumber(Paragraph paragraph) {
    return tokens.subList(paragraph.from(), paragraph.to()).stream()
        .anyMatch(token -> token.type() == Token.Type.NUMBER);
  }
}
