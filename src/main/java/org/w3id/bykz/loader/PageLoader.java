package org.w3id.bykz.loader;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Source;

/**
 * Loads web pages: the text is the article without what stands around it, and what the page tells
 * of it is its source. Immutable and thread-safe.
 */
final class PageLoader implements Loader {

  /** Pages are mostly markup; the largest that news sites send are half of this. */
  static final int MOST_BYTES = 4 << 20;

  @Override
  public Articles articles(Input input) {
    return Articles.of(List.of(new Article(input.place(), () -> load(input))));
  }

  private static Loaded load(Input input) throws LoadException {
    byte[] bytes = input.bytes(MOST_BYTES);
    return load(input.place(), bytes, Optional.empty(), Optional.empty(), input.known());
  }

  /**
   * The article of a page.
   *
   * @param served the encoding that came with it
   * @param address where it was found
   * @param known what is known of it beforehand, which goes before what it says itself
   */
  static Loaded load(
      String place, byte[] bytes, Optional<String> served, Optional<URI> address, Source known)
      throws LoadException {
    if (bytes.length > MOST_BYTES) {
      throw StoredText.tooLarge(place, MOST_BYTES);
    }
    Page page = Page.parse(HtmlDecoder.decode(place, bytes, served), address);
    String text = StoredText.of(place, page.text());
    return new Loaded(known.orElse(page.source(known.id())), text, page.language());
  }
}
