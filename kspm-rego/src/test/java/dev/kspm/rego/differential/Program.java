package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program with what is asked of it.
 *
 * @param data a JSON object
 * @param input JSON, or {@code null} for none
 */
record Program(
    List<Text> modules,
    String data,
    @Nullable String input,
    List<String> queries,
    boolean strictErrors) {
  Program {
    modules = List.copyOf(modules);
    queries = List.copyOf(queries);
  }

  /** A module; {@code version} is v0 or v1. */
  record Text(String name, String text, String version) {
    PolicySource source() {
      return new PolicySource(
          SourceText.of(name, text), version.equals("v0") ? RegoVersion.V0 : RegoVersion.V1);
    }
  }

  Program withModules(List<Text> other) {
    return new Program(other, data, input, queries, strictErrors);
  }

  Program withQueries(List<String> other) {
    return new Program(modules, data, input, other, strictErrors);
  }

  Program withData(String other) {
    return new Program(modules, other, input, queries, strictErrors);
  }

  Program withInput(@Nullable String other) {
    return new Program(modules, data, other, queries, strictErrors);
  }

  List<PolicySource> sources() {
    return modules.stream().map(Text::source).toList();
  }

  ObjectValue dataValue() {
    return (ObjectValue) json(data);
  }

  @Nullable Value inputValue() {
    return input == null ? null : json(input);
  }

  private static Value json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether data and input are JSON, and data an object. */
  boolean isWellFormed() {
    try {
      return json(data) instanceof ObjectValue && (input == null || json(input).type() != null);
    } catch (DataException e) {
      return false;
    }
  }

  /** The line that the oracle reads. */
  String line() {
    List<Value> texts = new ArrayList<>();
    for (Text module : modules) {
      texts.add(
          ObjectValue.builder()
              .put("name", StringValue.of(module.name()))
              .put("text", StringValue.of(module.text()))
              .put("version", StringValue.of(module.version()))
              .build());
    }
    ObjectValue.Builder line =
        ObjectValue.builder()
            .put("modules", ArrayValue.of(texts))
            .put("data", json(data))
            .put("strict_builtin_errors", BooleanValue.of(strictErrors))
            .put("queries", ArrayValue.of(queries.stream().map(StringValue::of).toList()));
    if (input != null) {
      line.put("input", json(input));
    }
    return Json.write(line.build());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    modules.forEach(
        m ->
            text.append("--- ")
                .append(m.name())
                .append(" (")
                .append(m.version())
                .append(")\n")
                .append(m.text()));
    text.append("--- data ").append(data).append("\n--- input ").append(input);
    if (strictErrors) {
      text.append("\n--- strict builtin errors");
    }
    queries.forEach(q -> text.append("\n--- query ").append(q));
    return text.toString();
  }
}
