package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.query.SmallWorld;

/** What changed, as pages, as RDF and as a feed. */
class ChangesTest {

  private static final Instant PUBLISHED = Instant.parse("2026-03-04T05:06:07Z");

  /** A title that means harm, in Turtle; the first character is none of XML. */
  private static final String HOSTILE = "\\u0001]]></title><script>alert(1)</script>&amp; \\\"😀";

  private static WebServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = WebServer.of(SmallWorld.derived(), PUBLISHED, WebServer.Settings.local().port(0));
    client = Client.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = client.get(path, "Accept", "text/html");
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body().replaceAll("\\s+", " ");
  }

  /** Each entry as id, updated, title and summary, as a reader of feeds sees it. */
  private static List<String> entries(String feed) {
    List<String> entries = new ArrayList<>();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(feed));
      List<String> entry = null;
      while (xml.hasNext()) {
        int event = xml.next();
        String name = xml.hasName() ? xml.getLocalName() : "";
        if (event == XMLStreamConstants.START_ELEMENT && name.equals("entry")) {
          entry = new ArrayList<>();
        } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("entry")) {
          entries.add(String.join(" | ", entry));
          entry = null;
        } else if (event == XMLStreamConstants.START_ELEMENT
            && entry != null
            && List.of("id", "updated", "title", "summary").contains(name)) {
          entry.add(xml.getElementText());
        }
      }
    } catch (XMLStreamException e) {
      throw new AssertionError(e);
    }
    return entries;
  }

  @Test
  void theFeedHasAnEntryForEachDatedSourceTheNewestFirst() {
    HttpResponse<String> feed = client.get("/changes.atom");
    assertThat(Client.header(feed, "Content-Type")).isEqualTo("application/atom+xml");
    assertThat(entries(feed.body()))
        .containsExactly(
            "https://w3id.org/bykz/id/source/007 | Traktorenfabrik in Rudny | 2023-05-10T00:00:00Z | New: 2",
            "https://w3id.org/bykz/id/source/004 | Traktoren für Kasachstan | 2022-08-29T00:00:00Z | New: 14, Repeated: 2",
            "https://w3id.org/bykz/id/source/002 | Торговля с Казахстаном растет | 2022-06-09T00:00:00Z | New: 6, Confirmed: 1, Contradicted: 1",
            "https://w3id.org/bykz/id/source/008 | Новик встретился с Сеитовым | 2021-12-03T00:00:00Z | Repeated: 4, Contradicted: 1",
            "https://w3id.org/bykz/id/source/006 | Встреча в Гродно | 2021-12-01T00:00:00Z | New: 2, Confirmed: 2, Contradicted: 1",
            "https://w3id.org/bykz/id/source/001 | Grodno Region sells more to Kazakhstan | 2021-11-18T00:00:00Z | New: 22, Repeated: 2, Contradicted: 1");
    assertThat(client.get("/changes", "Accept", "application/atom+xml").body())
        .isEqualTo(feed.body());
    assertThat(client.get("/changes.atom?language=de").body())
        .contains("xml:lang=\"de\"", "<title>bykz: Was sich änderte</title>", "Neu: 2");
    assertThat(
            client.get("/changes.atom", "If-None-Match", Client.header(feed, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "en, What changed, Confirmed: 2",
    "de, Was sich änderte, Bestätigt: 2",
    "ru, Что изменилось, Подтверждено: 2"
  })
  void pagesLeadToTheFeedAndTellTheSame(String language, String title, String counts) {
    String list = page("/changes?language=" + language);
    assertThat(list)
        .contains("<h1>" + title + "</h1>", counts, "href=\"/changes/006\"", "/changes/003")
        .contains("type=\"application/atom+xml\" href=\"/changes.atom?language=" + language + "\"");
    assertThat(page("/sources/006?language=" + language))
        .contains("<a href=\"/changes/006\">" + title + "</a>");
  }

  @Test
  void aSourceTellsEachFactWithItsClaims() {
    assertThat(page("/changes/006"))
        .contains(
            "<h2 id=\"confirmed\">Confirmed <small>2</small></h2>",
            "Belarus trades with Kazakhstan</a>",
            "href=\"/id/event/006-meeting\">meeting in Grodno, 2021-11</a>",
            "href=\"/id/claim/006-0000000001\">the claim</a>",
            "<span class=\"modality\">planned</span>");
    assertThat(page("/changes/003"))
        .contains("<h2 id=\"withdrawn\">", "<q>Wer ein Werk baut, verkauft noch keine Sahne.</q>");
    assertThat(page("/changes/005")).contains("No fact changed with it.");
  }

  @Test
  void aSourceIsHadInRdf() {
    String turtle =
        """
        BASE <https://w3id.org/bykz/>
        PREFIX bykz: <https://w3id.org/bykz/ontology#>
        PREFIX schema: <https://schema.org/>
        <changes/006> a schema:DataFeedItem ; schema:item <id/source/006> ; schema:name "Встреча в Гродно"@ru ;
          schema:dateModified "2021-12-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
          bykz:newFact <id/observation/006-0000000003-value> , <id/project/006-tractors> ;
          bykz:confirmedFact <id/event/006-meeting> , <id/shortcut/dbfe8bb3a871f625e9832d01605d0d57a31852f0> ;
          bykz:contradictedFact <id/observation/006-0000000003-value> .
        """;
    Graph expected = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    for (Representation form : Representation.values()) {
      if (form.format().isPresent()) {
        HttpResponse<String> reply = client.get("/changes/006", "Accept", form.mediaType());
        Graph graph =
            RDFParser.fromString(reply.body(), form.format().orElseThrow().getLang()).toGraph();
        assertThat(graph.isIsomorphicWith(expected)).as(form.mediaType()).isTrue();
        assertThat(client.get("/changes/006." + form.suffix()).body()).isEqualTo(reply.body());
      }
    }
    assertThat(client.get("/changes.ttl").body())
        .contains("schema:DataFeed", "<https://w3id.org/bykz/changes/005>");
  }

  @Test
  void whatIsNotThereIsToldInOneSentence() {
    assertThat(client.get("/changes/999").body())
        .isEqualTo("No changes are told of /changes/999; /changes lists the newest.\n");
    assertThat(client.get("/changes/%3Cscript%3E").statusCode()).isEqualTo(404);
    assertThat(client.get("/changes", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(client.get("/changes/006", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(client.get("/changes?offset=first").body())
        .isEqualTo("offset should be a number from 0 to 2147483647, not \"first\"\n");
  }

  /** Twenty-two dated sources, one withdrawn and one of a month, with a title that means harm. */
  private static DatasetGraph many() {
    String sources =
        IntStream.rangeClosed(1, 22)
            .mapToObj(
                day ->
                    "<id/source/d%d> a bykz:Source ; dcterms:title \"Day %d\"@en ; dcterms:issued \"2024-01-%02d\" ."
                        .formatted(day, day, day))
            .collect(Collectors.joining("\n"));
    String turtle =
        """
        BASE <https://w3id.org/bykz/>
        PREFIX bykz: <https://w3id.org/bykz/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <id/source/hostile> a bykz:Source ; dcterms:title "%s" ; dcterms:issued "2024-02" .
        <id/source/gone> a bykz:FormerSource ; rdfs:label "Gone"@en ; dcterms:issued "2019-05-05" ;
          prov:qualifiedInvalidation <id/withdrawal/gone> .
        <id/withdrawal/gone> a bykz:Withdrawal ; bykz:reason "Retracted <b>by</b> its paper." ; dcterms:date "2024-03-04" ;
          dcterms:creator <id/curator/anna> .
        <id/curator/anna> rdfs:label "Anna" .
        %s
        """
            .formatted(HOSTILE, sources);
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    graph.find().forEachRemaining(triple -> data.getDefaultGraph().add(triple));
    data.addGraph(NodeFactory.createURI("https://w3id.org/bykz/graph/source/all"), graph);
    return data;
  }

  @Test
  void aReleaseTellsWhatChangedSinceTheOneBefore(@TempDir Path releases) throws IOException {
    release(releases, "0123456789ab", "2022-08", "");
    // The newest source was taken out since.
    release(
        releases,
        "fedcba987654",
        "2021",
        """
        <dumps/fedcba987654/> prov:wasRevisionOf <dumps/0123456789ab/> .
        <dumps/fedcba987654/changes> bykz:newFact <id/event/new> ; bykz:withdrawnFact <id/event/old> .
        <id/event/new> rdfs:label "new <event>"@en , "neues Ereignis"@de . <id/event/old> rdfs:label "old event"@en .
        """);
    WebServer.Settings settings = WebServer.Settings.local().port(0).releases(releases);
    try (WebServer other = WebServer.of(SmallWorld.derived(), PUBLISHED, settings)) {
      Client reader = Client.of(other);
      assertThat(entries(reader.get("/changes.atom").body()))
          .hasSize(8)
          .contains(
              "https://w3id.org/bykz/dumps/fedcba987654/ | Release fedcba987654 | 2022-08-31T00:00:00Z | New: 1, Withdrawn: 1",
              "https://w3id.org/bykz/dumps/0123456789ab/ | Release 0123456789ab | 2022-08-31T00:00:00Z | Not compared with a release before.");
      assertThat(reader.get("/changes", "Accept", "text/html").body())
          .contains("href=\"/dumps/fedcba987654/changes\"", "href=\"/dumps/0123456789ab/\"");
      String address = "/dumps/fedcba987654/changes";
      assertThat(reader.get(address, "Accept", "text/html").body())
          .contains("<a href=\"/id/event/new\">new &lt;event&gt;</a>", "<li>old event");
      assertThat(reader.get(address + "?language=de", "Accept", "text/html").body())
          .contains("<a href=\"/id/event/new\">neues Ereignis</a>", "<li>old event");
      assertThat(reader.get(address + ".html").statusCode()).isEqualTo(200);
      for (String path : List.of(address, address + ".ttl", address + ".nt")) {
        HttpResponse<String> reply = reader.get(path, "Accept", "text/turtle");
        assertThat(RDFParser.fromString(reply.body(), Lang.TURTLE).toGraph().size()).isEqualTo(6);
      }
      assertThat(reader.get("/dumps/0123456789ab/changes").statusCode()).isEqualTo(404);
      assertThat(reader.get("/dumps/fedcba987654/").body()).contains("catalog.ttl");
    }
  }

  private static void release(Path releases, String version, String modified, String changes)
      throws IOException {
    Path folder = Files.createDirectory(releases.resolve(version));
    Files.writeString(
        folder.resolve("catalog.ttl"),
        "<https://w3id.org/bykz/id/dataset/bykz> <http://purl.org/dc/terms/modified> \"%s\" ."
            .formatted(modified));
    if (!changes.isEmpty()) {
      Files.writeString(
          folder.resolve("changes.ttl"),
          """
          BASE <https://w3id.org/bykz/>
          PREFIX bykz: <https://w3id.org/bykz/ontology#>
          PREFIX prov: <http://www.w3.org/ns/prov#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          """
              + changes);
    }
  }

  @Test
  void hostileTitlesWithdrawalsAndManyPagesStayAWellFormedFeed() {
    try (WebServer other = WebServer.of(many(), PUBLISHED, WebServer.Settings.local().port(0))) {
      Client reader = Client.of(other);
      String feed = reader.get("/changes.atom").body();
      assertThat(entries(feed))
          .hasSize(20)
          .startsWith(
              "https://w3id.org/bykz/id/source/gone | Gone | 2024-03-04T00:00:00Z | Withdrawn by Anna: Retracted <b>by</b> its paper.",
              "https://w3id.org/bykz/id/source/hostile | \uFFFD]]></title><script>alert(1)</script>&amp; \"😀 | 2024-02-29T00:00:00Z | No fact changed with it.",
              "https://w3id.org/bykz/id/source/d22 | Day 22 | 2024-01-22T00:00:00Z | No fact changed with it.");
      assertThat(feed)
          .contains(
              "rel=\"next\" type=\"application/atom+xml\" href=\"/changes.atom?language=en&amp;offset=20\"");
      String rest = reader.get("/changes.atom?language=en&offset=20").body();
      assertThat(entries(rest)).hasSize(4);
      assertThat(rest).doesNotContain("rel=\"next\"");
      String page = reader.get("/changes", "Accept", "text/html").body();
      assertThat(page)
          .contains("Withdrawn by Anna: Retracted &lt;b&gt;by&lt;/b&gt; its paper.", "offset=20")
          .doesNotContain("<script>alert");
      assertThat(reader.get("/changes/gone.ttl").body()).contains("schema:dateDeleted");
      assertThat(reader.get("/changes/gone", "Accept", "text/html").body())
          .contains("Withdrawn by Anna");
    }
  }
}
