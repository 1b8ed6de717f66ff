package org.w3id.bykz.loader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a table of articles, or the header of a text, may tell of each, and the names that it may
 * have there, in English, German or Russian; where a row has several of one column's names, the
 * first one counts. Case, spaces, hyphens and underscores make no difference.
 */
enum Columns {
  TEXT(
      "text",
      "body",
      "content",
      "articlebody",
      "fulltext",
      "maintext",
      "articletext",
      "article",
      "inhalt",
      "текст"),
  TITLE("title", "headline", "heading", "header", "titel", "заголовок"),
  DATE(
      "date",
      "published",
      "datepublished",
      "publisheddate",
      "publishedat",
      "publicationdate",
      "pubdate",
      "issued",
      "datum",
      "дата"),
  PUBLISHER(
      "publisher",
      "source",
      "sourcename",
      "sitename",
      "site",
      "outlet",
      "newspaper",
      "agency",
      "quelle",
      "herausgeber",
      "источник",
      "издание"),
  LANGUAGE("language", "lang", "inlanguage", "sprache", "язык"),
  PAGE("url", "link", "uri", "page", "address", "sourceurl", "canonical", "ссылка"),
  ID("id", "identifier", "docid", "articleid", "guid", "key");

  private static final Pattern JOINTS = Pattern.compile("[\\s_\\-\\uFEFF]+");

  private final List<String> names;

  Columns(String... names) {
    this.names = List.of(names);
  }

  /** The form in which names are compared. */
  static String normal(String name) {
    return JOINTS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The usual names of this column, for messages. */
  String usualNames() {
    return names.get(0) + ", " + names.get(1) + " or " + names.get(2);
  }

  /** Whether a table with these columns, by normal names, has this one. */
  boolean isAmong(List<String> columns) {
    return names.stream().anyMatch(columns::contains);
  }

  /** What {@code row}, by normal names, says in this column, as {@code text} reads it. */
  <T> Optional<String> in(Map<String, T> row, Function<T, Optional<String>> text) {
    return names.stream()
        .filter(row::containsKey)
        .flatMap(name -> text.apply(row.get(name)).stream())
        .findFirst();
  }
}
