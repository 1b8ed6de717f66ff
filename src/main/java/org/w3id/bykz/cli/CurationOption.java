package org.w3id.bykz.cli;

import java.nio.file.Path;
import java.util.List;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.CurationFolder;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;
import picocli.CommandLine.Option;

/** Where corrections lie. */
final class CurationOption {

  @Option(
      names = "--curation",
      paramLabel = "DIR",
      description =
          "Apply the corrections in this folder; those in the folder curation beside the texts if"
              + " left out.")
  private Path folder;

  boolean isGiven() {
    return folder != null;
  }

  Curation of(Corpus corpus) throws LoadException {
    List<Path> folders = isGiven() ? List.of(folder) : corpus.curation();
    return folders.isEmpty() ? CurationFolder.NONE : CurationFolder.read(folders);
  }
}
