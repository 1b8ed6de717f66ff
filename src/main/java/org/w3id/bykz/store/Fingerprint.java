package org.w3id.bykz.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * What a set of statements is known by: the sum, modulo 2^64, of the first eight bytes of SHA-256
 * of each statement's line in N-Quads (UTF-8, without the line's end). So it does not depend on the
 * order, can be kept while statements come and go, and is computed from a dump in a few lines of
 * any language. Each statement counts, also one that is added twice.
 */
public final class Fingerprint {

  private static final int DIGITS = 12;

  private final MessageDigest sha = sha256();
  private long sum;
  private long count;

  public Fingerprint() {
    this(0);
  }

  Fingerprint(long sum) {
    this.sum = sum;
  }

  public void add(Quad quad) {
    sum += hash(quad);
    count++;
  }

  void remove(Quad quad) {
    sum -= hash(quad);
    count--;
  }

  private long hash(Quad quad) {
    String line = NodeFmtLib.strNQ(quad);
    return ByteBuffer.wrap(sha.digest(line.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** How many statements were added. */
  public long count() {
    return count;
  }

  long sum() {
    return sum;
  }

  /** Its first twelve hexadecimal digits. */
  public String version() {
    return "%016x".formatted(sum).substring(0, DIGITS);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
