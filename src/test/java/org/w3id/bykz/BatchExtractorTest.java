package org.w3id.bykz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.curation.Curated;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;
import org.w3id.bykz.text.Span;

class BatchExtractorTest {

  private static Articles articles(int count) {
    return Articles.of(
        IntStream.range(0, count)
            .mapToObj(i -> new Article(Integer.toString(i), BatchExtractorTest::unread))
            .toList());
  }

  private static Article.Loaded unread() {
    throw new AssertionError("nobody reads it");
  }

  private static Extraction extraction(Article article) {
    Document document = new Document(Source.of(article.place()), Language.EN, "Text.");
    return new Extraction(
        document,
        Curated.untouched(List.of()),
        new Coverage(1, List.of(new Span(0, 1))),
        List.of());
  }

  private static int number(Article article) {
    return Integer.parseInt(article.place());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void handsOverInOrderAndNamesTheBad(int threads) throws Exception {
    List<String> done = new ArrayList<>();
    BatchExtractor.Outcome outcome =
        BatchExtractor.extract(
            articles(500),
            threads,
            article -> {
              if (number(article) % 100 == 50) {
                throw new LoadException(article.place() + " is bad");
              }
              if (number(article) == 77) {
                throw new IllegalStateException("a defect");
              }
              if (number(article) % 37 == 0) {
                Thread.onSpinWait();
              }
              return extraction(article);
            },
            each -> done.add(each.document().id()));
    assertThat(done)
        .isEqualTo(
            IntStream.range(0, 500)
                .filter(i -> i % 100 != 50 && i != 77)
                .mapToObj(Integer::toString)
                .toList());
    assertThat(outcome.all()).isEqualTo(500);
    assertThat(outcome.refused()).isEqualTo(6);
    assertThat(outcome.refusals())
        .extracting(refusal -> refusal.place() + ": " + refusal.why().getMessage())
        .containsExactly(
            "50: 50 is bad",
            "77: a defect",
            "150: 150 is bad",
            "250: 250 is bad",
            "350: 350 is bad",
            "450: 450 is bad");
  }

  @Test
  void holdsFewAtATime() throws Exception {
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BatchExtractor.extract(
        articles(1000),
        2,
        article -> {
          most.accumulateAndGet(held.incrementAndGet(), Math::max);
          return extraction(article);
        },
        each -> held.decrementAndGet());
    assertThat(most.get()).isLessThanOrEqualTo(17);
  }

  @Test
  void namesTheFirstOfManyBad() throws Exception {
    BatchExtractor.Outcome outcome =
        BatchExtractor.extract(
            articles(1500),
            1,
            article -> {
              throw new LoadException(article.place() + " is bad");
            },
            each -> {});
    assertThat(outcome.refused()).isEqualTo(1500);
    assertThat(outcome.refusals()).hasSize(1000);
    assertThat(outcome.refusals().get(999).place()).isEqualTo("999");
  }

  @Test
  void stopsWhenTheSinkFails() {
    AtomicInteger read = new AtomicInteger();
    assertThatThrownBy(
            () ->
                BatchExtractor.extract(
                    articles(1000),
                    2,
                    article -> {
                      read.incrementAndGet();
                      return extraction(article);
                    },
                    each -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(read.get()).isLessThan(50);
  }
}
