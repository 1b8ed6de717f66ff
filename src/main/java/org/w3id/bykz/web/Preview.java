package org.w3id.bykz.web;

import java.util.List;

/** A thing in a small frame of another page. */
public record Preview(String name, String iri, String key, List<Row> rows) {

  public Preview {
    rows = List.copyOf(rows);
  }

  /** What is told of it. */
  public record Row(String property, String values) {}
}
