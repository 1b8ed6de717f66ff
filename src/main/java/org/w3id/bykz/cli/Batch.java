package org.w3id.bykz.cli;

import java.io.IOException;
import org.w3id.bykz.BatchExtractor;
import org.w3id.bykz.BatchExtractor.Reader;
import org.w3id.bykz.BatchExtractor.Refusal;
import org.w3id.bykz.BatchExtractor.Sink;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.SourceFile;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the texts of a corpus for a command, and names those that cannot be read at the end. */
final class Batch {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Read so many texts at a time; as many as there are processors if left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /**
   * Hands what became of the texts to {@code sink}, and gives the exit code.
   *
   * @param bar whether a progress bar may be drawn, if there is a terminal to draw it on
   */
  int read(Corpus corpus, Curation curation, Sink sink, boolean bar) throws IOException {
    Corrected corrected = new Corrected(curation, corpus.isWhole());
    int code =
        read(
            corpus,
            article -> Pipeline.bundled().read(article, curation),
            each -> {
              corrected.add(each.curated());
              sink.accept(each);
            },
            bar);
    return Math.max(code, corrected.tell((App) command.root().userObject()));
  }

  /** As {@link #read}, but tells how each sentence was read, which nobody corrects. */
  int explain(Corpus corpus, Sink sink, boolean bar) throws IOException {
    return read(corpus, Pipeline.bundled()::explain, sink, bar);
  }

  private int read(Corpus corpus, Reader reader, Sink sink, boolean bar) throws IOException {
    if (threads < 1) {
      throw new UsageException("--threads is " + threads + "; it takes at least one");
    }
    App app = (App) command.root().userObject();
    Iterable<SourceFile> files =
        bar && app.console().isErrTerminal()
            ? Progress.over(corpus.files(), "Reading", app.console())
            : corpus.files();
    BatchExtractor.Outcome outcome;
    try (Articles articles = SourceFile.articles(files)) {
      outcome = BatchExtractor.extract(articles, threads, reader, sink);
    }
    long bad = outcome.refused() + corpus.missing().size();
    long all = outcome.all() + corpus.missing().size();
    if (bad > 1) {
      app.console().tell("bykz: %,d of %,d texts could not be read:".formatted(bad, all));
    }
    outcome.refusals().forEach(refusal -> app.failed(because(refusal)));
    long unnamed = outcome.refused() - outcome.refusals().size();
    if (unnamed > 0) {
      app.console().tell("bykz: ... and %,d more that are not named here".formatted(unnamed));
    }
    corpus.missing().forEach(app::failed);
    return bad == 0 ? 0 : 1;
  }

  /** What cannot be read says so itself; anything else needs to be told where it happened. */
  private static Exception because(Refusal refusal) {
    return refusal.why() instanceof LoadException
        ? refusal.why()
        : new IllegalStateException(
            "while reading " + refusal.place() + ": " + refusal.why(), refusal.why());
  }
}
