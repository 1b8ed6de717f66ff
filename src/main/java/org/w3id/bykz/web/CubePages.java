package org.w3id.bykz.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.publish.CubeTable;
import org.w3id.bykz.query.Endpoint;

/** The cube of trade figures as a table, and its description (CSV on the Web). */
final class CubePages {

  private final Optional<Instant> published;
  private final PerVersion<String> rows;

  /**
   * @param published since when the data are as they are, where that is known
   */
  CubePages(Endpoint endpoint, Optional<Instant> published) {
    this.published = published;
    this.rows = new PerVersion<>(endpoint, () -> rows(endpoint));
  }

  private static String rows(Endpoint endpoint) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    CubeTable.write(endpoint, rows);
    return rows.toString(StandardCharsets.UTF_8);
  }

  /** The table, which leads to its description (Model for Tabular Data, section 5.2). */
  Reply table() {
    String link =
        "<" + CubeTable.DESCRIPTION + ">; rel=\"describedby\"; type=\"application/csvm+json\"";
    return dated(
        new Reply(
            200, "text/csv; charset=utf-8; header=present", rows.get(), Map.of("Link", link)));
  }

  Reply description() {
    String link = "<" + CubeTable.NAME + ">; rel=\"describes\"; type=\"text/csv\"";
    return dated(
        new Reply(200, "application/csvm+json", CubeTable.description(), Map.of("Link", link)));
  }

  private Reply dated(Reply reply) {
    return published.map(reply::published).orElse(reply);
  }
}
