package org.w3id.bykz.loader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Source;

/**
 * Loads the pages of archives of the web (WARC, ISO 28500): responses with status 200 that hold
 * HTML or plain text, such resources, and the plain texts that others were converted to. What else
 * an archive holds, such as pictures, redirects and robots.txt, is passed over.
 */
final class WarcLoader implements Loader {

  private static final int MOST_HEADER_BYTES = 1 << 20;

  @Override
  public Articles articles(Input input) throws IOException, LoadException {
    HeaderStream stream = new HeaderStream(input.open());
    try {
      return new Records(input, stream, new WarcReader(stream));
    } catch (IOException e) {
      stream.close();
      throw damaged(input.place(), e);
    }
  }

  private static LoadException damaged(String place, Exception e) {
    return new LoadException(
        place
            + " is damaged, and nothing after it was read"
            + (e.getMessage() == null ? "" : " (" + firstLine(e.getMessage()) + ")")
            + "; get the archive once more",
        e);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /** Lets no header be longer than the most, and no end be read over and over. */
  private static final class HeaderStream extends FilterInputStream {

    private static final int MOST_ENDS = 100;

    private long left = MOST_HEADER_BYTES;
    private boolean body;
    private int ends;

    HeaderStream(InputStream stream) {
      super(stream);
    }

    void startHeader() {
      left = MOST_HEADER_BYTES;
      body = false;
    }

    void startBody() {
      body = true;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      left -= body ? 0 : Math.max(0, read);
      ends += read < 0 ? 1 : 0;
      if (left < 0) {
        throw new IOException("a header is longer than " + (MOST_HEADER_BYTES >> 20) + " MB");
      }
      if (ends > MOST_ENDS) {
        throw new IOException("it ends in the middle");
      }
      return read;
    }
  }

  private static final class Records extends RecordArticles {

    private final Input input;
    private final HeaderStream stream;
    private final WarcReader reader;
    private final RecordKeys keys = new RecordKeys();
    private long number;
    private boolean found;

    Records(Input input, HeaderStream stream, WarcReader reader) {
      super(input.place(), reader);
      this.input = input;
      this.stream = stream;
      this.reader = reader;
      reader.setLenient(true);
    }

    @Override
    Optional<Article> read() throws LoadException {
      try {
        return nextPage();
      } catch (IOException | RuntimeException e) {
        // The parser also throws unchecked what it finds wrong with a record.
        throw damaged(input.place() + ", record " + number, e);
      }
    }

    private Optional<Article> nextPage() throws IOException, LoadException {
      while (true) {
        number++;
        stream.startHeader();
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          break;
        }
        Optional<Article> article = article(record.get());
        stream.startBody();
        record.get().body().consume();
        if (article.isPresent()) {
          found = true;
          return article;
        }
      }
      if (!found) {
        throw new LoadException(
            input.place() + " holds no page of HTML or plain text; give an archive that does");
      }
      return Optional.empty();
    }

    private Optional<Article> article(WarcRecord record) throws IOException {
      if (!(record instanceof WarcTargetRecord target) || target.target() == null) {
        return Optional.empty();
      }
      if (record instanceof WarcResponse response) {
        if (!response.contentType().base().equals(MediaType.HTTP)) {
          return Optional.empty();
        }
        HttpResponse http = response.http();
        return http.status() == 200
            ? article(target, http.contentType(), http::bodyDecoded)
            : Optional.empty();
      }
      boolean text = target.type().equals("resource") || target.type().equals("conversion");
      return text ? article(target, record.contentType(), record::body) : Optional.empty();
    }

    private interface Body {
      MessageBody open() throws IOException;
    }

    private Optional<Article> article(WarcTargetRecord record, MediaType type, Body body)
        throws IOException {
      String name = type.base().toString().toLowerCase(Locale.ROOT);
      boolean page = name.equals("text/html") || name.equals("application/xhtml+xml");
      Optional<URI> address = address(record.target());
      boolean text =
          name.equals("text/plain")
              && !address.map(URI::getPath).orElse("").endsWith("/robots.txt");
      if (!page && !text) {
        return Optional.empty();
      }
      String place = input.place() + ", record " + number + " (" + record.target() + ")";
      String key = RecordKeys.of(identifier(record));
      if (!keys.add(key)) {
        return Optional.of(
            Article.refused(place, new LoadException(place + " has the id of an earlier record")));
      }
      Source known = known(key);
      stream.startBody();
      byte[] bytes;
      try {
        bytes = body.open().stream().readNBytes(PageLoader.MOST_BYTES + 1);
      } catch (IOException e) {
        return Optional.of(Article.refused(place, undecoded(place, e)));
      }
      Optional<String> charset = Optional.ofNullable(type.parameters().get("charset"));
      return Optional.of(
          new Article(
              place,
              () ->
                  page
                      ? PageLoader.load(place, bytes, charset, address, known)
                      : text(place, bytes, charset, address, known)));
    }

    private static LoadException undecoded(String place, IOException e) {
      return new LoadException(
          place + " cannot be unpacked: " + e.getMessage() + "; get the page once more", e);
    }

    private static Loaded text(
        String place, byte[] bytes, Optional<String> charset, Optional<URI> address, Source known)
        throws LoadException {
      String text = HtmlDecoder.decode(place, bytes, charset);
      Source source = known.orElse(Source.of(known.id()).foundAt(address));
      return Loaded.untagged(source, StoredText.of(place, text));
    }

    private Source known(String key) {
      Source file = input.known();
      return new Source(
          RecordKeys.id(file, key),
          Optional.empty(),
          file.publisher(),
          file.publisherCountry(),
          file.language(),
          Optional.empty(),
          Optional.empty());
    }

    /** {@code <urn:uuid:...>} without what is the same for all. */
    private static String identifier(WarcTargetRecord record) {
      String id = record.headers().first("WARC-Record-ID").orElse("").strip();
      String bare = id.replaceAll("^<|>$", "").replaceFirst("^urn:uuid:", "");
      return bare.isEmpty()
          ? record.target() + " " + record.headers().first("WARC-Date").orElse("")
          : bare;
    }

    private static Optional<URI> address(String target) {
      try {
        return Optional.of(new URI(target)).filter(PageFacts::isWeb);
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }
  }
}
