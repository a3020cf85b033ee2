package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts for tests, and what the compiler makes of them. */
final class Sources {
  private Sources() {}

  static CompilerOptions options() {
    Map<String, BuiltinDescriptor> descriptors = new HashMap<>();
    Builtins.standard().all().forEach(b -> descriptors.put(b.descriptor().name(), b.descriptor()));
    return CompilerOptions.of(descriptors);
  }

  static List<Module> parse(String... texts) {
    List<Module> modules = new ArrayList<>();
    for (String text : texts) {
      modules.add(
          Parser.parseModule(
                  SourceText.of("m" + modules.size() + ".rego", text),
                  ParserOptions.of(RegoVersion.V1).withAnnotations())
              .orThrow());
    }
    return modules;
  }

  static Body query(String text) {
    return Parser.parseBody(SourceText.of("", text), ParserOptions.of(RegoVersion.V1)).orThrow();
  }

  static CompiledModules compile(String... texts) {
    return new ModuleCompiler(options()).compile(parse(texts));
  }

  /** The body of the last rule of a module in package {@code a}, as text. */
  static String body(String rules) {
    Module module = compile("package a\n" + rules).modules().get(0);
    return module.rules().get(module.rules().size() - 1).body().toString();
  }

  /** The errors of a module in package {@code a}: row, code without prefix, and message. */
  static List<String> errors(CompilerOptions options, String rules) {
    try {
      new ModuleCompiler(options).compile(parse("package a\n" + rules));
      return List.of();
    } catch (CompileException e) {
      return e.diagnostics().stream().map(d -> d.span().row() + ": " + d.message()).toList();
    }
  }
}
