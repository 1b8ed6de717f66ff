package org.w3id.bykz.text;

import java.net.URI;
import java.util.Optional;

/**
 * What is known of a text beside the text: a catalogue entry, or what a loader could read.
 *
 * @param id the file's name up to its first {@code _} or {@code .}, as in {@code 003}; of a record
 *     in a file this, an underscore and the record's own key, as in {@code news_row-12}
 * @param title as published
 * @param publisher name of the paper, agency or body that published it
 * @param publisherCountry ISO 3166-1 alpha-2 code of the publisher's country
 * @param language what the catalogue says it is written in
 * @param issued day, month or year of publication in EDTF, such as {@code 2022-06-09} or {@code
 *     2018}; never guessed
 * @param page address of the page it was read from
 */
public record Source(
    String id,
    Optional<String> title,
    Optional<String> publisher,
    Optional<String> publisherCountry,
    Optional<Language> language,
    Optional<String> issued,
    Optional<URI> page) {

  public Source {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A source needs an id");
    }
  }

  /** A source of which nothing but its id is known. */
  public static Source of(String id) {
    return new Source(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same source under another id. */
  public Source withId(String other) {
    return new Source(other, title, publisher, publisherCountry, language, issued, page);
  }

  /** The same source, published on that day, month or year. */
  public Source issuedOn(String edtf) {
    return new Source(id, title, publisher, publisherCountry, language, Optional.of(edtf), page);
  }

  /** The same source, read from that page, if any. */
  public Source foundAt(Optional<URI> address) {
    return new Source(id, title, publisher, publisherCountry, language, issued, address);
  }

  /** The same source, with what is not known of it taken from {@code other}. */
  public Source orElse(Source other) {
    return new Source(
        id,
        title.or(other::title),
        publisher.or(other::publisher),
        publisher.isPresent() ? publisherCountry : other.publisherCountry,
        language.or(other::language),
        issued.or(other::issued),
        page.or(other::page));
  }
}
