package org.w3id.bykz.web;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.w3id.bykz.store.Store;

/**
 * Serves what was published last into a folder, and what is published while it serves: whoever asks
 * sees one state whole, the newer one within a second or two of its publication.
 */
public final class Following implements AutoCloseable {

  private final Path folder;
  private final Consumer<String> tell;
  private final WebServer server;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bykz-newer");
            thread.setDaemon(true);
            return thread;
          });

  private Store store;
  private String trouble = "";

  private Following(Path folder, Store store, WebServer server, Consumer<String> tell) {
    this.folder = folder;
    this.store = store;
    this.server = server;
    this.tell = tell;
  }

  /**
   * Begins to serve.
   *
   * @param tell takes a sentence when something newer cannot be served
   * @throws org.w3id.bykz.store.UsageException if nothing was published there, or it cannot serve
   */
  public static Following of(Path folder, WebServer.Settings settings, Consumer<String> tell) {
    Store store = Store.open(folder);
    try {
      WebServer server = WebServer.of(store.dataset(), store.published(), settings);
      Following following = new Following(folder, store, server, tell);
      // Ends with the executor; what goes wrong is told by look itself.
      ScheduledFuture<?> unused =
          following.looking.scheduleWithFixedDelay(following::look, 1, 1, TimeUnit.SECONDS);
      return following;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  public WebServer server() {
    return server;
  }

  private synchronized void look() {
    try {
      if (!store.isNewest()) {
        Store next = Store.open(folder);
        server.show(next.dataset(), next.published(), store::close);
        store = next;
        trouble = "";
      }
    } catch (RuntimeException e) {
      String message =
          "What was published last cannot be served, what was before is: " + e.getMessage();
      if (!message.equals(trouble)) {
        tell.accept(message);
        trouble = message;
      }
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    server.close();
    synchronized (this) {
      store.close();
    }
  }
}
