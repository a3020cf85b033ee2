package dev.kspm.rego.conformance;

import java.util.Map;

/** Cases of the Wasm compiler that the reference itself does not pass, and why. */
final class WasmOnly {
  private static final String ORDER = "wants the members of a set in the order of a hash table";

  private static final Map<String, String> REASONS =
      Map.of(
          "wasm/013_virtual.yaml#18",
          "wants rules to win over base documents; the engine refuses the conflict when it compiles",
          "wasm/018_builtins.yaml#23",
          "wants a division rounded to a double; the engine's has more digits",
          "wasm/018_builtins.yaml#29",
          ORDER,
          "wasm/018_builtins.yaml#31",
          ORDER);

  private WasmOnly() {}

  static boolean contains(String id) {
    return REASONS.containsKey(id);
  }

  static int size() {
    return REASONS.size();
  }
}
