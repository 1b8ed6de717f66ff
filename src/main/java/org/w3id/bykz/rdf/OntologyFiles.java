package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.w3id.bykz.text.Sha256;

/**
 * The Turtle files of {@code ontology/}: those of a folder, or those that the jar carries. Files
 * come in the order of their names.
 */
public final class OntologyFiles {

  private static final String ROOT = "ontology/";
  private static final String ONTOLOGY = "bykz.ttl";

  /** How well the frames were found to be read: published, nothing to learn from. */
  private static final String QUALITY = "quality.ttl";

  private static final String VOCABULARIES = "vocabularies/";
  private static final String FRAMES = "frames/";
  private static final String SCANNERS = "scanners/";

  /** Geometries of regions: published, but of no use to who looks for labels. */
  private static final String BOUNDARIES = VOCABULARIES + "boundaries.ttl";

  private static final Predicate<IRI> IS_NAME = Set.of(RDF.TYPE, SKOS.PREF_LABEL)::contains;

  private interface Opener {
    InputStream open(String name) throws IOException;
  }

  private final List<String> names;
  private final Opener opener;

  private OntologyFiles(Stream<String> names, Opener opener) {
    this.names = names.filter(OntologyFiles::isOurs).sorted().toList();
    this.opener = opener;
  }

  private static boolean isOurs(String name) {
    return name.endsWith(".ttl")
        && (name.equals(ONTOLOGY)
            || name.equals(QUALITY)
            || name.startsWith(VOCABULARIES)
            || name.startsWith(FRAMES)
            || name.startsWith(SCANNERS));
  }

  /** Those of a folder laid out as {@code ontology/} is. */
  public static OntologyFiles ofFolder(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(ONTOLOGY))) {
      throw new IOException(
          "No " + ONTOLOGY + " in " + folder + "; name the folder that holds the ontology");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
      return new OntologyFiles(names.stream(), name -> Files.newInputStream(folder.resolve(name)));
    }
  }

  /** Those that come with the program, in its jar or beside its classes. */
  public static OntologyFiles bundled() throws IOException {
    ClassLoader loader = OntologyFiles.class.getClassLoader();
    URL ontology = loader.getResource(ROOT + ONTOLOGY);
    if (ontology == null) {
      throw new IOException("The program lacks its " + ROOT + ONTOLOGY + "; build it again");
    }
    if (ontology.openConnection() instanceof JarURLConnection jar) {
      return new OntologyFiles(
          jar.getJarFile().stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(ROOT))
              .map(name -> name.substring(ROOT.length())),
          name -> loader.getResourceAsStream(ROOT + name));
    }
    return ofFolder(Path.of(uri(ontology)).getParent());
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("Not a place to read the ontology from: " + url, e);
    }
  }

  /**
   * What is published beside the claims, so that a quad file explains itself: the ontology, the
   * vocabularies, and of the frames what each cue is called; how cues steer the reading is the
   * extractor's own business, and so are the scanners' words. Shapes are not published here: they
   * judge data and are none.
   */
  Stream<Graph> published() {
    return names.stream()
        .filter(name -> !name.startsWith(SCANNERS))
        .map(
            name ->
                read(name)
                    .graph(graph(name), name.startsWith(FRAMES) ? IS_NAME : predicate -> true));
  }

  /** The files that carry labels, of vocabularies and frames. */
  Stream<TurtleFile> labelled() {
    return names.stream()
        .filter(
            name ->
                !name.equals(ONTOLOGY)
                    && !name.equals(QUALITY)
                    && !name.equals(BOUNDARIES)
                    && !name.startsWith(SCANNERS))
        .map(this::read);
  }

  /** The files that hold the words of numbers and dates. */
  Stream<TurtleFile> scanners() {
    return names.stream().filter(name -> name.startsWith(SCANNERS)).map(this::read);
  }

  private static IRI graph(String name) {
    String stem = name.substring(0, name.length() - ".ttl".length());
    if (name.startsWith(VOCABULARIES)) {
      return Iris.graph("vocabulary/" + stem.substring(VOCABULARIES.length()));
    } else if (name.startsWith(FRAMES)) {
      return Iris.graph("frame/" + stem.substring(FRAMES.length()));
    }
    return Iris.graph(name.equals(ONTOLOGY) ? "ontology" : stem);
  }

  /** SHA-256 of all of them, in hexadecimal digits: changes with any. */
  public String digest() {
    MessageDigest sha = Sha256.begin();
    for (String name : names) {
      sha.update(name.getBytes(UTF_8));
      sha.update(bytes(name));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private TurtleFile read(String name) {
    return new TurtleFile(ROOT + name, bytes(name));
  }

  private byte[] bytes(String name) {
    try (InputStream in = opener.open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + ROOT + name, e);
    }
  }
}
