package org.w3id.bykz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecution;

/**
 * The packaged program, serving what it makes of its own corpus until this process ends; or what is
 * served already at the address in the property {@code bykz.site}.
 */
final class Site {

  private static final Path FOLDER = Path.of("target", "site").toAbsolutePath();
  private static final Path LOG = FOLDER.resolve("log");
  private static final String SERVING = "Serving at ";

  /** Where the first page is. */
  static final URI ADDRESS = address();

  private Site() {}

  /** The path of a page: as it stands, or that of some thing, as in {@code an Event}. */
  static String path(String page) {
    return page.startsWith("/") ? page : "/id/" + some(page.replaceFirst("^an? ", ""));
  }

  /** The key of the first thing of a class. */
  private static String some(String type) {
    String query =
        """
        PREFIX bykz: <https://w3id.org/bykz/ontology#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        SELECT (MIN(STRAFTER(STR(?thing), "/id/")) AS ?key) {
          VALUES ?type { bykz:%1$s foaf:%1$s } ?thing a ?type
        }
        """
            .formatted(type);
    try (QueryExecution exec =
        QueryExecution.service(ADDRESS.resolve("sparql").toString()).query(query).build()) {
      return exec.execSelect().next().getLiteral("key").getString();
    }
  }

  private static URI address() {
    String given = System.getProperty("bykz.site");
    try {
      return given == null ? serve() : URI.create(given);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI serve() throws IOException, InterruptedException {
    String store = FOLDER.resolve("store").toString();
    run("run", "--no-serve", "--store", store);
    return serve(store, FOLDER.resolve("releases").toString());
  }

  /** Exports a store and serves it until this process ends, and gives its address. */
  static URI serve(String store, String releases) throws IOException, InterruptedException {
    run("export", releases, "--store", store);
    Process server = bykz("serve", "--port", "0", "--store", store, "--releases", releases).start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    String line = server.inputReader().readLine();
    assertThat(line).as("what serve prints; %s has its errors", LOG).startsWith(SERVING);
    return URI.create(line.substring(SERVING.length(), line.indexOf(" until")));
  }

  /** Runs a command of the packaged program to its good end. */
  static void run(String... words) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Process process = bykz(words).redirectOutput(Redirect.appendTo(LOG.toFile())).start();
    assertThat(process.waitFor()).as("exit code of %s; see %s", words[0], LOG).isZero();
  }

  private static ProcessBuilder bykz(String... words) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> program = Stream.of(java, "-jar", Path.of("target", "bykz.jar").toString());
    List<String> command = Stream.concat(program, Stream.of(words)).toList();
    return new ProcessBuilder(command).redirectError(Redirect.appendTo(LOG.toFile()));
  }
}
