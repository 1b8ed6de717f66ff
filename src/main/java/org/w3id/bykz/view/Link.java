package org.w3id.bykz.view;

import org.apache.jena.graph.Node;
import org.w3id.bykz.store.Prefixes;

/** A text that leads somewhere; {@code href} is empty where it does not. */
public record Link(String text, String href) {

  /** A node by its short name; a thing of ours is found here, whatever the server's address. */
  public static Link to(Node node) {
    return to(node, Prefixes.shorten(node));
  }

  /** The same by another name. */
  public static Link to(Node node, String text) {
    if (!node.isURI()) {
      return new Link(text, "");
    }
    String iri = node.getURI();
    if (iri.startsWith(Prefixes.BASE)) {
      return new Link(text, "/" + iri.substring(Prefixes.BASE.length()));
    }
    boolean isWeb = iri.startsWith("http://") || iri.startsWith("https://");
    return new Link(text, isWeb ? iri : "");
  }
}
