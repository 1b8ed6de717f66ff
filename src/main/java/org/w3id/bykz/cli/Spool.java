package org.w3id.bykz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3id.bykz.Version;
import org.w3id.bykz.rdf.QuadWriter;

/** Quads on their way from the writing half to the store: a file that goes when this is closed. */
final class Spool implements AutoCloseable {

  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  static Spool create() throws IOException {
    return new Spool(Files.createTempFile("bykz-", ".nq.gz"));
  }

  QuadWriter writer() throws IOException {
    return QuadWriter.gzip(Files.newOutputStream(file), Version.CURRENT);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
