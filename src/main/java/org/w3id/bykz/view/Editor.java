package org.w3id.bykz.view;

import java.util.List;

/**
 * Where queries are written.
 *
 * @param sparql where they are answered
 * @param examples the questions, by their names
 * @param words prefixes, classes and properties for completing, as JSON that can stand in a page
 */
public record Editor(String sparql, List<Link> examples, String words) {

  public Editor {
    examples = List.copyOf(examples);
  }
}
