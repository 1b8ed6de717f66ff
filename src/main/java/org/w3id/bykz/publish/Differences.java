package org.w3id.bykz.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.bykz.store.Prefixes;

/**
 * What is told otherwise than in the release before: which claims came, went or changed from one
 * release to the next, read from their sorted N-Quads side by side, a claim at a time. A claim has
 * changed if it says something else of itself under its name, as its confidence; which run of the
 * loaders read it does not count.
 *
 * <p>In Turtle (PROV) the change of each source is an activity that generated the new state of
 * claims and invalidated the old one; a changed claim is both. Facts that are new, confirmed,
 * contradicted or withdrawn are told of the release as a whole.
 */
final class Differences implements AutoCloseable {

  private static final Pattern CLAIM =
      Pattern.compile(
          "<(%sid/claim/[^>]+)> (.*) <%sgraph/source/([^>]+)> \\."
              .formatted(Pattern.quote(Prefixes.BASE), Pattern.quote(Prefixes.BASE)));

  private static final String RUN = "<http://www.w3.org/ns/prov#wasGeneratedBy> ";

  /** How many claims, and how many facts changed in each way. */
  record Counts(long added, long withdrawn, long changed, Map<Attested.Change, Long> facts) {

    static final Counts NONE = new Counts(0, 0, 0, Map.of());
  }

  private final Writer table;
  private final OutputStream turtle;
  private final StreamRDF rdf;
  private final String name;
  private final Node whole;
  private long added;
  private long withdrawn;
  private long changed;

  private Differences(Path folder, String version) throws IOException {
    table = Files.newBufferedWriter(folder.resolve("changes.csv"));
    turtle = Files.newOutputStream(folder.resolve("changes.ttl"));
    rdf = StreamRDFWriter.getWriterStream(turtle, RDFFormat.TURTLE_BLOCKS);
    name = Prefixes.BASE + "dumps/" + version + "/changes.ttl";
    whole = NodeFactory.createURI(Prefixes.BASE + "dumps/" + version + "/changes");
    table.write("source,claim,change\n");
    rdf.start();
    Prefixes.all().forEach(rdf::prefix);
  }

  /** Writes {@code changes.csv} and {@code changes.ttl} beside the newer release's quads. */
  static Counts write(Path older, Path newer, String version) throws IOException {
    Map<Attested.Change, Long> facts = new EnumMap<>(Attested.Change.class);
    try (Claims before = new Claims(older.resolve(Release.QUADS));
        Claims after = new Claims(newer.resolve(Release.QUADS));
        Differences differences = new Differences(newer, version)) {
      differences.compare(before, after);
      differences.follow(older, version);
      Attested.compare(
          older,
          newer,
          (change, fact, labels) -> {
            facts.merge(change, 1L, Long::sum);
            differences.tell(change, fact, labels);
          });
      return new Counts(differences.added, differences.withdrawn, differences.changed, facts);
    }
  }

  /** The claims of a release. */
  static Set<String> claims(Path release) throws IOException {
    Set<String> all = new HashSet<>();
    try (Claims claims = new Claims(release.resolve(Release.QUADS))) {
      for (; claims.claim != null; claims.next()) {
        all.add(claims.claim.iri());
      }
    }
    return all;
  }

  private void compare(Claims before, Claims after) throws IOException {
    while (before.claim != null || after.claim != null) {
      int order =
          before.claim == null
              ? 1
              : after.claim == null ? -1 : before.claim.place().compareTo(after.claim.place());
      if (order < 0) {
        withdrawn++;
        tell("withdrawn", before.claim);
        before.next();
      } else if (order > 0) {
        added++;
        tell("added", after.claim);
        after.next();
      } else {
        if (!before.claim.lines().equals(after.claim.lines())) {
          changed++;
          tell("changed", after.claim);
        }
        before.next();
        after.next();
      }
    }
  }

  private void tell(String change, Claim claim) throws IOException {
    String source = Prefixes.BASE + "id/source/" + claim.source();
    table.write(source + "," + claim.iri() + "," + change + "\n");
    Node activity = NodeFactory.createURI(name + "#" + claim.source());
    triple(activity, RDF.type.getURI(), prov("Activity"));
    triple(activity, prov("used"), source);
    if (!change.equals("withdrawn")) {
      triple(activity, prov("generated"), claim.iri());
    }
    if (!change.equals("added")) {
      triple(activity, prov("invalidated"), claim.iri());
    }
  }

  /** Says of the release which one it follows. */
  private void follow(Path older, String version) {
    String dumps = Prefixes.BASE + "dumps/";
    Node release = NodeFactory.createURI(dumps + version + "/");
    triple(release, prov("wasRevisionOf"), dumps + older.getFileName() + "/");
    triple(whole, RDF.type.getURI(), "https://schema.org/DataFeedItem");
    triple(whole, "https://schema.org/item", release.getURI());
  }

  private void tell(Attested.Change change, Node fact, Set<Node> labels) {
    triple(whole, change.property(), fact.getURI());
    labels.forEach(label -> rdf.triple(Triple.create(fact, RDFS.label.asNode(), label)));
  }

  private static String prov(String term) {
    return "http://www.w3.org/ns/prov#" + term;
  }

  private void triple(Node subject, String property, String object) {
    rdf.triple(
        Triple.create(subject, NodeFactory.createURI(property), NodeFactory.createURI(object)));
  }

  @Override
  public void close() throws IOException {
    rdf.finish();
    turtle.close();
    table.close();
  }

  /** What a source's graph says of a claim. */
  private record Claim(String source, String iri, List<String> lines) {

    /** Where it comes in the order of the file. */
    String place() {
      return "<" + Prefixes.BASE + "graph/source/" + source + "> <" + iri + ">";
    }
  }

  /** The claims of a dump, in its order. */
  private static final class Claims implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private Matcher ahead;
    private Claim claim;

    Claims(Path file) throws IOException {
      this.file = file;
      reader = Packed.open(file);
      advance();
      next();
    }

    /** The next claim, or null. */
    void next() {
      if (ahead == null) {
        claim = null;
        return;
      }
      String iri = ahead.group(1);
      String source = ahead.group(3);
      List<String> lines = new ArrayList<>();
      while (ahead != null && ahead.group(1).equals(iri) && ahead.group(3).equals(source)) {
        if (!ahead.group(2).startsWith(RUN)) {
          lines.add(ahead.group(2));
        }
        advance();
      }
      claim = new Claim(source, iri, lines);
    }

    private void advance() {
      try {
        ahead = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          Matcher matcher = CLAIM.matcher(line);
          if (matcher.matches()) {
            ahead = matcher;
            return;
          }
        }
      } catch (IOException e) {
        throw Packed.broken(file, e);
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
