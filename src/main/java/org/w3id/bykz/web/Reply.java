package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer to a GET or HEAD.
 *
 * @param body text, sent in UTF-8
 * @param headers beside those that every answer has
 */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

  static Reply html(String template, Object content) {
    return new Reply(200, "text/html; charset=utf-8", Page.of(template, content), Map.of());
  }

  /** A sentence for a person, as plain text. */
  static Reply problem(int status, String sentence) {
    return new Reply(
        status, "text/plain; charset=utf-8", sentence + "\n", Map.of("Cache-Control", "no-store"));
  }

  Reply with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new Reply(status, contentType, body, all);
  }

  /** Writes it; a client that has it already gets 304 (RFC 9110, section 13.1.2). */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(response::setHeader);
    if (status == HttpServletResponse.SC_OK) {
      String tag = '"' + digest(bytes) + '"';
      response.setHeader("ETag", tag);
      response.setHeader("Cache-Control", "no-cache");
      if (isKnown(tag, request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private static boolean isKnown(String tag, String known) {
    if (known == null) {
      return false;
    }
    for (String each : known.split(",")) {
      String candidate = each.strip();
      // A proxy that compresses marks the tag as weak.
      if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
