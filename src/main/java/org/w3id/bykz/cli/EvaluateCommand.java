package org.w3id.bykz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.SourceFile;
import org.w3id.bykz.Version;
import org.w3id.bykz.evaluate.ClaimLine;
import org.w3id.bykz.evaluate.Evaluation;
import org.w3id.bykz.evaluate.EvaluationJson;
import org.w3id.bykz.evaluate.Gold;
import org.w3id.bykz.evaluate.Names;
import org.w3id.bykz.evaluate.ReadText;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.loader.TextFiles;
import org.w3id.bykz.rdf.QualityFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Measure precision, recall and F1 of what is read in texts beside what a careful reader"
            + " found.")
final class EvaluateCommand implements Callable<Integer> {

  /** How figures are written. */
  private enum Form {
    TABLE,
    JSON,
    /** What ontology/quality.ttl holds. */
    TURTLE
  }

  private final Console console;

  @Spec private CommandSpec command;

  @Mixin private Batch batch;

  @Option(
      names = "--misses",
      description = "List what was missed, partly right or spurious, and why.")
  private boolean misses;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}; table if left out. Turtle is what the published graph tells"
              + " of its own quality.")
  private Form form = Form.TABLE;

  @Parameters(
      index = "0",
      paramLabel = "GOLD.jsonl",
      description = "Claims that a careful reader found, one JSON object a line.")
  private Path goldFile;

  @Parameters(
      index = "1",
      paramLabel = "TEXT_DIR",
      description = "Folder of the texts; those that the gold names are read.")
  private Path folder;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    Gold gold = Gold.read(goldFile);
    List<SourceFile> files = files(gold);
    List<ReadText> texts = new ArrayList<>();
    int code =
        batch.explain(
            new Corpus(files, missing(gold, files)),
            each -> texts.add(ReadText.of(each.document(), each.readings())),
            true);
    Evaluation evaluation = Evaluation.of(gold, texts, Names.of(Pipeline.bundled().concepts()));
    switch (form) {
      case JSON -> EvaluationJson.write(evaluation, misses, new Results(console.out()));
      case TURTLE -> console.out().print(QualityFile.of(evaluation, ids(texts), Version.CURRENT));
      case TABLE -> new EvaluationTable(console.out()).print(evaluation, misses);
    }
    List<LoadException> faults = faults(gold, evaluation);
    faults.forEach(((App) command.root().userObject())::failed);
    return faults.isEmpty() && evaluation.ungrounded() == 0 ? code : 1;
  }

  private static List<String> ids(List<ReadText> texts) {
    return texts.stream().map(ReadText::id).toList();
  }

  /** The files that hold the texts which the gold names. */
  private List<SourceFile> files(Gold gold) throws LoadException {
    if (!Files.isDirectory(folder)) {
      throw new LoadException("There is no folder " + folder + "; name the one with the texts");
    }
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : Corpus.of(List.of(folder)).files()) {
      String id = TextFiles.idOf(file.path());
      if (gold.documents().stream().anyMatch(document -> isIn(document, id))) {
        files.add(file);
      }
    }
    return files;
  }

  /** Whether the text is that of a file with this id, or a row or record of it. */
  private static boolean isIn(String document, String id) {
    return document.equals(id) || document.startsWith(id + "_");
  }

  private List<LoadException> missing(Gold gold, List<SourceFile> files) throws LoadException {
    Set<String> missing = new LinkedHashSet<>(gold.documents());
    for (SourceFile file : files) {
      String id = TextFiles.idOf(file.path());
      missing.removeIf(document -> isIn(document, id));
    }
    return missing.stream()
        .map(
            id ->
                new LoadException(
                    "There is no text of %s in %s; its claims count as missed"
                        .formatted(id, folder)))
        .toList();
  }

  private List<LoadException> faults(Gold gold, Evaluation evaluation) {
    List<LoadException> faults = new ArrayList<>(gold.faults());
    if (!evaluation.strays().isEmpty()) {
      ClaimLine first = evaluation.strays().get(0);
      faults.add(
          new LoadException(
              "%s: the quotes of %,d claims are not the text at their offsets, the first at %d-%d of"
                      .formatted(
                          goldFile,
                          evaluation.strays().size(),
                          first.span().start(),
                          first.span().end())
                  + " %s; the gold may be of another version of the texts"
                      .formatted(first.document())));
    }
    return faults;
  }
}
