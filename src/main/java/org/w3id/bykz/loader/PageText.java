package org.w3id.bykz.loader;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The article of a page without what stands around it, in three steps: what its tag, role or name
 * says is no article is left out; of the rest, the element is chosen that the page marks as the
 * article's body, else the one whose paragraphs have most text; of that, blocks that are mostly
 * links and tables of figures are left out. Goes over the page a fixed number of times.
 */
final class PageText {

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "picture",
          "img",
          "map",
          "nav",
          "aside",
          "footer",
          "button",
          "input",
          "select",
          "textarea",
          "label",
          "dialog",
          "menu",
          "figure",
          "figcaption",
          "head",
          "link",
          "meta",
          "title");

  private static final Set<String> UNREAD_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "form",
          "tooltip");

  /** Words of a class or id that name what is no article. */
  private static final Set<String> UNREAD_NAMES =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "sidebar",
          "breadcrumb",
          "breadcrumbs",
          "footer",
          "share",
          "sharing",
          "social",
          "socials",
          "comments",
          "comment",
          "disqus",
          "related",
          "recommended",
          "recommendations",
          "cookie",
          "cookies",
          "banner",
          "banners",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "ads",
          "promo",
          "sponsored",
          "subscribe",
          "subscription",
          "newsletter",
          "pagination",
          "pager",
          "popup",
          "modal",
          "tags",
          "taglist",
          "toolbar",
          "copyright",
          "login",
          "search",
          "skip",
          "readalso",
          "teaser",
          "teasers");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private static final String MARKED = "articleBody";

  /** Shorter ones are captions and buttons. */
  private static final int SHORTEST_PARAGRAPH = 25;

  /** What is marked as an article but says less is a teaser. */
  private static final int SHORTEST_ARTICLE = 140;

  /** A table without a cell of this length is one of figures. */
  private static final int SHORTEST_CELL = 60;

  private static final int LONGEST_BONUS = 300;

  /** How much text an element has, and how much of it in links. */
  private static final class Size {
    int text;
    int links;
    int longestCell;

    /** What speaks for the element as the article's body. */
    double score;

    double own() {
      return score * (text == 0 ? 0 : (double) (text - links) / text);
    }
  }

  private final IdentityHashMap<Node, Size> sizes = new IdentityHashMap<>();

  private PageText() {}

  /** The article of {@code page}, which loses all else; its title first, if it is known. */
  static String of(Document page, Optional<String> title) {
    PageText text = new PageText();
    text.measure(page);
    text.clean(page);
    text.measure(page);
    Element article = text.article(page);
    String written = new Writing(text, title).write(article);
    return title.isEmpty() || isBegun(written, title.get())
        ? written
        : (title.get() + "\n\n" + written).strip();
  }

  private static boolean isBegun(String text, String title) {
    return text.regionMatches(true, 0, title, 0, title.length());
  }

  private void clean(Document page) {
    int all = size(page).text;
    List<Node> unread = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && isUnread(element, all)) {
            unread.add(element);
          }
        },
        page);
    unread.forEach(Node::remove);
  }

  private boolean isUnread(Element element, int all) {
    String tag = element.normalName();
    if (tag.equals("html") || tag.equals("body")) {
      return false;
    }
    if (UNREAD.contains(tag)
        || UNREAD_ROLES.contains(element.attr("role"))
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || element.attr("style").replace(" ", "").contains("display:none")) {
      return true;
    }
    if (tag.equals("header")) {
      return element.closest("article, main") == null && element.selectFirst("h1") == null;
    }
    // A page may call the frame of its article anything, and put all into one form.
    return isNamedUnread(element) && size(element).text * 2 < all;
  }

  private static boolean isNamedUnread(Element element) {
    if (element.nameIs("form")) {
      return true;
    }
    String names = element.className() + " " + element.id();
    if (names.isBlank() || isArticleBody(element)) {
      return false;
    }
    for (String name : names.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (UNREAD_NAMES.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isArticleBody(Element element) {
    return element.attr("itemprop").contains(MARKED);
  }

  /** Sums up text and links from the leaves to the root. */
  private void measure(Document page) {
    sizes.clear();
    page.traverse(
        new NodeVisitor() {
          private int links;

          @Override
          public void head(Node node, int depth) {
            links += node.nameIs("a") ? 1 : 0;
          }

          @Override
          public void tail(Node node, int depth) {
            Size size = sizes.computeIfAbsent(node, any -> new Size());
            if (node instanceof TextNode text) {
              size.text = text.text().strip().length();
              size.links = links > 0 ? size.text : 0;
            }
            links -= node.nameIs("a") ? 1 : 0;
            boolean cell = node.nameIs("td") || node.nameIs("th");
            size.longestCell = Math.max(size.longestCell, cell ? size.text : 0);
            if (node.parentNode() != null) {
              Size parent = sizes.computeIfAbsent(node.parentNode(), any -> new Size());
              parent.text += size.text;
              parent.links += size.links;
              parent.longestCell = Math.max(parent.longestCell, size.longestCell);
            }
          }
        });
  }

  private Size size(Node node) {
    return sizes.getOrDefault(node, new Size());
  }

  private Element article(Document page) {
    return longest(page.getElementsByAttributeValueContaining("itemprop", MARKED))
        .or(() -> longest(page.getElementsByTag("article")))
        .or(() -> longest(page.select("main, [role=main]")))
        .or(() -> best(page))
        .orElse(page.body());
  }

  private Optional<Element> longest(List<Element> elements) {
    return elements.stream()
        .max((a, b) -> Integer.compare(unlinked(a), unlinked(b)))
        .filter(element -> unlinked(element) >= SHORTEST_ARTICLE);
  }

  private int unlinked(Element element) {
    return size(element).text - size(element).links;
  }

  /** Each paragraph speaks for the element that it stands in, and half as much for the next. */
  private Optional<Element> best(Document page) {
    List<Element> candidates = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          int length = length(node);
          if (length >= SHORTEST_PARAGRAPH) {
            double points = 1 + Math.min(length, LONGEST_BONUS) / 100.0;
            speak(points, container(node), candidates);
            speak(points / 2, container(container(node)), candidates);
          }
        },
        page.body());
    return candidates.stream()
        .max((a, b) -> Double.compare(size(a).own(), size(b).own()))
        .filter(element -> size(element).own() > 0);
  }

  /** How much a paragraph says, or a text that stands among blocks without one of its own. */
  private int length(Node node) {
    if (node instanceof Element element) {
      return element.nameIs("p") || element.nameIs("pre") ? unlinked(element) : 0;
    }
    boolean bare =
        node instanceof TextNode
            && node.parentNode() instanceof Element parent
            && !parent.nameIs("p")
            && !parent.nameIs("pre")
            && BLOCKS.contains(parent.normalName());
    return bare ? size(node).text - size(node).links : 0;
  }

  private static Element container(Node node) {
    return node == null || !(node.parentNode() instanceof Element parent) ? null : parent;
  }

  private void speak(double points, Element container, List<Element> candidates) {
    if (container != null && !(container instanceof Document)) {
      Size size = size(container);
      if (size.score == 0) {
        candidates.add(container);
      }
      size.score += points;
    }
  }

  /** Whether a block is no part of the text that it stands in. */
  private boolean isAside(Element block) {
    Size size = size(block);
    boolean heading = block.nameIs("h1");
    boolean linked = size.links * 2 > size.text;
    boolean figures = block.nameIs("table") && size.longestCell < SHORTEST_CELL;
    return !heading && (linked || figures);
  }

  /** Writes blocks as paragraphs. */
  private static final class Writing implements org.jsoup.select.NodeFilter {

    private final PageText page;
    private final Optional<String> title;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean headed;
    private int pre;

    Writing(PageText page, Optional<String> title) {
      this.page = page;
      this.title = title;
    }

    String write(Element article) {
      NodeTraversor.filter(this, article);
      end("\n\n");
      return text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        line.append(pre > 0 ? words.getWholeText() : words.text());
      } else if (node instanceof Element element) {
        if (element.nameIs("br")) {
          end("\n");
        } else if (BLOCKS.contains(element.normalName())) {
          return block(element, depth);
        }
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult block(Element element, int depth) {
      boolean item = element.nameIs("li");
      end(item ? "\n" : "\n\n");
      if (depth > 0 && page.isAside(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (item) {
        line.append("• ");
      }
      pre += element.nameIs("pre") ? 1 : 0;
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        pre -= element.nameIs("pre") ? 1 : 0;
        end(element.nameIs("li") ? "\n" : "\n\n");
        if (element.nameIs("h1")) {
          startAtHeadline();
        }
      }
      return FilterResult.CONTINUE;
    }

    /** What stands before the headline is the page's, not the article's. */
    private void startAtHeadline() {
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '\n') {
        end--;
      }
      int start = text.lastIndexOf("\n", end - 1) + 1;
      if (!headed && title.isPresent() && isBegun(text.substring(start, end), title.get())) {
        text.delete(0, start);
        headed = true;
      }
    }

    private void end(String gap) {
      String words = line.toString().replaceAll("[ \\t\\u00A0\\r\\f]+", " ").strip();
      line.setLength(0);
      if (!words.isEmpty() && !words.equals("•")) {
        text.append(words);
      }
      if (!text.isEmpty() && !endsWith(gap)) {
        while (text.charAt(text.length() - 1) == '\n') {
          text.setLength(text.length() - 1);
        }
        text.append(gap);
      }
    }

    private boolean endsWith(String gap) {
      return text.lastIndexOf(gap) == text.length() - gap.length() && text.length() >= gap.length();
    }
  }
}
