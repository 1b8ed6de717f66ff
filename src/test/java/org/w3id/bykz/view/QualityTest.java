package org.w3id.bykz.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.query.Endpoint;
import org.w3id.bykz.query.Questions;
import org.w3id.bykz.query.Rows;
import org.w3id.bykz.query.SmallWorld;

class QualityTest {

  @Test
  void hasARowForEachLanguageAndKindAndAColumnForEachMetric() {
    Endpoint world = Endpoint.of(SmallWorld.derived());
    List<Binding> rows =
        Rows.of(Questions.bundled().named("how-well-read").bind(Map.of(), world), world);
    Listing listing = Quality.of(rows, Reader.ENGLISH);
    assertThat(listing.columns())
        .containsExactly("claims or texts", "precision", "strict precision");
    assertThat(listing.rows())
        .extracting(row -> row.stream().map(cell -> cell.link().text()).toList())
        .containsExactly(
            List.of("", "0.91 (0.85–0.95)", ""),
            List.of("German", "0.88 (0.8–0.94)", ""),
            List.of("agreement claim", "0.95 (0.8–1)", "0.85 (0.7–0.9)"),
            List.of("production claim", "0.5", ""));
    assertThat(listing.rows().get(2).get(1).number()).isEqualTo("0.95");
  }
}
