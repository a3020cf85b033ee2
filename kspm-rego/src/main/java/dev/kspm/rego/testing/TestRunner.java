package dev.kspm.rego.testing;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.EvaluationListener;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.Session;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.RegoException;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
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
 * <p>Each rule is a test of its own: when several have one name, each must hold. A rule with keys,
 * such as {@code test_sum[name]}, is a test of as many cases as its body comes to.
 */
public final class TestRunner {
  private final RegoEngine engine;
  private Duration timeout = Duration.ofSeconds(5);
  private Predicate<String> wanted = name -> true;
  private boolean tracing;
  private @Nullable Coverage coverage;

  private TestRunner(RegoEngine engine) {
    this.engine = engine;
  }

  /**
   * A runner of all tests, with five seconds for each. The engine must keep {@code print} and have
   * {@link RegoEngine.Builder#testCases} on.
   */
  public static TestRunner of(RegoEngine engine) {
    return new TestRunner(engine);
  }

  private TestRunner copy() {
    TestRunner copy = new TestRunner(engine);
    copy.timeout = timeout;
    copy.wanted = wanted;
    copy.tracing = tracing;
    copy.coverage = coverage;
    return copy;
  }

  /** Grants each test another time. */
  public TestRunner withTimeout(Duration time) {
    TestRunner copy = copy();
    copy.timeout = time;
    return copy;
  }

  /** Runs only the tests whose full names, such as {@code data.example.test_x}, are wanted. */
  public TestRunner withFilter(Predicate<String> fullName) {
    TestRunner copy = copy();
    copy.wanted = fullName;
    return copy;
  }

  /** Keeps what happens in each test. */
  public TestRunner withTraces(boolean on) {
    TestRunner copy = copy();
    copy.tracing = on;
    return copy;
  }

  /** Tells a coverage what is run; tests then run once more for each kind that it annotates. */
  public TestRunner withCoverage(Coverage taker) {
    TestRunner copy = copy();
    copy.coverage = taker;
    return copy;
  }

  /**
   * Compiles the modules and runs their tests, in the order of files and rows.
   *
   * @throws CompileException when the modules do not compile
   */
  public List<TestResult> run(List<PolicySource> sources, ObjectValue data) {
    return run(engine.compile(sources, data));
  }

  /** Runs the tests of a policy. */
  public List<TestResult> run(CompiledPolicy policy) {
    List<TestResult> results = new ArrayList<>();
    for (TestRules.TestRule rule : TestRules.of(policy.rules())) {
      if (wanted.test(rule.fullName())) {
        results.add(run(policy, rule));
      }
    }
    return results;
  }

  private TestResult run(CompiledPolicy policy, TestRules.TestRule rule) {
    if (rule.isTodo()) {
      return result(rule, Outcome.SKIPPED, 0, "", null, List.of(), null);
    }
    if (rule.isFunction()) {
      String message = "function " + rule.ref() + " used as reference, not called";
      CompileException error =
          new CompileException(
              List.of(new Diagnostic("rego_type_error", message, rule.span(), List.of())));
      return result(rule, Outcome.ERROR, 0, "", error, List.of(), null);
    }
    StringBuilder printed = new StringBuilder();
    SessionOptions options =
        SessionOptions.DEFAULT
            .withLimits(EvaluationLimits.DEFAULT.withDeadline(timeout))
            .withErrorStacks(true)
            .withPrint(line -> printed.append(line.text()).append('\n'));
    Trace trace = tracing || coverage != null ? Trace.withVariables() : null;
    SessionOptions first = trace == null ? options : options.withListener(listener(trace));
    long start = System.nanoTime();
    try {
      Session session = policy.session(null, first);
      Value value = session.value(rule.ref());
      if (trace == null && hasKeys(value)) {
        // Which cases there are is told only by a trace.
        printed.setLength(0);
        trace = Trace.withVariables();
        value = policy.session(null, options.withListener(trace)).value(rule.ref());
      }
      long nanos = System.nanoTime() - start;
      coverOnceMore(policy, rule, options.withPrint(null));
      List<EvaluationEvent> events = trace == null ? List.of() : trace.events();
      List<TestCase> cases = TestCases.of(value, events);
      boolean passed =
          cases.isEmpty()
              ? value == BooleanValue.TRUE || hasKeys(value)
              : cases.stream().noneMatch(TestCase::failed);
      Outcome outcome = passed ? Outcome.PASS : Outcome.FAIL;
      return result(rule, outcome, nanos, printed.toString(), null, cases, trace);
    } catch (RegoException e) {
      long nanos = System.nanoTime() - start;
      return result(rule, Outcome.ERROR, nanos, printed.toString(), e, List.of(), trace);
    }
  }

  private static boolean hasKeys(@Nullable Value value) {
    return value instanceof ObjectValue;
  }

  private EvaluationListener listener(Trace trace) {
    Coverage taker = coverage;
    if (taker == null) {
      return trace;
    }
    return new EvaluationListener() {
      @Override
      public void event(EvaluationEvent event) {
        taker.event(event);
        trace.event(event);
      }

      @Override
      public boolean wantsVariables() {
        return true;
      }
    };
  }

  private void coverOnceMore(
      CompiledPolicy policy, TestRules.TestRule rule, SessionOptions options) {
    if (coverage != null) {
      for (Coverage.Kind kind : coverage.kinds()) {
        SessionOptions again = options.withListener(coverage.of(kind));
        policy.session(null, kind.apply(again)).value(rule.ref());
      }
    }
  }

  private static TestResult result(
      TestRules.TestRule rule,
      Outcome outcome,
      long nanos,
      String output,
      @Nullable RegoException error,
      List<TestCase> cases,
      @Nullable Trace trace) {
    return new TestResult(
        rule.span(),
        rule.packageRef(),
        rule.name(),
        outcome,
        Duration.ofNanos(nanos),
        output,
        error,
        cases,
        trace);
  }
}
