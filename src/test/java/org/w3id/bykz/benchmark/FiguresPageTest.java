package org.w3id.bykz.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3id.bykz.benchmark.Figures.Figure;
import org.w3id.bykz.benchmark.Figures.Report;
import org.w3id.bykz.benchmark.Figures.Run;

class FiguresPageTest {

  @Test
  void showsEachFigureWithABarBesideTheGreatestOfItsUnit() {
    Report report =
        new Report(
            new Run("publish", "1", "2026-01-02T03:04:00Z", "Linux, Java 17", 2, 8_000, 0.5),
            List.of(
                new Figure("100 statements", "published", "s", 4),
                new Figure("100 statements", "published", "statements/s", 25),
                new Figure("100 statements", "loaded <b>", "s", 1),
                new Figure("200 statements", "published", "s", 1_234)));
    Document page = Jsoup.parse(FiguresPage.of(List.of(report)));
    assertThat(page.select("h2").eachText()).containsExactly("publish");
    assertThat(page.select("p").text())
        .contains("2026-01-02T03:04:00Z", "2 processors", "8,000 MB");
    assertThat(page.select("table").eachText())
        .containsExactly(
            "100 statements s statements/s published 4.00 25 loaded <b> 1.00",
            "200 statements s published 1,234");
    assertThat(page.select("td i").stream().map(FiguresPageTest::style))
        .containsExactly("width: 100.0%", "width: 100.0%", "width: 25.0%", "width: 100.0%");
  }

  private static String style(Element bar) {
    return bar.attr("style");
  }
}
