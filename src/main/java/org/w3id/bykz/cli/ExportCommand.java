package org.w3id.bykz.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.w3id.bykz.publish.Release;
import org.w3id.bykz.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Write what was published as a release: dumps with and without evidence, ontology,"
            + " vocabularies, shapes, descriptions, checksums, changes.")
final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Option(
      names = "--since",
      paramLabel = "RELEASE",
      description = "Tell changes since this release; the newest other one of DIR if left out.")
  private Optional<Path> since = Optional.empty();

  @Parameters(paramLabel = "DIR", description = "The release becomes DIR/VERSION.")
  private Path folder;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store opened = Store.open(store.folder())) {
      Release.Outcome outcome = Release.export(opened.dataset(), folder, since);
      if (!outcome.isNew()) {
        console.out().println(outcome.folder() + " is there already, of the same content.");
        return 0;
      }
      console.out().println("Exported into " + outcome.folder() + ".");
      outcome
          .since()
          .ifPresent(
              before ->
                  console
                      .out()
                      .printf(
                          "Since %s: %,d claims added, %,d withdrawn, %,d changed.%n",
                          before.getFileName(),
                          outcome.added(),
                          outcome.withdrawn(),
                          outcome.changed()));
      if (!outcome.facts().isEmpty()) {
        console.out().println("Facts: " + facts(outcome) + ".");
      }
      return 0;
    }
  }

  private static String facts(Release.Outcome outcome) {
    return outcome.facts().entrySet().stream()
        .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }
}
