package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What OPA 1.22.2 makes of short texts, recorded from its builtins. Not among them: texts that
 * snakeyaml-engine takes and the Go library refuses (unknown directives, escaped surrogates), and
 * the Go syntax of a refused key in its error.
 */
final class ReadersTest {
  @TestFactory
  List<DynamicTest> json() throws IOException {
    return tests("json", text -> Json.read(text, JsonReadOptions.OPA));
  }

  @TestFactory
  List<DynamicTest> yaml() throws IOException {
    return tests("yaml", Yaml::read);
  }

  private static List<DynamicTest> tests(String format, Function<String, Value> reader)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String name = "/opa-answers/" + format + "-unmarshal.json";
    try (InputStream recorded = ReadersTest.class.getResourceAsStream(name)) {
      for (Value entry : (ArrayValue) Json.read(recorded)) {
        ObjectValue answer = (ObjectValue) entry;
        String text = string(answer.get("text"));
        tests.add(
            DynamicTest.dynamicTest(
                Json.write(StringValue.of(text)),
                () -> assertThat(read(reader, text)).isEqualTo(expected(answer))));
      }
    }
    return tests;
  }

  private static String read(Function<String, Value> reader, String text) {
    try {
      return Json.write(reader.apply(text));
    } catch (DataException e) {
      return "error: " + e.goText();
    }
  }

  private static String expected(ObjectValue answer) {
    Value error = answer.get("error");
    return error == null ? string(answer.get("value")) : "error: " + string(error);
  }

  private static String string(Value value) {
    return ((StringValue) value).value();
  }
}
