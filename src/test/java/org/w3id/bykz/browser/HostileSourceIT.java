package org.w3id.bykz.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source whose title, publisher, address, text and names carry scripts, and one that was
 * withdrawn for such a reason, on every page that shows them: what complains, {@link Visit} hears.
 */
class HostileSourceIT {

  /** Whatever of it ran would open a box or leave a mark, or ask a host that there is not. */
  private static final String PAGE =
      """
      <html lang="en"><head>
      <meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;&lt;/title&gt;\u202EGrodno &amp;lt;b&amp;gt;">
      <meta property="og:site_name" content='"&gt;&lt;img src=//other.invalid/x onerror=window.hit=1&gt;'>
      <link rel="canonical" href="javascript:alert(%1$s)">
      <meta property="article:published_time" content="2024-05-06"></head><body><article>
      <h1>&lt;script&gt;alert(1)&lt;/script&gt; \u202EGrodno</h1>
      <p>Grodno Region exports dairy products &lt;script&gt;window.hit=1&lt;/script&gt; to Kazakhstan.</p>
      <p>In 2023 Grodno Region exported 900 tonnes of meat &quot; onmouseover=&quot;alert(1)&quot; autofocus onfocus=&quot;alert(1) to Kazakhstan.</p>
      <p>The company &ldquo;&lt;img src=x onerror=alert(1)&gt;&rdquo; exports tractors to Kazakhstan.</p>
      <p>The company &ldquo;Quick&apos;-alert(1)-&apos;\u2066Trade\u202E&rdquo; exports furniture to Kazakhstan.</p>
      <p>Ivan &lt;svg/onload=alert(1)&gt; Ivanov, the mayor of Grodno, met the mayor of Astana
      Altay Kulginov &lt;iframe srcdoc="&amp;lt;script&amp;gt;parent.hit=1&amp;lt;/script&amp;gt;"&gt; in Astana on 5 May 2024.</p>
      <p>&lt;a href="javascript:alert(1)"&gt;Vitebsk Region&lt;/a&gt; &lt;style&gt;@import "//other.invalid/x";&lt;/style&gt; exports wood to Kazakhstan.</p>
      <p>{{constructor.constructor('alert(1)')()}} ${alert(1)} &lt;!--&lt;/script&gt;&lt;script&gt;alert(1)//--&gt; Minsk Region exports buses to Kazakhstan, page %1$s.</p>
      </article></body></html>
      """;

  private static final int MOST_PAGES = 80;

  @TempDir private static Path folder;
  private static URI address;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    String store = folder.resolve("store").toString();
    String corpus = folder.resolve("corpus").toString();
    for (String id : List.of("666", "667")) {
      Path page = folder.resolve(id + ".html");
      Files.writeString(page, PAGE.formatted(id));
      Site.run("add", page.toString(), "--corpus", corpus, "--id", id);
    }
    Site.run("publish", "--corpus", corpus, "--store", store);
    String reason = "</script><img src=//other.invalid/x onerror=alert(1)>";
    Site.run("withdraw", "667", "--reason", reason, "--by", reason, "--store", store);
    address = Site.serve(store, folder.resolve("releases").toString());
  }

  @Test
  void runsNothingOnAnyPage() {
    Deque<String> paths =
        new ArrayDeque<>(
            List.of(
                "/sources/666",
                "/sources/666?language=ru",
                "/sources/667",
                "/changes",
                "/changes/666",
                "/changes/667",
                "/",
                "/?kind=trade-flow&thing=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=quick",
                "/disagreements",
                "/queries/claims-of-source?source=666",
                "/queries/silent-sentences?source=666",
                "/queries/unlinked-names",
                "/dumps/"));
    Set<String> seen = new LinkedHashSet<>();
    try (Visit visit = new Visit(address, new NewContextOptions().setLocale("en-GB"))) {
      while (!paths.isEmpty() && seen.size() < MOST_PAGES) {
        String path = paths.poll();
        if (seen.add(path)) {
          visit.open(path);
          assertThat(visit.page.evaluate("window.hit")).as(path).isNull();
          links(visit).forEach(paths::add);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(50);
  }

  /** To other pages of this site; those that lead nowhere else a reader may click on. */
  private static List<String> links(Visit visit) {
    Object links =
        visit.page.evaluate(
            """
            () => {
              const links = [...document.querySelectorAll('a')].filter(a => a.hasAttribute('href'))
                .map(a => new URL(a.getAttribute('href'), location));
              links.filter(url => !['http:', 'https:', 'mailto:'].includes(url.protocol))
                .forEach(url => console.error('leads to ' + url));
              return links.filter(url => url.origin === location.origin)
                .map(url => url.pathname + url.search)
                .filter(path => !/^[/](assets|sparql|data|dumps[/].)|[.](?!html)[a-z]+([?]|$)/.test(path));
            }
            """);
    return ((List<?>) links).stream().map(Object::toString).toList();
  }

  /** The editor's table is made in the browser. */
  @Test
  void runsNothingInTheEditor() {
    try (Visit visit = new Visit(address, new NewContextOptions().setLocale("en-GB"))) {
      visit.open("/editor");
      visit.page.locator(".CodeMirror").first().click();
      visit.page.keyboard().press("Control+A");
      visit
          .page
          .keyboard()
          .insertText(
              """
              SELECT ?value { GRAPH <https://w3id.org/bykz/graph/source/666> { ?thing ?property ?value }
                FILTER (isLiteral(?value) && CONTAINS(?value, "alert")) } LIMIT 100""");
      visit.page.keyboard().press("Control+Enter");
      assertThat(visit.page.locator(".yasr table")).containsText("<script>alert(1)</script>");
      assertThat(visit.page.evaluate("window.hit")).isNull();
    }
  }
}
