package org.w3id.bykz.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.store.RdfFile;
import org.w3id.bykz.store.SparqlFile;
import org.w3id.bykz.store.TextFile;
import org.w3id.bykz.store.UsageException;

/**
 * Writes what was published as a folder of files, named by the version of the content. The same
 * content gives the same bytes, but for the difference to another release. The folder is made
 * beside its place and moved there when it is whole. Memory is bounded: quads are sorted on disk.
 */
public final class Release {

  /** A release on its way, with the process that writes it. */
  private static final Pattern DRAFT = Pattern.compile("\\.draft-[0-9a-f]+-(\\d{1,18})");

  /** All graphs, each line once, in the order of graph, subject, property and object. */
  public static final String QUADS = "bykz.nq.gz";

  /** Where the checksums of all other files stand, as sha256sum writes and checks them. */
  public static final String CHECKSUMS = "SHA256SUMS";

  private static final String TRIG = "bykz.trig.gz";
  private static final String FACTS = "facts.nt.gz";
  private static final String FACTS_TURTLE = "facts.ttl.gz";
  private static final String GRAPHS = Prefixes.BASE + "graph/";

  private final DatasetGraph data;
  private final String version;
  private final Path folder;

  private Release(DatasetGraph data, String version, Path folder) {
    this.data = data;
    this.version = version;
    this.folder = folder;
  }

  /**
   * What became of an export.
   *
   * @param isNew whether it was not there before
   * @param since the release it was compared with
   * @param added how many claims are new since then
   * @param facts how many facts changed since then, by the ways in which they did
   */
  public record Outcome(
      Path folder,
      boolean isNew,
      Optional<Path> since,
      long added,
      long withdrawn,
      long changed,
      Map<Attested.Change, Long> facts) {

    private static Outcome of(
        Path folder, boolean isNew, Optional<Path> since, Differences.Counts counts) {
      return new Outcome(
          folder,
          isNew,
          since,
          counts.added(),
          counts.withdrawn(),
          counts.changed(),
          counts.facts());
    }
  }

  /**
   * Exports into a folder of releases.
   *
   * @param since the release to compare with; the newest other one of the folder if left out
   */
  public static Outcome export(DatasetGraph data, Path releases, Optional<Path> since) {
    return Txn.calculateRead(data, () -> exportOpened(data, releases, since));
  }

