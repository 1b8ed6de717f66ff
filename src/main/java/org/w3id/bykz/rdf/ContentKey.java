package org.w3id.bykz.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.Role;
import org.w3id.bykz.claim.Value;
import org.w3id.bykz.text.Sha256;

/**
 * Keys made of what they stand for: the first ten hexadecimal digits of the SHA-256 of the content.
 * The order in which a text names several parties does not matter, nor do confidence and the rules
 * that found a claim: a better extractor finds the same claim under the same key.
 */
final class ContentKey {

  private static final int DIGITS = 10;
  private static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);
  private static final List<Role> ROLES_BY_NAME =
      Arrays.stream(Role.values()).sorted(Comparator.comparing(Role::key)).toList();

  /** One a thread, as finding it costs more than using it; a digest leaves it as it was. */
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sha256::begin);

  private ContentKey() {}

  static String of(String content) {
    byte[] digest = SHA_256.get().digest(content.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
  }

  /** What a claim says, how, and where it is said; not in which source. */
  static String of(Claim claim) {
    StringBuilder content = new StringBuilder(256);
    part(content, claim.frame().key());
    roles(content, claim, ALL_ROLES);
    part(content, claim.modality().key());
    part(content, claim.polarity().key());
    part(content, claim.attributedTo().map(ContentKey::canonical).orElse(""));
    part(content, Integer.toString(claim.span().start()));
    part(content, Integer.toString(claim.span().end()));
    return of(content.toString());
  }

  /** What the claim says in some of its roles, whoever says it and wherever. */
  static String of(Claim claim, Collection<Role> identifying) {
    StringBuilder content = new StringBuilder(256);
    part(content, claim.frame().key());
    roles(content, claim, identifying);
    return of(content.toString());
  }

  private static void roles(StringBuilder content, Claim claim, Collection<Role> roles) {
    for (Role role : ROLES_BY_NAME) {
      List<Value> values = claim.values(role);
      if (values.isEmpty() || !roles.contains(role)) {
        continue;
      }
      part(content, role.key());
      if (values.size() == 1) {
        part(content, canonical(values.get(0)));
      } else {
        List<String> sorted = new ArrayList<>(values.size());
        for (Value value : values) {
          sorted.add(canonical(value));
        }
        sorted.sort(null);
        String last = "";
        for (String value : sorted) {
          if (!value.equals(last)) {
            part(content, value);
          }
          last = value;
        }
      }
    }
  }

  /** Length first, so that no two different lists of parts read the same. */
  private static void part(StringBuilder content, String part) {
    content.append(part.length()).append(':').append(part);
  }

  static String canonical(Value value) {
    if (value instanceof Value.Entity entity) {
      return Iris.entity(entity).stringValue();
    } else if (value instanceof Value.Date date) {
      return "date " + date.edtf();
    } else if (value instanceof Value.Quantity quantity) {
      return "number " + plain(quantity.number());
    } else if (value instanceof Value.Text text) {
      return "text " + text.text();
    }
    throw new IllegalArgumentException("Not a kind of value that has a key: " + value);
  }

  /** The same number in the same letters: no exponent, no zeros at the end. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
