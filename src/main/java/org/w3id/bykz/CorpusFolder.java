package org.w3id.bykz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.loader.TextFiles;
import org.w3id.bykz.rdf.CatalogueWriter;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Sha256;
import org.w3id.bykz.text.Source;

/**
 * A folder of texts that is being added to, by one at a time: {@code ID_DIGEST.txt} for each text
 * as it is stored, the digest being the first 16 digits of its SHA-256, and an entry in {@code
 * catalog.ttl}. What is added appears with {@link #commit}, the catalogue last, each file whole or
 * not at all; closed without it, the folder is as it was.
 */
public final class CorpusFolder implements Closeable {

  /** The catalogue to be; as long as a process has it locked, no other adds anything. */
  private static final String COMING = "catalog.ttl.new";

  /** A text to be, until it has its name. */
  private static final String STAGED = "\\..*\\.txt\\.new";

  private static final int DIGEST_DIGITS = 16;

  /** No stored text is larger. */
  private static final int LARGEST_TEXT = 2 << 20;

  private static final String NUMBER = "\\d{1,9}";

  /**
   * What became of a text.
   *
   * @param isNew false if the folder has it already, under this id
   */
  public record Added(String id, Path file, boolean isNew) {}

  private final Path folder;
  private final FileChannel next;
  private final boolean isNewFolder;
  private final CatalogueWriter catalogue;

  /** Files that are there, by id. */
  private final Map<String, Path> files = new TreeMap<>();

  private final Map<URI, String> pages = new HashMap<>();

  /** Files that are there or coming, by digest. */
  private final Map<String, Path> texts = new HashMap<>();

  /** The files that are coming, by where they stand until then. */
  private final Map<Path, Path> coming = new TreeMap<>();

  private boolean changed;
  private boolean committed;

  private CorpusFolder(Path folder, FileChannel next, boolean isNewFolder)
      throws IOException, LoadException {
    this.folder = folder;
    this.next = next;
    this.isNewFolder = isNewFolder;
    this.catalogue = readCatalogue();
    readFiles();
  }

  /** Opens a folder, which is made if there is none. */
  public static CorpusFolder open(Path folder) throws IOException, LoadException {
    boolean isNew = !Files.exists(folder);
    Files.createDirectories(folder);
    FileChannel next = lock(folder);
    try {
      sweep(folder);
      return new CorpusFolder(folder, next, isNew);
    } catch (IOException | LoadException | RuntimeException e) {
      Files.delete(folder.resolve(COMING));
      next.close();
      throw e;
    }
  }

  /** The lock ends with the process, also with one that is killed. */
  private static FileChannel lock(Path folder) throws IOException, LoadException {
    Path file = folder.resolve(COMING);
    FileChannel next = FileChannel.open(file, CREATE, WRITE);
    try {
      // Who has just finished has moved the file away.
      if (next.tryLock() != null && Files.exists(file)) {
        return next;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which is told like any other.
    }
    next.close();
    throw new LoadException(
        "Somebody else is adding to " + folder + "; try again when that is done");
  }

  /** Clears away what an interrupted process left. */
  private static void sweep(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(CorpusFolder::isStaged).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isStaged(Path file) {
    return file.getFileName().toString().matches(STAGED);
  }

  private CatalogueWriter readCatalogue() throws IOException, LoadException {
    Path path = folder.resolve(TextFiles.CATALOGUE);
    try {
      return Files.exists(path)
          ? CatalogueWriter.of(path.toString(), Files.readAllBytes(path))
          : CatalogueWriter.empty(path.toString());
    } catch (IllegalArgumentException e) {
      throw new LoadException(e.getMessage(), e);
    }
  }

  private void readFiles() throws IOException, LoadException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(TextFiles::isText).sorted().toList();
    }
    for (Path file : all) {
      files.put(TextFiles.idOf(file), file);
      if (folder.equals(file.getParent()) && Files.size(file) <= LARGEST_TEXT) {
        texts.putIfAbsent(digest(Files.readAllBytes(file)), file);
      }
    }
    catalogue
        .before()
        .forEach(
            (name, source) -> {
              files.putIfAbsent(source.id(), folder.resolve(name));
              source.page().ifPresent(page -> pages.putIfAbsent(page, source.id()));
            });
  }

