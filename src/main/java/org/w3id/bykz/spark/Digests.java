package org.w3id.bykz.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;

/** Names that follow from content. */
final class Digests {

  private Digests() {}

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Each string counts with its length, so that no two lists are told alike. */
  static void add(MessageDigest digest, Object... parts) {
    for (Object part : parts) {
      byte[] bytes = String.valueOf(part).getBytes(UTF_8);
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }
  }
}
