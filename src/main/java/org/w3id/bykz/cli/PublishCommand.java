package org.w3id.bykz.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Validate N-Quads and put them into the store, all or nothing.")
final class PublishCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "N-Quads, gzip or not.")
  private List<Path> files;

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Publication.Outcome outcome = Publication.into(store.folder(), Gate.bundled()).publish(files);
    outcome.remarks().forEach(remark -> console.tell("remark: " + remark));
    console
        .out()
        .printf(
            "Published %,d statements in %,d graphs into %s; %,d more follow from them, %,d stayed.%n",
            outcome.statements(),
            outcome.graphs(),
            store.folder(),
            outcome.derived(),
            outcome.kept());
    if (Store.isOlderRead(store.folder())) {
      console.tell("A server goes on with what was published before; start it anew.");
    }
    return 0;
  }
}
