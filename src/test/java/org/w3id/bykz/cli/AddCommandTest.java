package org.w3id.bykz.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.CorpusFolder;

class AddCommandTest {

  private static final String SENTENCE =
      "In 2023 the trade between Grodno Oblast and Kazakhstan amounted to $22.4 million.";
  private static final String PAGE =
      """
      <html><head><title>Trade "grows"</title><meta property="og:site_name" content="Lida Daily">
      <meta name="date" content="2024-03-05"><link rel="canonical" href="https://lida.example/trade">
      </head><body><h1>Trade "grows"</h1><p>%s</p></body></html>
      """
          .formatted(SENTENCE);

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path corpus() {
    return folder.resolve("corpus");
  }

  private Run add(Object... words) {
    return Run.of(
        Stream.concat(Stream.of("add", "--corpus", corpus()), Stream.of(words)).toArray());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(corpus())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String catalogue() throws IOException {
    return Files.readString(corpus().resolve("catalog.ttl"));
  }

  @Test
  void bringsAPageIntoANewFolder() throws Exception {
    Path page = write("page.html", PAGE);
    Run run = add(page);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(names()).hasSize(2).last().isEqualTo("catalog.ttl");
    String file = names().get(0);
    assertThat(file).matches("000_[0-9a-f]{16}\\.txt");
    assertThat(run.lines()).containsExactly(page + " added as " + corpus().resolve(file));
    assertThat(Files.readString(corpus().resolve(file)))
        .isEqualTo("Trade \"grows\"\n\n" + SENTENCE);
    assertThat(catalogue())
        .endsWith(
            """
            @prefix edtf: <http://id.loc.gov/datatypes/edtf/> .

            <https://w3id.org/bykz/id/source/000> a bykz:Source , dcat:Dataset ;
              dcterms:identifier "000" ;
              dcterms:title "Trade \\"grows\\""@en ;
              dcterms:publisher <https://w3id.org/bykz/id/organisation/lida-daily> ;
              dcterms:language <http://publications.europa.eu/resource/authority/language/ENG> ;
              dcterms:issued "2024-03-05"^^edtf:EDTF ;
              dcterms:source <https://lida.example/trade> ;
              dcat:distribution <https://w3id.org/bykz/id/source/000/text> .

            <https://w3id.org/bykz/id/source/000/text> a dcat:Distribution ;
              dcat:downloadURL <%s> .

            <https://w3id.org/bykz/id/organisation/lida-daily> a org:Organization ;
              rdfs:label "Lida Daily" .
            """
                .formatted(file));
    Run extracted = Run.of("extract", "--format", "nquads", corpus());
    assertThat(extracted.err()).isEmpty();
    assertThat(extracted.out())
        .contains("\"2024-03-05\"^^", "<https://lida.example/trade>", "22400000");
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    Path page = write("page.html", PAGE);
    add(page);
    String before = catalogue();
    List<String> names = names();
    Run again = add(page);
    assertThat(again.lines()).containsExactly(page + " is in " + corpus() + " already, as 000");
    Path sameText = write("other.txt", "Trade \"grows\"\n\n" + SENTENCE);
    assertThat(add(sameText).lines())
        .containsExactly(sameText + " is in " + corpus() + " already, as 000");
    Path samePage = write("later.html", PAGE.replace("22.4", "23"));
    assertThat(add(samePage).code()).isZero();
    assertThat(names()).isEqualTo(names);
    assertThat(catalogue()).isEqualTo(before);
  }

  @Test
  void keepsWhatStandsInTheCatalogue() throws Exception {
    Files.createDirectory(corpus());
    String before = Files.readString(Path.of("corpus/catalog.ttl"));
    Files.writeString(corpus().resolve("catalog.ttl"), before);
    Path text = write("7.txt", SENTENCE);
    assertThat(add(text).code()).isZero();
    assertThat(names()).hasSize(2).first().asString().startsWith("005_");
    assertThat(catalogue())
        .isEqualTo(
            before
                + """

                <https://w3id.org/bykz/id/source/005> a bykz:Source , dcat:Dataset ;
                  dcterms:identifier "005" ;
                  dcterms:language <http://publications.europa.eu/resource/authority/language/ENG> ;
                  dcat:distribution <https://w3id.org/bykz/id/source/005/text> .

                <https://w3id.org/bykz/id/source/005/text> a dcat:Distribution ;
                  dcat:downloadURL <%s> .

                <https://w3id.org/bykz/id/catalogue/corpus> dcat:dataset <https://w3id.org/bykz/id/source/005> .
                """
                    .formatted(names().get(0)));
  }

  @Test
  void addsAllArticlesOfATableOrNone() throws Exception {
    Path table =
        write("table.csv", "text,date\n\"" + SENTENCE + "\",2024\nThe plant sold it.,2023\n");
    assertThat(add(table).code()).isZero();
    assertThat(names()).hasSize(3);
    String before = catalogue();
    Path bad = write("bad.csv", "text,date\nThe plant sold them.,2024\nThe plant.,soon\n");
    Path good = write("good.txt", "The plant sold others.");
    Run run = add(good, bad);
    run.assertRefused(1, bad + ", row 2 has the date \"soon\"");
    assertThat(names()).hasSize(3);
    assertThat(catalogue()).isEqualTo(before);
  }

  @Test
  void leavesNoFolderWhereNothingWasAdded() throws Exception {
    add(folder.resolve("nowhere.txt")).assertRefused(1, "There is no file");
    assertThat(corpus()).doesNotExist();
  }

  @Test
  void givesTheIdThatIsAskedFor() throws Exception {
    Path text = write("7.txt", SENTENCE);
    assertThat(add("--id", "lida-1", text).code()).isZero();
    assertThat(names().get(1)).startsWith("lida-1_");
    Path other = write("8.txt", "The plant sold others.");
    add("--id", "lida-1", other).assertRefused(1, "The id lida-1 is that of");
    add("--id", "a_b", other).assertRefused(2, "not made of letters, digits and hyphens");
    add("--id", "x", other, write("9.txt", "The plant sold a third.")).assertRefused(2, "one text");
    assertThat(names()).hasSize(2);
    assertThat(add(other).out()).contains("000_");
  }

  @Test
  void describesATextThatLiesInTheFolder() throws Exception {
    Files.createDirectory(corpus());
    Path text = Files.writeString(corpus().resolve("012_lida.txt"), SENTENCE);
    assertThat(add(text).lines()).containsExactly(text + " added as " + text);
    assertThat(names()).containsExactly("012_lida.txt", "catalog.ttl");
    assertThat(catalogue()).contains("dcterms:identifier \"012\"", "<012_lida.txt>");
  }

  @Test
  void waitsForNobodyElseWhoAdds() throws Exception {
    try (CorpusFolder other = CorpusFolder.open(corpus())) {
      add(write("7.txt", SENTENCE)).assertRefused(1, "Somebody else is adding to " + corpus());
      assertThat(names()).containsExactly("catalog.ttl.new");
      other.commit();
    }
  }

  @Test
  void clearsAwayWhatAKilledProcessLeft() throws Exception {
    Files.createDirectory(corpus());
    Files.writeString(corpus().resolve("catalog.ttl.new"), "half");
    Files.writeString(corpus().resolve(".000_0123456789abcdef.txt.new"), "half");
    assertThat(add(write("7.txt", SENTENCE)).code()).isZero();
    assertThat(names()).hasSize(2).contains("catalog.ttl");
  }

  @Test
  void refusesACatalogueThatCannotBeRead() throws Exception {
    Files.createDirectory(corpus());
    Files.writeString(corpus().resolve("catalog.ttl"), "no Turtle");
    add(write("7.txt", SENTENCE)).assertRefused(1, "Cannot read " + corpus());
    Files.writeString(
        corpus().resolve("catalog.ttl"), "@base <http://elsewhere.example/> .\n<a> <b> <c> .\n");
    add(write("7.txt", SENTENCE)).assertRefused(1, "catalog.ttl");
    assertThat(names()).containsExactly("catalog.ttl");
  }

  @Test
  void refusesTextsInLanguagesThatAreNotRead() throws Exception {
    Path french =
        write("fr.txt", "Le ministre a rencontré l'ambassadeur pour discuter du commerce.");
    add(french).assertRefused(1, "is in French, which is not read yet");
  }

  @Test
  void refusesWrongUsage() throws Exception {
    add().assertRefused(2, "Missing required parameter");
    add("ftp://lida.example/a").assertRefused(2, "is no address that can be fetched");
    add("https://me:secret@lida.example/").assertRefused(2, "without a password");
  }

  @Test
  void fetchesAPageOnceAndOnlyFromWhereItMay() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = PAGE.replace("<link rel=\"canonical\"", "<link rel=\"x\"").getBytes(UTF_8);
    server.createContext(
        "/trade",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
    String address = "http://localhost:" + server.getAddress().getPort() + "/trade";
    try {
      add(address).assertRefused(1, "which is no public address; allow it by --allow-private");
      assertThat(corpus()).doesNotExist();
      assertThat(add("--allow-private", address).out()).startsWith(address + " added as ");
      assertThat(catalogue()).contains("dcterms:source <" + address + ">");
    } finally {
      server.stop(0);
    }
    assertThat(add("--allow-private", address).lines())
        .containsExactly(address + " is in " + corpus() + " already, as 000");
  }
}
