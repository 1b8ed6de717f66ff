package org.w3id.bykz.query;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an edition of the dataset, or an answer from it, is cited. No date but that of the data.
 *
 * @param key of letters, digits and hyphens
 * @param address where exactly this is had
 * @param note what it is; may be empty
 */
public record Citation(String key, String title, String note, String address, Edition edition) {

  /** Of the dataset. */
  public static Citation of(Edition edition, String address) {
    return new Citation("bykz-" + edition.version(), edition.title(), "", address, edition);
  }

  /**
   * Of an answer.
   *
   * @param arguments what was asked with
   */
  public static Citation of(
      Question question,
      String language,
      Map<String, String> arguments,
      String address,
      Edition edition) {
    String with =
        arguments.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return new Citation(
        "bykz-" + question.name() + "-" + edition.version(),
        question.title(language),
        "Answer to \"%s\"%s, from: %s, version %s"
            .formatted(
                question.question(language),
                with.isEmpty() ? "" : " with " + with,
                edition.title(),
                edition.version()),
        address,
        edition);
  }

  /** An entry for BibTeX and BibLaTeX. */
  public String bibTex() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", "{" + tex(title) + "}");
    fields.put("author", "{" + tex(edition.creator()) + "}");
    edition.date().ifPresent(date -> fields.put("year", date.substring(0, 4)));
    edition.date().ifPresent(date -> fields.put("date", date));
    fields.put("version", tex(edition.version()));
    fields.put("url", address);
    fields.put("note", tex(note));
    edition.licence().ifPresent(licence -> fields.put("license", licence));
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
        .collect(Collectors.joining(",\n", "@misc{" + key + ",\n", "\n}\n"));
  }

  private static String tex(String text) {
    StringBuilder tex = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '\\' -> tex.append("\\textbackslash{}");
                case '~' -> tex.append("\\textasciitilde{}");
                case '^' -> tex.append("\\textasciicircum{}");
                case '{', '}', '%', '&', '$', '#', '_' -> tex.append('\\').appendCodePoint(each);
                default -> tex.appendCodePoint(each);
              }
            });
    return tex.toString();
  }

  /** A CITATION.cff (Citation File Format 1.2.0). */
  public String cff() {
    StringBuilder cff = new StringBuilder("cff-version: 1.2.0\n");
    cff.append("message: Please cite this as below.\n");
    cff.append("type: dataset\n");
    cff.append("title: ").append(quoted(title)).append('\n');
    if (!note.isEmpty()) {
      cff.append("abstract: ").append(quoted(note)).append('\n');
    }
    cff.append("authors:\n  - name: ").append(quoted(edition.creator())).append('\n');
    cff.append("version: ").append(quoted(edition.version())).append('\n');
    // A release has a day or none.
    edition
        .date()
        .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"))
        .ifPresent(date -> cff.append("date-released: ").append(quoted(date)).append('\n'));
    cff.append("url: ").append(quoted(address)).append('\n');
    edition
        .licence()
        .ifPresent(licence -> cff.append("license-url: ").append(quoted(licence)).append('\n'));
    return cff.toString();
  }

  /** As YAML and JSON write it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            each -> {
              if (each == '"' || each == '\\') {
                quoted.append('\\').append((char) each);
              } else if (each < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", each));
              } else {
                quoted.append((char) each);
              }
            });
    return quoted.append('"').toString();
  }

  /** A record for reference managers (RIS). */
  public String ris() {
    StringBuilder ris = new StringBuilder();
    line(ris, "TY", Optional.of("DATA"));
    line(ris, "ID", Optional.of(key));
    line(ris, "TI", Optional.of(title));
    line(ris, "AU", Optional.of(edition.creator()));
    line(ris, "PY", edition.date().map(date -> date.substring(0, 4)));
    line(
        ris,
        "DA",
        edition
            .date()
            .map(
                date ->
                    date.replace('-', '/')
                        + "/".repeat(Math.max(0, (10 - date.length()) / 3) + 1)));
    line(ris, "ET", Optional.of(edition.version()));
    line(ris, "UR", Optional.of(address));
    line(ris, "N1", Optional.of(note).filter(text -> !text.isEmpty()));
    line(ris, "ER", Optional.of(""));
    return ris.toString();
  }

  private static void line(StringBuilder ris, String tag, Optional<String> value) {
    value.ifPresent(
        text -> ris.append(tag).append("  - ").append(text.replaceAll("\\s+", " ")).append("\r\n"));
  }
}
