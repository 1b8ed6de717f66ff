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

/**
 * The packaged program, serving what it makes of its own corpus until this process ends; or what is
 * served already at the address in the property {@code bykz.site}.
 */
final class Site {

  private static final Path FOLDER = Path.of("target", "site").toAbsolutePath();
  private static final String STORE = FOLDER.resolve("store").toString();
  private static final String RELEASES = FOLDER.resolve("releases").toString();
  private static final Path LOG = FOLDER.resolve("log");
  private static final String SERVING = "Serving at ";

  /** Where the first page is. */
  static final URI ADDRESS = address();

  private Site() {}

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
    Files.createDirectories(FOLDER);
    run("run", "--no-serve", "--store", STORE);
    run("export", RELEASES, "--store", STORE);
    Process server = bykz("serve", "--port", "0", "--store", STORE, "--releases", RELEASES).start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    String line = server.inputReader().readLine();
    assertThat(line).as("what serve prints; %s has its errors", LOG).startsWith(SERVING);
    return URI.create(line.substring(SERVING.length(), line.indexOf(" until")));
  }

  private static void run(String... words) throws IOException, InterruptedException {
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
