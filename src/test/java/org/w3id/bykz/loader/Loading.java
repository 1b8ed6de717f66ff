package org.w3id.bykz.loader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.LanguageDetector;
import org.w3id.bykz.text.Source;

/** Files of a test's folder, and what they are loaded as. */
record Loading(Path folder) {

  private static final DocumentLoader LOADER = new DocumentLoader(new LanguageDetector());

  Path file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /** The documents of a file, and the sentences that refuse the others, in one order. */
  static List<Object> all(Path file, Optional<Source> known) throws IOException {
    List<Object> all = new ArrayList<>();
    try (Articles articles = DocumentLoader.articles(file, known)) {
      while (articles.hasNext()) {
        try {
          all.add(LOADER.document(articles.next()));
        } catch (LoadException e) {
          all.add(e.getMessage());
        }
      }
    }
    return all;
  }

  static List<Object> all(Path file) throws IOException {
    return all(file, Optional.empty());
  }

  /** The documents' ids with the first words of their texts, or the refusals, for short. */
  static List<String> brief(Path file) throws IOException {
    return all(file).stream()
        .map(
            each ->
                each instanceof Document document
                    ? document.id() + ": " + document.text()
                    : each.toString().replace(file.toString(), "FILE"))
        .toList();
  }

  /** The only document of a file. */
  static Document only(Path file) throws IOException {
    List<Object> all = all(file);
    if (all.size() == 1 && all.get(0) instanceof Document document) {
      return document;
    }
    throw new AssertionError("Not one document but " + all);
  }
}
