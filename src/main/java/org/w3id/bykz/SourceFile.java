package org.w3id.bykz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.DocumentLoader;
import org.w3id.bykz.text.Source;

/**
 * A file that holds a text, or a table or archive of many.
 *
 * @param known what a catalogue says of it
 */
public record SourceFile(Path path, Optional<Source> known) {

  /** The articles of all {@code files}, each file opened when its turn comes. */
  public static Articles articles(Iterable<SourceFile> files) {
    return new OneAfterTheOther(files.iterator());
  }

  private static final class OneAfterTheOther implements Articles {

    private final Iterator<SourceFile> files;
    private Articles present = Articles.of(java.util.List.of());

    OneAfterTheOther(Iterator<SourceFile> files) {
      this.files = files;
    }

    @Override
    public boolean hasNext() {
      while (!present.hasNext() && files.hasNext()) {
        closePresent();
        SourceFile file = files.next();
        present = DocumentLoader.articles(file.path(), file.known());
      }
      return present.hasNext();
    }

    @Override
    public Article next() {
      if (!hasNext()) {
        throw new NoSuchElementException("There is no other article");
      }
      return present.next();
    }

    private void closePresent() {
      try {
        close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      present.close();
    }
  }
}
