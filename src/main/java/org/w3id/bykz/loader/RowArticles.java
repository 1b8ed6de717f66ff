package org.w3id.bykz.loader;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.bykz.text.Source;

/** The articles of a table whose rows are read elsewhere. */
final class RowArticles extends RecordArticles {

  private final String file;
  private final Rows rows;
  private final Source known;
  private final RecordKeys keys = new RecordKeys();
  private long number;

  RowArticles(String file, Rows rows, Source known) {
    super(file, rows);
    this.file = file;
    this.rows = rows;
    this.known = known;
  }

  @Override
  Optional<Article> read() throws IOException, LoadException {
    Optional<Map<String, String>> cells = rows.next();
    number++;
    if (cells.isPresent()) {
      return Optional.of(article(cells.get()));
    }
    if (number == 1) {
      throw new LoadException(file + " holds no row; give a table that does");
    }
    return Optional.empty();
  }

  private Article article(Map<String, String> cells) throws LoadException {
    String place = file + ", row " + number;
    Map<String, String> byName = new HashMap<>();
    cells.forEach((name, cell) -> byName.putIfAbsent(Columns.normal(name), cell));
    Row row =
        Row.of(
            place,
            number,
            byName,
            cell -> Optional.of(cell).filter(Predicate.not(String::isBlank)));
    if (number == 1 && row.text().isEmpty()) {
      throw new LoadException(
          file
              + " is no table of articles: its first row has no text; name it "
              + Columns.TEXT.usualNames()
              + ", or give other files");
    }
    return keys.add(row.key())
        ? new Article(place, () -> row.load(known))
        : Article.refused(
            place, new LoadException(place + " has the id of an earlier row; give each its own"));
  }
}
