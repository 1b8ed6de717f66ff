package org.w3id.bykz.loader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Loads tables of articles in CSV (RFC 4180), with a first row of column names; parted by commas,
 * semicolons or tabs, in UTF-8.
 */
final class CsvLoader implements Loader {

  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int LONGEST_NAME = 40;

  /** A text of 2 MB among others; more is a quotation mark that was never closed. */
  private static final int MOST_CHARACTERS = 8 << 20;

  /** Whether a file that begins so begins with the names of such columns, text among them. */
  static boolean isHeader(String start) {
    int end = start.indexOf('\n');
    if (end < 0) {
      return false;
    }
    String line = start.substring(0, end).strip();
    List<String> names = new ArrayList<>();
    for (String cell : line.split(Character.toString(delimiter(line)), -1)) {
      String name = Columns.normal(cell.replace("\"", ""));
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        return false;
      }
      names.add(name);
    }
    return names.size() > 1
        && Columns.TEXT.isAmong(names)
        && Arrays.stream(Columns.values()).filter(column -> column.isAmong(names)).count() > 1;
  }

  /** The delimiter that there is most of. */
  private static char delimiter(String line) {
    char best = DELIMITERS[0];
    for (char delimiter : DELIMITERS) {
      best = count(delimiter, line) > count(best, line) ? delimiter : best;
    }
    return best;
  }

  private static int count(char delimiter, String line) {
    int count = 0;
    for (int i = 0; i < line.length(); i++) {
      count += line.charAt(i) == delimiter ? 1 : 0;
    }
    return count;
  }

  @Override
  public Articles articles(Input input) throws IOException, LoadException {
    RecordReader reader =
        new RecordReader(
            new InputStreamReader(
                input.open(),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      return Rows.of(input, reader);
    } catch (IOException | LoadException e) {
      reader.close();
      throw e;
    }
  }

  /** Lets no record be longer than the most. */
  private static final class RecordReader extends FilterReader {

    /** A record is longer than the most. */
    static final class TooLong extends IOException {
      private static final long serialVersionUID = 1L;
    }

    private long left = MOST_CHARACTERS;

    RecordReader(Reader reader) {
      super(reader);
    }

    void startRecord() {
      left = MOST_CHARACTERS;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      take(1);
      return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      take(read);
      return read;
    }

    private void take(int read) throws TooLong {
      left -= read;
      if (left < 0) {
        throw new TooLong();
      }
    }
  }

  private static final class Rows extends RecordArticles {

    private final Input input;
    private final RecordReader reader;
    private final Iterator<CSVRecord> records;
    private final List<String> names;
    private final RecordKeys keys = new RecordKeys();
    private long row;

    private Rows(
        Input input, RecordReader reader, Iterator<CSVRecord> records, List<String> names) {
      super(input.place(), reader);
      this.input = input;
      this.reader = reader;
      this.records = records;
      this.names = names;
    }

    static Rows of(Input input, RecordReader reader) throws IOException, LoadException {
      try {
        return read(input, reader);
      } catch (UncheckedIOException e) {
        throw failure(input.place() + ", in its first row,", e.getCause());
      } catch (IOException e) {
        throw failure(input.place() + ", in its first row,", e);
      }
    }

    private static Rows read(Input input, RecordReader reader) throws IOException, LoadException {
      java.io.BufferedReader buffered = new java.io.BufferedReader(reader);
      buffered.mark(Format.HEAD * 2);
      char[] start = new char[Format.HEAD];
      int length = Math.max(0, buffered.read(start));
      buffered.reset();
      String line = new String(start, 0, length).lines().findFirst().orElse("");
      Iterator<CSVRecord> records = parser(buffered, delimiter(line)).iterator();
      List<String> names =
          records.hasNext() ? records.next().stream().map(Columns::normal).toList() : List.of();
      if (!Columns.TEXT.isAmong(names)) {
        throw new LoadException(
            input.place()
                + " is no table of articles: its first row names no column of text; name it "
                + Columns.TEXT.usualNames()
                + ", or give other files");
      }
      return new Rows(input, reader, records, names);
    }

    /** What follows a closing quotation mark is taken to the cell, and so is an unclosed one. */
    private static CSVParser parser(Reader reader, char delimiter) throws IOException {
      return CSVParser.builder()
          .setReader(reader)
          .setFormat(
              CSVFormat.DEFAULT
                  .builder()
                  .setDelimiter(delimiter)
                  .setTrailingData(true)
                  .setLenientEof(true)
                  .get())
          .get();
    }

    @Override
    Optional<Article> read() throws LoadException {
      String place = input.place() + ", row " + (row + 1);
      reader.startRecord();
      try {
        if (records.hasNext()) {
          row++;
          return Optional.of(article(place, records.next()));
        }
      } catch (UncheckedIOException e) {
        throw failure(place, e.getCause());
      }
      if (row == 0) {
        throw new LoadException(input.place() + " holds no row but that of its column names");
      }
      return Optional.empty();
    }

    private Article article(String place, CSVRecord cells) {
      if (cells.size() > names.size()) {
        return Article.refused(
            place,
            new LoadException(
                "%s has %d cells, more than the %d columns; put cells with commas into quotation marks"
                    .formatted(place, cells.size(), names.size())));
      }
      Map<String, String> byName = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        byName.putIfAbsent(names.get(i), cells.get(i));
      }
      Row read =
          Row.of(
              place, row, byName, cell -> Optional.of(cell).filter(Predicate.not(String::isBlank)));
      return keys.add(read.key())
          ? new Article(place, () -> read.load(input.known()))
          : Article.refused(
              place, new LoadException(place + " has the id of an earlier row; give each its own"));
    }

    private static LoadException failure(String place, IOException e) {
      if (e instanceof RecordReader.TooLong) {
        return new LoadException(
            place
                + " is longer than any article, so that a quotation mark is likely not closed;"
                + " close it, as nothing after it was read",
            e);
      }
      if (e instanceof CharacterCodingException) {
        return new LoadException(
            place
                + " or soon after it is not UTF-8, and nothing after it was read; save it as"
                + " UTF-8",
            e);
      }
      return Input.failure(place, e);
    }
  }
}
