package org.w3id.bykz.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By what a client knows whether it has an answer already (RFC 9110, sections 8.8 and 13).
 *
 * @param tag an ETag, quotes included
 * @param modified when it last became what it is, as far as known
 */
record Validator(String tag, Optional<Instant> modified) {

  /** The one whose tag is a digest of what the answer is, or is made of. */
  static Validator of(String content) {
    return new Validator(
        '"' + digest(content.getBytes(StandardCharsets.UTF_8)) + '"', Optional.empty());
  }

  Validator since(Instant moment) {
    // HTTP dates have seconds.
    return new Validator(tag, Optional.of(moment.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Tells the client. */
  void mark(HttpServletResponse response) {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    modified.ifPresent(moment -> response.setDateHeader("Last-Modified", moment.toEpochMilli()));
  }

  /** Whether the client has it; a date counts only where it sends no tag. */
  boolean isKnownTo(HttpServletRequest request) {
    String known = request.getHeader("If-None-Match");
    if (known != null) {
      return hasTag(known);
    }
    try {
      long since = request.getDateHeader("If-Modified-Since");
      return modified.filter(moment -> moment.toEpochMilli() <= since).isPresent();
    } catch (IllegalArgumentException e) {
      // Not a date: as if it were not there (section 13.1.3).
      return false;
    }
  }

  private boolean hasTag(String known) {
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
