package dev.kspm.rego;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.compiler.CompilerOptions;
import dev.kspm.rego.internal.exec.Optimizations;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.RegoVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What an engine was built with. */
record EngineSettings(
    Builtins builtins,
    Capabilities capabilities,
    EvaluationLimits limits,
    boolean strict,
    boolean printStatements,
    boolean testCases,
    int errorLimit,
    boolean dataConflicts,
    RegoVersion queryVersion,
    Optimizations optimizations) {

  CompilerOptions compilerOptions() {
    Map<String, BuiltinDescriptor> callable = new HashMap<>();
    for (String name : capabilities.builtins()) {
      callable.put(name, Objects.requireNonNull(builtins.find(name), name).descriptor());
    }
    return CompilerOptions.of(callable)
        .withStrict(strict)
        .withKeepPrint(printStatements)
        .withTestCases(testCases)
        .withErrorLimit(errorLimit);
  }
}
