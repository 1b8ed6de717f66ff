package org.w3id.bykz.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills the program (SIGKILL) at random moments of each of its acts that write, and of the start of
 * its server, and looks at what is left: the state before or the one after, never one between. The
 * next act begins on what the killed one left, so that a lock or a half file would stop it.
 */
public final class Crashes {

  /** An act and what it changes. */
  private interface Act {

    /** What is there now, as far as this act changes it. */
    String state() throws IOException;

    /** Does it, or begins to. */
    Process start() throws IOException;

    /** From what a killed or a whole act left to a state from which it can be done. */
    default void again() throws IOException, InterruptedException {}
  }

  private static final class Course {
    private final Act act;
    private final Set<String> known = new TreeSet<>();
    private Duration time = Duration.ZERO;
    private int kills;
    private int before;
    private int after;

    Course(Act act) {
      this.act = act;
    }
  }

  private final Path folder;
  private final Program program;
  private final Random random;
  private final Map<String, Course> courses = new TreeMap<>();
  private final Path store;

  private Crashes(Path folder, long seed) {
    this.folder = folder;
    this.program = new Program(folder.resolve("log"));
    this.random = new Random(seed);
    this.store = folder.resolve("store");
  }

  /** Takes how many times to kill; 200 if it is not told. */
  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "crash-");
    System.out.println(of(folder, kills, System.nanoTime()));
  }

  /**
   * Kills so many times and gives a table of what was left.
   *
   * @param acts the names of those to be killed; all if there is none
   */
  static String of(Path folder, int kills, long seed, String... acts)
      throws IOException, InterruptedException {
    Crashes crashes = new Crashes(folder, seed);
    crashes.prepare(Set.of(acts));
    for (int i = 0; i < kills; i++) {
      List<Map.Entry<String, Course>> all = new ArrayList<>(crashes.courses.entrySet());
      Map.Entry<String, Course> next = all.get(i % all.size());
      crashes.kill(next.getKey(), next.getValue());
    }
    crashes.endWhole();
    return crashes.table(seed);
  }

  private void prepare(Set<String> acts) throws IOException, InterruptedException {
    Path text = text("003");
    String whole = Files.readString(text);
    Path one = corpus("one", whole);
    Path other = corpus("other", whole.substring(0, whole.length() / 2));
    program.run("publish", "--corpus", one, "--store", store);
    Path still = folder.resolve("still");
    copy(store, still);

    Path withdrawing = folder.resolve("withdrawing");
    copy(store, withdrawing);

    courses.put("publish", new Course(new Publish(one, other)));
    courses.put("withdraw", new Course(new Withdraw(withdrawing)));
    courses.put("export", new Course(new Export(still)));
    courses.put("add", new Course(new Add(text)));
    courses.put("serve", new Course(new Serve()));
    if (!acts.isEmpty()) {
      courses.keySet().retainAll(acts);
    }
    for (Map.Entry<String, Course> each : courses.entrySet()) {
      Course course = each.getValue();
      course.known.add(course.act.state());
      Instant begun = Instant.now();
      assertThat(end(course)).as("%s, whole; see %s", each.getKey(), folder).isTrue();
      course.time = Duration.between(begun, Instant.now());
      course.known.add(course.act.state());
      course.act.again();
    }
  }

  private Path corpus(String name, String text) throws IOException {
    Path corpus = Files.createDirectory(folder.resolve(name));
    Files.writeString(corpus.resolve("003.txt"), text);
    return corpus;
  }

  /** Does it and waits until it has ended or, as a server, has begun. */
  private static boolean end(Course course) throws IOException, InterruptedException {
    Process process = course.act.start();
    if (course.act instanceof Serve) {
      process.waitFor(3, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      return true;
    }
    return process.waitFor() == 0;
  }

  private static Path text(String id) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("corpus"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(id + "_"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void kill(String name, Course course) throws IOException, InterruptedException {
    String before = course.act.state();
    Process process = course.act.start();
    long most = course.time.toMillis() * 11 / 10;
    process.waitFor(random.nextLong(most + 1), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    String left = course.act.state();
    course.kills++;
    if (left.equals(before)) {
      course.before++;
    } else {
      assertThat(course.known)
          .as("what a killed %s left, neither before nor after; see %s", name, folder)
          .contains(left);
      course.after++;
      course.act.again();
    }
  }

  /** Nothing hinders any act after all that. */
  private void endWhole() throws IOException, InterruptedException {
    for (Map.Entry<String, Course> each : courses.entrySet()) {
      Course course = each.getValue();
      // What serves a store finds it as whoever publishes into it has left it.
      course.known.add(course.act.state());
      assertThat(end(course)).as("%s, after all; see %s", each.getKey(), folder).isTrue();
      assertThat(course.known).contains(course.act.state());
      course.act.again();
    }
    try (Stream<Path> files = Files.list(store)) {
      assertThat(files.filter(Files::isDirectory)).as("databases left").hasSize(1);
    }
  }

  private String table(long seed) {
    StringBuilder table =
        new StringBuilder("act       kills  before  after   (seed " + seed + ")\n");
    courses.forEach(
        (name, course) ->
            table.append(
                "%-9s %5d %7d %6d\n".formatted(name, course.kills, course.before, course.after)));
    return table.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Replaces a source by what is not there of two versions. */
  private final class Publish implements Act {

    private final Path one;
    private final Path other;
    private final String ofOne = state();

    Publish(Path one, Path other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public String state() {
      return Program.stateOf(store);
    }

    @Override
    public Process start() throws IOException {
      Path next = state().equals(ofOne) ? other : one;
      return program.start("publish", "--corpus", next, "--store", store);
    }
  }

  /** Takes the source out, or brings it back. */
  private final class Withdraw implements Act {

    private final Path store;
    private final String whole;

    Withdraw(Path store) {
      this.store = store;
      this.whole = state();
    }

    @Override
    public String state() {
      return Program.stateOf(store);
    }

    @Override
    public Process start() throws IOException {
      return state().equals(whole)
          ? program.start("withdraw", "003", "--reason", "x", "--store", store)
          : program.start("withdraw", "003", "--undo", "--store", store);
    }
  }

  private final class Export implements Act {

    private final Path releases = folder.resolve("releases");
    private final Path still;

    Export(Path still) {
      this.still = still;
    }

    /** A release is there when its folder has the name of a version. */
    @Override
    public String state() throws IOException {
      if (!Files.exists(releases)) {
        return "";
      }
      List<Path> whole;
      try (Stream<Path> all = Files.list(releases)) {
        whole = all.filter(each -> each.getFileName().toString().matches("[0-9a-f]{12}")).toList();
      }
      return whole.isEmpty() ? "" : Program.filesOf(whole.get(0));
    }

    @Override
    public Process start() throws IOException {
      return program.start("export", releases, "--store", still);
    }

    @Override
    public void again() throws IOException {
      if (!state().isEmpty()) {
        try (Stream<Path> all = Files.list(releases)) {
          assertThat(all).as("beside a whole release").hasSize(1);
        }
      }
      delete(releases);
    }
  }

  private final class Add implements Act {

    private final Path corpus = folder.resolve("corpus");
    private final Path text;

    Add(Path text) {
      this.text = text;
    }

    /** The texts that the catalogue names, and the catalogue. */
    @Override
    public String state() throws IOException {
      return Files.exists(corpus.resolve("catalog.ttl")) ? Program.filesOf(corpus) : "";
    }

    @Override
    public Process start() throws IOException {
      return program.start("add", text, "--corpus", corpus);
    }

    @Override
    public void again() throws IOException {
      delete(corpus);
    }
  }

  private final class Serve implements Act {

    @Override
    public String state() {
      return Program.stateOf(store);
    }

    @Override
    public Process start() throws IOException {
      return program.start("serve", "--port", "0", "--store", store);
    }
  }
}
