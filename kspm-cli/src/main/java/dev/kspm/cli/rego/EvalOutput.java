package dev.kspm.cli.rego;

import dev.kspm.rego.Json;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The answers of a query in the formats of {@code opa eval}. */
final class EvalOutput {
  private EvalOutput() {}

  /** The text with a line end at its end, or nothing; for the formats that are no document. */
  static String render(QueryResult result, EvalFormat format) {
    return switch (format) {
      case values -> lines(result, row -> GoJson.write(values(row)));
      case bindings -> lines(result, row -> GoJson.write(row.bindings()));
      case raw -> lines(result, EvalOutput::raw);
      case pretty -> pretty(result);
      case json, discard, source -> throw new IllegalArgumentException(format.name());
    };
  }

  private static String lines(
      QueryResult result, java.util.function.Function<QueryResult.Row, String> line) {
    return result.rows().stream().map(line).map(text -> text + "\n").collect(Collectors.joining());
  }

  /** The answers as the document of {@code --format json} lists them. */
  static List<Map<String, Object>> rows(QueryResult result) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (QueryResult.Row row : result.rows()) {
      List<Map<String, Object>> expressions = new ArrayList<>();
      for (QueryResult.ExpressionValue expression : row.expressions()) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("row", expression.span().row());
        location.put("col", expression.span().column());
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("value", expression.value());
        one.put("text", expression.text());
        one.put("location", location);
        expressions.add(one);
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("expressions", expressions);
      if (row.bindings().size() > 0) {
        document.put("bindings", row.bindings());
      }
      rows.add(document);
    }
    return rows;
  }

  private static List<Value> values(QueryResult.Row row) {
    return row.expressions().stream().map(QueryResult.ExpressionValue::value).toList();
  }

  /** Texts stand without quotes, so that scripts can use them as they are. */
  private static String raw(QueryResult.Row row) {
    return values(row).stream()
        .map(value -> value instanceof StringValue text ? text.value() : Json.write(value))
        .collect(Collectors.joining(" "));
  }

  private static String pretty(QueryResult result) {
    if (!result.isDefined()) {
      return "undefined\n";
    }
    QueryResult.Row first = result.rows().get(0);
    if (result.rows().size() == 1 && first.bindings().size() == 0 && isOneAnswer(first)) {
      Value value = first.expressions().get(0).value();
      return Json.write(value, new JsonWriteOptions(true, true, "", "  ")) + "\n";
    }
    return table(result);
  }

  private static boolean isOneAnswer(QueryResult.Row row) {
    return row.expressions().size() == 1
        || values(row).stream().allMatch(BooleanValue.class::isInstance);
  }

  /**
   * A column for each expression and each variable; expressions that only say true or false are
   * left out beside variables.
   */
  private static String table(QueryResult result) {
    Set<Integer> expressions = new LinkedHashSet<>();
    Set<String> variables = new TreeSet<>();
    for (QueryResult.Row row : result.rows()) {
      row.bindings().forEach((name, value) -> variables.add(((StringValue) name).value()));
    }
    QueryResult.Row first = result.rows().get(0);
    for (int i = 0; i < first.expressions().size(); i++) {
      int at = i;
      if (variables.isEmpty()
          || result.rows().stream()
              .anyMatch(row -> !(row.expressions().get(at).value() instanceof BooleanValue))) {
        expressions.add(i);
      }
    }
    List<String> header = new ArrayList<>();
    expressions.forEach(i -> header.add(first.expressions().get(i).text()));
    header.addAll(variables);
    TextTable table = new TextTable(header);
    for (QueryResult.Row row : result.rows()) {
      List<String> cells = new ArrayList<>();
      expressions.forEach(i -> cells.add(Json.write(row.expressions().get(i).value())));
      for (String name : variables) {
        Value value = row.bindings().get(name);
        cells.add(value == null ? "" : Json.write(value));
      }
      table.add(cells);
    }
    return table.render();
  }
}
