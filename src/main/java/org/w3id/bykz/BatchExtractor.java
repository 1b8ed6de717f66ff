package org.w3id.bykz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.w3id.bykz.loader.LoadException;

/**
 * Reads many texts, on several threads if wanted, and hands over what became of them on the
 * caller's thread, in the order given. No more than a few a thread are held at a time. A text that
 * cannot be read is left out and named at the end; the others do not suffer from it.
 */
public final class BatchExtractor {

  /** Enough for the other threads to go on while one reads a long text. */
  private static final int HELD_PER_THREAD = 8;

  /** Reads one text; called on any thread. */
  public interface Reader {
    Extraction read(SourceFile file) throws LoadException;
  }

  /** Takes what became of the texts, one after the other. */
  public interface Sink {
    void accept(Extraction extraction) throws IOException;
  }

  /** A file that was not read, and why. */
  public record Refusal(Path file, Exception why) {}

  private record Reading(Path file, FutureTask<Extraction> task) {}

  private final Sink sink;
  private final Queue<Reading> held = new ArrayDeque<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private BatchExtractor(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads the texts of {@code files}.
   *
   * @return the files that were refused, in order
   * @throws IOException if the sink fails; nothing more is read then
   */
  public static List<Refusal> extract(
      Iterable<SourceFile> files, int threads, Reader reader, Sink sink) throws IOException {
    if (threads == 1) {
      return new BatchExtractor(sink).run(files, reader, Runnable::run, 1);
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return new BatchExtractor(sink).run(files, reader, pool, threads * HELD_PER_THREAD);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Refusal> run(Iterable<SourceFile> files, Reader reader, Executor executor, int most)
      throws IOException {
    for (SourceFile file : files) {
      if (held.size() == most) {
        handOver(held.remove());
      }
      FutureTask<Extraction> task = new FutureTask<>(() -> reader.read(file));
      held.add(new Reading(file.path(), task));
      executor.execute(task);
    }
    while (!held.isEmpty()) {
      handOver(held.remove());
    }
    return List.copyOf(refusals);
  }

  private void handOver(Reading reading) throws IOException {
    Extraction extraction;
    try {
      extraction = reading.task().get();
    } catch (ExecutionException e) {
      refuse(reading.file(), e.getCause());
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading " + reading.file(), e);
    }
    sink.accept(extraction);
  }

  /** Also what should not have happened: one text must not stop ten thousand. */
  private void refuse(Path file, Throwable why) {
    if (why instanceof Error error) {
      throw error;
    }
    refusals.add(new Refusal(file, (Exception) why));
  }
}