  /** The source that was read from {@code page}, if the folder has one. */
  public Optional<String> sourceOf(URI page) {
    return Optional.ofNullable(pages.get(page));
  }

  /**
   * Adds a text, unless the folder has the same text, or one of the same page, already.
   *
   * @param id the id that it shall have, or else the next number that is free
   */
  public Added add(Document document, Optional<String> id) throws IOException, LoadException {
    Optional<String> known = document.source().page().flatMap(this::sourceOf);
    if (known.isPresent()) {
      return new Added(known.get(), files.get(known.get()), false);
    }
    byte[] text = document.text().getBytes(UTF_8);
    String digest = digest(text);
    Path same = texts.get(digest);
    if (same != null && isCatalogued(same)) {
      return new Added(TextFiles.idOf(same), same, false);
    }
    Path file = same == null ? stage(text, digest, id) : same;
    if (id.isPresent() && !id.get().equals(TextFiles.idOf(file))) {
      throw new LoadException(
          "The text stands in " + file + " already, so that its id is no other; leave --id out");
    }
    Source source = document.source().withId(TextFiles.idOf(file));
    catalogue.add(source, document.language(), String.valueOf(file.getFileName()));
    changed = true;
    files.put(source.id(), file);
    texts.put(digest, file);
    source.page().ifPresent(page -> pages.put(page, source.id()));
    return new Added(source.id(), file, true);
  }

  private boolean isCatalogued(Path file) {
    return coming.containsValue(file)
        || catalogue.before().containsKey(String.valueOf(file.getFileName()));
  }

  private Path stage(byte[] text, String digest, Optional<String> id)
      throws IOException, LoadException {
    String chosen = id.orElseGet(this::nextFree);
    if (files.containsKey(chosen)) {
      throw new LoadException(
          "The id " + chosen + " is that of " + files.get(chosen) + "; choose another");
    }
    Path file = folder.resolve(chosen + "_" + digest + ".txt");
    Path staged = folder.resolve("." + file.getFileName() + ".new");
    coming.put(staged, file);
    Files.write(staged, text);
    return file;
  }

  /** One more than the largest number, of three digits at least. */
  private String nextFree() {
    int largest =
        files.keySet().stream()
            .filter(id -> id.matches(NUMBER))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(-1);
    return "%03d".formatted(largest + 1);
  }

  /** Makes all that was added appear. */
  public void commit() throws IOException, LoadException {
    if (!changed) {
      return;
    }
    try {
      ByteBuffer content = ByteBuffer.wrap(catalogue.content());
      next.truncate(0);
      while (content.hasRemaining()) {
        next.write(content);
      }
      next.force(true);
    } catch (IllegalArgumentException e) {
      throw new LoadException(e.getMessage(), e);
    }
    List<Path> moved = new ArrayList<>();
    try {
      for (Map.Entry<Path, Path> each : coming.entrySet()) {
        move(each.getKey(), each.getValue());
        moved.add(each.getValue());
      }
      move(folder.resolve(COMING), folder.resolve(TextFiles.CATALOGUE));
      coming.clear();
      committed = true;
    } catch (IOException e) {
      for (Path file : moved) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes back what was not committed. */
  @Override
  public void close() throws IOException {
    for (Path staged : coming.keySet()) {
      Files.deleteIfExists(staged);
    }
    if (!committed) {
      Files.deleteIfExists(folder.resolve(COMING));
    }
    next.close();
    if (isNewFolder && isEmpty()) {
      Files.delete(folder);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.findAny().isEmpty();
    }
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.begin().digest(bytes), 0, DIGEST_DIGITS / 2);
  }
}
