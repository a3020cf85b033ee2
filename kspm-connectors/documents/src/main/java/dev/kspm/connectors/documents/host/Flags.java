package dev.kspm.connectors.documents.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags of a command line. Immutable.
 *
 * <p>{@code --a=b}, {@code --a b} and bare {@code --a}; a flag given twice has its last value, save
 * where {@link #all} is asked.
 */
final class Flags {
  /** A flag's values in order; an empty optional is a bare flag. */
  private final Map<String, List<Optional<String>>> values;

  private Flags(Map<String, List<Optional<String>>> values) {
    this.values = values;
  }

  static Flags parse(List<String> args) {
    Map<String, List<Optional<String>>> values = new LinkedHashMap<>();
    for (int i = 1; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("-") || arg.equals("-") || arg.equals("--")) {
        continue;
      }
      String flag = arg.substring(arg.startsWith("--") ? 2 : 1);
      int equals = flag.indexOf('=');
      Optional<String> value = Optional.empty();
      if (equals >= 0) {
        value = Optional.of(flag.substring(equals + 1));
        flag = flag.substring(0, equals);
      } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("-")) {
        value = Optional.of(args.get(++i));
      }
      values.computeIfAbsent(flag, name -> new java.util.ArrayList<>()).add(value);
    }
    return new Flags(values);
  }

  Iterable<String> names() {
    return values.keySet();
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  /** Whether the flag is given without a value. */
  boolean isBare(String flag) {
    return has(flag) && last(flag).isEmpty();
  }

  /** The value of a flag that is given with one. */
  Optional<String> value(String flag) {
    return has(flag) ? last(flag) : Optional.empty();
  }

  private Optional<String> last(String flag) {
    List<Optional<String>> all = values.get(flag);
    return all == null ? Optional.empty() : all.get(all.size() - 1);
  }

  /** The values of a flag that adds up, joined with commas. */
  String all(String flag) {
    return String.join(
        ",", values.getOrDefault(flag, List.of()).stream().flatMap(Optional::stream).toList());
  }
}
