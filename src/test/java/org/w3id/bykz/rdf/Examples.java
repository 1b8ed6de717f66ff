package org.w3id.bykz.rdf;

import java.math.BigDecimal;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.Source;
import org.w3id.bykz.text.Span;

/** Documents and claims made by hand. */
final class Examples {

  private Examples() {}

  static Document document(String id, String text) {
    return new Document(
        new Source(
            id,
            Optional.of("Milk and \"combines\" \uD83D\uDE9C"),
            Optional.of("Кол & Паведамленні"),
            Optional.of("BY"),
            Optional.of(Language.EN),
            Optional.of("2022-06-09"),
            Optional.of(URI.create("https://example.org/news/1"))),
        Language.EN,
        text);
  }

  static Claim claim(Document document, Frame frame, Map<Role, List<Value>> roles, String quote) {
    int from = document.text().indexOf(quote);
    return new Claim(
        document.id(),
        frame,
        roles,
        Modality.FACT,
        Polarity.POSITIVE,
        Optional.empty(),
        Span.ofUtf16(document.text(), from, from + quote.length()),
        quote,
        0.93,
        List.of("export-verb"));
  }

  static Map<Role, List<Value>> roles(Object... rolesAndValues) {
    Map<Role, List<Value>> roles = new EnumMap<>(Role.class);
    for (int i = 0; i < rolesAndValues.length; i += 2) {
      Role role = (Role) rolesAndValues[i];
      Value value = (Value) rolesAndValues[i + 1];
      roles.merge(
          role,
          List.of(value),
          (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
    }
    return roles;
  }

  static Value.Entity known(Value.Kind kind, String key, String label) {
    return new Value.Entity(kind, key, label, Language.EN, true);
  }

  static Value.Entity unknown(Value.Kind kind, String name) {
    return new Value.Entity(kind, name, name, Language.EN, false);
  }

  static Value.Quantity number(String number) {
    return new Value.Quantity(new BigDecimal(number));
  }
}
