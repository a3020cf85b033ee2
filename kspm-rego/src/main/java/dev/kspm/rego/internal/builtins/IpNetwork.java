package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A network: its first address and the length of its prefix.
 *
 * @param size 4 or 16 bytes
 * @param first the first address as number
 * @param prefix how many bits all addresses have in common
 */
record IpNetwork(int size, BigInteger first, int prefix) {
  /** Reads an address and a prefix; an IPv4 network that is written as IPv6 becomes one of IPv4. */
  static IpNetwork parse(String text) {
    IpNetwork network = parseOrNull(text);
    if (network == null) {
      throw BuiltinException.failed("invalid CIDR address: " + text);
    }
    return network;
  }

  static @Nullable IpNetwork parseOrNull(String text) {
    IpNetwork written = asWritten(text);
    return written == null ? null : written.unmapped();
  }

  /** Reads a network and leaves IPv6 as it is. */
  static @Nullable IpNetwork asWritten(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    byte[] address = IpAddress.parse(text.substring(0, slash));
    String digits = text.substring(slash + 1);
    if (address == null
        || digits.isEmpty()
        || digits.length() > 8
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int prefix = Integer.parseInt(digits);
    return prefix > 8 * address.length ? null : of(address, prefix);
  }

  static IpNetwork of(byte[] address, int prefix) {
    int free = 8 * address.length - prefix;
    BigInteger first = new BigInteger(1, address).shiftRight(free).shiftLeft(free);
    return new IpNetwork(address.length, first, prefix);
  }

  private IpNetwork unmapped() {
    byte[] plain = IpAddress.unmapped(address(first));
    return plain.length == size
        ? this
        : new IpNetwork(plain.length, new BigInteger(1, plain), Math.max(0, prefix - 96));
  }

  BigInteger last() {
    return first.add(BigInteger.ONE.shiftLeft(8 * size - prefix)).subtract(BigInteger.ONE);
  }

  boolean contains(IpNetwork other) {
    return contains(other.size, other.first) && contains(other.size, other.last());
  }

  boolean contains(byte[] address) {
    byte[] plain = IpAddress.unmapped(address);
    return contains(plain.length, new BigInteger(1, plain));
  }

  boolean contains(int otherSize, BigInteger address) {
    return size == otherSize && first.compareTo(address) <= 0 && address.compareTo(last()) <= 0;
  }

  boolean intersects(IpNetwork other) {
    return contains(other.size, other.first) || other.contains(size, first);
  }

  byte[] address(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] out = new byte[size];
    int count = Math.min(size, digits.length);
    System.arraycopy(digits, digits.length - count, out, size - count, count);
    return out;
  }

  String text() {
    IpNetwork plain = unmapped();
    return IpAddress.text(plain.address(plain.first)) + "/" + plain.prefix;
  }
}
