package org.w3id.bykz.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.publish.Release;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Review;
import org.w3id.bykz.query.Review.Item;
import org.w3id.bykz.rdf.ReviewRow;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description =
        "List what most needs a look; as CSV it can be filled in and, with --apply, made into"
            + " corrections.")
final class ReviewCommand implements Callable<Integer> {

  /** How the list is written. */
  private enum Form {
    TABLE,
    CSV
  }

  private static final String[] COLUMNS = {
    "why",
    "claim",
    "thing",
    "source",
    "frame",
    "roles",
    "confidence",
    "quote",
    "decision",
    "role",
    "value",
    "reason",
    "author",
    "date"
  };

  private final Console console;

  @Spec private CommandSpec command;

  @Mixin private StoreOption store;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; table if left out.")
  private Form form = Form.TABLE;

  @Option(
      names = "--since",
      paramLabel = "DIR",
      description =
          "List claims, too, that this release has not; of a folder of releases the newest.")
  private Optional<Path> since = Optional.empty();

  @Option(
      names = "--below",
      paramLabel = "N",
      description = "List claims of less confidence; 0.85 if left out.")
  private BigDecimal below = new BigDecimal("0.85");

  @Option(names = "--limit", paramLabel = "N", description = "List so many; 200 if left out.")
  private int limit = 200;

  @Option(
      names = "--apply",
      paramLabel = "FILE.csv",
      description = "Make corrections of the rows that were decided, a file each.")
  private Optional<Path> table = Optional.empty();

  @Option(
      names = "--curation",
      paramLabel = "DIR",
      description = "Where the files of corrections go, for --apply.")
  private Optional<Path> folder = Optional.empty();

  ReviewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    if (table.isPresent() != folder.isPresent()) {
      throw new UsageException("--apply FILE.csv and --curation DIR go together; give both");
    }
    return table.isPresent() ? apply(table.get(), folder.get()) : list();
  }

  private int list() {
    try (Store opened = Store.open(store.folder())) {
      Set<String> before = since.map(Release::claims).orElse(Set.of());
      List<Item> items =
          Review.of(
              Endpoint.of(opened.dataset()),
              below,
              claim -> since.isPresent() && !before.contains(claim),
              limit);
      if (form == Form.CSV) {
        csv(items);
      } else {
        items.forEach(item -> print(item, console.out()));
      }
      if (items.size() == limit) {
        console.tell("The first %,d are listed; --limit gives more.".formatted(limit));
      }
      return 0;
    }
  }

  private void csv(List<Item> items) {
    CSVFormat format = CSVFormat.RFC4180;
    console.out().print(format.format((Object[]) COLUMNS) + "\n");
    for (Item item : items) {
      String row =
          format.format(
              String.join("; ", item.why()),
              item.claim(),
              item.thing(),
              item.source(),
              item.frame(),
              String.join("; ", item.roles()),
              item.confidence(),
              // A spreadsheet would else take it for a formula.
              item.quote().replaceFirst("^(?=[-=+@])", "'"),
              "",
              "",
              "",
              "",
              "",
              "");
      console.out().print(row + "\n");
    }
  }

  private static void print(Item item, PrintStream out) {
    String key = item.claim().substring(item.claim().lastIndexOf('/') + 1);
    out.println(
        String.join(", ", item.why())
            + (item.confidence().isEmpty() ? "" : " " + item.confidence())
            + "  "
            + (item.thing().isEmpty() ? key : item.thing() + " in " + key)
            + "  "
            + item.frame());
    out.println("  " + String.join("; ", item.roles()));
    out.println("  \"" + item.quote() + "\"");
  }

  private int apply(Path file, Path into) throws IOException, LoadException {
    List<Row> rows = rows(file);
    Files.createDirectories(into);
    App app = (App) command.root().userObject();
    int written = 0;
    int code = 0;
    for (Row row : rows) {
      if (row.cells().getOrDefault("decision", "").isBlank()) {
        continue;
      }
      try {
        ReviewRow.File correction =
            ReviewRow.correction(row.cells(), Pipeline.bundled().concepts());
        Files.writeString(into.resolve(correction.name()), correction.content());
        written++;
      } catch (IllegalArgumentException e) {
        String where = "%s, line %d: ".formatted(file, row.line());
        code = app.failed(new LoadException(where + e.getMessage(), e));
      }
    }
    console
        .out()
        .printf("%,d of %,d rows are corrections in %s now.%n", written, rows.size(), into);
    return code;
  }

  /** A row and the line that it begins in. */
  private record Row(long line, Map<String, String> cells) {}

  /** As spreadsheets write it, too: by semicolons or tabs, with a byte order mark. */
  private static List<Row> rows(Path file) throws IOException, LoadException {
    String text;
    try {
      text = Files.readString(file).replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw new LoadException(file + " is not UTF-8; save it as that", e);
    }
    String head = text.lines().findFirst().orElse("");
    char delimiter = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      if (!parser.getHeaderNames().containsAll(List.of("claim", "frame", "decision", "author"))) {
        throw new LoadException(
            file + " has not the columns of bykz review --format csv; keep its first row");
      }
      List<Row> rows = new ArrayList<>();
      long line = parser.getCurrentLineNumber() + 1;
      for (CSVRecord record : parser) {
        Map<String, String> cells = new HashMap<>(record.toMap());
        cells.computeIfPresent("quote", (name, quote) -> quote.replaceFirst("^'(?=[-=+@])", ""));
        rows.add(new Row(line, cells));
        line = parser.getCurrentLineNumber() + 1;
      }
      return rows;
    } catch (java.io.UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw new LoadException(file + " cannot be read as CSV: " + e.getMessage(), e);
    }
  }
}
