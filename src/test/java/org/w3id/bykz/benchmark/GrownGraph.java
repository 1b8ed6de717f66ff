package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.QuadWriter;

/**
 * Sources that were read, as often as it takes, so that claims for each source, frames, roles,
 * values, evidence and dates are distributed as they were found. The first time they are as they
 * are; each further time the sources and what only they know (persons, enterprises, events) have
 * names of their own, regions, products and fields are others of their kind, as popular as they
 * were, the text is no reprint, and all happens in other years. The vocabularies stay as they are.
 * A seed makes it the same each time.
 */
final class GrownGraph {

  private static final String BASE = "https://w3id.org/bykz/";
  private static final Pattern NAME =
      Pattern.compile("<https://w3id\\.org/bykz/(id|graph)/([a-z-]+)/([^>]*)>");
  private static final Pattern LABEL =
      Pattern.compile("(> <http[^>]*(?:#label|/name)> \"(?:[^\"\\\\]|\\\\.)*)\"");

  /** What tells of a text or a name in few letters whether it is the same. */
  private static final Pattern KEY = Pattern.compile("(#(?:textBand|nameKey)> \"[^\"]*)\"");

  /** What tells a time: a period and what is said of one, and the day of a source. */
  private static final Pattern TIMED = Pattern.compile("id/period/|terms/issued>");

