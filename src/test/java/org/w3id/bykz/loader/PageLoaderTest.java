package org.w3id.bykz.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

class PageLoaderTest {

  private static final String FIRST =
      "The plant in Lida sold forty tractors to the Kostanay Region, the mayor said.";
  private static final String SECOND =
      "Another thirty will follow in the spring, and a service centre will be opened, he added.";
  private static final String RUSSIAN =
      "Завод в городе продал сорок тракторов соседней области, сообщил сегодня мэр города. Ещё"
          + " тридцать машин отправят весной, и тогда же откроют сервисный центр, добавил он.";

  @TempDir private Path folder;

  private Document page(String html) throws IOException {
    return Loading.only(new Loading(folder).file("7.html", html));
  }

  private String text(String body) throws IOException {
    return page("<!DOCTYPE html><html><body>" + body + "</body></html>").text();
  }

  private Document page(String html, Charset charset) throws IOException {
    return Loading.only(new Loading(folder).file("7.html", html, charset));
  }

  private void refuses(byte[] page, String sentence) throws IOException {
    Path file = Files.write(folder.resolve("7.html"), page);
    assertThat(Loading.all(file)).containsExactly(file + " " + sentence);
  }

  @Test
  void takesTheArticleAndLeavesWhatStandsAroundIt() throws Exception {
    assertThat(
            text(
                """
                <header><a href="/">Lida Daily</a><nav><ul><li><a href="/a">Economy</a></ul></nav></header>
                <div class="breadcrumbs">Home / Economy</div>
                <div id="content">
                  <span class="date">5 March 2024</span>
                  <h1>Lida sells tractors</h1>
                  <div class="text">
                    <p>%s<br>
                       It was a <b>good</b>&nbsp;year.</p>
                    <script>var x = "not text";</script>
                    <figure><img src="a.jpg"><figcaption>A tractor of the plant</figcaption></figure>
                    <p>%s</p>
                    <div class="share">Share on all networks</div>
                    <p><a href="/b">Read also: last year's tractors</a></p>
                  </div>
                </div>
                <div class="sidebar"><p>Another long teaser of another article that we do not want.</p></div>
                <footer>© Lida Daily, all rights reserved. Write to us at any time you like.</footer>
                """
                    .formatted(FIRST, SECOND)))
        .isEqualTo("Lida sells tractors\n\n" + FIRST + "\nIt was a good year.\n\n" + SECOND);
  }

  @Test
  void takesWhatIsMarkedAsTheArticle() throws Exception {
    String teaser = "<p>A teaser that is rather long so that it might well be taken for text.</p>";
    assertThat(
            text(
                "<div>%s</div><article><h1>Tractors</h1><p>%s</p><p>%s</p></article><article>%s</article>"
                    .formatted(teaser.repeat(9), FIRST, SECOND, teaser)))
        .isEqualTo("Tractors\n\n" + FIRST + "\n\n" + SECOND);
    assertThat(
            text(
                "<h1>Tractors</h1><div>%s</div><div itemprop='articleBody'>%s<p>%s</p></div>"
                    .formatted(teaser.repeat(9), FIRST, SECOND)))
        .isEqualTo("Tractors\n\n" + FIRST + "\n\n" + SECOND);
  }

