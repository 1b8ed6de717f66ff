package org.w3id.bykz.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;

/**
 * What was published last into a folder, for reading, by any number of processes and threads at
 * once. It stays as it was when opened: a publication that comes later is seen by who opens later.
 */
public final class Store implements AutoCloseable {

  /** Where the store lies if nobody says otherwise: under the working folder. */
  public static final Path DEFAULT = Path.of(".bykz", "store");

  private static final int TRIES = 100;

  /** Between tries, in milliseconds. */
  private static final int WAIT = 100;

  /** What is sorted or made distinct goes to disk beyond. */
  private static final long ROWS_IN_MEMORY = 20_000;

  /** The databases that this process has open, since TDB2 cannot open one twice. */
  private static final Map<Path, Opened> OPEN = new HashMap<>();

  private final Path database;
  private final DatasetGraphTDB dataset;
  private boolean closed;

  private Store(Path database, DatasetGraphTDB dataset) {
    this.database = database;
    this.dataset = dataset;
  }

  private record Opened(DatasetGraphTDB dataset, Generations.Lock lock, int readers) {

    Opened readers(int number) {
      return new Opened(dataset, lock, number);
    }
  }

  /**
   * Opens what was published last.
   *
   * @throws UsageException if nothing was
   */
  public static Store open(Path folder) {
    Generations generations = new Generations(folder);
    for (int i = 0; i < TRIES; i++) {
      Path database = generations.current().orElseThrow(() -> missing(folder));
      Optional<Store> store = open(generations, database);
      if (store.isPresent()) {
        return store.get();
      }
      // A publication went by in between: the next one is there.
    }
    throw new UsageException(
        "The store " + folder + " is damaged: a file beside its data is missing; publish it anew");
  }

  private static UsageException missing(Path folder) {
    return new UsageException(
        "There is no store in "
            + folder
            + "; make one with \"bykz run\" or \"bykz publish\", or name another with --store");
  }

  private static Optional<Store> open(Generations generations, Path database) {
    synchronized (OPEN) {
      Opened opened = OPEN.get(database);
      if (opened == null) {
        Optional<Generations.Lock> lock = generations.hold(database);
        if (lock.isEmpty()) {
          return Optional.empty();
        }
        opened = open(database, lock.get());
      }
      OPEN.put(database, opened.readers(opened.readers() + 1));
      return Optional.of(new Store(database, opened.dataset()));
    }
  }

  private static Opened open(Path database, Generations.Lock lock) {
    try {
      return new Opened(database(database), lock, 0);
    } catch (FileException e) {
      lock.close();
      throw new UsageException(
          "Cannot open the store %s: %s; who reads it must also be allowed to write there"
              .formatted(database.getParent(), e.getMessage()),
          e);
    }
  }

  /** Whether anything was published into the folder. */
  public static boolean exists(Path folder) {
    return new Generations(folder).current().isPresent();
  }

  /** Whether nothing was published since. */
  public boolean isNewest() {
    return new Generations(database.getParent()).current().equals(Optional.of(database));
  }

  /** When this was published. */
  public Instant published() {
    return Generations.published(database);
  }

  /** All named graphs; queries see their union as the default graph. Read in transactions. */
  public DatasetGraphTDB dataset() {
    return dataset;
  }

  /** The same graphs in memory, to be written to and forgotten; its default graph is empty. */
  public DatasetGraph copy() {
    DatasetGraph copy = DatasetGraphFactory.createTxnMem();
    Txn.executeRead(
        dataset, () -> Txn.executeWrite(copy, () -> dataset.find().forEachRemaining(copy::add)));
    return copy;
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (closed) {
        return;
      }
      closed = true;
      Opened opened = OPEN.remove(database);
      if (opened.readers() > 1) {
        OPEN.put(database, opened.readers(opened.readers() - 1));
        return;
      }
      awaitReaders(opened.dataset());
      opened.dataset().shutdown();
      opened.lock().close();
    }
  }

  /** What is being read is read to its end, if that comes soon. */
  private static void awaitReaders(DatasetGraphTDB dataset) {
    TransactionCoordinator transactions = dataset.getTxnSystem().getTxnMgr();
    try {
      for (int i = 0; i < TRIES && !transactions.tryExclusiveMode(); i++) {
        Thread.sleep(WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A database without TDB2's own lock: {@link Generations} sees to it that writers are alone. */
  static DatasetGraphTDB database(Path folder) {
    DatasetGraphTDB dataset = TDB2StorageBuilder.build(Location.create(folder));
    asServed(dataset);
    return dataset;
  }

  /** How queries see a TDB2 dataset here: the union of its graphs by default, nothing outside. */
  public static void asServed(DatasetGraph dataset) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    bounded(dataset);
  }

  /** Keeps queries of a dataset from asking outside, and from taking all time or memory. */
  public static void bounded(DatasetGraph dataset) {
    Context context = dataset.getContext();
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQ.spillToDiskThreshold, ROWS_IN_MEMORY);
    context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) Patience::optimizer);
  }
}
