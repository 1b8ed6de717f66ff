package org.w3id.bykz.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** JSON as maps, lists and strings; numbers and truth values as they are written, null left out. */
final class Json {

  private static final int DEEPEST = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private Json() {}

  /** The value that is all of {@code text}; empty if that is null. */
  static Optional<Object> read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {

      parser.nextToken();
      Optional<Object> value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more follows after the first value");
      }
      return value;
    }
  }

  private static Optional<Object> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("there is no value");
    }
    return switch (token) {
      case START_OBJECT -> Optional.of(object(parser));
      case START_ARRAY -> Optional.of(array(parser));
      case VALUE_NULL -> Optional.empty();
      default -> Optional.of(parser.getText());
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(parser).ifPresent(value -> object.put(name, value));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser).ifPresent(array::add);
    }
    return array;
  }

  /** The member {@code name} of {@code value}, if that is an object that has one. */
  static Optional<Object> member(Object value, String name) {
    return value instanceof Map<?, ?> object
        ? Optional.ofNullable(object.get(name))
        : Optional.empty();
  }

  /**
   * What a person would take {@code value} for: a text itself, an object by its name, of several
   * the first; never blank.
   */
  static Optional<String> text(Object value) {
    if (value instanceof String text) {
      return Optional.of(text).filter(Predicate.not(String::isBlank));
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(each -> text(each).stream()).findFirst();
    }
    return member(value, "name").flatMap(Json::text);
  }
}
