package org.w3id.bykz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.store.Store;
import org.w3id.bykz.web.WebServer;

/**
 * A source whose text, title and publisher are markup and scripts, from extraction to the pages.
 */
class HostileSourceTest {

  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final int MOST_PAGES = 150;

  @TempDir private static Path folder;
  private static Path corpus;
  private static Run published;

  @BeforeAll
  static void publish() throws Exception {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(
        corpus.resolve("666.html"),
        """
        <html lang="en"><head><meta property="og:title" content="&lt;script>alert(1)&lt;/script> Grodno">
        <meta property="og:site_name" content='"&gt;&lt;img src=x onerror=alert(1)&gt;'>
        <link rel="canonical" href="javascript:alert(1)">
        <meta property="article:published_time" content="2024-05-06"></head><body><article>
        <h1>&lt;script&gt;alert(1)&lt;/script&gt; Grodno</h1>
        <p>Grodno Region exports dairy products &lt;script&gt;alert(1)&lt;/script&gt; to Kazakhstan.</p>
        <p>Grodno Region exports meat &quot; onmouseover=&quot;alert(1) to Kazakhstan.</p>
        <p>The company &ldquo;&lt;img src=x onerror=alert(1)&gt;&rdquo; exports tractors to Kazakhstan.</p>
        <p>Ivan &lt;svg onload=alert(1)&gt; Ivanov, the mayor of Grodno, met Nur-Sultan&#x27;s mayor
        Altay Kulginov in Astana on 5 May 2024.</p>
        <p>javascript:alert(1) exports wood to Kazakhstan from Vitebsk Region.</p>
        </article></body></html>
        """);
    published = Run.of("publish", "--corpus", corpus, "--store", folder.resolve("store"));
  }

  @Test
  void runsNothingOnAnyPage() throws Exception {
    assertThat(published.out()).as(published.err()).startsWith("Published ");
    Set<String> seen = new LinkedHashSet<>();
    boolean quoted = false;
    try (Store store = Store.open(folder.resolve("store"));
        WebServer server =
            WebServer.of(store.dataset(), store.published(), WebServer.Settings.local().port(0))) {
      Deque<String> paths = new ArrayDeque<>();
      paths.add("/sources/666");
      paths.add("/");
      paths.add("/search?q=%3Cscript%3Ealert(1)%3C/script%3E");
      paths.add("/queries/claims-of-source?source=666");
      paths.add("/queries/silent-sentences?source=666");
      while (!paths.isEmpty() && seen.size() < MOST_PAGES) {
        String path = paths.poll();
        if (!seen.add(path)) {
          continue;
        }
        HttpResponse<String> page =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                    BodyHandlers.ofString());
        if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          continue;
        }
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'none'; script-src 'self';");
        Document html = Jsoup.parse(page.body(), server.address().toString());
        quoted |= html.text().contains(SCRIPT);
        assertHarmless(path, html);
        html.select("a[href^=/]").eachAttr("href").stream()
            .map(link -> link.replaceFirst("#.*", ""))
            .filter(link -> !link.matches("/(dumps|assets|sparql|data).*"))
            .forEach(paths::add);
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(quoted).as("the script stands on a page as text").isTrue();
  }

  private static void assertHarmless(String path, Document html) {
    for (Element script : html.select("script")) {
      assertThat(script.attr("src") + script.attr("type"))
          .as("script on %s", path)
          .matches("/assets/.*|application/(ld\\+)?json");
    }
    for (Element element : html.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
        if (Set.of("href", "src", "action", "formaction").contains(attribute.getKey())) {
          assertThat(attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT))
              .as(path)
              .doesNotMatch("(?s)(javascript|data|vbscript):.*");
        }
      }
    }
    assertThat(html.select("img[src=x], svg[onload], iframe, object, embed, base")).isEmpty();
  }

  /** A letter of another script, or one that is not seen: no name that is known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grоdno Region", // о of Cyrillic
        "G\u202Eondro Region",
      })
  void aNameThatOnlyLooksLikeOneIsNotLinked(String name) throws Exception {
    Path text =
        Files.writeString(
            folder.resolve("look.txt"), name + " exports dairy products to Kazakhstan.\n");
    Run run = Run.of("extract", text);
    assertThat(run.out()).doesNotContain("BY-HR");
  }

  @Test
  void aCatalogueNamesNoFileOutsideItsFolder() throws Exception {
    Path outside = Files.writeString(folder.resolve("secret.txt"), "Grodno exports secret milk.\n");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(inside.resolve("001.txt"), "Grodno Region exports meat to Kazakhstan.\n");
    Files.writeString(
        inside.resolve("catalog.ttl"),
        """
        @prefix dcterms: <http://purl.org/dc/terms/> .
        <../secret.txt> dcterms:identifier "002" ; dcterms:title "x" .
        """);
    Run run = Run.of("extract", inside);
    assertThat(run.out() + run.err()).doesNotContain("secret milk");
    assertThat(outside).exists();
  }
}
