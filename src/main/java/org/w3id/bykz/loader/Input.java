package org.w3id.bykz.loader;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.w3id.bykz.text.Source;

/**
 * A file to load.
 *
 * @param known what is known of its source beforehand, its id at least
 */
record Input(Path path, Source known) {

  private static final int BUFFER = 1 << 16;

  /** The file's name, for messages. */
  String place() {
    return path.toString();
  }

  /** The file's bytes, unpacked if they are gzip, with room to mark {@code BUFFER} of them. */
  InputStream open() throws IOException {
    InputStream packed = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return isGzip(packed)
          ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER)
          : packed;
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  private static boolean isGzip(InputStream stream) throws IOException {
    stream.mark(2);
    boolean gzip = stream.read() == 0x1F && stream.read() == 0x8B;
    stream.reset();
    return gzip;
  }

  /** All bytes, or one more than {@code most}. */
  byte[] bytes(int most) throws LoadException {
    try (InputStream stream = open()) {
      return stream.readNBytes(most + 1);
    } catch (IOException e) {
      throw failure(place(), e);
    }
  }

  /** What a user is told of a file that cannot be read. */
  static LoadException failure(String place, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new LoadException("There is no file " + place + "; check the path", e);
    }
    if (e instanceof AccessDeniedException) {
      return new LoadException("The file " + place + " may not be read; check its permissions", e);
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return new LoadException(
          place + " is damaged or cut off (" + e.getMessage() + "); get it once more", e);
    }
    String reason = Files.isDirectory(Path.of(place)) ? "it is a directory" : e.getMessage();
    return new LoadException("Cannot read " + place + ": " + reason, e);
  }
}
