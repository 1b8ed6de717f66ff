package org.w3id.bykz.loader;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * The articles of files, one after the other, each file opened when its turn comes and closed after
 * its last article. Never fails midway: what cannot be read is an article that says so when it is.
 */
public interface Articles extends Iterator<Article>, Closeable {

  /** Articles that need no closing. */
  static Articles of(List<Article> articles) {
    Iterator<Article> each = articles.iterator();
    return new Articles() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Article next() {
        return each.next();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  void close() throws IOException;
}
