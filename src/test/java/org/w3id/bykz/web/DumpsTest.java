package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.UsageException;

/** The releases of a folder, over HTTP. */
class DumpsTest {

  private static final WebServer.Settings ANY_PORT = WebServer.Settings.local().port(0);

  @TempDir private static Path temp;
  private static WebServer server;

  @BeforeAll
  static void serve() throws Exception {
    Path release = Files.createDirectories(temp.resolve("releases/0123456789ab"));
    Files.writeString(release.resolve("void.ttl"), "<a> <b> <c> .\n");
    Files.write(release.resolve("bykz.nq.gz"), new byte[] {31, (byte) 139, 8, 0});
    Files.writeString(temp.resolve("secret.txt"), "secret");
    server =
        WebServer.of(
            DatasetGraphFactory.createTxnMem(),
            Instant.EPOCH,
            ANY_PORT.releases(temp.resolve("releases")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void givesTheFilesOfAReleaseToAnySite() throws Exception {
    HttpResponse<String> file = get("/dumps/0123456789ab/void.ttl");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("<a> <b> <c> .\n");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
    assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    String tag = file.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/dumps/0123456789ab/void.ttl", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/dumps/0123456789ab/bykz.nq.gz").headers().firstValue("Content-Type"))
        .contains("application/gzip");
  }

  @Test
  void givesAPartOfAFile() throws Exception {
    HttpResponse<String> part = get("/dumps/0123456789ab/void.ttl", "Range", "bytes=4-6");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("<b>");
  }

  @Test
  void listsReleasesAndTheirFiles() throws Exception {
    assertThat(get("/dumps/").body()).contains("0123456789ab");
    assertThat(get("/dumps/0123456789ab/").body()).contains("bykz.nq.gz", "void.ttl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dumps/../secret.txt",
        "/dumps/%2e%2e/secret.txt",
        "/dumps/..%2fsecret.txt",
        "/dumps/0123456789ab/..%2f..%2f..%2fsecret.txt",
        "/dumps/none/void.ttl"
      })
  void knowsNothingOutsideTheFolder(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(response.body()).doesNotContain("secret\n").isNotEqualTo("secret");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> ANY_PORT.releases(temp.resolve("none")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("bykz export");
  }
}
