package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** IP addresses and networks. */
final class Networks {
  private static final int MOST_FREE_BITS = 40;
  private static final long MOST_ADDRESSES = 1L << MOST_FREE_BITS;
  private static final int CELLS_OF_ADDRESS = 4;

  private Networks() {}

  static void define(Definitions in) {
    in.category("net");
    in.function(
        "net.cidr_contains",
        "(cidr: string, cidr_or_ip: string) => result: boolean",
        "Whether a network contains an address or another network.",
        Networks::contains);
    in.function(
        "net.cidr_contains_matches",
        "(cidrs: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>, cidrs_or_ips: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>) => output: set[array<any, any>]",
        "The pairs of which one network contains the other.",
        Networks::containsMatches);
    in.function(
        "net.cidr_expand",
        "(cidr: string) => hosts: set[string]",
        "The addresses of a network.",
        Networks::expand);
    in.function(
        "net.cidr_intersects",
        "(cidr1: string, cidr2: string) => result: boolean",
        "Whether two networks share addresses.",
        Networks::intersects);
    in.function(
        "net.cidr_is_valid",
        "(cidr: string) => result: boolean",
        "Whether a string is a network.",
        Networks::isValid);
    in.function(
        "net.cidr_merge",
        "(addrs: any<array[any<string>], set[string]>) => output: set[string]",
        "The fewest networks with the same addresses.",
        IpRanges::merge);
    in.deprecated()
        .function(
            "net.cidr_overlap",
            "(string, string) => boolean",
            "Whether a network contains an address or another network.",
            Networks::contains);
    in.nondeterministic()
        .missing(
            "net.lookup_ip_addr",
            "(name: string) => addrs: set[string]",
            "The addresses of a host name.");
  }

  private static Value contains(BuiltinContext context, Value[] args) {
    String network = Operands.string(args, 1);
    IpNetwork all = IpNetwork.parse(network);
    return BooleanValue.of(contains(all, second(args)));
  }

  /** The second argument; OPA's message calls it the first. */
  private static String second(Value[] args) {
    if (args[1] instanceof StringValue text) {
      return text.value();
    }
    throw Operands.wrong(1, "string", args[1]);
  }

  private static boolean contains(IpNetwork all, String addressOrNetwork) {
    byte[] address = IpAddress.parse(addressOrNetwork);
    if (address != null) {
      return all.contains(address);
    }
    IpNetwork some = IpNetwork.parseOrNull(addressOrNetwork);
    if (some == null) {
      throw BuiltinException.failed(
          "not a valid textual representation of an IP address or CIDR: " + addressOrNetwork);
    }
    return all.contains(some);
  }

  /** An element of a collection of networks, and what the result calls it. */
  private record Member(Value key, Value value) {}

  private static List<Member> members(BuiltinContext context, Value collection) {
    List<Member> members = new ArrayList<>();
    if (collection instanceof StringValue) {
      members.add(new Member(collection, collection));
    } else if (collection instanceof ArrayValue array) {
      context.build(array.size());
      for (int i = 0; i < array.size(); i++) {
        members.add(new Member(NumberValue.of(i), array.get(i)));
      }
    } else if (collection instanceof SetValue set) {
      context.build(set.size());
      set.forEach(element -> members.add(new Member(element, element)));
    } else if (collection instanceof ObjectValue object) {
      context.build(object.size());
      object.forEach((key, value) -> members.add(new Member(key, value)));
    }
    return members;
  }

  private static String network(int position, Value value) {
    Value text = value instanceof ArrayValue array && array.size() > 0 ? array.get(0) : value;
    if (text instanceof StringValue string) {
      return string.value();
    } else if (text != value) {
      throw Operands.wrong(1, "string", text);
    }
    throw BuiltinException.failed(
        "operand " + position + ": element must be string or non-empty array");
  }

  private static Value containsMatches(BuiltinContext context, Value[] args) {
    List<Member> networks = members(context, args[0]);
    List<Member> addresses = members(context, args[1]);
    SetValue.Builder out = SetValue.builder();
    for (Member network : networks) {
      for (Member address : addresses) {
        context.work(4);
        String all = network(1, network.value());
        String some = network(2, address.value());
        if (contains(IpNetwork.parse(all), some)) {
          context.build(3);
          out.add(ArrayValue.of(network.key(), address.key()));
        }
      }
    }
    return out.build();
  }

  private static Value expand(BuiltinContext context, Value[] args) {
    IpNetwork network = IpNetwork.parse(Operands.string(args, 1));
    BigInteger count = BigInteger.ONE.shiftLeft(8 * network.size() - network.prefix());
    long addresses = count.bitLength() < MOST_FREE_BITS ? count.longValue() : MOST_ADDRESSES;
    context.build(CELLS_OF_ADDRESS * addresses);
    context.work(addresses);
    SetValue.Builder out = SetValue.builder();
    BigInteger last = network.last();
    for (BigInteger at = network.first(); at.compareTo(last) <= 0; at = at.add(BigInteger.ONE)) {
      out.add(StringValue.of(IpAddress.text(network.address(at))));
    }
    return out.build();
  }

  private static Value intersects(BuiltinContext context, Value[] args) {
    String first = Operands.string(args, 1);
    IpNetwork network = IpNetwork.parse(first);
    return BooleanValue.of(network.intersects(IpNetwork.parse(second(args))));
  }

  private static Value isValid(BuiltinContext context, Value[] args) {
    return BooleanValue.of(
        args[0] instanceof StringValue text && IpNetwork.parseOrNull(text.value()) != null);
  }
}
