package org.w3id.bykz.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.w3id.bykz.query.Format;
import org.w3id.bykz.query.FreeQuery;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Run any SPARQL query on the store.")
final class QueryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StoreOption store;

  @Option(
      names = "--evidence",
      description =
          "Add source, date, speaker and quote to each row of a SELECT that reads ?claim.")
  private boolean evidence;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; table if left out.")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "FILE", description = "The query, or - to read it from standard input.")
  private String file;

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    FreeQuery query = new FreeQuery(SparqlFile.parse(text()).query(), evidence, format);
    try (Store opened = Store.open(store.folder())) {
      query.run(opened.dataset(), console.out()).ifPresent(why -> console.tell(why.sentence()));
    }
    return 0;
  }

  private TextFile text() throws IOException {
    if (!file.equals("-")) {
      return TextFile.read(Path.of(file));
    }
    ByteBuffer bytes = ByteBuffer.wrap(console.in().readAllBytes());
    return new TextFile(
        "standard input", "-", StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
  }
}
