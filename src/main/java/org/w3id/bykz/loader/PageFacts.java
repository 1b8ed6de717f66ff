package org.w3id.bykz.loader;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page tells of its article, the more exact before the less: schema.org as JSON-LD, then as
 * microdata, then OpenGraph, then other {@code <meta>}, then what readers see.
 *
 * @param issued in EDTF
 * @param language in BCP 47
 * @param address the one that the page wants to be known by, else the one where it was found
 * @param articleBody the text of the article as the page's data hold it
 */
record PageFacts(
    Optional<String> title,
    Optional<String> issued,
    Optional<String> publisher,
    Optional<String> language,
    Optional<URI> address,
    Optional<String> articleBody) {

  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:published_time",
          "datepublished",
          "publishdate",
          "publish-date",
          "published_at",
          "published",
          "pubdate",
          "dcterms.issued",
          "dc.date.issued",
          "dcterms.created",
          "dcterms.date",
          "dc.date",
          "sailthru.date",
          "mediator_published_time",
          "date");

  private static final int SHORTEST_TITLE = 15;

  /**
   * Reads what {@code page} tells.
   *
   * @param found where it was found
   */
  static PageFacts of(Document page, Optional<URI> found) {
    Facts reader = new Facts(page, found);
    return new PageFacts(
        reader.title(),
        reader.issued(),
        reader.publisher(),
        reader.language(),
        reader.address(),
        reader.articleBody());
  }

  /** Whether this is an address on the web. */
  static boolean isWeb(URI address) {
    String scheme = address.getScheme();
    return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
        && address.getHost() != null;
  }

  /** One place where a page may tell something. */
  private interface Fact {
    Optional<String> read();
  }

  private static final class Facts {

    private final Document page;
    private final Optional<URI> found;
    private final Optional<Object> data;

    Facts(Document page, Optional<URI> found) {
      this.page = page;
      this.found = found;
      this.data = data(page);
    }

    /** The article among the page's JSON-LD. */
    private static Optional<Object> data(Document page) {
      return page.getElementsByAttributeValue("type", "application/ld+json").stream()
          .filter(script -> script.nameIs("script"))
          .flatMap(script -> json(script.data()).stream())
          .flatMap(json -> article(json).stream())
          .findFirst();
    }

    /** Sites write line breaks into strings and comments around it; broken data tell nothing. */
    private static Optional<Object> json(String script) {
      try {
        return Json.read(script.replaceAll("[\\x00-\\x1F]", " ").strip());
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private static Optional<Object> article(Object json) {
      Deque<Object> open = new ArrayDeque<>(List.of(json));
      while (!open.isEmpty()) {
        Object value = open.remove();
        if (value instanceof List<?> list) {
          open.addAll(list);
        } else if (value instanceof Map<?, ?> object) {
          if (isArticle(object.get("@type"))) {
            return Optional.of(object);
          }
          Stream.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
              .filter(object::containsKey)
              .forEach(name -> open.add(object.get(name)));
        }
      }
      return Optional.empty();
    }

    private static boolean isArticle(Object type) {
      return type instanceof List<?> types
          ? types.stream().anyMatch(Facts::isArticle)
          : type instanceof String name
              && (name.endsWith("Article")
                  || name.endsWith("BlogPosting")
                  || name.equals("Report"));
    }

    private Optional<String> data(String name) {
      return data.flatMap(article -> Json.member(article, name)).flatMap(Json::text);
    }

    Optional<String> title() {
      return first(
              () -> data("headline").map(Facts::unescaped),
              () -> microdata("headline"),
              () -> meta("og:title"),
              () -> only("article h1"),
              () -> only("h1"),
              () -> meta("twitter:title"),
              () -> Optional.of(page.title()))
          .map(StoredText::line)
          .map(this::withoutSiteName);
    }

    /** Pages add the site's name to what they tell others, and not to what they show. */
    private String withoutSiteName(String title) {
      return only("h1")
          .or(() -> only("article h1"))
          .map(StoredText::line)
          .filter(shown -> shown.length() >= SHORTEST_TITLE)
          .filter(shown -> title.regionMatches(true, 0, shown, 0, shown.length()))
          .orElse(title);
    }

    Optional<String> issued() {
      return Stream.<Fact>of(
              () -> data("datePublished").or(() -> data("dateCreated")),
              () -> microdata("datePublished"),
              () -> DATES.stream().flatMap(name -> meta(name).stream()).findFirst(),
              this::shownDate)
          .flatMap(fact -> fact.read().flatMap(PublicationDate::edtf).stream())
          .findFirst();
    }

    /** The first {@code <time>} of the article, or the only one of the page. */
    private Optional<String> shownDate() {
      List<Element> times = page.select("time[datetime]");
      Optional<Element> first =
          times.stream()
              .filter(time -> time.closest("article, main, [role=main]") != null)
              .findFirst();
      return first
          .or(() -> times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty())
          .map(time -> time.attr("datetime"));
    }

    Optional<String> publisher() {
      return first(
              () -> data("publisher").map(Facts::unescaped),
              this::microdataPublisher,
              () -> meta("og:site_name"),
              () -> meta("dc.publisher"),
              () -> meta("dcterms.publisher"),
              () -> meta("application-name"))
          .map(StoredText::line);
    }

    private Optional<String> microdataPublisher() {
      Element publisher = page.selectFirst("[itemprop=publisher]");
      if (publisher == null) {
        return Optional.empty();
      }
      Element name = publisher.selectFirst("[itemprop=name]");
      return Optional.of(value(name == null ? publisher : name));
    }

    Optional<String> language() {
      return first(
              () -> data("inLanguage"),
              () -> Optional.of(page.select("html").attr("lang")),
              () -> meta("og:locale"),
              () -> meta("content-language"),
              () -> meta("language"))
          .map(tag -> tag.replace('_', '-'))
          .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"));
    }

    Optional<URI> address() {
      return Stream.<Optional<String>>of(
              Optional.of(page.select("link[rel=canonical]").attr("href")),
              meta("og:url"),
              data("url"))
          .flatMap(
              address ->
                  address.filter(Predicate.not(String::isBlank)).flatMap(this::resolved).stream())
          .findFirst()
          .or(() -> found);
    }

    private Optional<URI> resolved(String address) {
      try {
        URI uri = new URI(address.strip());
        URI whole = found.isPresent() ? found.get().resolve(uri) : uri;
        return isWeb(whole) ? Optional.of(whole) : Optional.empty();
      } catch (URISyntaxException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    Optional<String> articleBody() {
      return data.flatMap(article -> Json.member(article, "articleBody"))
          .flatMap(Json::text)
          .map(body -> body.contains("<") ? Jsoup.parse(body).wholeText() : unescaped(body))
          .map(String::strip);
    }

    private Optional<String> microdata(String name) {
      Element element = page.selectFirst("[itemprop~=(?:^|\\s)" + name + "(?:\\s|$)]");
      return element == null ? Optional.empty() : Optional.of(value(element));
    }

    private static String value(Element element) {
      for (String attribute : List.of("content", "datetime")) {
        if (element.hasAttr(attribute)) {
          return element.attr(attribute);
        }
      }
      return element.text();
    }

    /** What a {@code <meta>} of this name, property or header says. */
    private Optional<String> meta(String name) {
      return page.getElementsByTag("meta").stream()
          .filter(
              meta ->
                  Stream.of("property", "name", "http-equiv", "itemprop")
                      .anyMatch(key -> meta.attr(key).equalsIgnoreCase(name)))
          .map(meta -> meta.attr("content"))
          .filter(Predicate.not(String::isBlank))
          .findFirst();
    }

    /** What the only such element says. */
    private Optional<String> only(String selector) {
      List<Element> elements = page.select(selector);
      return elements.size() == 1 ? Optional.of(elements.get(0).text()) : Optional.empty();
    }

    private static Optional<String> first(Fact... facts) {
      return Stream.of(facts)
          .flatMap(fact -> fact.read().stream())
          .filter(Predicate.not(String::isBlank))
          .findFirst();
    }

    /** Data in scripts are often escaped once too much. */
    private static String unescaped(String text) {
      return org.jsoup.parser.Parser.unescapeEntities(text, false);
    }
  }
}
