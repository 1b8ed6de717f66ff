package org.w3id.bykz.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What is kept beside a database, so that the next publication can go on from it.
 *
 * @param edition of the gate that it has passed
 * @param background the edition of the {@link Background} that it has; empty if it has not all of
 *     it
 * @param sum of its statements but for its self-description ({@link Fingerprint})
 * @param told how many statements were published
 * @param made how many follow from them
 * @param bytes how large it was when it was last built from nothing
 */
record State(String edition, String background, long sum, long told, long made, long bytes) {

  private static final String FILE = "state.properties";

  /** Empty if the database was made by an earlier version of the program. */
  static Optional<State> of(Path database) throws IOException {
    Path file = database.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      kept.load(in);
    }
    return Optional.of(
        new State(
            kept.getProperty("edition"),
            kept.getProperty("background", ""),
            Long.parseLong(kept.getProperty("sum")),
            Long.parseLong(kept.getProperty("told")),
            Long.parseLong(kept.getProperty("made")),
            Long.parseLong(kept.getProperty("bytes"))));
  }

  void write(Path database) throws IOException {
    Files.writeString(
        database.resolve(FILE),
        "edition=%s%nbackground=%s%nsum=%d%ntold=%d%nmade=%d%nbytes=%d%n"
            .formatted(edition, background, sum, told, made, bytes));
  }
}
