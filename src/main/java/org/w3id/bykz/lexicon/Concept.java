package org.w3id.bykz.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.text.Language;

/**
 * A thing that a vocabulary knows, a cue of a frame or a class of words, with the labels it goes
 * by.
 *
 * @param kind first part of its IRI after {@code id/}, such as {@code region} or {@code cue}
 * @param key the rest of its IRI, such as {@code BY-HR}
 * @param properties values by the local name of the property; of things their {@code kind/key}
 */
public record Concept(
    String kind, String key, List<Label> labels, Map<String, List<String>> properties) {

  public Concept {
    labels = List.copyOf(labels);
    properties = Map.copyOf(properties);
  }

  /** {@code kind/key}, which no other concept has. */
  public String id() {
    return kind + "/" + key;
  }

  public List<String> values(String property) {
    return properties.getOrDefault(property, List.of());
  }

  public Optional<String> value(String property) {
    List<String> values = values(property);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The preferred label in a language, if there is one. */
  public Optional<String> preferredLabel(Language language) {
    return labels.stream()
        .filter(label -> label.language() == language && label.form() == Label.Form.PREFERRED)
        .map(Label::text)
        .findFirst();
  }
}
