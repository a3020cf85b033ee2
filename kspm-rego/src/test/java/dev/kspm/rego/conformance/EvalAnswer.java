package dev.kspm.rego.conformance;

import dev.kspm.rego.Json;
import dev.kspm.rego.QueryResult;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Answers and errors in the shape of {@code opa eval --format json}. */
final class EvalAnswer {
  private EvalAnswer() {}

  static ObjectValue of(QueryResult result) {
    List<Value> rows = new ArrayList<>();
    for (QueryResult.Row row : result.rows()) {
      List<Value> expressions = new ArrayList<>();
      for (QueryResult.ExpressionValue e : row.expressions()) {
        expressions.add(
            ObjectValue.builder()
                .put("value", Json.read(Json.write(e.value())))
                .put("text", StringValue.of(e.text()))
                .put("location", place(e.span()).build())
                .build());
      }
      ObjectValue.Builder document =
          ObjectValue.builder().put("expressions", ArrayValue.of(expressions));
      if (row.bindings().size() > 0) {
        document.put("bindings", Json.read(Json.write(row.bindings())));
      }
      rows.add(document.build());
    }
    return rows.isEmpty()
        ? ObjectValue.EMPTY
        : ObjectValue.of(StringValue.of("result"), ArrayValue.of(rows));
  }

  private static ObjectValue.Builder place(Span span) {
    return ObjectValue.builder()
        .put("row", NumberValue.of(span.row()))
        .put("col", NumberValue.of(span.column()));
  }

  private static ObjectValue file(Span span) {
    return place(span).put("file", StringValue.of(span.file())).build();
  }

  static ObjectValue of(EvalError error) {
    ObjectValue.Builder one =
        ObjectValue.builder()
            .put("message", StringValue.of(error.text()))
            .put("code", StringValue.of(error.code()));
    locate(one, error.span());
    List<Value> stack = new ArrayList<>();
    for (EvalError.Place open : error.places()) {
      ObjectValue.Builder body =
          ObjectValue.builder().put("query_id", NumberValue.of(open.query()));
      locate(body, open.span());
      stack.add(body.build());
    }
    one.put("stack_trace", ArrayValue.of(stack));
    return errors(List.of(one.build()));
  }

  /** What passes made has no place. */
  private static void locate(ObjectValue.Builder object, Span span) {
    if (span.row() > 0) {
      object.put("location", file(span));
    }
  }

  /** Without details, which corpora of their own compare. */
  static ObjectValue of(CompileException error) {
    List<Value> all = new ArrayList<>();
    for (Diagnostic d : error.diagnostics()) {
      all.add(
          ObjectValue.builder()
              .put("message", StringValue.of(d.message()))
              .put("code", StringValue.of(d.code()))
              .put("location", file(d.span()))
              .build());
    }
    return errors(all);
  }

  static ObjectValue errors(List<Value> errors) {
    return ObjectValue.of(StringValue.of("errors"), ArrayValue.of(errors));
  }
}
