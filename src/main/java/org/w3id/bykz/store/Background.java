package org.w3id.bykz.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Graphs that a store has whatever is published into it, unless files bring graphs of the same
 * names: the program's ontology.
 *
 * @param edition changes with them, so that a store that has this edition is not compared with them
 * @param files gives them as N-Quads, and is asked only where they are needed
 */
public record Background(String edition, Supplier<List<Path>> files) {

  /** No graphs: what a store has beside the files, it keeps. */
  static final Background NONE = new Background("", List::of);
}
