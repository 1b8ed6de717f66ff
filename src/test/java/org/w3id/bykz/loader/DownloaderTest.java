package org.w3id.bykz.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.loader.Article.Loaded;

class DownloaderTest {

  private static final String SENTENCE = "The plant sold milk to the region.";
  private static final String PAGE = "<html><body><p>" + SENTENCE + "</p></body></html>";
  private static final int MOST_BYTES = 1 << 20;

  private final Downloader downloader = new Downloader(true, Duration.ofMillis(1500), MOST_BYTES);

  private ExecutorService threads;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newCachedThreadPool();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/page", exchange -> answer(exchange, "text/html", PAGE.getBytes(UTF_8)));
    server.createContext("/untyped", exchange -> answer(exchange, null, PAGE.getBytes(UTF_8)));
    server.createContext(
        "/text",
        exchange -> answer(exchange, "text/plain; charset=UTF-8", SENTENCE.getBytes(UTF_8)));
    server.createContext(
        "/picture", exchange -> answer(exchange, "image/png", new byte[] {1, 2, 3}));
    server.createContext(
        "/russian",
        exchange ->
            answer(
                exchange,
                "text/html; Charset=\"windows-1251\"",
                "<html><p>Завод продал молоко.".getBytes(Charset.forName("windows-1251"))));
    server.createContext(
        "/large", exchange -> answer(exchange, "text/html", new byte[MOST_BYTES + 1]));
    server.createContext("/endless", DownloaderTest::pour);
    server.createContext(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, "text/html", Loading.gzip(PAGE.getBytes(UTF_8)));
        });
    server.createContext(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, "text/html", Loading.gzip(new byte[50 << 20]));
        });
    server.createContext(
        "/other-packing",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "br");
          answer(exchange, "text/html", new byte[9]);
        });
    server.createContext("/silent", exchange -> sleep(5000));
    server.createContext("/slow", DownloaderTest::drip);
    server.createContext("/moved", exchange -> redirect(exchange, "page?a=1#x"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.createContext("/out", exchange -> redirect(exchange, "file:///etc/passwd"));
    server.createContext("/broken-out", exchange -> redirect(exchange, "http://[x"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      if (type != null) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private static void pour(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 10_000; i++) {
        exchange.getResponseBody().write(new byte[1 << 12]);
      }
    }
  }

  private static void drip(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 50; i++) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        sleep(100);
      }
    }
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private Loaded load(String path) throws LoadException {
    return downloader.fetch(at(path)).article("7").content().load();
  }

  private void refuses(String path, String sentence) {
    assertThatThrownBy(() -> load(path))
        .isInstanceOf(LoadException.class)
        .hasMessage(at(path) + " " + sentence);
  }

  @Test
  void fetchesPagesAndTexts() throws Exception {
    assertThat(load("/page").text()).isEqualTo(SENTENCE);
    assertThat(load("/page").source().page()).contains(at("/page"));
    assertThat(load("/untyped").text()).isEqualTo(SENTENCE);
    assertThat(load("/text").text()).isEqualTo(SENTENCE);
    assertThat(load("/text").source().page()).contains(at("/text"));
    assertThat(load("/packed").text()).isEqualTo(SENTENCE);
    assertThat(load("/russian").text()).isEqualTo("Завод продал молоко.");
  }

  @Test
  void followsRedirectsAndKnowsThePageByItsLastAddress() throws Exception {
    assertThat(load("/moved").source().page()).contains(at("/page?a=1"));
  }

  @Test
  void refusesRedirectsThatLeadNowhere() {
    refuses(
        "/loop",
        "leads on more than 5 times, at last to %s; give the address where the page is"
            .formatted(at("/loop")));
    refuses("/out", "leads to \"file:///etc/passwd\", which is no address on the web");
    refuses("/broken-out", "leads to \"http://[x\", which is no address on the web");
  }

  @Test
  void refusesWhatIsNoPage() {
    refuses("/nowhere", "answers with status 404, without a page; check the address");
    refuses(
        "/picture", "is of the type image/png; give the address of an HTML page or of plain text");
    refuses(
        "/other-packing",
        "comes packed by br, which was not asked for; save the page and give the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/large", "/endless", "/bomb"})
  void refusesWhatIsTooLarge(String path) {
    refuses(
        path,
        "is larger than 1 MB, the most that is read of one source; split it into one file an"
            + " article");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/slow"})
  void refusesWhatIsTooSlow(String path) {
    refuses(path, "takes longer than 2 seconds; try again later");
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }
    assertThatThrownBy(() -> downloader.fetch(closed))
        .isInstanceOf(LoadException.class)
        .hasMessage("Nobody answers at " + closed + "; try again later");
    assertThatThrownBy(() -> downloader.fetch(URI.create("http://no-such-host.invalid/")))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "There is no host no-such-host.invalid; check the address http://no-such-host.invalid/");
  }

  @Test
  void refusesPrivateAddressesUnlessTheyAreAllowed() {
    assertThatThrownBy(() -> new Downloader(false).fetch(at("/page")))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            at("/page")
                + " stands at 127.0.0.1, which is no public address; allow it by --allow-private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2001:db8::1"
      })
  void knowsAddressesThatAreNotPublic(String address) throws Exception {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2002:808:808::"
      })
  void knowsAddressesThatArePublic(String address) throws Exception {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "file:///etc/passwd",
        "http:///x",
        "http://me:secret@a.example/",
        "http://a b/",
        "https://",
        "jar:http://a.example!/"
      })
  void takesNoAddressButOfTheWeb(String address) {
    assertThat(Downloader.address(address)).isEmpty();
  }

  @Test
  void leavesOutTheFragment() {
    assertThat(Downloader.address("HTTPS://a.example/ä?b=1#c"))
        .contains(URI.create("HTTPS://a.example/%C3%A4?b=1"));
  }
}
