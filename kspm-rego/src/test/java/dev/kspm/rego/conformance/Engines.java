package dev.kspm.rego.conformance;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.NullValue;
import java.util.List;

/** The engine as OPA's runner of cases sets it up. */
final class Engines {
  private Engines() {}

  static RegoEngine forConformance() {
    BuiltinDescriptor sleep =
        new BuiltinDescriptor(
            "test.sleep",
            new RegoType.Function(List.of(RegoType.STRING), null, RegoType.NULL),
            null,
            List.of(),
            "",
            true,
            false,
            false);
    return RegoEngine.builder()
        .printStatements(false)
        .allBuiltins()
        .addBuiltins(() -> List.of(Builtin.function(sleep, (context, args) -> NullValue.NULL)))
        .build();
  }
}
