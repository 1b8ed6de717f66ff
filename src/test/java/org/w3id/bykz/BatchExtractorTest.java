package org.w3id.bykz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.Coverage;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

class BatchExtractorTest {

  private static List<SourceFile> files(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SourceFile(Path.of(Integer.toString(i)), Optional.empty()))
        .toList();
  }

  private static Extraction extraction(SourceFile file) {
    Document document = new Document(Source.of(file.path().toString()), Language.EN, "Text.");
    return new Extraction(document, List.of(), new Coverage(1, 0), List.of());
  }

  private static int number(SourceFile file) {
    return Integer.parseInt(file.path().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void handsOverInOrderAndNamesTheBad(int threads) throws Exception {
    List<String> done = new ArrayList<>();
    List<BatchExtractor.Refusal> refused =
        BatchExtractor.extract(
            files(500),
            threads,
            file -> {
              if (number(file) % 100 == 50) {
                throw new LoadException(file.path() + " is bad");
              }
              if (number(file) == 77) {
                throw new IllegalStateException("a defect");
              }
              if (number(file) % 37 == 0) {
                Thread.onSpinWait();
              }
              return extraction(file);
            },
            each -> done.add(each.document().id()));
    assertThat(done)
        .isEqualTo(
            IntStream.range(0, 500)
                .filter(i -> i % 100 != 50 && i != 77)
                .mapToObj(Integer::toString)
                .toList());
    assertThat(refused)
        .extracting(refusal -> refusal.file() + ": " + refusal.why().getMessage())
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
        files(1000),
        2,
        file -> {
          most.accumulateAndGet(held.incrementAndGet(), Math::max);
          return extraction(file);
        },
        each -> held.decrementAndGet());
    assertThat(most.get()).isLessThanOrEqualTo(17);
  }

  @Test
  void stopsWhenTheSinkFails() {
    AtomicInteger read = new AtomicInteger();
    assertThatThrownBy(
            () ->
                BatchExtractor.extract(
                    files(1000),
                    2,
                    file -> {
                      read.incrementAndGet();
                      return extraction(file);
                    },
                    each -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(read.get()).isLessThan(50);
  }
}
