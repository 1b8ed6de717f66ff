package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.bykz.view.Sheet;

/**
 * An answer to a GET or HEAD.
 *
 * @param body text, sent in UTF-8
 * @param headers beside those that every answer has
 * @param published when the data that it tells were published, where it tells data
 */
record Reply(
    int status,
    String contentType,
    String body,
    Map<String, String> headers,
    Optional<Instant> published) {

  Reply(int status, String contentType, String body, Map<String, String> headers) {
    this(status, contentType, body, headers, Optional.empty());
  }

  /** A page. */
  static Reply html(String template, Sheet sheet, Object content) {
    return new Reply(200, "text/html; charset=utf-8", Page.of(template, sheet, content), Map.of());
  }

  /** A sentence for a person, as plain text. */
  static Reply problem(int status, String sentence) {
    return new Reply(
        status, "text/plain; charset=utf-8", sentence + "\n", Map.of("Cache-Control", "no-store"));
  }

  Reply with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new Reply(status, contentType, body, all, published);
  }

  Reply status(int other) {
    return new Reply(other, contentType, body, headers, published);
  }

  Reply published(Instant moment) {
    return new Reply(status, contentType, body, headers, Optional.of(moment));
  }

  /** Writes it; a client that has it already gets 304. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // Added, since Vary may have a value already.
    headers.forEach(response::addHeader);
    if (contentType.startsWith("text/html")) {
      // As Readers finds out the language.
      response.addHeader("Vary", "Accept-Language, Cookie");
    }
    if (status == HttpServletResponse.SC_OK) {
      Validator validator = validator();
      validator.mark(response);
      if (validator.isKnownTo(request)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private Validator validator() {
    Validator validator = Validator.of(body);
    return published.map(validator::since).orElse(validator);
  }
}
