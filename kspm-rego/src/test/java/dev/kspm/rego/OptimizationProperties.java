package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.internal.exec.Optimizations;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is only done for speed, and the order of rules, change no answer. */
class OptimizationProperties {
  private static final RegoEngine PLAIN = engine(Optimizations.NONE);
  private static final List<RegoEngine> OPTIMIZED =
      List.of(
          engine(Optimizations.ALL),
          engine(new Optimizations(true, false, false, false)),
          engine(new Optimizations(false, true, false, false)),
          engine(new Optimizations(false, false, true, false)),
          engine(new Optimizations(false, false, false, true)));

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void optimizedEqualsUnoptimized(@ForAll long seed) {
    RandomPolicy policy = new RandomPolicy(new Random(seed));
    String text = policy.text(false);
    CompiledPolicy plain = compile(PLAIN, text);
    for (RegoEngine engine : OPTIMIZED) {
      compare(policy, plain, compile(engine, text), text);
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void orderOfRulesDoesNotMatter(@ForAll long seed) {
    RandomPolicy policy = new RandomPolicy(new Random(seed));
    RegoEngine engine = OPTIMIZED.get(0);
    String text = policy.text(false);
    String other = policy.text(true);
    compare(policy, compile(engine, text), compile(engine, other), text + "\n# and\n" + other);
  }

  private static void compare(
      RandomPolicy random, CompiledPolicy one, CompiledPolicy other, String text) {
    List<String> inputs = List.of(random.input(), random.input(), random.input());
    for (String query : RandomPolicy.queries()) {
      for (String input : inputs) {
        assertThat(answer(other, query, input))
            .as("%s with input %s in%n%s", query, input, text)
            .isEqualTo(answer(one, query, input));
      }
    }
  }

  private static RegoEngine engine(Optimizations optimizations) {
    return RegoEngine.builder().optimizations(optimizations).build();
  }

  private static CompiledPolicy compile(RegoEngine engine, String text) {
    return engine.compile(List.of(PolicySource.of("t.rego", text)));
  }

  /** The rows in order, or the code of the error; types may refuse a call. */
  private static Object answer(CompiledPolicy policy, String query, String input) {
    List<Value> rows = new ArrayList<>();
    try {
      for (QueryResult.Row row : policy.prepare(query).evaluate(Json.read(input)).rows()) {
        List<Value> values = new ArrayList<>(List.of(row.bindings()));
        row.expressions().forEach(expression -> values.add(expression.value()));
        rows.add(ArrayValue.of(values.toArray(new Value[0])));
      }
    } catch (EvalError error) {
      return error.code();
    } catch (CompileException refused) {
      return refused.diagnostics().get(0).code();
    }
    rows.sort(null);
    return rows;
  }
}
