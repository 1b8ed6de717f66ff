package org.w3id.bykz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A reader's visit to the {@link Site}, with nothing remembered of any visit before. At its end no
 * page may have complained, broken its own rules of what it loads, opened a box, or asked another
 * host.
 */
final class Visit implements AutoCloseable {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path INSTALLED = TARGET.resolve("browser");
  private static final String AXE = read(INSTALLED.resolve("node_modules/axe-core/axe.min.js"));
  private static final Browser CHROMIUM = chromium();

  /** Of a page that is longer, nobody looks at the rest. */
  private static final int TALLEST = 6000;

  /** The ways of looking: width, height, light or dark. */
  enum Look {
    DESKTOP(1280, 900, ColorScheme.LIGHT),
    DESKTOP_DARK(1280, 900, ColorScheme.DARK),
    PHONE_DARK(390, 844, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT);

    final int width;
    final int height;
    final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  final Page page;
  private final BrowserContext context;
  private final String host;
  private final List<String> faults = new ArrayList<>();

  Visit() {
    this(new NewContextOptions().setLocale("en-GB"));
  }

  Visit(NewContextOptions options) {
    this(Site.ADDRESS, options);
  }

  /** A visit to another site. */
  Visit(URI address, NewContextOptions options) {
    host = address.getAuthority();
    context = CHROMIUM.newContext(options.setBaseURL(address.toString()));
    context.setDefaultTimeout(30_000);
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> faults.add(error.error()));
    context.onRequest(this::see);
    context.onDialog(this::dismiss);
    page = context.newPage();
    look(Look.DESKTOP);
  }

  /** Of what the console says, all but that the page asked for is a 404, which its reader sees. */
  private void hear(ConsoleMessage message) {
    boolean isStatus =
        message.text().startsWith("Failed to load resource: the server responded with")
            && message.location().startsWith(message.page().url());
    if (List.of("error", "warning").contains(message.type()) && !isStatus) {
      faults.add(message.text());
    }
  }

  private void see(Request request) {
    URI asked = URI.create(request.url().replaceFirst("[?#].*", ""));
    if (List.of("http", "https").contains(asked.getScheme())
        && !asked.getAuthority().equals(host)) {
      faults.add("asks another host for " + asked);
    }
  }

  /** No page of ours asks by a box of the browser. */
  private void dismiss(Dialog dialog) {
    faults.add("opens a box that says " + dialog.message());
    dialog.dismiss();
  }

  /** Opens a page and gives its status. */
  int open(String path) {
    return page.navigate(path).status();
  }

  void look(Look look) {
    page.setViewportSize(look.width, look.height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
  }

  /** What WCAG 2.2, levels A and AA, has against the page as it is seen now. */
  List<String> barriers() {
    page.evaluate(AXE);
    Object found =
        page.evaluate(
            """
            async () => (await axe.run({
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              rules: {'target-size': {enabled: true}},
              resultTypes: ['violations'],
            })).violations.map(({id, nodes}) => `${id} at ${nodes.length} places, first ` +
              `${nodes[0].html.slice(0, 200)}: ${nodes[0].failureSummary}`)
            """);
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  /** By how many pixels the page is wider than the window. */
  int overflow() {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** The page from its top as a picture, to be looked at in {@code target/screenshots}. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, Math.min(height(), TALLEST))
            .setPath(TARGET.resolve("screenshots").resolve(name + ".png")));
  }

  private int height() {
    return (Integer) page.evaluate("document.documentElement.scrollHeight");
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).as("complaints of the browser").isEmpty();
  }

  private static Browser chromium() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node().toString())));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(INSTALLED.resolve("chromium"))
                .setArgs(List.of("--no-zygote", "--font-render-hinting=none"))
                .setEnv(
                    Map.of(
                        "LD_LIBRARY_PATH", INSTALLED.resolve("lib").toString(),
                        "FONTCONFIG_FILE", INSTALLED.resolve("fonts.conf").toString(),
                        "HOME", INSTALLED.toString())));
  }

  private static Path node() {
    return List.of(System.getenv("PATH").split(":")).stream()
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " is missing; src/test/browser/install.sh puts it there", e);
    }
  }
}
