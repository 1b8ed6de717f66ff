package org.w3id.bykz.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.LanguageDetector;

/**
 * What holds for files of any content under any name: they give documents, or say in one sentence
 * why not.
 */
class AnyFileTest {

  private static final DocumentLoader LOADER = new DocumentLoader(new LanguageDetector());

  private static final List<String> NAMES =
      List.of("a.txt", "a.html", "a.jsonl", "a.csv", "a.tsv", "a.warc", "a.warc.gz", "a");

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Завод – 👍 "a"</title>
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"A \\u00e4",
      "datePublished":"2024-03-05","publisher":{"name":["x"]},"articleBody":"Long <p>text</p>"}]}</script>
      <link rel=canonical href="/a?b=c&d"><base href="http://a.example/"></head><body>
      <header><h1>Завод</h1></header><div class="related share"><a href=x>Read</a></div><article>
      <time datetime="2024-03-05T10:00">5</time><p>The plant sold &laquo;milk&raquo; &#128077; to the region.<br>
      <p>Second <b><i>one</b></i> of a <a href="b">link</a>, said the mayor of it. <table><tr><td>1<td>2</table>
      <ul><li>a<li>b</ul><pre>x
        y</pre><svg><title>z</svg><form><p itemprop="articleBody">body</form><!-- c --></article>
      """;

  private static final String LINES =
      """
      {"id": 1, "text": "The plant sold milk.", "title": "T\\u0000", "date": "2024-03-05", "lang": "en"}
      {"id": "x/y", "body": "Завод продал молоко \\ud83d\\ude00 \\ud83d.", "source": {"name": "B"}, "url": "http://a.example/"}
      {"content": ["a", "the b"], "n": [[1, {}], null, 1e400]}
      """;

  private static final String TABLE =
      """
      id,title,"text",date,url
      1,T,"The plant, it said, sold ""milk"".
      And more.",2024-03-05,http://a.example/
      2,U,Завод продал молоко 👍,,
      """;

  private static final String ARCHIVE =
      record("warcinfo", "application/warc-fields", "software: x\r\n")
          + record(
              "response",
              "application/http; msgtype=response",
              "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n<html><p>The plant sold it.\r\n0\r\n\r\n")
          + record("conversion", "text/plain", "The plant sold milk.");

  private static final List<String> WHOLE = List.of(PAGE, LINES, TABLE, ARCHIVE);

  private static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-8", "UTF-8", "windows-1251", "UTF-16", "KOI8-R");

  private static final List<String> PIECES =
      List.of(
          "",
          "<",
          ">",
          "\"",
          "'",
          "</p>",
          "<p>",
          "<table>",
          "<svg>",
          "<!--",
          "]]>",
          "&#xD800;",
          "&amp",
          "{",
          "}",
          "[",
          "]",
          ",",
          ";",
          "\t",
          "\n",
          "\r\n",
          "\r\n\r\n",
          "\\",
          "\\ud83d",
          "\u0000",
          "\uFEFF",
          "\u202E",
          "👍",
          "\u0301",
          "WARC/1.0\r\n",
          "Content-Length: -1\r\n",
          "HTTP/1.1 200 OK\r\n\r\n",
          "charset=koi8-r",
          "99999999999",
          "text",
          " ");

  private static Path folder;

  private static String record(String type, String contentType, String block) {
    return "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://a.example/%s\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        .formatted(type, type, type, contentType, block.getBytes(UTF_8).length, block);
  }

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("bykz-any-file");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void givesDocumentsOrSaysWhyNot(@ForAll("contents") byte[] content, @ForAll("names") String name)
      throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    Set<String> ids = new HashSet<>();
    try (Articles articles = DocumentLoader.articles(file, java.util.Optional.empty())) {
      while (articles.hasNext()) {
        check(articles.next(), ids);
      }
    }
    assertThat(Format.of(content, name)).isNotNull();
  }

  private static void check(Article article, Set<String> ids) {
    Document document;
    try {
      document = LOADER.document(article);
    } catch (LoadException e) {
      assertThat(e.getMessage()).startsWith(article.place().substring(0, 4)).contains(" ");
      assertThat(e.getMessage()).doesNotContain("\n");
      return;
    }
    assertThat(ids.add(document.id())).as("id %s once", document.id()).isTrue();
    assertThat(document.id()).matches("a(_[A-Za-z0-9-]+)?");
    assertThat(document.text()).isNotBlank();
    assertThat(new String(document.text().getBytes(UTF_8), UTF_8)).isEqualTo(document.text());
    document
        .source()
        .title()
        .ifPresent(title -> assertThat(new String(title.getBytes(UTF_8), UTF_8)).isEqualTo(title));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<byte[]> contents() {
    return Arbitraries.randomValue(AnyFileTest::content);
  }

  /** Any bytes, and files of all formats that were damaged in a few places, some of them packed. */
  private static byte[] content(Random random) {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return bytes(random, 300);
    }
    byte[] whole = one(WHOLE, random).getBytes(Charset.forName(one(CHARSETS, random)));
    byte[] damaged = damage(whole, random.nextInt(7), random);
    return kind == 2 ? damage(gzip(damaged), random.nextInt(3), random) : damaged;
  }

  private static byte[] bytes(Random random, int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static <T> T one(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  /** In so many places, some bytes give way to others. */
  private static byte[] damage(byte[] bytes, int places, Random random) {
    byte[] damaged = bytes;
    for (int i = 0; i < places; i++) {
      int at = random.nextInt(damaged.length + 1);
      int end = Math.min(damaged.length, at + random.nextInt(60));
      byte[] inserted =
          random.nextInt(3) == 0 ? bytes(random, 9) : one(PIECES, random).getBytes(UTF_8);
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      next.write(damaged, 0, at);
      for (int times = random.nextInt(30) == 0 ? 300 : 1; times > 0; times--) {
        next.writeBytes(inserted);
      }
      next.write(damaged, end, damaged.length - end);
      damaged = next.toByteArray();
    }
    return damaged;
  }

  private static byte[] gzip(byte[] bytes) {
    try {
      return Loading.gzip(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
