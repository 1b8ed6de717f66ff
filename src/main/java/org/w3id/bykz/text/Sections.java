package org.w3id.bykz.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of {@code ontology/text/}: entries under headings in brackets. {@code
 * ontology/text/README.md} says how it is written.
 */
record Sections(String file, Map<String, List<String>> entries) {

  private static final String FOLDER = "/ontology/text/";

  static Sections read(String file) {
    try (InputStream stream = Sections.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("The program's file " + FOLDER + file + " is missing");
      }
      return parse(file, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the program's file " + FOLDER + file, e);
    }
  }

  static Sections parse(String file, BufferedReader lines) throws IOException {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    List<String> section = null;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      if (content.startsWith("[") && content.endsWith("]")) {
        section =
            entries.computeIfAbsent(
                content.substring(1, content.length() - 1).strip(), name -> new ArrayList<>());
      } else if (section == null) {
        throw new IllegalStateException(
            file + ", line " + number + ": an entry before the first [section]: " + content);
      } else {
        for (String entry : content.split(",")) {
          if (!entry.isBlank()) {
            section.add(entry.strip());
          }
        }
      }
    }
    return new Sections(file, entries);
  }

  /** The entries as written; none if there is no such section. */
  List<String> list(String section) {
    return entries.getOrDefault(section, List.of());
  }

  /** The entries in folded form. */
  Set<String> folded(String section) {
    return list(section).stream()
        .map(Tokenizer::fold)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
