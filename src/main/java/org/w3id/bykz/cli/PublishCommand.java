package org.w3id.bykz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.publish.RemoteStore;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description =
        "Validate N-Quads and put them into the store, all or nothing; make the graphs of a store"
            + " elsewhere those of this one.")
final class PublishCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Mixin private Batch batch;

  @Mixin private CurationOption curation;

  @Mixin private RemoteOption remote;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Extract the texts of this folder and publish what they say.")
  private Path corpus;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "N-Quads, gzip or not.")
  private List<Path> files = List.of();

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    Optional<RemoteStore> elsewhere = remote.store();
    int code =
        elsewhere.isPresent() && corpus == null && files.isEmpty() && !curation.isGiven()
            ? 0
            : publish();
    elsewhere.ifPresent(each -> new Copying(console, store.folder()).copyTo(each));
    return code;
  }

  private int publish() throws IOException, LoadException {
    Publishing publishing = new Publishing(console, store.folder());
    if (corpus == null) {
      if (curation.isGiven()) {
        throw new UsageException(
            "Quads stay as they are; corrections go with texts: name them by --corpus DIR");
      }
      if (files.isEmpty()) {
        throw new UsageException(
            "There is nothing to publish; name N-Quads files or --corpus DIR, or --endpoint URL");
      }
      publishing.publish(files);
      return 0;
    }
    try (Spool spool = Spool.create()) {
      Corpus texts = Corpus.of(List.of(corpus));
      Curation corrections = curation.of(texts);
      int code;
      try (QuadWriter quads = spool.writer()) {
        code = batch.read(texts, corrections, each -> each.writeTo(quads), true);
        if (quads.quads() == 0) {
          return code;
        }
      }
      List<Path> all = new ArrayList<>(files);
      all.add(spool.file());
      publishing.publish(all);
      return code;
    }
  }
}
