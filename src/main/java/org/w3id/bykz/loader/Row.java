package org.w3id.bykz.loader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Source;

/**
 * A row of a table of articles.
 *
 * @param place where it stands, for messages
 * @param key what tells it from the file's other rows
 * @param text as it will be stored
 */
record Row(
    String place,
    String key,
    Optional<String> text,
    Optional<String> title,
    Optional<String> date,
    Optional<String> publisher,
    Optional<String> language,
    Optional<String> page) {

  /**
   * Reads a row.
   *
   * @param number counted from 1
   * @param cells by the normal names of their columns
   * @param text what a cell says, unless it is blank
   */
  static <T> Row of(
      String place, long number, Map<String, T> cells, Function<T, Optional<String>> text) {
    return new Row(
        place,
        Columns.ID.in(cells, text).map(String::strip).map(RecordKeys::of).orElse("row-" + number),
        Columns.TEXT.in(cells, text),
        Columns.TITLE.in(cells, text).map(StoredText::line),
        Columns.DATE.in(cells, text).map(String::strip),
        Columns.PUBLISHER.in(cells, text).map(StoredText::line),
        Columns.LANGUAGE.in(cells, text).map(String::strip),
        Columns.PAGE.in(cells, text).map(String::strip));
  }

  /** The article that this row of the file {@code known} is. */
  Loaded load(Source known) throws LoadException {
    if (text.isEmpty()) {
      throw new LoadException(
          place + " has no text; give it one in a column of the name " + Columns.TEXT.usualNames());
    }
    Source source =
        new Source(
            RecordKeys.id(known, key),
            title,
            publisher.or(known::publisher),
            publisher.isPresent() ? Optional.empty() : known.publisherCountry(),
            known.language(),
            date.isPresent() ? Optional.of(issued()) : Optional.empty(),
            page.isPresent() ? Optional.of(address()) : Optional.empty());
    return new Loaded(source, StoredText.of(place, text.get()), language.flatMap(RecordKeys::tag));
  }

  private String issued() throws LoadException {
    return PublicationDate.edtf(date.orElseThrow())
        .orElseThrow(
            () ->
                new LoadException(
                    "%s has the date \"%s\", which cannot be read; write it as 2024-03-05, 2024-03 or 2024, or leave it empty"
                        .formatted(place, shortened(date.get()))));
  }

  private URI address() throws LoadException {
    try {
      URI address = new URI(page.orElseThrow());
      if (PageFacts.isWeb(address)) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new LoadException(
        "%s has the address \"%s\", which is none on the web; write it as https://..., or leave it empty"
            .formatted(place, shortened(page.get())));
  }

  /** What a cell says, on one line and not too long to be told. */
  private static String shortened(String cell) {
    String value = StoredText.line(cell);
    return value.codePointCount(0, value.length()) <= 60
        ? value
        : value.substring(0, value.offsetByCodePoints(0, 60)) + "...";
  }
}
