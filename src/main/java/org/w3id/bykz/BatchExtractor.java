package org.w3id.bykz;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.LoadException;

/**
 * Reads many texts, on several threads if wanted, and hands over what became of them on the
 * caller's thread, in the order given. No more than a few a thread are held at a time. A text that
 * cannot be read is left out and named at the end; the others do not suffer from it.
 */
public final class BatchExtractor {

  /** Files may hold any number of texts, and be refused for all of them. */
  public static final int NAMED_REFUSALS = 1000;

  /** Enough for the other threads to go on while one reads a long text. */
  private static final int HELD_PER_THREAD = 8;

  /** Reads one text; called on any thread. */
  public interface Reader {
    Extraction read(Article article) throws LoadException;
  }

  /** Takes what became of the texts, one after the other. */
  public interface Sink {
    void accept(Extraction extraction) throws IOException;
  }

  /** A text that was not read, and why. */
  public record Refusal(String place, Exception why) {}

  /**
   * What became of all texts.
   *
   * @param all how many there were
   * @param refused how many of these were not read
   * @param refusals the first of those, in order
   */
  public record Outcome(long all, long refused, List<Refusal> refusals) {

    public Outcome {
      refusals = List.copyOf(refusals);
    }
  }

  private record Reading(String place, FutureTask<Extraction> task) {}

  private final Sink sink;
  private final Queue<Reading> held = new ArrayDeque<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private long all;
  private long refused;

  private BatchExtractor(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads {@code articles}, which stay open.
   *
   * @throws IOException if the sink fails; nothing more is read then
   */
  public static Outcome extract(Articles articles, int threads, Reader reader, Sink sink)
      throws IOException {
    if (threads == 1) {
      return new BatchExtractor(sink).run(articles, reader, Runnable::run, 1);
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return new BatchExtractor(sink).run(articles, reader, pool, threads * HELD_PER_THREAD);
    } finally {
      pool.shutdownNow();
    }
  }

  private Outcome run(Articles articles, Reader reader, Executor executor, int most)
      throws IOException {
    while (articles.hasNext()) {
      Article article = articles.next();
      all++;
      if (held.size() == most) {
        handOver(held.remove());
      }
      FutureTask<Extraction> task = new FutureTask<>(() -> reader.read(article));
      held.add(new Reading(article.place(), task));
      executor.execute(task);
    }
    while (!held.isEmpty()) {
      handOver(held.remove());
    }
    return new Outcome(all, refused, refusals);
  }

  private void handOver(Reading reading) throws IOException {
    Extraction extraction;
    try {
      extraction = reading.task().get();
    } catch (ExecutionException e) {
      refuse(reading.place(), e.getCause());
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading " + reading.place(), e);
    }
    sink.accept(extraction);
  }

  /** Also what should not have happened: one text must not stop ten thousand. */
  private void refuse(String place, Throwable why) {
    if (why instanceof Error error && !(why instanceof StackOverflowError)) {
      throw error;
    }
    refused++;
    if (refusals.size() < NAMED_REFUSALS) {
      refusals.add(
          new Refusal(place, why instanceof Exception e ? e : new IllegalStateException(why)));
    }
  }
}
