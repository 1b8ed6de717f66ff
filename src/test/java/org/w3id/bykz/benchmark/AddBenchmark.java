package org.w3id.bykz.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3id.bykz.benchmark.Figures.Measured;
import org.w3id.bykz.store.Background;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Withdrawals;

/**
 * Adds one article to stores of several sizes, made by {@link GrownGraph}, and takes it out again:
 * what both cost should depend on the article and not on the store. All in this process, so that
 * the program's start is not counted.
 */
public final class AddBenchmark {

  private static final String ADDED = "003";
  private static final int RUNS = 7;
  private static final Withdrawals.Grounds GROUNDS =
      new Withdrawals.Grounds("Measured.", Optional.empty(), Optional.empty());

  private AddBenchmark() {}

  /** Takes a file of N-Quads that were read, a folder to work in, and sizes in statements. */
  public static void main(String[] args) throws IOException {
    Figures figures = Figures.of("add");
    GrownGraph.each(args, grown -> measure(grown, figures));
  }

  private static void measure(GrownGraph.Sized grown, Figures figures) throws IOException {
    Path folder = grown.folder();
    Path others = folder.resolve("others.nq");
    Path added = folder.resolve("added.nq");
    Predicate<String> isAdded = line -> line.endsWith("/graph/source/" + ADDED + "> .");
    filter(grown.quads(), isAdded.negate(), others);
    filter(grown.read(), isAdded, added);
    Path store = folder.resolve("store");
    Gate gate = Gate.bundled();
    Background ontology = new Background("benchmark", () -> List.of(GrownGraph.ontology(folder)));
    double all =
        Figures.seconds(() -> Publication.into(store, gate).publish(List.of(others), ontology));
    Publication.into(store, gate).publish(List.of(added), ontology);
    double[] withdrawing = new double[RUNS];
    double[] adding = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      withdrawing[i] = Figures.seconds(() -> Withdrawals.of(store, gate).withdraw(ADDED, GROUNDS));
      adding[i] = Figures.seconds(() -> Withdrawals.of(store, gate).undo(ADDED));
    }
    figures.add(
        "one article among many",
        String.format(
            Locale.ROOT,
            "%,d articles, %,d statements",
            grown.known().sources(),
            grown.known().statements()),
        List.of(
            new Measured("publish all s", all),
            new Measured("add one s", median(adding)),
            new Measured("withdraw one s", median(withdrawing))));
  }

  private static void filter(Path from, Predicate<String> which, Path to) throws IOException {
    try (Stream<String> lines = Files.lines(from)) {
      Files.write(to, lines.filter(which).toList());
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
