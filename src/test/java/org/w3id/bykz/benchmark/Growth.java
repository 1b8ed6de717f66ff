package org.w3id.bykz.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.w3id.bykz.Extraction;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.Version;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.DocumentLoader;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.rdf.QuadWriter;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/**
 * Shows that no text, however it is made, takes time that grows faster than the text: reads each of
 * some hostile kinds in one size and in four times that, to quads, and prints by how much the time
 * grew. Run by {@code .ci/growth}; exits with 1 where a kind takes more than ten times as long.
 */
public final class Growth {

  private static final int MOST = 10;

  /** Times below this tell nothing. */
  private static final double LEAST_SECONDS = 0.15;

  private static final String CLAIM =
      "In 2023 the trade between Grodno Oblast and Kazakhstan amounted to $22.4 million. ";

  private static final Map<String, IntFunction<String>> TEXTS = new LinkedHashMap<>();
  private static final Map<String, IntFunction<String>> FILES = new LinkedHashMap<>();

  static {
    TEXTS.put("claims, a sentence a claim", repeated(CLAIM));
    TEXTS.put("claims, a paragraph each", repeated(CLAIM + "\n\n"));
    TEXTS.put("one sentence of many words", repeated("the very long trade of Belarus "));
    TEXTS.put("one sentence of many parties", repeated("Grodno Oblast, Kostanay Region, "));
    TEXTS.put("one sentence of many goods", repeated("milk, tractors and meat to Kazakhstan "));
    TEXTS.put(
        "one sentence of many figures", repeated("exported 22.4 million tonnes in 2023 and "));
    TEXTS.put("one sentence of many meetings", repeated("the minister of Belarus met and said "));
    TEXTS.put("many persons", repeated("Ivan Petrov said. He met Aidar Seitov. "));
    TEXTS.put("a word of many letters", repeated("a"));
    TEXTS.put("a number of many digits", repeated("12"));
    TEXTS.put("digits with separators", repeated("1,234."));
    TEXTS.put("full stops", repeated("."));
    TEXTS.put("abbreviations", repeated("U.S. Mr. e.g. "));
    TEXTS.put("initials", repeated("A. B. "));
    TEXTS.put("open quotations", repeated("“he said "));
    TEXTS.put("open brackets", repeated("("));
    TEXTS.put("nested brackets", size -> "(a ".repeat(size / 6) + "b) ".repeat(size / 6));
    TEXTS.put("quotation marks", repeated("\" "));
    TEXTS.put("dashes", repeated("a - "));
    TEXTS.put("commas", repeated("Minsk, "));
    TEXTS.put("line breaks", repeated("Minsk\n"));
    TEXTS.put("list items", repeated("- milk;\n"));
    TEXTS.put("hyphens", repeated("a-"));
    TEXTS.put("ats", repeated("a@"));
    TEXTS.put("addresses", repeated("www.a.by/"));
    TEXTS.put("combining marks", repeated("\u0301"));
    TEXTS.put("marks from right to left", repeated("\u202Ea\u200F "));
    TEXTS.put("families", repeated("👨‍👩‍👧 "));
    TEXTS.put("capitals", repeated("Lida "));
    TEXTS.put("months", repeated("5 March "));
    TEXTS.put("years", repeated("2021-2024, "));
    TEXTS.put("and", repeated("and "));
    TEXTS.put("белорусы", repeated("Гродненская область поставляет молоко в Казахстан, "));
    TEXTS.put(
        "deutsch", repeated("die Ausfuhr von Belarus nach Kasachstan betrug 5 Mio. Dollar und "));
    FILES.put("page: paragraphs", page("<p>" + CLAIM + "</p>"));
    FILES.put("page: open elements", page("<div>a "));
    FILES.put("page: open formatting", page("<b><i>a "));
    FILES.put("page: nested lists", page("<ul><li>a "));
    FILES.put("page: tables", page("<table><tr><td>a "));
    FILES.put("page: headers", page("<header class='nav'>a "));
    FILES.put("page: headings", page("<h1>a</h1>"));
    FILES.put("page: line breaks", page("a<br>"));
    FILES.put(
        "page: attributes", size -> "<html><body><p " + "a=b ".repeat(size / 4) + ">" + CLAIM);
    FILES.put("page: entities", page("&amp;"));
    FILES.put("page: comments", page("<!--"));
    FILES.put("page: angle brackets", page("<"));
    FILES.put("page: bodies", page("<p itemprop='articleBody'>a "));
    FILES.put("page: data", page("<script type='application/ld+json'>{\"a\":[</script>"));
    FILES.put("lines: rows", rows("{\"text\": \"" + CLAIM + "\"}\n"));
    FILES.put("lines: brackets", size -> "{\"text\": " + "[".repeat(size) + "\n");
    FILES.put("table: rows", size -> "text,id\n" + (CLAIM + ",\n").repeat(size / 84));
    FILES.put("table: quotes", size -> "text,id\n" + "\"\"".repeat(size / 2));
    FILES.put(
        "archive: line breaks",
        size -> "WARC/1.0\r\nContent-Length: 0\r\n\r\n" + "\r\n".repeat(size / 2));
    FILES.put("archive: records", rows("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"));
  }

