package dev.kspm.rego.testing;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.Session;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules whose names start with {@code test_}; those with {@code todo_test_} are skipped.
 * Immutable and thread-safe.
 *
 * <p>Each rule is a test of its own: when several have one name, each must hold.
 */
public final class TestRunner {
  private final RegoEngine engine;
  private final Duration timeout;
  private final Predicate<String> wanted;

  private TestRunner(RegoEngine engine, Duration timeout, Predicate<String> wanted) {
    this.engine = engine;
    this.timeout = timeout;
    this.wanted = wanted;
  }

  /** A runner of all tests, with five seconds for each. The engine must keep {@code print}. */
  public static TestRunner of(RegoEngine engine) {
    return new TestRunner(engine, Duration.ofSeconds(5), name -> true);
  }

  /** Grants each test another time. */
  public TestRunner withTimeout(Duration time) {
    return new TestRunner(engine, time, wanted);
  }

  /** Runs only the tests whose full names, such as {@code data.example.test_x}, are wanted. */
  public TestRunner withFilter(Predicate<String> fullName) {
    return new TestRunner(engine, timeout, fullName);
  }

  /**
   * Compiles the modules and runs their tests, in the order of files and rows.
   *
   * @throws CompileException when the modules do not compile
   */
  public List<TestResult> run(List<PolicySource> sources, ObjectValue data) {
    CompiledPolicy policy = engine.compile(sources, data);
    TestRules rules = TestRules.of(policy.rules());
    if (rules.hasRepeatedNames()) {
      policy = engine.compile(rules.withDistinctNames(sources), data);
    }
    List<TestResult> results = new ArrayList<>();
    for (TestRules.TestRule rule : rules.all()) {
      if (wanted.test(rule.packageRef() + "." + rule.name())) {
        results.add(run(policy, rule));
      }
    }
    return results;
  }

  private TestResult run(CompiledPolicy policy, TestRules.TestRule rule) {
    if (rule.isTodo()) {
      return result(rule, Outcome.SKIPPED, 0, "", null, List.of());
    }
    if (rule.isFunction()) {
      String message = "function " + rule.ref() + " used as reference, not called";
      return result(
          rule,
          Outcome.ERROR,
          0,
          "",
          new CompileException(
              List.of(new Diagnostic("rego_type_error", message, rule.span(), List.of()))),
          List.of());
    }
    StringBuilder printed = new StringBuilder();
    SessionOptions options =
        SessionOptions.DEFAULT
            .withLimits(EvaluationLimits.DEFAULT.withDeadline(timeout))
            .withErrorStacks(true)
            .withPrint(line -> printed.append(line.text()).append('\n'));
    Session session = policy.session(null, options);
    long start = System.nanoTime();
    try {
      Value value = session.value(rule.ref());
      long nanos = System.nanoTime() - start;
      List<TestCase> cases = value instanceof ObjectValue keyed ? cases(keyed) : List.of();
      if (!cases.isEmpty() && cases.stream().noneMatch(TestCase::failed)) {
        // A case whose body does not hold is not in the value, so nothing is proved by the others.
        throw new EvalError(
            EvalError.INTERNAL, "cases by key cannot be told yet", rule.span(), null);
      }
      Outcome outcome = value == BooleanValue.TRUE ? Outcome.PASS : Outcome.FAIL;
      return result(rule, outcome, nanos, printed.toString(), null, cases);
    } catch (RegoException e) {
      long nanos = System.nanoTime() - start;
      return result(rule, Outcome.ERROR, nanos, printed.toString(), e, List.of());
    }
  }

  private static List<TestCase> cases(ObjectValue keyed) {
    List<TestCase> cases = new ArrayList<>();
    keyed.forEach(
        (key, value) -> {
          String name = key instanceof StringValue text ? text.value() : key.toString();
          List<TestCase> below = value instanceof ObjectValue deeper ? cases(deeper) : List.of();
          boolean passed =
              below.isEmpty()
                  ? value == BooleanValue.TRUE
                  : below.stream().noneMatch(TestCase::failed);
          cases.add(new TestCase(name, !passed, below));
        });
    return cases;
  }

  private static TestResult result(
      TestRules.TestRule rule,
      Outcome outcome,
      long nanos,
      String output,
      @Nullable RegoException error,
      List<TestCase> cases) {
    return new TestResult(
        rule.span(),
        rule.packageRef(),
        rule.name(),
        outcome,
        Duration.ofNanos(nanos),
        output,
        error,
        cases);
  }
}
