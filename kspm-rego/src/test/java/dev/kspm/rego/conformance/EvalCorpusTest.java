package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Queries with the answers of {@code opa eval}, printed lines and errors included. */
class EvalCorpusTest {
  private static final Verdicts VERDICTS = new Verdicts("queries");

  @TestFactory
  Stream<DynamicTest> values() {
    return tests("values.json");
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    return tests("rules.json");
  }

  private static Stream<DynamicTest> tests(String file) {
    ArrayValue cases = Corpora.own("eval", file);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      ObjectValue fields = (ObjectValue) cases.get(i);
      String id = "eval/" + file + "#" + i;
      String name = Corpora.textOrNone(fields, "name");
      Supplier<Set<String>> missing =
          () -> MissingBuiltins.calledBy(sources(fields), Corpora.textOrNone(fields, "query"));
      tests.add(
          VERDICTS.test(
              "eval", id, name, missing, () -> run(fields, false, wanted(fields, "want"))));
      if (fields.get("want_strict_builtin_errors") != null) {
        tests.add(
            VERDICTS.test(
                "eval with strict builtin errors",
                id + "-strict",
                name + " (strict builtin errors)",
                missing,
                () -> run(fields, true, wanted(fields, "want_strict_builtin_errors"))));
      }
    }
    return tests.stream();
  }

  private static Value wanted(ObjectValue fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }

  private static void run(ObjectValue fields, boolean strictErrors, Value wanted) {
    StringBuilder printed = new StringBuilder();
    ObjectValue.Builder got = ObjectValue.builder();
    answer(fields, strictErrors, printed).forEach(got::put);
    if (!printed.isEmpty()) {
      got.put("stderr", StringValue.of(printed.toString()));
    }
    boolean unordered = fields.get("unstable") == BooleanValue.TRUE;
    assertThat(normal(got.build(), unordered)).isEqualTo(normal((ObjectValue) wanted, unordered));
  }

  private static List<PolicySource> sources(ObjectValue fields) {
    RegoVersion version =
        Corpora.textOrNone(fields, "rego_version").equals("v0") ? RegoVersion.V0 : RegoVersion.V1;
    List<PolicySource> sources = new ArrayList<>();
    if (fields.get("files") instanceof ObjectValue files) {
      files.forEach(
          (name, source) ->
              sources.add(
                  new PolicySource(
                      SourceText.of(((StringValue) name).value(), ((StringValue) source).value()),
                      version)));
    }
    return sources;
  }

  private static ObjectValue answer(
      ObjectValue fields, boolean strictErrors, StringBuilder printed) {
    List<String> imports = new ArrayList<>();
    if (fields.get("imports") instanceof ArrayValue list) {
      list.forEach(i -> imports.add(((StringValue) i).value()));
    }
    ObjectValue data = fields.get("data") instanceof ObjectValue d ? d : ObjectValue.EMPTY;
    SessionOptions options =
        SessionOptions.DEFAULT
            .withStrictBuiltinErrors(strictErrors)
            .withErrorStacks(true)
            .withPrint(line -> printed.append(line.text()).append('\n'));
    try {
      RegoEngine engine =
          RegoEngine.builder().strict(fields.get("compiler_strict") == BooleanValue.TRUE).build();
      CompiledPolicy policy = engine.compile(sources(fields), data);
      String packagePath = Corpora.textOrNone(fields, "package");
      return EvalAnswer.of(
          policy
              .prepare(
                  Corpora.textOrNone(fields, "query"),
                  packagePath.isEmpty() ? null : packagePath,
                  imports)
              .evaluate(fields.get("input"), options));
    } catch (CompileException e) {
      return EvalAnswer.of(e);
    } catch (EvalError e) {
      return EvalAnswer.of(e);
    }
  }

  /**
   * Without the details of compile errors; errors as a set where OPA lists them in changing order.
   */
  private static ObjectValue normal(ObjectValue answer, boolean unordered) {
    if (!(answer.get("errors") instanceof ArrayValue errors)) {
      return answer;
    }
    List<Value> plain = new ArrayList<>();
    for (Value error : errors) {
      ObjectValue.Builder kept = ObjectValue.builder();
      ((ObjectValue) error)
          .forEach(
              (key, value) -> {
                if (!key.equals(StringValue.of("details"))) {
                  kept.put(key, value);
                }
              });
      plain.add(kept.build());
    }
    return answer.with(
        StringValue.of("errors"), unordered ? SetValue.of(plain) : ArrayValue.of(plain));
  }
}
