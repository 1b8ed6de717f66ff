package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.text.Source;

/**
 * Articles of 2.5 KB in English, German and Russian by turns: texts of the extractor's test cases
 * in an order that a seed gives. Nearly every sentence makes a claim, so that reading them costs
 * more than reading news does.
 */
public final class BenchmarkArticles {

  private static final Path CASES = Path.of("src/test/resources/org/w3id/bykz/claim/cases");
  private static final int BYTES = 2_500;
  private static final long SEED = 20_261_121;

  private BenchmarkArticles() {}

  /** So many texts. */
  public static List<String> texts(int count) throws IOException {
    List<List<String>> cases = new ArrayList<>();
    for (String language : List.of("en", "de", "ru")) {
      cases.add(cases(language));
    }
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(cases.get(i % cases.size()), random));
    }
    return texts;
  }

  private static List<String> cases(String language) throws IOException {
    List<String> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith("." + language + ".txt")) {
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("> "))
              .forEach(line -> cases.add(line.substring(2).replace(" | ", "\n\n")));
        }
      }
    }
    return cases;
  }

  private static String text(List<String> cases, Random random) {
    StringBuilder text = new StringBuilder();
    for (int bytes = 0; bytes < BYTES; ) {
      String next = cases.get(random.nextInt(cases.size()));
      text.append(next).append("\n\n");
      bytes += next.getBytes(UTF_8).length + 2;
    }
    return text.toString();
  }

  /** The texts over and over, until there are so many. */
  static Articles repeated(List<String> texts, long count) {
    return new Articles() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public Article next() {
        String text = texts.get((int) (next % texts.size()));
        Source source = Source.of(Long.toString(next++));
        return new Article(source.id(), () -> new Article.Loaded(source, text, Optional.empty()));
      }

      @Override
      public void close() {}
    };
  }
}
