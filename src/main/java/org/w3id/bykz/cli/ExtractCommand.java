package org.w3id.bykz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.Version;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.claim.ReadingLines;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Write the claims of texts to standard output.")
final class ExtractCommand implements Callable<Integer> {

  /** How claims are written. */
  private enum Form {
    JSONL,
    NQUADS
  }

  private final Console console;

  @Mixin private Batch batch;

  @Mixin private CurationOption curation;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; jsonl if left out.")
  private Form form;

  @Option(
      names = "--explain",
      description =
          "Say for each sentence what its claims rest on: cue, the words of each role, rules; and"
              + " where it makes none, how near it came. For people, or with --format jsonl a line"
              + " a sentence.")
  private boolean explain;

  @Option(
      names = "--coverage",
      description =
          "Say for each text how many of its sentences gave claims, and which gave none. For"
              + " people, or with --format jsonl a line a text.")
  private boolean coverage;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "What is known of the texts, as Turtle; catalog.ttl beside them if left out.")
  private Path catalogue;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE_OR_DIR",
      description =
          "Plain text, an HTML page, a table of articles (JSON Lines or CSV) or a WARC, with gzip or"
              + " without; a folder stands for all of these below it.")
  private List<Path> paths;

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    Pipeline.prepare();
    Corpus corpus = catalogue == null ? Corpus.of(paths) : Corpus.of(paths, catalogue);
    // No bar between the lines of the results.
    boolean bar = !console.isOutTerminal();
    Results out = new Results(console.out());
    if (explain || coverage) {
      return report(corpus, out, bar);
    }
    Curation corrections = curation.of(corpus);
    if (form == Form.NQUADS) {
      try (QuadWriter quads = QuadWriter.of(out, Version.CURRENT)) {
        return batch.read(corpus, corrections, each -> each.writeTo(quads), bar);
      }
    }
    try (ClaimLines lines = new ClaimLines(out)) {
      return batch.read(corpus, corrections, each -> each.writeTo(lines), bar);
    }
  }

  private int report(Corpus corpus, Results out, boolean bar) throws IOException {
    if (explain && coverage || form == Form.NQUADS) {
      throw new UsageException(
          explain && coverage
              ? "--explain and --coverage are two reports; ask for one"
              : "A report is no graph; leave out --format nquads");
    }
    if (curation.isGiven()) {
      throw new UsageException(
          "A report tells how texts are read, which nobody corrects; leave out --curation");
    }
    if (form == Form.JSONL) {
      try (ReadingLines lines = new ReadingLines(out)) {
        return batch.explain(
            corpus,
            explain
                ? each -> each.writeTo(lines)
                : each -> lines.writeCoverage(each.document().id(), each.readings()),
            bar);
      }
    }
    if (explain) {
      return batch.explain(corpus, new Explanations(console.out())::print, bar);
    }
    CoverageReport report = new CoverageReport(console.out());
    int code = batch.explain(corpus, report::print, bar);
    report.printSum();
    return code;
  }
}
