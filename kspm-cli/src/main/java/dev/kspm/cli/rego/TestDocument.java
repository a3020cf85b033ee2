package dev.kspm.cli.rego;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.testing.Explanation;
import dev.kspm.rego.testing.Outcome;
import dev.kspm.rego.testing.TestCase;
import dev.kspm.rego.testing.TestResult;
import dev.kspm.rego.testing.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test results as {@code opa test --format json} prints them. */
final class TestDocument {
  private TestDocument() {}

  static List<Map<String, Object>> of(List<TestResult> results, Explanation explanation) {
    return results.stream().map(result -> of(result, explanation)).toList();
  }

  private static Map<String, Object> of(TestResult result, Explanation explanation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("location", LoadProblem.location(result.span()));
    one.put("package", result.packageRef());
    one.put("name", result.name());
    if (result.outcome() == Outcome.FAIL) {
      one.put("fail", true);
    }
    RegoException error = result.error();
    if (error != null) {
      one.put("error", error(error));
    }
    if (result.outcome() == Outcome.SKIPPED) {
      one.put("skip", true);
    }
    one.put("duration", result.duration().toNanos());
    Trace trace = result.trace();
    if (result.outcome() == Outcome.FAIL && trace != null) {
      List<EvaluationEvent> told = trace.explain(explanation);
      if (!told.isEmpty()) {
        one.put("trace", TraceDocument.of(told));
      }
    }
    if (!result.output().isEmpty()) {
      byte[] bytes = result.output().getBytes(StandardCharsets.UTF_8);
      one.put("output", Base64.getEncoder().encodeToString(bytes));
    }
    if (!result.cases().isEmpty()) {
      one.put("sub_results", cases(result.cases()));
    }
    return one;
  }

  private static Map<String, Object> cases(List<TestCase> cases) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (TestCase one : cases) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", one.name());
      if (one.failed()) {
        document.put("fail", true);
      }
      if (!one.cases().isEmpty()) {
        document.put("sub_results", cases(one.cases()));
      }
      all.put(one.name(), document);
    }
    return all;
  }

  private static Map<String, Object> error(RegoException error) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (error instanceof EvalError eval) {
      document.put("code", eval.code());
      document.put("message", eval.text());
      document.put("location", LoadProblem.location(eval.span()));
      if (!eval.places().isEmpty()) {
        document.put("stack_trace", eval.places().stream().map(LoadProblem::place).toList());
      }
    } else if (error instanceof CompileException compile) {
      document.put("code", compile.diagnostics().get(0).code());
      document.put("message", compile.diagnostics().get(0).message());
      document.put("location", LoadProblem.location(compile.diagnostics().get(0).span()));
    } else {
      document.put("code", "eval_cancel_error");
      document.put("message", String.valueOf(error.getMessage()));
    }
    return document;
  }
}
