package org.w3id.bykz.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.query.SmallWorld;
import org.w3id.bykz.store.DataException;
import org.w3id.bykz.store.Gate;
import org.w3id.bykz.store.Publication;
import org.w3id.bykz.store.RdfFile;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.UsageException;

/** What a release of the small world holds, and how it differs from the one before. */
class ReleaseTest {

  private static final String CLAIM = "https://w3id.org/bykz/id/claim/";

  @TempDir private static Path temp;
  private static List<String> lines;
  private static Path release;

  @BeforeAll
  static void exportTheSmallWorld() throws IOException {
    Path file = SmallWorld.write(temp.resolve("example.nq"));
    lines = Files.readAllLines(file);
    release = export("first", lines, temp.resolve("releases")).folder();
  }

  private static Release.Outcome export(String name, List<String> quads, Path releases)
      throws IOException {
    Path file = Files.write(temp.resolve(name + ".nq"), quads);
    Path store = temp.resolve(name);
    Publication.into(store, Gate.bundled()).publish(List.of(file));
    try (Store opened = Store.open(store)) {
      return Release.export(opened.dataset(), releases, Optional.empty());
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(each).toString(),
            new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static List<String> unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void sameContentGivesTheSameBytesWhateverOrderItCameIn() throws IOException {
    List<String> turned = new ArrayList<>(lines);
    java.util.Collections.reverse(turned);
    Path other = export("turned", turned, temp.resolve("elsewhere")).folder();
    assertThat(other.getFileName()).isEqualTo(release.getFileName());
    assertThat(files(other)).isEqualTo(files(release));
  }

  @Test
  void holdsDumpsDescriptionsAndChecksumsThatHold() throws Exception {
    assertThat(files(release).keySet())
        .contains(
            "bykz.nq.gz",
            "bykz.trig.gz",
            "facts.nt.gz",
            "facts.ttl.gz",
            "shapes.ttl",
            "vocabularies/products.ttl",
            "cube.csv",
            "cube.csv-metadata.json",
            "catalog.ttl",
            "catalog.jsonld",
            "catalog.rdf",
            "void.ttl");
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", Release.CHECKSUMS)
            .directory(release.toFile())
            .inheritIO()
            .start();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void readsTheSameInJenaAndRdf4jInAllForms() throws IOException {
    Model quads = rio("bykz.nq.gz", RDFFormat.NQUADS);
    assertThat(quads).hasSameSizeAs(unpacked(release.resolve("bykz.nq.gz")));
    Model facts = rio("facts.nt.gz", RDFFormat.NTRIPLES);
    assertThat(facts).hasSameSizeAs(unpacked(release.resolve("facts.nt.gz"))).isNotEmpty();
    assertThat(rio("facts.ttl.gz", RDFFormat.TURTLE)).isEqualTo(facts);
    DatasetGraph jena = jena("bykz.trig.gz");
    assertThat(jena.stream().count()).isEqualTo(quads.size());
    assertThat(IsoMatcher.isomorphic(jena, jena("bykz.nq.gz"))).isTrue();
    Graph catalogue = jena("catalog.ttl").getDefaultGraph();
    assertThat(jena("catalog.rdf").getDefaultGraph().isIsomorphicWith(catalogue)).isTrue();
    assertThat(jena("catalog.jsonld").getDefaultGraph().isIsomorphicWith(catalogue)).isTrue();
  }

  private static DatasetGraph jena(String name) {
    return RDFDataMgr.loadDatasetGraph(release.resolve(name).toString());
  }

  private static Model rio(String name, RDFFormat format) throws IOException {
    try (InputStream in = Files.newInputStream(release.resolve(name));
        InputStream text = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return Rio.parse(text, "https://w3id.org/bykz/", format);
    }
  }

  @Test
  void factsTellNothingOfWhoSaysThem() throws IOException {
    assertThat(unpacked(release.resolve("facts.nt.gz")))
        .anyMatch(line -> line.contains("/ontology#exports> "))
        .anyMatch(line -> line.contains("\"Grodno Region\"@en"))
        .noneMatch(line -> line.startsWith("<https://w3id.org/bykz/id/source/"))
        .noneMatch(line -> line.contains("/id/claim/"))
        .noneMatch(line -> line.contains("http://www.w3.org/ns/oa#"));
  }

  @Test
  void catalogueTellsSizeAndChecksumOfEachDump() throws IOException {
    List<String> problems = new ArrayList<>();
    org.w3id.bykz.store.Validation shapes =
        org.w3id.bykz.store.Validation.against(List.of(Path.of("ontology/description-shapes.ttl")));
    shapes.add(release.resolve("catalog.ttl"));
    shapes.add(release.resolve("void.ttl"));
    shapes.report().violations().forEach(each -> problems.add(each.toString()));
    assertThat(problems).isEmpty();
    String catalogue = Files.readString(release.resolve("catalog.ttl"));
    for (String line : Files.readAllLines(release.resolve(Release.CHECKSUMS))) {
      if (line.endsWith(".gz")) {
        assertThat(catalogue)
            .contains(line.substring(0, 64))
            .contains(Long.toString(Files.size(release.resolve(line.substring(66)))));
      }
    }
  }

  @Test
  void doesNothingWhereTheSameContentIsThere() throws IOException {
    Map<String, String> before = files(release);
    Release.Outcome again = export("again", lines, release.getParent());
    assertThat(again.isNew()).isFalse();
    assertThat(files(release)).isEqualTo(before);
  }

  @Test
  void tellsWhichClaimsCameWentAndChanged() throws IOException {
    String gone = claim(0);
    String other = claim(1);
    List<String> changed =
        lines.stream()
            .filter(line -> !line.contains(gone))
            .map(
                line ->
                    line.startsWith("<" + other + ">") && line.contains("#confidence>")
                        ? line.replaceFirst("\"[0-9.]+\"", "\"0.11\"")
                        : line)
            .toList();
    Path releases = Files.createDirectory(temp.resolve("changing"));
    export("before", lines, releases);
    Release.Outcome after = export("after", changed, releases);
    assertThat(List.of(after.added(), after.withdrawn(), after.changed()))
        .containsExactly(0L, 1L, 1L);
    assertThat(Files.readAllLines(after.folder().resolve("changes.csv")))
        .hasSize(3)
        .contains("source,claim,change")
        .anyMatch(line -> line.endsWith("," + gone + ",withdrawn"))
        .anyMatch(line -> line.endsWith("," + other + ",changed"));
    RdfFile.read(
        after.folder().resolve("changes.ttl"), org.apache.jena.riot.system.StreamRDFLib.sinkNull());
    assertThat(Files.readString(after.folder().resolve("changes.ttl")))
        .contains("prov:invalidated", "prov:generated");
  }

  @Test
  void tellsWhichFactsAreNewConfirmedContradictedAndWithdrawn() throws IOException {
    Path releases = Files.createDirectory(temp.resolve("telling"));
    Path first = export("without", without("006", "007", "008"), releases).folder();
    assertThat(first.resolve("changes.ttl")).doesNotExist();
    assertThat(unpacked(first.resolve("attested.tsv.gz")))
        .contains("?key\t?fact\t?label\t?voice\t?contradiction\t?same");
    Release.Outcome second = export("with", without("002", "004", "008"), releases);
    Graph changes = RDFDataMgr.loadGraph(second.folder().resolve("changes.ttl").toString());
    List<String> told = new ArrayList<>();
    for (Attested.Change change : Attested.Change.values()) {
      changes
          .find(null, NodeFactory.createURI(change.property()), null)
          .mapWith(triple -> change + " " + label(triple.getObject(), changes))
          .forEach(told::add);
    }
    assertThat(told)
        .filteredOn(line -> !line.startsWith("withdrawn"))
        .containsExactlyInAnyOrder(
            "new Iwan Nowik holds office governor",
            "new Belarus - Kazakhstan: turnover, 2020, value 735000000",
            "new project, tractors: Minsk Tractor Works, Kostanay Region",
            "new project, tractors: Minsk Tractor Works, Rudny, 2023-05",
            "confirmed meeting in Grodno, 2021-11",
            "contradicted Belarus - Kazakhstan: turnover, 2020, value 868000000",
            "contradicted Belarus - Kazakhstan: turnover, 2020, value 735000000");
    assertThat(told)
        .contains("withdrawn tractors in Kostanay Region", "withdrawn Agro-Expo")
        .contains("withdrawn Belarus - Kazakhstan: turnover, 2020, value 870000000")
        .doesNotContain("withdrawn Belarus trades with Kazakhstan");
    Node contradicted = NodeFactory.createURI(Attested.Change.CONTRADICTED.property());
    assertThat(
            changes
                .find(null, contradicted, null)
                .mapWith(triple -> label(triple.getObject(), "ru", changes))
                .toList())
        .contains("Беларусь - Казахстан: товарооборот, 2020, стоимость 735000000");
    assertThat(second.facts())
        .containsEntry(Attested.Change.NEW, 4L)
        .containsEntry(Attested.Change.CONFIRMED, 1L)
        .containsEntry(Attested.Change.CONTRADICTED, 2L);
    assertThat(Files.readString(second.folder().resolve("changes.ttl")))
        .containsPattern("dumps/[0-9a-f]{12}/>\\s+prov:wasRevisionOf\\s+<.*" + first.getFileName());
  }

  private static List<String> without(String... sources) {
    return lines.stream()
        .filter(
            line ->
                Stream.of(sources).noneMatch(each -> line.endsWith("graph/source/" + each + "> .")))
        .toList();
  }

  private static String label(Node fact, Graph graph) {
    return label(fact, "en", graph);
  }

  private static String label(Node fact, String language, Graph graph) {
    return graph
        .find(fact, RDFS.label.asNode(), null)
        .mapWith(triple -> triple.getObject())
        .filterKeep(label -> label.getLiteralLanguage().equals(language))
        .mapWith(Node::getLiteralLexicalForm)
        .toList()
        .toString()
        .replaceAll("[\\[\\]]", "");
  }

  /** The claims of the example of which nothing but their own graph speaks. */
  private static String claim(int number) {
    return lines.stream()
        .filter(line -> line.startsWith("<" + CLAIM) && line.contains("#confidence>"))
        .map(line -> line.substring(1, line.indexOf('>')))
        .distinct()
        .sorted()
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesABrokenReleaseBeforeAndLeavesNothingHalfDone() throws IOException {
    Path releases = Files.createDirectory(temp.resolve("broken"));
    Path broken = Files.createDirectory(releases.resolve("000000000000"));
    byte[] whole = Files.readAllBytes(release.resolve(Release.QUADS));
    Files.write(broken.resolve(Release.QUADS), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> export("hopeful", lines, releases))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("The release before is broken: ")
        .hasMessageContaining("--since");
    try (Stream<Path> left = Files.list(releases)) {
      assertThat(left).containsExactly(broken);
    }
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine");
    assertThatThrownBy(() -> export("filed", lines, file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file; name a folder");
  }
}
