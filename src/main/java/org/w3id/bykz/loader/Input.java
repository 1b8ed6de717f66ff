package org.w3id.bykz.loader;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.w3id.bykz.text.Source;

/** A file to load, unpacked if it is gzip. One that is small is read but once. */
final class Input {

  private static final int BUFFER = 1 << 16;

  /** Most articles are smaller. */
  private static final int SMALL = 1 << 14;

  private final String place;
  private final Bytes bytes;
  private final Source known;
  private final byte[] start;

  private Input(String place, Bytes bytes, Source known, byte[] start) {
    this.place = place;
    this.bytes = bytes;
    this.known = known;
    this.start = start;
  }

  /** Opens a file of this machine. */
  static Input of(Path path, Source known) throws IOException {
    return of(path.toString(), () -> Files.newInputStream(path), known);
  }

  /**
   * Opens a file.
   *
   * @param place its path, for messages, whose end is its name
   * @param known what is known of its source beforehand, its id at least
   */
  static Input of(String place, Bytes bytes, Source known) throws IOException {
    try (InputStream stream = bytes.open()) {
      byte[] start = stream.readNBytes(SMALL);
      if (!isGzip(new ByteArrayInputStream(start))) {
        return new Input(place, bytes, known, start);
      }
    }
    try (InputStream stream = unpacked(bytes)) {
      return new Input(place, bytes, known, stream.readNBytes(SMALL));
    }
  }

  Source known() {
    return known;
  }

  /** The file's name, for messages. */
  String place() {
    return place;
  }

  Format format() {
    return Format.of(
        start.length <= Format.HEAD ? start : Arrays.copyOf(start, Format.HEAD),
        place.substring(place.lastIndexOf('/') + 1));
  }

  /** The file's bytes. */
  InputStream open() throws IOException {
    return start.length < SMALL ? new ByteArrayInputStream(start) : unpacked(bytes);
  }

  private static InputStream unpacked(Bytes bytes) throws IOException {
    InputStream packed = new BufferedInputStream(bytes.open(), BUFFER);
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
    if (start.length < SMALL && start.length <= most) {
      return start;
    }
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
