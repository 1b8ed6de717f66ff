package org.w3id.bykz.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Format;
import org.w3id.bykz.query.FreeQuery;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "The main job: extract the program's corpus, publish it, answer a question, serve.")
final class RunCommand implements Callable<Integer> {

  /** The question that is answered, and its parameters. */
  private static final String QUESTION = "oblasts-trading";

  private static final Map<String, String> PARAMETERS = Map.of("product", "dairy-products");

  private final Console console;

  @Mixin private StoreOption store;

  @Mixin private Batch batch;

  @Mixin private CurationOption curation;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to serve; 3030 if left out, 0 for any that is free.")
  private int port = WebServer.Settings.local().port();

  @Option(names = "--no-serve", description = "End when the question is answered.")
  private boolean noServe;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    int code = publish();
    try (Store opened = Store.open(store.folder())) {
      answer(opened);
    }
    if (!noServe) {
      console.out().println();
      ServeCommand.follow(store.folder(), WebServer.Settings.local().port(port), console);
    }
    return code;
  }

  private int publish() throws IOException, LoadException {
    try (Spool spool = Spool.create()) {
      Corpus corpus = Corpus.bundled();
      Curation corrections = curation.of(corpus);
      Findings findings = new Findings();
      int code;
      try (QuadWriter quads = spool.writer()) {
        code =
            batch.read(
                corpus,
                corrections,
                each -> {
                  each.writeTo(quads);
                  findings.add(each);
                },
                true);
      }
      findings.print(console.out());
      new Publishing(console, store.folder()).publish(List.of(spool.file()));
      return code;
    }
  }

  private void answer(Store opened) {
    Question question = Questions.bundled().named(QUESTION);
    Query query = question.bind(PARAMETERS, Endpoint.of(opened.dataset()));
    PrintStream out = console.out();
    out.println();
    out.println(question.question("en"));
    out.print("bykz ask " + QUESTION);
    PARAMETERS.forEach((key, value) -> out.print(" --" + key + " " + value));
    out.println(" --evidence");
    out.println();
    new FreeQuery(query, true, Format.TABLE).run(opened.dataset(), out);
  }
}