  private static IntFunction<String> repeated(String piece) {
    return size -> piece.repeat(Math.max(1, size / piece.getBytes(UTF_8).length));
  }

  private static IntFunction<String> page(String piece) {
    return size -> "<html><body>" + repeated(piece).apply(size);
  }

  private static IntFunction<String> rows(String piece) {
    return repeated(piece);
  }

  private final Pipeline pipeline;
  private final Path file;
  private boolean grew;

  private Growth(Pipeline pipeline, Path file) {
    this.pipeline = pipeline;
    this.file = file;
  }

  /** Takes the smaller size, in bytes; 250,000 without it. */
  public static void main(String[] arguments) throws IOException {
    int size = arguments.length == 0 ? 250_000 : Integer.parseInt(arguments[0]);
    Path file = Files.createTempFile("bykz-growth", "");
    try {
      Growth growth = new Growth(Pipeline.bundled(), file);
      growth.warmUp();
      System.out.printf("%-32s %9s %9s %6s%n", "", size + " B", 4 * size + " B", "times");
      TEXTS.forEach((name, text) -> growth.show(name, text, size));
      FILES.forEach((name, text) -> growth.show(name, text, size));
      System.exit(growth.grew ? 1 : 0);
    } finally {
      Files.delete(file);
    }
  }

  private void warmUp() {
    for (int i = 0; i < 20; i++) {
      TEXTS.values().forEach(text -> seconds(text.apply(3_000)));
    }
  }

  private void show(String name, IntFunction<String> text, int size) {
    double small = Math.min(seconds(text.apply(size)), seconds(text.apply(size)));
    double large = Math.min(seconds(text.apply(4 * size)), seconds(text.apply(4 * size)));
    double times = large / Math.max(small, LEAST_SECONDS / 4);
    grew |= times > MOST;
    System.out.printf(
        "%-32s %8.3fs %8.3fs %6.1f%s%n", name, small, large, times, times > MOST ? "  !" : "");
  }

  private double seconds(String text) {
    try {
      Files.writeString(file, text);
      Source known =
          new Source(
              "7",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(language(text)),
              Optional.empty(),
              Optional.empty());
      long start = System.nanoTime();
      try (Articles articles = DocumentLoader.articles(file, Optional.of(known));
          QuadWriter quads = QuadWriter.of(OutputStream.nullOutputStream(), Version.CURRENT)) {
        while (articles.hasNext()) {
          read(articles, quads);
        }
      }
      return (System.nanoTime() - start) / 1e9;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void read(Articles articles, QuadWriter quads) {
    try {
      Extraction extraction = pipeline.read(articles.next());
      extraction.writeTo(quads);
    } catch (LoadException e) {
      // a refusal is an answer too
    }
  }

  private static Language language(String text) {
    return text.startsWith("Г") ? Language.RU : text.startsWith("die") ? Language.DE : Language.EN;
  }
}
