package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Json;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls of builtins at the edges, as queries of their own, with what OPA said: the text of numbers
 * counts, and so do errors.
 */
class BuiltinAnswersTest {
  private final CompiledPolicy nothing =
      Engines.forConformance().build().compile(List.of(), ObjectValue.EMPTY);

  @TestFactory
  List<DynamicTest> answersAreThoseOfOpa() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            BuiltinAnswersTest.class.getResourceAsStream("/conformance/builtin-answers.json"))) {
      for (Value call : (ArrayValue) Json.read(in)) {
        ObjectValue fields = (ObjectValue) call;
        String query = ((StringValue) Objects.requireNonNull(fields.get("query"))).value();
        tests.add(
            DynamicTest.dynamicTest(
                query, () -> assertThat(answer(query)).isEqualTo(wanted(fields))));
      }
    }
    return tests;
  }

  private static String wanted(ObjectValue fields) {
    if (fields.get("error") instanceof ObjectValue error) {
      return Json.write(error, JsonWriteOptions.COMPACT);
    }
    Value result = fields.get("result");
    return result == null ? "undefined" : Json.write(result, JsonWriteOptions.COMPACT);
  }

  private String answer(String query) {
    try {
      QueryResult result =
          nothing
              .prepare(query)
              .evaluate((Value) null, SessionOptions.DEFAULT.withStrictBuiltinErrors(true));
      return last(result);
    } catch (EvalError e) {
      ObjectValue error =
          ObjectValue.builder()
              .put("code", StringValue.of(e.code()))
              .put("message", StringValue.of(e.text()))
              .build();
      return Json.write(error, JsonWriteOptions.COMPACT);
    }
  }

  private static String last(QueryResult result) {
    if (result.rows().isEmpty()) {
      return "undefined";
    }
    List<QueryResult.ExpressionValue> values = result.rows().get(0).expressions();
    return Json.write(values.get(values.size() - 1).value(), JsonWriteOptions.COMPACT);
  }
}
