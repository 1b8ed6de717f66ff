package org.w3id.bykz.loader;

import java.io.IOException;
import java.io.InputStream;

/** What a file holds, wherever it lies; it may be read more than once. */
public interface Bytes {
  InputStream open() throws IOException;
}
