package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.store.TextFile;

/** The reconciliation service over the vocabularies as they are published. */
class ReconciliationTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static WebServer server;

  @BeforeAll
  static void start() {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    Store.asServed(data);
    Txn.executeWrite(
        data,
        () -> {
          for (TextFile file : TextFile.bundledIn("ontology/vocabularies", ".ttl")) {
            read(file, data);
          }
          read(TextFile.bundled("ontology/bykz.ttl"), data);
        });
    server = WebServer.of(data, Instant.EPOCH, WebServer.Settings.local().port(0));
  }

  private static void read(TextFile file, DatasetGraph data) {
    RDFParser.fromString(file.text(), Lang.TURTLE)
        .base("https://w3id.org/bykz/")
        .parse(data.getGraph(NodeFactory.createURI("https://w3id.org/bykz/graph/" + file.stem())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.address().resolve(path)));
  }

  private static HttpResponse<String> post(String parameter, String json) {
    String form = parameter + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(server.address().resolve("/reconcile"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** The candidates for one row, as {@code id score match}. */
  private static List<String> candidates(String query) {
    JsonObject answer = JSON.parse(post("queries", "{\"q0\": " + query + "}").body());
    return answer.getObj("q0").get("result").getAsArray().stream()
        .map(each -> each.getAsObject())
        .map(
            each ->
                each.getString("id")
                    + " "
                    + each.getNumber("score")
                    + " "
                    + each.getBoolean("match"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Гродненская область, region/BY-HR",
    "Grodno Region, region/BY-HR",
    "Gebiet Grodno, region/BY-HR",
    "Гродзенская вобласць, region/BY-HR",
    "ГРОДНЕНСКАЯ ОБЛАСТЬ, region/BY-HR",
    "Kostanay Oblast, region/KZ-39",
    "Қостанай облысы, region/KZ-39",
    "dairy products, product/dairy-products",
    "Milchprodukte, product/dairy-products",
    "Ščučin, place/shchuchin",
    "Schtschutschin, place/shchuchin",
    "Щучин, place/shchuchin",
    "Минский тракторный завод, organisation/mtz"
  })
  void knowsAThingByItsNameInAnyLanguageAndScript(String name, String id) {
    assertThat(candidates("{\"query\": \"" + name + "\"}")).first().isEqualTo(id + " 100.0 true");
  }

  @Test
  void findsNamesThatAreSpelledALittleOtherwise() {
    assertThat(candidates("{\"query\": \"Kastanai oblast\", \"limit\": 1}"))
        .first()
        .asString()
        .startsWith("region/KZ-39 ")
        .endsWith(" false");
    assertThat(candidates("{\"query\": \"zzzzz\"}")).isEmpty();
    assertThat(candidates("{\"query\": \"\"}")).isEmpty();
  }

  @Test
  void keepsToTypes() {
    String grodno = "{\"query\": \"Grodno\", \"limit\": 50, \"type\": %s}";
    assertThat(candidates(grodno.formatted("\"bykz:Region\"")))
        .allMatch(each -> each.startsWith("region/"))
        .isNotEmpty();
    assertThat(candidates(grodno.formatted("[\"bykz:Place\", \"bykz:Product\"]")))
        .first()
        .isEqualTo("place/grodno 100.0 true");
    assertThat(candidates("{\"query\": \"Grodno\", \"type\": \"bykz:Nothing\"}")).isEmpty();
  }

  @Test
  void takesAKindOfATypeForIt() {
    assertThat(candidates("{\"query\": \"Belaruskali\", \"type\": \"org:Organization\"}"))
        .contains("organisation/belaruskali 100.0 true")
        .allMatch(each -> each.startsWith("organisation/"));
    assertThat(get("/reconcile/properties?type=org:Organization&limit=50").body())
        .contains("bykz:locatedIn");
  }

  @Test
  void tellsNamesakesApartByAProperty() {
    String district = "{\"query\": \"Abay District\"%s}";
    assertThat(candidates(district.formatted("")))
        .contains(
            "place/abay-district-abai 100.0 false", "place/abay-district-karaganda 100.0 false");
    String within =
        ", \"properties\": [{\"pid\": \"bykz:inRegion\", \"v\": {\"id\": \"region/KZ-35\"}}]";
    assertThat(candidates(district.formatted(within)))
        .first()
        .isEqualTo("place/abay-district-karaganda 100.0 true");
  }

  @Test
  void findsAThingByItsCodeAlone() {
    assertThat(candidates("{\"properties\": [{\"pid\": \"skos:notation\", \"v\": \"KZ-39\"}]}"))
        .containsExactly("region/KZ-39 100.0 true");
  }

  @Test
  void describesItself() {
    JsonObject manifest = JSON.parse(get("/reconcile").body());
    assertThat(manifest.get("versions").toString()).contains("0.2");
    String entity = manifest.getObj("suggest").getObj("entity").getString("service_path");
    String here = manifest.getObj("suggest").getObj("entity").getString("service_url");
    HttpResponse<String> suggested =
        send(HttpRequest.newBuilder(URI.create(here + entity + "?prefix=gomel")));
    assertThat(suggested.statusCode()).isEqualTo(200);
    assertThat(suggested.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(suggested.body()).contains("\"place/gomel\"", "\"region/BY-HO\"");
  }

  @Test
  void suggestsTypesAndProperties() {
    assertThat(get("/reconcile/suggest/type?prefix=reg").body()).contains("bykz:Region");
    assertThat(get("/reconcile/suggest/property?prefix=notation").body()).contains("skos:notation");
    assertThat(get("/reconcile/properties?type=bykz:Region&limit=50").body())
        .contains("bykz:inCountry", "skos:notation")
        .doesNotContain("bykz:inRegion");
  }

  @Test
  void extendsATable() {
    String extension =
        "{\"ids\": [\"place/grodno\", \"place/none\"], \"properties\": [{\"id\": \"bykz:inRegion\"}, {\"id\": \"owl:sameAs\"}]}";
    JsonObject answer = JSON.parse(post("extend", extension).body());
    JsonObject rows = answer.getObj("rows");
    assertThat(
            rows.getObj("place/grodno")
                .get("bykz:inRegion")
                .getAsArray()
                .get(0)
                .getAsObject()
                .getString("id"))
        .isEqualTo("region/BY-HR");
    assertThat(rows.getObj("place/none").get("bykz:inRegion").getAsArray().size()).isZero();
    assertThat(answer.get("meta").getAsArray().size()).isEqualTo(2);
  }

  @Test
  void previewsAThingWithinAnotherPage() {
    HttpResponse<String> preview = get("/reconcile/preview?id=place/grodno");
    assertThat(preview.body()).contains("Grodno", "Grodno Region");
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors *");
    assertThat(get("/reconcile/preview?id=%3Cscript%3E").statusCode()).isEqualTo(404);
  }

  @Test
  void takesAThousandRowsAtOnceAndRefusesTooMany() {
    StringBuilder rows = new StringBuilder("{");
    for (int i = 0; i < 1000; i++) {
      rows.append("\"q%d\": {\"query\": \"Гомельская область\"},".formatted(i));
    }
    String thousand = rows.substring(0, rows.length() - 1) + "}";
    JsonObject answer = JSON.parse(post("queries", thousand).body());
    assertThat(answer.size()).isEqualTo(1000);
    String tooMany = thousand.replace("}}", "}");
    StringBuilder more = new StringBuilder(tooMany);
    for (int i = 0; i < 5000; i++) {
      more.append(",\"r%d\":{\"query\":\"\"}".formatted(i));
    }
    assertRefused("A batch may have 5,000 queries, not 6,000", post("queries", more + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | should be a JSON object",
        "[] | should be a JSON object",
        "{\"q0\": 1} | The query \"q0\" should be a JSON object",
        "{\"q0\": {\"query\": \"x\", \"properties\": [1]}} | should be an object with \"pid\" and \"v\""
      })
  void refusesWhatIsNoBatch(String queries, String sentence) {
    assertRefused(sentence, post("queries", queries));
  }

  private static void assertRefused(String sentence, HttpResponse<String> response) {
    assertThat(response.body()).contains(sentence).doesNotContain("\tat ");
    assertThat(response.statusCode()).isEqualTo(400);
  }
}
