package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One policy, or one engine, and many threads: the answers of one thread. */
class ThreadsTest {
  private static final int THREADS = 64;
  private static final int INPUTS = 1_000;

  /** Inputs for each thread, beginning at a quarter of them further: four at least meet in each. */
  private static final int EACH = 250;

  /** What several threads may meet in: hoisted values, patterns, indexes, memos, join tables. */
  private static final String POLICY =
      """
      package t

      import data.words

      # Depends on no input: computed once, by whichever thread comes first.
      squares := {n: s | some n in numbers.range(1, 50); s := n * n}
      known := {upper(w) | some w in words}
      pattern := concat("|", [w | some w in words])

      default level := "low"
      level := "high" if { input.kind == "a"; input.size > 10 }
      level := "middle" if { input.kind == "b"; input.size > 5 }

      found contains name if {
        some item in input.items
        regex.match(pattern, item.name)
        name := sprintf("%s-%d", [item.name, squares[item.n]])
      }

      by_name[item.name] := item.n if some item in input.items

      pairs contains [a.name, b.name] if {
        some a in input.items
        some b in input.items
        a.n == b.n
        a.name != b.name
      }

      matched contains g if {
        some item in input.items
        g := glob.match(concat("", ["*", item.suffix]), [], item.name)
      }

      mocked := l if l := level with input.kind as "a" with input.size as 11

      score(item) := squares[item.n] if item.n > 10
      score(item) := 0 if item.n <= 10

      total := sum([score(item) | some item in input.items])
      shown if { every item in input.items { upper(item.name) in known } }
      text := json.marshal({"l": level, "t": total, "d": json.unmarshal("{\\"a\\": 1}")})
      """;

  private static final ObjectValue DATA =
      (ObjectValue) Json.read("{\"words\": [\"red\", \"green\", \"blue\"]}");

  private static CompiledPolicy compile() {
    return RegoEngine.create().compile(List.of(PolicySource.of("t.rego", POLICY)), DATA);
  }

  private static List<Value> inputs() {
    Random random = new Random(1);
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      StringBuilder items = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        items
            .append(items.isEmpty() ? "" : ",")
            .append(
                "{\"name\": \"%s%d\", \"n\": %d, \"suffix\": \"%d\"}"
                    .formatted(
                        List.of("red", "green", "grey").get(random.nextInt(3)),
                        n,
                        1 + random.nextInt(49),
                        random.nextInt(4)));
      }
      inputs.add(
          Json.read(
              "{\"id\": %d, \"kind\": \"%s\", \"size\": %d, \"items\": [%s]}"
                  .formatted(i, List.of("a", "b").get(i % 2), random.nextInt(20), items)));
    }
    return inputs;
  }

  private static String answer(PreparedQuery query, Value input) {
    return String.valueOf(query.evaluate(input).value());
  }

  @Test
  void sixtyFourThreadsAnswerAsOneDoes() throws Exception {
    List<Value> inputs = inputs();
    PreparedQuery alone = compile().prepare("data.t");
    List<String> expected = inputs.stream().map(input -> answer(alone, input)).toList();
    assertThat(expected.stream().distinct().count()).isGreaterThan(INPUTS / 2);

    CompiledPolicy policy = compile();
    PreparedQuery shared = policy.prepare("data.t");
    List<List<String>> answers =
        together(
            thread ->
                () -> {
                  PreparedQuery query = thread % 2 == 0 ? shared : policy.prepare("data.t");
                  List<String> wrong = new ArrayList<>();
                  for (int i = 0; i < EACH; i++) {
                    int at = (i + thread * EACH / 4) % INPUTS;
                    String answer = answer(query, inputs.get(at));
                    if (!answer.equals(expected.get(at))) {
                      wrong.add(answer);
                    }
                  }
                  return wrong;
                });
    assertThat(answers).hasSize(THREADS).allMatch(List::isEmpty);
  }

  @Test
  void manyThreadsCompileWithOneEngine() throws Exception {
    RegoEngine engine = RegoEngine.create();
    Value input = inputs().get(7);
    String expected = answer(compile().prepare("data.t"), input);
    CompiledPolicy base = engine.compile(List.of(PolicySource.of("t.rego", POLICY)), DATA);
    List<String> answers =
        together(
            thread ->
                () -> {
                  String own = "package own\nn := %d\nl := data.t.level".formatted(thread);
                  CompiledPolicy extended =
                      base.extend(List.of(PolicySource.of("own.rego", own)), ObjectValue.EMPTY);
                  return answer(extended.prepare("data.t"), input)
                      + answer(extended.prepare("data.own.n"), input)
                      + errors(engine, "package p\nq if x%d".formatted(thread));
                });
    for (int thread = 0; thread < THREADS; thread++) {
      assertThat(answers.get(thread))
          .isEqualTo(
              expected + thread + "p.rego:2: rego_unsafe_var_error: var x" + thread + " is unsafe");
    }
  }

  private static String errors(RegoEngine engine, String broken) {
    try {
      engine.compile(List.of(PolicySource.of("p.rego", broken)));
      return "none";
    } catch (CompileException refused) {
      return refused.diagnostics().get(0).toString();
    }
  }

  private interface Work<T> {
    Callable<T> of(int thread);
  }

  /** Lets all threads begin at the same moment. */
  private static <T> List<T> together(Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<T> mine = work.of(i);
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return mine.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(result(future));
      }
      return answers;
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }
}
