package org.w3id.bykz.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program {@code bykz}; the only place that ends the process. */
@Command(
    name = "bykz",
    description = "News texts in, a knowledge graph of the Belarus-Kazakhstan partnership out.",
    mixinStandardHelpOptions = true,
    versionProvider = App.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:it ran, but something is wrong with the data", "2:wrong usage"})
public final class App implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean debug;

  private final Console console;
  private CommandLine line;

  private App(Console console) {
    this.console = console;
  }

  public static void main(String[] args) {
    System.exit(run(args, Console.ofProcess()));
  }

  /** Runs a command and gives its exit code. */
  static int run(String[] args, Console console) {
    App app = new App(console);
    app.line =
        new CommandLine(app)
            .addSubcommand(new RunCommand(console))
            .addSubcommand(new AddCommand(console))
            .addSubcommand(new ExtractCommand(console))
            .addSubcommand(new PublishCommand(console))
            .addSubcommand(new WithdrawCommand(console))
            .addSubcommand(new AskCommand(console))
            .addSubcommand(new QueryCommand(console))
            .addSubcommand(new ReviewCommand(console))
            .addSubcommand(new ServeCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new ValidateCommand(console))
            .addSubcommand(new EvaluateCommand(console));
    return app.flush(app.execute(args));
  }

  private int execute(String[] args) {
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((problem, all) -> failed(problem));
    line.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      console.tell("bykz: the memory is too small for this; give more with BYKZ_HEAP, as in 2g");
      return 1;
    }
  }

  /** The last results may turn out not to be writable. */
  private int flush(int code) {
    try {
      console.out().flush();
      return code;
    } catch (StandardStream.Broken problem) {
      return failed(problem);
    } finally {
      console.err().flush();
    }
  }

  Console console() {
    return console;
  }

  /** Says what is wrong and gives the exit code for it. */
  int failed(Exception problem) {
    if (problem instanceof StandardStream.Broken broken && broken.isReaderGone()) {
      return 1;
    }
    Failure failure = Failure.of(problem);
    console.tell("bykz: " + failure.sentence());
    if (debug) {
      problem.printStackTrace(console.err());
    }
    return failure.exitCode();
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    line.usage(line.getOut());
  }

  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"bykz " + org.w3id.bykz.Version.CURRENT};
    }
  }
}
