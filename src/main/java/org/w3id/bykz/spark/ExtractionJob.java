package org.w3id.bykz.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.w3id.bykz.CurationFolder;
import org.w3id.bykz.Version;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.text.Sha256;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Extracts claims on Apache Spark, for {@code spark-submit}. Files are looked at first, each for
 * its digest and number of records, and the records are cut into parts. Then those that are not
 * done are read where they lie and extracted where there is room, a part at a time, so that one
 * large file does not hold up the others. A part is written whole or not at all, whatever becomes
 * of the worker, and is not done again, neither by another worker nor by another run.
 */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Write the claims of texts as N-Quads and Parquet, on Apache Spark.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and what could not be read is named in quarantine.jsonl",
      "1:with --strict, something could not be read; or the job could not run",
      "2:wrong usage"
    })
public final class ExtractionJob implements Callable<Integer> {

  /** More are no use to anybody. */
  private static final int MOST_TASKS = 10_000;

  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandLine.Model.CommandSpec command;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Write into this folder; parts that are done there are not done again.")
  private String output;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "What is known of the texts, as Turtle; catalog.ttl beside them if left out.")
  private String catalogue;

  @Option(
      names = "--curation",
      paramLabel = "DIR",
      description =
          "Apply the corrections in this folder; those in the folder curation beside the texts if"
              + " left out.")
  private String curation;

  @Option(
      names = "--part",
      paramLabel = "N",
      defaultValue = "" + Plan.MOST_RECORDS,
      description = "Cut the records into parts of so many at most; ${DEFAULT-VALUE} if left out.")
  private int most;

  @Option(names = "--strict", description = "End with 1 if anything could not be read.")
  private boolean strict;

  @Option(names = "--debug", description = "Show where in the program an error arose.")
  private boolean debug;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE_OR_DIR",
      description =
          "Plain text, an HTML page, a table of articles (JSON Lines, CSV or Parquet) or a WARC; a"
              + " folder stands for all of these below it. Paths or URIs.")
  private List<String> inputs;

  private ExtractionJob(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** Runs the job and gives its exit code. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    ExtractionJob job = new ExtractionJob(out, err);
    return new CommandLine(job)
        .setParameterExceptionHandler(
            (problem, all) -> {
              err.println("bykz: " + problem.getMessage() + "; see --help");
              return 2;
            })
        .setExecutionExceptionHandler((problem, line, parsed) -> job.failed(problem))
        .execute(args);
  }

  private int failed(Exception problem) {
    err.println(
        problem instanceof LoadException
            ? "bykz: " + problem.getMessage()
            : "bykz: The job failed (%s); run it again to go on, with --debug to see where"
                .formatted(cause(problem)));
    if (debug) {
      problem.printStackTrace(err);
    }
    return 1;
  }

  /** What an executor says stands at the end of the causes, before where it was. */
  private static String cause(Throwable problem) {
    Throwable last = problem;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.toString().lines().findFirst().orElse("");
  }

  @Override
  public Integer call() throws IOException, LoadException {
    if (most < 1 || most > Plan.MOST_RECORDS) {
      throw new ParameterException(
          command.commandLine(),
          "--part is %d; it takes from 1 to %d".formatted(most, Plan.MOST_RECORDS));
    }
    try (JavaSparkContext spark = new JavaSparkContext(configuration())) {
      return extract(spark);
    }
  }

  /** What the submitter leaves open: this machine, its loopback alone, and no pages. */
  private static SparkConf configuration() {
    SparkConf spark = new SparkConf().setIfMissing("spark.app.name", "bykz");
    spark.setIfMissing("spark.master", "local[*]").setIfMissing("spark.ui.enabled", "false");
    if (spark.get("spark.master").startsWith("local")) {
      spark.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      spark.setIfMissing("spark.driver.host", "127.0.0.1");
    }
    return spark;
  }

  private int extract(JavaSparkContext spark) throws IOException, LoadException {
    Broadcast<SerializableConfiguration> hadoop =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    OutputFolder folder = folder(spark);
    FileSystem files = folder.files(spark.hadoopConfiguration());
    Inputs found =
        Inputs.of(
            inputs.stream().map(Path::new).toList(),
            Optional.ofNullable(catalogue).map(Path::new),
            spark.hadoopConfiguration());
    Map<String, byte[]> corrections =
        found.corrections(Optional.ofNullable(curation).map(Path::new));
    CurationFolder.of(corrections);

    List<InputFile.Content> contents =
        spark
            .parallelize(found.files(), tasks(found.files().size()))
            .map(file -> file.content(hadoop.value().value()))
            .collect();
    Plan plan = Plan.of(contents, work(corrections), most);
    List<String> parts = plan.parts();
    Set<String> done = folder.done(files);
    done.retainAll(parts);
    List<Plan.Reading> readings = plan.readings(done);
    if (!readings.isEmpty()) {
      extract(spark, readings, parts, folder, corrections, hadoop);
    }
    Counts counts =
        spark
            .parallelize(parts, tasks(parts.size()))
            .map(part -> folder.readCounts(part, hadoop.value().value()))
            .fold(Counts.NONE, Counts::plus);
    folder.keepOnly(parts, files);
    boolean all = folder.quarantine(found.quarantined(), parts, files);
    folder.report(counts, files);
    out.printf(
        "%,d claims and %,d quads of %,d records in %,d files; %,d of %,d parts were done before.%n",
        counts.claims(),
        counts.quads(),
        counts.records(),
        contents.size(),
        done.size(),
        parts.size());
    if (!all) {
      err.println("bykz: " + folder.quarantine() + " names what was not read");
    }
    return all || !strict ? 0 : 1;
  }

  /** Reads where the files lie, and extracts where there is room. */
  private static void extract(
      JavaSparkContext spark,
      List<Plan.Reading> readings,
      List<String> parts,
      OutputFolder folder,
      Map<String, byte[]> corrections,
      Broadcast<SerializableConfiguration> hadoop) {
    Broadcast<List<String>> names = spark.broadcast(parts);
    Broadcast<Map<String, byte[]>> curated = spark.broadcast(corrections);
    spark
        .parallelize(readings, tasks(readings.size()))
        .flatMapToPair(reading -> new RecordReader(reading, hadoop.value().value()))
        .repartitionAndSortWithinPartitions(new ByPart(tasks(parts.size())))
        .foreachPartition(
            sorted ->
                new PartWriter(
                        folder,
                        names.value(),
                        CurationFolder.of(curated.value()),
                        hadoop.value().value())
                    .write(sorted));
  }

  /** The output's address in full, and not within what is read: it would be read the next time. */
  private OutputFolder folder(JavaSparkContext spark) throws IOException {
    Path path = new Path(output);
    Path full = path.getFileSystem(spark.hadoopConfiguration()).makeQualified(path);
    for (String input : inputs) {
      Path read = new Path(input);
      Path from = read.getFileSystem(spark.hadoopConfiguration()).makeQualified(read);
      for (Path each = full; each != null; each = each.getParent()) {
        if (each.equals(from)) {
          throw new ParameterException(
              command.commandLine(),
              "--output is %s, within %s, which is read; name another folder"
                  .formatted(output, input));
        }
      }
    }
    return new OutputFolder(full.toString());
  }

  /** What is done with records, in a form that differs where its result may. */
  private static String work(Map<String, byte[]> corrections) {
    MessageDigest digest = Sha256.begin();
    Digests.add(digest, Version.CURRENT);
    corrections.forEach(
        (file, content) -> Digests.add(digest, file, HexFormat.of().formatHex(content)));
    return Digests.hex(digest);
  }

  private static int tasks(int units) {
    return Math.max(1, Math.min(units, MOST_TASKS));
  }

  /** Each part to a task of its own, as long as there are no more parts than tasks. */
  private static final class ByPart extends Partitioner {

    private final int tasks;

    ByPart(int tasks) {
      this.tasks = tasks;
    }

    @Override
    public int numPartitions() {
      return tasks;
    }

    @Override
    public int getPartition(Object key) {
      return ((Numbered) key).part() % tasks;
    }
  }
}
