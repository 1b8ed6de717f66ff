package org.w3id.bykz.spark;

import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;

/**
 * A source in a form that travels between machines.
 *
 * @param fields in the order of those of {@link Source}, null where there is none
 */
record PackedSource(List<String> fields) implements Serializable {

  static PackedSource of(Source source) {
    return new PackedSource(
        Arrays.asList(
            source.id(),
            source.title().orElse(null),
            source.publisher().orElse(null),
            source.publisherCountry().orElse(null),
            source.language().map(Language::name).orElse(null),
            source.issued().orElse(null),
            source.page().map(URI::toString).orElse(null)));
  }

  Source unpacked() {
    return new Source(
        fields.get(0),
        field(1),
        field(2),
        field(3),
        field(4).map(Language::valueOf),
        field(5),
        field(6).map(URI::create));
  }

  private Optional<String> field(int index) {
    return Optional.ofNullable(fields.get(index));
  }
}
