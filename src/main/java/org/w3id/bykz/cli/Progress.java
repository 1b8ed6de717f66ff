package org.w3id.bykz.cli;

import java.util.Collection;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal that grows while items are taken, and vanishes with the last. */
final class Progress {

  private static final int WIDTH = 79;

  private Progress() {}

  static <T> Iterable<T> over(Collection<T> items, String task, Console console) {
    ProgressBarBuilder bar =
        ProgressBar.builder()
            .setTaskName(task)
            .setInitialMax(items.size())
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .setConsumer(new DelegatingProgressBarConsumer(line -> draw(line, console), WIDTH));
    return ProgressBar.wrap(items, bar);
  }

  private static void draw(String line, Console console) {
    console.err().print("\r" + line);
    console.err().flush();
  }
}
