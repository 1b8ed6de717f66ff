package org.w3id.bykz.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.text.Language;

/**
 * A thing that a vocabulary knows, a cue of a frame or a class of words, with the labels it goes
 * by. Two concepts of one {@link #id()} are equal.
 */
public final class Concept {

  private static final String UNLINKED = "unlinked";
  private static final Map<String, List<String>> OF_UNLINKED = Map.of(UNLINKED, List.of("true"));

  private final String kind;
  private final String key;
  private final String id;
  private final List<Label> labels;
  private final Map<String, List<String>> properties;

  /** Empty where it is not told. */
  private final String partOfSpeech;

  /** The {@link LabelNode#bit}s of the properties: most are asked for in vain. */
  private final long propertyBits;

  /**
   * @param kind first part of its IRI after {@code id/}, such as {@code region} or {@code cue}
   * @param key the rest of its IRI, such as {@code BY-HR}
   * @param properties values by the local name of the property; of things their {@code kind/key}
   */
  public Concept(
      String kind, String key, List<Label> labels, Map<String, List<String>> properties) {
    this(
        kind.intern(),
        key.intern(),
        kind + "/" + key,
        List.copyOf(labels),
        new HashMap<>(properties));
  }

  private Concept(
      String kind,
      String key,
      String id,
      List<Label> labels,
      Map<String, List<String>> properties) {
    this.kind = kind;
    this.key = key;
    this.id = id;
    this.labels = labels;
    this.properties = properties;
    long bits = 0;
    for (String property : properties.keySet()) {
      bits |= LabelNode.bit(property);
    }
    this.propertyBits = bits;
    this.partOfSpeech = value("partOfSpeech").orElse("");
  }

  /** A thing that no vocabulary has, known by the name that a text gives it. */
  public static Concept unlinked(String kind, String name, Language language) {
    Label label = new Label(name, language, Label.Form.PREFERRED);
    return new Concept(kind, name, kind + "/" + name, List.of(label), OF_UNLINKED);
  }

  /** What {@link #write} wrote. */
  public static Concept read(DataInput in) throws IOException {
    String kind = in.readUTF();
    String key = in.readUTF();
    Label[] labels = new Label[in.readInt()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Label.read(in);
    }
    Map<String, List<String>> properties = new HashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      properties.put(in.readUTF().intern(), readValues(in));
    }
    return new Concept(kind, key, List.of(labels), properties);
  }

  private static List<String> readValues(DataInput in) throws IOException {
    String[] values = new String[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readUTF();
    }
    return List.of(values);
  }

  public void write(DataOutput out) throws IOException {
    out.writeUTF(kind);
    out.writeUTF(key);
    out.writeInt(labels.size());
    for (Label label : labels) {
      label.write(out);
    }
    out.writeInt(properties.size());
    for (Map.Entry<String, List<String>> property : properties.entrySet()) {
      out.writeUTF(property.getKey());
      out.writeInt(property.getValue().size());
      for (String value : property.getValue()) {
        out.writeUTF(value);
      }
    }
  }

  public boolean isUnlinked() {
    return has(UNLINKED);
  }

  public String kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  /** {@code kind/key}, which no other concept has. */
  public String id() {
    return id;
  }

  public List<Label> labels() {
    return labels;
  }

  /** As in {@code verb}; empty where it is not told. */
  public String partOfSpeech() {
    return partOfSpeech;
  }

  public List<String> values(String property) {
    List<String> values = get(property);
    return values == null ? List.of() : values;
  }

  public Optional<String> value(String property) {
    List<String> values = get(property);
    return values == null ? Optional.empty() : Optional.of(values.get(0));
  }

  public boolean has(String property) {
    return get(property) != null;
  }

  /** Null where it has none. */
  private List<String> get(String property) {
    return (propertyBits & LabelNode.bit(property)) == 0 ? null : properties.get(property);
  }

  /** The preferred label in a language, if there is one. */
  public Optional<String> preferredLabel(Language language) {
    for (Label label : labels) {
      if (label.language() == language && label.form() == Label.Form.PREFERRED) {
        return Optional.of(label.text());
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof Concept concept && id.equals(concept.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + labels + properties;
  }
}
