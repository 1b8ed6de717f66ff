package org.w3id.bykz.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CitationTest {

  private static final Edition EDITION =
      new Edition(
          "0123456789ab",
          "Trade & \"more\", 100 % of_it",
          "The bykz project",
          Optional.of("2022-06-09"),
          Optional.of("https://creativecommons.org/licenses/by/4.0/"));

  private static final String ADDRESS =
      "https://w3id.org/bykz/queries/oblasts-trading?product=milk-powder&version=0123456789ab";

  private static Citation answer(Edition edition) {
    return Citation.of(
        Questions.bundled().named("oblasts-trading"),
        "en",
        new TreeMap<>(Map.of("product", "milk-powder", "language", "en")),
        ADDRESS,
        edition);
  }

  @Test
  void writesBibTex() {
    assertThat(answer(EDITION).bibTex())
        .isEqualTo(
            """
            @misc{bykz-oblasts-trading-0123456789ab,
              title = {{Which oblasts trade a product}},
              author = {{The bykz project}},
              year = {2022},
              date = {2022-06-09},
              version = {0123456789ab},
              url = {%s},
              note = {Answer to "Which regions export or import a product or anything narrower, and with whom?"\
             with language en, product milk-powder, from: Trade \\& "more", 100 \\%% of\\_it, version 0123456789ab},
              license = {https://creativecommons.org/licenses/by/4.0/}
            }
            """
                .formatted(ADDRESS));
  }

  @Test
  void writesCff() {
    assertThat(Citation.of(EDITION, "https://w3id.org/bykz/id/dataset/bykz").cff())
        .isEqualTo(
            """
            cff-version: 1.2.0
            message: Please cite this as below.
            type: dataset
            title: "Trade & \\"more\\", 100 % of_it"
            authors:
              - name: "The bykz project"
            version: "0123456789ab"
            date-released: "2022-06-09"
            url: "https://w3id.org/bykz/id/dataset/bykz"
            license-url: "https://creativecommons.org/licenses/by/4.0/"
            """);
  }

  @Test
  void writesRis() {
    assertThat(answer(EDITION).ris().split("\r\n"))
        .contains(
            "TY  - DATA",
            "TI  - Which oblasts trade a product",
            "PY  - 2022",
            "DA  - 2022/06/09/",
            "ET  - 0123456789ab",
            "UR  - " + ADDRESS)
        .endsWith("ER  - ");
  }

  @Test
  void inventsNoDate() {
    Edition ofAYear = new Edition("v", "t", "c", Optional.of("2022"), Optional.empty());
    assertThat(answer(ofAYear).ris()).contains("PY  - 2022\r\n", "DA  - 2022///\r\n");
    assertThat(answer(ofAYear).cff()).doesNotContain("date-released");
    Edition undated = new Edition("v", "t", "c", Optional.empty(), Optional.empty());
    assertThat(answer(undated).bibTex() + answer(undated).ris())
        .doesNotContain("year =", "date =", "PY  -", "DA  -");
  }
}
