package org.w3id.bykz.spark;

import java.io.Serializable;
import java.util.Optional;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Article.Loaded;
import org.w3id.bykz.loader.LoadException;

/**
 * An article as its loader read it, or why it could not, on its way to where it is extracted.
 *
 * @param place where it stands, for messages
 * @param source null of one that could not be read
 * @param text or why there is none
 * @param tagged the language that its publisher tags it with, or null
 */
record LoadedRecord(String file, String place, PackedSource source, String text, String tagged)
    implements Serializable {

  static LoadedRecord of(String file, Article article) {
    try {
      Loaded loaded = article.content().load();
      return new LoadedRecord(
          file,
          article.place(),
          PackedSource.of(loaded.source()),
          loaded.text(),
          loaded.tagged().orElse(null));
    } catch (LoadException e) {
      return new LoadedRecord(file, article.place(), null, e.getMessage(), null);
    }
  }

  Article article() {
    return new Article(place, this::load);
  }

  private Loaded load() throws LoadException {
    if (source == null) {
      throw new LoadException(text);
    }
    return new Loaded(source.unpacked(), text, Optional.ofNullable(tagged));
  }
}
