package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.compiler.CompilerOptions;
import dev.kspm.rego.internal.compiler.ModuleCompiler;
import dev.kspm.rego.internal.parser.ParseResult;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code opa check} says about texts of our own, in four modes: codes, messages, places. */
class ErrorCorpusTest {
  private static final Verdicts VERDICTS = new Verdicts("errors");
  private static final List<String> MODES = List.of("v1", "v1_strict", "v0", "v0_strict");

  @TestFactory
  Stream<DynamicTest> compile() {
    return tests("compile.json");
  }

  @TestFactory
  Stream<DynamicTest> parse() {
    return tests("parse.json");
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }

  private static Stream<DynamicTest> tests(String file) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Value c : Corpora.own("errors", file)) {
      ObjectValue fields = (ObjectValue) c;
      String name = Corpora.text(fields, "name");
      for (String mode : MODES) {
        String id = "errors/" + file + "#" + name + "#" + mode;
        tests.add(
            VERDICTS.test("errors/" + file, id, name + " (" + mode + ")", () -> run(fields, mode)));
      }
    }
    return tests.stream();
  }

  private static void run(ObjectValue fields, String mode) {
    List<String> wanted = new ArrayList<>();
    for (Value error : (ArrayValue) Objects.requireNonNull(fields.get(mode))) {
      wanted.add(wanted((ObjectValue) error));
    }
    assertThat(check(fields, mode)).isEqualTo(wanted);
  }

  private static String wanted(ObjectValue error) {
    String place = "";
    if (error.get("location") instanceof ObjectValue location
        && location.get("row") instanceof NumberValue row
        && row.asLong() > 0) {
      place = Corpora.textOrNone(location, "file") + ":" + row + ":" + location.get("col");
    }
    return place
        + ": "
        + Corpora.textOrNone(error, "code")
        + ": "
        + Corpora.textOrNone(error, "message");
  }

  private static List<String> check(ObjectValue fields, String mode) {
    RegoVersion version = mode.startsWith("v0") ? RegoVersion.V0 : RegoVersion.V1;
    List<Module> modules = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    ((ObjectValue) Objects.requireNonNull(fields.get("files")))
        .forEach(
            (name, source) -> {
              ParseResult<Module> result =
                  Parser.parseModule(
                      SourceText.of(((StringValue) name).value(), ((StringValue) source).value()),
                      ParserOptions.of(version).withAnnotations());
              errors.addAll(result.diagnostics());
              if (result.value() != null) {
                modules.add(result.value());
              }
            });
    if (errors.isEmpty()) {
      try {
        new ModuleCompiler(
                CompilerOptions.of(builtins())
                    .withStrict(mode.endsWith("strict"))
                    .withKeepPrint(true))
            .compile(modules);
      } catch (CompileException e) {
        errors.addAll(e.diagnostics());
      }
    }
    return errors.stream()
        .map(e -> (e.span().row() > 0 ? e.span() + "" : "") + ": " + e.code() + ": " + e.message())
        .toList();
  }

  static Map<String, BuiltinDescriptor> builtins() {
    Map<String, BuiltinDescriptor> descriptors = new HashMap<>();
    Builtins.standard().all().forEach(b -> descriptors.put(b.descriptor().name(), b.descriptor()));
    return descriptors;
  }
}
