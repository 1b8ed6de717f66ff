package org.w3id.bykz.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a store: one TDB2 database a publication ({@code data-0001}, …), the file {@code
 * current} with the name of the one that is read, and lock files.
 *
 * <p>A database is written once, by one process, under a new name, and read only after {@code
 * current} names it; that file changes by an atomic move. So a publication is all there or not at
 * all, whenever the process or the machine stops, and readers never wait. A reader holds a shared
 * lock on its database, which is deleted by a later publication when nobody holds one. Other ways:
 * a TDB2 transaction in place is as safe, but TDB2 lets one process alone open a database, so that
 * nobody could ask while a server runs.
 *
 * <p>A draft may begin with all that the present database holds ({@link Draft#continuePresent}):
 * the files of TDB2 that only grow are shared as hard links, and the small ones that tell where
 * they end are copied. TDB2 never writes into a block that a committed transaction has left, so the
 * present database stays as it is; what a draft that came to nothing has appended is written over
 * by the next.
 */
final class Generations {

  private static final Pattern NAME = Pattern.compile("data-(\\d{4,})");

  /** Blocks of indexes and the table of nodes. */
  private static final Pattern GROWING = Pattern.compile(".*\\.(idn|dat|obj)");

  private static final String CURRENT = "current";
  private static final String WRITER = "bykz.lock";

  private final Path folder;

  Generations(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path folder() {
    return folder;
  }

  /** The database that is read now; empty if nothing was published yet. */
  Optional<Path> current() {
    try {
      String name = Files.readString(folder.resolve(CURRENT)).strip();
      if (!NAME.matcher(name).matches()) {
        throw new DataException(folder.resolve(CURRENT) + " does not name a database: " + name);
      }
      return Optional.of(folder.resolve(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UsageException("Cannot read the store " + folder + ": " + Reasons.of(e), e);
    }
  }

  /** Keeps a database from being deleted; empty if it is not the current one any more. */
  Optional<Lock> hold(Path database) {
    Optional<Lock> lock = Lock.shared(lockOf(database));
    if (lock.isPresent() && !current().equals(Optional.of(database))) {
      lock.get().close();
      return Optional.empty();
    }
    return lock;
  }

  /**
   * Begins the next database, after clearing away what an interrupted publication left. Nobody else
   * can until the draft is closed.
   */
  Draft draft() throws IOException {
    if (isForeign()) {
      throw new UsageException(
          folder + " is neither empty nor a store; name another folder with --store");
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(WRITER);
    Lock lock =
        Lock.exclusive(file)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Process %s is publishing into %s; try again when it is done"
                            .formatted(Lock.holder(file), folder)));
    sweep();
    return new Draft(next(), lock);
  }

  /** A database that nobody reads yet. */
  final class Draft implements AutoCloseable {

    private final Path database;
    private final Lock lock;

    private Draft(Path database, Lock lock) {
      this.database = database;
      this.lock = lock;
    }

    Path database() {
      return database;
    }

    /** Begins with what the present database holds, in a time that does not depend on its size. */
    void continuePresent() throws IOException {
      Path present = current().orElseThrow();
      try (Stream<Path> files = Files.list(present)) {
        for (Path file : files.toList()) {
          Path here = database.resolve(file.getFileName());
          if (GROWING.matcher(file.getFileName().toString()).matches()) {
            share(file, here);
          } else {
            Files.copy(file, here);
          }
        }
      }
    }

    /** Makes it the current one; from then on it is only read. */
    void publish() throws IOException {
      Files.createFile(lockOf(database));
      Path written = folder.resolve(CURRENT + ".new");
      Files.writeString(written, database.getFileName() + "\n");
      sync(written, WRITE);
      Files.move(written, folder.resolve(CURRENT), ATOMIC_MOVE);
      sync(folder, READ);
    }

    /** Deletes every database that is neither current nor read, be it this one. */
    @Override
    public void close() throws IOException {
      try {
        sweep();
      } finally {
        lock.close();
      }
    }
  }

  private static void share(Path file, Path here) throws IOException {
    try {
      Files.createLink(here, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No hard links here, or no more: then as much is written as the database holds.
      Files.copy(file, here);
    }
  }

  private boolean isForeign() throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent() && !Files.exists(folder.resolve(WRITER));
    }
  }

  private Path next() throws IOException {
    int last = databases().stream().mapToInt(Generations::number).max().orElse(0);
    return Files.createDirectory(folder.resolve("data-%04d".formatted(last + 1)));
  }

  private static void sync(Path file, OpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(file, mode)) {
      channel.force(true);
    }
  }

  /** When a database was. */
  static Instant published(Path database) {
    try {
      return Files.getLastModifiedTime(lockOf(database)).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep() throws IOException {
    Optional<Path> current = current();
    for (Path database : databases()) {
      if (!current.equals(Optional.of(database))) {
        deleteIfUnread(database);
      }
    }
  }

  private void deleteIfUnread(Path database) throws IOException {
    Path lockFile = lockOf(database);
    if (Files.exists(lockFile)) {
      Optional<Lock> lock = Lock.exclusive(lockFile);
      if (lock.isEmpty()) {
        return;
      }
      Files.delete(lockFile);
      lock.get().close();
    }
    delete(database);
  }

  private static void delete(Path database) throws IOException {
    try (Stream<Path> files = Files.walk(database)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<Path> databases() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static int number(Path database) {
    return Integer.parseInt(database.getFileName().toString().substring("data-".length()));
  }

  private static Path lockOf(Path database) {
    return database.resolveSibling(database.getFileName() + ".lock");
  }

  /** A lock on a file that ends with the process at the latest. */
  record Lock(FileChannel channel) implements AutoCloseable {

    /** Empty if another holds the file, or if it is gone. */
    static Optional<Lock> shared(Path file) {
      try {
        return lock(FileChannel.open(file, READ), true);
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UsageException("Cannot lock " + file + ": " + Reasons.of(e), e);
      }
    }

    /** Empty if another holds the file. */
    static Optional<Lock> exclusive(Path file) throws IOException {
      Optional<Lock> lock = lock(FileChannel.open(file, CREATE, READ, WRITE), false);
      if (lock.isPresent()) {
        ByteBuffer pid =
            StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid()));
        lock.get().channel.truncate(0).write(pid);
      }
      return lock;
    }

    private static Optional<Lock> lock(FileChannel channel, boolean shared) throws IOException {
      FileLock lock = null;
      try {
        lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      } catch (OverlappingFileLockException e) {
        // Held by this very process, which is told like any other.
      } finally {
        if (lock == null) {
          channel.close();
        }
      }
      return lock == null ? Optional.empty() : Optional.of(new Lock(channel));
    }

    static String holder(Path file) {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        return "unknown";
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
