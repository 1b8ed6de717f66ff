package org.w3id.bykz.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimLines;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Modality;
import org.w3id.bykz.claim.Polarity;
import org.w3id.bykz.text.Span;

/**
 * A claim as a line of JSON tells it, a reader's or the extractor's: names are texts here, whatever
 * they name.
 *
 * @param optional whether a reader may leave it out
 */
public record ClaimLine(
    String document,
    Frame frame,
    Map<String, Filler> roles,
    String modality,
    String polarity,
    Optional<String> attributedTo,
    String quote,
    Span span,
    boolean optional) {

  private static final JsonFactory FACTORY = new JsonFactory();

  public ClaimLine {
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
  }

  /** The extractor's claims, as it writes them. */
  public static List<ClaimLine> of(List<Claim> claims) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ClaimLines lines = new ClaimLines(out)) {
      for (Claim claim : claims) {
        lines.write(claim);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).lines().map(ClaimLine::parse).toList();
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no claim; the message says why
   */
  public static ClaimLine parse(String line) {
    try (JsonParser json = FACTORY.createParser(line)) {
      return new Parser(json).claim();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClaimLine with(Map<String, Filler> others) {
    return new ClaimLine(
        document, frame, others, modality, polarity, attributedTo, quote, span, optional);
  }

  private static final class Parser {

    private final JsonParser json;
    private final Map<String, Filler> roles = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();
    private boolean optional;
    private boolean hasRoles;

    Parser(JsonParser json) {
      this.json = json;
    }

    ClaimLine claim() throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("it is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        field(json.currentName(), json.nextToken());
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IllegalArgumentException("it is more than one JSON object");
      }
      if (!hasRoles) {
        throw new IllegalArgumentException("it has no \"roles\"");
      }
      return new ClaimLine(
          text("doc"),
          frame(text("frame")),
          roles,
          oneOf("modality", texts.get("modality"), keys(Modality.values(), Modality::key)),
          oneOf("polarity", texts.get("polarity"), keys(Polarity.values(), Polarity::key)),
          Optional.ofNullable(texts.get("attributed_to")),
          text("quote"),
          span(),
          optional);
    }

    private static <T> List<String> keys(T[] values, java.util.function.Function<T, String> key) {
      return Arrays.stream(values).map(key).toList();
    }

    private void field(String name, JsonToken token) throws IOException {
      if (name.equals("roles") && token == JsonToken.START_OBJECT) {
        roles();
      } else if (name.equals("optional")) {
        optional = token == JsonToken.VALUE_TRUE;
      } else if (token == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(name, json.getIntValue());
      } else {
        json.skipChildren();
      }
    }

    private void roles() throws IOException {
      hasRoles = true;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String role = json.currentName();
        json.nextToken();
        filler().ifPresent(filler -> roles.put(role, filler));
      }
    }

    /** Empty for null, an empty text and an empty list, which fill nothing. */
    private Optional<Filler> filler() throws IOException {
      return switch (json.currentToken()) {
        case VALUE_STRING ->
            Optional.of(json.getText()).filter(t -> !t.isEmpty()).map(Filler.Name::new);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            Optional.of(new Filler.Amount(new BigDecimal(json.getText())));
        case VALUE_TRUE, VALUE_FALSE -> Optional.of(new Filler.Name(json.getText()));
        case START_ARRAY -> several();
        case VALUE_NULL -> Optional.empty();
        default -> throw new IllegalArgumentException("a role holds an object");
      };
    }

    private Optional<Filler> several() throws IOException {
      List<Filler> fillers = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        filler().ifPresent(fillers::add);
      }
      return fillers.isEmpty() ? Optional.empty() : Optional.of(new Filler.Several(fillers));
    }

    private String text(String field) {
      String text = texts.get(field);
      if (text == null || text.isEmpty()) {
        throw new IllegalArgumentException("it has no \"" + field + "\"");
      }
      return text;
    }

    private static Frame frame(String key) {
      return Frame.of(key)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "there is no frame \"%s\"; there are %s"
                          .formatted(key, String.join(", ", keys(Frame.values(), Frame::key)))));
    }

    /** The first is the rule, which a line need not tell. */
    private static String oneOf(String field, String text, List<String> known) {
      if (text == null) {
        return known.get(0);
      }
      if (!known.contains(text)) {
        throw new IllegalArgumentException(
            "its " + field + " is \"" + text + "\"; it may be " + String.join(", ", known));
      }
      return text;
    }

    private Span span() {
      Integer start = numbers.get("start");
      Integer end = numbers.get("end");
      if (start == null || end == null || start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "its \"start\" and \"end\" should be the offsets of the quote, not "
                + start
                + " and "
                + end);
      }
      return new Span(start, end);
    }
  }
}
