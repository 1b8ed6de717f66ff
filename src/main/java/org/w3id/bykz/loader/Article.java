package org.w3id.bykz.loader;

import java.util.Optional;
import org.w3id.bykz.text.Source;

/**
 * One article of a file, found but not read yet: reading it is work that any thread may do.
 *
 * @param place where it stands, for messages: a file, or a row or record of one
 */
public record Article(String place, Content content) {

  /** How an article is read. */
  public interface Content {
    Loaded load() throws LoadException;
  }

  /**
   * An article as it was read, its language not yet told.
   *
   * @param text as it will be stored: all offsets refer to this
   * @param tagged the language that its publisher tags it with, in BCP 47, which need not be that
   *     of the text
   */
  public record Loaded(Source source, String text, Optional<String> tagged) {

    static Loaded untagged(Source source, String text) {
      return new Loaded(source, text, Optional.empty());
    }
  }

  /** What is found where an article should be, and is none. */
  static Article refused(String place, LoadException why) {
    return new Article(
        place,
        () -> {
          throw why;
        });
  }
}
