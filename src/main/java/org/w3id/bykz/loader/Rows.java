package org.w3id.bykz.loader;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The rows of a table in a format that others read. */
public interface Rows extends Closeable {

  /** The cells of the next row by the names of their columns; empty at the end. */
  Optional<Map<String, String>> next() throws IOException;
}