  private static final Pattern TIME = Pattern.compile("id/period/[^>]*|\"[^\"]*\"");
  private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}");

  /** Sources are spread over so many years; leap years stay leap years. */
  private static final int YEARS = 32;

  private static final int STEP = 4;

  /** What only sources tell of, unless its type is another's. */
  private static final Set<String> OWN =
      Set.of(
          "person", "organisation", "product", "place", "agreement", "event", "project", "group");

  /** What is known beside that, and changes places with others of its kind. */
  private static final Pattern SWAPPED = Pattern.compile("(region/(?:BY|KZ)|product|sector)[-/].*");

  private final List<Source> sources = new ArrayList<>();
  private final Set<String> own = new HashSet<>();
  private final Map<String, List<String>> popular = new HashMap<>();
  private final Map<String, Integer> claims = new TreeMap<>();
  private final Set<String> exports = new HashSet<>();
  private final Random random;
  private long statements;

  private GrownGraph(long seed) {
    this.random = new Random(seed);
  }

  private record Source(String id, List<String> lines) {}

  /**
   * What is in it, as far as it can be known without asking.
   *
   * @param claims how many of each frame
   * @param exports who is said to export what as a fact, each pair once
   */
  record Known(long statements, int sources, Map<String, Integer> claims, Set<String> exports) {}

  /** Writes N-Quads of at least that many statements, whole sources, after those of a file. */
  static Known write(Path read, long statements, long seed, Path out) throws IOException {
    GrownGraph graph = new GrownGraph(seed);
    graph.read(read);
    int written = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(out, UTF_8)) {
      for (int round = 0; graph.statements < statements; round++) {
        Collections.shuffle(graph.sources, graph.random);
        for (Source source : graph.sources) {
          if (graph.statements < statements) {
            graph.write(source, round, writer);
            written++;
          }
        }
      }
    }
    return new Known(graph.statements, written, graph.claims, graph.exports);
  }

  private void read(Path file) throws IOException {
    Map<String, List<String>> graphs = new TreeMap<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      int graph = line.lastIndexOf("<" + BASE + "graph/source/");
      if (graph > 0) {
        String id = line.substring(graph, line.lastIndexOf('>')).replaceFirst(".*/", "");
        graphs.computeIfAbsent(id, key -> new ArrayList<>()).add(line);
        Matcher subject = NAME.matcher(line);
        if (subject.lookingAt() && OWN.contains(subject.group(2))) {
          own.add(subject.group(2) + "/" + subject.group(3));
        }
      }
    }
    graphs.forEach(
        (id, lines) -> {
          if (told(lines).values().stream().noneMatch(GrownGraph::isRefused)) {
            sources.add(new Source(id, lines));
          }
        });
    for (Source source : sources) {
      swapped(source)
          .forEach(each -> popular.computeIfAbsent(kind(each), key -> new ArrayList<>()).add(each));
    }
  }

  /** The things of a source that change places, each once, in the order of its claims. */
  private List<String> swapped(Source source) {
    List<String> things = new ArrayList<>();
    for (String line : source.lines) {
      Matcher name = NAME.matcher(line);
      while (name.find()) {
        String thing = name.group(2) + "/" + name.group(3);
        if (!own.contains(thing) && !kind(thing).isEmpty() && !things.contains(thing)) {
          things.add(thing);
        }
      }
    }
    return things;
  }

  private static String kind(String thing) {
    Matcher kind = SWAPPED.matcher(thing);
    return kind.matches() ? kind.group(1) : "";
  }

  private void write(Source source, int round, BufferedWriter out) throws IOException {
    UnaryOperator<String> renamed = round == 0 ? thing -> thing : names(source, round);
    List<String> lines =
        source.lines.stream()
            .map(line -> round == 0 ? line : line(line, source.id, round, renamed))
            .toList();
    for (String line : lines) {
      out.write(line);
      out.write('\n');
    }
    statements += lines.size();
    told(lines).values().forEach(this::count);
  }

  /** Properties and values of each claim. */
  private static Map<String, Set<String>> told(List<String> lines) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith("<" + BASE + "id/claim/")) {
        String[] parts = line.split(" ", 4);
        told.computeIfAbsent(parts[0], key -> new HashSet<>()).add(parts[1] + " " + parts[2]);
      }
    }
    return told;
  }

  /** Whether the shapes refuse a claim: who reads wrong at times reads one to sell to itself. */
  private static boolean isRefused(Set<String> claim) {
    String exporter = role(claim, "exporter");
    return !exporter.isEmpty() && exporter.equals(role(claim, "importer"));
  }

  private void count(Set<String> claim) {
    for (String said : claim) {
      if (said.endsWith("Claim>") && !said.endsWith("#Claim>")) {
        claims.merge(said.replaceFirst(".*#", "").replace(">", ""), 1, Integer::sum);
      }
    }
    String exporter = role(claim, "exporter");
    String product = role(claim, "product");
    boolean isFact = role(claim, "modality").endsWith("/fact>");
    if (isFact && role(claim, "polarity").endsWith("/positive>") && !exporter.isEmpty()) {
      exports.add(exporter + " " + product);
    }
  }

  private static String role(Set<String> claim, String role) {
    String start = "<" + BASE + "ontology#" + role + "> ";
    return claim.stream()
        .filter(said -> said.startsWith(start))
        .map(said -> said.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  /** New names for what a source tells of: no two things get the same. */
  private UnaryOperator<String> names(Source source, int round) {
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (String thing : swapped(source)) {
      List<String> choices = popular.get(kind(thing));
      Collections.shuffle(choices, random);
      names.put(thing, choices.stream().filter(taken::add).findFirst().orElseThrow());
    }
    return thing -> own.contains(thing) ? thing + "-" + round : names.getOrDefault(thing, thing);
  }

  private String line(String line, String id, int round, UnaryOperator<String> renamed) {
    String next = id + "x" + round;
    Matcher name = NAME.matcher(line);
    boolean isOwn = name.lookingAt() && own.contains(name.group(2) + "/" + name.group(3));
    String moved =
        name.reset()
            .replaceAll(
                each -> {
                  String kind = each.group(2);
                  String key = each.group(3).replaceFirst("^extract-", "");
                  boolean isOfSource = kind.equals("source") || key.startsWith(id + "-");
                  String thing =
                      isOfSource
                          ? kind + "/" + each.group(3).replaceFirst(id, next)
                          : renamed.apply(kind + "/" + each.group(3));
                  return "<" + BASE + each.group(1) + "/" + thing + ">";
                });
    if (moved.contains("terms/identifier> \"" + id + "\"")) {
      return moved.replace("\"" + id + "\"", "\"" + next + "\"");
    }
    String keyed = KEY.matcher(moved).replaceFirst("$1-" + round + "\"");
    String timed = TIMED.matcher(line).find() ? earlier(keyed, round * STEP % YEARS) : keyed;
    return isOwn ? LABEL.matcher(timed).replaceFirst("$1 " + round + "\"") : timed;
  }

  private static String earlier(String line, int years) {
    return TIME.matcher(line)
        .replaceAll(
            time ->
                YEAR.matcher(time.group())
                    .replaceAll(each -> String.valueOf(Integer.parseInt(each.group()) - years)));
  }

  /**
   * A graph of a size.
   *
   * @param read of what it was grown
   * @param folder of its own, to work in
   * @param size that was asked for, in statements
   */
  record Sized(Path read, Path folder, long size, Path quads, Known known) {}

  /** What is done with each. */
  interface Measure {
    void of(Sized grown) throws IOException;
  }

  /** Grows one of each size: takes a file of N-Quads that were read, a folder to work in, sizes. */
  static void each(String[] args, Measure measure) throws IOException {
    Path read = Path.of(args[0]);
    for (String size : List.of(args).subList(2, args.length)) {
      Path folder = Files.createDirectories(Path.of(args[1], size));
      Path quads = folder.resolve("grown.nq");
      Known known = write(read, Long.parseLong(size), 1, quads);
      measure.of(new Sized(read, folder, Long.parseLong(size), quads, known));
    }
  }

  /** Writes what is published with all sources: a file in the folder. */
  static Path ontology(Path folder) {
    Path file = folder.resolve("ontology.nq");
    try (QuadWriter writer = QuadWriter.of(Files.newOutputStream(file), "0")) {
      writer.write(OntologyFiles.bundled());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
