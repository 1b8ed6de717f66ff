package org.w3id.bykz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.query.QueryException;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Reasons;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.ParameterException;

/**
 * What a user is told about an exception.
 *
 * @param sentence what, where and what to do
 * @param exitCode 1 for what is wrong with the data, 2 for wrong usage
 */
record Failure(String sentence, int exitCode) {

  static Failure of(Exception problem) {
    if (problem instanceof ParameterException wrong) {
      String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
      return new Failure(problem.getMessage() + "; see \"" + command + " --help\"", 2);
    }
    if (problem instanceof UsageException) {
      return new Failure(problem.getMessage(), 2);
    }
    if (problem instanceof DataException || problem instanceof LoadException) {
      return new Failure(problem.getMessage(), 1);
    }
    if (problem instanceof QueryException) {
      return new Failure("The query cannot be run: " + problem.getMessage(), 2);
    }
    if (problem instanceof StandardStream.Broken broken) {
      return new Failure(broken.getMessage(), 1);
    }
    if (problem instanceof UncheckedIOException unchecked) {
      return of(unchecked.getCause());
    }
    if (problem instanceof IOException io) {
      return new Failure(file(io) + Reasons.of(io), 1);
    }
    return new Failure(
        "This should not have happened: %s; run it again with --debug and report what it shows"
            .formatted(problem),
        1);
  }

  private static String file(IOException problem) {
    return problem instanceof java.nio.file.FileSystemException file && file.getFile() != null
        ? "Cannot use " + file.getFile() + ": "
        : "";
  }
}
