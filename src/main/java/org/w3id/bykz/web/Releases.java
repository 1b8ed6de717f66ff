package org.w3id.bykz.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.bykz.publish.Release;
import org.w3id.bykz.store.Prefixes;

/**
 * The releases of the folder that is served at {@code /dumps}, if any is.
 *
 * @param folder has one of each release, named by its version
 */
record Releases(Optional<Path> folder) {

  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern DISTRIBUTION = Pattern.compile("id/distribution/([^/]+)/.*");

  /** Where all of a version is had, if it is there. */
  Optional<String> dump(String version) {
    return file(version, Release.QUADS).map(file -> "/dumps/" + version + "/" + Release.QUADS);
  }

  /** Those that are there. */
  List<String> versions() {
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> VERSION.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a version, if it is there. */
  Optional<Path> file(String version, String name) {
    return folder
        .filter(each -> VERSION.matcher(version).matches())
        .map(each -> each.resolve(version).resolve(name))
        .filter(Files::isRegularFile);
  }

  /**
   * What a release adds to what the data say of one of our names: to the catalogue its files, and
   * each file itself.
   *
   * @param present the version that is served
   */
  Graph about(String name, Supplier<Optional<String>> present) {
    Matcher distribution = DISTRIBUTION.matcher(name);
    Optional<String> version =
        name.equals("catalog")
            ? present.get()
            : Optional.of(distribution).filter(Matcher::matches).map(match -> match.group(1));
    Graph about = GraphFactory.createDefaultGraph();
    version
        .flatMap(each -> file(each, "catalog.ttl"))
        .ifPresent(
            file ->
                RDFDataMgr.loadGraph(file.toUri().toString())
                    .find()
                    .filterKeep(
                        triple ->
                            name.equals("catalog")
                                || triple.getSubject().getURI().startsWith(Prefixes.BASE + name))
                    .forEachRemaining(about::add));
    return about;
  }
}
