package org.w3id.bykz.loader;

import java.util.List;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.text.Source;

/**
 * Loads plain text files in UTF-8. The text is the file as it is: a byte order mark stays, and so
 * do line ends, so that offsets are those of the file, and so does a header, whose title, date,
 * publisher, language and address are taken. Immutable and thread-safe.
 */
final class PlainTextLoader implements Loader {

  private final int mostBytes;

  PlainTextLoader() {
    this(StoredText.MOST_BYTES);
  }

  /** Refuses files of more than {@code mostBytes}. */
  PlainTextLoader(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public Articles articles(Input input) {
    return Articles.of(List.of(new Article(input.place(), () -> load(input))));
  }

  private Loaded load(Input input) throws LoadException {
    String text = text(input.place(), input.bytes(mostBytes));
    TextHeader header = TextHeader.of(text);
    Source known = input.known();
    return new Loaded(known.orElse(header.source(known.id())), text, header.language());
  }

  /** What {@code bytes} say. */
  String text(String place, byte[] bytes) throws LoadException {
    if (bytes.length > mostBytes) {
      throw StoredText.tooLarge(place, mostBytes);
    }
    String text;
    try {
      text = Utf8.decode(bytes);
    } catch (Utf8.NotText e) {
      throw new LoadException(place + " " + e.getMessage(), e);
    }
    if (StoredText.isBlank(text)) {
      throw new LoadException(
          place
              + (bytes.length == 0 ? " is empty" : " holds nothing but white space")
              + "; give a file with text");
    }
    return text;
  }
}
