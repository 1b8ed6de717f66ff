package org.w3id.bykz.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.Token;

/**
 * Finds the dates and periods of a sentence in English, German and Russian and says them in EDTF.
 * What neither the sentence nor its context tells is left unknown, never guessed. Thread-safe.
 */
public final class DateScanner {

  private final ScannerWords words;

  public DateScanner(ScannerWords words) {
    this.words = words;
  }

  /** The dates from left to right; none overlaps another. */
  public List<DateMention> scan(Sentence sentence, DateContext context) {
    return scan(words.in(sentence), context);
  }

  /** The same, of a sentence whose words are known. */
  public List<DateMention> scan(SentenceWords known, DateContext context) {
    return known.mayHold(DateScan.BEGINNINGS) ? new DateScan(known, context).run() : List.of();
  }

  /** Lines above the text that may tell when it was published. */
  private static final int HEADER_SENTENCES = 5;

  private static final int LONGEST_HEADER = 24;

  /** Figures of some months are told at most so many months after these. */
  private static final int MONTHS_TO_FIGURES = 3;

  /**
   * When a text says itself that it was published, in EDTF, such as {@code 2025-03-14}, {@code
   * XXXX-08-29} or {@code 2023-11}: in its dateline or date line, else in a line above the text
   * where the date stands by itself; empty if it says nothing.
   */
  public Optional<String> documentDate(List<Sentence> sentences) {
    List<String> days =
        sentences.stream()
            .filter(sentence -> sentence.zone() == Sentence.Zone.DATELINE)
            .flatMap(sentence -> scan(sentence, DateContext.UNKNOWN).stream())
            .filter(date -> date.role() == DateMention.Role.POINT)
            .flatMap(date -> date.start().stream())
            .toList();
    return days.stream()
        .filter(DateScanner::hasYear)
        .findFirst()
        .or(() -> headerDate(sentences))
        .or(() -> days.stream().findFirst().map(day -> inYear(day, sentences)))
        .or(() -> issueYear(sentences));
  }

  /** The year of a header line that numbers an issue, and its month: Bulletin 8/2024. */
  private static Optional<String> issueYear(List<Sentence> sentences) {
    return sentences.stream()
        .limit(HEADER_SENTENCES)
        .filter(sentence -> sentence.tokens().size() <= LONGEST_HEADER)
        .flatMap(sentence -> yearOfIssue(sentence.tokens()).stream())
        .findFirst();
  }

  private static Optional<String> yearOfIssue(List<Token> line) {
    int last = line.size() - 1;
    boolean numbered =
        last > 2
            && line.get(last - 1).is("/")
            && line.get(last - 2).type() == Token.Type.NUMBER
            && line.get(last).text().matches("20\\d\\d");
    if (!numbered) {
      return Optional.empty();
    }
    String issue = line.get(last - 2).text();
    boolean month = issue.matches("0?[1-9]|1[0-2]");
    String year = line.get(last).text();
    return Optional.of(month ? "%s-%02d".formatted(year, Integer.parseInt(issue)) : year);
  }

  /**
   * A day without its year, in that of the figures which the text opens with, where these are of
   * the months up to shortly before it: 17 September, and turnover in January–July 2025.
   */
  private String inYear(String day, List<Sentence> sentences) {
    Optional<Edtf.Part> issued = Edtf.parse(day).map(Edtf::start).filter(Edtf.Part::hasMonth);
    return sentences.stream()
        .filter(sentence -> sentence.zone() == Sentence.Zone.BODY)
        .limit(1)
        .flatMap(sentence -> scan(sentence, DateContext.UNKNOWN).stream())
        .flatMap(date -> date.edtf().flatMap(Edtf::parse).stream())
        .filter(figures -> issued.isPresent() && figures.start().hasYear())
        .filter(figures -> figures.end().isPresent() && figures.start().month() == 1)
        .filter(figures -> isJustOver(figures.last(), issued.get()))
        .findFirst()
        .map(figures -> issued.get().inYear(figures.last().year()).toString())
        .orElse(day);
  }

  private static boolean isJustOver(Edtf.Part last, Edtf.Part day) {
    int since = day.month() - last.month();
    return last.hasMonth() && since > 0 && since <= MONTHS_TO_FIGURES;
  }

  /** The date of a header line: Bulletin No. 11, November 2023. */
  private Optional<String> headerDate(List<Sentence> sentences) {
    return sentences.stream()
        .limit(HEADER_SENTENCES)
        .filter(sentence -> sentence.tokens().size() <= LONGEST_HEADER && hasNumber(sentence))
        .flatMap(
            sentence ->
                scan(sentence, DateContext.UNKNOWN).stream()
                    .filter(
                        date -> standsAlone(sentence.tokens(), date) || endsLine(sentence, date)))
        .flatMap(date -> date.edtf().stream())
        .filter(DateScanner::hasYear)
        .filter(edtf -> edtf.indexOf('-') > 0)
        .map(edtf -> edtf.substring(edtf.indexOf('/') + 1))
        .findFirst();
  }

  /** Whether a year may stand in it: none is written out in a header. */
  private static boolean hasNumber(Sentence sentence) {
    return sentence.tokens().stream().anyMatch(token -> token.type() == Token.Type.NUMBER);
  }

  private static boolean hasYear(String edtf) {
    return !edtf.startsWith("XXXX");
  }

  /** Whether nothing but signs or the edge of the line stands beside a date. */
  private static boolean standsAlone(List<Token> tokens, DateMention date) {
    return isSign(tokens, date.from() - 1) && isSign(tokens, date.to());
  }

  /** Whether a day ends a line above the text: the week of 12–18 May 2025. */
  private static boolean endsLine(Sentence sentence, DateMention date) {
    boolean line =
        sentence.zone() == Sentence.Zone.HEADLINE || sentence.zone() == Sentence.Zone.SUBHEADING;
    boolean last = date.to() == sentence.tokens().size();
    return line && last && (date.role() == DateMention.Role.POINT || isIssue(sentence, date));
  }

  /** Whether a month with its year behind a comma tells of which an issue is: Ausgabe März 2025. */
  private static boolean isIssue(Sentence sentence, DateMention date) {
    int before = date.from() - 2;
    return sentence.language() == Language.DE
        && before >= 0
        && sentence.tokens().get(before).is(",")
        && sentence.tokens().get(before + 1).isCapitalised();
  }

  private static boolean isSign(List<Token> tokens, int i) {
    return i < 0
        || i == tokens.size()
        || !tokens.get(i).isWord() && tokens.get(i).type() != Token.Type.NUMBER;
  }
}
