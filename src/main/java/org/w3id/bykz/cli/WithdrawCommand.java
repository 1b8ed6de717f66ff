package org.w3id.bykz.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.store.Withdrawals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description =
        "Take a source out of the store, with all that only it supports; or bring it back.")
final class WithdrawCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look for it.")
  private Optional<String> reason = Optional.empty();

  @Option(names = "--by", paramLabel = "NAME", description = "Who decided it.")
  private Optional<String> curator = Optional.empty();

  @Option(names = "--date", paramLabel = "DAY", description = "When, as in 2026-03-01.")
  private Optional<LocalDate> date = Optional.empty();

  @Option(names = "--undo", description = "Bring it back as it was.")
  private boolean undo;

  @Parameters(paramLabel = "SOURCE", description = "Its key, such as 003.")
  private String source;

  WithdrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Withdrawals withdrawals = Withdrawals.of(store.folder(), Gate.bundled());
    if (undo) {
      withdrawals.undo(source);
      console.out().printf("The source %s is back.%n", source);
      return 0;
    }
    String why =
        reason.orElseThrow(
            () -> new UsageException("Say why the source goes, with --reason TEXT (or --undo)"));
    var outcome = withdrawals.withdraw(source, new Withdrawals.Grounds(why, curator, date));
    console
        .out()
        .printf(
            "Withdrew the source %s: %,d statements stay, %,d follow from them; --undo brings it"
                + " back.%n",
            source, outcome.kept(), outcome.derived());
    return 0;
  }
}
