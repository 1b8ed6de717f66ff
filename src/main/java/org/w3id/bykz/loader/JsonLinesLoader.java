package org.w3id.bykz.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Loads tables of articles in JSON Lines, an object a line. */
final class JsonLinesLoader implements Loader {

  /** A text of 2 MB written with an escape for every character. */
  private static final int MOST_BYTES = 8 << 20;

  @Override
  public Articles articles(Input input) throws IOException {
    return new Lines(input, input.open());
  }

  private static final class Lines extends RecordArticles {

    private final Input input;
    private final InputStream stream;
    private final RecordKeys keys = new RecordKeys();
    private byte[] line = new byte[1 << 14];
    private int length;
    private long number;
    private long row;

    Lines(Input input, InputStream stream) {
      super(input.place(), stream);
      this.input = input;
      this.stream = stream;
    }

    @Override
    Optional<Article> read() throws IOException, LoadException {
      while (readLine()) {
        if (!isBlankLine()) {
          row++;
          return Optional.of(article());
        }
      }
      if (row == 0) {
        throw new LoadException(input.place() + " holds no row; give an object a line");
      }
      return Optional.empty();
    }

    /** Reads the next line, of which no more is kept than the most and a byte. */
    private boolean readLine() throws IOException {
      length = 0;
      int next = stream.read();
      if (next < 0) {
        return false;
      }
      for (; next >= 0 && next != '\n'; next = stream.read()) {
        if (length <= MOST_BYTES) {
          if (length == line.length) {
            line = Arrays.copyOf(line, line.length * 2);
          }
          line[length++] = (byte) next;
        }
      }
      number++;
      return true;
    }

    private boolean isBlankLine() {
      if (number == 1 && length >= 3 && Utf8.isMarked(line)) {
        length -= Utf8.MARK;
        System.arraycopy(line, Utf8.MARK, line, 0, length);
      }
      for (int i = 0; i < length; i++) {
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
          return false;
        }
      }
      return true;
    }

    private Article article() throws LoadException {
      String place = input.place() + ", line " + number;
      if (length > MOST_BYTES) {
        return Article.refused(place, StoredText.tooLarge(place, MOST_BYTES));
      }
      Row read;
      try {
        read = row(place);
      } catch (LoadException e) {
        return Article.refused(place, e);
      }
      if (row == 1 && read.text().isEmpty()) {
        throw new LoadException(
            input.place()
                + " is no table of articles: its first row has no text; name it "
                + Columns.TEXT.usualNames()
                + ", or give other files");
      }
      if (!keys.add(read.key())) {
        return Article.refused(
            place, new LoadException(place + " has the id of an earlier row; give each its own"));
      }
      return new Article(place, () -> read.load(input.known()));
    }

    private Row row(String place) throws LoadException {
      Object value;
      try {
        value = Json.read(Utf8.decode(Arrays.copyOf(line, length))).orElse("");
      } catch (Utf8.NotText e) {
        throw new LoadException(place + " " + e.getMessage(), e);
      } catch (IOException e) {
        throw new LoadException(
            place + " is no JSON: " + firstLine(e.getMessage()) + "; give an object a line", e);
      }
      if (!(value instanceof Map<?, ?> object)) {
        throw new LoadException(place + " is no JSON object; give one a line");
      }
      Map<String, Object> cells = new HashMap<>();
      object.forEach((name, cell) -> cells.putIfAbsent(Columns.normal((String) name), cell));
      return Row.of(place, row, cells, Json::text);
    }

    private static String firstLine(String message) {
      return message.lines().findFirst().orElse("").strip();
    }
  }
}
