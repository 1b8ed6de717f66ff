package org.w3id.bykz.loader;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.w3id.bykz.text.Source;

/** A web page that holds an article: its text, and what it tells of it. */
final class Page {

  /** Pages nest a few dozen elements; deeper ones are not meant for readers. */
  private static final int DEEPEST = 256;

  /** How much shorter a page's visible text may be than the article that its data hold. */
  private static final int SHORTEST_SHARE = 2;

  private final Document page;
  private final PageFacts facts;

  private Page(Document page, Optional<URI> address) {
    this.page = page;
    this.facts = PageFacts.of(page, address);
  }

  /**
   * Reads a page.
   *
   * @param address where it was found
   */
  static Page parse(String html, Optional<URI> address) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    return new Page(parser.parseInput(html, address.map(URI::toString).orElse("")), address);
  }

  /**
   * Headline and paragraphs, parted by empty lines. A page that is put together by scripts shows
   * little itself; where its data hold the article, that is taken.
   */
  String text() {
    String shown = PageText.of(page, facts.title());
    Optional<String> data = facts.articleBody();
    if (data.isEmpty() || shown.length() * SHORTEST_SHARE >= data.get().length()) {
      return shown;
    }
    return facts.title().map(title -> title + "\n\n").orElse("") + data.get();
  }

  /** What the page tells of itself, as the source {@code id}. */
  Source source(String id) {
    return new Source(
        id,
        facts.title(),
        facts.publisher(),
        Optional.empty(),
        Optional.empty(),
        facts.issued(),
        facts.address());
  }

  /** The language that the page says it is in. */
  Optional<String> language() {
    return facts.language();
  }
}
