package org.w3id.bykz.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.w3id.bykz.store.DataException;

/** The lines of a packed file of a release. */
final class Packed {

  private Packed() {}

  static BufferedReader open(Path file) {
    try {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  static DataException broken(Path file, IOException e) {
    return new DataException(
        "The release before is broken: %s cannot be read (%s); name another with --since"
            .formatted(file, e.getMessage()),
        e);
  }
}
