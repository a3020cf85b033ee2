package dev.kspm.rego.conformance;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine as OPA's runner of cases sets it up. */
final class Engines {
  /** A builtin that OPA's runner adds. */
  static final BuiltinDescriptor SLEEP =
      new BuiltinDescriptor(
          "test.sleep",
          new RegoType.Function(List.of(RegoType.STRING), null, RegoType.NULL),
          null,
          List.of(),
          "",
          true,
          false,
          false);

  private Engines() {}

  static RegoEngine.Builder forConformance() {
    return RegoEngine.builder()
        .printStatements(false)
        .allBuiltins()
        .addBuiltins(() -> List.of(Builtin.function(SLEEP, (context, args) -> NullValue.NULL)));
  }

  /**
   * The engine as the harness of the Wasm compiler sets it up; calls of {@code
   * custom_builtin_test_memoization} are counted.
   */
  static RegoEngine forWasm() {
    AtomicInteger calls = new AtomicInteger();
    return RegoEngine.builder()
        .allBuiltins()
        .addBuiltins(
            () ->
                List.of(
                    Builtin.function(
                        descriptor(
                            "custom_builtin_test", List.of(RegoType.NUMBER), RegoType.NUMBER),
                        (context, args) -> NumberValue.of(((NumberValue) args[0]).asLong() + 1)),
                    Builtin.function(
                        descriptor("custom_builtin_test_impure", List.of(), RegoType.STRING),
                        (context, args) -> StringValue.of("foo")),
                    Builtin.function(
                        descriptor("custom_builtin_test_memoization", List.of(), RegoType.NUMBER),
                        (context, args) -> {
                          if (calls.incrementAndGet() > 1) {
                            throw BuiltinException.failed("called twice");
                          }
                          return NumberValue.of(100);
                        })))
        .build();
  }

  private static BuiltinDescriptor descriptor(String name, List<RegoType> args, RegoType result) {
    return new BuiltinDescriptor(
        name, new RegoType.Function(args, null, result), null, List.of(), "", true, false, false);
  }
}
