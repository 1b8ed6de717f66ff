package org.w3id.bykz.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A text that came with the program or lies in a folder: a query, a shape.
 *
 * @param path where it was read from, for messages
 * @param stem the file's name without its ending
 */
public record TextFile(String path, String stem, String text) {

  /** The file of that path; {@link UsageException} if it cannot be read. */
  public static TextFile read(Path file) {
    try {
      return of(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UsageException("Cannot read " + file + ": " + Reasons.of(e), e);
    }
  }

  /** The file of that path in the program itself, such as {@code ontology/shapes.ttl}. */
  public static TextFile bundled(String path) {
    try (InputStream in = TextFile.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("The program was built without " + path);
      }
      return of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of a folder whose name ends so, sorted by name; none if there is no such folder. */
  public static List<TextFile> in(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .map(TextFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a folder of the program itself, in its jar or its class folder. */
  public static List<TextFile> bundledIn(String folder, String ending) {
    Path home = home();
    if (Files.isDirectory(home)) {
      return in(home.resolve(folder), ending).stream()
          .map(file -> new TextFile(folder + "/" + file.stem + ending, file.stem, file.text))
          .toList();
    }
    String prefix = folder + "/";
    try (JarFile jar = new JarFile(home.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.endsWith(ending))
          .filter(name -> name.indexOf('/', prefix.length()) < 0)
          .sorted()
          .map(TextFile::bundled)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextFile of(String path, String text) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return new TextFile(path, dot < 0 ? name : name.substring(0, dot), text);
  }

  private static Path home() {
    try {
      URI location = TextFile.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
