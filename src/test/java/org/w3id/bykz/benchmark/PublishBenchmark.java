package org.w3id.bykz.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.bykz.benchmark.Figures.Measured;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;

/**
 * Publishes a graph of {@link GrownGraph}, with its shapes, checks, rules and description, and
 * loads the same file by Jena's parallel loader, which does none of these, in turns.
 */
public final class PublishBenchmark {

  private static final int RUNS = 3;

  private PublishBenchmark() {}

  /** Takes a file of N-Quads that were read, a folder to work in, and sizes in statements. */
  public static void main(String[] args) throws IOException {
    Figures figures = Figures.of("publish");
    GrownGraph.each(args, grown -> measure(grown, figures));
  }

  private static void measure(GrownGraph.Sized grown, Figures figures) throws IOException {
    Path folder = grown.folder();
    Path ontology = GrownGraph.ontology(folder);
    List<Path> files = List.of(ontology, grown.quads());
    long statements = grown.known().statements();
    double[] ours = new double[RUNS];
    double[] jena = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Path store = folder.resolve("store");
      ours[i] = Figures.seconds(() -> Publication.into(store, Gate.bundled()).publish(files));
      delete(store);
      Path loaded = folder.resolve("jena");
      jena[i] = Figures.seconds(() -> load(loaded, files));
      delete(loaded);
    }
    String part = String.format(Locale.ROOT, "%,d statements", statements);
    figures.add(part, "published", of(ours, statements));
    figures.add(part, "loaded by Jena", of(jena, statements));
  }

  private static List<Measured> of(double[] seconds, long statements) {
    Arrays.sort(seconds);
    double median = seconds[RUNS / 2];
    return List.of(new Measured("s", median), new Measured("statements/s", statements / median));
  }

  private static void load(Path folder, List<Path> files) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DatasetGraph data = DatabaseMgr.connectDatasetGraph(folder.toString());
    DataLoader loader = LoaderFactory.parallelLoader(data, MonitorOutputs.nullOutput());
    loader.startBulk();
    loader.load(files.stream().map(Path::toString).toList());
    loader.finishBulk();
    TDBInternal.expel(data);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
