package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** UUIDs. */
final class Uuids {
  /** Intervals of 100 ns from the start of the Gregorian calendar to 1970. */
  private static final long GREGORIAN_OFFSET = 0x01B21DD213814000L;

  private Uuids() {}

  static void define(Definitions in) {
    in.category("uuid");
    in.function(
        "uuid.parse",
        "(uuid: string) => result: object[string: any]",
        "The parts of a UUID.",
        Uuids::parse);
    in.nondeterministic()
        .missing(
            "uuid.rfc4122",
            "(k: string) => output: string",
            "A random UUID, the same for equal arguments in one query.");
  }

  private static @Nullable Value parse(BuiltinContext context, Value[] args) {
    byte[] uuid = bytes(Operands.string(args, 1));
    if (uuid == null) {
      return null;
    }
    int version = uuid[6] >> 4 & 15;
    ObjectValue.Builder out =
        ObjectValue.builder()
            .put("version", NumberValue.of(version))
            .put("variant", StringValue.of(variant(uuid[8])));
    if (version == 1 || version == 2) {
      out.put("nodeid", StringValue.of(HexFormat.ofDelimiter("-").formatHex(uuid, 10, 16)));
      out.put(
          "macvariables",
          StringValue.of(
              ((uuid[10] & 2) == 0 ? "global:" : "local:")
                  + ((uuid[10] & 1) == 0 ? "unicast" : "multicast")));
      out.put("clocksequence", NumberValue.of((uuid[8] & 0x3f) << 8 | uuid[9] & 0xff));
      long time =
          number(uuid, 0, 4) | number(uuid, 4, 6) << 32 | (number(uuid, 6, 8) & 0x0fff) << 48;
      out.put("time", NumberValue.of((time - GREGORIAN_OFFSET) * 100));
    }
    if (version == 2) {
      out.put("id", NumberValue.of(number(uuid, 0, 4)));
      out.put("domain", StringValue.of(domain(uuid[9] & 0xff)));
    }
    return out.build();
  }

  private static String domain(int number) {
    return switch (number) {
      case 0 -> "Person";
      case 1 -> "Group";
      case 2 -> "Org";
      default -> "Domain" + number;
    };
  }

  private static String variant(byte b) {
    if ((b & 0xc0) == 0x80) {
      return "RFC4122";
    } else if ((b & 0xe0) == 0xc0) {
      return "Microsoft";
    }
    return (b & 0xe0) == 0xe0 ? "Future" : "Reserved";
  }

  private static long number(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return value;
  }

  /** The bytes of a UUID in one of its spellings, or {@code null}. */
  private static byte @Nullable [] bytes(String text) {
    String dashed = text;
    if (text.length() == 45) {
      if (!text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
        return null;
      }
      dashed = text.substring(9);
    } else if (text.length() == 38) {
      dashed = text.substring(1, 37);
    } else if (text.length() != 36 && text.length() != 32) {
      return null;
    }
    if (dashed.length() == 36) {
      for (int dash : new int[] {8, 13, 18, 23}) {
        if (dashed.charAt(dash) != '-') {
          return null;
        }
      }
      dashed =
          dashed.substring(0, 8)
              + dashed.substring(9, 13)
              + dashed.substring(14, 18)
              + dashed.substring(19, 23)
              + dashed.substring(24);
    }
    boolean digits = dashed.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    return digits ? HexFormat.of().parseHex(dashed) : null;
  }
}
