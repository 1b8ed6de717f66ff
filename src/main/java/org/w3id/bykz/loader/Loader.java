package org.w3id.bykz.loader;

import java.io.IOException;

/** Finds the articles of one format. */
interface Loader {

  /**
   * The articles of {@code input}, in its order, of which no more than one is held at a time. What
   * is wrong with one article is said when that one is read; what is wrong with the whole, at once.
   */
  Articles articles(Input input) throws IOException, LoadException;
}
