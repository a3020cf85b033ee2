package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Networks merged to as few as possible. */
final class IpRanges {
  /**
   * Addresses side by side.
   *
   * @param text how the network was written, when it is still that one
   */
  private record Range(int size, BigInteger first, BigInteger last, String text) {}

  private static final Comparator<Range> ORDER =
      Comparator.comparingInt(Range::size).thenComparing(Range::last).thenComparing(Range::first);

  private IpRanges() {}

  static Value merge(BuiltinContext context, Value[] args) {
    List<Range> ranges = new ArrayList<>();
    Iterable<Value> elements;
    if (args[0] instanceof ArrayValue array) {
      elements = array;
    } else if (args[0] instanceof SetValue set) {
      elements = set;
    } else {
      throw BuiltinException.failed("operand must be an array");
    }
    for (Value element : elements) {
      context.build(1);
      if (!(element instanceof StringValue text)) {
        throw BuiltinException.failed("element must be string");
      }
      ranges.add(range(text.value()));
    }
    SetValue.Builder out = SetValue.builder();
    for (Range range : merged(ranges)) {
      if (range.text().isEmpty()) {
        split(context, range, out);
      } else {
        out.add(StringValue.of(range.text()));
      }
    }
    return out.build();
  }

  private static Range range(String text) {
    IpNetwork network = IpNetwork.asWritten(text);
    if (network != null) {
      return new Range(network.size(), network.first(), network.last(), network.text());
    }
    byte[] address = IpAddress.parse(text);
    if (address == null) {
      throw BuiltinException.failed("invalid CIDR address: " + text);
    }
    byte[] plain = IpAddress.unmapped(address);
    if (plain.length == IpAddress.V6) {
      throw BuiltinException.failed("IPv6 invalid: needs prefix length");
    }
    // An address alone stands for the network of its class.
    int first = plain[0] & 0xff;
    IpNetwork byClass = IpNetwork.of(plain, first < 128 ? 8 : first < 192 ? 16 : 24);
    return new Range(
        byClass.size(),
        byClass.first(),
        byClass.last(),
        IpAddress.text(plain) + "/" + byClass.prefix());
  }

  private static List<Range> merged(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(ORDER);
    List<Range> out = new ArrayList<>();
    for (Range range : sorted) {
      Range current = range;
      while (!out.isEmpty() && touches(out.get(out.size() - 1), current)) {
        Range before = out.remove(out.size() - 1);
        current =
            new Range(
                before.size(),
                before.first().min(current.first()),
                before.last().max(current.last()),
                "");
      }
      out.add(current);
    }
    return out;
  }

  private static boolean touches(Range before, Range range) {
    return before.size() == range.size()
        && before.last().add(BigInteger.ONE).compareTo(range.first()) >= 0;
  }

  private static void split(BuiltinContext context, Range range, SetValue.Builder out) {
    BigInteger at = range.first();
    while (at.compareTo(range.last()) <= 0) {
      context.work(1);
      BigInteger left = range.last().subtract(at).add(BigInteger.ONE);
      int free = left.bitLength() - 1;
      if (at.signum() != 0) {
        free = Math.min(free, at.getLowestSetBit());
      }
      free = Math.min(free, 8 * range.size());
      out.add(StringValue.of(new IpNetwork(range.size(), at, 8 * range.size() - free).text()));
      at = at.add(BigInteger.ONE.shiftLeft(free));
    }
  }
}
