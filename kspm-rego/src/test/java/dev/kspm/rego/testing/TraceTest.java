package dev.kspm.rego.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ObjectValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Traces are OPA's, line by line; its answers are recorded beside the policies. */
class TraceTest {
  private static final List<String> FILES =
      List.of(
          "rules", "forms", "arguments", "lookups", "conditions", "values", "heads", "conflicts");

  @TestFactory
  Stream<DynamicTest> areOpas() {
    return FILES.stream().flatMap(TraceTest::tests);
  }

  private static Stream<DynamicTest> tests(String file) {
    CompiledPolicy policy = policy(file + ".rego", read(file + ".rego"));
    return recorded(read(file + ".txt")).entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    file + ": " + one.getKey(),
                    () -> assertThat(trace(policy, one.getKey())).isEqualTo(one.getValue())));
  }

  private static String trace(CompiledPolicy policy, String query) {
    Trace trace = Trace.plain();
    try {
      policy.prepare(query).evaluate(null, SessionOptions.DEFAULT.withListener(trace));
    } catch (EvalError told) {
      // Its trace is recorded, too.
    }
    return TraceText.plain().render(trace.explain(Explanation.FULL));
  }

  @Test
  void notesAndFailsKeepWhatLedToThem() {
    CompiledPolicy policy =
        policy(
            "p.rego", "package p\nx if {\n\ttrace(\"here\")\n\ty\n}\ny if input.z\ny if 1 == 2\n");
    Trace trace = Trace.plain();
    policy.session(null, SessionOptions.DEFAULT.withListener(trace)).value("data.p.x");

    assertThat(TraceText.plain().render(trace.explain(Explanation.NOTES)))
        .isEqualTo(
            """
            query:1      Enter data.p.x = _
            p.rego:2     | Enter data.p.x
            p.rego:3     | | Note "here"
            """);
    assertThat(TraceText.plain().render(trace.explain(Explanation.FAILS)))
        .isEqualTo(
            """
            query:1      Enter data.p.x = _
            p.rego:2     | Enter data.p.x
            p.rego:7     | | Enter data.p.y
            p.rego:7     | | | Fail 1 = 2
            p.rego:4     | | Fail data.p.y
            query:1      | Fail data.p.x = _
            """);
  }

  @Test
  void profilesCountRows() {
    CompiledPolicy policy = policy("forms.rego", read("forms.rego"));
    Profile profile = new Profile();
    policy.prepare("data.q.b").evaluate(null, SessionOptions.DEFAULT.withListener(profile));
    profile.stop();

    Profile.Entry row = profile.entries(List.of(Profile.Order.NUM_EVAL), 1).get(0);

    assertThat(row.span().toString()).isEqualTo("forms.rego:4:19");
    assertThat(List.of(row.evals(), row.redos(), row.expressions())).isEqualTo(List.of(5, 8, 2));
    assertThat(row.nanos()).isPositive();
  }

  private static CompiledPolicy policy(String name, String text) {
    return RegoEngine.builder()
        .allBuiltins()
        .build()
        .compile(
            List.of(new PolicySource(SourceText.of(name, text), RegoVersion.V1)),
            ObjectValue.EMPTY);
  }

  private static Map<String, String> recorded(String text) {
    Map<String, String> traces = new LinkedHashMap<>();
    for (String part : text.split("(?m)^#Q ")) {
      if (!part.isEmpty()) {
        int end = part.indexOf('\n');
        traces.put(part.substring(0, end), part.substring(end + 1));
      }
    }
    return traces;
  }

  private static String read(String name) {
    try (InputStream in = TraceTest.class.getResourceAsStream("/traces/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
