package org.w3id.bykz.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.bykz.text.Document;

class WarcLoaderTest {

  private static final String SENTENCE = "The plant sold milk to the region.";
  private static final String RUSSIAN = "Завод в городе продал тракторы соседней области.";
  private static final String PAGE = "<html><body><p>" + SENTENCE + "</p></body></html>";

  @TempDir private Path folder;

  private static byte[] record(String type, String target, String contentType, byte[] block) {
    String head =
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, target, uuid(target), contentType, block.length);
    return joined(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static String uuid(String target) {
    return java.util.UUID.nameUUIDFromBytes(target.getBytes(UTF_8)).toString();
  }

  private static byte[] response(String target, String status, String headers, byte[] body) {
    byte[] head = ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8);
    return record("response", target, "application/http; msgtype=response", joined(head, body));
  }

  private static byte[] page(String target) {
    return response(target, "200 OK", "Content-Type: text/html", PAGE.getBytes(UTF_8));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private Path archive(byte[]... records) throws IOException {
    return Files.write(folder.resolve("crawl.warc"), joined(records));
  }

  @Test
  void readsPagesAndTextsAndPassesOverTheRest() throws Exception {
    Path archive =
        archive(
            record("warcinfo", "x:1", "application/warc-fields", "software: x".getBytes(UTF_8)),
            page("https://lida.example/a"),
            record(
                "request",
                "https://lida.example/a",
                "application/http; msgtype=request",
                "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)),
            response(
                "https://lida.example/b",
                "404 Not Found",
                "Content-Type: text/html",
                PAGE.getBytes(UTF_8)),
            response(
                "https://lida.example/c.png", "200 OK", "Content-Type: image/png", new byte[99]),
            response(
                "https://lida.example/robots.txt",
                "200 OK",
                "Content-Type: text/plain",
                "User-agent: *".getBytes(UTF_8)),
            response(
                "https://lida.example/d",
                "200 OK",
                "Content-Type: text/plain",
                SENTENCE.getBytes(UTF_8)),
            record("resource", "https://lida.example/e", "text/html", PAGE.getBytes(UTF_8)),
            record("conversion", "https://lida.example/f", "text/plain", SENTENCE.getBytes(UTF_8)));
    List<Object> all = Loading.all(archive);
    assertThat(all)
        .allMatch(each -> each instanceof Document document && document.text().equals(SENTENCE));
    assertThat(all)
        .extracting(each -> ((Document) each).source().page().orElseThrow())
        .containsExactly(
            URI.create("https://lida.example/a"),
            URI.create("https://lida.example/d"),
            URI.create("https://lida.example/e"),
            URI.create("https://lida.example/f"));
    assertThat(((Document) all.get(0)).id()).isEqualTo("crawl_" + uuid("https://lida.example/a"));
  }

  @Test
  void decodesBodiesAsTheirHeadersSay() throws Exception {
    byte[] russian = ("<html><body><p>" + RUSSIAN).getBytes(Charset.forName("windows-1251"));
    byte[] chunked = ("10\r\n" + PAGE.substring(0, 16) + "\r\n").getBytes(UTF_8);
    byte[] rest = PAGE.substring(16).getBytes(UTF_8);
    Path archive =
        archive(
            response(
                "https://lida.example/a",
                "200 OK",
                "Content-Type: text/html; charset=windows-1251",
                russian),
            response(
                "https://lida.example/b",
                "200 OK",
                "Content-Type: text/html\r\nContent-Encoding: gzip",
                Loading.gzip(PAGE.getBytes(UTF_8))),
            response(
                "https://lida.example/c",
                "200 OK",
                "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                joined(
                    chunked,
                    (Integer.toHexString(rest.length) + "\r\n").getBytes(UTF_8),
                    rest,
                    "\r\n0\r\n\r\n".getBytes(UTF_8))));
    assertThat(Loading.all(archive))
        .extracting(each -> ((Document) each).text())
        .containsExactly(RUSSIAN, SENTENCE, SENTENCE);
  }

  @Test
  void readsArchivesOfOneGzipARecord() throws Exception {
    Path archive =
        Files.write(
            folder.resolve("crawl.warc.gz"),
            joined(
                Loading.gzip(page("https://lida.example/a")),
                Loading.gzip(page("https://lida.example/b"))));
    assertThat(Loading.all(archive)).hasSize(2).allMatch(Document.class::isInstance);
  }

  @Test
  void namesBadRecordsAndDoesTheOthers() throws Exception {
    Path archive =
        archive(
            response(
                "https://lida.example/a",
                "200 OK",
                "Content-Type: text/html",
                "<html><nav>x</nav>".getBytes(UTF_8)),
            response(
                "https://lida.example/b",
                "200 OK",
                "Content-Type: text/html\r\nContent-Encoding: gzip",
                PAGE.getBytes(UTF_8)),
            response(
                "https://lida.example/c",
                "200 OK",
                "Content-Type: text/html",
                ("<html>" + "x".repeat(5 << 20)).getBytes(UTF_8)),
            page("https://lida.example/d"),
            page("https://lida.example/d"));
    assertThat(Loading.brief(archive))
        .satisfiesExactly(
            empty ->
                assertThat(empty)
                    .isEqualTo(
                        "FILE, record 1 (https://lida.example/a) has no text; give it one or leave"
                            + " it out"),
            packed ->
                assertThat(packed)
                    .startsWith("FILE, record 2 (https://lida.example/b) cannot be unpacked"),
            large ->
                assertThat(large)
                    .startsWith("FILE, record 3 (https://lida.example/c) is larger than 4 MB"),
            good -> assertThat(good).endsWith(SENTENCE),
            again -> assertThat(again).endsWith("has the id of an earlier record"));
  }

  @Test
  void endsWhereAnArchiveIsDamaged() throws Exception {
    byte[] whole = page("https://lida.example/a");
    assertThat(Loading.brief(archive(whole, "nonsense\r\n".getBytes(UTF_8), whole)))
        .satisfiesExactly(
            good -> assertThat(good).endsWith(SENTENCE),
            bad ->
                assertThat(bad)
                    .startsWith("FILE, record 2 is damaged, and nothing after it was read"));
    assertThat(Loading.brief(archive(whole, Arrays.copyOf(whole, whole.length / 2))))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("FILE, record 2");
    assertThat(Loading.brief(archive(whole, "\r\n".repeat(10_000).getBytes(UTF_8))))
        .first()
        .asString()
        .endsWith(SENTENCE);
    assertThat(Loading.brief(archive(("WARC/1.0\r\nX: " + "x".repeat(2 << 20)).getBytes(UTF_8))))
        .singleElement()
        .asString()
        .contains("a header is longer than 1 MB");
  }

  @Test
  void refusesAnArchiveWithoutPages() throws Exception {
    assertThat(
            Loading.brief(
                archive(
                    record("warcinfo", "x:1", "application/warc-fields", "a: b".getBytes(UTF_8)))))
        .containsExactly("FILE holds no page of HTML or plain text; give an archive that does");
  }
}