  @Test
  void takesOldPagesOfTablesAndLineBreaks() throws Exception {
    assertThat(
            text(
                """
                <form><table><tr>
                  <td><a href="/">Home</a><br><a href="/a">News</a></td>
                  <td><font size=3>%s<br><br>%s</font>
                    <table><tr><td>2022</td><td>40</td></tr><tr><td>2023</td><td>70</td></tr></table>
                  </td>
                </tr></table></form>
                """
                    .formatted(FIRST, SECOND)))
        .isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void keepsListsAndSubheadings() throws Exception {
    assertThat(
            text(
                "<article><p>%s</p><h2>What comes next</h2><p>%s</p><ul><li>milk;</li><li>meat.</li></ul></article>"
                    .formatted(FIRST, SECOND)))
        .isEqualTo(FIRST + "\n\nWhat comes next\n\n" + SECOND + "\n\n• milk;\n• meat.");
  }

  @Test
  void takesTheArticleOfDataWhereScriptsWouldShowIt() throws Exception {
    Document page =
        page(
            """
            <html><head><script type="application/ld+json">
            {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
             {"@type": ["NewsArticle"], "headline": "Tractors &amp; milk", "articleBody": "%s\\n\\n%s",
              "datePublished": "2024-03-05T23:40:00+06:00", "inLanguage": "en",
              "publisher": {"@type": "Organization", "name": "Lida Daily"},
              "url": "https://lida.example/tractors"}]}
            </script></head><body><div id="app">Loading</div></body></html>
            """
                .formatted(FIRST, SECOND));
    assertThat(page)
        .isEqualTo(
            new Document(
                new Source(
                    "7",
                    Optional.of("Tractors & milk"),
                    Optional.of("Lida Daily"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("2024-03-05"),
                    Optional.of(URI.create("https://lida.example/tractors"))),
                Language.EN,
                "Tractors & milk\n\n" + FIRST + "\n\n" + SECOND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<meta property='og:title' content='Tractors'> | title | Tractors",
        "<title>Tractors - Lida Daily</title> | title | Tractors - Lida Daily",
        "<meta property='og:site_name' content='Lida Daily'> | publisher | Lida Daily",
        "<meta name='DC.publisher' content='Lida Daily'> | publisher | Lida Daily",
        "<meta property='article:published_time' content='2024-03-05T10:00:00Z'> | issued | 2024-03-05",
        "<meta itemprop='datePublished' content='2024-03-05'> | issued | 2024-03-05",
        "<meta name='date' content='05.03.2024'> | issued | 2024-03-05",
        "<meta name='pubdate' content='20240305T1000'> | issued | 2024-03-05",
        "<meta name='date' content='03/05/2024'> | issued | none",
        "<meta name='date' content='yesterday'> | issued | none",
        "<time datetime='2024-03-05 10:00'>5 March</time> | issued | 2024-03-05",
        "<time datetime='2024-03-05'>a</time><time datetime='2024-03-06'>b</time> | issued | none",
        "<script type='application/ld+json'>{ broken </script><meta name='date' content='2024-03'> | issued | 2024-03",
        "<link rel='canonical' href='https://lida.example/a'> | page | https://lida.example/a",
        "<link rel='canonical' href='/a'><meta property='og:url' content='http://lida.example/b'> | page | http://lida.example/b",
        "<link rel='canonical' href='javascript:x()'> | page | none",
      })
  void readsWhatThePageTellsOfItself(String head, String fact, String value) throws Exception {
    Source source =
        page("<html><head>" + head + "</head><body><p>" + FIRST + "</p></body></html>").source();
    Optional<?> told =
        switch (fact) {
          case "title" -> source.title();
          case "publisher" -> source.publisher();
          case "issued" -> source.issued();
          default -> source.page();
        };
    assertThat(told.map(Object::toString).orElse("none")).isEqualTo(value);
  }

  @Test
  void readsMicrodata() throws Exception {
    Source source =
        page("""
                <html><body itemscope itemtype="https://schema.org/NewsArticle">
                <h1 itemprop="headline name">Tractors go east</h1>
                <time itemprop="datePublished" datetime="2024-03-05T10:00">today</time>
                <div itemprop="publisher" itemscope><img alt="logo"><span itemprop="name">Lida Daily</span></div>
                <div itemprop="articleBody"><p>%s</p><p>%s</p></div></body></html>
                """
                .formatted(FIRST, SECOND))
            .source();
    assertThat(source.title()).contains("Tractors go east");
    assertThat(source.issued()).contains("2024-03-05");
    assertThat(source.publisher()).contains("Lida Daily");
  }

  @Test
  void leavesTheSiteOutOfTheTitleThatThePageShows() throws Exception {
    Document page =
        page(
            "<html><head><title>Tractors go east - Lida Daily</title></head><body><h1>Tractors go east</h1><p>"
                + FIRST
                + "</p></body></html>");
    assertThat(page.source().title()).contains("Tractors go east");
    assertThat(page.text()).isEqualTo("Tractors go east\n\n" + FIRST);
  }

  @Test
  void believesTheTextBeforeThePageAboutItsLanguage() throws Exception {
    assertThat(page("<html lang='de'><body><p>" + FIRST + "</p></body></html>").language())
        .isEqualTo(Language.EN);
    assertThat(page("<html lang='de-AT'><body><p>Lida 2024</p></body></html>").language())
        .isEqualTo(Language.DE);
  }

  @Test
  void putsWhatTheCatalogueSaysFirst() throws Exception {
    Path file =
        new Loading(folder)
            .file(
                "7.html",
                "<html><head><title>Other</title><meta name='date' content='2024'></head><body><p>"
                    + FIRST);
    Source known =
        new Source(
            "9",
            Optional.of("Tractors"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Language.RU),
            Optional.empty(),
            Optional.empty());
    Document page = (Document) Loading.all(file, Optional.of(known)).get(0);
    assertThat(page.id()).isEqualTo("9");
    assertThat(page.language()).isEqualTo(Language.RU);
    assertThat(page.source().title()).contains("Tractors");
    assertThat(page.source().issued()).contains("2024");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, windows-1251",
    "windows-1251, cp1251",
    "KOI8-R, koi8-r",
    "ISO-8859-5, iso-8859-5",
    "UTF-8, utf-8",
    "UTF-8, windows-1251",
    "UTF-16LE, utf-16"
  })
  void decodesWhatThePageNames(String charset, String name) throws Exception {
    String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    String html =
        mark
            + "<html><head><meta http-equiv='Content-Type' content='text/html; charset="
            + name
            + "'></head><body><p>"
            + RUSSIAN;
    assertThat(page(html, Charset.forName(charset)).text()).isEqualTo(RUSSIAN);
  }

  @Test
  void saysWhereTheEncodingIsWrong() throws Exception {
    byte[] page = ("<html><body><p>" + RUSSIAN).getBytes(Charset.forName("windows-1251"));
    refuses(
        page,
        "is not UTF-8 and names no other encoding (the file looks like Windows-1251); save it as"
            + " UTF-8");
    String named = "<html><meta charset=%s><body><p>" + RUSSIAN + RUSSIAN;
    refuses(
        named.formatted("utf-8").getBytes(Charset.forName("KOI8-R")),
        "is not in the encoding utf-8 that it names; save it as UTF-8");
    refuses(
        named.formatted("koi8-r").getBytes(Charset.forName("windows-1251")),
        "says that it is in KOI8-R, but looks like windows-1251; save it as UTF-8");
    refuses(
        named.formatted("windows-1251").getBytes(Charset.forName("KOI8-R")),
        "says that it is in windows-1251, but looks like KOI8-R; save it as UTF-8");
    refuses(
        named.formatted("x-unheard-of").getBytes(Charset.forName("KOI8-R")),
        "names the encoding x-unheard-of, which is not known; save it as UTF-8");
  }

  @Test
  void refusesAPageWithoutText() throws Exception {
    refuses(
        "<html><body><nav>Home</nav><script>x()</script></body></html>"
            .getBytes(StandardCharsets.UTF_8),
        "has no text; give it one or leave it out");
  }

  @Test
  void refusesAPageThatIsTooLarge() throws Exception {
    refuses(
        ("<html><body>" + "<p>x</p>".repeat(600_000)).getBytes(StandardCharsets.UTF_8),
        "is larger than 4 MB, the most that is read of one source; split it into one file an"
            + " article");
  }

  @Test
  void keepsTextThatCanBeStored() throws Exception {
    assertThat(text("<p>The plant\u0000 sold&#1; it, &#xD800; said&#0;the mayor.</p>"))
        .doesNotContain("\u0000", "\u0001")
        .matches(
            text ->
                List.of(text).toString().codePoints().noneMatch(p -> p >= 0xD800 && p < 0xE000));
  }

  @Test
  void readsPagesOfAnyDepth() throws Exception {
    String deep = "<div>".repeat(100_000) + FIRST + "</div>".repeat(100_000);
    assertThat(text("<p>" + SECOND + "</p>" + deep)).contains(SECOND);
  }
}
