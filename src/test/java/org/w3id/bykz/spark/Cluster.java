package org.w3id.bykz.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.w3id.bykz.benchmark.BenchmarkArticles;
import org.w3id.bykz.text.Sha256;

/**
 * The job on a cluster of one master and two workers on loopback, of whom one is killed (SIGKILL,
 * with all that it runs) when half of the parts are done; then once more, when there is nothing
 * left to do. One file is ten times the others, one record is no JSON, one has the id of another.
 */
public final class Cluster {

  private static final int TEXTS = 600;
  private static final int SMALL_FILES = 4;
  private static final int PART = 100;
  private static final BigInteger SUMS = BigInteger.ONE.shiftLeft(256);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /** Takes how many articles to extract; 6000 if it is not told. */
  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 6000;
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "spark-");
    Cluster cluster = new Cluster(folder.toAbsolutePath());
    try {
      cluster.run(articles);
    } finally {
      cluster.end();
    }
  }

  private void run(int articles) throws Exception {
    Path input = input(articles);
    jars();
    String master = "spark://127.0.0.1:" + freePort();
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        master.substring(master.lastIndexOf(':') + 1),
        "--webui-port",
        "0");
    worker(master, "worker-1");
    Process killed = worker(master, "worker-2");
    Instant begun = Instant.now();
    Process job = job(master, input);
    while (job.isAlive() && done() < articles / PART / 2) {
      job.waitFor(100, TimeUnit.MILLISECONDS);
    }
    List<ProcessHandle> lost = new ArrayList<>(killed.descendants().toList());
    lost.add(killed.toHandle());
    lost.forEach(ProcessHandle::destroyForcibly);
    print("killed a worker with %d processes after %d parts", lost.size(), done());
    assertThat(job.waitFor()).as("exit code, see %s", folder).isZero();
    print("ended after %d s: %s", since(begun), last("job"));
    begun = Instant.now();
    assertThat(job(master, input).waitFor()).isZero();
    print("once more, after %d s: %s", since(begun), last("job"));
    print("not read:%n%s", Files.readString(folder.resolve("output/quarantine.jsonl")));
    begun = Instant.now();
    String local = local(input);
    print("bykz extract, after %d s: %s", since(begun), local);
    String cluster = cluster();
    print("cluster: %s", cluster);
    assertThat(cluster).isEqualTo(local);
    print("the same quads");
  }

  private static void print(String form, Object... values) {
    System.out.printf(form + "%n", values);
  }

  private static long since(Instant begun) {
    return Duration.between(begun, Instant.now()).toSeconds();
  }

  private Path input(int articles) throws IOException {
    List<String> texts = BenchmarkArticles.texts(TEXTS);
    Path input = Files.createDirectory(folder.resolve("input"));
    int share = articles / (10 + SMALL_FILES);
    for (int i = 0; i < SMALL_FILES; i++) {
      rows(input.resolve("small-" + i + ".jsonl"), share, texts);
    }
    rows(input.resolve("large.jsonl"), articles - SMALL_FILES * share, texts);
    List<String> bad = List.of("{\"id\": \"1\", \"te", "{\"id\": \"0\", \"text\": \"once more\"}");
    Files.write(input.resolve("small-0.jsonl"), bad, java.nio.file.StandardOpenOption.APPEND);
    return input;
  }

  private static void rows(Path file, int number, List<String> texts) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < number; i++) {
        out.append("{\"id\": \"" + i + "\", \"text\": \"");
        out.append(
            String.valueOf(
                JsonStringEncoder.getInstance().quoteAsString(texts.get(i % texts.size()))));
        out.append("\"}\n");
      }
    }
  }

  /** What a distribution of Spark has in its folder of jars, and a little more. */
  private void jars() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(":")) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process worker(String master, String name) throws IOException {
    return start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        folder.resolve(name).toString(),
        master);
  }

  private Process job(String master, Path input) throws IOException {
    return start(
        "job",
        "org.apache.spark.deploy.SparkSubmit",
        "--master",
        master,
        "--conf",
        "spark.driver.host=127.0.0.1",
        "--conf",
        "spark.driver.bindAddress=127.0.0.1",
        // The other one is of a library that is left out here.
        "--conf",
        "spark.shuffle.mapStatus.compression.codec=lz4",
        "--executor-memory",
        "900m",
        "--class",
        ExtractionJob.class.getName(),
        "target/bykz.jar",
        "--part",
        String.valueOf(PART),
        "--output",
        folder.resolve("output").toString(),
        input.toString());
  }

  private Process start(String name, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", folder.resolve("jars") + "/*"));
    command.addAll(Arrays.asList(words));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    process.environment().put("SPARK_HOME", folder.toString());
    process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    process.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process started = process.start();
    processes.add(started);
    return started;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private long done() throws IOException {
    Path parts = folder.resolve("output/parts");
    if (!Files.isDirectory(parts)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(parts)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private String last(String log) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(log + ".log"));
    return lines.stream().filter(line -> line.contains(" claims and ")).findFirst().orElseThrow();
  }

  private String local(Path input) throws IOException {
    Process extract =
        new ProcessBuilder(
                java(),
                "-Xmx512m",
                "-jar",
                "target/bykz.jar",
                "extract",
                "--format",
                "nquads",
                input.toString())
            .redirectError(folder.resolve("extract.log").toFile())
            .start();
    processes.add(extract);
    return digest(List.of(extract.getInputStream()));
  }

  private String cluster() throws IOException {
    List<InputStream> shards = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("output/quads"))) {
      for (Path file : files.toList()) {
        shards.add(new GZIPInputStream(Files.newInputStream(file)));
      }
    }
    return digest(shards);
  }

  /**
   * The same for the same lines in whatever order: how many there are and the sum of their SHA-256.
   */
  private static String digest(List<InputStream> shards) throws IOException {
    long lines = 0;
    BigInteger sum = BigInteger.ZERO;
    for (InputStream shard : shards) {
      try (BufferedReader reader = new BufferedReader(new InputStreamReader(shard, UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          sum = sum.add(new BigInteger(1, Sha256.begin().digest(line.getBytes(UTF_8)))).mod(SUMS);
          lines++;
        }
      }
    }
    return "%,d quads, digest %s".formatted(lines, sum.toString(16));
  }

  private void end() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
