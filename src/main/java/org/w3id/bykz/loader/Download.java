package org.w3id.bykz.loader;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Source;

/** What an address on the web gave. */
public final class Download {

  private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");
  private static final String TEXT = "text/plain";

  private final URI address;
  private final byte[] bytes;
  private final String type;
  private final Optional<String> charset;

  /**
   * What came.
   *
   * @param address the one that answered, after all redirects
   * @param bytes unpacked, and not changed afterwards
   * @param type without parameters, in lower case; empty where the server named none
   * @param charset the encoding that the server named
   */
  Download(URI address, byte[] bytes, String type, Optional<String> charset) {
    this.address = address;
    this.bytes = bytes;
    this.type = type;
    this.charset = charset;
  }

  /** Whether a page or plain text may come as this type. */
  static boolean isReadable(String type) {
    return type.isEmpty() || type.equals(TEXT) || PAGES.contains(type);
  }

  /** The article that came, as the source {@code id}. */
  public Article article(String id) {
    Source known = Source.of(id);
    String place = address.toString();
    return isPage()
        ? new Article(
            place, () -> PageLoader.load(place, bytes, charset, Optional.of(address), known))
        : new Article(place, () -> text(place, known));
  }

  private boolean isPage() {
    return type.isEmpty()
        ? Format.of(bytes, String.valueOf(address.getPath())) == Format.PAGE
        : PAGES.contains(type);
  }

  private Loaded text(String place, Source known) throws LoadException {
    String text = HtmlDecoder.decode(place, bytes, charset);
    return Loaded.untagged(known.foundAt(Optional.of(address)), StoredText.of(place, text));
  }
}
