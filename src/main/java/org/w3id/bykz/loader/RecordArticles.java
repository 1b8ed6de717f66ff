package org.w3id.bykz.loader;

import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The articles of a file that holds many, read ahead by one. */
abstract class RecordArticles implements Articles {

  private final String place;
  private final Closeable file;
  private Optional<Article> ahead = Optional.empty();
  private boolean ended;

  /**
   * @param place the file, for messages
   * @param file closed with this or at the end
   */
  RecordArticles(String place, Closeable file) {
    this.place = place;
    this.file = file;
  }

  /** The next article, or a refusal of one; empty at the end. A thrown one is the last. */
  abstract Optional<Article> read() throws IOException, LoadException;

  /** Says that what was read last is the end of what can be. */
  final void end() {
    ended = true;
  }

  @Override
  public final boolean hasNext() {
    if (ahead.isEmpty() && !ended) {
      ahead = readOrRefuse();
      ended |= ahead.isEmpty();
    }
    return ahead.isPresent();
  }

  private Optional<Article> readOrRefuse() {
    try {
      return read();
    } catch (LoadException e) {
      ended = true;
      return Optional.of(Article.refused(place, e));
    } catch (IOException e) {
      ended = true;
      return Optional.of(Article.refused(place, Input.failure(place, e)));
    }
  }

  @Override
  public final Article next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The articles of " + place + " are at their end");
    }
    Article next = ahead.orElseThrow();
    ahead = Optional.empty();
    return next;
  }

  @Override
  public final void close() throws IOException {
    ended = true;
    file.close();
  }
}
