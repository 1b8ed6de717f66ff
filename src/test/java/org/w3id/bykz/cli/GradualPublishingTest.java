package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Store;

/** A store that sources come into one by one holds what it would hold if all had come at once. */
class GradualPublishingTest {

  private static final Path CORPUS = Path.of("corpus");

  @TempDir private static Path folder;

  /** Each source of the corpus as it is, and cut in the middle. */
  private static final Map<String, List<Path>> VERSIONS = new HashMap<>();

  @BeforeAll
  static void extract() throws IOException {
    List<Path> texts;
    try (Stream<Path> files = Files.list(CORPUS)) {
      texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    for (Path text : texts) {
      String name = text.getFileName().toString();
      String whole = Files.readString(text);
      Path cut = Files.createDirectories(folder.resolve("cut")).resolve(name);
      Files.writeString(cut, whole.substring(0, whole.indexOf('\n', whole.length() / 2) + 1));
      VERSIONS.put(name, List.of(quads(text, "whole"), quads(cut, "cut")));
    }
  }

  private static Path quads(Path text, String version) throws IOException {
    Run run =
        Run.of("extract", "--format", "nquads", "--catalog", CORPUS.resolve("catalog.ttl"), text);
    assertThat(run.code()).as(run.err()).isZero();
    Path file = folder.resolve(version + "-" + text.getFileName() + ".nq");
    return Files.writeString(file, run.out());
  }

  private static Run publish(Path store, List<Path> files) {
    List<Object> words = new ArrayList<>(List.of("publish", "--store", store));
    words.addAll(files);
    Run run = Run.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** Every statement, also of the self-description. */
  static List<String> statements(Path store) {
    try (Store opened = Store.open(store)) {
      return Txn.calculateRead(
          opened.dataset(),
          () -> {
            List<String> lines = new ArrayList<>();
            opened.dataset().find().forEachRemaining(quad -> lines.add(NodeFmtLib.strNQ(quad)));
            lines.sort(null);
            return lines;
          });
    }
  }

  static List<String> minus(List<String> lines, List<String> others) {
    Set<String> rest = new TreeSet<>(lines);
    others.forEach(rest::remove);
    return List.copyOf(rest);
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void inWhateverOrderAndHoweverOftenTheyChange(int seed, @TempDir Path temp) {
    Random random = new Random(seed);
    Path gradual = temp.resolve("gradual");
    Map<String, Path> state = new HashMap<>();
    List<String> names = VERSIONS.keySet().stream().sorted().toList();
    for (int i = 0; i < 5; i++) {
      String name = names.get(random.nextInt(names.size()));
      Path version = VERSIONS.get(name).get(random.nextInt(2));
      state.put(name, version);
      publish(gradual, List.of(version));
    }
    Path atOnce = temp.resolve("at-once");
    publish(atOnce, List.copyOf(state.values()));
    List<String> held = statements(gradual);
    List<String> wanted = statements(atOnce);
    assertThat(minus(held, wanted)).as("too much").isEmpty();
    assertThat(minus(wanted, held)).as("too little").isEmpty();
  }

  /** What the second says of the firm leads to the first, which is not judged again. */
  @Test
  void aSecondSourceNamesAFirmThatNoVocabularyHas(@TempDir Path temp) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String goods : List.of("cheese", "butter")) {
      Path text = temp.resolve(goods + ".txt");
      Files.writeString(
          text, "News\n\nThe company Zubrovka Plus exports " + goods + " to Kazakhstan.\n");
      files.add(quads(text, "firm"));
    }
    Path gradual = temp.resolve("gradual");
    files.forEach(file -> publish(gradual, List.of(file)));
    publish(temp.resolve("at-once"), files);
    assertThat(statements(gradual)).isEqualTo(statements(temp.resolve("at-once")));
  }

  @Test
  void theSameAgainChangesNoFile(@TempDir Path temp) throws IOException {
    Path store = temp.resolve("store");
    List<Path> all = VERSIONS.values().stream().map(versions -> versions.get(0)).toList();
    publish(store, all);
    String before = Files.readString(store.resolve("current"));
    Run again = publish(store, all);
    assertThat(again.out()).contains("(nothing changed)");
    assertThat(Files.readString(store.resolve("current"))).isEqualTo(before);
  }
}
