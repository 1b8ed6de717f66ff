package org.w3id.bykz.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Report;
import org.w3id.bykz.store.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Hold RDF files against shapes; exit code 1 if they break one.")
final class ValidateCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--shapes",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Shapes to hold them against; those that came with the program if left out.")
  private List<Path> shapes = List.of();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Turtle, TriG, N-Quads, …")
  private List<Path> files;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Validation validation = shapes.isEmpty() ? Validation.ours() : Validation.against(shapes);
    List<Path> read = files.stream().filter(file -> added(file, validation)).toList();
    if (read.isEmpty()) {
      return 1;
    }
    Report report = validation.report();
    report.violations().forEach(finding -> console.out().println("violation  " + finding));
    report.remarks().forEach(finding -> console.out().println("remark     " + finding));
    console.out().println(verdict(report, read.size()));
    return report.conforms() && read.size() == files.size() ? 0 : 1;
  }

  private boolean added(Path file, Validation validation) {
    try {
      validation.add(file);
      return true;
    } catch (DataException e) {
      console.tell("bykz: " + e.getMessage());
      return false;
    }
  }

  private static String verdict(Report report, int files) {
    String subject = files == 1 ? "The file" : "The " + files + " files";
    return report.conforms()
        ? subject + (files == 1 ? " conforms" : " conform") + " to the shapes."
        : subject
            + (files == 1 ? " breaks" : " break")
            + " the shapes in "
            + report.violations().size()
            + (report.violations().size() == 1 ? " place." : " places.");
  }
}
