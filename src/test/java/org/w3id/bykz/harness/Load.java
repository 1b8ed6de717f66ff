package org.w3id.bykz.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Readers ask a server at full speed, others begin queries that take too long and go away, and
 * meanwhile a source is withdrawn and brought back again and again. Whatever names one version of
 * the data must be the same answer whenever it is asked; at the end the server has no more threads
 * than it had, and no older state is held.
 */
public final class Load {

  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static final String CLAIMS =
      "SELECT ?claim ?source { ?claim <http://www.w3.org/ns/prov#wasDerivedFrom> ?source }"
          + " ORDER BY ?claim ?source";
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?c = ?f) }";
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Path folder;
  private final Program program;
  private final Path store;
  private final HttpClient client = HttpClient.newHttpClient();

  /** An answer, by version and query. */
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong left = new AtomicLong();

  private Load(Path folder) {
    this.folder = folder;
    this.program = new Program(folder.resolve("log"));
    this.store = folder.resolve("store");
  }

  /** Takes for how many minutes; ten if it is not told. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofMinutes(args.length > 0 ? Integer.parseInt(args[0]) : 10);
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "load-");
    new Load(folder).run(time);
  }

  private void run(Duration time) throws Exception {
    program.run("publish", "--corpus", Path.of("corpus"), "--store", store);
    Process server = program.start("serve", "--port", 0, "--store", store);
    try {
      URI address = address();
      ask(address, COUNT);
      Instant begun = Instant.now();
      Instant end = begun.plus(time);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        threads.add(thread(end, () -> ask(address, COUNT)));
        threads.add(thread(end, () -> ask(address, CLAIMS)));
      }
      threads.add(thread(end, () -> leave(address)));
      int changes = 0;
      List<String> memory = new ArrayList<>();
      while (Instant.now().isBefore(end)) {
        program.run("withdraw", "003", "--reason", "Load.", "--store", store);
        program.run("withdraw", "003", "--undo", "--store", store);
        changes += 2;
        memory.add(status(server, "VmRSS"));
      }
      for (Thread each : threads) {
        each.join();
      }
      // As long as the longest query and the last of what was served before may take.
      Thread.sleep(70_000);
      System.out.printf(
          "%d minutes, %d answers (%d queries left alone), %d changes, %d versions, %d faults%n",
          time.toMinutes(), asked.get(), left.get(), changes, versions(), faults.size());
      System.out.println("memory of the server after each two changes, kB: " + memory);
      System.out.println("threads of the server at the end: " + status(server, "Threads"));
      assertThat(faults).isEmpty();
      assertThat(versions()).isEqualTo(2);
    } finally {
      server.destroyForcibly().waitFor();
    }
    program.run("withdraw", "003", "--reason", "Load.", "--store", store);
    try (Stream<Path> files = Files.list(store)) {
      assertThat(files.filter(each -> each.getFileName().toString().matches("data-\\d+")))
          .as("states that are kept")
          .hasSize(1);
    }
  }

  private long versions() {
    return answers.keySet().stream().map(key -> key.replaceFirst(" .*", "")).distinct().count();
  }

  private URI address() throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      for (String line : Files.readAllLines(folder.resolve("log"))) {
        if (line.startsWith("Serving at ")) {
          return URI.create(line.split(" ")[2]);
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("No server; see " + folder.resolve("log"));
  }

  private interface Asking {
    void once() throws IOException, InterruptedException;
  }

  private Thread thread(Instant end, Asking asking) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (Instant.now().isBefore(end)) {
                  asking.once();
                }
              } catch (IOException | InterruptedException e) {
                faults.add(e.toString());
              }
            });
    thread.start();
    return thread;
  }

  private static HttpRequest.Builder request(URI address, String query) {
    String asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(address.resolve("sparql?query=" + asked))
        .header("Accept", "text/csv");
  }

  private void ask(URI address, String query) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request(address, query).build(), BodyHandlers.ofString());
    asked.incrementAndGet();
    if (answer.statusCode() != 200) {
      faults.add(answer.statusCode() + " " + answer.body());
      return;
    }
    String version = answer.headers().firstValue("Bykz-Version").orElse("none");
    String known = answers.putIfAbsent(version + " " + query, answer.body());
    if (known != null && !known.equals(answer.body())) {
      faults.add("Two answers of version " + version + " to " + query);
    }
  }

  /** Begins what takes too long, and goes away. */
  private void leave(URI address) throws IOException, InterruptedException {
    try {
      client.send(request(address, ENDLESS).timeout(PATIENCE).build(), BodyHandlers.discarding());
    } catch (HttpTimeoutException e) {
      left.incrementAndGet();
    }
    Thread.sleep(5_000);
  }

  private static String status(Process process, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElse("unknown");
  }
}
