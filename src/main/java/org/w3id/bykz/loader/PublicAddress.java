package org.w3id.bykz.loader;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells the addresses of the public Internet from those of machines, offices and providers. */
final class PublicAddress {

  /** Those of IANA's special-purpose registry that are not global, beside what Java knows. */
  private static final List<Block> SPECIAL =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("240.0.0.0", 4),
          Block.of("fc00::", 7),
          Block.of("100::", 64),
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("3fff::", 20),
          Block.of("5f00::", 16));

  /** The first bits of addresses that have one of IPv4 after them, and where. */
  private static final Block NAT64 = Block.of("64:ff9b::", 96);

  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
  private static final Block COMPATIBLE = Block.of("::", 96);

  /** The addresses that begin with the same bits as {@code first}. */
  private record Block(InetAddress first, int bits) {

    static Block of(String address, int bits) {
      return new Block(parse(address), bits);
    }

    boolean holds(InetAddress address) {
      byte[] ours = first.getAddress();
      byte[] others = address.getAddress();
      if (others.length != ours.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((ours[bit / 8] & mask) != (others[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || SPECIAL.stream().anyMatch(block -> block.holds(address))) {
      return false;
    }
    if (address instanceof Inet4Address) {
      return true;
    }
    if (NAT64.holds(address) || COMPATIBLE.holds(address)) {
      return isPublic(embedded(address, 12));
    }
    return !SIX_TO_FOUR.holds(address) || isPublic(embedded(address, 2));
  }

  private static InetAddress embedded(InetAddress address, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  /** A literal address: no name is looked up. */
  private static InetAddress parse(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