  private static Outcome exportOpened(DatasetGraph data, Path releases, Optional<Path> since) {
    String version = version(data);
    Path place = releases.resolve(version);
    if (Files.exists(place)) {
      return Outcome.of(place, false, Optional.empty(), Differences.Counts.NONE);
    }
    since.filter(each -> !Files.isRegularFile(each.resolve(QUADS))).ifPresent(Release::refuse);
    try {
      Files.createDirectories(releases);
      sweep(releases);
      Optional<Path> before = since.isPresent() ? since : newest(releases);
      Path draft =
          Files.createDirectory(
              releases.resolve(".draft-" + version + "-" + ProcessHandle.current().pid()));
      try {
        Release release = new Release(data, version, draft);
        release.writeQuads();
        release.writeFacts();
        release.writeFigures();
        release.write(Attested.NAME, out -> Attested.write(data, out));
        release.writeDescriptions();
        Differences.Counts counts =
            before.isPresent()
                ? Differences.write(before.get(), draft, version)
                : Differences.Counts.NONE;
        release.writeChecksums();
        Files.move(draft, place, ATOMIC_MOVE);
        return Outcome.of(place, true, before, counts);
      } finally {
        delete(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(releases + " is a file; name a folder to export into", e);
    } catch (IOException e) {
      throw new UsageException("Cannot write a release into " + releases + " (" + e + ")", e);
    }
  }

  /**
   * The IRIs of the claims of a release.
   *
   * @param folder that of the release, or of releases of which the newest is meant
   */
  public static Set<String> claims(Path folder) {
    try {
      Optional<Path> release =
          Files.isRegularFile(folder.resolve(QUADS)) ? Optional.of(folder) : newest(folder);
      release.filter(each -> !Files.isRegularFile(each.resolve(QUADS))).ifPresent(Release::refuse);
      return release.isPresent() ? Differences.claims(release.get()) : Set.of();
    } catch (IOException e) {
      throw new UsageException("Cannot read a release from " + folder + " (" + e + ")", e);
    }
  }

  private static void refuse(Path since) {
    throw new UsageException(
        "--since should be the folder of a release, with its %s, not %s".formatted(QUADS, since));
  }

  /** The version of what was published. */
  private static String version(DatasetGraph data) {
    try (QueryExec exec =
        QueryExec.dataset(data).query(SparqlFile.bundled("pages/version")).build()) {
      var rows = exec.select();
      if (!rows.hasNext()) {
        throw new DataException("The store tells no version of its content; publish it anew");
      }
      return rows.next().get("version").getLiteralLexicalForm();
    }
  }

  /** The release that was written last. */
  private static Optional<Path> newest(Path releases) throws IOException {
    try (Stream<Path> folders = Files.list(releases)) {
      return folders
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .filter(each -> Files.isDirectory(each))
          .max(
              Comparator.<Path>comparingLong(each -> each.toFile().lastModified())
                  .thenComparing(each -> each.getFileName().toString()));
    }
  }

  /** Deletes the drafts of processes that were killed. */
  private static void sweep(Path releases) throws IOException {
    try (Stream<Path> files = Files.list(releases)) {
      for (Path file : files.filter(Release::isAbandoned).toList()) {
        delete(file);
      }
    }
  }

  private static boolean isAbandoned(Path file) {
    Matcher draft = DRAFT.matcher(file.getFileName().toString());
    return draft.matches()
        && ProcessHandle.of(Long.parseLong(draft.group(1)))
            .filter(process -> !process.equals(ProcessHandle.current()))
            .isEmpty();
  }

  private static void delete(Path draft) throws IOException {
    if (Files.exists(draft)) {
      try (Stream<Path> files = Files.walk(draft)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void write(String name, Writing writing) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes) {
      writing.to(out);
    }
  }

  private void writeQuads() throws IOException {
    try (SortedLines lines = new SortedLines()) {
      data.find()
          .forEachRemaining(
              quad ->
                  lines.add(
                      NodeFmtLib.strNT(quad.getGraph()) + ' ' + NodeFmtLib.strNT(quad.asTriple())));
      write(
          QUADS,
          out -> {
            for (Iterator<String> each = lines.distinct(); each.hasNext(); ) {
              out.write(graphLast(each.next()).getBytes(UTF_8));
            }
          });
    }
    write(TRIG, out -> copy(QUADS, Lang.NQUADS, writer(out, RDFFormat.TRIG_BLOCKS)));
    writeGraphs();
  }

  /** A line of N-Quads from one that begins with its graph. */
  private static String graphLast(String line) {
    int end = line.indexOf(' ');
    int dot = line.lastIndexOf('.');
    return line.substring(end + 1, dot).strip() + ' ' + line.substring(0, end) + " .\n";
  }

  private static StreamRDF writer(OutputStream out, RDFFormat format) {
    return StreamRDFWriter.getWriterStream(out, format);
  }

  /** Writes what an exported file holds in another way, with prefixes. */
  private void copy(String file, Lang lang, StreamRDF to) {
    Prefixes.all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(prefix -> to.prefix(prefix.getKey(), prefix.getValue()));
    RdfFile.read(folder.resolve(file), lang, to);
  }

  /**
   * The ontology and the vocabularies, as published, and the shapes that they were held against.
   */
  private void writeGraphs() throws IOException {
    try (ByGraph graphs = new ByGraph()) {
      RdfFile.read(folder.resolve(QUADS), Lang.NQUADS, graphs);
    }
    String shapes = "shapes.ttl";
    write(shapes, out -> out.write(TextFile.bundled("ontology/" + shapes).text().getBytes(UTF_8)));
  }

  /** Keeps the graphs that every publication has, which are small, and writes a file of each. */
  private final class ByGraph extends StreamRDFBase implements AutoCloseable {

    private final Map<String, Graph> files = new TreeMap<>();

    @Override
    public void quad(Quad quad) {
      String name = quad.getGraph().getURI().substring(GRAPHS.length());
      boolean isVocabulary = name.startsWith("vocabulary/");
      if (isVocabulary || name.equals("ontology")) {
        String file = isVocabulary ? name.replaceFirst("vocabulary", "vocabularies") : name;
        files.computeIfAbsent(file + ".ttl", key -> empty()).add(quad.asTriple());
      }
    }

    @Override
    public void close() throws IOException {
      for (Map.Entry<String, Graph> each : files.entrySet()) {
        write(
            each.getKey(),
            out -> RDFWriter.source(each.getValue()).format(RDFFormat.TURTLE_PRETTY).output(out));
      }
    }
  }

  private static Graph empty() {
    Graph graph = GraphFactory.createDefaultGraph();
    Prefixes.all().forEach(graph.getPrefixMapping()::setNsPrefix);
    return graph;
  }

  private void writeFacts() throws IOException {
    try (SortedLines lines = new SortedLines();
        QueryExec exec =
            QueryExec.dataset(data).query(SparqlFile.bundled("releases/facts")).build()) {
      exec.constructTriples().forEachRemaining(triple -> lines.add(NodeFmtLib.strNT(triple)));
      write(
          FACTS,
          out -> {
            for (Iterator<String> each = lines.distinct(); each.hasNext(); ) {
              out.write((each.next() + "\n").getBytes(UTF_8));
            }
          });
    }
    write(FACTS_TURTLE, out -> copy(FACTS, Lang.NTRIPLES, writer(out, RDFFormat.TURTLE_BLOCKS)));
  }

  private void writeFigures() throws IOException {
    write(CubeTable.NAME, out -> CubeTable.write(Endpoint.of(data), out));
    write(CubeTable.DESCRIPTION, out -> out.write(CubeTable.description().getBytes(UTF_8)));
  }

  private void writeDescriptions() throws IOException {
    write(
        "void.ttl",
        out -> RDFWriter.source(read("pages/void")).format(RDFFormat.TURTLE_PRETTY).output(out));
    Graph catalogue = read("pages/catalog");
    for (String file : List.of(QUADS, TRIG, FACTS, FACTS_TURTLE, Attested.NAME)) {
      sorted(distribution(file)).forEach(catalogue::add);
    }
    write(
        "catalog.ttl",
        out -> RDFWriter.source(catalogue).format(RDFFormat.TURTLE_PRETTY).output(out));
    write(
        "catalog.jsonld",
        out -> RDFWriter.source(catalogue).format(RDFFormat.JSONLD_PRETTY).output(out));
    write(
        "catalog.rdf",
        out -> RDFWriter.source(catalogue).format(RDFFormat.RDFXML_PLAIN).output(out));
  }

  private Query distribution(String file) throws IOException {
    Path path = folder.resolve(file);
    return QueryTransformOps.replaceVars(
        SparqlFile.bundled("releases/distributions"),
        Map.of(
            Var.alloc("file"),
            NodeFactory.createLiteralString(file),
            Var.alloc("version"),
            NodeFactory.createLiteralString(version),
            Var.alloc("size"),
            NodeFactory.createLiteralDT(
                Long.toString(Files.size(path)), XSDDatatype.XSDnonNegativeInteger),
            Var.alloc("sha256"),
            NodeFactory.createLiteralDT(sha256(path), XSDDatatype.XSDhexBinary)));
  }

  private Graph read(String query) {
    Graph graph = empty();
    sorted(SparqlFile.bundled(query)).forEach(graph::add);
    return graph;
  }

  /** In an order of their own, since writers go by the order in which statements came. */
  private List<Triple> sorted(Query query) {
    List<Triple> triples = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
      exec.constructTriples().forEachRemaining(triples::add);
    }
    triples.sort(Comparator.comparing(NodeFmtLib::strNT));
    return triples;
  }

  private void writeChecksums() throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        sums.append(sha256(file)).append("  ").append(name).append('\n');
      }
    }
    Files.writeString(folder.resolve(CHECKSUMS), sums);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
