package org.w3id.bykz;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.loader.TextFiles;
import org.w3id.bykz.rdf.CatalogueReader;
import org.w3id.bykz.text.Source;

/**
 * Texts in files, with what a catalogue knows of each.
 *
 * @param missing files that a catalogue describes and nobody has, one sentence each
 * @param curation the folders beside the texts that hold corrections
 * @param isWhole whether folders are read, so that what is not there is missing
 */
public record Corpus(
    List<SourceFile> files, List<LoadException> missing, List<Path> curation, boolean isWhole) {

  public Corpus {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    curation = List.copyOf(curation);
  }

  /** Texts that nobody corrects. */
  public Corpus(List<SourceFile> files, List<LoadException> missing) {
    this(files, missing, List.of(), false);
  }

  /** The texts of files and folders, each known by the {@code catalog.ttl} beside it, if any. */
  public static Corpus of(List<Path> paths) throws LoadException {
    Map<Path, Catalogue> byFolder = new HashMap<>();
    List<SourceFile> files = new ArrayList<>();
    for (Path file : TextFiles.in(paths)) {
      Path beside = file.resolveSibling(TextFiles.CATALOGUE);
      if (!byFolder.containsKey(beside)) {
        byFolder.put(beside, Files.exists(beside) ? Catalogue.read(beside) : Catalogue.NONE);
      }
      files.add(new SourceFile(file, byFolder.get(beside).source(file)));
    }
    return of(paths, files, List.copyOf(byFolder.values()));
  }

  /** The texts of files and folders, known by one catalogue that may lie elsewhere. */
  public static Corpus of(List<Path> paths, Path catalogue) throws LoadException {
    Catalogue read = Catalogue.read(catalogue);
    List<SourceFile> files = new ArrayList<>();
    for (Path file : TextFiles.in(paths)) {
      files.add(new SourceFile(file, read.source(file)));
    }
    return of(paths, files, List.of(read));
  }

  /** The texts that come with the program. */
  public static Corpus bundled() throws LoadException {
    try {
      URI place = Corpus.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path home = Path.of(place);
      // The jar stays open for as long as the texts may be read.
      Path root = Files.isDirectory(home) ? home : FileSystems.newFileSystem(home).getPath("/");
      return of(List.of(root.resolve("corpus")));
    } catch (IOException | URISyntaxException e) {
      throw new LoadException("The program lacks its corpus; build it again", e);
    }
  }

  /** An entry without a file is a fault where folders are read, not where single files are. */
  private static Corpus of(List<Path> paths, List<SourceFile> files, List<Catalogue> catalogues) {
    List<LoadException> missing = new ArrayList<>();
    boolean whole = paths.stream().anyMatch(Files::isDirectory);
    if (whole) {
      Set<String> names = new HashSet<>();
      files.forEach(file -> names.add(nameOf(file.path())));
      catalogues.forEach(catalogue -> missing.addAll(catalogue.missing(names)));
    }
    List<Path> curation =
        files.stream()
            .map(file -> file.path().resolveSibling(TextFiles.CURATION))
            .distinct()
            .filter(Files::isDirectory)
            .toList();
    return new Corpus(files, missing, curation, whole);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** A catalogue, and what it knows by the name of the file. */
  private record Catalogue(Path path, Map<String, Source> sources) {

    static final Catalogue NONE = new Catalogue(Path.of(TextFiles.CATALOGUE), Map.of());

    static Catalogue read(Path path) throws LoadException {
      try (InputStream in = Files.newInputStream(path)) {
        return new Catalogue(path, CatalogueReader.read(path.toString(), in));
      } catch (IOException e) {
        String reason = Files.exists(path) ? e.getMessage() : "there is no such file";
        throw new LoadException("Cannot read the catalogue " + path + ": " + reason, e);
      } catch (IllegalArgumentException e) {
        throw new LoadException(e.getMessage(), e);
      }
    }

    Optional<Source> source(Path file) {
      return Optional.ofNullable(sources.get(nameOf(file)));
    }

    /** The entries whose file is neither among {@code names} nor beside the catalogue. */
    List<LoadException> missing(Set<String> names) {
      return sources.keySet().stream()
          .filter(name -> !names.contains(name) && !Files.exists(path.resolveSibling(name)))
          .map(
              name ->
                  new LoadException(
                      path
                          + " describes "
                          + name
                          + ", which is not there; add the file or take its entry out"))
          .toList();
    }
  }
}
