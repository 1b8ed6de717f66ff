package org.w3id.bykz.loader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.bykz.text.Source;

/**
 * The lines {@code Name: value} that a text may begin with, up to its first empty line: title,
 * date, publisher, language and address under the names that the columns of tables have. It takes
 * two of these, as one such line may be the text's own. They stay part of the text.
 */
record TextHeader(Map<String, String> lines) {

  private static final Pattern LINE =
      Pattern.compile("\\uFEFF?([\\p{L}][\\p{L} _-]{1,30}?)\\s*:\\s+(\\S.{0,999})");

  private static final int MOST_LINES = 20;
  private static final int FEWEST_KNOWN = 2;

  /** The header of {@code text}; without lines if it has none. */
  static TextHeader of(String text) {
    Map<String, String> lines = new HashMap<>();
    int from = 0;
    for (int i = 0; i < MOST_LINES && from < text.length(); i++) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end).strip();
      if (line.isEmpty()) {
        return known(lines) < FEWEST_KNOWN ? new TextHeader(Map.of()) : new TextHeader(lines);
      }
      Matcher parts = LINE.matcher(line);
      if (end < 0 || !parts.matches()) {
        break;
      }
      lines.putIfAbsent(Columns.normal(parts.group(1)), parts.group(2));
      from = end + 1;
    }
    return new TextHeader(Map.of());
  }

  private static long known(Map<String, String> lines) {
    return java.util.Arrays.stream(Columns.values())
        .filter(column -> column != Columns.TEXT && column.in(lines, Optional::of).isPresent())
        .count();
  }

  /** What the header tells, as the source {@code id}; what cannot be read is left out. */
  Source source(String id) {
    return new Source(
        id,
        told(Columns.TITLE, value -> Optional.of(StoredText.line(value))),
        told(Columns.PUBLISHER, value -> Optional.of(StoredText.line(value))),
        Optional.empty(),
        Optional.empty(),
        told(Columns.DATE, PublicationDate::edtf),
        told(Columns.PAGE, Optional::of).flatMap(TextHeader::address));
  }

  /** The language that the header names. */
  Optional<String> language() {
    return told(Columns.LANGUAGE, RecordKeys::tag);
  }

  private Optional<String> told(Columns column, Function<String, Optional<String>> reading) {
    return column.in(lines, Optional::of).flatMap(reading);
  }

  private static Optional<URI> address(String written) {
    try {
      return Optional.of(new URI(written)).filter(PageFacts::isWeb);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
