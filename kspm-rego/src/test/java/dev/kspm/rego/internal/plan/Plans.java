package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.compiler.CompiledModules;
import dev.kspm.rego.internal.compiler.CompilerOptions;
import dev.kspm.rego.internal.compiler.ModuleCompiler;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.RegoVersion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From text to a planner. */
final class Plans {
  private Plans() {}

  static Planner planner(String name, String text) {
    Module module =
        Parser.parseModule(SourceText.of(name, text), ParserOptions.of(RegoVersion.V1)).orThrow();
    Builtins builtins = Builtins.standard();
    CompilerOptions options =
        CompilerOptions.of(
            builtins.all().stream()
                .map(Builtin::descriptor)
                .collect(Collectors.toMap(BuiltinDescriptor::name, Function.identity())));
    CompiledModules modules = new ModuleCompiler(options).compile(List.of(module));
    return new Planner(new PlanContext(DocumentTree.of(modules), builtins::find));
  }
}
