package org.w3id.bykz.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3id.bykz.benchmark.Figures;
import org.w3id.bykz.benchmark.Figures.Measured;

/**
 * Measures, for each page, the bytes of a first view, when its first content is painted, and the
 * time that the server takes; then how {@link #READERS} readers at once fare.
 */
final class Measures {

  private static final int VIEWS = 3;
  private static final int REQUESTS = 100;
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
  private static final int READERS = 50;
  private static final Duration READING = Duration.ofMinutes(1);
  private static final String PAINTED =
      """
      () => new Promise(done => new PerformanceObserver(list =>
        list.getEntriesByName('first-contentful-paint').forEach(paint => done(paint.startTime)))
        .observe({type: 'paint', buffered: true}))
      """;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Measures() {}

  /** A page of the table of pages. */
  private record Listed(String name, int status, URI address) {

    static Listed of(String line) {
      String[] cells = line.split(", ", 3);
      return new Listed(
          cells[0], Integer.parseInt(cells[1]), Site.ADDRESS.resolve(Site.path(cells[2])));
    }

    /** Asks the server as a browser does; gives the milliseconds that it took. */
    double ask() throws IOException, InterruptedException {
      long start = System.nanoTime();
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .headers("Accept", "text/html", "Accept-Encoding", "gzip")
              .timeout(Duration.ofSeconds(30))
              .build();
      int answered = CLIENT.send(request, BodyHandlers.ofByteArray()).statusCode();
      if (answered != status) {
        throw new IOException(address + " answers " + answered);
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** What was measured many times, in order. */
  private record Sample(List<Double> values) {

    Sample {
      values = values.stream().sorted().toList();
    }

    double quantile(double share) {
      return values.get((int) Math.min(values.size() - 1, values.size() * share));
    }
  }

  public static void main(String[] args) throws Exception {
    Path table = Path.of("src/test/resources/org/w3id/bykz/browser/pages.csv");
    List<Listed> pages;
    try (Stream<String> lines = Files.lines(table)) {
      pages = lines.map(Listed::of).toList();
    }
    Figures figures = Figures.of("pages");
    List<Listed> there = new ArrayList<>();
    for (Listed page : pages) {
      try {
        figures.add("each page", page.name, measure(page));
        there.add(page);
      } catch (IOException e) {
        // A site may have been started without releases.
        System.out.println("Left out: " + e.getMessage());
      }
    }
    readAtOnce(there, figures);
    System.exit(0);
  }

  private static List<Measured> measure(Listed page) throws IOException, InterruptedException {
    List<Double> server = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE;
    for (int i = 0; i < REQUESTS && System.nanoTime() < end; i++) {
      server.add(page.ask());
    }
    AtomicLong bytes = new AtomicLong();
    List<Double> painted = new ArrayList<>();
    for (int i = 0; i < VIEWS; i++) {
      bytes.set(0);
      painted.add(view(page, bytes));
    }
    Sample times = new Sample(server);
    return List.of(
        new Measured("first view KB", bytes.get() / 1024.0),
        new Measured("first content ms", new Sample(painted).quantile(0.5)),
        new Measured("server, first time ms", server.get(0)),
        new Measured("server p50 ms", times.quantile(0.5)),
        new Measured("server p95 ms", times.quantile(0.95)));
  }

  /** Views a page with nothing kept from before; gives the milliseconds to its first content. */
  private static double view(Listed page, AtomicLong bytes) {
    try (Visit visit = new Visit()) {
      CDPSession session = visit.page.context().newCDPSession(visit.page);
      session.on(
          "Network.loadingFinished",
          (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      session.send("Network.enable");
      visit.open(page.address.toString());
      visit.page.waitForLoadState(LoadState.NETWORKIDLE);
      return ((Number) visit.page.evaluate(PAINTED)).doubleValue();
    }
  }

  private static void readAtOnce(List<Listed> pages, Figures figures) throws InterruptedException {
    ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + READING.toNanos();
    Runnable reader =
        () -> {
          while (System.nanoTime() < end) {
            try {
              times.add(pages.get(ThreadLocalRandom.current().nextInt(pages.size())).ask());
            } catch (IOException e) {
              errors.add(e.toString());
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    List<Thread> readers =
        IntStream.range(0, READERS).mapToObj(each -> new Thread(reader)).toList();
    readers.forEach(Thread::start);
    for (Thread each : readers) {
      each.join();
    }
    Sample all = new Sample(List.copyOf(times));
    figures.add(
        "%d readers at once".formatted(READERS),
        "for %d s".formatted(READING.toSeconds()),
        List.of(
            new Measured("pages", times.size()),
            new Measured("errors", errors.size()),
            new Measured("p50 ms", all.quantile(0.5)),
            new Measured("p95 ms", all.quantile(0.95))));
    errors.stream().distinct().limit(10).forEach(System.out::println);
  }
}
