package org.w3id.bykz.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.loader.TextFiles;
import org.w3id.bykz.rdf.CatalogueReader;
import org.w3id.bykz.text.Source;

/**
 * What a job reads: the files that its arguments mean on whatever file system, by the rules of
 * {@link TextFiles} and in the order of their paths, what the catalogues beside them know, and the
 * corrections beside them. A file that cannot be one of these is quarantined, the others are read.
 */
final class Inputs {

  private final Configuration configuration;
  private final Optional<Path> catalogue;
  private final Map<Path, Map<String, Source>> catalogues = new LinkedHashMap<>();
  private final Map<String, InputFile> byId = new LinkedHashMap<>();
  private final List<Quarantined> quarantined = new ArrayList<>();

  private Inputs(Optional<Path> catalogue, Configuration configuration) {
    this.catalogue = catalogue;
    this.configuration = configuration;
  }

  /**
   * Finds files.
   *
   * @param catalogue of all of them; empty if each has that beside it
   * @throws LoadException if there is no such file or folder, or if a catalogue cannot be read
   */
  static Inputs of(List<Path> paths, Optional<Path> catalogue, Configuration configuration)
      throws IOException, LoadException {
    Inputs inputs = new Inputs(catalogue, configuration);
    boolean whole = false;
    for (Path path : paths) {
      whole |= inputs.add(path);
    }
    if (whole) {
      inputs.findMissing();
    }
    return inputs;
  }

  List<InputFile> files() {
    return List.copyOf(byId.values());
  }

  /** Files that are not read, and why. */
  List<Quarantined> quarantined() {
    return List.copyOf(quarantined);
  }

  /** What the files with corrections hold, those of {@code folder} or else those beside texts. */
  Map<String, byte[]> corrections(Optional<Path> folder) throws IOException, LoadException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    if (folder.isPresent()) {
      addCorrections(folder.get(), contents);
      return contents;
    }
    Set<Path> folders = new HashSet<>();
    for (InputFile file : byId.values()) {
      Path beside = new Path(new Path(file.path()).getParent(), TextFiles.CURATION);
      if (folders.add(beside) && files(beside).exists(beside)) {
        addCorrections(beside, contents);
      }
    }
    return contents;
  }

  private void addCorrections(Path folder, Map<String, byte[]> contents)
      throws IOException, LoadException {
    for (FileStatus file : list(folder)) {
      Path path = file.getPath();
      if (path.getName().endsWith(".ttl")) {
        try (InputStream in = files(path).open(path)) {
          contents.put(path.toString(), in.readAllBytes());
        }
      }
    }
  }

  /** Sorted, which not every file system does. */
  private List<FileStatus> list(Path folder) throws IOException, LoadException {
    try {
      List<FileStatus> all = new ArrayList<>(List.of(files(folder).listStatus(folder)));
      all.sort(Comparator.comparing(file -> file.getPath().toString()));
      return all;
    } catch (FileNotFoundException e) {
      throw missing(folder, e);
    }
  }

  /** Adds a file, or those of a folder, and says whether it is a folder. */
  private boolean add(Path path) throws IOException, LoadException {
    FileStatus status;
    try {
      status = files(path).getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw missing(path, e);
    }
    if (!status.isDirectory()) {
      addFile(status.getPath());
      return false;
    }
    List<Path> below = below(path);
    if (below.isEmpty()) {
      throw new LoadException(
          "The directory "
              + path
              + " holds no *.txt, *.html, *.jsonl, *.csv, *.warc or *.parquet; name one that does");
    }
    for (Path file : below) {
      addFile(file);
    }
    return true;
  }

  private static LoadException missing(Path path, IOException why) {
    return new LoadException("There is no file " + path + "; check the path", why);
  }

  private List<Path> below(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files(directory).listFiles(directory, true);
    while (all.hasNext()) {
      Path file = all.next().getPath();
      String name = file.getName();
      if ((TextFiles.isTextName(name) || InputFile.isParquet(name) && !name.startsWith("."))
          && !file.getParent().getName().equals(TextFiles.CURATION)) {
        found.add(file);
      }
    }
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }

  private void addFile(Path file) throws IOException, LoadException {
    String path = file.toString();
    String id;
    try {
      id = TextFiles.idOf(java.nio.file.Path.of(file.getName()));
    } catch (LoadException e) {
      quarantined.add(new Quarantined(path, "", e.getMessage()));
      return;
    }
    Source known = catalogue(file).getOrDefault(file.getName(), Source.of(id));
    InputFile added = new InputFile(path, PackedSource.of(known));
    InputFile same = byId.putIfAbsent(id, added);
    if (same != null && !same.equals(added)) {
      quarantined.add(
          new Quarantined(
              path,
              "",
              "%s has the same id %s (the name up to its first '_' or '.') as %s, so that it was not read; rename one of them"
                  .formatted(path, id, same.path())));
    }
  }

  /** What is known by the names of files. */
  private Map<String, Source> catalogue(Path file) throws IOException, LoadException {
    Path path = catalogue.orElse(new Path(file.getParent(), TextFiles.CATALOGUE));
    Map<String, Source> known = catalogues.get(path);
    if (known == null) {
      known = catalogue.isPresent() || files(path).exists(path) ? read(path) : Map.of();
      catalogues.put(path, known);
    }
    return known;
  }

  private Map<String, Source> read(Path path) throws IOException, LoadException {
    try (InputStream in = files(path).open(path)) {
      return CatalogueReader.read(path.toString(), in);
    } catch (FileNotFoundException e) {
      throw missing(path, e);
    } catch (IllegalArgumentException e) {
      throw new LoadException(e.getMessage(), e);
    }
  }

  /** Where folders are read, a catalogue's entry without a file is a fault. */
  private void findMissing() throws IOException {
    Set<String> names = new HashSet<>();
    byId.values().forEach(file -> names.add(new Path(file.path()).getName()));
    for (Map.Entry<Path, Map<String, Source>> each : catalogues.entrySet()) {
      for (String name : each.getValue().keySet()) {
        Path file = new Path(each.getKey().getParent(), name);
        if (!names.contains(name) && !files(file).exists(file)) {
          quarantined.add(
              new Quarantined(
                  file.toString(),
                  "",
                  "%s describes %s, which is not there; add the file or take its entry out"
                      .formatted(each.getKey(), name)));
        }
      }
    }
  }

  private FileSystem files(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }
}
