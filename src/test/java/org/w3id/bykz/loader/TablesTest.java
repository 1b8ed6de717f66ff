package org.w3id.bykz.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/** Tables of articles, in JSON Lines and CSV. */
class TablesTest {

  private static final String SENTENCE = "The plant sold milk to the region.";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return new Loading(folder).file(name, text);
  }

  private static Document tractors(String id) {
    return new Document(
        new Source(
            id,
            Optional.of("Tractors"),
            Optional.of("Lida Daily"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("2024-03-05"),
            Optional.of(URI.create("https://lida.example/7"))),
        Language.EN,
        " The plant,\nit said, sold \"milk\" to the region. ");
  }

  @Test
  void readsAnObjectALine() throws Exception {
    Path file =
        file(
            "news_2024.jsonl",
            """
            {"id": 7, "headline": "Tractors", "published": "2024-03-05T10:00:00Z", "source": {"name": "Lida Daily"}, \
            "lang": "en", "url": "https://lida.example/7", "body": " The plant,\\nit said, sold \\"milk\\" to the region. ", "n": [1, {}], "x": null}

            {"text": "The plant sold milk to the region."}
            """);
    assertThat(Loading.all(file))
        .containsExactly(
            tractors("news_7"), new Document(Source.of("news_row-2"), Language.EN, SENTENCE));
  }

  @Test
  void readsCommaSeparatedValues() throws Exception {
    String rows =
        """
        ID,Full Text,Title,Pub-Date,publisher,url
        7," The plant,
        it said, sold ""milk"" to the region. ",Tractors,05.03.2024,Lida Daily,https://lida.example/7
        8,The plant sold milk to the region.
        """;
    Path file =
        file("news.csv", "\uFEFF" + rows.replace("\n", "\r\n").replace("plant,\r\n", "plant,\n"));
    assertThat(Loading.all(file))
        .containsExactly(
            tractors("news_7"), new Document(Source.of("news_8"), Language.EN, SENTENCE));
  }

  @Test
  void readsSemicolonsAndTabs() throws Exception {
    assertThat(Loading.brief(file("a.csv", "title;text\nx, y;" + SENTENCE + "\n")))
        .containsExactly("a_row-1: " + SENTENCE);
    assertThat(Loading.brief(file("a.tsv", "title\ttext\nx, y\t" + SENTENCE + "\n")))
        .containsExactly("a_row-1: " + SENTENCE);
  }

  @Test
  void tellsTheFormatByWhatTheFileHolds() throws Exception {
    assertThat(Loading.brief(file("a.txt", "{\"text\": \"" + SENTENCE + "\"}")))
        .containsExactly("a_row-1: " + SENTENCE);
    assertThat(Loading.brief(file("a", "date,text\n2024," + SENTENCE + "\n")))
        .containsExactly("a_row-1: " + SENTENCE);
    assertThat(Loading.brief(file("a.csv", "<html><body><p>" + SENTENCE)))
        .containsExactly("a: " + SENTENCE);
    assertThat(Loading.brief(file("a.txt", "Minsk, text\nof the plant.")))
        .containsExactly("a: Minsk, text\nof the plant.");
    assertThat(Loading.brief(file("a.md", "The text, body and content\nof the plant.")))
        .containsExactly("a: The text, body and content\nof the plant.");
  }

  @Test
  void knowsColumnsByTheirNamesInOtherLanguages() throws Exception {
    Path german = file("a.csv", "Titel;Datum;Quelle;Text\nx;5. März;;" + SENTENCE + "\n");
    assertThat(Loading.brief(german)).singleElement().asString().contains("the date \"5. März\"");
    Path russian =
        file("a.csv", "Заголовок;Дата;Источник;Текст\nТ;05.03.2024;БелТА;" + SENTENCE + "\n");
    Source source = Loading.only(russian).source();
    assertThat(source.issued()).contains("2024-03-05");
    assertThat(source.publisher()).contains("БелТА");
  }

  @Test
  void unpacksGzip() throws Exception {
    byte[] packed =
        Loading.gzip(("text,id\n" + SENTENCE + ",9\n").getBytes(StandardCharsets.UTF_8));
    assertThat(Loading.brief(Files.write(folder.resolve("a.csv.gz"), packed)))
        .containsExactly("a_9: " + SENTENCE);
    packed = Loading.gzip(SENTENCE.getBytes(StandardCharsets.UTF_8));
    assertThat(Loading.brief(Files.write(folder.resolve("b.txt.gz"), packed)))
        .containsExactly("b: " + SENTENCE);
  }

  @Test
  void namesDamagedGzip() throws Exception {
    byte[] packed = Loading.gzip(("text\n" + SENTENCE).getBytes(StandardCharsets.UTF_8));
    Path cut =
        Files.write(folder.resolve("a.txt.gz"), java.util.Arrays.copyOf(packed, packed.length - 9));
    assertThat(Loading.brief(cut))
        .singleElement()
        .asString()
        .startsWith("FILE is damaged or cut off (")
        .endsWith("); get it once more");
  }

  @Test
  void namesBadLinesAndDoesTheOthers() throws Exception {
    Path file =
        file(
            "a.jsonl",
            """
            {"text": "The plant sold milk to the region.", "id": "x"}
            {"text": "The plant sold
            [1, 2]
            {"text": "The plant sold milk to the region.", "id": "x"}
            {"title": "The plant"}
            {"text": "  ", "id": "y"}
            {"text": "The plant sold milk.", "date": "last\\nMonday"}
            {"text": "The plant sold milk.", "url": "C:\\\\news"}
            {"text": "12 34", "language": "fr"}
            {"text": "The plant sold milk to the region.", "id": "https://lida.example/?a=1"}
            """);
    assertThat(Loading.brief(file))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("a_x: " + SENTENCE),
            cut -> assertThat(cut).startsWith("FILE, line 2 is no JSON: "),
            list -> assertThat(list).isEqualTo("FILE, line 3 is no JSON object; give one a line"),
            again ->
                assertThat(again)
                    .isEqualTo("FILE, line 4 has the id of an earlier row; give each its own"),
            none -> assertThat(none).startsWith("FILE, line 5 has no text; give it one in a"),
            blank -> assertThat(blank).startsWith("FILE, line 6 has no text; give it one in a"),
            date ->
                assertThat(date)
                    .isEqualTo(
                        "FILE, line 7 has the date \"last Monday\", which cannot be read; write it"
                            + " as 2024-03-05, 2024-03 or 2024, or leave it empty"),
            url -> assertThat(url).startsWith("FILE, line 8 has the address \"C:\\news\", which"),
            french -> assertThat(french).startsWith("FILE, line 9 is in French, which is not read"),
            last -> assertThat(last).startsWith("a_https-lida-example-a-1-").endsWith(SENTENCE));
  }

  @Test
  void namesBadRowsAndDoesTheOthers() throws Exception {
    Path file =
        file(
            "a.csv",
            """
            text,date
            The plant sold milk to the region.,2024
            ,2024
            The plant, it said, sold milk,2024
            "The plant" sold milk to the region.,2024
            The plant sold milk to the region.,2024
            """);
    assertThat(Loading.brief(file))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("a_row-1: " + SENTENCE),
            none -> assertThat(none).startsWith("FILE, row 2 has no text"),
            commas ->
                assertThat(commas)
                    .isEqualTo(
                        "FILE, row 3 has 4 cells, more than the 2 columns; put cells with commas"
                            + " into quotation marks"),
            quotes -> assertThat(quotes).isEqualTo("a_row-4: " + SENTENCE),
            last -> assertThat(last).isEqualTo("a_row-5: " + SENTENCE));
  }

  @Test
  void refusesTablesOfOtherThings() throws Exception {
    assertThat(Loading.brief(file("a.jsonl", "{\"doc\": \"001\", \"frame\": \"x\"}\n".repeat(9))))
        .containsExactly(
            "FILE is no table of articles: its first row has no text; name it text, body or content, or"
                + " give other files");
    assertThat(Loading.brief(file("a.csv", "a,b\n1,2\n")))
        .containsExactly(
            "FILE is no table of articles: its first row names no column of text; name it text,"
                + " body or content, or give other files");
    assertThat(Loading.brief(file("a.csv", ""))).singleElement().asString().contains("no column");
    assertThat(Loading.brief(file("a.csv", "text,id\n")))
        .containsExactly("FILE holds no row but that of its column names");
    assertThat(Loading.brief(file("a.jsonl", "\n\n")))
        .containsExactly("FILE holds no row; give an object a line");
  }

  @Test
  void saysThatATableIsNotUtf8() throws Exception {
    Path file =
        new Loading(folder)
            .file(
                "a.csv",
                "text,id\n\"Завод продал молоко соседней области.\",1\n",
                Charset.forName("windows-1251"));
    assertThat(Loading.brief(file))
        .singleElement()
        .asString()
        .contains("is not UTF-8, and nothing after it was read; save it as UTF-8");
  }

  @Test
  void endsWhereAQuotationMarkIsNeverClosed() throws Exception {
    StringBuilder rows = new StringBuilder("text,id\n" + SENTENCE + ",1\n\"" + SENTENCE + ",2\n");
    rows.append((SENTENCE + ",3\n").repeat(300_000));
    assertThat(Loading.brief(file("a.csv", rows.toString())))
        .containsExactly(
            "a_1: " + SENTENCE,
            "FILE, row 2 is longer than any article, so that a quotation mark is likely not"
                + " closed; close it, as nothing after it was read");
  }

  @Test
  void passesOverALineThatIsTooLong() throws Exception {
    String row = "{\"text\": \"" + SENTENCE + "\"}\n";
    String large = "{\"text\": \"" + "x".repeat(9 << 20) + "\"}\n";
    assertThat(Loading.brief(file("a.jsonl", row + large + row)))
        .containsExactly(
            "a_row-1: " + SENTENCE,
            "FILE, line 2 is larger than 8 MB, the most that is read of one source; split it into"
                + " one file an article",
            "a_row-3: " + SENTENCE);
  }

  @Test
  void givesRowsWhatIsKnownOfTheirFile() throws Exception {
    Source known =
        new Source(
            "9",
            Optional.of("All news"),
            Optional.of("Lida Daily"),
            Optional.of("BY"),
            Optional.of(Language.DE),
            Optional.of("2024"),
            Optional.empty());
    Path file = file("a.jsonl", "{\"text\": \"12\"}\n{\"text\": \"12\", \"publisher\": \"x\"}\n");
    Source first =
        new Source(
            "9_row-1",
            Optional.empty(),
            Optional.of("Lida Daily"),
            Optional.of("BY"),
            Optional.of(Language.DE),
            Optional.empty(),
            Optional.empty());
    assertThat(Loading.all(file, Optional.of(known)))
        .element(0)
        .isEqualTo(new Document(first, Language.DE, "12"));
    assertThat(
            ((Document) Loading.all(file, Optional.of(known)).get(1)).source().publisherCountry())
        .isEmpty();
  }

  @Test
  void tellsTenThousandIdsApart() throws Exception {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"id\": " + i % 9_999 + ", \"text\": \"" + SENTENCE + "\"}")
            .collect(Collectors.joining("\n"));
    assertThat(
            Loading.brief(file("a.jsonl", rows)).stream().filter(each -> each.startsWith("FILE")))
        .containsExactly("FILE, line 10000 has the id of an earlier row; give each its own");
  }
}
