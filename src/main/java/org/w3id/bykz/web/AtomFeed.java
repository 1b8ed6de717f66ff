package org.w3id.bykz.web;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3id.bykz.store.Prefixes;
import org.w3id.bykz.view.Changes.Item;
import org.w3id.bykz.view.Link;
import org.w3id.bykz.view.Reader;

/**
 * What changed as a feed (RFC 4287), in pages (RFC 5005). An entry is named as its source or
 * release is, whatever the language, and dated by the data; what has no date is left out.
 */
final class AtomFeed {

  static final String MEDIA_TYPE = "application/atom+xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String MIDNIGHT = "T00:00:00Z";

  /** What no XML 1.0 document may hold, section 2.2. */
  private static final String UNWRITABLE =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;
  private final Reader reader;

  private AtomFeed(XMLStreamWriter xml, Reader reader) {
    this.xml = xml;
    this.reader = reader;
  }

  /**
   * A page of the feed.
   *
   * @param self where it is
   * @param next where the next one is; may be empty
   */
  static String of(List<Item> items, Reader reader, String self, String next) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new AtomFeed(xml, reader).write(items, self, next);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append('\n').toString();
  }

  private void write(List<Item> items, String self, String next) throws XMLStreamException {
    List<Item> dated = items.stream().filter(item -> !item.day().isEmpty()).toList();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml:lang", reader.language());
    text("id", Prefixes.BASE + "changes?language=" + reader.language());
    text("title", "bykz: " + reader.say("changes.title"));
    text("subtitle", reader.say("changes.undated"));
    text("updated", (dated.isEmpty() ? "1970-01-01" : dated.get(0).day()) + MIDNIGHT);
    author("bykz");
    text("rights", "CC BY 4.0");
    link("self", MEDIA_TYPE, self);
    link("alternate", "text/html", ChangesPages.PATH + "?language=" + reader.language());
    if (!next.isEmpty() && dated.size() == items.size()) {
      link("next", MEDIA_TYPE, next);
    }
    for (Item item : dated) {
      entry(item);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(Item item) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "entry");
    text("id", item.iri());
    xml.writeStartElement(NAMESPACE, "title");
    if (!item.tongue().isEmpty()) {
      xml.writeAttribute("xml:lang", item.tongue());
    }
    characters(item.change().text());
    xml.writeEndElement();
    text("updated", item.day() + MIDNIGHT);
    if (item.publisher().isPresent()) {
      author(item.publisher().map(Link::text).orElseThrow());
    }
    link("alternate", "text/html", item.change().href());
    text("summary", item.withdrawal().isEmpty() ? item.summary(reader) : item.withdrawal());
    xml.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "author");
    text("name", name);
    xml.writeEndElement();
  }

  private void link(String relation, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "link");
    for (Map.Entry<String, String> each :
        List.of(Map.entry("rel", relation), Map.entry("type", type), Map.entry("href", address))) {
      xml.writeAttribute(each.getKey(), written(each.getValue()));
    }
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, element);
    characters(text);
    xml.writeEndElement();
  }

  private void characters(String text) throws XMLStreamException {
    xml.writeCharacters(written(text));
  }

  private static String written(String text) {
    return text.replaceAll(UNWRITABLE, "\uFFFD");
  }
}
