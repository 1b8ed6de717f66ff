package org.w3id.bykz.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the files of texts that a command's arguments mean, whatever their format. */
public final class TextFiles {

  /** The folder, among those of texts, whose files correct them and are none, even if a table. */
  public static final String CURATION = "curation";

  /** The file, among texts, that tells what is known of them. */
  public static final String CATALOGUE = "catalog.ttl";

  private TextFiles() {}

  /**
   * The files of {@code paths}, in the order given: a directory stands for all files below it whose
   * names tell a format that is read, sorted by path, but for those in a folder of corrections; a
   * file for itself whatever its name. No two may have one id; whether each can be read is for its
   * loader to say.
   */
  public static List<Path> in(List<Path> paths) throws LoadException {
    List<Path> files = new ArrayList<>();
    Map<String, Path> byId = new HashMap<>();
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? below(path) : List.of(path)) {
        Path same = byId.put(nameBeforeSeparator(file), file);
        if (same != null && !nameBeforeSeparator(file).isBlank()) {
          throw new LoadException(
              same.equals(file)
                  ? file + " is given twice; name each file once"
                  : same
                      + " and "
                      + file
                      + " have the same id "
                      + nameBeforeSeparator(file)
                      + " (the name up to its first '_' or '.'); rename one of them");
        }
        files.add(file);
      }
    }
    return files;
  }

  /** The id of the source in {@code file}: its name up to the first {@code _} or {@code .}. */
  public static String idOf(Path file) throws LoadException {
    String id = nameBeforeSeparator(file);
    if (id.isBlank()) {
      throw new LoadException(
          "The file name of " + file + " gives no id before its first '_' or '.'; rename it");
    }
    return id;
  }

  private static String nameBeforeSeparator(Path file) {
    Path path = file.getFileName();
    String name = path == null ? "" : path.toString();
    int end = 0;
    while (end < name.length() && name.charAt(end) != '_' && name.charAt(end) != '.') {
      end++;
    }
    return name.substring(0, end);
  }

  private static List<Path> below(Path directory) throws LoadException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files =
          walk.filter(TextFiles::isText)
              .filter(file -> !file.getParent().endsWith(CURATION))
              .sorted()
              .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new LoadException("Cannot list the directory " + directory + ": " + reason(e), e);
    }
    if (files.isEmpty()) {
      throw new LoadException(
          "The directory " + directory + " holds no " + Format.known() + "; name one that does");
    }
    return files;
  }

  /**
   * Whether a folder's file is one of texts: its name says so, and does not begin with a point, as
   * those of the system's own files do.
   */
  public static boolean isText(Path file) {
    return isTextName(file.getFileName().toString()) && Files.isRegularFile(file);
  }

  /** Whether a file of this name, wherever it lies, is one of texts. */
  public static boolean isTextName(String name) {
    return Format.isKnown(name) && !name.startsWith(".");
  }

  private static String reason(Exception e) {
    return e.getCause() == null ? e.toString() : e.getCause().toString();
  }
}
