package org.w3id.bykz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.CorrectionReader;
import org.w3id.bykz.rdf.Iris;

/** Corrections in the Turtle files of a folder, in the order of the files' names. */
public final class CurationFolder {

  /** No corrections. */
  public static final Curation NONE = Curation.of(List.of(), Iris.NAMES);

  private CurationFolder() {}

  /**
   * Reads folders.
   *
   * @throws LoadException if one is not there, or if a correction cannot be understood
   */
  public static Curation read(List<Path> folders) throws LoadException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try {
      for (Path folder : folders) {
        for (Path file : files(folder)) {
          contents.put(file.toString(), Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new LoadException("Cannot read corrections: " + e, e);
    }
    return of(contents);
  }

  /**
   * Reads what files hold, by their paths.
   *
   * @throws LoadException if a correction cannot be understood
   */
  public static Curation of(Map<String, byte[]> files) throws LoadException {
    CorrectionReader reader = new CorrectionReader(Pipeline.bundled().concepts());
    try {
      files.forEach(reader::add);
      return Curation.of(reader.corrections(), Iris.NAMES);
    } catch (IllegalArgumentException e) {
      throw new LoadException(e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder) throws IOException, LoadException {
    if (!Files.isDirectory(folder)) {
      throw new LoadException(
          "There is no folder " + folder + " to read corrections from; name the one with them");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    }
  }
}
