package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.compiler.CompilerOptions;
import dev.kspm.rego.internal.compiler.ModuleCompiler;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** OPA's cases of compiler diagnostics, and that what its evaluation cases hold compiles. */
class CompileCasesTest {
  private static final Verdicts VERDICTS = new Verdicts("compile");

  /** One of the builtins that the harness of the Wasm cases registers; modules call only this. */
  private static final BuiltinDescriptor MEMOIZATION =
      new BuiltinDescriptor(
          "custom_builtin_test_memoization",
          new RegoType.Function(List.of(), null, RegoType.ANY),
          null,
          List.of(),
          "",
          true,
          false,
          false);

  @TestFactory
  Stream<DynamicTest> diagnostics() {
    OpaCases cases = OpaCases.of("compile");
    return Stream.concat(
        cases.complete(),
        cases.stream()
            .map(
                c ->
                    VERDICTS.test(
                        "compile",
                        c.id(),
                        c.id() + " " + c.note(),
                        () -> diagnostics(c.fields()))));
  }

  @TestFactory
  Stream<DynamicTest> modules() {
    return Stream.of("v0", "v1", "wasm")
        .flatMap(folder -> OpaCases.of(folder).stream())
        .map(
            c ->
                VERDICTS.test(
                    "modules that compile",
                    "compiles/" + c.id(),
                    c.id() + " " + c.note(),
                    () -> assertThat(errors(c.fields(), c.version())).isEmpty()));
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }

  private static void diagnostics(ObjectValue fields) {
    RegoVersion version =
        text(fields, "rego_version").startsWith("v0") ? RegoVersion.V0 : RegoVersion.V1;
    List<Diagnostic> got = errors(fields, version);
    ArrayValue wanted =
        fields.get("want_errors") instanceof ArrayValue list ? list : ArrayValue.of(List.of());
    for (Value w : wanted) {
      assertThat(got).as("%s", w).anyMatch(d -> matches(d, (ObjectValue) w));
    }
    if (fields.get("exhaustive") == BooleanValue.TRUE) {
      assertThat(got).hasSize(wanted.size());
    }
  }

  private static boolean matches(Diagnostic got, ObjectValue wanted) {
    String module = text(wanted, "module");
    return got.span().file().equals(module.isEmpty() ? "test-0.rego" : module)
        && got.code().equals(text(wanted, "code"))
        && got.message().equals(text(wanted, "message"))
        && NumberValue.of(got.span().row()).equals(wanted.get("row"))
        && (wanted.get("col") == null
            || NumberValue.of(got.span().column()).equals(wanted.get("col")));
  }

  private static List<Diagnostic> errors(ObjectValue fields, RegoVersion version) {
    List<Module> modules = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    if (fields.get("modules") instanceof ArrayValue sources) {
      for (Value source : sources) {
        var parsed =
            Parser.parseModule(
                SourceText.of("test-" + modules.size() + ".rego", ((StringValue) source).value()),
                ParserOptions.of(version).withAnnotations());
        errors.addAll(parsed.diagnostics());
        if (parsed.value() != null) {
          modules.add(parsed.value());
        }
      }
    }
    if (!errors.isEmpty()) {
      return errors;
    }
    var builtins = ErrorCorpusTest.builtins();
    builtins.put("test.sleep", Engines.SLEEP);
    builtins.put("custom_builtin_test_memoization", MEMOIZATION);
    try {
      new ModuleCompiler(
              CompilerOptions.of(builtins)
                  .withStrict(fields.get("strict") == BooleanValue.TRUE)
                  .withKeepPrint(fields.get("print_statements") == BooleanValue.TRUE)
                  .withErrorLimit(0))
          .compile(modules);
      return List.of();
    } catch (CompileException e) {
      return e.diagnostics();
    }
  }

  private static String text(ObjectValue fields, String name) {
    return fields.get(name) instanceof StringValue s ? s.value() : "";
  }
}
