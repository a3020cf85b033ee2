package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our engine's verdicts about single modules. */
final class ModuleChecker {
  private static final String FILE = "p.rego";

  private final RegoEngine lenient = RegoEngine.builder().allBuiltins().build();
  private final RegoEngine strict = RegoEngine.builder().allBuiltins().strict(true).build();

  /** A verdict for each of {@link Verdict#MODES}. */
  Map<String, Verdict> verdicts(String text) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (RegoVersion version : List.of(RegoVersion.V0, RegoVersion.V1)) {
      String mode = version == RegoVersion.V0 ? "v0" : "v1";
      PolicySource source = new PolicySource(SourceText.of(FILE, text), version);
      try {
        Value tree = asValue(SyntaxTree.of(source).json(true));
        verdicts.put(mode, new Verdict(tree, errors(lenient, source)));
        verdicts.put(mode + "_strict", new Verdict(null, errors(strict, source)));
      } catch (CompileException e) {
        verdicts.put(mode, new Verdict(null, errors(e)));
        verdicts.put(mode + "_strict", new Verdict(null, errors(e)));
      } catch (IllegalStateException
          | ClassCastException
          | NullPointerException
          | IndexOutOfBoundsException
          | IllegalArgumentException e) {
        verdicts.put(mode, new Verdict(null, List.of(crash(e))));
        verdicts.put(mode + "_strict", new Verdict(null, List.of(crash(e))));
      }
    }
    return verdicts;
  }

  private static List<String> errors(RegoEngine engine, PolicySource source) {
    try {
      engine.compile(List.of(source));
      return List.of();
    } catch (CompileException e) {
      return errors(e);
    } catch (IllegalStateException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      return List.of(crash(e));
    }
  }

  private static String crash(RuntimeException e) {
    return "crash: " + e + " in " + e.getStackTrace()[0] + " @";
  }

  private static List<String> errors(CompileException e) {
    return e.diagnostics().stream().map(ModuleChecker::error).toList();
  }

  private static String error(Diagnostic d) {
    List<String> lines = new ArrayList<>();
    lines.add(d.code() + ": " + d.message() + " @" + d.span().row() + ":" + d.span().column());
    lines.addAll(d.details());
    return String.join("\n", lines);
  }

  private static Value asValue(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      ObjectValue.Builder object = ObjectValue.builder();
      map.forEach((k, v) -> object.put((String) k, asValue(v)));
      return object.build();
    } else if (tree instanceof List<?> list) {
      return ArrayValue.of(list.stream().map(ModuleChecker::asValue).toList());
    }
    // What is written and read again is compared, as theirs was.
    return Json.read(Json.write((Value) tree));
  }
}
