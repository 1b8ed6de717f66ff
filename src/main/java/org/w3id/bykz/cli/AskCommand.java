package org.w3id.bykz.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Format;
import org.w3id.bykz.query.FreeQuery;
import org.w3id.bykz.query.Parameter;
import org.w3id.bykz.query.Question;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "ask",
    description = "Ask one of the questions that the program knows; without a name, list them.",
    customSynopsis =
        "bykz ask [NAME] [--KEY VALUE]... [--evidence] [--format table|csv|tsv|json] [--store DIR]")
final class AskCommand implements Callable<Integer> {

  private final Console console;

  private CommandSpec spec;

  @Mixin private StoreOption store;

  @Option(names = "--evidence", description = "Add source, date, speaker and quote to each row.")
  private boolean evidence;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; table if left out.")
  private Format format = Format.TABLE;

  @Option(
      names = {"-h", "--help"},
      description = "Show this help, or with a name what the question asks and its parameters.")
  private boolean help;

  /** The name and, since their options differ from question to question, the parameters. */
  @Parameters(paramLabel = "NAME [--KEY VALUE]", description = "The question, and its parameters.")
  private List<String> words = List.of();

  AskCommand(Console console) {
    this.console = console;
  }

  /** Leaves options that it does not know to the question. */
  @Spec
  void spec(CommandSpec own) {
    spec = own;
    own.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() {
    Questions questions = Questions.bundled();
    if (words.isEmpty()) {
      if (help) {
        spec.commandLine().usage(console.out());
      } else {
        list(questions);
      }
      return 0;
    }
    Question question = questions.named(words.get(0));
    if (help) {
      describe(question);
    } else {
      ask(question, arguments());
    }
    return 0;
  }

  private void ask(Question question, Map<String, String> arguments) {
    try (Store opened = Store.open(store.folder())) {
      Query query = question.bind(arguments, Endpoint.of(opened.dataset()));
      new FreeQuery(query, evidence, format)
          .run(opened.dataset(), console.out())
          .ifPresent(why -> console.tell(why.sentence()));
    }
  }

  private void list(Questions questions) {
    List<Question> all = questions.all();
    int width = all.stream().mapToInt(question -> question.name().length()).max().orElse(0);
    for (Question question : all) {
      console.out().printf("%-" + width + "s  %s%n", question.name(), question.title("en"));
    }
  }

  private void describe(Question question) {
    PrintStream out = console.out();
    out.println(question.question("en"));
    out.println();
    out.print("bykz ask " + question.name());
    question
        .parameters()
        .forEach(each -> out.print(" [--" + each.name() + " " + each.placeholder() + "]"));
    out.println();
    out.println();
    for (Parameter each : question.parameters()) {
      String initial = each.initial().map(value -> "; " + value + " if left out").orElse("");
      out.println("  --" + each.name() + "  " + each.description() + initial);
    }
    question
        .columns()
        .forEach(column -> out.println("  " + column.name() + "  " + column.description()));
  }

  /** Reads {@code --KEY VALUE} and {@code --KEY=VALUE} after the name. */
  private Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        throw new UsageException(
            "\"%s\" follows no --KEY; parameters are given as --KEY VALUE".formatted(word));
      }
      int equals = word.indexOf('=');
      String key = word.substring(2, equals < 0 ? word.length() : equals);
      if (equals < 0 && ++i == words.size()) {
        throw new UsageException(word + " has no value");
      }
      String value = equals < 0 ? words.get(i) : word.substring(equals + 1);
      if (arguments.put(key, value) != null) {
        throw new UsageException("--" + key + " is given twice");
      }
    }
    return arguments;
  }
}
