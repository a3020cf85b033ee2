package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answers that outlive a session, and keywords that hold without an import. */
class NondeterministicCacheTest {
  private static final BuiltinDescriptor TICKET =
      new BuiltinDescriptor(
          "test.ticket",
          new RegoType.Function(List.of(RegoType.STRING), null, RegoType.NUMBER),
          null,
          List.of(),
          "",
          false,
          false,
          false);

  private final AtomicInteger calls = new AtomicInteger();
  private final RegoEngine engine =
      RegoEngine.builder()
          .addBuiltins(
              () ->
                  List.of(
                      Builtin.function(
                          TICKET, (context, args) -> NumberValue.of(calls.incrementAndGet()))))
          .build();
  private final CompiledPolicy policy =
      engine.compile(
          List.of(
              PolicySource.of(
                  "p.rego",
                  """
                  package p
                  drawn := [test.ticket("a"), test.ticket("a"), test.ticket("b")]
                  mocked := x if x := drawn with test.ticket as 7
                  """)));

  private String answer(String rule, NondeterministicCache cache) {
    SessionOptions options = SessionOptions.DEFAULT.withNondeterministicCache(cache);
    return String.valueOf(policy.prepare("data.p." + rule).evaluate(null, options).value());
  }

  @Test
  void whatWasAnsweredIsAnsweredAgain() {
    NondeterministicCache cache = new NondeterministicCache();
    assertThat(answer("drawn", cache)).isEqualTo("[1, 1, 2]");
    assertThat(answer("drawn", cache)).isEqualTo("[1, 1, 2]");
    assertThat(calls).hasValue(2);
    assertThat(cache.toValue().toString()).isEqualTo("{\"test.ticket\": {[\"a\"]: 1, [\"b\"]: 2}}");
    assertThat(answer("drawn", new NondeterministicCache())).isEqualTo("[3, 3, 4]");
  }

  @Test
  void whatIsReplacedIsNotKept() {
    NondeterministicCache cache = new NondeterministicCache();
    assertThat(answer("mocked", cache)).isEqualTo("[7, 7, 7]");
    assertThat(cache.toValue()).isEqualTo(ObjectValue.EMPTY);
    assertThat(answer("drawn", cache)).isEqualTo("[1, 1, 2]");
    assertThat(answer("mocked", cache)).isEqualTo("[7, 7, 7]");
  }

  @Test
  void keywordsHoldWithoutAnImport() {
    PolicySource source = PolicySource.of("p.rego", "package p\nq if not { false; true }\n");
    PolicySource chosen = source.withFutureKeywords(Set.of("not"));
    assertThat(engine.compile(List.of(chosen)).prepare("data.p.q").evaluate().isTrue()).isTrue();
    assertThatThrownBy(() -> engine.compile(List.of(source))).isInstanceOf(CompileException.class);
  }
}
