package org.w3id.bykz.query;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.http.auth.AuthChallenge;
import org.apache.jena.http.auth.AuthEnv;
import org.w3id.bykz.store.UsageException;

/**
 * By whom a service elsewhere is asked or written to. They come from the environment, where other
 * users of the machine do not see them, and stand in no message.
 *
 * @param user empty if the password is a token
 */
public record Credentials(String user, String password) {

  public static final String USER = "BYKZ_USER";
  public static final String PASSWORD = "BYKZ_PASSWORD";

  /** Empty if the environment names none. */
  public static Optional<Credentials> of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(PASSWORD))
        .map(password -> new Credentials(environment.getOrDefault(USER, ""), password));
  }

  boolean isToken() {
    return user.isEmpty();
  }

  /** Lets the queries of this process that go to a service carry them. */
  public void useAt(URI service) {
    if (isToken()) {
      AuthEnv.get().setBearerToken(service.toString(), password);
    } else {
      AuthEnv.get().registerUsernamePassword(service, user, password);
    }
  }

  /** What a request carries before it was asked for anything. */
  public Optional<String> unasked() {
    return isToken() ? Optional.of("Bearer " + password) : Optional.empty();
  }

  /**
   * What a request carries where it was asked who it is from (RFC 7617, RFC 7616); empty if there
   * is no answer to that.
   *
   * @param number of the answers to this challenge, from 1
   */
  public Optional<String> answer(AuthChallenge challenge, String method, URI uri, int number) {
    if (isToken()) {
      return Optional.empty();
    }
    return switch (challenge.authScheme) {
      case BASIC -> Optional.of("Basic " + base64(user + ":" + password));
      case DIGEST -> Optional.of(digest(challenge, method, uri, number));
      default -> Optional.empty();
    };
  }

  private String digest(AuthChallenge challenge, String method, URI uri, int number) {
    String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    String count = "%08x".formatted(number);
    String nonce = UUID.randomUUID().toString();
    String algorithm = challenge.authParams.getOrDefault("algorithm", "MD5");
    String response =
        hash(
            algorithm,
            "%s:%s:%s:%s:auth:%s"
                .formatted(
                    hash(algorithm, user + ":" + challenge.realm + ":" + password),
                    challenge.nonce,
                    count,
                    nonce,
                    hash(algorithm, method + ":" + target)));
    String opaque = challenge.opaque == null ? "" : ", opaque=\"%s\"".formatted(challenge.opaque);
    return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", qop=auth, nc=%s,"
            + " cnonce=\"%s\", response=\"%s\", algorithm=%s%s")
        .formatted(
            user,
            challenge.realm,
            challenge.nonce,
            target,
            count,
            nonce,
            response,
            algorithm,
            opaque);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new UsageException("The store asks for credentials by " + algorithm, e);
    }
  }

  /** Does not tell the password. */
  @Override
  public String toString() {
    return user;
  }
}
