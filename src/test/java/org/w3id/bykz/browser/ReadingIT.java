package org.w3id.bykz.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers do with the pages. */
class ReadingIT {

  private static Locator link(Page page, String text) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static Locator link(Locator within, String beginning) {
    return within.locator("a:has-text('%s')".formatted(beginning)).first();
  }

  private static Locator button(Page page, String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static void choose(Page page, String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel(option));
  }

  @Test
  void aChoiceChangesMapListAndAddressTogetherAndBackUndoesIt() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/");
      assertThat(page.locator(".ties .facts").first()).isAttached();
      List<String> before = page.locator(".card").allInnerTexts();

      choose(page, "Fact or plan", "planned");
      page.waitForURL(Pattern.compile(".*modality=.*planned.*"));
      assertThat(page.locator(".ties .plans").first()).isAttached();
      assertThat(page.locator(".ties .facts")).hasCount(0);
      assertThat(page.locator(".card .modality").allInnerTexts()).containsOnly("planned");

      page.goBack();
      assertThat(page).hasURL(Site.ADDRESS.toString());
      assertThat(page.locator(".ties .facts").first()).isAttached();
      assertThat(page.locator(".card").allInnerTexts()).isEqualTo(before);
      assertThat(page.getByLabel("Fact or plan")).hasValue("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Grodno reg", "Гродненская", "Гродзенская", "hrodna"})
  void aNameIsFoundInEachOfItsScripts(String typed) {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/about");
      page.getByRole(AriaRole.SEARCHBOX).fill(typed);
      link(page.locator("#suggestions"), "Grodno Region").click();
      assertThat(page.locator("h1")).hasText("Grodno Region");

      page.getByRole(AriaRole.SEARCHBOX).fill(typed);
      page.keyboard().press("Enter");
      assertThat(link(page.locator("main"), "Grodno Region")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "\"><script>fail()</script>",
        "<img src=x onerror=fail()>"
      })
  void whateverIsTypedIsSoughtAsAName(String typed) {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/");
      page.getByRole(AriaRole.SEARCHBOX).fill(typed);
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
      assertThat(page.locator("#hits")).isVisible();
      assertThat(page.content()).doesNotContain("<script>fail", "<img src=x");
    }
  }

  @Test
  void aQuoteLeadsToItsSentenceInTheSource() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/id/region/BY-HR");
      link(page, "These are mainly dairy and meat products.").first().click();
      assertThat(page).hasURL(Pattern.compile(".*/sources/000#char=791,832"));
      Locator sentence = page.locator(".text :target + mark");
      assertThat(sentence).hasText("These are mainly dairy and meat products.");
      assertThat(sentence).isInViewport();

      sentence.hover();
      assertThat(page.locator(".beside .shown")).hasCount(2);
      assertThat(page.locator(".beside .shown").first()).isInViewport();
    }
  }

  @Test
  void aQuestionIsAskedWithItsParameters() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/queries");
      link(page, "Which oblasts trade a product").click();
      page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("product"))
          .fill("dairy-products");
      button(page, "Ask").click();
      assertThat(page).hasURL(Pattern.compile(".*product=dairy-products.*"));
      assertThat(page.locator(".answer tr").nth(1)).containsText("Grodno Region");
    }
  }

  @Test
  void theQueryOfAPageIsChangedInTheEditorAndItsEmptyAnswerExplained() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/queries/oblasts-trading?product=dairy-products");
      page.locator(".made summary").first().click();
      link(page, "Open in the editor").first().click();
      assertThat(page.locator(".CodeMirror").first()).containsText("product/dairy-products");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".yasr table")).containsText("region/BY-HR");
      assertThat(visit.barriers()).isEmpty();

      page.locator(".CodeMirror").first().click();
      page.keyboard().press("Control+A");
      page.keyboard()
          .insertText("SELECT * { ?claim a <https://w3id.org/bykz/ontology#TradeFlow> }");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#why")).containsText("TradeFlowClaim");
    }
  }

  @Test
  void anEmptyAnswerIsExplained() {
    try (Visit visit = new Visit()) {
      visit.open("/queries/exports-of-region?region=BY-BR");
      assertThat(visit.page.locator(".note").first()).containsText("region/BY-BR");
      visit.open("/?thing=region/BY-BR&modality=planned");
      assertThat(visit.page.locator("main")).containsText("Nothing was found");
      assertThat(visit.page.locator(".note").first()).containsText("BY-BR");
    }
  }

  @Test
  void theChosenLanguageStaysWhileGoingOn() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/?kind=event");
      link(page, "ru").click();
      assertThat(page.locator("html")).hasAttribute("lang", "ru");
      assertThat(page).hasURL(Pattern.compile(".*kind=event.*"));
      link(page, "Вопросы").click();
      assertThat(page.locator("h1")).hasText("Вопросы, на которые отвечает граф");
      visit.open("/id/region/BY-HR");
      assertThat(page.locator("h1")).hasText("Гродненская область");
      link(page, "de").click();
      assertThat(page.locator("h1")).hasText("Gebiet Grodno");
      link(page, "Fragen").click();
      assertThat(page.locator("html")).hasAttribute("lang", "de");
    }
  }

  @Test
  void theBrowsersLanguageIsSpokenUntilAnotherIsChosen() {
    try (Visit visit = new Visit(new NewContextOptions().setLocale("ru-KZ"))) {
      visit.open("/");
      assertThat(visit.page.locator("html")).hasAttribute("lang", "ru");
    }
  }

  @Test
  void textAndTablesNeedNoJavaScript() {
    try (Visit visit = new Visit(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visit.page;
      visit.open("/");
      assertThat(page.locator("table.ties tbody tr").first()).isVisible();
      choose(page, "Fact or plan", "planned");
      button(page, "Show").click();
      assertThat(page).hasURL(Pattern.compile(".*modality=.*planned.*"));
      assertThat(page.locator(".card .modality").allInnerTexts()).containsOnly("planned");
      page.locator(".card blockquote a").first().click();
      assertThat(page.locator(".text :target + mark")).isInViewport();
      assertThat(page.locator(".beside .card").first()).isVisible();
    }
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (Visit visit = new Visit()) {
      Page page = visit.page;
      visit.open("/");
      page.keyboard().press("Tab");
      assertThat(link(page, "To the content")).isFocused();
      assertThat(link(page, "To the content")).isInViewport();
      page.keyboard().press("Enter");
      for (int i = 0; i < 40 && !isFocused(page, "modality"); i++) {
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate(IS_OUTLINED)).isTrue();
      }
      page.keyboard().type("pl");
      page.waitForURL(Pattern.compile(".*modality=.*planned.*"));
      assertThat(page.getByLabel("Fact or plan")).isFocused();
    }
  }

  private static final String IS_OUTLINED =
      "getComputedStyle(document.activeElement).outlineStyle !== 'none'";

  private static boolean isFocused(Page page, String id) {
    return id.equals(page.evaluate("document.activeElement.id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 /nowhere",
        "404 /id/region/BY-XX",
        "404 /id/region/<script>fail()</script>",
        "404 /sources/nowhere",
        "404 /queries/<img src=x onerror=fail()>",
        "400 /?thing=javascript:fail()",
        "400 /?since=<script>fail()</script>",
        "400 /?nonsense=1",
        "400 /queries/oblasts-trading?product=\"><script>fail()</script>",
        "400 /queries/oblasts-trading?product=LONG",
        "400 /?thing=LONG",
      })
  void nonsenseIsAnsweredInAFriendlyWay(String statusAndPath) {
    int status = Integer.parseInt(statusAndPath.substring(0, 3));
    String path = statusAndPath.substring(4).replace("LONG", "я".repeat(10_000 / 6));
    try (Visit visit = new Visit()) {
      assertThat(visit.open(path)).isEqualTo(status);
      assertThat(visit.page.locator("h1")).isVisible();
      assertThat(link(visit.page, "Map")).isVisible();
      assertThat(visit.page.locator(".note")).isVisible();
      assertThat(visit.page.content()).doesNotContain("<script>fail", "<img src=x");
    }
  }
}
